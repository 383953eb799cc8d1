"""Corpus forms as the tools that read them take them apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from greffier.exports.corpus import conllu, vertical
from tests.builders import reading_of, received
from tests.exports.takings import alone
from tests.readings import bare, meeting, scrape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.exports.taking import Taken
    from greffier.model import Reading

_PLACE = re.compile(r"TokenRange=(\d+):(\d+)")


def read_conllu(taken: Taken) -> Iterator[tuple[dict[str, str], list[list[str]]]]:
    """Yield the sentences of a CoNLL-U document: comments and the columns of the tokens."""
    document = "".join(conllu(taken))
    assert document.endswith("\n\n") or not document
    for block in document.split("\n\n")[:-1]:
        lines = block.split("\n")
        comments = [line[2:].partition(" = ") for line in lines if line.startswith("# ")]
        rows = [line.split("\t") for line in lines if not line.startswith("# ")]
        yield {key: value for key, _, value in comments}, rows


def well_formed(taken: Taken) -> None:
    """Check what the format asks of every sentence."""
    text = taken.reading.witness.text
    for comments, rows in read_conllu(taken):
        assert [row[0] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
        assert all(len(row) == 10 and all(row) and not re.search(r"\s", row[1]) for row in rows)
        joined = "".join(
            row[1] + ("" if "SpaceAfter=No" in row[9] else " ") for row in rows
        ).rstrip()
        assert comments["text"] == joined
        for row in rows:
            place = _PLACE.search(row[9])
            assert place
            printed = text[int(place[1]) : int(place[2])]
            assert row[1] in {printed, "\ufffd"}


def test_conllu_is_well_formed(readings: dict[str, Reading]) -> None:
    for one in readings.values():
        well_formed(alone(one))


def test_a_paragraph_has_its_speaker_and_office() -> None:
    _, reading = meeting()
    opening = [comments for comments, _ in read_conllu(alone(reading)) if "turn" in comments]
    first = opening[0]
    assert (first["speaker"], first["office"], first["of"]) == (
        "Vladimir Putin",
        "President",
        "Russia",
    )
    assert {one["speaker"] for one in opening if "acting" in one} == {"Talant Mamytov"}


def test_a_document_begins_once_and_sentences_are_named_once(
    readings: dict[str, Reading],
) -> None:
    for one in readings.values():
        found = [comments for comments, _ in read_conllu(alone(one))]
        assert ["newdoc id" in each for each in found] == [True] + [False] * (len(found) - 1)
        assert len({each["sent_id"] for each in found}) == len(found)


def test_what_is_not_the_record_s_own_is_no_token() -> None:
    _, reading = scrape()
    words = [row[1] for _, rows in read_conllu(alone(reading)) for row in rows]
    assert "NikolPrime" not in words  # the gloss
    _, reading = meeting()
    assert not any("Font size:" in comments["text"] for comments, _ in read_conllu(alone(reading)))


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_makes_well_formed_conllu(text: str) -> None:
    _, reading = bare(text.encode("utf-8", "replace").decode())
    well_formed(alone(reading))


def structures(document: str) -> ET.Element:
    """Read vertical text as the tree that its structures make; tokens are the text between."""
    return ET.fromstring(document)  # noqa: S314 - made by us


def test_vertical_text_is_a_tree_of_documents_turns_paragraphs_and_sentences(
    readings: dict[str, Reading],
) -> None:
    inside = {"doc": {"turn", "p"}, "turn": {"p"}, "p": {"s"}, "s": {"g"}, "g": set[str]()}
    for one in readings.values():
        root = structures("".join(vertical(alone(one))))
        assert root.tag == "doc"
        for element in root.iter():
            assert {child.tag for child in element} <= inside[element.tag]


def test_a_token_leads_back_to_its_place(readings: dict[str, Reading]) -> None:
    for one in readings.values():
        root = structures("".join(vertical(alone(one))))
        for sentence in root.iter("s"):
            for line in "".join(sentence.itertext()).split("\n"):
                if line:
                    word, start, end = line.split("\t")
                    assert one.witness.text[int(start) : int(end)] == word


def test_a_turn_has_who_and_in_what_office() -> None:
    _, reading = meeting()
    turns = list(structures("".join(vertical(alone(reading)))).iter("turn"))
    assert len(turns) == len(reading.turns)
    said: dict[str, Any] = turns[0].attrib
    assert (said["speaker"], said["office"], said["of"]) == (
        "Vladimir Putin",
        "President",
        "Russia",
    )


def test_signs_of_markup_in_words_are_no_markup() -> None:
    hostile = '<doc id="x"> & </s> "quoted"'
    came = received(f"{hostile}\n\nA: {hostile}.")
    root = structures("".join(vertical(alone(reading_of(came.witness, cast={})))))
    assert root.tag == "doc"
    assert "<" in "".join(root.itertext())
