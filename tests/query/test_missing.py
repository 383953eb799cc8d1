"""Tests of `greffier.query.missing`: what the examples let on not to have."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from greffier.archive import open_archive
from greffier.jobs import add_all, read_item
from greffier.model import Remark, Span
from greffier.query.missing import Missing, missing
from tests.places import EXAMPLE_RECORDS

if TYPE_CHECKING:
    from pathlib import Path


def test_what_the_reader_remarks_as_cut_off_is_said_with_the_words() -> None:
    _, reading = read_item(EXAMPLE_RECORDS[0])
    remark = Remark(code="cut-off", message="the text ends in mid-sentence", span=Span(5, 6))
    found = list(missing(replace(reading, remarks=(remark,))))
    assert (
        Missing(kind="damaged", told="The text ends in mid-sentence.", spans=(Span(5, 6),)) in found
    )


def test_a_copy_without_its_end_says_which_witness_has_it(tmp_path: Path) -> None:
    with closing(open_archive(tmp_path, create=True)) as archive:
        add_all(archive, EXAMPLE_RECORDS[:2])
        (record,) = archive.records()
        whole, cut = (one.id for one in archive.witnesses(record.id))
        bound = archive.groupings(record.id)
        (told,) = [one for one in missing(archive.reading(cut), bound) if one.kind == "shorter"]
        assert told.other == whole
        words = int(re.sub(r"\D", "", told.told))
        assert 321 <= words <= 400  # 321 at its end, and the lines above the text
        assert not [one for one in missing(archive.reading(whole), bound) if one.kind == "shorter"]


def test_one_sides_speech_is_not_taken_for_the_session() -> None:
    _, reading = read_item(EXAMPLE_RECORDS[0])
    (told,) = [one for one in missing(reading) if one.kind == "one side"]
    assert told.told.startswith("Only the words of Vladimir Putin are printed; ")
    both = replace(reading, turns=(*reading.turns, replace(reading.turns[0], participant=None)))
    assert not [one for one in missing(both) if one.kind == "one side"]


def test_a_transcript_of_all_who_spoke_lacks_nobody() -> None:
    _, reading = read_item(EXAMPLE_RECORDS[2])
    assert not [one for one in missing(reading) if one.kind == "one side"]
