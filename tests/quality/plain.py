"""The plain way: what most people who need such records write in an afternoon.

A main-text extractor for HTML, and one regular expression for whoever speaks. What Greffier reads
is worth its rules by as much as it reads better than this.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING

import trafilatura

from greffier.model import (
    SCHEMA,
    Date,
    Reading,
    RecordHead,
    Span,
    Text,
    Turn,
    Witness,
    witness_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from tests.quality.sets import Annotated

# At most 22 words at the beginning of a paragraph, the last two with capitals, and a colon.
_CAPITAL = r"\W?[A-ZА-ЯЁ][^\s:]*"
_LABEL = re.compile(rf"^(?P<label>(?:[^\s:]+ ){{0,20}}{_CAPITAL} {_CAPITAL}):", re.MULTILINE)
_DATE = re.compile(r"[A-Z][a-z]{2,8} \d{1,2}, \d{4}")
_WORDS = re.compile(r"\S(?:.*\S)?", re.DOTALL)
_FIRST_LINE = re.compile(r"\S.*")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def readings(one: Annotated) -> dict[str, Reading]:
    """Read each record of a set in the plain way."""
    return {gold["file"]: plain_reading(one.folder / gold["file"]) for gold in one.golds()}


def plain_reading(path: Path) -> Reading:
    """Read a file in the plain way: its title, its date and who said what."""
    data = path.read_bytes()
    page = data.decode(errors="replace")
    if path.suffix != ".html":
        return _reading(page, title=_first_line(page), date=_first_date(page))
    text = trafilatura.extract(page) or ""
    stated = trafilatura.extract_metadata(page)
    return _reading(text, title=stated.title, date=stated.date)


def _reading(text: str, *, title: str | None, date: str | None) -> Reading:
    witness = witness_of(text)
    return Reading(
        schema=SCHEMA,
        reader="plain",
        witness=witness,
        record=RecordHead(
            kind="other",
            title=Text(text=title, span=_ANYWHERE, rule="plain") if title else None,
            date=Date(value=date, basis="stated", span=_ANYWHERE, rule="plain")
            if date and _ISO.fullmatch(date)
            else None,
        ),
        sessions=(),
        participants=(),
        turns=_turns(witness),
        instruments=(),
        chairmanships=(),
        furniture=(),
        remarks=(),
    )


_ANYWHERE = Span(0, 1)  # the plain way does not say where it has something from


def _first_line(text: str) -> str | None:
    found = _FIRST_LINE.search(text)
    return found[0].strip() if found else None


def _first_date(text: str) -> str | None:
    for found in _DATE.finditer(text):
        with suppress(ValueError):  # `Article 12, 1999`
            return datetime.strptime(found[0], "%B %d, %Y").replace(tzinfo=UTC).date().isoformat()
    return None


def _turns(witness: Witness) -> tuple[Turn, ...]:
    labels = list(_LABEL.finditer(witness.text))
    ends = [*(after.start() for _, after in pairwise(labels)), len(witness.text)]
    turns: list[Turn] = []
    for label, end in zip(labels, ends, strict=bool(labels)):
        said = _WORDS.search(witness.text, label.end(), end)
        turns.append(
            Turn(
                n=len(turns) + 1,
                participant=None,
                label=label["label"],
                label_span=Span(*label.span("label")),
                paragraphs=(Span(*said.span()),) if said else (),
                rule="plain",
            )
        )
    return tuple(turns)
