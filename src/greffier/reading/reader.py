"""The reader: its stages in order."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from greffier.model import SCHEMA, Reading, RecordHead, Turn, joined
from greffier.reading.chairmanships import read_chairmanships
from greffier.reading.doubts import remarks_on
from greffier.reading.folding import View
from greffier.reading.glosses import find_glosses
from greffier.reading.head import read_head
from greffier.reading.identify import identify
from greffier.reading.instruments import read_instruments
from greffier.reading.kinds import read_kind
from greffier.reading.languages import ANY, LANGUAGES
from greffier.reading.layout import lines_of, unwrapped
from greffier.reading.letters import FULL_NAME
from greffier.reading.lexicon import lexicon_of
from greffier.reading.mentions import read_mentions
from greffier.reading.naming import capacity_of_label
from greffier.reading.page import Page
from greffier.reading.presence import read_cast
from greffier.reading.quotations import read_quotations
from greffier.reading.rebroken import rebroken
from greffier.reading.running_heads import without_running_heads
from greffier.reading.sessions import read_sessions
from greffier.reading.stated import unescaped
from greffier.reading.symbols import rule
from greffier.reading.tagging import Tagger
from greffier.reading.turns import read_turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Known, Session, Span, Witness
    from greffier.reading.cast import Cast
    from greffier.reading.languages import Language

READER = "1"

_OPENING_NAME = re.compile(rf"(?P<name>{FULL_NAME}) [a-z]")


def read(witness: Witness, known: Known) -> Reading:
    """Read a witness: a pure function of the witness, of what is known, and of `READER`.

    Args:
        witness: what was received; its `language` is worked out here where it is `und`.
        known: states and organisations (`greffier.authority.shipped()`).
    """
    cut, folded = without_running_heads(View.of(witness.text))
    if witness.language == "und":
        witness = replace(witness, language=identify(folded.text))
    language = LANGUAGES.get(witness.language, ANY)
    folded = unwrapped(folded, language)
    lexicon = lexicon_of(known)
    folded = unescaped(folded, witness)
    glosses, tooltips, folded = find_glosses(witness, folded, lexicon, language)
    whole = rebroken(folded, language)
    lost, folded = whole is not folded, whole
    page = _page(witness, folded, Tagger(lexicon, language), language, cut)
    kind, kind_rule = read_kind(page)
    cast = read_cast(page)
    sessions = read_sessions(page, cast, kind)
    subject = sessions[0] if sessions else None
    head = page.head
    return Reading(
        schema=SCHEMA,
        reader=READER,
        witness=witness,
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
        instruments=read_instruments(page, session=subject.id if subject else None),
        chairmanships=read_chairmanships(page, cast, subject),
        furniture=_furniture(page, (*tooltips, *cut)),
        remarks=(*cast.remarks, *remarks_on(page, kind)),
        quotations=read_quotations(page, cast),
        mentions=read_mentions(page, cast),
        glosses=glosses,
    )


def _page(
    witness: Witness, folded: View, tagger: Tagger, language: Language, cut: tuple[Span, ...]
) -> Page:
    """Sort the lines, then tag what they name: what is known, the offices, and the people."""
    lines = lines_of(folded)
    head = read_head(witness, folded, lines, language)
    spoken = read_turns(witness, folded, lines, head, language, cut)
    known = tagger.known(folded)
    speakers = {
        label: capacity
        for label, rule_of_it in dict.fromkeys((one.label, one.rule) for one in spoken.utterances)
        if (capacity := capacity_of_label(label, rule_of_it, tagger))
    }
    names = [one.name for one in speakers.values() if one.name]
    names += [one.capacity.name for one in tagger.capacities(known.text) if one.capacity.name]
    if spoken.narration:
        names += _opening_names(lines_of(known)[spoken.narration[0]].text, tagger)
    names += _titled_names(known.text, names, tagger)
    casts = tagger.casts(known)
    tagged = tagger.people(casts, names)
    if beside := _names_beside(tagged, spoken.narration, tagger):
        tagged = tagger.people(casts, [*names, *beside])
    return Page(
        witness=witness,
        language=language,
        tagger=tagger,
        folded=folded,
        tagged=tagged,
        head=head,
        spoken=spoken,
        speakers=speakers,
    )


def _opening_names(text: str, tagger: Tagger) -> Iterator[str]:
    """An account that opens with capitalised words and a verb opens with somebody's name."""
    found = _OPENING_NAME.match(text)
    if found and not set(found["name"].split()) & tagger.language.offices.not_names:
        yield found["name"]


def _names_beside(tagged: View, narration: tuple[int, ...], tagger: Tagger) -> list[str]:
    """`Vladimir Putin and` somebody: capitalised words in a row with a person name one too."""
    lines = lines_of(tagged)
    beside = rule(
        r"(?:(?P<first><fullname>)(?: and|,) <someone>|<someone> and (?P<last><fullname>))"
    )
    found = (one for n in narration for one in beside.finditer(lines[n].text))
    names = (one["first"] or one["last"] for one in found)
    others = tagger.language.offices.not_names
    return [name for name in names if others.isdisjoint(name.split())]


def _titled_names(text: str, names: list[str], tagger: Tagger) -> list[str]:
    """`Mr Rahmon`, where the record never prints more of his name."""
    titles = tagger.language.offices.titles
    if not titles:
        return []
    known = {name.split(" ")[-1] for name in names}
    found = rule(rf"\b(?:{titles}) (?P<name><name>)").finditer(text)
    return [one["name"] for one in found if one["name"].split(" ")[-1] not in known]


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
