"""What is known beforehand is found as it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.reading.lexicon import lexicon_of

if TYPE_CHECKING:
    from greffier.model import Known

Row = tuple[str, str, str]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Russia", [("Russia", "state", "Russia")]),  # a text that ends within a longer name
        ("Russian Federation", [("Russian Federation", "state", "Russia")]),
        ("the Kyrgyz Republic", [("Kyrgyz Republic", "state", "Kyrgyzstan")]),
        ("Tajik people", [("Tajik", "demonym", "Tajikistan")]),
        (
            "the Collective Security Treaty Organisation and the SCO",
            [("Collective Security Treaty Organisation", "org", "CSTO"), ("SCO", "org", "SCO")],
        ),
        (
            "the SCO-Afghanistan group",
            [("SCO", "org", "SCO"), ("Afghanistan", "state", "Afghanistan")],
        ),
        ("China's", [("China", "state", "China")]),
        ("Chad-like Chadwick; turkey; Russias", [("Chad", "state", "Chad")]),
        ("Nigeria and Niger", [("Nigeria", "state", "Nigeria"), ("Niger", "state", "Niger")]),
        ("nothing of the kind", []),
    ],
)
def test_the_longest_name_counts_and_whole_words_only(
    known: Known, printed: str, found: list[Row]
) -> None:
    hits = lexicon_of(known).find(printed)
    assert [
        (printed[start:end], entries[0].kind, entries[0].value) for start, end, entries in hits
    ] == found
