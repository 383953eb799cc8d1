"""A question in words, as people are told what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive import Question

_TOLD: Final = {
    "speaker": "the speaker is",
    "office": "the speaker’s office is",
    "of": "the speaker stands for",
    "organisation": "the organisation is",
    "body": "the body is",
    "session": "the session is",
    "since": "the day is not before",
    "until": "the day is not after",
    "kind": "the record is of the kind",
    "language": "the language is",
}


def in_words(question: Question) -> str:
    """Give a question with all that restricts it: `threat, where the speaker is Putin`."""
    words = question.words or "everything"
    *told, last = [*_restrictions(question)] or [""]
    return f"{words}, where {', '.join(told)}{' and ' if told else ''}{last}" if last else words


def _restrictions(question: Question) -> Iterator[str]:
    for name, told in _TOLD.items():
        if (value := getattr(question, name)) is not None:
            yield f"{told} {value.removeprefix('=')}"
    if question.spoken is not None:
        yield "it was said" if question.spoken else "it was not said"
    if question.among is not None:
        yield f"the witness is {' or '.join(question.among) or 'none'}"
    if question.copies:
        yield "every witness of a record counts"
