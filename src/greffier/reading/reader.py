"""The reader: its stages in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.model import SCHEMA, Reading, RecordHead, Remark, Turn, joined
from greffier.reading.chairmanships import read_chairmanships
from greffier.reading.doubts import remarks_on
from greffier.reading.head import read_head
from greffier.reading.initials import names_behind, names_on_cards, spelled_out
from greffier.reading.instruments import read_instruments
from greffier.reading.kinds import read_kind
from greffier.reading.layout import lines_of
from greffier.reading.lexicon import lexicon_of
from greffier.reading.mentions import read_mentions
from greffier.reading.page import Page
from greffier.reading.people import tag_people
from greffier.reading.prepared import prepare
from greffier.reading.presence import read_cast
from greffier.reading.quotations import read_quotations
from greffier.reading.sessions import read_sessions
from greffier.reading.speakers import speakers_of
from greffier.reading.tagging import Tagger
from greffier.reading.turns import read_turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Known, Session, Span, Witness
    from greffier.reading.cast import Cast
    from greffier.reading.prepared import Prepared

READER = "4"


def read(witness: Witness, known: Known) -> Reading:
    """Read a witness: a pure function of the witness, of what is known, and of `READER`.

    Args:
        witness: what was received; its `language` is worked out here where it is `und`.
        known: states and organisations (`greffier.authority.shipped()`).
    """
    lexicon = lexicon_of(known)
    ready = prepare(witness, lexicon)
    page = _page(ready, Tagger(lexicon_of(known, ready.language.cases), ready.language))
    kind, kind_rule = read_kind(page)
    cast = read_cast(page)
    sessions = read_sessions(page, cast, kind)
    subject = sessions[0] if sessions else None
    head = page.head
    return Reading(
        schema=SCHEMA,
        reader=READER,
        witness=ready.witness,
        record=RecordHead(
            kind=kind,
            title=head.title,
            date=head.date,
            dateline_place=head.place,
            publisher=head.publisher,
            kind_rule=kind_rule,
        ),
        sessions=sessions,
        participants=tuple(one.done(subject.id if subject else None) for one in cast.members),
        turns=tuple(_turns(page, cast, subject)),
        instruments=read_instruments(page, cast, subject),
        chairmanships=read_chairmanships(page, cast, subject),
        furniture=_furniture(page, ready.cut),
        remarks=(*cast.remarks, *remarks_on(page, kind), *_lost(ready)),
        quotations=read_quotations(page, cast),
        mentions=read_mentions(page, cast),
        glosses=ready.glosses,
    )


def _page(ready: Prepared, tagger: Tagger) -> Page:
    """Sort the lines, then tag what they name: what is known, the offices, and the people."""
    witness, view, language = ready.witness, ready.view, ready.language
    lines = lines_of(view)
    head = read_head(witness, view, lines, language)
    spoken = read_turns(witness, view, lines, head, language, ready.heads)
    known = tagger.known(view)
    title = head.title.text if head.title else ""
    named = [one.capacity.name for one in tagger.capacities(known.text) if one.capacity.name]
    named += [*names_on_cards(ready.glosses), *names_behind(witness)]
    speakers = speakers_of(spoken, known, title, tagger)
    speakers = spelled_out(speakers, named, view.text, language)
    return Page(
        witness=witness,
        language=language,
        tagger=tagger,
        folded=view,
        printed=lines,
        tagged=tag_people(known, speakers.values(), spoken.narration, tagger),
        head=head,
        spoken=spoken,
        speakers=speakers,
        glosses=ready.glosses,
    )


def _lost(ready: Prepared) -> Iterator[Remark]:
    if ready.rebroken:
        message = "the page has lost its lines: they begin where labels, dates and lists show it"
        yield Remark(code="paragraphs-lost", message=message)


def _turns(page: Page, cast: Cast, subject: Session | None) -> Iterator[Turn]:
    for one in page.spoken.utterances:
        member = cast.of_turn.get(one.n)
        yield Turn(
            n=one.n,
            participant=member.id if member else None,
            label=one.label,
            label_span=one.label_span,
            paragraphs=tuple(one.paragraphs),
            session=subject.id if subject else None,
            continues=one.continues,
            rule=one.rule,
        )


def _furniture(page: Page, cut: tuple[Span, ...]) -> tuple[Span, ...]:
    lines = (page.lines[n] for n in page.head.furniture)
    return joined((*cut, *(page.tagged.span(line.start, line.end) for line in lines)))
