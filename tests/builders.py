"""Readings made of short texts, so that tests of the archive do not depend on the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.model import (
    SCHEMA,
    Chairmanship,
    Date,
    Evidence,
    Gloss,
    Instrument,
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

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from greffier.model import RecordKind

# By label: name, office, and of what.
Cast = dict[str, tuple[str, str, str]]

CAST: Cast = {
    "President of Russia Vladimir Putin": ("Vladimir Putin", "President", "Russia"),
    "Prime Minister of Armenia Nikol Pashinyan": ("Nikol Pashinyan", "Prime Minister", "Armenia"),
}

_PARAGRAPH = re.compile(r"\S[^\n]*")

MEETING = """View settings

Meeting of the CSTO Collective Security Council

December 2, 2020, Novo-Ogaryovo

The leaders of the member states met by videoconference.

President of Russia Vladimir Putin: Good afternoon, colleagues.

Our organisations’ meetings strengthened collective security in the region.

Prime Minister of Armenia Nikol Pashinyan: Thank you, Mr Putin.

We signed a declaration on Nagorno-Karabakh. Terrorists threaten us all.

An interpreter: The line is bad.
"""


def received(text: str, *, name: str = "record.txt", language: str = "en") -> Received:
    """Receive a text, as a source does."""
    data = text.encode()
    witness = Witness(
        digest=digest_of(data),
        name=name,
        media_type="text/plain",
        language=language,
        length=len(text),
        text=text,
    )
    return Received(witness=witness, data=data)


def at(text: str, words: str) -> Span:
    """Find where `words` first stand in `text`, any white space between; fails if nowhere."""
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    assert found, words
    return Span(*found.span())


def reading_of(  # noqa: PLR0913 - each says one thing about the record
    witness: Witness,
    *,
    reader: str = "1",
    kind: RecordKind = "transcript",
    title: str | None = None,
    date: str | None = None,
    held: str | None = None,
    cast: Mapping[str, tuple[str, str, str]] = CAST,
    organisations: tuple[str, ...] = ("CSTO",),
    body: str | None = "Collective Security Council",
    furniture: Iterable[str] = (),
    glosses: Iterable[str] = (),
    remarks: int = 0,
) -> Reading:
    """Read a text whose turns open with `Label: `; the labels of `cast` are participants."""
    text = witness.text
    present = [label for label in cast if f"{label}:" in text]
    keys = {label: f"p{n}" for n, label in enumerate(present, start=1)}
    opening = Span(*next(_PARAGRAPH.finditer(text)).span())
    return Reading(
        schema=SCHEMA,
        reader=reader,
        witness=witness,
        record=RecordHead(
            kind=kind,
            title=None if title is None else Text(text=title, span=at(text, title), rule="title"),
            date=None if date is None else Date(value=date, basis="stated"),
        ),
        sessions=(
            Session(
                id="s1",
                subject=True,
                name="CSTO Collective Security Council",
                organisations=organisations,
                body=body,
                status="held",
                date=None if held is None else Date(value=held, basis="resolved", span=opening),
                venue=None,
                mode="videoconference",
                formats=("regular",),
                spans=(opening,),
                evidence=(Evidence(field="mode", span=opening, rule="lede.mode"),),
            ),
        ),
        participants=tuple(_participant(text, keys[label], cast[label]) for label in present),
        turns=tuple(_turns(text, keys)),
        instruments=(
            Instrument(
                kind="declaration", title="the declaration", action="signed", spans=(opening,)
            ),
        ),
        chairmanships=(
            Chairmanship(organisation="CSTO", holder="Russia", phase="current", spans=(opening,)),
        ),
        furniture=tuple(at(text, words) for words in furniture),
        remarks=tuple(Remark(code="doubt", message=f"doubt {n}") for n in range(remarks)),
        quotations=(Quotation(speaker=None, direct=True, span=opening, cue=opening),),
        glosses=tuple(Gloss(name=words, office=None, span=at(text, words)) for words in glosses),
    )


def meeting(**changes: object) -> tuple[Received, Reading]:
    """Give a meeting of two speakers, and one whose label names nobody."""
    came = received(MEETING, name="meeting.txt")
    values: dict[str, object] = {
        "title": "Meeting of the CSTO Collective Security Council",
        "date": "2020-12-02",
        "furniture": ["View settings"],
        "remarks": 1,
    }
    return came, reading_of(came.witness, **(values | changes))  # type: ignore[arg-type] # as given


def _participant(text: str, key: str, row: tuple[str, str, str]) -> Participant:
    name, office, of = row
    found = (at(text, name),) if name in text else ()
    return Participant(
        id=key,
        name=name,
        office=office,
        of=of,
        acting=False,
        role="participant",
        session="s1",
        spans=found,
        evidence=tuple(Evidence(field="name", span=span, rule="label") for span in found),
    )


def _turns(text: str, keys: dict[str, str]) -> Iterable[Turn]:
    labels = list(re.finditer(r"^(?P<label>[^\n:]{3,60}): ", text, re.MULTILINE))
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for n, (label, end) in enumerate(zip(labels, ends, strict=False), start=1):
        said = _PARAGRAPH.finditer(text, label.end(), end)
        yield Turn(
            n=n,
            participant=keys.get(label["label"]),
            label=label["label"],
            label_span=Span(*label.span("label")),
            paragraphs=tuple(Span(*paragraph.span()) for paragraph in said),
            session="s1",
            rule="label",
        )
