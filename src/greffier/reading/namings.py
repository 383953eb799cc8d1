"""Phrases that name one session: `the latest SCO summit`, `a session of the CSTO Council of …`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from greffier.model import Date, Level, Span
from greffier.reading.dates import find_dates
from greffier.reading.page import Sentence
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.page import Page

# How far from a phrase the word may stand that tells it apart.
_BEFORE, _BEHIND = 30, 40
_BESIDE = 60
# And in what a publisher tells, who tells of few.
_TOLD = 200
# How far behind it its date.
_DATE = 30
# A body whose name says this much is of one organisation even where none is named.
_TELLING_WORDS = 3


class Known(Protocol):
    """What is known of a session by which another naming of it is told."""

    @property
    def organisations(self) -> tuple[str, ...]:
        """Give the organisations that met."""

    @property
    def body(self) -> str | None:
        """Give the body that met."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A phrase that names a session: its organisations and body, and where it stands.

    Args:
        apart: the word by which its sentence tells it from others: `earlier`, `the next`, `14th`;
            nothing where no word does.
        placed: whether it says where or when that session was.
        coming: whether the word that tells it apart says that it is still to come.
        beside: whether others met near it in time or place: `on the sidelines of`.
        date: the date that is printed beside it.
        when: the day by which it is told, as printed.
    """

    organisations: tuple[str, ...]
    body: str | None
    sentence: Sentence
    span: Span
    rule: str
    apart: str = ""
    placed: bool = False
    coming: bool = False
    beside: bool = False
    date: Date | None = None
    when: str = ""


def namings(page: Page, sentence: Sentence) -> Iterator[Naming]:
    """Yield the phrases of a sentence that name one session each, in the order of the rules."""
    rules = page.language.sessions
    taken: list[range] = []
    of_body, of_org = (page.matches([sentence], some) for some in (rules.of_body, rules.of_org))
    for name, _, found in chain(of_body, of_org):
        where = range(*found.span())
        if any(where.start < old.stop and old.start < where.stop for old in taken):
            continue
        if rules.several and re.search(rules.several, found[0]):
            continue
        if not _are_several(page, found.groupdict().get("ministers")):
            continue
        taken.append(where)
        yield _naming(page, sentence, found, name)


def is_same(naming: Naming, session: Known) -> bool:
    """Say whether a phrase can be read as naming a session whose organisations and body are known.

    A session of no body is not the one that a body is named of.
    """
    if not session.organisations and not session.body:
        return False
    if len(session.organisations) > 1:
        return True
    same_body = naming.body is None or session.body is None or naming.body == session.body
    return naming.organisations == session.organisations and same_body


def _are_several(page: Page, office: str | None) -> bool:
    """Say whether an office in a phrase, if any, is several people's: ministers, not a minister."""
    title = page.tagger.symbols.title(office) if office else None
    return title is None or title.plural


def tells_of(page: Page, sentence: Sentence, session: Known) -> bool:
    """Say whether a sentence can tell of a session: it names it, or no other and none apart."""
    named = [one for one in namings(page, sentence) if not one.beside]
    if named:
        return any(is_same(one, session) and not one.apart for one in named)
    rules = page.language.sessions
    met = list(rule(rules.sitting).finditer(sentence.text)) if rules.sitting else []
    if met and rules.elsewhen and rule(rules.elsewhen).search(sentence.text):
        return False
    return not met or any(
        not apart(page, sentence.text[max(one.start() - _BEFORE, 0) : one.end()]) for one in met
    )


def apart(page: Page, text: str) -> str:
    """Give the word by which a sentence tells one session from others; nothing where none does."""
    pattern = page.language.sessions.particular
    found = re.search(pattern, text) if pattern else None
    return found[0].casefold() if found else ""


def _naming(page: Page, sentence: Sentence, found: re.Match[str], name: str) -> Naming:
    groups = found.groupdict()
    printed = (groups.get("org") or "") + (groups.get("org2") or "")
    entries = (page.tagger.symbols.entries(char) for char in printed)
    orgs = tuple(dict.fromkeys(one[0].value for one in entries if one))
    body = None
    if groups.get("unit"):
        body, orgs = organ_in(page, sentence, found)
    if groups.get("group"):
        orgs = (_printed(page, sentence, *found.span("group")),)
    elif groups.get("body"):
        body, orgs = _body(page, groups["body"], orgs)
    elif len(orgs) == 1 and groups.get("level"):
        body = _summit(page, orgs[0])
    elif len(orgs) == 1 and body is None:
        body = _of_level(page, orgs[0], _level(page, groups))
    return Naming(
        organisations=tuple(sorted(orgs)),
        body=body,
        sentence=sentence,
        span=page.span(sentence, found),
        rule=f"session:{name}",
        apart=_told_apart(page, sentence, found),
        placed=_is_placed(page, sentence, found),
        coming=is_coming(page, sentence, found),
        beside=_is_beside(page, sentence, found),
        date=date_beside(page, sentence, found),
    )


def _told_apart(page: Page, sentence: Sentence, found: re.Match[str]) -> str:
    """Give the word beside a phrase by which it is one session among others.

    `The next` stands before it, `earlier` anywhere in what a publisher tells of it.
    """
    start = max(found.start() - _BEFORE, 0)
    before = sentence.text[start : found.end()]
    if _is_beside(page, sentence, found):
        return sentence.text[max(found.start() - _BESIDE, 0) : found.start()].casefold()
    return apart(page, before) or _elsewhen(page, sentence, found)


def _elsewhen(page: Page, sentence: Sentence, found: re.Match[str]) -> str:
    """Give the adverb that tells a phrase apart, unless it is said of another meeting between."""
    adverb = page.language.sessions.elsewhen
    spoken = sentence.turn is not None
    first = max(found.start() - (_BEFORE if spoken else _TOLD), 0)
    last = found.end() + (_BEHIND if spoken else _TOLD)
    beside = rule(adverb).search(sentence.text, first, last) if adverb else None
    if beside is None:
        return ""
    between = sentence.text[found.end() : beside.start()]
    for _, pattern in page.possible(
        (*page.language.sessions.of_body, *page.language.sessions.of_org)
    ):
        between = rule(pattern).sub("", between)
    other = rule(page.language.sessions.sitting).search(between)
    return "" if other else beside[0].casefold()


def is_coming(page: Page, sentence: Sentence, found: re.Match[str]) -> bool:
    """Say whether a session is spoken of as one to come: `the upcoming`."""
    coming = page.language.sessions.coming
    start = max(found.start() - _BEFORE, 0)
    return bool(coming and rule(coming).search(sentence.text, start, found.end()))


def _is_beside(page: Page, sentence: Sentence, found: re.Match[str]) -> bool:
    beside = page.language.sessions.beside
    start = max(found.start() - _BESIDE, 0)
    return bool(beside and rule(beside).search(sentence.text[start : found.start()]))


def date_beside(page: Page, sentence: Sentence, found: re.Match[str]) -> Date | None:
    """Give the date that is printed in a phrase that names a session, or closely behind it."""
    start, end = found.start(), found.end() + _DATE
    dated = page.head.date
    # To its end, for the year behind the window is the date's.
    text = sentence.text[start : end + _DATE]
    near = find_dates(text, page.language, dated.value if dated else None)
    if (one := next(near, None)) and one.start < end - start:
        at = sentence.start + start
        return one.at(page.tagged.span(at + one.start, at + one.end))
    return None


def _is_placed(page: Page, sentence: Sentence, found: re.Match[str]) -> bool:
    placed = page.language.sessions.placed
    return bool(placed and rule(placed).match(sentence.text, found.end()))


def organ_in(page: Page, sentence: Sentence, found: re.Match[str]) -> tuple[str, tuple[str, ...]]:
    """Give a body by its printed name, the group `unit`, and the organisations named in it."""
    words, start = found["unit"], found.start("unit")
    known = (page.tagger.symbols.entries(char) for char in words)
    orgs = tuple(dict.fromkeys(one[0].value for one in known if one and one[0].kind == "org"))
    pieces: list[str] = []
    last = 0
    for named in rule(r"(?:the )?<org>(?:'s?)? ?|$").finditer(words):
        pieces.append(_printed(page, sentence, start + last, start + named.start()))
        last = named.end()
    declined = len(found.groupdict().get("head") or "")
    return _kept(page, " ".join(filter(None, pieces)), declined), orgs


def _kept(page: Page, name: str, declined: int) -> str:
    """Give the name of a body without the number of its session, in the nominative.

    Args:
        page: in whose language it is.
        name: as it is printed.
        declined: how many characters at its start stand in another case.
    """
    rules = page.language.sessions
    for kept, pattern in rules.organs:
        if re.fullmatch(pattern, name):
            return kept
    if rules.ordinal:
        name = re.sub(rules.ordinal, "", name)
    head = name[:declined]
    for ending, pattern in rules.nominative:
        head = re.sub(pattern, ending, head)
    return head + name[declined:]


def _printed(page: Page, sentence: Sentence, start: int, end: int) -> str:
    """Give words of a sentence as they are printed, so that `<demonym>` stays an adjective."""
    if start >= end:
        return ""
    span = page.tagged.span(sentence.start + start, sentence.start + end)
    view = page.folded
    words = view.text[view.position(span.start) : view.position(span.end - 1) + 1]
    return " ".join(words.split())


def _summit(page: Page, organisation: str) -> str | None:
    """Give the body that meets where `the leaders of` an organisation do."""
    known = page.tagger.lexicon.organisations.get(organisation)
    return known.summit.name if known and known.summit else None


def _level(page: Page, groups: dict[str, str | None]) -> Level | None:
    """Give who meet, where the words of a phrase name them and no body."""
    if groups.get("heads"):
        return "heads of government"
    title = page.tagger.symbols.title(groups.get("ministers") or "")
    foreign = groups.get("foreign") or (title and title.kept == "Minister of Foreign Affairs")
    return "foreign ministers" if foreign else None


def _of_level(page: Page, organisation: str, level: Level | None) -> str | None:
    """Give the one body of an organisation in which those of a level meet."""
    bodies = [one.name for one in page.tagger.lexicon.bodies(organisation) if one.level == level]
    return bodies[0] if len(bodies) == 1 else None


def _body(page: Page, char: str, orgs: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Give the name of a body, and its organisation where the words or the name itself tell it."""
    entries = page.tagger.symbols.entries(char)
    for entry in entries:
        if entry.organisation in orgs:
            return entry.value, orgs
    named = {one.value for one in page.tagger.symbols.known()}
    likely = [one for one in entries if one.organisation in named]
    telling = len(entries) == 1 and len(entries[0].name.split()) >= _TELLING_WORDS
    if not orgs and (len(likely) == 1 or telling):
        chosen = likely[0] if likely else entries[0]
        return chosen.value, (chosen.organisation,) if chosen.organisation else ()
    return entries[0].value, orgs
