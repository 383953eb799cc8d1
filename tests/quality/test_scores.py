"""The reading of the five examples does not get worse, and the measure measures."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.form import encode_lines
from greffier.scoring import score
from tests.quality import pins, plain
from tests.quality.sets import PINNED, Annotated, larger

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from greffier.model import Reading

PINS = pins.load()["examples"]


@pytest.fixture(scope="module")
def scores(readings: dict[str, Reading]) -> dict[str, float]:
    """Score the five examples, once."""
    return score(PINNED.golds(), readings).scores()


def test_every_kind_of_finding_is_pinned(scores: dict[str, float]) -> None:
    assert sorted(scores) == sorted(PINS["scores"])


def test_nothing_has_fallen_below_its_pin(scores: dict[str, float]) -> None:
    assert list(pins.fallen(PINS, PINNED.digest(), scores)) == [], (
        "see `python -m tests.quality --only examples --show 9`; "
        "if lower is right, `make pins` moves the pin"
    )


@pytest.mark.parametrize(
    ("digest", "scores", "told"),
    [
        ("a", {"chair": 0.9, "title": 1.0}, []),
        ("a", {"chair": 0.8996, "title": 1.0}, []),  # a breath below is nobody's doing
        ("a", {"chair": 0.8994, "title": 1.0}, ["chair: 0.8994, pinned at 0.9000"]),
        ("a", {"chair": 0.9}, ["title: no longer scored"]),
        ("b", {"chair": 0.9, "title": 1.0}, ["records or gold changed"]),
    ],
)
def test_what_falls_is_told(digest: str, scores: dict[str, float], told: list[str]) -> None:
    pinned = pins.pin("a", {"chair": 0.9, "title": 1.0})
    lines = list(pins.fallen(pinned, digest, scores))
    assert len(lines) == len(told)
    assert all(line.startswith(start) for line, start in zip(lines, told, strict=True))


def test_the_plain_way_reads_something_and_less() -> None:
    """Else the comparison says nothing."""
    figures = score(PINNED.golds(), plain.readings(PINNED)).scores()
    assert 0 < figures["title"] < pins.load()["examples"]["scores"]["title"]


SETS = [PINNED, *larger()]


def _spoilt(reading: Reading) -> Reading:
    """Give a reading with something missing, something wrong and something twice of each kind."""
    return replace(
        reading,
        record=replace(reading.record, kind="notice", date=None),
        sessions=tuple(replace(one, body="Council", venue=None) for one in reading.sessions),
        participants=(*reading.participants[1:], *reading.participants[:2]),
        turns=(*reading.turns[::2], *reading.turns[-1:]),
        instruments=(*reading.instruments[1:], *reading.instruments[1:]),
        chairmanships=reading.chairmanships[1:],
        furniture=reading.furniture[::2],
        glosses=(*reading.glosses[::2], *reading.glosses[:1]),
    )


@pytest.mark.shared
@pytest.mark.parametrize("spoil", [replace, _spoilt], ids=["as read", "spoilt"])
@pytest.mark.parametrize("one", SETS, ids=[one.name for one in SETS])
def test_the_figures_are_those_of_the_common_measure(
    one: Annotated, spoil: Callable[[Reading], Reading], shared: Path, tmp_path: Path
) -> None:
    """Other tools that read such records are scored by one script; ours must say the same."""
    # All kinds of record are among the first and last few of each set; the rest would only be slow.
    golds = one.golds() if len(one.golds()) < 20 else [*one.golds()[:10], *one.golds()[-10:]]
    sample = Annotated(one.name, tmp_path / "gold.jsonl", one.folder)
    sample.gold.write_text("\n".join(map(json.dumps, golds)) + "\n", encoding="utf-8")
    readings = {name: spoil(reading) for name, reading in sample.readings().items()}
    lines = tmp_path / "readings.jsonl"
    lines.write_bytes(b"".join(encode_lines(readings.values())))
    script = [sys.executable, str(shared / "tools" / "score.py"), str(sample.gold), str(lines)]
    told = subprocess.run(script, check=True, capture_output=True, text=True)
    theirs = {
        kind.strip(): float(figure)
        for kind, figure in re.findall(r"^(.{28,}?) +([01]\.\d{4}) ", told.stdout, re.MULTILINE)
    }
    ours = score(golds, readings).scores()
    assert {kind: round(figure, 4) for kind, figure in ours.items()} == theirs
