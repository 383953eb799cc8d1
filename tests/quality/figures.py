"""Measure every set, and print the figures: what docs/quality.md and the pages' /quality show."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

from greffier import scoring
from greffier.reading import READER
from tests.places import SHARED
from tests.quality import plain
from tests.quality.labels import by_looks
from tests.quality.sets import PINNED, larger

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from greffier.model import Reading
    from greffier.scoring import Fault, Figure, Score
    from tests.quality.sets import Annotated

PLACES = 4  # decimals
_COMMONEST = 12
_LONGEST = 160  # characters of an example
_ABOUT = {
    "examples": "The five records that come with the program, annotated by hand. The rules were "
    "written with these at hand.",
    "europarl": "Verbatim reports of the European Parliament as HTML, in the language of each "
    "speaker.",
    "kremlin": "Pages of the President of Russia in English, as HTML, as plain text, and as plain "
    "text with the site's tooltips melted into its sentences. Gold is the site's own markup: its "
    "bold words, of which a few are no labels, and a few labels are not bold.",
    "kremlin-ru": "Pages of the same site in Russian, each on one line as a scraper left it, and "
    "official lists of participants.",
    "un": "Verbatim records of the Security Council, as text out of PDF, with its broken lines "
    "and misread letters.",
    "whitehouse": "Briefings, remarks and readouts of the White House, as Markdown.",
    "sessions by hand": "38 of these records, annotated by hand: sessions, participants, "
    "instruments, chairmanships.",
}
_HOW = {
    "How it is measured": "A figure is from 0 to 1. What has one answer in each record (title, "
    "date) has the share that was right; what may be found any number of times (turns, "
    "participants) has F1, the harmonic mean of precision and recall, over all findings of a set. "
    "Names are compared without case, diacritics and odd white space. A record that cannot be "
    "read at all counts there and nowhere else.",
    "The plain way": "What most people would write: trafilatura's main text, title and date for "
    "HTML, the first line and the first date of anything else; a speaker is up to 22 words before "
    "a colon at the beginning of a paragraph, of which the last two have capitals.",
    "Pages that do not show their text": "Where neither a page's markup nor how its words are "
    "spread shows which part of it is the record, the extractor is asked, and a remark says so. "
    "Each set says of how many of its web pages that was true.",
}
_MISSES = {
    "missed": "there and not found",
    "wrong": "found and not there",
    "unsaid": "found where the text does not say",
    "unfound": "not found",
    "other": "something else found",
}


def main() -> int:
    """Print the figures as JSON; without the larger sets there are none: they would say little."""
    if not (SHARED / "records").is_dir():
        sys.stderr.write(f"{SHARED}: no folder of records; figures are made where there is one\n")
        return 1
    made = measured((PINNED, *larger()))
    sys.stdout.write(json.dumps(made, indent=1, ensure_ascii=False) + "\n")
    return 0


def measured(sets: Iterable[Annotated]) -> dict[str, Any]:
    """Read and score sets, in our way and in the plain one, and give what there is to show."""
    return {"reader": READER, "how": _HOW, "sets": [_of_set(one) for one in sets]}


def _of_set(one: Annotated) -> dict[str, Any]:
    golds, readings = one.golds(), one.readings()
    ours = scoring.score(golds, readings)
    return {
        "name": one.name,
        "about": _ABOUT.get(one.name, "See its own README."),
        "records": len(golds),
        "pages": _pages(readings),
        "figures": _figures(ours, scoring.score(golds, plain.readings(one))),
        "labels": [
            {"looks": looks, "found": kind.turns - kind.missed, "of": kind.turns}
            for looks, kind in sorted(
                by_looks(golds, ours.faults).items(), key=lambda item: -item[1].turns
            )
        ],
        "misses": _misses(ours.faults),
    }


def _pages(readings: Mapping[str, Reading]) -> dict[str, int]:
    """Count the web pages of a set, and those of which the extractor had to be asked."""
    pages = [one.witness for one in readings.values() if one.witness.media_type == "text/html"]
    unsure = sum(page.stated("extraction") is not None for page in pages)
    return {"all": len(pages), "unsure": unsure}


def _figures(ours: Score, theirs: Score) -> list[dict[str, Any]]:
    plainly = theirs.scores()
    return [
        {
            "finding": one.kind,
            "figure": round(one.score, PLACES),
            "plain": _compared(one, plainly),
            "counts": _counts(one),
        }
        for one in ours.figures()
        if one.right or one.asked or one.wrong or one.missed
    ]


def _compared(one: Figure, plainly: Mapping[str, float]) -> float | None:
    told = one.kind in ("title", "date") or one.kind.startswith(("turns (label", "words"))
    return round(plainly[one.kind], PLACES) if told and one.kind in plainly else None


def _counts(one: Figure) -> str:
    if one.asked is not None:
        return f"{one.right} of {one.asked}"
    return f"{one.right} right, {one.wrong} wrong, {one.missed} missed"


def _misses(faults: Sequence[Fault]) -> list[dict[str, Any]]:
    """Give the commonest misses, each with the first of its kind as an example."""
    alike: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        if fault.kind != "words under their speaker":
            alike.setdefault((fault.kind, _MISSES[_how(fault)]), []).append(fault)
    counted = Counter({key: len(found) for key, found in alike.items()})
    return [
        {
            "finding": kind,
            "what": what,
            "times": times,
            "records": len({fault.file for fault in alike[kind, what]}),
            "example": _example(alike[kind, what][0]),
        }
        for (kind, what), times in counted.most_common(_COMMONEST)
    ]


def _how(fault: Fault) -> str:
    if fault.how != "different":
        return fault.how
    if fault.gold in (None, ()):
        return "unsaid"
    return "unfound" if fault.got in (None, ()) else "other"


def _example(fault: Fault) -> str:
    gold, got = _words(fault.gold), _words(fault.got)
    words = {"missed": gold, "wrong": got}.get(fault.how, f"{gold}; read: {got}")
    told = " ".join(f"{fault.file}: {words}".split())
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST].rstrip()}…"


def _words(value: object) -> str:
    """Give a finding in words, as it was compared: what says nothing is left out."""
    parts = value if isinstance(value, (list, tuple)) else [value]
    said = [_words(one) if isinstance(one, (list, tuple)) else str(one) for one in parts if one]
    return ", ".join(filter(None, said)) or "nothing"


if __name__ == "__main__":
    sys.exit(main())
