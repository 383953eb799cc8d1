"""Finding the like of a witness, and keeping which witnesses carry one record, and why."""

from __future__ import annotations

from heapq import nsmallest
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import BindParameter, bindparam, delete, insert, select, union, update

from greffier.archive import judging
from greffier.archive.adding import next_generation
from greffier.archive.batching import batches
from greffier.archive.judged import apply
from greffier.archive.keeping import claim_of_kept, reading_of_kept
from greffier.archive.posting import holders, posted, posted_of_kept
from greffier.archive.recording import drop_record, put_record, touch_records
from greffier.archive.sealing import seal, seal_all
from greffier.archive.tables import (
    GROUPING,
    JUDGED,
    JUDGEMENT,
    MEMBERSHIP,
    POSTING,
    READING,
    RECORD,
)
from greffier.errors import UsageError
from greffier.model import Bond, Grouping, Sketch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

    from greffier.model import Claim, Judgement, Reading, Record

_sketch = msgspec.msgpack.Decoder(Sketch).decode
_grouping = msgspec.json.Decoder(Grouping).decode
_MOST = 32  # witnesses whose sketches are given for one question

# Every new witness asks these; made once, they cost a tenth.
_BY = MEMBERSHIP.c.grouper
_PENDING = tuple(  # one for each stretch of the index: asked as one, every witness is looked at
    select(MEMBERSHIP.c.witness).where(late).order_by(_BY, MEMBERSHIP.c.n).limit(1)
    for late in (_BY.is_(None), bindparam("grouper") > _BY, bindparam("grouper") < _BY)
)
_FORM = select(READING.c.form).where(READING.c.witness == bindparam("of"))
_PLACE = select(MEMBERSHIP.c.n, MEMBERSHIP.c.sketch).where(MEMBERSHIP.c.witness == bindparam("of"))
_OTHER = MEMBERSHIP.alias()
_OF_ADDRESS = (
    select(_OTHER.c.witness)
    .join(MEMBERSHIP, MEMBERSHIP.c.url == _OTHER.c.url)
    .where(MEMBERSHIP.c.witness == bindparam("of"), _OTHER.c.witness != MEMBERSHIP.c.witness)
    .order_by(_OTHER.c.n.desc())
    .limit(_MOST)
)
_CARRIERS = (
    select(RECORD.c.witnesses)
    .join(MEMBERSHIP, MEMBERSHIP.c.record == RECORD.c.id)
    .where(MEMBERSHIP.c.witness == bindparam("of"))
)
_SOME: BindParameter[list[str]] = bindparam("some", expanding=True)
_BESIDE = union(
    select(MEMBERSHIP.c.witness).where(
        MEMBERSHIP.c.record.in_(select(MEMBERSHIP.c.record).where(MEMBERSHIP.c.witness.in_(_SOME)))
    ),
    *(
        select(one).where(other.in_(_SOME))
        for table in (GROUPING, JUDGED)
        for one, other in ((table.c.witness, table.c.other), (table.c.other, table.c.witness))
    ),
)
_POST = insert(POSTING)
_UNPOST = delete(POSTING).where(POSTING.c.hash == bindparam("one"), POSTING.c.n == bindparam("of"))
_GROUPED = (
    update(MEMBERSHIP)
    .where(MEMBERSHIP.c.witness == bindparam("of"))
    .values(grouper=bindparam("by"), sketch=bindparam("kept"))
)


class Desk:
    """Where one witness after another is grouped, inside one transaction; meets the protocol."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._claims: dict[str, Claim] = {}  # while the transaction lasts

    def pending(self, grouper: str) -> str | None:
        """Give the earliest witness whose like this version of the grouper has not looked for."""
        for wanted in _PENDING:
            if (found := self._connection.scalar(wanted, {"grouper": grouper})) is not None:
                return str(found)
        return None

    def is_alone(self, witness: str) -> bool:
        """Say whether no other witness carries the record of this one."""
        return self._connection.scalar(_CARRIERS, {"of": witness}) == 1

    def forget(self) -> None:
        """Have the like of every witness looked for again."""
        self._connection.execute(delete(POSTING))
        self._connection.execute(delete(GROUPING))
        self._connection.execute(update(MEMBERSHIP).values(grouper=None, sketch=None))
        seal_all(self._connection, "grouping")
        seal_all(self._connection, "membership")

    def reading(self, witness: str) -> Reading:
        """Give the reading of a witness. Raises UsageError if there is none."""
        return apply(self._connection, reading_of_kept(self._form(witness), witness))

    def sharing(self, sketch: Sketch) -> Iterator[tuple[str, Sketch]]:
        """Yield the witnesses that share the rarer hashes of a sketch, with their own."""
        weights: dict[int, float] = {}
        for some in holders(self._connection, posted(sketch)):
            for n in some:  # what few share says more than what many do
                weights[n] = weights.get(n, 0.0) + 1 / len(some)
        best = nsmallest(_MOST, weights, key=lambda n: (-weights[n], n))
        wanted = select(MEMBERSHIP.c.witness, MEMBERSHIP.c.sketch).where(
            MEMBERSHIP.c.n.in_(best), MEMBERSHIP.c.sketch.is_not(None)
        )
        for row in self._connection.execute(wanted.order_by(MEMBERSHIP.c.n)):
            yield row.witness, _sketch(row.sketch)

    def carried(self, witnesses: Iterable[str]) -> dict[str, str]:
        """Give the record that each of some witnesses carries, by the witness."""
        wanted = select(MEMBERSHIP.c.witness, MEMBERSHIP.c.record)
        found: dict[str, str] = {}
        for some in batches(sorted(witnesses)):
            ours = MEMBERSHIP.c.witness.in_(some)
            rows = self._connection.execute(wanted.where(ours)).all()
            found |= {row.witness: row.record for row in rows}
        return found

    def claim(self, witness: str) -> Claim:
        """Give what a witness brings when it is asked which record it carries."""
        if witness not in self._claims:
            self._claims[witness] = claim_of_kept(self._form(witness), witness)
        return self._claims[witness]

    def of_address(self, witness: str) -> tuple[str, ...]:
        """Give the latest witnesses that came from the address that this one came from."""
        return tuple(self._connection.scalars(_OF_ADDRESS, {"of": witness}))

    def keep(
        self, witness: str, sketch: Sketch, groupings: Iterable[Grouping], *, grouper: str
    ) -> None:
        """Keep what looking for the like of a witness found, in place of what it found before."""
        kept = self._connection.execute(_PLACE, {"of": witness}).one()
        if kept.sketch is not None:
            self._let_go(witness, kept.n, kept.sketch)
        made = [
            {
                "witness": one.a,
                "other": one.b,
                "words": one.words,
                "form": msgspec.json.encode(one),
            }
            for one in groupings
        ]
        if made:
            self._connection.execute(insert(GROUPING), made)
            pairs = [(str(one["witness"]), str(one["other"])) for one in made]
            seal(self._connection, "grouping", pairs)
        hashes = [{"hash": one, "n": kept.n} for one in posted(sketch)]
        if hashes:
            self._connection.execute(_POST, hashes)
        form = msgspec.msgpack.encode(sketch)
        self._connection.execute(_GROUPED, {"of": witness, "by": grouper, "kept": form})
        seal(self._connection, "membership", [witness])

    def together(self, witnesses: Iterable[str]) -> tuple[str, ...]:
        """Give whoever is bound to these witnesses or carries a record of one, earliest first."""
        found: set[str] = set()
        fresh = set(witnesses)
        while fresh:
            found |= fresh
            fresh = self._beside(fresh) - found
        wanted = select(MEMBERSHIP.c.witness).where(MEMBERSHIP.c.witness.in_(found))
        return tuple(self._connection.scalars(wanted.order_by(MEMBERSHIP.c.n)))

    def bonds(self, witnesses: Sequence[str]) -> tuple[Bond, ...]:
        """Give what binds these witnesses to each other or holds them apart."""
        return (*self._judged(witnesses), *self._grouped(witnesses))

    def put(self, records: Sequence[Record]) -> None:
        """Keep records in place of those that their witnesses carried until now."""
        now = {one: record.id for record in records for one in record.witnesses}
        carried = self.carried(now)
        before = set(carried.values())
        bases = set(self._bases(before))
        # Whoever goes to another record has perhaps another day than before.
        touch_records(self._connection, {was for one, was in carried.items() if was != now[one]})
        for record in records:
            put_record(self._connection, record)
        for gone in before - set(now.values()):
            drop_record(self._connection, gone)
        changed = bases ^ {one.base for one in records}
        if changed:
            self._index_again(changed)

    def judge(self, judgement: Judgement) -> int:
        """Write a judgement into the log, and give its number."""
        return judging.judge(self._connection, judgement)

    def undo(self, n: int) -> Judgement:
        """Take a judgement back; it stays in the log. Raises UsageError if there is none."""
        return judging.undo(self._connection, n)

    def _form(self, witness: str) -> bytes:
        """Give the kept form of a witness's reading."""
        kept: bytes | None = self._connection.scalar(_FORM, {"of": witness})
        if kept is None:
            raise UsageError(witness, "no such witness", "name one that the archive holds")
        return kept

    def _let_go(self, witness: str, n: int, sketch: bytes) -> None:
        """Forget what looking for the like of a witness found before."""
        if hashes := [{"one": one, "of": n} for one in posted_of_kept(sketch) or ()]:
            self._connection.execute(_UNPOST, hashes)
        either = (GROUPING.c.witness == witness) | (GROUPING.c.other == witness)
        bound = select(GROUPING.c.witness, GROUPING.c.other).where(either)
        gone = [(row.witness, row.other) for row in self._connection.execute(bound)]
        self._connection.execute(delete(GROUPING).where(either))
        seal(self._connection, "grouping", gone)

    def _beside(self, witnesses: set[str]) -> set[str]:
        """Give whoever is bound to some witnesses, or carries a record with one of them."""
        found: set[str] = set()
        for some in batches(sorted(witnesses)):
            found.update(self._connection.scalars(_BESIDE, {"some": some}))
        return found

    def _grouped(self, witnesses: Sequence[str]) -> Iterator[Bond]:
        for some in batches(witnesses):
            wanted = select(GROUPING).where(GROUPING.c.witness.in_(some))
            for row in self._connection.execute(wanted):
                yield Bond(one=row.witness, other=row.other, same=True, words=row.words)

    def _judged(self, witnesses: Sequence[str]) -> Iterator[Bond]:
        for some in batches(witnesses):
            wanted = (
                select(JUDGED.c.witness, JUDGED.c.other, JUDGEMENT.c.kind)
                .join(JUDGEMENT, JUDGEMENT.c.n == JUDGED.c.n)
                .where(JUDGED.c.witness.in_(some), JUDGEMENT.c.undone.is_(None))
                .order_by(JUDGED.c.n.desc())  # of two that gainsay each other the later counts
            )
            for row in self._connection.execute(wanted):
                same = row.kind == "merge"
                yield Bond(one=row.witness, other=row.other, same=same, judged=True)

    def _bases(self, records: Iterable[str]) -> Iterator[str]:
        for some in batches(sorted(records)):
            yield from self._connection.scalars(select(RECORD.c.base).where(RECORD.c.id.in_(some)))

    def _index_again(self, witnesses: Iterable[str]) -> None:
        """Have the index take these up anew: it knows which witnesses are bases."""
        generation = next_generation(self._connection)
        for some in batches(sorted(witnesses)):
            ours = READING.c.witness.in_(some)
            self._connection.execute(update(READING).where(ours).values(generation=generation))
            seal(self._connection, "reading", some)


def groupings(connection: Connection, record: str) -> tuple[Grouping, ...]:
    """Give what was found to bind the witnesses of a record."""
    ours = select(MEMBERSHIP.c.witness).where(MEMBERSHIP.c.record == record)
    wanted = (
        select(GROUPING.c.form)
        .where(GROUPING.c.witness.in_(ours), GROUPING.c.other.in_(ours))
        .order_by(GROUPING.c.witness, GROUPING.c.other)
    )
    return tuple(_grouping(form) for form in connection.scalars(wanted))
