"""Markdown: the same words, with what its signs say."""

from __future__ import annotations

from greffier.sources.text import Form


def form(words: str) -> Form:  # noqa: ARG001 - every form is made from the words
    """Give the form of a Markdown text."""
    return Form(media_type="text/markdown")
