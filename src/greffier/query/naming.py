"""The names in a question as the readings have them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from greffier.authority import find_bodies, find_organisation, find_state

if TYPE_CHECKING:
    from greffier.archive import Question
    from greffier.model import Known


def named(question: Question, known: Known) -> Question:
    """Give a question with its states, organisations and bodies under the names they are kept by.

    Use it on what a person asked: `Kyrgyz Republic` becomes `Kyrgyzstan`, and the Collective
    Security Treaty Organization `CSTO`. A name that is not known, or that several bear, stays.
    """
    return replace(
        question,
        of=question.of and _of(question.of, known),
        organisation=question.organisation and _organisation(question.organisation, known),
        body=question.body and _body(question, question.body, known),
    )


def _of(name: str, known: Known) -> str:
    state = find_state(known, name)
    return state.name if state else _organisation(name, known)


def _organisation(name: str, known: Known) -> str:
    organisation = find_organisation(known, name)
    return organisation.acronym if organisation else name


def _body(question: Question, name: str, known: Known) -> str:
    of = question.organisation and _organisation(question.organisation, known)
    names = {body.name for body in find_bodies(known, name, of=of)}
    return names.pop() if len(names) == 1 else name
