"""Print docs/quality.md from a run over every set: `make quality`."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from greffier import scoring
from greffier.reading import READER
from tests.places import SHARED
from tests.quality import plain
from tests.quality.labels import by_looks
from tests.quality.sets import PINNED, larger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from greffier.scoring import Fault, Figure, Score
    from tests.quality.sets import Annotated

_COMMONEST = 12
_ABOUT = {
    "examples": "the five records in `examples/`, annotated by hand. The rules were written with "
    "these at hand.",
    "europarl": "verbatim reports of the European Parliament as HTML, in the language of each "
    "speaker.",
    "kremlin": "pages of the President of Russia in English, as HTML, as plain text, and as plain "
    "text with the site's tooltips melted into its sentences. Gold is the site's own markup.",
    "kremlin-ru": "pages of the same site in Russian, each on one line as a scraper left it, and "
    "official lists of participants.",
    "un": "verbatim records of the Security Council, as text out of PDF.",
    "whitehouse": "briefings, remarks and readouts of the White House, as Markdown.",
    "sessions by hand": "38 of these records, annotated by hand: sessions, participants, "
    "instruments, chairmanships.",
}
_HEAD = """\
# How well it reads

Made by `make quality` from a run of reader {reader} over records with *gold*: what a careful \
person reads out of them. `greffier score` makes the same figures of your own gold. `make scores` \
fails where a figure falls below its pin in `tests/quality/pins.json`.

**How it is measured.** A figure is from 0 to 1. What has one answer in each record (title, date) \
has the share that was right; what may be found any number of times (turns, participants) has F1, \
the harmonic mean of precision and recall, over all findings of a set. Names are compared without \
case, diacritics and odd white space. A record that cannot be read at all counts there and nowhere \
else.

**The plain way** is what most people would write: trafilatura's main text, title and date for \
HTML, the first line and the first `Month D, YYYY` of anything else; a speaker is up to 22 words \
before a colon at the beginning of a paragraph, of which the last two have capitals.

**The form of gold.** One JSON object a line, or one with a list of `records`: `file`, and any of \
`kind`, `title`, `date`, `dateline_place`, `language`, `turns` (each with `label` or `speaker`, \
and `starts`, `ends` or the whole `text`), `participants` (`name`, `office`, `of`, `acting`, \
`role`), `names`, `sessions` (`subject`, `organisations`, `body`, `status`, `date`, `venue`, \
`mode`, `formats`), `instruments` (`kind`, `action`), `chairmanships` (`organisation`, `holder`, \
`phase`), `glosses` (`name`, `office`), `quotations` (`speaker`, `starts`), `not_spoken` and \
`furniture` (words that nobody said). A key that is left out is not scored; null says that the \
text does not tell. `tests/quality/seeds.json` is an example.
"""
_MISSES = {
    "missed": "there and not found",
    "wrong": "found and not there",
    "unsaid": "found where the text does not say",
    "unfound": "not found",
    "other": "something else found",
}


def main() -> int:
    """Print the page; without the larger sets there is none, since it would say too little."""
    if not (SHARED / "records").is_dir():
        sys.stderr.write(f"{SHARED}: no folder of records; the page is made where there is one\n")
        return 1
    sys.stdout.write("\n".join(_page()))
    return 0


def _page() -> Iterator[str]:
    yield _HEAD.format(reader=READER)
    for one in (PINNED, *larger()):
        golds = one.golds()
        ours = one.score()
        yield f"## {one.name}\n"
        yield f"{len(golds)} records: {_ABOUT.get(one.name, 'see its own README.')}\n"
        yield from _figures(ours, scoring.score(golds, plain.readings(one)))
        yield from _labels(one, ours)
        yield from _misses(ours.faults)


def _figures(ours: Score, theirs: Score) -> Iterator[str]:
    plainly = theirs.scores()
    rows = [
        (one.kind, f"{one.score:.4f}", _compared(one, plainly), _counts(one))
        for one in ours.figures()
        if one.right or one.asked or one.wrong or one.missed
    ]
    yield from _table(("finding", "figure", "plain way", "counts"), rows)


def _compared(one: Figure, plainly: dict[str, float]) -> str:
    told = one.kind in ("title", "date") or one.kind.startswith(("turns (label", "words"))
    return f"{plainly[one.kind]:.4f}" if told and one.kind in plainly else "–"


def _counts(one: Figure) -> str:
    if one.asked is not None:
        return f"{one.right} of {one.asked}"
    return f"{one.right} right, {one.wrong} wrong, {one.missed} missed"


def _labels(one: Annotated, ours: Score) -> Iterator[str]:
    seen = by_looks(one.golds(), ours.faults)
    rows = [
        (
            looks,
            f"{1 - kind.missed / kind.turns:.4f}",
            f"{kind.turns - kind.missed} of {kind.turns}",
        )
        for looks, kind in sorted(seen.items(), key=lambda item: -item[1].turns)
    ]
    if rows:
        yield from _table(("speaker labels", "found", "turns"), rows)


def _misses(faults: Sequence[Fault]) -> Iterator[str]:
    counted = Counter((fault.kind, _MISSES[_how(fault)]) for fault in faults)
    records: dict[tuple[str, str], set[str]] = {}
    for fault in faults:
        records.setdefault((fault.kind, _MISSES[_how(fault)]), set()).add(fault.file)
    rows = [
        (kind, how, str(number), str(len(records[kind, how])))
        for (kind, how), number in counted.most_common(_COMMONEST)
        if kind != "words under their speaker"
    ]
    if rows:
        yield from _table(("commonest misses", "what happened", "times", "in records"), rows)


def _how(fault: Fault) -> str:
    if fault.how != "different":
        return fault.how
    if fault.gold in (None, ()):
        return "unsaid"
    return "unfound" if fault.got in (None, ()) else "other"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


if __name__ == "__main__":
    sys.exit(main())
