"""A citation in each of its forms is what the programs that read it expect."""

from __future__ import annotations

import re
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from citeproc import CitationStylesStyle
from hypothesis import given
from hypothesis import strategies as st

from greffier.errors import UsageError
from greffier.exports.citing import STYLES, bibtex, citation, item_of, part, ris
from tests.exports.takings import alone, copied
from tests.readings import bare, meeting

if TYPE_CHECKING:
    from pathlib import Path

_RIS_LINE = re.compile(r"[A-Z][A-Z0-9]  - [^\r\n]*")


def of_turn(key: str = "t1") -> dict[str, Any]:
    """Cite a turn."""
    _, reading = meeting()
    return item_of(part(alone(reading), key))


def titled(title: str) -> dict[str, Any]:
    """Cite a record that is called so."""
    return {**of_turn(""), "title": title, "author": [{"literal": title}]}


def test_a_note_says_who_what_where_when_whence_and_which_bytes() -> None:
    item = of_turn()
    assert citation(item, "note") == (
        "Vladimir Putin, ‘Statement as President of Russia’, turn 1, in ‘Meeting of the CSTO "
        "Collective Security Council’, transcript, 2 December 2020. Official website of the "
        f"President of Russia. Greffier, {item['archive_location']}."
    )


def test_a_reference_stands_under_author_and_year() -> None:
    item = of_turn()
    assert citation(item, "author-date") == (
        "Vladimir Putin (2020). ‘Statement as President of Russia’. In ‘Meeting of the CSTO "
        "Collective Security Council’, turn 1, transcript, 2 December 2020. Official website of "
        f"the President of Russia. Greffier, {item['archive_location']}."
    )


def test_without_an_author_the_title_comes_first() -> None:
    told = citation(item_of(part(copied())), "author-date")
    assert told.startswith("‘Meeting of the CSTO Collective Security Council’ (2020). Transcript")
    assert "Greffier, received 2 January 2026, sha256:" in told


@pytest.mark.parametrize("style", STYLES)
def test_an_address_is_told_as_it_is(style: str) -> None:
    address = "https://example.org/a_(b)?c=1&d=%20#e"
    assert address in citation({**of_turn(), "URL": address}, style)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "title", ["A & B <b>bold</b>", "Касым-Жомарт Токаев", "مؤتمر القمة", "50% {x} $y$ _z_"]
)
def test_a_title_is_told_as_it_is(style: str, title: str) -> None:
    assert title in citation(titled(title), style)


@pytest.mark.parametrize("year", ["0999", "2020-12", "2020", "2021-09-16/2021-09-17"])
@pytest.mark.parametrize("style", STYLES)
def test_a_date_of_any_precision_can_be_told(style: str, year: str) -> None:
    parts = [[int(one) for one in part.split("-")] for part in year.split("/")]
    item = {**of_turn(), "issued": {"date-parts": parts}}
    assert year[:4].lstrip("0") in citation(item, style)
    assert f"date = {{{year}}}" in bibtex(item)


def test_a_style_of_ones_own_is_used(tmp_path: Path) -> None:
    style = tmp_path / "short.csl"
    head = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
    text = '<layout><text variable="title"/></layout>'
    style.write_text(
        f"{head}<citation>{text}</citation><bibliography>{text}</bibliography></style>",
        encoding="utf-8",
    )
    assert citation(of_turn(), str(style)) == "Statement as President of Russia"


@pytest.mark.parametrize(
    "content",
    [
        "no XML",
        "<a/>",
        '<style xmlns="http://purl.org/net/xbiblio/csl"/>',
        (
            '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation>'
            '<layout/></citation><bibliography><layout><text macro="none"/></layout>'
            "</bibliography></style>"
        ),
    ],
)
def test_what_is_no_style_is_said(tmp_path: Path, content: str) -> None:
    style = tmp_path / "none.csl"
    style.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"none\.csl.*give note, author-date or"):
        citation(of_turn(), str(style))


@pytest.mark.parametrize("name", ["chicago", "\0", ""])
def test_a_style_that_is_not_there_is_said(name: str) -> None:
    with pytest.raises(UsageError, match="give note, author-date or the path of a CSL file"):
        citation(of_turn(), name)


@given(st.text())
def test_bibtex_can_be_counted_out(title: str) -> None:
    """Braces are what BibTeX counts, behind a backslash too; a stray one swallows the file."""
    _, reading = bare("x", name=title or "x")
    entry = bibtex(item_of(part(alone(reading))))
    depth = 0
    for sign in entry.rstrip():
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
        assert depth or sign != "\n"
    assert depth == 0


@pytest.mark.parametrize("sign", list("$&#%_"))
def test_bibtex_has_no_sign_that_tex_would_obey(sign: str) -> None:
    entry = bibtex(titled(f"a {sign} b"))
    assert f"title = {{a \\{sign} b}}" in entry


@pytest.mark.parametrize(
    ("tag", "name"), [("en", "english"), ("ru", "russian"), ("de-AT", "ngerman"), ("qaa", None)]
)
def test_bibtex_has_the_language_by_the_name_that_hyphenates_it(tag: str, name: str | None) -> None:
    entry = bibtex({**of_turn(), "language": tag})
    assert [line for line in entry.splitlines() if "langid" in line] == (
        [f"  langid = {{{name}}},"] if name else []
    )


def test_bibtex_keeps_an_author_whole() -> None:
    assert "author = {{Ministry of Trade and Industry}}" in bibtex(
        titled("Ministry of Trade and Industry")
    )


@given(st.text())
def test_ris_is_lines_of_a_tag_and_a_value(title: str) -> None:
    _, reading = bare("x", name=title or "x")
    lines = ris(item_of(part(alone(reading)))).split("\r\n")
    assert lines.pop() == ""
    assert all(_RIS_LINE.fullmatch(line) for line in lines)
    assert (lines[0][:2], lines[-1]) == ("TY", "ER  - ")
    assert sum(line.startswith(("TY", "ER")) for line in lines) == 2


@pytest.mark.parametrize("style", STYLES)
def test_a_style_that_is_shipped_is_valid_and_names_whose_it_is(style: str) -> None:
    path = files("greffier.exports.citing") / "styles" / f"{style}.csl"
    text = path.read_text(encoding="utf-8")
    assert '<rights license="https://opensource.org/license/mit">' in text
    assert "Written for this program." in text
    CitationStylesStyle(BytesIO(text.encode()), validate=True)  # warns, which is an error here
