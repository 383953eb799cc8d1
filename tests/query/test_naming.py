"""Tests of `greffier.query.naming`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.archive import Question
from greffier.query import named

if TYPE_CHECKING:
    from greffier.model import Known


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("Kyrgyz Republic", "Kyrgyzstan"),
        ("russian federation", "Russia"),
        ("Россия", "Russia"),
        ("Tajik", "Tajikistan"),
        ("csto", "CSTO"),
        ("Shanghai Cooperation Organisation", "SCO"),
        ("Atlantis", "Atlantis"),  # not known: it is looked for as it stands
    ],
)
def test_what_an_office_is_of_is_named_as_it_is_kept(asked: str, kept: str, known: Known) -> None:
    assert named(Question(words="x", of=asked), known).of == kept


def test_an_organisation_is_named_by_its_acronym(known: Known) -> None:
    question = Question(words="x", organisation="Collective Security Treaty Organization")
    assert named(question, known).organisation == "CSTO"


def test_a_body_is_named_as_it_is_kept(known: Known) -> None:
    question = Question(words="x", body="collective  security council", organisation="csto")
    assert named(question, known).body == "Collective Security Council"
    assert named(Question(words="x", body="no such body"), known).body == "no such body"


def test_what_was_not_asked_stays_open(known: Known) -> None:
    question = Question(words="peace", speaker="putin", since="2020")
    assert named(question, known) == question
