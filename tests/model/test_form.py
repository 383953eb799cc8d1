"""The JSON form of a reading: nothing lost, always the same bytes, refused where it is wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from greffier.errors import FormError
from greffier.form import decode, encode, encode_lines, plain
from tests.model.strategies import readings
from tests.places import RECORDS, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from greffier.model import Reading


@given(readings())
def test_a_reading_comes_back_as_it_went(reading: Reading) -> None:
    assert decode(encode(reading)) == reading


DIGESTS = """
import hashlib
from greffier.authority import shipped
from greffier.form import encode
from greffier.reading import read
from greffier.sources import receive
from tests.places import RECORDS
for path in RECORDS:
    print(hashlib.sha256(encode(read(receive(path).witness, shipped()))).hexdigest(), path)
"""


def test_every_process_reads_the_same_bytes() -> None:
    """Where the order of a set gets into a reading, another hash seed shows it."""
    told = [
        subprocess.run(
            [sys.executable, "-c", DIGESTS],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert told[0].count(b"\n") == len(RECORDS)


@given(readings())
def test_plain_values_are_those_of_the_form(reading: Reading) -> None:
    # The form has lists where the values have tuples.
    assert json.loads(json.dumps(plain(reading))) == json.loads(encode(reading))


@given(readings())
def test_a_line_holds_one_reading(reading: Reading) -> None:
    """Line ends, NUL and the like inside a text do not end the line."""
    (line,) = b"".join(encode_lines([reading])).split(b"\n")[:-1]
    assert decode(line) == reading


def _moved(form: dict[str, Any]) -> None:
    form["furniture"] = [[0, len(form["witness"]["text"]) + 1]]


def _backwards(form: dict[str, Any]) -> None:
    form["furniture"] = [[1, 0]]


def _renamed(form: dict[str, Any]) -> None:
    form["schema"] = "greffier/reading/2"


def _of_no_kind(form: dict[str, Any]) -> None:
    form["record"]["kind"] = "speech"


def _bare(form: dict[str, Any]) -> None:
    del form["turns"]


@pytest.mark.parametrize(
    ("spoil", "met"),
    [
        (_moved, "the span 0.."),
        (_backwards, "1..0"),
        (_renamed, "schema"),
        (_of_no_kind, r"speech.*record\.kind"),
        (_bare, "turns"),
    ],
)
def test_a_wrong_form_is_refused_by_name(
    spoil: Callable[[dict[str, Any]], None], met: str, readings: dict[str, Reading]
) -> None:
    form = json.loads(encode(next(iter(readings.values()))))
    spoil(form)
    with pytest.raises(FormError, match=met) as refused:
        decode(json.dumps(form).encode(), place="kept.json")
    assert refused.value.place == "kept.json"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff", b"null"])
def test_what_is_no_reading_is_refused(data: bytes) -> None:
    with pytest.raises(FormError):
        decode(data)
