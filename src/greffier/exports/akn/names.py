"""What the parts of an Akoma Ntoso document are called, so that they can point at each other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from greffier.exports.markup import identifier
from greffier.query import capacity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.model import Participant, Reading, Span, Turn


def at(spans: Iterable[Span | None]) -> str:
    """Give where words stand in the text of the witness: `12,34 50,61`."""
    return " ".join(f"{span.start},{span.end}" for span in spans if span is not None)


class Names:
    """The sessions, organisations, participants and roles of a reading, by what points at them."""

    def __init__(self, reading: Reading) -> None:
        self.sessions = {f"event_{identifier(one.id)}": one for one in reading.sessions}
        self.participants = {f"person_{identifier(one.id)}": one for one in reading.participants}
        every = dict.fromkeys(name for one in reading.sessions for name in one.organisations)
        self.organisations = {f"organisation_{n}": name for n, name in enumerate(every, start=1)}
        held = dict.fromkeys(filter(None, map(_role, reading.participants)))
        self.roles = {role: f"role_{n}" for n, role in enumerate(held, start=1)}
        known = {one.id for one in reading.participants}
        self.unknown = any(turn.participant not in known for turn in reading.turns)
        self._reading = reading

    def speaker(self, turn: Turn) -> dict[str, str | None]:
        """Give who speaks a turn and as what, as attributes of the speech."""
        found = self._reading.participant(turn.participant)
        if found is None:
            return {"by": "#unknown"}
        role = self.roles.get(_role(found))
        return {"by": f"#person_{identifier(found.id)}", "as": f"#{role}" if role else None}


def _role(participant: Participant) -> str:
    """Give the office that somebody holds, in words; empty where he is seen in none."""
    if not (participant.office or participant.of):
        return ""
    return capacity(replace(participant, name=None))
