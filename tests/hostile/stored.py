"""An archive in which everything that comes from outside is hostile."""

from __future__ import annotations

import csv
import io
import types
from dataclasses import fields, is_dataclass, replace
from itertools import cycle, islice
from typing import TYPE_CHECKING, Any, Final, Union, get_args, get_origin, get_type_hints

from greffier.archive import Question
from greffier.authority import shipped
from greffier.jobs.importing import import_file
from greffier.jobs.judging import judge
from greffier.jobs.settling import settle
from greffier.model import (
    SCHEMA,
    Chairmanship,
    Date,
    Encoding,
    Evidence,
    Gloss,
    Hint,
    Instrument,
    Mark,
    Mention,
    Participant,
    Quotation,
    Reading,
    Received,
    RecordHead,
    Remark,
    Session,
    Span,
    Text,
    Turn,
    Witness,
    digest_of,
)
from greffier.query.judgements import Signature, deciding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from greffier.archive import Archive
    from tests.hostile.payloads import Payload

# What names other parts of a reading, is worked out from its bytes, or counted in it.
_OURS: Final = frozenset(
    {
        *("id", "n", "schema", "reader", "digest", "length", "text", "session", "participant"),
        *("continues", "span", "spans", "cue", "label_span", "paragraphs"),
    }
)
_DAY: Final = "2020-12-02"
_JUDGED: Final = ("s1", "p2", "t1", "record.title")
_CELL: Final = 1_000  # characters of a cell; a much longer one is refused


class _Page:
    """A text that grows by hostile words, each known by its span."""

    def __init__(self, words: Iterator[str]) -> None:
        self._words = words
        self._text = ""

    def add(self, before: str = "", after: str = "\n\n") -> Span:
        self._text += before
        said = next(self._words).strip() or "."
        span = Span(len(self._text), len(self._text) + len(said))
        self._text += said + after
        return span

    @property
    def text(self) -> str:
        return self._text


def hostile_record(words: Iterator[str], *, day: str = _DAY) -> tuple[Received, Reading]:
    """Give a record whose words, and all that was read out of it, are hostile.

    Args:
        words: payloads without end; every place takes the next one.
        day: of its session.
    """
    page = _Page(words)
    title, lede, publisher = page.add(), page.add(), page.add()
    turns = tuple(_turn(page, number) for number in (1, 2, 3))
    tail = page.add()
    raw = page.text
    data = raw.encode("utf-8", "surrogatepass")
    witness = Witness(
        digest=digest_of(data),
        name="",
        media_type="text/plain",
        language="",
        length=len(raw),
        text=raw,
        url="",
        encoding=Encoding(name="", basis="declared"),
        marks=(Mark(kind="link", span=lede, value=""), Mark(kind="bold", span=title)),
        hints=tuple(Hint(key=key, value="") for key in ("title", "publisher", "place", "x")),
    )
    poisoned = _poisoned(_reading(witness, title, lede, publisher, tail, turns, day), words)
    return Received(witness=poisoned.witness, data=data), poisoned


def _turn(page: _Page, number: int) -> Turn:
    label = page.add(after=": ")
    said = page.add()
    more = page.add()
    return Turn(
        n=number,
        participant=f"p{number}",
        label="",
        label_span=label,
        paragraphs=(said, more),
        session="s1",
    )


def _reading(  # noqa: PLR0913, PLR0917 - the parts of a text
    witness: Witness,
    title: Span,
    lede: Span,
    publisher: Span,
    tail: Span,
    turns: tuple[Turn, ...],
    day: str,
) -> Reading:
    """Give a reading with one fact of each kind at least, and every word of it to be replaced."""
    evidence = (Evidence(field="name", span=lede, rule=""),)
    date = Date(value=day, basis="stated", span=lede)
    return Reading(
        schema=SCHEMA,
        reader="hostile",
        witness=witness,
        record=RecordHead(
            kind="transcript",
            title=Text(text="", span=title, rule=""),
            date=date,
            dateline_place=Text(text="", span=lede, rule=""),
            publisher=Text(text="", span=publisher, rule=""),
        ),
        sessions=tuple(
            Session(
                id=f"s{number}",
                subject=number == 1,
                name="",
                organisations=("", ""),
                body="",
                status="held",
                date=date,
                venue="",
                mode="hybrid",
                formats=("joint",),
                spans=(lede,),
                evidence=evidence,
            )
            for number in (1, 2)
        ),
        participants=tuple(
            Participant(
                id=f"p{number}",
                name="",
                office="",
                of="",
                acting=number == 1,
                role="chair" if number == 1 else "participant",
                session="s1",
                spans=(lede,),
                evidence=evidence,
            )
            for number in (1, 2, 3)
        ),
        turns=turns,
        instruments=(
            Instrument(kind="declaration", title="", action="signed", spans=(tail,), date=date),
        ),
        chairmanships=(
            Chairmanship(organisation="", holder="", phase="current", spans=(tail,), date=date),
        ),
        furniture=(),
        remarks=(Remark(code="", message="", span=lede), Remark(code="", message="")),
        quotations=(Quotation(speaker="", direct=True, span=tail, cue=lede),),
        mentions=(Mention(kind="activity", name="", span=tail),),
        glosses=(Gloss(name="", office="", span=publisher),),
    )


def _poisoned(value: Any, words: Iterator[str]) -> Any:  # noqa: ANN401 - any part of a reading
    """Give a value with hostile words in every field that is text by its type, new ones too."""
    hints = get_type_hints(type(value))
    changes: dict[str, Any] = {}
    for field in fields(value):
        now = getattr(value, field.name)
        if isinstance(now, tuple) and now and is_dataclass(now[0]) and field.name not in _OURS:
            changes[field.name] = tuple(_poisoned(one, words) for one in now)
        elif is_dataclass(now) and field.name not in _OURS:
            changes[field.name] = _poisoned(now, words)
        elif field.name not in _OURS or (field.name == "text" and isinstance(value, Text)):
            kind = hints[field.name]
            if _is_text(kind) and not (isinstance(value, Date) and field.name == "value"):
                changes[field.name] = next(words)
            elif get_origin(kind) is tuple and get_args(kind)[:1] == (str,):
                changes[field.name] = tuple(next(words) for _ in now)
    return replace(value, **changes)


def _is_text(kind: Any) -> bool:  # noqa: ANN401 - a type as it is written
    if get_origin(kind) in {Union, types.UnionType}:
        return str in get_args(kind)
    return kind is str


def fill(archive: Archive, payloads: Sequence[Payload], scratch: Path, *, records: int) -> None:
    """Put hostile records, judgements, watches and an imported authority into an archive.

    Args:
        archive: an empty one.
        payloads: what is put everywhere; each record begins with another of them, so that with as
            many records as payloads every place has had each.
        scratch: a folder for the file that is imported.
        records: how many.
    """
    keys = []
    for number in range(records):
        words = cycle(one.words for one in payloads)
        begun = islice(words, number * (len(payloads) // records or 1), None)
        received, reading = hostile_record(begun, day=f"2020-{number % 12 + 1:02}-02")
        archive.add(received, reading)
        keys.append(reading.witness.id)
    settle(archive, shipped())
    archive.refresh()
    facts = [f"{key}.{part}" for part in _JUDGED for key in keys][: len(payloads)]
    for number, fact in enumerate(facts):
        author, reason = payloads[number], payloads[-1 - number]
        by = Signature(author=_line(author.words), reason=_line(reason.words))
        judge(archive, deciding(archive, "confirm", fact, by))
    for payload in payloads:
        archive.watch(payload.words, Question(words=payload.mark, speaker=payload.words), began=0)
    _imported(archive, payloads, scratch)


def _imported(archive: Archive, payloads: Sequence[Payload], scratch: Path) -> None:
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(["name", "office", "of", "since", "until", "other_names", "id"])
    for number, one in enumerate(payloads):
        words = _line(one.words)[:_CELL]
        table.writerow([words, words, words, "2019", "2021", words, str(number)])
        # Two in one office at a time: they gainsay each other.
        table.writerow([words, "President", "Russia", "2019", "2021", "", f"r{number}"])
    file = scratch / "<img zq src=x onerror=alert(1)>.csv"
    file.write_text(out.getvalue(), encoding="utf-8")
    import_file(archive, file, shipped())


def _line(words: str) -> str:
    """Give words as a form brings them: without what it would not take."""
    return "".join(char for char in words if char.isprintable() or char == " ").strip() or "."
