"""Plain text: words without marks."""

from __future__ import annotations

from dataclasses import dataclass

from greffier.model import Hint, Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the form of a text says beside its words.

    Args:
        words: the text, where it is not the decoded content itself but taken out of it.
    """

    media_type: str
    words: str | None = None
    marks: tuple[Mark, ...] = ()
    hints: tuple[Hint, ...] = ()


def form(words: str) -> Form:  # noqa: ARG001 - every form is made from the words
    """Give the form of a plain text: it has no marks and states nothing about itself."""
    return Form(media_type="text/plain")
