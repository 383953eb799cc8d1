"""Which session the record is of, and which others it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from greffier.model import Date, Evidence, Session, SessionFormat, SessionMode, SessionStatus, Span
from greffier.reading.dates import find_dates
from greffier.reading.page import Sentence
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Body
    from greffier.reading.cast import Cast
    from greffier.reading.page import Page

# A body whose name says this much is of one organisation even where none is named.
_TELLING_WORDS = 3
_LEDE = 6


@dataclass(frozen=True, slots=True)
class Naming:
    """A phrase that names a session: its organisations and body, and where it stands."""

    organisations: tuple[str, ...]
    body: str | None
    sentence: Sentence
    span: Span
    rule: str
    summit: bool = False


@dataclass(slots=True)
class Finding:
    """A session in the making."""

    organisations: tuple[str, ...] = ()
    body: str | None = None
    status: SessionStatus = "unknown"
    date: Date | None = None
    venue: str | None = None
    mode: SessionMode = "unknown"
    formats: list[SessionFormat] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def note(self, name: str, span: Span, read_by: str) -> None:
        """Keep the words that a field was read from."""
        self.evidence.append(Evidence(field=name, span=span, rule=read_by))

    def done(self, at: int, *, subject: bool, name: str) -> Session:
        """Give the session as a fact of the reading."""
        return Session(
            id=f"s{at}",
            subject=subject,
            name=name,
            organisations=self.organisations,
            body=self.body,
            status=self.status,
            date=self.date,
            venue=self.venue,
            mode=self.mode,
            formats=tuple(sorted(self.formats)),
            spans=tuple(dict.fromkeys(one.span for one in self.evidence)),
            evidence=tuple(self.evidence),
        )


def read_sessions(page: Page, cast: Cast, *, planned: bool) -> tuple[Session, ...]:
    """Find the session that the record is of, then the others that it names."""
    told = list(page.narration())
    subject = _subject(page, told)
    if subject is None:
        return ()
    lede = [*page.headings(), *told[:_LEDE]]
    _read_formats(subject, page, lede)
    _read_place(subject, page, cast, lede)
    _read_date(subject, page, told[:_LEDE])
    _read_status(subject, page, lede, planned=planned)
    others = _others(page, subject, told)
    found = [subject, *others]
    return tuple(
        one.done(at, subject=at == 1, name=_name(one, page if at == 1 else None))
        for at, one in enumerate(found, 1)
    )


def _name(found: Finding, page: Page | None) -> str:
    what = found.body or ("summit" if found.organisations else "meeting")
    if not found.organisations and not found.body and page and page.head.title:
        return " ".join(page.head.title.text.split())
    if found.body and any(found.body.startswith(one) for one in found.organisations):
        return found.body
    how = "joint meeting" if "joint" in found.formats and not found.body else what
    return f"{' and '.join(found.organisations)} {how}".strip()


def _subject(page: Page, told: list[Sentence]) -> Finding | None:
    """The title says which session it is; the first sentences do where it does not."""
    finding = Finding()
    for sentence in chain(page.headings(), told[:_LEDE]):
        for naming in namings(page, sentence):
            if not finding.organisations:
                finding.organisations = tuple(sorted(naming.organisations))
                finding.note("organisations", naming.span, naming.rule)
            if finding.body is None and naming.body and _may_meet(naming, finding):
                finding.body = naming.body
                finding.note("body", naming.span, naming.rule)
        if finding.evidence:
            break
    if finding.body is not None and len(finding.organisations) > 1:
        finding.body = None
    if not finding.evidence:
        return _unnamed(page, told)
    return finding


def _may_meet(naming: Naming, finding: Finding) -> bool:
    return set(naming.organisations) <= set(finding.organisations)


def _unnamed(page: Page, told: list[Sentence]) -> Finding | None:
    """A meeting of no body that is known: talks, a call, a conference."""
    sitting = rule(page.language.sessions.sitting or "(?!)")
    rules = page.language.sessions
    for sentence in chain(page.headings(), told[:_LEDE]):
        found = sitting.search(sentence.text) or next(
            filter(None, (rule(pattern).search(sentence.text) for _, pattern in rules.met)), None
        )
        if found:
            finding = Finding()
            finding.note("name", page.span(sentence, found), "sitting")
            return finding
    return None


def namings(page: Page, sentence: Sentence) -> Iterator[Naming]:
    """Yield the phrases of a sentence that name one session each."""
    rules = page.language.sessions
    taken: list[range] = []
    for name, pattern in (*rules.of_body, *rules.of_org):
        for found in rule(pattern).finditer(sentence.text):
            where = range(*found.span())
            if any(where.start < old.stop and old.start < where.stop for old in taken):
                continue
            if rules.several and re.search(rules.several, found[0]):
                continue
            taken.append(where)
            yield _naming(page, sentence, found, name)


def _naming(page: Page, sentence: Sentence, found: re.Match[str], name: str) -> Naming:
    groups = found.groupdict()
    symbols = page.tagger.symbols
    printed = (groups.get("org") or "") + (groups.get("org2") or "")
    orgs = tuple(
        dict.fromkeys(entry.value for char in printed for entry in symbols.entries(char)[:1])
    )
    summit = bool(
        page.language.sessions.summit and re.search(page.language.sessions.summit, found[0])
    )
    body = None
    if groups.get("body"):
        body, orgs = _body(page, groups["body"], orgs)
    elif len(orgs) == 1 and (summit or groups.get("level")):
        known = page.tagger.lexicon.organisations[orgs[0]].summit
        body = known.name if known and groups.get("level") else None
    return Naming(orgs, body, sentence, page.span(sentence, found), f"session:{name}", summit)


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
        return chosen.value, (chosen.organisation or "",)
    return entries[0].value, orgs


def _read_formats(finding: Finding, page: Page, lede: list[Sentence]) -> None:
    for sentence in lede:
        for name, pattern, stated in page.language.sessions.formats:
            found = rule(pattern).search(sentence.text)
            if found and stated not in finding.formats:
                finding.formats.append(stated)
                finding.note("formats", page.span(sentence, found), f"format:{name}")
        for name, pattern in page.language.sessions.bilateral:
            found = rule(pattern).search(sentence.text)
            if found and not finding.organisations and "bilateral" not in finding.formats:
                finding.formats.append("bilateral")
                finding.note("formats", page.span(sentence, found), f"format:{name}")


def _read_place(finding: Finding, page: Page, cast: Cast, lede: list[Sentence]) -> None:
    rules = page.language.sessions
    video = _first(page, lede, rules.by_video)
    away = [one for one in cast.members if one.mode == "videoconference"]
    if video and not away:
        finding.mode = "videoconference"
        finding.note("mode", video[1], f"mode:{video[0]}")
        return
    _read_venue(finding, page, lede)
    met = _first(page, lede, rules.met)
    if finding.venue is None and not away and (met or page.spoken.utterances or cast.chair):
        _read_dateline(finding, page)
    if away and (finding.venue or met):
        finding.mode = "hybrid"
        for one in away:
            finding.evidence.extend(e for e in one.evidence if e.field == "mode")
    elif finding.venue or met:
        finding.mode = "in person"
        if met:
            finding.note("mode", met[1], f"mode:{met[0]}")


def _read_dateline(finding: Finding, page: Page) -> None:
    """Where nothing says that it met elsewhere, it met where the record is dated from."""
    city = _dateline_city(page)
    if city is not None and page.head.place is not None:
        finding.venue = city
        finding.note("venue", page.head.place.span, "venue:dateline")


def _first(
    page: Page, sentences: list[Sentence], patterns: tuple[tuple[str, str], ...]
) -> tuple[str, Span] | None:
    for sentence in sentences:
        for name, pattern in patterns:
            if found := rule(pattern).search(sentence.text):
                return name, page.span(sentence, found)
    return None


def _read_venue(finding: Finding, page: Page, lede: list[Sentence]) -> None:
    """The venue is what the record tells; then what a speaker says of being there."""
    rules = page.language.sessions
    told = [one for one in lede if not _particular(page, one.text)]
    for sentences, patterns in ((told, rules.venues), (list(page.speech()), rules.spoken_venues)):
        for sentence in sentences:
            for name, pattern in patterns:
                found = rule(pattern).search(sentence.text)
                if found and not _is_building(page, found["place"]):
                    finding.venue = _place(page, found["place"])
                    finding.note("venue", page.span(sentence, found, "place"), f"venue:{name}")
                    return


def _place(page: Page, words: str) -> str:
    return re.sub(r"^[Tt]he ", "", page.tagger.printed(words))


def _is_building(page: Page, words: str) -> bool:
    pattern = page.language.sessions.buildings
    return bool(pattern and re.search(pattern, words))


def _dateline_city(page: Page) -> str | None:
    """The city of a dateline: `Novo-Ogaryovo` of `Novo-Ogaryovo, Moscow Region`."""
    if page.head.place is None:
        return None
    regions = page.language.sessions.regions
    parts = [
        part
        for part in page.head.place.text.split(", ")
        if not (regions and re.search(regions, part)) and part not in page.tagger.lexicon.states
    ]
    return parts[-1] if parts and not _is_building(page, parts[-1]) else None


def _particular(page: Page, text: str) -> bool:
    pattern = page.language.sessions.particular
    return bool(pattern and re.search(pattern, text))


def _read_date(finding: Finding, page: Page, told: list[Sentence]) -> None:
    """A date in the sentence that tells of the session; else the date that the record bears."""
    dated = page.head.date
    sitting = page.language.sessions.sitting
    for sentence in told:
        if (
            not sitting
            or not rule(sitting).search(sentence.text)
            or _particular(page, sentence.text)
        ):
            continue
        for printed in find_dates(sentence.text, page.language, dated.value if dated else None):
            if len(printed.value) >= len("2000-01-01") and _near_sitting(
                page, sentence, printed.start
            ):
                start = sentence.start
                finding.date = printed.at(
                    page.tagged.span(start + printed.start, start + printed.end)
                )
                return
    if dated is not None:
        finding.date = replace(dated, basis="inferred", rule="session:date-of-record")


def _near_sitting(page: Page, sentence: Sentence, at: int) -> bool:
    """Whether the date stands with the session, not in another clause of its sentence."""
    found = rule(page.language.sessions.sitting).search(sentence.text)
    if found is None:
        return False
    between = sentence.text[min(at, found.end()) : max(at, found.end())]
    return not re.search(r"[;:]|, (?:who|which|that|when)\b", between)


def _read_status(finding: Finding, page: Page, lede: list[Sentence], *, planned: bool) -> None:
    rules = page.language.sessions
    if cancelled := _first(page, lede, rules.cancelled):
        finding.status = "cancelled"
        finding.note("status", cancelled[1], f"status:{cancelled[0]}")
    elif planned and (future := _first(page, lede, rules.planned)):
        finding.status = "planned"
        finding.note("status", future[1], f"status:{future[0]}")
    else:
        finding.status = "held"
        first = next(iter(finding.evidence))
        finding.note("status", first.span, "status:told-as-held")


def _others(page: Page, subject: Finding, told: list[Sentence]) -> list[Finding]:
    """Sessions named besides: told of under another body, or told apart as earlier or next."""
    out: list[Finding] = []
    for sentence in told:
        for naming in namings(page, sentence):
            if not naming.organisations or _is_same(naming, subject, page):
                continue
            found = _known(naming, out) or _new(naming, page, sentence, out)
            found.note("name", naming.span, naming.rule)
    for sentence in page.speech():
        for naming in namings(page, sentence):
            apart = _particular(page, sentence.text) and naming.organisations
            if apart and not _is_same(naming, subject, page):
                found = _known(naming, out) or _new(naming, page, sentence, out)
                found.note("name", naming.span, naming.rule)
    return out


def _is_same(naming: Naming, subject: Finding, page: Page) -> bool:
    """Whether a phrase can be read as the session that the record is of."""
    apart = _particular(page, naming.sentence.text)
    same_body = naming.body is None or subject.body is None or naming.body == subject.body
    if len(subject.organisations) > 1:
        return len(naming.organisations) > 1 or not apart
    return set(naming.organisations) == set(subject.organisations) and same_body and not apart


def _known(naming: Naming, others: list[Finding]) -> Finding | None:
    for one in others:
        if one.organisations == naming.organisations and naming.body in (one.body, None):
            return one
    return None


def _new(naming: Naming, page: Page, sentence: Sentence, others: list[Finding]) -> Finding:
    finding = Finding(organisations=naming.organisations, body=naming.body)
    finding.note("organisations", naming.span, naming.rule)
    _read_venue_of(finding, page, sentence)
    future = _first(page, [sentence], page.language.sessions.planned)
    finding.status = "planned" if future else "held"
    others.append(finding)
    return finding


def _read_venue_of(finding: Finding, page: Page, sentence: Sentence) -> None:
    for name, pattern in page.language.sessions.venues:
        if found := rule(pattern).search(sentence.text):
            finding.venue = _place(page, found["place"])
            finding.note("venue", page.span(sentence, found, "place"), f"venue:{name}")
            return


def summit_of(page: Page, organisation: str) -> Body | None:
    """Give the body that meets at an organisation's summit, where the authority knows it."""
    known = page.tagger.lexicon.organisations.get(organisation)
    return known.summit if known else None
