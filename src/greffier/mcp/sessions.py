"""A session for assistants: what its records tell of it, each value with the words that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.errors import UsageError
from greffier.mcp.answers import Point, Saying, SessionTold
from greffier.model import Span, capacity
from greffier.query.telling import told

if TYPE_CHECKING:
    from greffier.archive import Archive, StoredSession
    from greffier.mcp.answers import Citation
    from greffier.mcp.citing import Citer
    from greffier.model import Participant
    from greffier.query.telling import Adopted, Attendance, Field, Said, Told

_SHOWN = 3  # stretches of words that are cited for one value of one record


def session_told(archive: Archive, key: str, citer: Citer) -> SessionTold:
    """Give what is told of a session.

    Args:
        archive: where it is.
        key: its identifier; or a record's, for the session that the record is of.
        citer: makes the citations.

    Raises:
        UsageError: there is none of this name, or the record is of none.
    """
    stored, others = _found(archive, key)
    return _Teller(told(stored, archive.reading), citer).whole(stored.id, others)


def _found(archive: Archive, key: str) -> tuple[StoredSession, list[str]]:
    if "." in key:
        return archive.session(key), []
    sessions = sorted(
        archive.sessions_of(archive.record(key).base), key=lambda one: not one.session.subject
    )
    if not sessions:
        advice = "read it with read_record"
        raise UsageError(key, "a record that tells of no session", advice)
    return archive.session(sessions[0].id), [one.id for one in sessions[1:]]


class _Teller:
    """Puts a session that was put side by side into the answer's words."""

    def __init__(self, found: Told, citer: Citer) -> None:
        self._found = found
        self._citer = citer

    def whole(self, session: str, others: list[str]) -> SessionTold:
        return SessionTold(
            session=session,
            records=[self._cited(record.base) for record in self._found.records],
            left_out=self._found.left_out,
            told=[self._field(one) for one in self._found.fields],
            participants=[self._attending(one) for one in self._found.attendance],
            instruments=[self._adopted(one) for one in self._found.adopted],
            others=others,
        )

    def _cited(self, base: str) -> Citation:
        title = self._citer.reading(base).record.title
        return self._citer.cite(base, title.span if title else None)

    def _field(self, field: Field) -> Point:
        sayings = [self._said(one) for _, some in field.values for one in some]
        return Point(about=field.label, agreement=field.agreement, sayings=sayings)

    def _attending(self, one: Attendance) -> Point:
        sayings = [
            self._saying(part.telling, _capacity(part.taken.participant), part.spans)
            for part in one.parts
        ]
        return Point(about=one.name or "not named", agreement=one.agreement, sayings=sayings)

    def _adopted(self, one: Adopted) -> Point:
        about = f"{one.instrument.kind}: {one.instrument.title}"
        return Point(
            about=about, agreement=one.agreement, sayings=[self._said(said) for said in one.said]
        )

    def _said(self, said: Said) -> Saying:
        return self._saying(said.telling, said.value, said.spans)

    def _saying(self, telling: int, value: str, spans: tuple[Span, ...]) -> Saying:
        told_by = self._found.tellings[telling - 1]
        cited = self._citer.cite_all(told_by.witness, spans[:_SHOWN])
        return Saying(value=value, record=told_by.record.id, citations=cited)


def _capacity(one: Participant) -> str:
    """Give how somebody took part: `chair, Acting President of Kyrgyzstan, by video`."""
    mode = "" if one.mode == "unknown" else one.mode
    return ", ".join(filter(None, (one.role, capacity(one), mode)))
