"""What fuzzing came to, run by run in a journal, and as the figures of the page."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final

from benchmarks.reliability.figures import Figures, Table
from benchmarks.reliability.slow import LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

MEMORY: Final = 1024  # MB
WHAT: Final = {
    "encoding": "bytes to text",
    "page": "web page to text and marks",
    "markdown": "Markdown with its head",
    "mail": "mail, saved pages",
    "word": "Word, its main part",
    "package": "Word, any bytes",
    "pdf": "PDF",
    "archive": "ZIP archive, and what is in it",
    "warc": "WARC, and what is in it",
    "query": "language of searches",
    "search": "search in an archive",
    "kept": "JSON of a reading",
    "returned": "TEI read back",
    "people": "files of who held which office",
    "gold": "files of gold records",
    "reader": "text to a sound reading",
    "whole": "file of any form to a sound reading",
    "changed": "real record, changed, to a sound reading (Hypothesis)",
}
"""The targets, in words."""

MENDED: Final = (
    "a member without a name in a ZIP archive",
    "an address with an open bracket in a WARC file",
    "the JSON of a reading that is not in UTF-8",
    "lists in lists without end in a file of gold records",
    "a TEI document in an encoding that nobody knows",
    "a TEI document with a mention of no words",
    "half a character, spelled out in what a page states of itself: it stopped `greffier add`",
    "100,000 attributes in one tag, which took half a minute",
    "a ZIP archive of a million members, a page of 60 MB, a message of thirty million lines",
    "texts of more than four million characters, which took more than a gigabyte",
    "a PDF page that unpacks to a gigabyte: such files are taken apart in a process of their own",
    "a label with a space before its comma, after which an empty name was looked for",
    "quotation marks that were made plain in the place of a dateline",
    "a running head that was cut out of the middle of a title, and stood in it all the same",
    "an organisation without its words, where a letterhead names its body",
)
"""What fuzzing and the files made to do harm found, which is mended and held by tests."""


@dataclass(slots=True, kw_only=True)
class Run:
    """What one run of a target came to.

    Args:
        executions: how often it was run.
        edges: branches of the program that were taken, as libFuzzer counts them.
        longest: seconds of CPU that the slowest took.
        memory: megabytes, at most.
        seconds: on the clock.
        finds: what went wrong, each with the last words of its trace.
    """

    target: str
    executions: int = 0
    edges: int = 0
    longest: float = 0.0
    memory: int = 0
    seconds: float = 0.0
    finds: list[str] = field(default_factory=list)

    def with_(self, other: Run) -> Run:
        """Give both runs as one."""
        return Run(
            target=self.target,
            executions=self.executions + other.executions,
            edges=max(self.edges, other.edges),
            longest=max(self.longest, other.longest),
            memory=max(self.memory, other.memory),
            seconds=self.seconds + other.seconds,
            finds=[*self.finds, *other.finds],
        )


def noted(journal: Path, run: Run) -> None:
    """Write a run down."""
    with journal.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(run)) + "\n")


def runs(journal: Path) -> Iterator[Run]:
    """Yield what was written down."""
    for line in journal.read_text(encoding="utf-8").splitlines():
        yield Run(**json.loads(line))


def figures(made: Iterable[Run]) -> Figures:
    """Give what the page says of all runs."""
    whole: dict[str, Run] = {}
    for one in made:
        whole[one.target] = whole[one.target].with_(one) if one.target in whole else one
    told = [whole[target] for target in WHAT if target in whole]
    total, finds = sum(one.executions for one in told), sum(len(one.finds) for one in told)
    text = [
        (
            f"What reads what somebody else has made was run {total:,} times on bytes that were "
            "changed again and again; those that take a branch of the program that none before "
            "took are changed further (libFuzzer with atheris). It begins with real records in "
            "every form, and what is made of them is held to what must be true of any reading: "
            "each span lies in the text, each fact has its rule and its words, reading again gives "
            f"the same bytes. An execution may raise what Greffier raises on purpose, take "
            f"{LIMIT:.0f} seconds of CPU and hold {MEMORY:,} MB; {finds or 'none'} of them did "
            "otherwise since what was found before was mended."
        ),
        "This takes hours, so `make reliability` leaves it out.",
        f"Found and mended, with tests that hold it: {'; '.join(MENDED)}.",
    ]
    rows: list[list[str | int | float]] = [
        [
            WHAT[one.target],
            one.executions,
            one.edges or "–",
            round(one.longest, 3),
            one.memory,
            len(one.finds),
        ]
        for one in told
    ]
    rows.append(
        ["all", total, "", max(one.longest for one in told), max(one.memory for one in told), finds]
    )
    columns = ["what", "executions", "branches", "slowest, CPU s", "MB held", "finds"]
    return Figures(
        title="Fuzzing",
        command="python -m benchmarks.reliability.fuzz",
        text=text,
        table=Table(columns=columns, rows=rows),
    )
