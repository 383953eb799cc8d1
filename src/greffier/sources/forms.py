"""Which form a file is in, told from how its bytes begin and then from its name; and its text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from greffier.errors import WitnessError
from greffier.model import UTF8, Encoding
from greffier.sources import markdown, text
from greffier.sources.declared import codec_of, declared_in
from greffier.sources.encoding import decoded
from greffier.sources.text import Form
from greffier.sources.unread import is_mail, is_page, refuse_binary

if TYPE_CHECKING:
    from collections.abc import Callable

_TEXTS: dict[str, Callable[[str], Form]] = {
    ".txt": text.form,
    ".text": text.form,
    ".md": markdown.form,
    ".markdown": markdown.form,
}
_LARGEST_TEXT = 24 * 1024 * 1024  # bytes; a parser needs many times as much
LONGEST = 4_000_000  # characters; what is read of them fills nearly a gigabyte at the worst
_WORDS = "a record has words in it"
_PAGES = (".html", ".htm", ".xhtml")

_MAIL = (".eml", ".mht", ".mhtml")
_OTHERS = (".docx", ".pdf", *_MAIL)

SUFFIXES = (*_TEXTS, *_PAGES, *_OTHERS)
"""How the files end that are read in a folder."""

MEDIA_TYPES = frozenset(
    {
        *("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf"),
        *("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
        *("message/rfc822", "multipart/related"),
    }
)
"""What servers call the pages and files that may be records."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a file is received as: its text, how the bytes became it, and its form."""

    words: str
    encoding: Encoding
    form: Form


def content(data: bytes, suffix: str, *, place: str, codec: str | None = None) -> Content:
    """Give the text of a file and what its form says beside the words.

    Args:
        data: the file.
        suffix: how its name ends, in small letters with the full stop; any may be given.
        place: what to call it in an error.
        codec: the one that whoever sent it named, if any.

    Raises:
        WitnessError: it is empty, binary, of a form that is not read, or longer than any record.
    """
    if not data:
        raise WitnessError(place, "an empty file", _WORDS)
    made = _content(data, suffix, place, codec)
    if len(made.words) > LONGEST:
        met = f"a text of {len(made.words):,} characters"
        raise WitnessError(place, met, f"divide it; at most {LONGEST:,} are read at once")
    if any(char.isprintable() and not char.isspace() for char in made.words):
        return made
    if made.form.media_type == "text/html" and b"<script" in data.lower():
        met = "a page whose words its scripts would write"
        raise WitnessError(place, met, "save it from a browser, as a whole page or as MHT")
    raise WitnessError(place, "nothing but white space", _WORDS)


def _content(data: bytes, suffix: str, place: str, codec: str | None) -> Content:
    """Read a file by how it begins, which is surer than its name."""
    if data.startswith(b"%PDF-") or suffix == ".pdf":
        from greffier.sources.pdf import form  # noqa: PLC0415 - loaded where there is one

        return _taken_out(form(data, place=place))
    if data.startswith(b"PK\x03\x04") or suffix == ".docx":
        from greffier.sources import docx  # noqa: PLC0415 - as above

        if suffix == ".docx" or docx.is_docx(data):
            return _taken_out(docx.form(data, place=place))
    refuse_binary(data, place=place)
    if is_page(data):
        return _page(data, place, codec)
    if suffix in _MAIL or is_mail(data):
        return _mail(data, place)
    if suffix in _PAGES:
        return _page(data, place, codec)
    return _text(data, suffix, place, codec)


def _refuse_large(data: bytes, place: str) -> None:
    """Refuse what is too much for a text; only other forms have pictures and fonts in them."""
    if len(data) > _LARGEST_TEXT:
        met = f"more than {_LARGEST_TEXT // 1024**2} MB of text"
        raise WitnessError(place, met, "divide it, or save the page without what is built into it")


def _taken_out(form: Form) -> Content:
    return Content(form.words or "", UTF8, form)


def _mail(data: bytes, place: str) -> Content:
    """Read the text of a message as a file of its own, in the encoding that the message names."""
    from greffier.sources import mail  # noqa: PLC0415 - as above

    letter = mail.letter(data, place=place)
    codec = codec_of(letter.charset) if letter.charset else None
    if letter.is_page:
        made = _page(letter.body, place, codec)
    else:
        made = _text(letter.body, ".txt", place, codec)
    return replace(made, form=mail.stated(letter, made.form, made.words))


def _text(data: bytes, suffix: str, place: str, codec: str | None = None) -> Content:
    _refuse_large(data, place)
    words, encoding = decoded(data, place=place, declared=codec)
    return Content(words, encoding, _TEXTS.get(suffix, text.form)(words))


def _page(data: bytes, place: str, codec: str | None = None) -> Content:
    from greffier.sources import html  # noqa: PLC0415 - its parser is loaded where there is a page

    _refuse_large(data, place)
    source, encoding = decoded(data, place=place, declared=codec or declared_in(data))
    form = html.form(source, place=place)
    return Content(form.words or "", encoding, form)
