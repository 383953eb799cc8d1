"""Searching by an office held on the day, whether or not the record prints it there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from greffier.archive.stored import Held
from greffier.query.tenures import tenures
from greffier.reading.asked import capacity_asked

if TYPE_CHECKING:
    from greffier.archive import Archive, Question
    from greffier.model import Known

_MOST = 200  # times in one question
_WHOLE = "="  # before a name that is meant as it is printed


def held(archive: Archive, question: Question, known: Known) -> Question:
    """Give a question by an office so that it finds what its holders said while they had it.

    Use it on a question whose names are those of the readings. The times are those in which
    records show somebody in the office and nobody else between; what he said then is found where
    its record calls him by his name alone, too. An office that is of nothing said, or that is
    meant as it is printed (`=President`), is looked for as records print it.

    Args:
        archive: whose records show who held the office.
        question: what is asked.
        known: states and organisations.
    """
    if question.office is None or question.office.startswith(_WHOLE):
        return question
    words = " of ".join(filter(None, (question.office, question.of)))
    capacity = capacity_asked(words, known)
    if capacity is None or capacity.of is None:
        return question
    seen = archive.observations(office=capacity.office, of=capacity.of)
    found = [
        one
        for one in tenures(seen)
        if (one.acting or not capacity.acting) and one.first <= one.last
    ][:_MOST]
    names = {
        person: tuple(one.name for one in archive.names_of(person))
        for person in {tenure.person for tenure in found}
    }
    times = tuple(Held(names=names[one.person], first=one.first, last=one.last) for one in found)
    return replace(question, office=capacity.office, of=capacity.of, held=times)
