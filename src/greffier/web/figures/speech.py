"""How much each spoke in a record: the words of the turns, speaker by speaker."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from greffier.model import capacity
from greffier.web import addresses
from greffier.web.pictures import Cell, Figure, Share, draw_shares

if TYPE_CHECKING:
    from collections.abc import Mapping

    from greffier.model import Reading

_BARS: Final = 20


def speech_figure(reading: Reading, persons: Mapping[str, str]) -> Figure | None:
    """Show the share of words of each speaker; None where not two of them spoke.

    Args:
        reading: of the record. What is printed in it is what is counted: a record may print one
            side's words only.
        persons: the identifier of the person, by the participant.
    """
    cast = {one.id: one for one in reading.participants}
    said: Counter[tuple[str, str]] = Counter()
    text = reading.witness.text
    for turn in reading.turns:
        one = cast.get(turn.participant or "")
        name = (one.name or capacity(one)) if one else turn.label
        person = persons.get(one.id, "") if one else ""
        words = sum(len(span.cut(text).split()) for span in turn.paragraphs)
        said[name, addresses.person(person) if person else ""] += words
    whole = said.total()
    if len(said) < 2 or not whole:  # noqa: PLR2004 - one speaker has all of it
        return None
    called = "Words by speaker"
    ordered = sorted(said.items(), key=lambda one: (-one[1], one[0]))
    shares = [
        Share(label=name, amount=words, note=f"{words:,} · {words / whole:.0%}", href=href)
        for (name, href), words in ordered[:_BARS]
    ]
    left_out = len(ordered) - len(shares)
    return Figure(
        key="speech",
        called=called,
        svg=draw_shares("speech", called, f"{whole:,} words by {len(said)} speakers.", shares),
        columns=("Speaker", "Words", "Share"),
        rows=tuple(
            (
                Cell(name, href),
                Cell(str(words), "", "number"),
                Cell(f"{words / whole:.1%}", "", "number"),
            )
            for (name, href), words in ordered
        ),
        notes=(f"{left_out} who said less are in the table alone.",) if left_out > 0 else (),
    )
