"""Data files with a fault: one line that says where, what was met, and what would be right."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING

import pytest

from greffier.authority import load, shipped
from greffier.authority.load import DATA
from greffier.errors import AuthorityError

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = {
    "no source": ("organisations.csv", '"Charter of the United Nations, San Francisco, 1945"', ""),
    "a code that is none": ("states.csv", "\nFR,", "\nfr,"),
    "two states with one code": ("states.csv", "\nFR,", "\nDE,"),
    "two states with one name": ("states.csv", "French;Frenchman", "French;GERMAN"),
    "two states with one Russian name": ("states.csv", ",Франция,", ",Германия,"),
    "too few cells": ("states.csv", ",French Republic,", ","),
    "another column": ("states.csv", "formal_name", "full_name"),
    "no column names": ("states.csv", "code,name", "FR,France"),
    "an empty name in a list": ("states.csv", "French;Frenchman", "French;;Frenchman"),
    "a name twice in a list": ("states.csv", "French;Frenchman", "French;French"),
    "a space beside a semicolon": ("states.csv", "French;Frenchman", "French; Frenchman"),
    "a space at the end": ("states.csv", ",French Republic,", ",French Republic ,"),
    "a space that is not plain": ("states.csv", "French Republic", "French\u00a0Republic"),
    "a quote that does not close": ("states.csv", ",French Republic,", ',"French Republic,'),
    "a rotating chair of another word": ("organisations.csv", ",yes,", ",true,"),
    "an organisation listed twice": ("organisations.csv", "\nG8,", "\nG7,"),
    "a body of no listed organisation": ("bodies.csv", "\nSCO,", "\nSC0,"),
    "a level of another word": ("bodies.csv", ",heads of state,", ",presidents,"),
    "two bodies with one name": ("bodies.csv", "CSTO,Permanent Council", "CSTO,Joint Staff"),
    "an office of no listed organisation": ("organisation_offices.csv", "\nSCO,", "\nSC0,"),
    "two offices with one title": (
        "organisation_offices.csv",
        "CSTO,Deputy Secretary General",
        "CSTO,Secretary General",
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a copy of the shipped files, to be broken."""
    return shutil.copytree(DATA, tmp_path / "data")


def test_the_copy_is_whole(folder: Path) -> None:
    assert load(folder) == shipped()


def test_what_is_shipped_is_loaded_once() -> None:
    assert shipped() is shipped()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_with_its_file_and_line(folder: Path, fault: str) -> None:
    name, right, wrong = FAULTS[fault]
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    with pytest.raises(AuthorityError) as raised:
        load(folder)
    file, _, line = raised.value.place.partition(", line ")
    assert file == name
    assert line.isdecimal()
    assert raised.value.met
    assert raised.value.wanted


def test_the_line_is_the_line(folder: Path) -> None:
    path = folder / "states.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("FR,"))
    lines[at] = lines[at].replace("FR,", "F,")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(AuthorityError) as raised:
        load(folder)
    assert str(raised.value) == (
        f"states.csv, line {at + 1}: the code 'F'; two capitals, as ISO 3166-1 has them"
    )


def test_both_places_of_a_shared_name_are_told(folder: Path) -> None:
    path = folder / "states.csv"
    text = path.read_text(encoding="utf-8").replace("French;Frenchman", "French;Dutch")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AuthorityError, match=r"'dutch', which states\.csv, line \d+ has too"):
        load(folder)


@pytest.mark.parametrize(
    ("data", "met"),
    [
        (b"", "an empty file"),
        (b"code,name\n\xff\n", "bytes that are not UTF-8"),
        (b"\xef\xbb\xbfcode,name\n", "the columns"),
    ],
)
def test_a_file_of_another_form(folder: Path, data: bytes, met: str) -> None:
    (folder / "states.csv").write_bytes(data)
    with pytest.raises(AuthorityError, match=met):
        load(folder)


@pytest.mark.parametrize(
    "name", ["states.csv", "organisations.csv", "bodies.csv", "organisation_offices.csv"]
)
def test_a_missing_file(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(AuthorityError, match="no such file"):
        load(folder)


def test_loading_takes_next_to_nothing() -> None:
    """Every start of the program that reads a record pays for this."""
    load(DATA)
    times = []
    for _ in range(5):
        start = time.process_time()
        load(DATA)
        times.append(time.process_time() - start)
    assert min(times) < 0.015
