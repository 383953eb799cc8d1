"""The log of judgements read back, and applied over readings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import bindparam, select

from greffier.archive.tables import JUDGED, JUDGEMENT
from greffier.model import Judged, Judgement, Subject, applied, of_witnesses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, Row

    from greffier.model import Reading

# Every reading asks this; made once, it costs a tenth.
_OF_READING = (
    select(JUDGEMENT)
    .where(
        JUDGEMENT.c.witness == bindparam("of"),
        JUDGEMENT.c.about == "fact",
        JUDGEMENT.c.undone.is_(None),
    )
    .order_by(JUDGEMENT.c.n)
)


class Form(msgspec.Struct):
    """What a judgement is about, as it is kept."""

    subject: Subject
    others: tuple[Subject, ...] = ()


_form = msgspec.json.Decoder(Form).decode


def judgements(connection: Connection, *wanted: ColumnElement[bool]) -> Iterator[Judged]:
    """Yield the log of judgements, the earliest first, those that were undone among them."""
    asked = select(JUDGEMENT).where(*wanted).order_by(JUDGEMENT.c.n)
    for row in connection.execute(asked).all():
        yield _judged(connection, row)


def of_facts(connection: Connection, witness: str) -> tuple[Judged, ...]:
    """Give the judgements that stand on facts of a witness, the earliest first."""
    rows = connection.execute(_OF_READING, {"of": witness}).all()
    return tuple(_judged(connection, row) for row in rows)


def apply(connection: Connection, reading: Reading) -> Reading:
    """Give a reading with the judgements on its facts applied; itself where there are none."""
    return applied(reading, of_facts(connection, reading.witness.id))


def _judged(connection: Connection, row: Row[*tuple[Any, ...]]) -> Judged:
    if row.form is None:  # of the second schema, which knew judgements on witnesses alone
        pairs = connection.execute(select(JUDGED).where(JUDGED.c.n == row.n)).all()
        others = tuple(pair.other for pair in pairs)
        judgement = of_witnesses(
            row.kind, pairs[0].witness, others, author=row.author, reason=row.reason
        )
    else:
        form = _form(row.form)
        judgement = Judgement(
            kind=row.kind,
            subject=form.subject,
            others=form.others,
            author=row.author,
            reason=row.reason,
        )
    return Judged(n=row.n, judgement=judgement, made=row.made, undone=row.undone)
