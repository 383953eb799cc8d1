"""Real records after what happens to texts on their way, or is done to them on purpose.

Their words are whole and their form is broken: paragraphs dropped, doubled and moved, records cut
and grown into each other, letters of another alphabet in their words, and what no editor shows.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from tests.places import CORPUS, RECORDS
from tests.reading.texts import damaged

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST: Final = 12_000  # characters of a record: more of them are read in the corpus tests
# Letters that look alike in Latin and in Cyrillic script.
_LATIN, _CYRILLIC = "aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_TO_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_UNSEEN = st.sampled_from(
    (
        *("\0", "\ud83d", "\udc00", "\u202e", "\u2066", "\u2069", "\u200b", "\ufeff", "\u00ad"),
        *("\u2028", "\x85", "\x1c", "\u0301" * 9, "\U000e0041", "\uffff"),
    )
)
_TAGS = st.sampled_from(
    ("</p>", "<p>", "<b>", "</div>", "<div>", "<!--", "<script>", "<br>" * 9, "<td>", "&#0;", "<a ")
)


@cache
def _texts() -> tuple[str, ...]:
    return tuple(path.read_bytes().decode()[:_LONGEST] for path in RECORDS)


def _place(draw: st.DrawFn, text: str) -> int:
    return draw(st.integers(0, len(text)))


def _stretch(draw: st.DrawFn, text: str) -> tuple[int, int]:
    start = _place(draw, text)
    return start, min(len(text), start + draw(st.integers(0, 2_000)))


def _moved(draw: st.DrawFn, text: str) -> str:
    parts = text.split("\n\n")
    one = parts.pop(draw(st.integers(0, len(parts) - 1)))
    parts.insert(draw(st.integers(0, len(parts))), one)
    return "\n\n".join(parts)


def _dropped(draw: st.DrawFn, text: str) -> str:
    start, end = _stretch(draw, text)
    return text[:start] + text[end:]


def _doubled(draw: st.DrawFn, text: str) -> str:
    start, end = _stretch(draw, text)
    return text[:end] + text[start:end] * draw(st.integers(1, 3)) + text[end:]


def _spliced(draw: st.DrawFn, text: str) -> str:
    other = draw(st.sampled_from(_texts()))
    return text[: _place(draw, text)] + other[_place(draw, other) :]


def _interleaved(draw: st.DrawFn, text: str) -> str:
    """Two records, a line of the one and a line of the other, as of a page in two columns."""
    other = draw(st.sampled_from(_texts())).split("\n")
    lines = text.split("\n")
    start = draw(st.integers(0, len(lines)))
    mixed = [one for pair in zip(lines[start:], other, strict=False) for one in pair]
    return "\n".join([*lines[:start], *mixed])


def _in_other_letters(draw: st.DrawFn, text: str) -> str:
    start, end = _stretch(draw, text)
    table = draw(st.sampled_from((_TO_CYRILLIC, _TO_LATIN, _TO_WIDE)))
    return text[:start] + text[start:end].translate(table) + text[end:]


def _unseen(draw: st.DrawFn, text: str) -> str:
    for at in sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)), reverse=True):
        text = text[:at] + draw(_UNSEEN) + text[at:]
    return text


def _unseen_throughout(draw: st.DrawFn, text: str) -> str:
    start, end = _stretch(draw, text)
    return text[:start] + draw(_UNSEEN).join(text[start:end]) + text[end:]


def _marked_up(draw: st.DrawFn, text: str) -> str:
    for at in sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)), reverse=True):
        text = text[:at] + draw(_TAGS) + text[at:]
    return text


_CHANGES: Final[tuple[Callable[[st.DrawFn, str], str], ...]] = (
    *(_moved, _dropped, _doubled, _spliced, _interleaved),
    *(_in_other_letters, _unseen, _unseen_throughout, _marked_up),
)


def _changed(draw: st.DrawFn, text: str) -> str:
    for change in draw(st.lists(st.sampled_from(_CHANGES), min_size=1, max_size=4)):
        text = change(draw, text)[: 2 * _LONGEST]
    return text


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw the text of a real record, changed."""
    return _changed(draw, draw(st.sampled_from(_texts()) | damaged()))


@st.composite
def files(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a file of a real record, changed: how its name ends, and its bytes."""
    paths = [*RECORDS, CORPUS / "kremlin-en" / "56241.html"]
    path = draw(st.sampled_from(paths))
    whole = path.read_bytes().decode()
    start = draw(st.integers(0, len(whole))) if len(whole) > _LONGEST else 0
    changed = _changed(draw, whole[start : start + _LONGEST])
    codec = draw(st.sampled_from(("utf-8", "utf-8", "utf-16", "cp1251", "koi8-r", "cp1252")))
    handler = "surrogatepass" if codec.startswith("utf") else "replace"
    data = changed.encode(codec, handler)
    return path.suffix, data[: _place(draw, changed)] if draw(st.booleans()) else data
