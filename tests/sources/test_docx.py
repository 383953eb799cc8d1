"""DOCX: paragraphs, tables, and what their styles say of the words."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml import parse_xml
from hypothesis import given
from hypothesis import strategies as st

from greffier.errors import WitnessError
from greffier.sources.docx import form, is_docx

if TYPE_CHECKING:
    from greffier.sources.text import Form

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined] # its class is made by a function
    return out.getvalue()


def packed(body: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        document = f"<w:document {NAMES}><w:body>{body}</w:body></w:document>"
        package.writestr("word/document.xml", document)
        for name, part in parts.items():
            package.writestr(f"word/{name}.xml", part)
    return out.getvalue()


def read(data: bytes) -> Form:
    return form(data, place="page")


def marked(made: Form) -> list[tuple[str, str, str | None]]:
    return [(one.kind, one.span.cut(made.words or ""), one.value) for one in made.marks]


def test_a_word_file_gives_its_text_marks_and_title() -> None:
    made = docx.Document()
    made.add_paragraph("Second session", style="Title")
    made.add_heading("Opening", level=2)
    spoken = made.add_paragraph()
    spoken.add_run("The Chair").bold = True
    spoken.add_run(":").bold = True
    spoken.add_run(" Order. ")
    spoken.add_run("(Applause)").italic = True
    spoken.add_run().add_break()
    spoken.add_run("We begin.")
    table = made.add_table(rows=2, cols=2)
    for cell, words in zip(
        [*table.rows[0].cells, *table.rows[1].cells], ["A", "Chair", "B", "Member"], strict=True
    ):
        cell.text = words
    made.add_paragraph("The end.")
    read_ = read(saved(made))
    assert read_.words == (
        "Second session\n\nOpening\n\nThe Chair: Order. (Applause)\nWe begin.\n\n"
        "A\tChair\nB\tMember\n\nThe end."
    )
    assert marked(read_) == [
        ("heading", "Second session", "1"),
        ("bold", "Opening", None),
        ("heading", "Opening", "2"),
        ("bold", "The Chair:", None),
        ("italic", "(Applause)", None),
    ]
    (title,) = read_.hints
    assert title.span is not None
    assert (title.key, title.value) == ("title", title.span.cut(read_.words or ""))


RUN = "<w:r><w:t>{}</w:t></w:r>"
CELL = f"<w:p>{RUN}</w:p>"
ADDED = f"<w:ins>{RUN.format('new')}</w:ins>"
DELETED = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
MOVED = f"<w:moveFrom>{RUN.format('from')}</w:moveFrom><w:moveTo>{RUN.format('to')}</w:moveTo>"
CODE = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
SIGNS = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>"
STOPS = "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
CELLS = f"<w:tc>{CELL.format('a')}{CELL.format('b')}</w:tc><w:tc>{CELL.format('c')}</w:tc>"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"<w:p>{RUN.format('One')}{RUN.format(' two')}</w:p>", "One two"),
        (f"<w:p>{ADDED}{DELETED}</w:p>", "new"),
        (f"<w:p>{MOVED}</w:p>", "to"),
        (f"<w:sdt><w:sdtContent>{CELL.format('held')}</w:sdtContent></w:sdt>", "held"),
        (f"<w:p>{CODE}{SIGNS}</w:p>", "a\tb\u2011c"),
        (f"<w:p>{STOPS}{RUN.format('a')}</w:p>", "a"),
        (f"<w:tbl><w:tr>{CELLS}</w:tr></w:tbl>", "a\nb\tc"),
    ],
)
def test_what_is_in_the_text_is_in_the_words(body: str, words: str) -> None:
    assert read(packed(body)).words == words


def test_a_run_may_undo_what_its_style_says() -> None:
    styles = f"""<w:styles {NAMES}><w:style w:styleId="a"><w:rPr><w:b/></w:rPr></w:style>
      <w:style w:styleId="s"><w:basedOn w:val="a"/></w:style></w:styles>"""
    body = """<w:p><w:pPr><w:pStyle w:val="s"/></w:pPr><w:r><w:t>Chair:</w:t></w:r>
      <w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t xml:space="preserve"> Order.</w:t></w:r></w:p>"""
    assert marked(read(packed(body, styles=styles))) == [("bold", "Chair:", None)]


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = f"""<w:styles {NAMES}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>
      <w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>"""
    body = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>words</w:t></w:r></w:p>'
    assert read(packed(body, styles=styles)).words == "words"


def test_links_lead_where_the_relations_say() -> None:
    made = docx.Document()
    key = made.part.relate_to(
        "https://example.org/a",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    linked = parse_xml(
        f'<w:hyperlink {NAMES} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships" r:id="{key}"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
    )
    made.add_paragraph("Read ")._p.append(linked)  # noqa: SLF001 - there is no other way
    assert marked(read(saved(made))) == [("link", "here", "https://example.org/a")]


@pytest.mark.parametrize(
    ("data", "met"),
    [
        (packed("<w:p>")[:-30], "damaged"),
        (packed("<w:p>"), "damaged"),  # no XML
        (b"PK\x03\x04 words", "damaged"),
    ],
    ids=["cut off", "no XML", "no archive"],
)
def test_a_damaged_file_says_so(data: bytes, met: str) -> None:
    with pytest.raises(WitnessError, match=met):
        read(data)


@pytest.mark.parametrize("encoding", ["nosuch", "hex", "idna", "undefined", "shift_jis"])
def test_an_encoding_that_no_word_file_has_is_said(encoding: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        document = f'<?xml version="1.0" encoding="{encoding}"?><w:document {NAMES}/>'
        package.writestr("word/document.xml", document)
    with pytest.raises(WitnessError, match=r"damaged Word file \(.*cod(ing|ec)"):
        read(out.getvalue())


def test_damage_in_any_packing_is_said() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as package:
        package.writestr("word/document.xml", f"<w:document {NAMES}/>" * 9)
    data = bytearray(out.getvalue())
    data[60:80] = b"\xff" * 20
    with pytest.raises(WitnessError, match="damaged Word file"):
        read(bytes(data))


def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", bytes(129 * 1024**2))
    assert len(out.getvalue()) < 1024**2
    with pytest.raises(WitnessError, match="unpacks to 129 MB"):
        read(out.getvalue())


def test_entities_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        lol = '<!DOCTYPE x [<!ENTITY a "words"><!ENTITY b "&a;&a;">]>'
        package.writestr("word/document.xml", f"{lol}<w:document {NAMES}>&b;</w:document>")
    with pytest.raises(WitnessError, match="entities of its own"):
        read(out.getvalue())


def test_only_a_word_file_is_one() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", "words")
    assert not is_docx(out.getvalue())
    assert is_docx(packed(""))


@given(st.lists(st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "del", "hyperlink", "pPr"])))
def test_any_nesting_is_read(names: list[str]) -> None:
    body = "".join(f"<w:{name}>" for name in names) + "words"
    body += "".join(f"</w:{name}>" for name in reversed(names))
    assert read(packed(body)).words in {"", "words"}
