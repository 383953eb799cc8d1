"""Documents: what was adopted, signed, drafted, in connection with the session.

The publisher's own account is what counts. In a speech only a document that those who meet speak of
as done is one (`the agreement that we signed today`); plans and wishes of speakers are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from greffier.model import Date, Instrument, InstrumentAction
from greffier.reading.circles import Circle, circle_of
from greffier.reading.dates import find_dates
from greffier.reading.document_names import (
    Document,
    document_at,
    document_pattern,
    documents,
    end_of,
    row,
)
from greffier.reading.page import Sentence
from greffier.reading.refusing import is_heard, sifted, tell
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from greffier.model import Session, Span
    from greffier.reading.cast import Cast
    from greffier.reading.page import Page

# What may stand between a document and what was done with it.
_NUMBER = r"(?: [A-Z/\d][\w/.-]{0,24}| \([^()]{1,30}\)){0,3}"  # `A/77/L.1`, `2720 (2023)`
_ABOUT = "(?: (?:{}) [^,;]{{1,160}}?)?"
_NEAR = 80  # so near to a verb its time is told, in characters
_AROUND = 200  # so far around a verb is told who did it, and of what
_COMPLETED = ("signed", "adopted", "approved")


@dataclass(frozen=True, slots=True)
class _Done:
    """A document with what was done with it, in the sentence that says so.

    Args:
        verb: where the verb stands that says it.
        active: whether whoever did it stands before the verb.
    """

    sentence: Sentence
    document: Document
    action: InstrumentAction
    rule: str
    verb: int = 0
    active: bool = False


def read_instruments(page: Page, cast: Cast, subject: Session | None) -> tuple[Instrument, ...]:
    """Find the documents that the record connects with its session, one entry each."""
    circle = circle_of(page, cast, subject)
    rules = (("document", document_pattern(page.language)),)  # without one nothing is done
    told: list[Instrument] = []
    title = page.likely(filter(None, [page.title()]), rules)
    for sentence in chain(title, page.likely(page.narration(), rules)):
        done = _of_session(page, sentence, circle)
        told.extend(_new(page, done, told, circle))
    spoken: list[Instrument] = []
    for sentence in page.likely(page.speech(), rules):
        spoken.extend(_new(page, _spoken(page, sentence, circle), spoken, circle))
    kinds = {one.kind for one in told}
    found = [*told, *(one for one in spoken if one.kind not in kinds)]
    if circle.is_between:
        parts = (page.narration(), page.speech())
        for sentence in chain.from_iterable(page.likely(part, rules) for part in parts):
            kinds = {one.kind for one in found}
            drafts = (one for one in _drafts(page, sentence) if one.document.kind not in kinds)
            found.extend(_new(page, drafts, found, circle))
    return tuple(found)


def _new(
    page: Page, found: Iterable[_Done], before: list[Instrument], circle: Circle
) -> list[Instrument]:
    """Give what a sentence says of documents that no sentence before it named."""
    new: list[Instrument] = []
    for one in found:
        package = one.document.kind == "package" and any(other.kind == "package" for other in new)
        if not package and not _is_again(page, one, before):
            new.append(_instrument(page, one, circle.session))
    return new


def _is_again(page: Page, done: _Done, before: list[Instrument]) -> bool:
    """Say whether a document was named before: `In particular, documents were signed …`."""
    alike = [other for other in before if other.kind == done.document.kind]
    if not alike:
        return False
    again = page.language.instruments.again
    if alike[0].kind == "package" or (again and rule(again).search(done.sentence.text)):
        return True
    title = _title(page, done).casefold()
    # `the agreement signed today` is the `agreement on trade` of before
    return any(f"{other.title.casefold()} ".startswith(f"{title} ") for other in alike)


def _is_of_session(page: Page, done: _Done, circle: Circle) -> bool:
    """Say whether what is told may be of the session: without one, orders are one state's own."""
    if done.action == "in force":
        return (
            circle.is_between and not done.document.several and circle.holds(page, _told_of(done))
        )
    return circle.session is not None or done.document.kind != "other"


def _of_session(page: Page, sentence: Sentence, circle: Circle) -> Iterator[_Done]:
    return sifted(
        _told(page, sentence),
        lambda done: _is_of_session(page, done, circle),
        lambda done: _refuse(page, done, "not a document of the session that the record is of"),
    )


def _refuse(page: Page, done: _Done, why: str) -> None:
    if is_heard():
        tell("instrument", page.witness, _span(page, done), f"instrument:{done.rule}", why)


def _told(page: Page, sentence: Sentence) -> Iterator[_Done]:
    """Yield every document of a sentence once, by the verb before it or else behind it."""
    return _once(chain(_before(page, sentence), _after(page, sentence)))


def _once(found: Iterable[_Done]) -> Iterator[_Done]:
    seen: set[int] = set()
    for done in found:
        if done.document.noun not in seen:
            seen.add(done.document.noun)
            yield done


def _before(page: Page, sentence: Sentence) -> Iterator[_Done]:
    """Yield what follows a verb: `adopted an agreement on X and a protocol on Y`."""
    text = sentence.text
    others = page.language.instruments.others
    verbs = sorted(
        (verb.start(), verb.end(), name, action)
        for name, pattern, action in page.possible(page.language.instruments.active)
        for verb in page.found(pattern, sentence)
    )
    for at, (start, end, name, action) in enumerate(verbs):
        first = document_at(page, text, end + 1)
        if first is None or (others and rule(others).search(text[max(0, start - _AROUND) : start])):
            continue
        stop = verbs[at + 1][0] if at + 1 < len(verbs) else len(text)
        for one in row(page, text, first, first.noun, stop):
            if one.start >= stop:
                break  # the rest of the row is what the next verb is about
            yield _Done(sentence, one, action, name, start, active=True)


def _after(page: Page, sentence: Sentence) -> Iterator[_Done]:
    """Yield what a verb follows: `a package of documents being signed, including a statement`."""
    taken = 0
    for document in documents(page, sentence):
        if document.start < taken:  # `documents` in `a package of documents`
            continue
        if verb := _verb_behind(page, sentence, document):
            name, found, action = verb
            taken = found.end()
            for one in row(page, sentence.text, document, found.end()):
                if one.start > taken and _verb_behind(page, sentence, one):
                    break  # `…, and three protocols were signed` tells of its own
                yield _Done(sentence, one, action, name, found.start())


def _verb_behind(
    page: Page, sentence: Sentence, document: Document
) -> tuple[str, re.Match[str], InstrumentAction] | None:
    rules = page.language.instruments
    said = _NUMBER + _ABOUT.format(rules.links)
    for name, pattern, action in rules.passive:
        if verb := rule(said + pattern).match(sentence.text, document.noun):
            return name, verb, action
    return None


def _participles(page: Page, sentence: Sentence) -> Iterator[_Done]:
    """Yield what a verb is an adjective of: `the recently signed memorandum`."""
    last = 0
    for document in documents(page, sentence):
        before = sentence.text[last : document.start].rstrip()
        last = document.noun
        for name, pattern, action in page.language.instruments.participle:
            if not document.several and rule(pattern).search(before):
                yield _Done(sentence, document, action, name)


def _spoken(page: Page, sentence: Sentence, circle: Circle) -> Iterator[_Done]:
    """Yield the documents that a speaker says are done: by those who meet, or at their session."""
    found = chain(_before(page, sentence), _after(page, sentence), _participles(page, sentence))
    theirs = sifted(
        found,
        lambda done: _is_theirs(page, done, circle),
        lambda done: _refuse(page, done, "a speaker tells of it, and not as one of those who meet"),
    )
    yield from _once(theirs)


def _is_theirs(page: Page, done: _Done, circle: Circle) -> bool:
    """Say whether what a speaker tells of is a document of those who meet.

    Of one state's own papers only orders count, such as are signed for whoever is received. In an
    assembly every speaker cites what was adopted elsewhere, and only what is done now is its own.
    """
    rules = page.language.instruments
    by_us = rules.we and rule(rules.we).search(_before_verb(done))
    if done.active and not by_us and done.rule not in rules.spoken:
        return False
    if done.action == "in force" and done.document.several:
        return False
    if not circle.is_between:
        return done.document.kind == "other" and done.rule in rules.at_hand
    if done.action not in _COMPLETED and (done.action != "in force" or circle.is_assembly):
        return False
    if not circle.holds(page, _told_of(done)):
        return False
    by_name = any(done.rule == name for name, _, _ in rules.participle)
    near = done.sentence.text[max(0, done.verb - _NEAR) : done.verb + _NEAR]
    return by_name or not circle.is_assembly or bool(rule(rules.now).search(near))


def _told_of(done: _Done) -> str:
    """Give the words that say what was done: a signing may be of a package that holds contracts."""
    text = done.sentence.text
    if done.active and done.action in _COMPLETED:
        return _before_verb(done)
    return text[max(0, done.verb - _AROUND) : done.document.noun + _AROUND]


def _before_verb(done: _Done) -> str:
    return done.sentence.text[max(0, done.verb - _AROUND) : done.verb]


def _drafts(page: Page, sentence: Sentence) -> Iterator[_Done]:
    """Yield a draft that is before those who meet: put to the vote, lost, to be sent on."""
    for document in documents(page, sentence):
        before, behind = sentence.text[: document.noun], sentence.text[document.noun :]
        for name, pattern, context in page.language.instruments.drafts:
            draft = rule(pattern).search(before)
            if draft and rule(context).search(f"{before[: draft.start()]} # {behind}"):
                yield _Done(sentence, document, "drafted", name)
                break


def _instrument(page: Page, done: _Done, session: str | None) -> Instrument:
    return Instrument(
        kind=done.document.kind,
        title=_title(page, done),
        action=done.action,
        spans=(_span(page, done),),
        date=_date(page, done.sentence),
        session=session,
        rule=f"instrument:{done.rule}",
    )


def _title(page: Page, done: _Done) -> str:
    return " ".join(_span(page, done).cut(page.witness.text).split())


def _span(page: Page, done: _Done) -> Span:
    start = done.sentence.start
    end = end_of(page, done.sentence.text, done.document)
    return page.tagged.span(start + done.document.start, start + end)


def _date(page: Page, sentence: Sentence) -> Date | None:
    """Give the date in the sentence, where it has one date, and one document to bear it."""
    anchor = page.head.date.value if page.head.date else None
    found = list(find_dates(sentence.text, page.language, anchor))
    if len(found) != 1 or len(list(documents(page, sentence))) != 1:
        return None
    start = sentence.start
    return found[0].at(page.tagged.span(start + found[0].start, start + found[0].end))
