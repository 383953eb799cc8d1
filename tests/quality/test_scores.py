"""The reading of the five examples does not get worse, and the measure measures."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from greffier.form import encode_lines
from tests.quality import pins
from tests.quality.compare import score
from tests.quality.scoring import Score, closing, fold, opening
from tests.quality.sets import PINNED, Annotated, larger

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.model import Reading

PINS = pins.load()


@pytest.fixture(scope="module")
def figures(readings: dict[str, Reading]) -> dict[str, float]:
    """Score the five examples, once."""
    return score(PINNED.golds(), readings).figures()


def test_the_pins_are_of_these_records_and_this_gold() -> None:
    assert PINNED.digest() == PINS["digest"], (
        "records or gold changed: look at `make scores`, then `make pins` and say why"
    )


def test_every_kind_of_finding_is_pinned(figures: dict[str, float]) -> None:
    assert sorted(figures) == sorted(PINS["scores"])


@pytest.mark.parametrize(("kind", "pin"), PINS["scores"].items(), ids=str)
def test_no_score_falls_below_its_pin(kind: str, pin: float, figures: dict[str, float]) -> None:
    assert round(figures[kind], pins.PLACES) >= pin, (
        f"{kind} was read better before: see `python -m tests.quality --only examples --show 9`; "
        "if lower is right, `make pins` moves the pin"
    )


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Касым-Жомарт  ТОКАЕВ", "касым-жомарт токаев"),
        ("São\u00a0To\u00admé", "sao tome"),
        (None, None),  # the text does not say: not the same as empty
    ],
)
def test_names_are_compared_folded(printed: str | None, folded: str | None) -> None:
    assert fold(printed) == folded


def test_a_passage_is_known_by_its_ends() -> None:
    said = "“Thank you, Mr Rahmon!” Colleagues, I declare the session open."
    assert opening(said).startswith(opening("Thank you, Mr Rahmon"))
    assert closing(said).startswith(closing("the session open."))


def test_a_gold_object_that_says_less_takes_no_match_from_one_that_says_more() -> None:
    result = Score()
    gold = [{"name": "Emomali Rahmon"}, {"name": "Emomali Rahmon", "office": "President"}]
    got = [{"name": "Emomali Rahmon", "office": "President"}, {"name": "Emomali Rahmon"}]
    result.fields("people", "a", gold, got, ("name", "office"))
    assert result.figures() == {"people": 1.0}


def test_what_is_missed_and_what_is_wrong_both_cost() -> None:
    result = Score()
    result.sets("chair", "a", ["putin", "rahmon"], ["putin", "xi"])
    tally = result.tallies["chair"]
    assert (tally.right, tally.wrong, tally.missed, tally.score) == (1, 1, 1, 0.5)
    assert [error for _, _, error in result.errors] == ["missed rahmon", "wrong  xi"]


def test_a_record_that_could_not_be_read_is_counted() -> None:
    result = score([{"file": "gone.txt", "kind": "address"}], {})
    assert result.figures() == {"read at all": 0.0}


SETS = [PINNED, *larger()]


@pytest.mark.shared
@pytest.mark.parametrize("one", SETS, ids=[one.name for one in SETS])
def test_the_figures_are_those_of_the_common_measure(
    one: Annotated, shared: Path, tmp_path: Path
) -> None:
    """Other tools that read such records are scored by one script; ours must say the same."""
    # All kinds of record are among the first and last few of each set; the rest would only be slow.
    golds = one.golds() if len(one.golds()) < 20 else [*one.golds()[:10], *one.golds()[-10:]]
    sample = Annotated(one.name, tmp_path / "gold.jsonl", one.folder)
    sample.gold.write_text("\n".join(map(json.dumps, golds)) + "\n", encoding="utf-8")
    readings = sample.readings()
    lines = tmp_path / "readings.jsonl"
    lines.write_bytes(b"".join(encode_lines(readings.values())))
    script = [sys.executable, str(shared / "tools" / "score.py"), str(sample.gold), str(lines)]
    told = subprocess.run(script, check=True, capture_output=True, text=True)
    theirs = {
        kind.strip(): float(figure)
        for kind, figure in re.findall(r"^(.{28,}?) +([01]\.\d{4}) ", told.stdout, re.MULTILINE)
    }
    ours = score(golds, readings).figures()
    assert {kind: round(figure, 4) for kind, figure in ours.items()} == theirs
