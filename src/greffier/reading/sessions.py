"""Which session the record is of, and which others it names."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from greffier.reading.circumstances import Finding, is_later, read_date, read_status
from greffier.reading.formats import read_formats
from greffier.reading.letterhead import of_letterhead
from greffier.reading.namings import Naming, namings
from greffier.reading.others import find_others
from greffier.reading.symbols import rule
from greffier.reading.venues import read_mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import RecordKind, Session
    from greffier.reading.cast import Cast
    from greffier.reading.page import Page, Sentence

# How many sentences of an account tell of its own session before it turns to others.
_LEDE = 6
_DATED = 3
# In how many of them it may be told apart by its number.
_NUMBERED = 2
# And how many of a record without an account: the opening words of whoever presides.
_OPENING = 12


def read_sessions(page: Page, cast: Cast, kind: RecordKind) -> tuple[Session, ...]:
    """Find the session that the record is of, then the others that it names.

    A greeting or a letter says nothing of when, where and whether its session met.
    """
    told = list(page.narration())
    lede = [*page.headings(), *told[:_LEDE]]
    subject = _of_title(page) or of_letterhead(page) or _told(page, lede)
    if subject is None and not _is_of_questions(page, cast):
        lede = list(islice(page.speech(), _OPENING))
        subject = _named(page, lede)
    if subject is None:
        return ()
    read_formats(subject, page, lede)
    if kind != "other":
        read_mode(subject, page, cast, lede)
        planned = kind == "notice"
        read_date(subject, page, told[:_DATED], planned=planned)
        to_come = planned or is_later(subject.date, page.head.date)
        read_status(subject, page, lede, planned=to_come)
    others = find_others(page, subject, told)
    return (
        subject.done("s1", subject=True, name=_name(subject, page)),
        *(
            one.done(f"s{at}", subject=False, name=_name(one, None))
            for at, one in enumerate(others, 2)
        ),
    )


def _name(found: Finding, page: Page | None) -> str:
    """Give a session a name that tells it in a list; the title's words where it has no other."""
    organisations = " and ".join(found.organisations)
    if found.body:
        return " ".join(filter(None, (organisations, found.body)))
    if organisations:
        return f"{organisations} {'joint meeting' if 'joint' in found.formats else 'summit'}"
    return page.head.title.text if page and page.head.title else "meeting"


def _of_title(page: Page) -> Finding | None:
    """Read the session that the title names, of a body or of somebody who was met."""
    title = page.title()
    if title is None:
        return None
    if named := _named(page, [title]):
        _read_body(named, page, [*page.headings(), *islice(page.narration(), _LEDE)])
        return named
    if _is_briefing(page):
        return None
    for name, sentence, found in page.matches([title], page.language.sessions.encounters):
        finding = Finding()
        finding.note("name", page.span(sentence, found), f"session:{name}")
        return _unnamed(page, [title]) or finding
    return None


def _told(page: Page, lede: list[Sentence]) -> Finding | None:
    """Read the session that the first sentences tell of, unless they answer questions."""
    if _is_briefing(page):
        return None
    # Behind the title of a meeting, only what opens the account can name it.
    opening = list(_opening(page, lede))
    first = lede[: len(list(page.headings())) + _NUMBERED]
    named = _named(page, opening) or _named(page, first, numbered=True)
    if named:
        _read_body(named, page, lede)
    return named or _unnamed(page, lede)


def _opening(page: Page, lede: list[Sentence]) -> Iterator[Sentence]:
    title, sitting = page.title(), page.language.sessions.sitting
    met = title and sitting and rule(sitting).search(title.text)
    headings = list(page.headings())
    yield from lede[: len(headings) + 1] if met else lede


def _is_briefing(page: Page) -> bool:
    """Say whether the title is one of questions and answers, about any session or none."""
    pattern = page.language.sessions.briefings
    title = page.title()
    return bool(title and pattern and rule(pattern).search(title.text))


def _is_of_questions(page: Page, cast: Cast) -> bool:
    """Say whether what is said is said to journalists, and so is no session's."""
    return _is_briefing(page) or any(one.role == "press" for one in cast.members)


def _named(page: Page, lede: list[Sentence], *, numbered: bool = False) -> Finding | None:
    """Read the first session that is named of a body or an organisation, and not told apart.

    With `numbered` one may be told apart by its number: `The 58th … Meeting was held`.
    """
    title = page.title()
    for sentence in lede:
        finding = Finding()
        for naming in namings(page, sentence):
            by_number = numbered and naming.apart[:1].isdigit() and not naming.coming
            if naming.apart and not by_number and (sentence != title or naming.beside):
                continue
            if not finding.organisations:
                finding.organisations = naming.organisations
                finding.note("organisations", naming.span, naming.rule)
            if finding.body is None and naming.body and len(finding.organisations) <= 1:
                finding.body = naming.body
                finding.note("body", naming.span, naming.rule)
        if finding.evidence:
            return finding
    return None


def _read_body(finding: Finding, page: Page, lede: list[Sentence]) -> None:
    """Read which body's summit a title means that names the organisation alone, or the reverse."""
    for naming in (one for sentence in lede for one in namings(page, sentence)):
        if finding.body is None and len(finding.organisations) == 1:
            of_it = naming.organisations == finding.organisations
            if naming.body and of_it and not naming.apart:
                finding.body = naming.body
                finding.note("body", naming.span, naming.rule)
        elif _is_fuller(naming, finding) or _is_known_better(naming, finding, page):
            finding.organisations, finding.body = naming.organisations, naming.body
            finding.note("organisations", naming.span, naming.rule)


def _is_fuller(naming: Naming, finding: Finding) -> bool:
    """`Steering Committee of the Donor Platform`, for `Donor Platform Steering Committee`."""
    return bool(
        naming.organisations
        and not finding.organisations
        and naming.body
        and (finding.body or "").endswith(f" {naming.body}")
    )


def _is_known_better(naming: Naming, finding: Finding, page: Page) -> bool:
    """`Council of Foreign Ministers`, where the title has `Council of FMs`."""
    if (
        naming.apart
        or naming.organisations != finding.organisations
        or len(naming.organisations) != 1
    ):
        return False
    known = {one.name for one in page.tagger.lexicon.bodies(naming.organisations[0])}
    return naming.body in known and finding.body not in known


def _unnamed(page: Page, lede: list[Sentence]) -> Finding | None:
    """Read a meeting of no body that is known: talks, a call, a conference."""
    rules = page.language.sessions
    sitting = (("sitting", rules.sitting),) if rules.sitting else ()
    title = page.title()
    first = [title] if title else lede[:1]
    called = page.matches(first, rules.by_phone)
    for name, sentence, found in chain(called, page.matches(lede, (*sitting, *rules.met))):
        finding = Finding()
        finding.note("name", page.span(sentence, found), f"session:{name}")
        return finding
    return None
