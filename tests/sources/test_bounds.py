"""What would take any time or memory is refused before it does, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.authority import shipped
from greffier.errors import DataError, WitnessError
from greffier.form import decode, encode
from greffier.reading import read
from greffier.sources import find, packed, receive
from greffier.sources.forms import LONGEST, content
from tests.fuzz.making import zipped_many

if TYPE_CHECKING:
    from pathlib import Path

_MAIL = b"Subject: Talks\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n\r\n"
_STATED = '<script type="application/ld+json">{"headline": "%s", "@type": "Article"}</script>'


@pytest.mark.parametrize(
    ("data", "suffix", "met"),
    [
        (b"a" * (LONGEST + 1), ".txt", "a text of 4,000,001 characters"),
        (b"<html><p>" + b"a" * (LONGEST + 1), ".html", "a text of 4,000,001 characters"),
        (b"a" * (24 * 1024**2 + 1), ".txt", "more than 24 MB of text"),
        (b"<html>" + b"<!-- -->" * 4_000_000, ".html", "more than 24 MB of text"),
        (_MAIL + b"\n" * 1_000_001, ".eml", "a message of 1,000,005 lines"),
        (b"<html><p " + b"a b " * 50_000 + b">", ".html", "a tag of 100,000 attributes"),
        (b"<html><p " + b'a=">" ' * 50_000 + b">", ".html", "a tag of 50,000 attributes"),
    ],
    ids=["letters", "letters of a page", "bytes", "bytes of a page", "lines", "names", "values"],
)
def test_more_than_any_record_has_is_refused(data: bytes, suffix: str, met: str) -> None:
    with pytest.raises(WitnessError) as refused:
        content(data, suffix, place="file")
    assert refused.value.met == met


def test_what_a_page_has_in_its_scripts_and_its_values_are_no_attributes() -> None:
    words = "a b " * 50_000
    source = f"<html><script>if (a<b) {words}</script><!-- <a {words}--><p title='{words}'>Yes.</p>"
    assert content(source.encode(), ".html", place="page").words == "Yes."


def test_a_list_of_members_is_no_longer_than_it_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "many.zip"
    path.write_bytes(zipped_many(500))
    assert len(list(find([path]))) == 500
    monkeypatch.setattr(packed, "_LONGEST_LIST", 20_000)
    with pytest.raises(DataError, match="a list of its files"):
        list(find([path]))


@pytest.mark.parametrize(
    ("name", "source", "title"),
    [
        (
            "a.html",
            "<html>" + _STATED % "Talks \\ud800 held" + "<p>The Chair: Yes.",
            "Talks � held",
        ),
        ("a.html", "<html>" + _STATED % "Talks \\ud83d\\ude00" + "<p>The Chair: Yes.", "Talks 😀"),
        ("a.md", '---\ntitle: "Talks \\uDC00 held"\n---\n\nThe Chair: Yes.', "Talks � held"),
    ],
)
def test_half_a_character_that_is_spelled_out_is_written(
    name: str, source: str, title: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(source, encoding="utf-8")
    witness = receive(path).witness
    assert witness.stated("title") == title
    made = read(witness, shipped())
    assert decode(encode(made)) == made
