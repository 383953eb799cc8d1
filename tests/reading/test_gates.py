"""A rule that is not tried where it cannot match finds what it finds everywhere else."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from importlib import resources
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from tools.needs import kept

from greffier.reading.folding import View
from greffier.reading.gates import Places
from greffier.reading.languages import LANGUAGES
from greffier.reading.lexicon import lexicon_of
from greffier.reading.patterns import needs, openings, tail_of
from greffier.reading.symbols import filled, rule
from greffier.reading.tagging import Tagger
from greffier.reading.vocabulary import offices_of, titled_of, vocabulary_of
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


LONGEST = 1_500  # characters of a record; every rule of every language is tried on all of them
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
    (first,) = wanted
    assert rule("<state>").fullmatch(first)


def test_most_rules_need_something() -> None:
    """Else they are tried on every sentence, and reading is slow."""
    open_ones = [one for one in PATTERNS if not needs(filled(one))]
    assert len(open_ones) < len(PATTERNS) / 4, open_ones


@pytest.mark.parametrize(
    ("pattern", "begun"),
    [
        (r"\b(?:Deputy )?(?:Prime )?Minister", {"Deput", "Prime", "Minis"}),
        (r"(?:Mr|Dr)\.? \w+", {"Mr ", "Mr. ", "Dr ", "Dr. "}),
        (r"[Kk]ings?\b", {"King", "king", "Kings", "kings"}),
        (r"(?:First |Vice-){0,2}Head", {"First", "Vice-", "Head"}),
    ],
)
def test_how_a_match_begins_is_in_the_pattern(pattern: str, begun: set[str]) -> None:
    assert openings(pattern) == begun


def test_what_begins_with_a_name_is_looked_for_by_its_end() -> None:
    tail = tail_of(filled(r"(?P<name><fullname>), (?:the )?<office>"))
    assert tail
    assert tail.search(", the \U000f4000")
    assert not tail.search("Ivan Petrov, the officer")
    assert tail_of(filled(r"<office> (?P<name><fullname>)")) is None


def _lost(text: str) -> list[str]:
    lost = []
    for language in LANGUAGES.values():
        places = Places(text, vocabulary_of(language))
        for pattern in _patterns(language):
            found = list(_found(pattern, text))
            if found != [one.span() for one in places.matches(pattern)]:
                lost.append(f"{pattern!r} in the text")
            if found and not places.may(pattern):
                lost.append(f"{pattern!r} anywhere")
            lost += [
                f"{pattern!r} in {text[start:end]!r}"
                for start, end in found
                if not places.may_match(pattern, start, end)
            ]
    return lost


def _found(pattern: str, text: str) -> Iterator[tuple[int, int]]:
    for start, end in _lines(text):
        yield from (one.span() for one in rule(pattern).finditer(text, start, end))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        yield at, at + len(line)
        at += len(line) + 1


@pytest.mark.parametrize("path", RECORDS, ids=label)
def test_no_match_is_lost_in_a_record(path: Path, known: Known) -> None:
    folded = View.of(receive(path).witness.text[:LONGEST])
    for language in LANGUAGES.values():
        tagger = Tagger(lexicon_of(known), language)
        assert not _lost(tagger.casts(tagger.known(folded)).text)
        for one in filter(None, (offices_of(language), titled_of(language))):
            plainly = [found.span() for found in rule(one.pattern).finditer(folded.text)]
            assert [found.span() for found in one.finditer(folded.text)] == plainly


@given(TEXTS)
@settings(max_examples=30)
def test_no_match_is_lost_in_any_text(printed: str) -> None:
    assert not _lost(View.of(printed * 3).text)


def test_what_the_rules_need_is_kept_as_it_is_read_off() -> None:
    """After a change of the rules, `make rules` brings the file up to date."""
    held = resources.files("greffier.reading.languages") / "needs.json"
    assert json.loads(held.read_bytes()) == kept()
