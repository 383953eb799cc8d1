"""Tests of `greffier.query.wording`."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from greffier.archive import Question
from greffier.query.wording import in_words

# How a question is answered, not what it asks for; and what is worked out from the office.
SILENT = {"sort", "facets", "limit", "offset", "held"}
VALUES = {"spoken": False, "copies": True, "kind": "report", "among": ("x",)}


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (Question(words="threat"), "threat"),
        (Question(words=""), "everything"),
        (
            Question(words="threat", speaker="=Putin", since="2020", spoken=True),
            "threat, where the speaker is Putin, the day is not before 2020 and it was said",
        ),
        (Question(words="", of="Russia"), "everything, where the speaker stands for Russia"),
    ],
)
def test_a_question_is_told_with_what_restricts_it(question: Question, told: str) -> None:
    assert in_words(question) == told


@pytest.mark.parametrize("name", [one.name for one in fields(Question) if one.name not in SILENT])
def test_nothing_that_restricts_a_question_is_hidden(name: str) -> None:
    plain = Question(words="threat")
    changed = replace(plain, **{name: VALUES.get(name, "2021")})  # type: ignore[arg-type] # names of fields
    assert in_words(changed) != in_words(plain)
