"""A rule that is not tried where it cannot match finds what it finds everywhere else."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from greffier.reading.folding import View
from greffier.reading.gates import Places, needs
from greffier.reading.languages import LANGUAGES
from greffier.reading.lexicon import lexicon_of
from greffier.reading.symbols import filled, rule
from greffier.reading.tagging import Tagger
from greffier.sources import receive
from tests.places import RECORDS, label
from tests.reading.texts import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.model import Known


def _patterns(value: object) -> Iterator[str]:
    """Yield the patterns of a language: the second of each pair, wherever it keeps them."""
    if is_dataclass(value):
        for one in fields(value):
            yield from _patterns(getattr(value, one.name))
    elif isinstance(value, tuple):
        if len(value) > 1 and all(isinstance(one, str) for one in value[:2]):
            yield value[1]
        else:
            for one in value:
                yield from _patterns(one)


PATTERNS = sorted({one for language in LANGUAGES.values() for one in _patterns(language)})


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\bchair(?:man|ship) of", [{"chair"}, {"man", "ship"}]),
        (r"(?:signed|adopted)\b", [{"signed", "adopted"}]),
        (r"[Ss]ummit(?: in \w+)?", [{"Summit", "summit"}]),
        (r"(?i:summit)", []),  # in any case: too many spellings to look for
        (r"(?i)summit", []),
        (r"(?:summit)?", []),
        (r"(?:summit|\w+)", []),
        (r"(?<=summit) (?!of the)(?=in the)", []),  # what only looks around may be outside
        (r"of|to", []),  # these stand everywhere
        (r"(?:very ){2,3}good", [{"very "}, {"good"}]),
    ],
)
def test_what_a_pattern_needs_is_in_the_pattern(pattern: str, needed: list[set[str]]) -> None:
    assert [set(one) for one in needs(pattern)] == needed


def test_a_symbol_is_needed_as_a_class() -> None:
    (wanted,) = needs(filled(r"<state>(?:'s)?"))
    (ends,) = wanted
    assert isinstance(ends, tuple)
    assert rule("<state>").fullmatch(ends[0])


def test_most_rules_need_something() -> None:
    """Else they are tried on every sentence, and reading is slow."""
    open_ones = [one for one in PATTERNS if not needs(filled(one))]
    assert len(open_ones) < len(PATTERNS) / 4, open_ones


def _lost(text: str) -> list[str]:
    places = Places(text)
    lost = []
    for pattern in PATTERNS:
        compiled = rule(pattern)
        for start, end in _lines(text):
            found = compiled.search(text[start:end])
            if found and not places.may_match(filled(pattern), start, end):
                lost.append(f"{pattern!r} in {text[start:end]!r}")
            lines = places.lines(filled(pattern))
            if found and not any(first <= start < last for first, last in lines):
                lost.append(f"{pattern!r} lost the line {text[start:end]!r}")
    return lost


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


@pytest.mark.parametrize("path", RECORDS, ids=label)
def test_no_match_is_lost_in_a_record(path: Path, known: Known) -> None:
    folded = View.of(receive(path).witness.text)
    for language in LANGUAGES.values():
        tagger = Tagger(lexicon_of(known), language)
        assert not _lost(tagger.casts(tagger.known(folded)).text)


@given(TEXTS)
@settings(max_examples=30)
def test_no_match_is_lost_in_any_text(printed: str) -> None:
    assert not _lost(View.of(printed * 3).text)
