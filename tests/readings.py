"""Readings made by hand over the example records, for tests that must not wait for the reader."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from greffier.model import (
    SCHEMA,
    Chairmanship,
    Date,
    Evidence,
    Gloss,
    Instrument,
    Mention,
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
)
from tests.builders import at, received
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABEL: Final = re.compile(
    r"^(?P<label>(?:(?:Acting )?President|Prime Minister|Vladimir|Nikol)\b[^:\n]{5,60}):[^\S\n]*",
    re.MULTILINE,
)
_PARAGRAPH: Final = re.compile(r"\S[^\n]*")


def example(number: str) -> Received:
    """Receive one of the examples by the beginning of its file's name."""
    path = next(EXAMPLES.glob(f"{number}_*.txt"))
    return received(path.read_bytes().decode(), name=f"examples/{path.name}")


def meeting() -> tuple[Received, Reading]:
    """Read the meeting of 2 December 2020, as far as the pages need it, by hand."""
    came = example("002")
    text = came.witness.text
    cast = _cast(text)
    session = Session(
        id="s1",
        subject=True,
        name="Meeting of the CSTO Collective Security Council",
        organisations=("CSTO",),
        body="Collective Security Council",
        status="held",
        date=Date(
            value="2020-12-02",
            basis="stated",
            span=at(text, "December 2, 2020"),
            rule="dateline",
        ),
        venue=None,
        mode="videoconference",
        formats=(),
        spans=(at(text, "Meeting of the CSTO Collective Security Council"),),
        evidence=(
            Evidence(
                field="body",
                span=at(text, "Collective Security Council of the"),
                rule="lede.body",
            ),
            Evidence(field="mode", span=at(text, "via videoconference"), rule="lede.mode"),
        ),
    )
    reading = Reading(
        schema=SCHEMA,
        reader="hand",
        witness=came.witness,
        record=RecordHead(
            kind="transcript",
            title=Text(text=session.name, span=session.spans[0], rule="title"),
            date=session.date,
            dateline_place=Text(
                text="Novo-Ogaryovo, Moscow Region",
                span=at(text, "Novo-Ogaryovo, Moscow Region"),
                rule="dateline",
            ),
            publisher=Text(
                text="Official website of the President of Russia",
                span=at(text, "Official website of the President of Russia"),
                rule="masthead",
            ),
        ),
        sessions=(session, _next_session(text)),
        participants=cast,
        turns=_turns(text, cast),
        instruments=(
            Instrument(
                kind="declaration",
                title="Collective Security Declaration",
                action="adopted",
                spans=(at(text, "Collective Security Declaration"),),
                session="s1",
                rule="adopted",
            ),
        ),
        chairmanships=(
            Chairmanship(
                organisation="CSTO",
                holder="Russia",
                phase="outgoing",
                spans=(at(text, "the head of state holding the current CSTO chairmanship"),),
                rule="chair",
            ),
        ),
        furniture=tuple(
            at(text, words)
            for words in ("View settings", "Font size:", "Site colours:", "Документ /")
        ),
        remarks=(
            Remark(
                code="venue.none",
                message="The text names no venue; the dateline is where the chair was.",
                span=at(text, "Novo-Ogaryovo, Moscow Region"),
            ),
            Remark(code="session.other", message="The date of the next session is not said."),
        ),
        mentions=(
            Mention(
                kind="activity",
                name="Nerushimoye Bratstvo 2020",
                span=at(text, "Nerushimoye Bratstvo 2020"),
            ),
        ),
        quotations=(Quotation(speaker=None, direct=True, span=at(text, "Nayomnik")),),
    )
    return came, reading


def _next_session(text: str) -> Session:
    return Session(
        id="s2",
        subject=False,
        name="meeting under the upcoming chairmanship",
        organisations=("CSTO",),
        body=None,
        status="planned",
        date=None,
        venue="Dushanbe",
        mode="unknown",
        formats=("regular",),
        spans=(at(text, "upcoming CSTO chairmanship"),),
    )


def _cast(text: str) -> tuple[Participant, ...]:
    printed = (
        ("Vladimir Putin", "President", "Russia"),
        ("Nikol Pashinyan", "Prime Minister", "Armenia"),
        ("Alexander Lukashenko", "President", "Belarus"),
        ("Kassym-Jomart Tokayev", "President", "Kazakhstan"),
        ("Talant Mamytov", "President", "Kyrgyzstan"),
        ("Emomali Rahmon", "President", "Tajikistan"),
        ("Stanislav Zas", "Secretary General", "CSTO"),
    )
    return tuple(
        Participant(
            id=f"p{n}",
            name=name,
            office=office,
            of=of,
            acting=name == "Talant Mamytov",
            role="chair" if n == 1 else "participant",
            session="s1",
            spans=(at(text, name),),
            evidence=(Evidence(field="name", span=at(text, name), rule="lede.cast"),),
        )
        for n, (name, office, of) in enumerate(printed, start=1)
    )


def _turns(text: str, cast: Iterable[Participant]) -> tuple[Turn, ...]:
    names = {one.name: one.id for one in cast if one.name}
    labels = list(_LABEL.finditer(text))
    ends = [label.start() for label in labels[1:]] + [len(text)]
    return tuple(
        Turn(
            n=n,
            participant=next((key for name, key in names.items() if name in label["label"]), None),
            label=label["label"],
            label_span=Span(*label.span("label")),
            paragraphs=tuple(
                Span(found.start(), found.start() + len(found.group().rstrip()))
                for found in _PARAGRAPH.finditer(text, label.end(), end)
            ),
            session="s1",
            rule="label",
        )
        for n, (label, end) in enumerate(zip(labels, ends, strict=True), start=1)
    )


def scrape() -> tuple[Received, Reading]:
    """Read the copy with tooltips in its sentences, as far as the pages need it, by hand."""
    came = example("001")
    text = came.witness.text
    title = at(text, "Speech at joint meeting of SCO and CSTO Heads of State")
    session = Session(
        id="s1",
        subject=True,
        name="joint meeting of SCO and CSTO Heads of State",
        organisations=("CSTO", "SCO"),
        body=None,
        status="held",
        date=None,
        venue=None,
        mode="unknown",
        formats=("joint",),
        spans=(title,),
    )
    return came, replace(
        _bare(came),
        record=RecordHead(
            kind="address",
            title=Text(text=title.cut(text), span=title, rule="title"),
            date=None,
        ),
        sessions=(session,),
        turns=_turns(text, ())[:1],  # its speaker is not made out
        remarks=(Remark(code="text.cut", message="The text breaks off.", span=None),),
        glosses=(
            Gloss(
                name="Pashinyan Nikol",
                office="Prime Minister of the Republic of Armenia",
                span=at(text, "Pashinyan NikolPrime Minister of the Republic of Armenia"),
            ),
        ),
    )


def bare(text: str, *, name: str = "text", title: str | None = None) -> tuple[Received, Reading]:
    """Read any text as a record that says nothing of itself but, where it is given, its title."""
    came = received(text, name=name, language="und")
    head = Text(text=title, span=at(text, title), rule="title") if title else None
    return came, replace(_bare(came), record=RecordHead(kind="other", title=head, date=None))


def _bare(came: Received) -> Reading:
    return Reading(
        schema=SCHEMA,
        reader="hand",
        witness=came.witness,
        record=RecordHead(kind="other", title=None, date=None),
        sessions=(),
        participants=(),
        turns=(),
        instruments=(),
        chairmanships=(),
        furniture=(),
        remarks=(),
    )
