"""Tests of `greffier.cli.words`."""

from __future__ import annotations

import pytest

from greffier.cli.words import shown


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("COVID-\u206019", "COVID-19"),
        ("co\u00adoperation\ufeff", "cooperation"),
        ("می\u200cخواهم", "میخواهم"),
        ("a\u202eb\u2066c\u200fd", "a\\u202eb\\u2066c\\u200fd"),  # turns what is written round
        ("a\x1b[2Jb\nc", "a\\x1b[2Jb c"),
    ],
)
def test_what_joins_is_not_seen_and_what_steers_is(words: str, seen: str) -> None:
    assert shown(words) == seen
