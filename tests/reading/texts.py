"""Texts for the reader: any at all, and real records that something happened to on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tests.places import EXAMPLE_RECORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from greffier.model import Reading, Span

    Read = Callable[[str], Reading]

# What a reader of the page does not see; kept in the text, left out of what is matched.
UNSEEN = frozenset("\u00ad\ufeff\r").union(
    *(
        map(chr, range(first, last + 1))
        for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x2066, 0x2069))
    )
)

_ODD = st.sampled_from(
    [
        "\0",
        "\ud800",  # half of a pair
        "\u202eدعوة",  # right to left
        "مجلس الأمن الجماعي: ",
        "W" * 5_000,
        "Aa" * 2_000 + ":",
        "\U000f0000\U000f1000",  # the reader's own symbols
        "(" * 300,
        '"' * 301,
        "«“„\"'",
        "\u00a0\u00ad\u200b",
        "A.B." * 200,
        " of the" * 300,
        "9" * 400,
        "٣١ - ٢٠٢٠",
    ]
)
_PHRASES = """President Prime Minister of Armenia Russia CSTO the a summit Vladimir Putin and
Emomali Rahmon, chaired in Dushanbe: December 2 2020. Thank you said took part signed protocol " "
via videoconference Mr President: 31 June February 29, 2021 on Monday today RahmonPresident * <…>
(Applause.) chairmanship will go over to Question: Q Photo: January"""
_WORDS = st.sampled_from([*_PHRASES.split(), "\n", "\n\n"])
ANY_TEXT = st.text(max_size=300)
_SENTENCES = st.lists(_WORDS, max_size=60).map(" ".join)
TEXTS = ANY_TEXT | _SENTENCES | st.lists(ANY_TEXT | _SENTENCES | _ODD, max_size=5).map("\n".join)

Lines = list[str]


def _dropped(draw: st.DrawFn, lines: Lines) -> Lines:
    at = draw(st.integers(0, len(lines)))
    return lines[:at] + lines[at + draw(st.integers(1, 5)) :]


def _doubled(draw: st.DrawFn, lines: Lines) -> Lines:
    at = draw(st.integers(0, len(lines)))
    return lines[: at + 2] + lines[at:]


def _shuffled(draw: st.DrawFn, lines: Lines) -> Lines:
    return draw(st.permutations(lines))


def _joined(draw: st.DrawFn, lines: Lines) -> Lines:
    at = draw(st.integers(0, len(lines)))
    return [
        *lines[:at],
        "".join(line.rstrip("\n") for line in lines[at : at + 4]),
        *lines[at + 4 :],
    ]


def _bound(draw: st.DrawFn, lines: Lines) -> Lines:
    text = "".join(lines)
    at = draw(st.integers(0, len(text)))
    odd = draw(st.sampled_from(["\u00a0", "  ", "\u2028", "\r\n", " \u00ad", "\n"]))
    return [text[:at] + text[at : at + 400].replace(" ", odd) + text[at + 400 :]]


def _cut(draw: st.DrawFn, lines: Lines) -> Lines:
    text = "".join(lines)
    start = draw(st.integers(0, len(text)))
    return [text[start : draw(st.integers(start, len(text)))]]


def _broken_in(draw: st.DrawFn, lines: Lines) -> Lines:
    text = "".join(lines)
    at = draw(st.integers(0, len(text)))
    return [text[:at], draw(_ODD | _SENTENCES | ANY_TEXT), text[at:]]


_HAPPENINGS: tuple[Callable[[st.DrawFn, Lines], Lines], ...] = (
    _dropped,
    _doubled,
    _shuffled,
    _joined,
    _bound,
    _cut,
    _broken_in,
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Draw an example record after up to three things that happen to texts on their way."""
    path = draw(st.sampled_from(EXAMPLE_RECORDS))
    lines = path.read_bytes().decode().splitlines(keepends=True)
    for happening in draw(st.lists(st.sampled_from(_HAPPENINGS), max_size=3)):
        lines = happening(draw, lines)
    return "".join(lines)


# A title and a dateline, for records in which something else is looked at.
HEAD = """Meeting of the CSTO Collective Security Council

December 2, 2020, Novo-Ogaryovo, Moscow Region

"""


def cut(reading: Reading, span: Span | None) -> str | None:
    """Give the words of a span, as a person would copy them."""
    return None if span is None else " ".join(span.cut(reading.witness.text).split())
