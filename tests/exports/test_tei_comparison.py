"""The text of every witness comes back out of TEI, and the document is what it says it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from hypothesis import given

from greffier.exports.tei import comparison as tei
from greffier.model import Record, Stated, witness_of
from tests.collation.witnesses import beside, families

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TEI = "{http://www.tei-c.org/ns/1.0}"
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")

# Of each element what TEI P5 lets stand in it, of what is written here.
_INSIDE = {
    "TEI": ["teiHeader", "text"],
    "teiHeader": ["fileDesc", "encodingDesc", "profileDesc"],
    "fileDesc": ["titleStmt", "publicationStmt", "sourceDesc"],
    "titleStmt": ["title"],
    "publicationStmt": ["p"],
    "sourceDesc": ["listWit"],
    "listWit": ["witness"],
    "witness": ["idno"],
    "encodingDesc": ["variantEncoding", "editorialDecl"],
    "editorialDecl": ["p"],
    "profileDesc": ["creation", "langUsage"],
    "creation": ["date", "placeName"],
    "langUsage": ["language"],
    "text": ["body"],
    "body": ["p"],
    "p": ["app"],
    "app": ["lem", "rdg"],
    "lem": ["lb"],
    "rdg": ["lb"],
}


def document(texts: Sequence[str], *, title: str | None = None) -> ET.Element:
    """Write a base and other witnesses as TEI, and read that back."""
    names = [f"{n:016x}" for n in range(len(texts))]
    record = Record(
        id=names[0],
        witnesses=tuple(names),
        base=names[0],
        title=None if title is None else Stated(value=title, witness=names[0]),
        date=Stated(value="2021-09-16/2021-09-17", witness=names[0]),
        place=Stated(value="Dushanbe & Moscow", witness=names[0]),
    )
    witnesses = {name: witness_of(text) for name, text in zip(names, texts, strict=True)}
    compared = [
        beside(texts[0], text, witness=name)
        for name, text in zip(names[1:], texts[1:], strict=True)
    ]
    return ET.fromstring("".join(tei(record, witnesses, compared)))  # noqa: S314 - made above


def said(root: ET.Element, n: int) -> str:
    """Give the text of a witness: its readings, white space as one blank."""
    body = root.find(f".//{_TEI}body")
    assert body is not None
    return " ".join("".join(_said(body, f"#w{n:016x}")).split())


def _said(element: ET.Element, name: str) -> Iterator[str]:
    yield "\n" if element.tag == f"{_TEI}lb" else ""
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEI}app":
            (chosen,) = [one for one in child if name in one.get("wit", "").split()]
            yield from _said(chosen, name)
        else:
            yield from _said(child, name)
        yield "\n" if child.tag == f"{_TEI}p" else ""
        yield child.tail or ""


@given(families())
def test_every_witness_can_be_got_back(texts: list[str]) -> None:
    root = document(texts)
    for n, text in enumerate(texts):
        assert said(root, n) == _FORBIDDEN.sub("\ufffd", " ".join(text.split()))


def test_the_head_names_the_witnesses_and_the_record() -> None:
    root = document(["One text.", "One text"], title='The "SCO" & others')
    names = [
        one.get("{http://www.w3.org/XML/1998/namespace}id") for one in root.iter(f"{_TEI}witness")
    ]
    assert names == [f"w{0:016x}", f"w{1:016x}"]
    assert root.findtext(f".//{_TEI}title") == 'The "SCO" & others'
    date = root.find(f".//{_TEI}creation/{_TEI}date")
    assert date is not None
    assert date.attrib == {"from": "2021-09-16", "to": "2021-09-17"}
    assert root.findtext(f".//{_TEI}placeName") == "Dushanbe & Moscow"


def test_witnesses_that_agree_stand_together_and_others_apart() -> None:
    base = "The Council met in Dushanbe on Thursday and adopted a declaration on Afghanistan."
    friday = base.replace("Thursday", "Friday")
    root = document([base, friday, base, friday.replace("adopted", "signed")])
    apps = [
        [(one.tag.removeprefix(_TEI), one.get("wit"), one.get("type"), one.text) for one in app]
        for app in root.iter(f"{_TEI}app")
    ]
    w = [f"#w{n:016x}" for n in range(4)]
    assert apps == [
        [
            ("lem", f"{w[0]} {w[2]}", None, "Thursday"),
            ("rdg", f"{w[1]} {w[3]}", "wording", "Friday"),
        ],
        [
            ("lem", f"{w[0]} {w[1]} {w[2]}", None, "adopted"),
            ("rdg", w[3], "wording", "signed"),
        ],
    ]


def test_lines_of_the_base_are_paragraphs_unless_a_variant_reaches_over_them() -> None:
    base = "The Council met in Dushanbe.\n\nIt adopted a declaration.\nThe chair closed it."
    root = document([base, base.replace("It adopted a declaration.\n", "")])
    lines = ["".join(one.itertext()) for one in root.iter(f"{_TEI}p")]
    assert "The Council met in Dushanbe." in lines
    assert [one.tag for one in root.iter(f"{_TEI}lb")] == [f"{_TEI}lb"]


def test_witnesses_that_only_wrap_lines_elsewhere_have_no_entry() -> None:
    base = "The Council met in Dushanbe.\n\nIt adopted a declaration."
    root = document([base, "The Council\nmet in Dushanbe. It\nadopted a declaration.\n"])
    assert list(root.iter(f"{_TEI}app")) == []


def test_markup_in_a_record_is_only_text() -> None:
    base = "He said: <app> & ]]> were meant, as were </body> and &amp; in the Council's text."
    root = document([base, base.replace("meant", "<meant>")])
    assert said(root, 0) == base
    assert "<meant>" in said(root, 1)


@given(families())
def test_every_element_stands_where_it_may_and_in_order(texts: list[str]) -> None:
    root = document(texts)
    for element in root.iter():
        allowed = _INSIDE.get(element.tag.removeprefix(_TEI), [])
        places = [allowed.index(child.tag.removeprefix(_TEI)) for child in element]
        assert places == sorted(places)
    assert root.find(f".//{_TEI}body/{_TEI}p") is not None
    for app in root.iter(f"{_TEI}app"):
        assert [one.tag for one in app].count(f"{_TEI}lem") == 1
        names = [name for one in app for name in one.get("wit", "").split()]
        assert sorted(names) == sorted({f"#w{n:016x}" for n in range(len(texts))})
