"""Exports held against schemas made elsewhere, by programs made elsewhere.

Every one of the examples, and fifty of the larger set of records where that lies beside the
checkout: of all its files in the order of their names, those at fifty even steps.
"""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from greffier.exports.akn import document as akn
from greffier.exports.delivering import into_folder
from greffier.exports.registry import format_named
from greffier.exports.taking import Taken
from greffier.model import Date, Gloss, Participant, Remark, Session, Span, Turn
from tests.exports.records import read
from tests.places import EXAMPLE_RECORDS, SHARED
from tests.readings import bare, meeting, scrape

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.model import Reading

_SAMPLE = 50
_SCHEMAS = SHARED / "schemas"


def sampled(every: list[Path], number: int) -> list[Path]:
    """Give so many of some files, at even steps through the order of their names."""
    ordered = sorted(every)
    size = min(number, len(ordered))
    return [ordered[n * len(ordered) // size] for n in range(size)]


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    """Give the readings that are held against the schemas, hostile ones among them."""
    records = SHARED / "records"
    beside = [path for path in records.rglob("*") if path.suffix in {".txt", ".html", ".md"}]
    paths = [
        *EXAMPLE_RECORDS,
        *sampled([one for one in beside if one.name != "README.md"], _SAMPLE),
    ]
    made = [
        meeting(),
        scrape(),
        bare(" \n\u00a0\r\n"),
        bare("\x00\x0b<&>]]>\u202e\ufffe", name="\x01"),
    ]
    return [*map(read, paths), *(reading for _, reading in made), _odd()]


def _odd() -> Reading:
    """Give a reading whose facts lie over each other, with names that XML takes for no names."""
    _, reading = bare("Mr A: hello there friend\nmore words")
    cast = Participant(
        id="x y/é",
        name='Mr "A" \x07',
        office=None,
        of=None,
        acting=True,
        role="press",
        session="s 1",
        spans=(),
    )
    session = Session(
        id="s 1",
        subject=True,
        name="\x00",
        organisations=("a", "b&"),
        body=None,
        status="held",
        date=Date(value="2021-02-31", basis="stated"),
        venue="",
        mode="unknown",
        formats=(),
        spans=(),
    )
    turn = Turn(
        n=1,
        participant=cast.id,
        label="Mr A",
        label_span=Span(0, 4),
        paragraphs=(Span(6, 24), Span(25, 35)),
        session=session.id,
        rule="a b<%",
    )
    return replace(
        reading,
        participants=(cast,),
        sessions=(session,),
        turns=(turn, replace(turn, n=2, participant=None, continues=1, paragraphs=())),
        furniture=(Span(12, 17), Span(25, 35)),
        glosses=(
            Gloss(name="G", office=None, span=Span(8, 14)),
            Gloss(name="H", office="x", span=Span(10, 20)),
        ),
        remarks=(Remark(code="a code", message="\x02"),),
    )


def schema(name: str) -> Path:
    """Give a schema that lies beside the checkout, or skip the test."""
    if not (_SCHEMAS / name).is_file():
        pytest.skip(f"no {name} in a folder of schemas beside the checkout")
    return _SCHEMAS / name


def jing(*files: Path) -> subprocess.CompletedProcess[str]:
    """Hold documents against the schema of Parla-CLARIN."""
    program = shutil.which("jing")
    if program is None:
        pytest.skip("no jing here to validate TEI with; `make jing` installs it")
    command = [program, str(schema("parla-clarin.rng")), *map(str, files)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_tei_is_valid_by_parla_clarin(readings: list[Reading], tmp_path: Path) -> None:
    into_folder(format_named("tei"), (Taken(reading=one) for one in readings), tmp_path)
    files = sorted(tmp_path.iterdir())
    assert len(files) > len(EXAMPLE_RECORDS)
    found = jing(*files)
    assert (found.returncode, found.stdout) == (0, ""), found.stdout[:2_000]


def test_what_is_not_valid_is_found(tmp_path: Path) -> None:
    """The validator looks at what it is given."""
    _, reading = meeting()
    into_folder(format_named("tei"), [Taken(reading=reading)], tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_text(path.read_text("utf-8").replace("<u ", "<utterance ", 1), "utf-8")
    assert jing(path).returncode == 1


def test_akoma_ntoso_is_valid_by_its_schema(readings: list[Reading], tmp_path: Path) -> None:
    checked = etree.XMLSchema(etree.parse(schema("akomantoso30.xsd")))
    into_folder(format_named("akn"), (Taken(reading=one) for one in readings), tmp_path)
    for path in sorted(tmp_path.iterdir()):
        assert checked.validate(etree.parse(path)), checked.error_log


def test_akoma_ntoso_that_is_not_valid_is_found() -> None:
    checked = etree.XMLSchema(etree.parse(schema("akomantoso30.xsd")))
    made = "".join(akn(Taken(reading=meeting()[1]))).encode()
    broken = made.replace(b"<debateBody", b"<mainBody").replace(b"</debateBody", b"</mainBody")
    assert not checked.validate(etree.fromstring(broken))
