"""Sittings made by hand: who met, who chaired, who spoke in what order, and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from greffier.authority.institutions import institutions
from greffier.model import (
    Chairmanship,
    Date,
    Evidence,
    Participant,
    Reading,
    RecordHead,
    Session,
    Span,
    Turn,
)
from greffier.model.reading import SCHEMA
from greffier.query.checks import findings
from tests.builders import at, received

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from greffier.model import ChairmanshipPhase
    from greffier.model.checks import Finding, FindingKind

SPEECH: Final = " ".join(["security"] * 30)  # long enough to be a turn of substance
THANKS: Final = "Thank you, colleagues."
CSTO: Final = ("Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan")
COUNCIL: Final = Session(
    id="s1",
    subject=True,
    name="CSTO Collective Security Council",
    organisations=("CSTO",),
    body="Collective Security Council",
    status="held",
    date=Date(value="2020-06-15", basis="stated"),
    venue=None,
    mode="in person",
    formats=(),
    spans=(),
)


def sitting(  # noqa: PLR0913 - each says one thing of the sitting, and most are left out
    spoke: Sequence[tuple[str, str]] = (),
    *,
    present: Sequence[str] = (),
    chair: str | None = "Russia",
    session: Session = COUNCIL,
    offices: Mapping[str, str] | None = None,
    absent: Sequence[str] = (),
    holds: Sequence[tuple[str, ChairmanshipPhase]] = (),
    inferred: bool = False,
    told: str = "",
) -> Reading:
    """Make the reading of a sitting.

    Args:
        spoke: for whom a turn was taken and what was said, in order.
        present: for whom somebody else took part.
        chair: for whom the chair did; None where nobody is told to have chaired.
        session: what met.
        offices: the office of whoever takes part for a party; `President` unless said.
        absent: for whom somebody is told to have been absent.
        holds: whose the record says that the chairmanship is.
        inferred: whether the chair is known by his own words alone.
        told: what the record says besides.
    """
    parties = tuple(dict.fromkeys([*(party for party, _ in spoke), *present, *absent]))
    came = received(
        "\n\n".join(
            [
                *(f"The delegate of {party} stands here." for party in parties),
                *([] if chair is None or inferred else [f"The delegate of {chair} chaired."]),
                *(f"The {phase} chairmanship is of {holder}." for holder, phase in holds),
                *filter(None, [told]),
                *(f"[{n}] {party}: {said}" for n, (party, said) in enumerate(spoke, start=1)),
            ]
        )
    )
    text = came.witness.text
    turns = tuple(_turn(text, n, parties.index(p), p, w) for n, (p, w) in enumerate(spoke, start=1))
    cast = _cast(text, parties, offices or {}, absent, chair)
    seat = _seat(text, chair, turns, parties, inferred=inferred)
    return Reading(
        schema=SCHEMA,
        reader="hand",
        witness=came.witness,
        record=RecordHead(kind="transcript", title=None, date=None),
        sessions=(session,),
        participants=tuple(
            replace(one, evidence=seat) if one.role == "chair" else one for one in cast
        ),
        turns=turns,
        instruments=(),
        chairmanships=tuple(
            Chairmanship(
                organisation=session.organisations[0],
                holder=holder,
                phase=phase,
                spans=(at(text, f"The {phase} chairmanship is of {holder}"),),
            )
            for holder, phase in holds
        ),
        furniture=(),
        remarks=(),
    )


def _cast(
    text: str,
    parties: tuple[str, ...],
    offices: Mapping[str, str],
    absent: Sequence[str],
    chair: str | None,
) -> Iterator[Participant]:
    """Yield a delegate of each party."""
    for n, party in enumerate(parties):
        yield Participant(
            id=f"p{n}",
            name=f"Delegate {n}",
            office=offices.get(party, "President"),
            of=party,
            acting=False,
            role="chair" if party == chair else "absent" if party in absent else "participant",
            session="s1",
            spans=(at(text, f"delegate of {party} stands"),),
        )


def _turn(text: str, n: int, speaker: int, party: str, said: str) -> Turn:
    start = at(text, f"[{n}] {party}: {said}").start
    label = f"[{n}] {party}"
    end = start + len(f"{label}: {said}")
    return Turn(
        n=n,
        participant=f"p{speaker}",
        label=label,
        label_span=Span(start, start + len(label)),
        paragraphs=(Span(start + len(label) + 2, end),),
        session="s1",
    )


def _seat(
    text: str,
    chair: str | None,
    turns: tuple[Turn, ...],
    parties: tuple[str, ...],
    *,
    inferred: bool,
) -> tuple[Evidence, ...]:
    if chair is None or chair not in parties:
        return ()
    if inferred:
        mine = next(one for one in turns if one.participant == f"p{parties.index(chair)}")
        return (Evidence(field="role", span=mine.paragraphs[0], rule="hand"),)
    return (Evidence(field="role", span=at(text, f"delegate of {chair} chaired"), rule="hand"),)


def found(reading: Reading, kind: FindingKind, **changes: object) -> Finding:
    """Give the one finding of a kind, the session changed as said."""
    session = replace(reading.sessions[0], **changes)  # type: ignore[arg-type] # fields by name
    (one,) = (one for one in findings(reading, session, institutions()) if one.kind == kind)
    return one
