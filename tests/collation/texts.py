"""Texts to compare: a speech that is long enough, and claims made of it."""

from __future__ import annotations

from greffier.model import Claim, Date, RecordHead, Span, Text

# From the page of a meeting of the CSTO and the SCO (examples/000), shortened.
SPEECH = (
    "I appreciate your support of the proposal to hold the meeting in a new format, as a joint "
    "meeting of the leaders of the Shanghai Cooperation Organisation and the Collective Security "
    "Treaty Organisation. Our discussion today shows how important it is for the two "
    "organisations to join forces to ensure security and stability in Eurasia. It is "
    "particularly relevant considering the recent escalation of the already turbulent situation "
    "in Afghanistan. Our colleagues’ remarks indicate that our states share similar approaches "
    "to responding to the threats that have been emanating from Afghanistan since the Americans "
    "left it in haste, or perhaps I should say fled, along with their “NATO allies”."
)
OTHER = (
    "The Chair of the European Council opened the sitting and gave the floor to the rapporteur, "
    "who presented the committee's findings on fisheries, ports and the wages of seafarers; a "
    "vote was put off until the evening, when the delegations had read the amendments."
)


def claim(  # noqa: PLR0913 - each says one thing about the witness
    text: str,
    *,
    witness: str = "w",
    title: str | None = None,
    date: str | None = None,
    place: str | None = None,
    official: bool = False,
) -> Claim:
    """Make a claim whose head says what is given; without anything it has no head."""
    head = None
    if title or date or place:
        head = RecordHead(
            kind="other",
            title=None if title is None else _text(title),
            date=None if date is None else Date(value=date, basis="stated"),
            dateline_place=None if place is None else _text(place),
        )
    return Claim(witness=witness, text=text, head=head, official=official)


def _text(words: str) -> Text:
    return Text(text=words, span=Span(0, len(words)), rule="made")


def at(text: str, words: str) -> Span:
    """Find where `words` stand first."""
    start = text.index(words)
    return Span(start, start + len(words))
