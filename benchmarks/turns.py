"""An archive of as many turns as asked for, made of real records, to time searches in.

Each record is taken again and again, as another witness, of another day, its speakers under other
names and its words in other places: in every round the paragraphs of all records are dealt out anew
among their turns, so that no two rounds say the same. To keep each through the whole path takes
hours on two cores. The index is therefore made from such readings by the program's own code, as
when an archive is indexed anew, and of the database the rows are written that a search looks at:
witnesses without their bytes, heads and records.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, update

from greffier.archive.database import open_database, writing
from greffier.archive.index import Mark, PassageIndex
from greffier.archive.passages import passages
from greffier.archive.recording import record_row
from greffier.archive.rows import rows
from greffier.archive.tables import HEAD, MEMBERSHIP, READING, RECORD, STATE, WITNESS
from greffier.jobs.units import read_item
from greffier.model import Date, Reading, Span, digest_of, record_of
from greffier.sources import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Participant

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "records"
SETS = ("kremlin/txt", "kremlin-ru", "un", "whitehouse")
CORPUS = ROOT / "tests" / "corpus"
FIRST_YEAR, YEARS = 1990, 35
BATCH = 500


@dataclass(slots=True)
class Size:
    """What was made: so many records, passages and turns, and bytes of text that can be found."""

    records: int = 0
    passages: int = 0
    turns: int = 0
    text: int = 0


def real() -> list[Reading]:
    """Read the records that others are made of: those beside the checkout, else of the tests."""
    found = [SHARED / name for name in SETS if (SHARED / name).is_dir()] or [CORPUS]
    return [read_item(item)[1] for item in find(found)]


class Maker:
    """Makes readings, the same ones for the same seed."""

    def __init__(self, readings: list[Reading], seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - a seed is what is wanted
        self._readings = readings
        self._names = sorted(
            {one.name for each in readings for one in each.participants if one.name}
        )
        self._by_language: dict[str, list[str]] = {}
        for each in readings:
            said = (span.cut(each.witness.text) for turn in each.turns for span in turn.paragraphs)
            self._by_language.setdefault(each.witness.language, []).extend(said)

    def readings(self) -> Iterator[Reading]:
        """Yield made readings, without end: each record once in every round."""
        for turn in count():
            for reading in self._readings:
                yield self._made(reading, turn)

    def _made(self, reading: Reading, again: int) -> Reading:
        text, moved = self._dealt(reading)
        digest = digest_of(f"{reading.witness.digest} {again}".encode())
        witness = replace(reading.witness, digest=digest, text=text, length=len(text))
        year = FIRST_YEAR + self._random.randrange(YEARS)
        day = f"{year}-{self._random.randint(1, 12):02}-{self._random.randint(1, 28):02}"
        sessions = tuple(replace(one, spans=(), evidence=(), date=None) for one in reading.sessions)
        return replace(
            reading,
            witness=witness,
            record=replace(
                reading.record,
                title=None,
                dateline_place=None,
                publisher=None,
                date=Date(value=day, basis="inferred"),
            ),
            sessions=sessions,
            participants=tuple(self._renamed(one, again) for one in reading.participants),
            turns=tuple(moved),
            instruments=(),
            chairmanships=(),
            furniture=(),
            remarks=(),
            quotations=(),
            mentions=(),
            glosses=(),
        )

    def _renamed(self, one: Participant, again: int) -> Participant:
        named = one.name
        if named is not None and again:
            named = self._names[(self._names.index(named) + again * 7) % len(self._names)]
        return replace(one, name=named, spans=(), evidence=())

    def _dealt(self, reading: Reading) -> tuple[str, list[Any]]:
        """Give the text of a record with other paragraphs in its turns, and the turns in it."""
        others = self._by_language[reading.witness.language]
        out, at, moved = [], 0, []

        def put(words: str) -> Span:
            nonlocal at
            start, at = at, at + len(words) + 2
            out.append(f"{words}\n\n")
            return Span(start, start + len(words))

        for turn in reading.turns:
            label = put(turn.label_span.cut(reading.witness.text))
            spans = tuple(put(self._random.choice(others)) for _ in turn.paragraphs)
            moved.append(replace(turn, label_span=label, paragraphs=spans))
        if not reading.turns:
            put(reading.witness.text)
        return "".join(out), moved


class Made:
    """The source of an index, and of the rows beside it."""

    def __init__(self, folder: Path, maker: Maker, turns: int) -> None:
        self.size = Size()
        self._engine = open_database(folder, create=True)
        self._maker, self._turns = maker, turns
        with self._engine.connect() as connection:
            self._archive = connection.scalar(STATE.select())
        self._wanted = Mark(archive=str(self._archive), generation=1)

    def mark(self) -> Mark:
        """Give the mark of the index."""
        return self._wanted

    def since(self, generation: int) -> Iterator[tuple[Reading, bool]]:
        """Yield what is made, and write its rows."""
        batch: list[Reading] = []
        for reading in self._maker.readings():
            if self.size.turns >= self._turns or generation:
                break
            self._count(reading)
            batch.append(reading)
            if len(batch) == BATCH:
                self._write(batch)
                batch.clear()
            yield reading, True
        self._write(batch)

    def close(self) -> None:
        """Let the database say what the index says, and let go of it."""
        with writing(self._engine) as connection:
            connection.execute(update(STATE).values(generation=1))
        self._engine.dispose()

    def _count(self, reading: Reading) -> None:
        found = list(passages(reading))
        self.size.records += 1
        self.size.turns += len(reading.turns)
        self.size.passages += len(found)
        self.size.text += sum(len(one.text.encode()) for one in found)

    def _write(self, batch: list[Reading]) -> None:
        if not batch:
            return
        with writing(self._engine) as connection:
            connection.execute(insert(WITNESS), [_witness(one) for one in batch])
            connection.execute(insert(READING), [_reading(one) for one in batch])
            connection.execute(insert(HEAD), [rows(one)["head"][0] for one in batch])
            made = [record_of([one], base=one.witness.id) for one in batch]
            connection.execute(insert(RECORD), [record_row(one) for one in made])
            carried = [{"witness": one.id, "record": one.id} for one in made]
            connection.execute(insert(MEMBERSHIP), carried)


def _witness(reading: Reading) -> dict[str, Any]:
    witness = reading.witness
    return {
        "id": witness.id,
        "digest": witness.digest,
        "name": witness.name,
        "media_type": witness.media_type,
        "length": 0,
        "data": b"",
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {"witness": reading.witness.id, "reader": "made", "generation": 1, "form": b""}


def make(folder: Path, turns: int, seed: int) -> Size:
    """Make an archive of at least so many turns in a folder."""
    source = Made(folder, Maker(real(), seed), turns)
    index = PassageIndex(folder)
    index.refresh(source)
    index.close()
    source.close()
    return source.size
