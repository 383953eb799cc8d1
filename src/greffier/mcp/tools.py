"""The questions that an assistant can ask an archive, each answered with the words behind it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from greffier.archive import Question
from greffier.authority import shipped
from greffier.errors import UsageError
from greffier.mcp.answers import (
    Beside,
    Chair,
    Chairs,
    Checked,
    Found,
    Holder,
    Holders,
    Page,
    Passage,
    SessionTold,
    Speech,
    hidden_in,
)
from greffier.mcp.beside import beside
from greffier.mcp.citing import Citer
from greffier.mcp.sessions import session_told
from greffier.query import named, pieces
from greffier.query.holding import held
from greffier.query.lines import line
from greffier.query.positions import MOST_COLUMNS
from greffier.query.quoting import standing
from greffier.query.who import who

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.archive import Archive
    from greffier.model import Holding, Observation, Reading, Tenure

_PAGE = 12_000  # characters of a record that are given at a time
_SHOWN = 3  # observations that are cited for one stretch of time in an office
_FOUND = 10  # places that are cited for one quotation
_LONGEST = 2_000  # characters of a quotation

Words = Annotated[
    str, Field(max_length=400, description='Words, "phrases", AND, OR, NOT, prefix*.')
]
Name = Annotated[str, Field(max_length=200)]
Names = Annotated[list[Name], Field(max_length=MOST_COLUMNS)]
Day = Annotated[
    str | None, Field(max_length=10, description="A day, month or year: 2020-12-02, 2020-12, 2020.")
]


class Tools:
    """The tools of the server, over one archive; each public method is one of them.

    Args:
        archive: what is asked; its methods may be called from several threads.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def search(  # noqa: PLR0913 - one argument for each restriction
        self,
        words: Words,
        *,
        speaker: Name | None = None,
        state: Name | None = None,
        organisation: Name | None = None,
        since: Day = None,
        until: Day = None,
        limit: Annotated[int, Field(ge=1, le=50)] = 10,
    ) -> Found:
        """Find what was said at meetings, or stands in their records; each hit with its citation.

        Inflected forms are found too. Restrict by speaker, by the state or organisation that the
        speaker spoke for, by the organisation whose session it was, and by days.
        """
        question = Question(
            words=words,
            speaker=speaker,
            of=state,
            organisation=organisation,
            since=since,
            until=until,
            limit=limit,
        )
        known = shipped()
        hits = self._archive.search(held(self._archive, named(question, known), known))
        citer = Citer(self._archive)
        passages = [
            Passage(
                speaker=hit.speaker,
                office=hit.office,
                of=hit.of,
                turn=hit.turn,
                citation=citer.cite(hit.witness, hit.span, hit.quote),
            )
            for hit in hits.hits
        ]
        return Found(total=hits.total, passages=passages)

    def who(self, question: Name, on: Day = None) -> Holders:
        """Say who held an office on a day, or which offices somebody held, and by which words.

        Ask for an office with what it is of (`President of Kyrgyzstan`), or for a person
        (`Talant Mamytov`). What no record shows is not in the answer: do not fill it in.
        """
        answer = who(self._archive, question, shipped(), on=on)
        citer = Citer(self._archive)
        if on is not None:
            holders = [_holder(one.tenure, one, one.shown_by, citer) for one in answer.holdings]
        else:
            holders = [_holder(one, None, one.seen, citer) for one in answer.tenures]
        return Holders(asked=answer.asked, on=answer.on, holders=holders)

    def chairs(self, organisation: Name) -> Chairs:
        """Say who held the chair of an organisation or body when, who was next, and by which words.

        Also whether the next one was whom the organisation's own rule names.
        """
        found = line(self._archive, organisation, shipped())
        return Chairs(
            organisation=found.organisation,
            chairs=[
                Chair(
                    date=step.date,
                    inferred=step.inferred,
                    holder=step.holder,
                    next=step.next,
                    next_is_by_rule=step.by_rule,
                    reason=step.reason,
                    words=[told.quote for told in step.told],
                    record=step.record,
                )
                for step in found.steps
            ],
        )

    def session(self, session: Name) -> SessionTold:
        """Say what the records tell of a session: when, where, who took part, what was adopted.

        Ask by the session's identifier, or by a record of it. Records are put side by side: where
        they differ each value stands with whoever says so.
        """
        return session_told(self._archive, session, Citer(self._archive))

    def positions(  # noqa: PLR0913 - one argument for each restriction
        self,
        words: Words,
        *,
        states: Names = (),  # type: ignore[assignment] # an empty list, which nobody can add to
        speakers: Names = (),  # type: ignore[assignment] # as above
        organisation: Name | None = None,
        since: Day = None,
        until: Day = None,
    ) -> Beside:
        """Put side by side what several states, or several speakers, said of something.

        Session by session, with the words. Name the states (or organisations) or the speakers. An
        empty cell says that nothing was found, not that nothing was thought.
        """
        question = Question(words=words, organisation=organisation, since=since, until=until)
        return beside(self._archive, question, states, speakers, Citer(self._archive))

    def read_record(self, record: Name, start: Annotated[int, Field(ge=0)] = 0) -> Page:
        """Read a record paragraph by paragraph, with who speaks; it goes on from `next`."""
        base = self._archive.record(record).base
        citer = Citer(self._archive)
        reading = citer.reading(base)
        paragraphs, after = _page(reading, start)
        title = reading.record.title
        return Page(
            source=citer.cite(base, title.span if title else None),
            uncertain=[remark.message for remark in reading.remarks],
            paragraphs=paragraphs,
            next=after,
        )

    def check_quotation(
        self, record: Name, words: Annotated[str, Field(max_length=_LONGEST)]
    ) -> Checked:
        """Say whether words stand in a record exactly so, and where. Check before you quote.

        White space, kinds of quotation marks and dashes may differ; letters may not.
        """
        if not words.strip():
            raise UsageError("words", "nothing to look for", "give the words that are to be quoted")
        citer = Citer(self._archive)
        found = []
        for one in self._archive.witnesses(self._archive.record(record).id):
            spans = islice(standing(citer.reading(one.id).witness.text, words), _FOUND)
            found += citer.cite_all(one.id, spans)
        return Checked(exact=bool(found), found=found[:_FOUND])


def _holder(
    tenure: Tenure, holding: Holding | None, shown: tuple[Observation, ...], citer: Citer
) -> Holder:
    cited = [shown[0], *shown[1:][-(_SHOWN - 1) :]]
    return Holder(
        name=tenure.name,
        office=tenure.office,
        of=tenure.of,
        acting=tenure.acting,
        certainty=holding.certainty if holding else None,
        since=tenure.seen[0].date,
        until=tenure.seen[-1].date,
        shown_by=[one for seen in cited for one in citer.cite_all(seen.witness, seen.spans[:1])],
    )


def _page(reading: Reading, start: int) -> tuple[list[Speech], int | None]:
    """Give the paragraphs from a place on that one answer has room for, and where the next is."""
    given: list[Speech] = []
    room = _PAGE
    for speech in _speeches(reading):
        if speech.start < start:
            continue
        room -= len(speech.words)
        if given and room < 0:
            return given, speech.start
        given.append(speech)
    return given, None


def _speeches(reading: Reading) -> Iterator[Speech]:
    for piece in pieces(reading):
        if piece.kind in {"furniture", "space", "label"}:
            continue
        speaker = reading.participant(piece.turn.participant) if piece.turn else None
        label = piece.turn.label if piece.turn else None
        yield Speech(
            turn=piece.turn.n if piece.turn else None,
            speaker=(speaker.name if speaker else None) or label,
            office=speaker.office if speaker else None,
            of=speaker.of if speaker else None,
            words=piece.text,
            hidden=hidden_in(piece.text),
            start=piece.span.start,
            end=piece.span.end,
        )
