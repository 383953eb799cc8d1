"""Which form a file is in, told from how its bytes begin and then from its name; and its text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.errors import WitnessError
from greffier.model import Encoding
from greffier.sources import markdown, text
from greffier.sources.declared import declared_in
from greffier.sources.encoding import decoded
from greffier.sources.text import Form
from greffier.sources.unread import is_page, refuse_binary

if TYPE_CHECKING:
    from collections.abc import Callable

_TEXTS: dict[str, Callable[[str], Form]] = {
    ".txt": text.form,
    ".text": text.form,
    ".md": markdown.form,
    ".markdown": markdown.form,
}
_PAGES = (".html", ".htm", ".xhtml")

SUFFIXES = (*_TEXTS, *_PAGES)
"""How the files end that are read in a folder."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file is received as: its text, how the bytes became it, and its form."""

    words: str
    encoding: Encoding
    form: Form


def content(data: bytes, suffix: str, *, place: str) -> Content:
    """Give the text of a file and what its form says beside the words.

    Args:
        data: the file.
        suffix: how its name ends, in small letters with the full stop; any may be given.
        place: what to call it in an error.

    Raises:
        WitnessError: it is empty, binary, or of a form that is not read.
    """
    refuse_binary(data, place=place)
    made = _page(data, place) if suffix in _PAGES or is_page(data) else _text(data, suffix, place)
    if not any(char.isprintable() and not char.isspace() for char in made.words):
        met = "nothing but white space" if data else "an empty file"
        raise WitnessError(place, met, "a record has words in it")
    return made


def _text(data: bytes, suffix: str, place: str) -> Content:
    words, encoding = decoded(data, place=place)
    return Content(words, encoding, _TEXTS.get(suffix, text.form)(words))


def _page(data: bytes, place: str) -> Content:
    from greffier.sources import html  # noqa: PLC0415 - its parser is loaded where there is a page

    source, encoding = decoded(data, place=place, declared=declared_in(data))
    form = html.form(source, place=place)
    return Content(form.words or "", encoding, form)
