"""All the questions that a session is asked, in the order in which they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.model import Organisation
from greffier.model.checks import Finding, Shown
from greffier.query.checks.chair import chair, office
from greffier.query.checks.floor import floor
from greffier.query.checks.level import level
from greffier.query.checks.members import absent, only, traced
from greffier.query.checks.scene import INFORMAL, NO_DATE, Scene, seat_name, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.authority.institutions import Seat
    from greffier.model import Reading, Session
    from greffier.model.institutions import Institutions


def findings(reading: Reading, session: Session, institutions: Institutions) -> tuple[Finding, ...]:
    """Hold a session against the rules of whoever met; use it wherever a session is shown.

    Args:
        reading: of one witness of a record.
        session: one of its sessions.
        institutions: members, rules and chairs.

    Returns:
        The findings; none where the record names neither an organisation nor a body, no more than
        the session itself, or a meeting of two sides; a single one where nothing is known of
        whoever met.
    """
    scene = Scene(reading, session, institutions)
    if (not session.subject and not scene.cast) or "bilateral" in session.formats:
        return ()
    if scene.seats:
        return tuple(_asked(scene))
    if session.organisations or session.body:
        return (_not_known(session),)
    return ()


def _asked(scene: Scene) -> Iterator[Finding]:
    yield floor(scene)
    for seat in scene.seats:
        yield traced(scene, seat)
        if away := absent(scene, seat):
            yield away
    yield only(scene)
    for seat in scene.seats:
        yield from chair(scene, seat)
        if rule := scene.rule(seat):
            yield office(scene, seat, rule)
            yield level(scene, seat, rule)
        else:
            yield _no_rule(scene, seat)


def _not_known(session: Session) -> Finding:
    named = " ".join((*session.organisations, *filter(None, [session.body])))
    why = "no organisation is named that it is of"
    if session.organisations:
        why = "nothing is known of its members and rules"
    return _unruled(session, named, f"{named}: {why}")


def _no_rule(scene: Scene, seat: Seat) -> Finding:
    name = seat_name(seat)
    why = f"no rule is known for a session of {name} on {scene.day}"
    if scene.day is None:
        why = NO_DATE
    elif scene.is_informal:
        why = INFORMAL
    elif isinstance(seat, Organisation) and not scene.is_summit:
        why = f"the record names no body of {name}, and which rules hold is not known"
    return _unruled(scene.session, name, sentences([why]))


def _unruled(session: Session, of: str, found: str) -> Finding:
    fields = {"organisations", "body"}
    return Finding(
        kind="rule-known",
        of=of,
        question="Is a rule known for such a session?",
        found=found,
        agrees="unknown",
        evidence=tuple(
            Shown(shows=one.field, span=one.span) for one in session.evidence if one.field in fields
        ),
    )
