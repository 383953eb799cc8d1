"""A reading is whole in TEI: it comes back the same, and its utterances are what was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from greffier.archive import StoredWitness
from greffier.errors import FormError
from greffier.exports.taking import Taken
from greffier.exports.tei import document, reading_of
from greffier.exports.tei.header import when
from greffier.model import UTF8, Reading, Span, Turn
from tests.exports.records import read
from tests.exports.strategies import readings
from tests.places import RECORDS, label
from tests.readings import bare, meeting, scrape

if TYPE_CHECKING:
    from pathlib import Path

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


def written(reading: Reading) -> bytes:
    """Write a reading as TEI."""
    return "".join(document(Taken(reading=reading))).encode()


def kept(reading: Reading) -> Reading:
    """Give a reading without what TEI does not hold."""
    return replace(reading, witness=replace(reading.witness, marks=(), hints=(), encoding=UTF8))


def tree(reading: Reading) -> ET.Element:
    """Write a reading, and read it as any program would."""
    return ET.fromstring(written(reading))  # noqa: S314 - made here


@pytest.mark.parametrize("path", RECORDS, ids=label)
def test_a_record_comes_back_whole(path: Path) -> None:
    reading = read(path)
    assert reading_of(written(reading)) == kept(reading)


@pytest.mark.parametrize("reading", [meeting()[1], scrape()[1]], ids=["meeting", "scrape"])
def test_a_reading_by_hand_comes_back_whole(reading: Reading) -> None:
    assert reading_of(written(reading)) == kept(reading)


@given(readings())
def test_whatever_lies_over_what_nothing_is_lost(reading: Reading) -> None:
    back = reading_of(written(reading))
    assert back.witness.text == reading.witness.text
    assert back.turns == reading.turns
    assert (back.participants, back.glosses, back.furniture) == (
        reading.participants,
        reading.glosses,
        reading.furniture,
    )


@pytest.mark.parametrize(
    ("value", "attributes"),
    [
        ("2021", {"when": "2021"}),
        ("2021-09-16/2021-09-17", {"from": "2021-09-16", "to": "2021-09-17"}),
        ("2018-05-19/..", {"from": "2018-05-19"}),  # TEI has no word for an open end
        ("2021-02-31", {}),
        ("yesterday", {}),
        (None, {}),
    ],
)
def test_a_date_is_one_to_tei_or_none(value: str | None, attributes: dict[str, str]) -> None:
    assert when(value) == attributes


def test_an_utterance_is_what_was_said_and_nothing_else() -> None:
    """Furniture and glosses stand beside it; anchors say where they were."""
    _, reading = meeting()
    text = reading.witness.text
    turn = reading.turns[0]
    first = turn.paragraphs[0]
    cut = Span(first.start + 5, first.start + 12)
    odd = replace(reading, furniture=(*reading.furniture, cut), glosses=())
    root = tree(odd)
    (said,) = [one for one in root.iter(f"{_TEI}u") if one.get("n") == "1"]
    words = "".join("".join(seg.itertext()) for seg in said.iter(f"{_TEI}seg"))
    assert words.startswith(text[first.start : cut.start] + text[cut.end : first.end])
    anchors = {f"#{one.get(_ID)}" for one in said.iter(f"{_TEI}anchor")}
    lifted = {one.get("target"): one.text for one in root.iter(f"{_TEI}note") if one.get("target")}
    assert anchors <= lifted.keys()
    assert cut.cut(text) in lifted.values()


def test_who_speaks_is_in_the_list_of_persons_with_his_office_on_the_day() -> None:
    _, reading = meeting()
    root = tree(reading)
    persons = {f"#{one.get(_ID)}": one for one in root.iter(f"{_TEI}person") if one.get(_ID)}
    for turn, said in zip(reading.turns, root.iter(f"{_TEI}u"), strict=True):
        person = persons[said.get("who", "")]
        participant = reading.participant(turn.participant)
        assert participant is not None
        assert person.findtext(f"{_TEI}persName") == participant.name
        office = person.find(f"{_TEI}affiliation")
        assert office is not None
        assert office.get("when") == "2020-12-02"
        assert office.findtext(f"{_TEI}roleName") == participant.office
    acting = [one.get("type") for one in root.iter(f"{_TEI}roleName")]
    assert acting.count("acting") == 1


def test_a_record_of_no_turns_is_paragraphs() -> None:
    _, reading = bare("A communique.\n\nIt was agreed.", title="A communique.")
    root = tree(reading)
    assert [one.text for one in root.iter(f"{_TEI}p")][-1] == "It was agreed."
    assert [one.text for one in root.iter(f"{_TEI}head")] == ["A communique."]
    assert list(root.iter(f"{_TEI}u")) == []


def test_what_stands_in_brackets_between_words_is_an_incident() -> None:
    text = "Mr A: One.\n(Applause.)\nTwo."
    _, reading = bare(text)
    turn = Turn(
        n=1,
        participant=None,
        label="Mr A",
        label_span=Span(0, 4),
        paragraphs=(Span(6, 10), Span(23, 27)),
    )
    root = tree(replace(reading, turns=(turn,)))
    (incident,) = root.iter(f"{_TEI}incident")
    assert "".join(incident.itertext()) == "(Applause.)"


def test_a_character_that_xml_has_not_is_named_in_the_head() -> None:
    _, reading = bare("A bell \x07 rang.", name="bell\x07.txt")
    root = tree(reading)
    (char,) = root.iter(f"{_TEI}char")
    (g,) = root.iter(f"{_TEI}g")
    assert g.get("ref") == f"#{char.get(_ID)}"
    assert g.text == "␇"
    assert [one.text for one in char] == ["U+0007", "␇"]
    assert "bell␇.txt" in [one.text for one in root.iter(f"{_TEI}idno")]


def test_every_witness_of_the_record_is_named() -> None:
    _, reading = meeting()
    other = StoredWitness(
        id="b" * 16,
        digest="sha256:" + "b" * 64,
        name="copy & more.html",
        media_type="text/html",
        url="http://example.org/?a=1&b=2",
        language="en",
        length=10,
        added="2021-01-02T03:04:05Z",
        base=False,
    )
    root = ET.fromstring("".join(document(Taken(reading=reading, witnesses=(other,)))))  # noqa: S314 - made here
    (source,) = root.iter(f"{_TEI}sourceDesc")
    told = [(one.get("type"), one.text) for one in source.iter(f"{_TEI}idno")]
    digests = [text for kind, text in told if kind == "sha256"]
    assert digests == [reading.witness.digest.removeprefix("sha256:"), "b" * 64]
    assert ("URL", other.url) in told
    assert source.findtext(f"{_TEI}bibl/{_TEI}date[@type='received']") == other.added


@pytest.mark.parametrize(
    ("change", "met"),
    [
        (lambda text: text[:-20], "unclosed token"),
        (
            lambda text: text.replace("<TEI ", "<teiCorpus ").replace("</TEI>", "</teiCorpus>"),
            "tei",
        ),
        (lambda text: text.replace("?>", '?><!DOCTYPE TEI [<!ENTITY a "b">]>', 1), "document type"),
        (lambda text: text.replace("w:0,13", "w:13,0"), "span"),
        (lambda text: text.replace("w:0,13", "w:x,13"), "w:x,13"),
        (lambda text: text.replace("standOff", "teiOff"), "standOff"),
        (lambda text: text.replace('role="chair"', 'role="pope"'), "pope"),
        (lambda text: text.replace(' type="speaker"', ""), "without its label"),
        (lambda text: text.replace('<u xml:id="t1" n="1"', '<u n="one"'), "one"),
    ],
    ids=["cut", "root", "doctype", "backwards", "pointer", "no facts", "role", "label", "number"],
)
def test_what_is_no_such_document_is_refused(change: object, met: str) -> None:
    text = written(meeting()[1]).decode()
    assert callable(change)
    with pytest.raises(FormError, match=f"(?i){met}"):
        reading_of(change(text).encode(), place="a.tei.xml")


def test_elements_without_end_are_refused() -> None:
    with pytest.raises(FormError, match="deep"):
        reading_of(b"<a>" * 10_000)
