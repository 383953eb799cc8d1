"""A reading as an Akoma Ntoso debate: each turn a speech by somebody, and nothing of it lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from greffier.exports.akn import document
from greffier.exports.markup import UNWRITABLE, picture
from greffier.exports.taking import Taken
from greffier.model import Date, RecordHead, Span, Turn
from tests.exports.strategies import readings
from tests.readings import bare, meeting, scrape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Reading

_AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
_OWN = "{urn:greffier:akn}"


def tree(reading: Reading) -> ET.Element:
    """Write a reading, and read it as any program would."""
    return ET.fromstring("".join(document(Taken(reading=reading))))  # noqa: S314 - made here


def test_every_turn_is_a_speech_by_whoever_gave_it() -> None:
    _, reading = meeting()
    root = tree(reading)
    shown = {f"#{one.get('eId')}": one.get("showAs") for one in root.iter() if one.get("showAs")}
    speeches = list(root.iter(f"{_AKN}speech"))
    assert len(speeches) == len(reading.turns)
    for turn, speech in zip(reading.turns, speeches, strict=True):
        participant = reading.participant(turn.participant)
        assert participant is not None
        assert shown[speech.get("by", "")] == participant.name
        assert (shown[speech.get("as", "")] or "").endswith(f"of {participant.of}")
        assert turn.label in "".join(speech.find(f"{_AKN}from").itertext())  # type: ignore[union-attr] # a failure if it is not there
    roles = [one.get("showAs") for one in root.iter(f"{_AKN}TLCRole")]
    assert "Acting President of Kyrgyzstan" in roles


def test_who_is_not_made_out_is_named_so() -> None:
    root = tree(scrape()[1])
    assert [one.get("by") for one in root.iter(f"{_AKN}speech")] == ["#unknown"]
    (unknown,) = [one for one in root.iter(f"{_AKN}TLCPerson") if one.get("eId") == "unknown"]
    assert unknown.get("showAs") == "speaker not made out"


def test_a_gloss_is_a_note_and_no_part_of_the_speech() -> None:
    _, reading = scrape()
    (gloss,) = reading.glosses
    words = gloss.span.cut(reading.witness.text)
    root = tree(reading)
    (note,) = root.iter(f"{_AKN}note")
    assert "".join(note.itertext()) == words
    refs = {one.get("href") for one in root.iter(f"{_AKN}noteRef")}
    assert refs == {f"#{note.get('eId')}"}
    (body,) = root.iter(f"{_AKN}debateBody")
    assert words not in "".join(body.itertext())


@pytest.mark.parametrize(
    ("value", "day", "name"),
    [
        ("2020-12-02", "2020-12-02", "record"),
        ("2021-09", "2021-09-01", "earliest"),
        ("2021-09-16/2021-09-17", "2021-09-16", "earliest"),
        ("2021-02-31", "0001-01-01", "unknown"),  # a day that no calendar has
        (None, "0001-01-01", "unknown"),
    ],
)
def test_a_date_says_what_it_is(value: str | None, day: str, name: str) -> None:
    _, reading = bare("Words.")
    date = Date(value=value, basis="stated") if value else None
    root = tree(replace(reading, record=RecordHead(kind="other", title=None, date=date)))
    dates = {(one.get("date"), one.get("name")) for one in root.iter(f"{_AKN}FRBRdate")}
    assert dates == {(day, name)}


def test_what_interrupts_a_speech_stands_between_its_parts() -> None:
    _, reading = bare("Mr A: One.\n(Applause.)\nTwo.")
    turn = Turn(
        n=1,
        participant=None,
        label="Mr A",
        label_span=Span(0, 4),
        paragraphs=(Span(6, 10), Span(23, 27)),
    )
    root = tree(replace(reading, turns=(turn,)))
    (section,) = root.iter(f"{_AKN}debateSection")
    assert [(one.tag.removeprefix(_AKN), one.get("class")) for one in section] == [
        ("speech", None),
        ("scene", None),
        ("speech", "continued"),
    ]
    assert section[2].get(f"{_OWN}continues") == f"#{section[0].get('eId')}"


def test_the_words_for_every_fact_are_named() -> None:
    _, reading = meeting()
    root = tree(reading)
    text = reading.witness.text
    found = {one.get("id"): one for one in root.iter(f"{_OWN}fact")}
    start, end = map(int, found["s1.mode"].get("at", "").split(","))
    assert text[start:end] == "via videoconference"
    (witness,) = root.iter(f"{_OWN}witness")
    assert witness.get("digest") == reading.witness.digest


@given(readings())
def test_whatever_lies_over_what_the_document_stands(reading: Reading) -> None:
    root = tree(reading)
    names = [one.get("eId") for one in root.iter() if one.get("eId")]
    assert len(names) == len(set(names))
    pointed = {one.get("by") for one in root.iter(f"{_AKN}speech")}
    assert pointed <= {f"#{name}" for name in names}
    told = {one.get(f"{_OWN}turn") for one in root.iter(f"{_AKN}speech")}
    assert told == {str(turn.n) for turn in reading.turns}
    # Nothing is lost and nothing stands twice, whatever else was moved.
    printed = UNWRITABLE.sub(lambda found: picture(found[0]), reading.witness.text)
    assert _signs("".join(_words(root))) == _signs(printed)


def _signs(text: str) -> Counter[str]:
    """Count the signs that are no blanks, nor stand for a control character that is one."""
    blanks = {picture(char) for char in "\x0b\x0c\x1c\x1d\x1e\x1f"}
    return Counter(char for char in text if not char.isspace() and char not in blanks)


def _words(root: ET.Element) -> Iterator[str]:
    for name in ("notes", "preface", "debateBody"):
        for one in root.iter(f"{_AKN}{name}"):
            yield from one.itertext()
