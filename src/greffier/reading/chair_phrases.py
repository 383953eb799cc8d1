"""What one phrase says of a chair: of which organisation, whose it is, and in which phase."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.model import ChairmanshipPhase, Span
from greffier.reading.chair_holders import holders_of, own_state, presides
from greffier.reading.symbols import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Session
    from greffier.reading.cast import Cast
    from greffier.reading.page import Page, Sentence

# Those who head an agency, a bank or an executive preside over no states.
_EXECUTIVE = re.compile(r"\b(?:Commission|Bank|Fund|Agency|Secretariat|Court|Corporation)\b")
_YEAR = re.compile(r"(?<!\bsince )(?<!\bfrom )(?<!\bс )\b(?:19|20)\d\d\b")
# So far behind a phrase its time is told: `… presidency for the month of December`.
# Groups of a rule, of which one is the organisation that its phrase names.
_ORGANISATIONS = ("org", "org2", "org3", "org4")
_TAIL = re.compile(r"[^,.;:()\U000f0000-\U000fffff]{0,48}")
_THIS = re.compile(r"(?:\w+ )?(?P<noun>\w+)")  # `the Council`
_NAME = re.compile(r"[^ ]+ .*[a-zа-яё]")  # of several words: `Tripartite Commission`
# Of the very body that meets: whoever takes over its chair has it now, and whoever is thanked had.
_OF_THE_BODY: dict[ChairmanshipPhase, ChairmanshipPhase] = {
    "incoming": "current",
    "outgoing": "past",
}
_WORD = re.compile(r"\w{3,}")
_YEARS_MONTHS = 12
_OFFICES = 2
_PARAGRAPH = 400  # so far back `this association` may have been named, in characters


@dataclass(frozen=True, slots=True)
class Statement:
    """What a phrase says of a chair.

    `organisation` is None where the phrase names none. What is `sure` says when it holds, or is
    said by whoever presides; it counts for more than what does not.
    """

    organisation: str | None
    holder: str
    phase: ChairmanshipPhase
    span: Span
    rule: str
    sure: bool


def statements_of(
    page: Page, cast: Cast, subject: Session | None, sentence: Sentence
) -> Iterator[Statement]:
    """Yield what the phrases of a sentence say of chairs, by the rules in their order."""
    rules = page.language.chair
    named: list[range] = []
    for name, pattern, usual in page.possible(rules.patterns):
        for found in page.found(pattern, sentence):
            if any(map(found.groupdict().get, _ORGANISATIONS)):
                named.append(range(*found.span()))
            elif any(found.start() in one and found.end() <= one.stop for one in named):
                continue  # `the EU under the presidency of France` is not of the body that meets
            for organisation in _organisations(page, subject, sentence, found, name):
                own = bool(subject and subject.body and organisation in {None, subject.body})
                told = (
                    None if name in rules.settled else _told_phase(page, sentence, found, own=own)
                )
                now = told or (
                    _OF_THE_BODY.get(usual) if own and name not in rules.settled else None
                )
                for holder in dict.fromkeys(holders_of(page, cast, sentence, found, name)):
                    if holder == organisation:
                        continue  # `The President` of a council, who may be any state's
                    yield Statement(
                        organisation=organisation,
                        holder=own_state(page, found, holder),
                        phase=now or usual,
                        span=page.span(sentence, found),
                        rule=name,
                        sure=now is not None or name in rules.of_body,
                    )


def statement_of_head(page: Page, subject: Session | None) -> Iterator[Statement]:
    """Yield who presides over the body that meets, where the head of the record names his state."""
    if subject is None or subject.body is None:
        return
    for n in page.spoken.narration:
        line = page.lines[n]
        for name, pattern in page.language.chair.heads:
            found = rule(pattern).search(line.text)
            if found and presides(page, found["chair"]):
                entry = page.tagger.symbols.entries(found["holder"])[0]
                span = page.tagged.span(line.start, line.start + found.end())
                yield Statement(subject.body, entry.value, "current", span, name, sure=True)
                return


def _organisations(
    page: Page, subject: Session | None, sentence: Sentence, found: re.Match[str], name: str
) -> Iterator[str | None]:
    rules = page.language.chair
    groups = found.groupdict()
    group = next((one for one in _ORGANISATIONS if groups.get(one)), None)
    if groups.get("both"):
        yield from _of_second_office(page, sentence, found)
    elif seat := groups.get("seat") or groups.get("post"):
        yield from _of_seat(page, seat)
    elif name in rules.bare:
        yield None
    elif group is not None:
        yield from _named(page, subject, sentence, found, group)
    elif name in rules.of_body:
        yield from filter(None, [subject and subject.body])
    elif subject and subject.body and len(subject.organisations) == 1:
        yield subject.organisations[0]  # a session of its body, under somebody's chairmanship


def _named(
    page: Page, subject: Session | None, sentence: Sentence, found: re.Match[str], group: str
) -> Iterator[str]:
    """Yield what is named: what is known; `the Council` that meets; a body by the words."""
    known = [
        (at, entries[0])
        for at, char in enumerate(found[group])
        if (entries := page.tagger.symbols.entries(char))
    ]
    bodies = {at for at, one in known if one.kind == "body"}
    if known and all(one.kind in {"org", "body"} for _, one in known):
        for at, one in known:
            # `the UN Security Council` is the council
            if one.kind == "body" or not bodies & {at + 2, at + 4}:
                yield one.value
    elif this := _THIS.fullmatch(found[group]):
        yield from filter(None, [_this(page, subject, sentence, found, this["noun"])])
    elif _NAME.fullmatch(found[group]):
        span = page.span(sentence, found, group)
        yield re.sub(r"^the ", "", " ".join(span.cut(page.witness.text).split()))


def _this(
    page: Page, subject: Session | None, sentence: Sentence, found: re.Match[str], noun: str
) -> str | None:
    """Give what `the Council` or `this association` is: what meets, or was named shortly before."""
    if subject and subject.body and subject.body.casefold().endswith(noun.casefold()):
        return subject.body
    at = sentence.start + found.start()
    before = page.tagged.text[max(0, at - _PARAGRAPH) : at].rpartition("\n")[2]
    for char in reversed(before):
        for entry in page.tagger.symbols.entries(char):
            if entry.kind == "org":
                return entry.value
    return subject.organisations[0] if subject and len(subject.organisations) == 1 else None


def _of_seat(page: Page, char: str) -> Iterator[str]:
    """Yield the body that somebody presides over, from his office there."""
    seat = page.tagger.symbols.capacity(char)
    if seat is None or seat.office not in page.language.labels.presiding or not seat.of:
        return
    left, named = seat.of, []
    for one in page.tagger.symbols.known():
        if one.kind in {"org", "body"} and one.value in left:
            left = left.replace(one.value, "")
            named.append(one)
    if named and not left.strip() and not _EXECUTIVE.search(seat.of):
        yield next((one for one in named if one.kind == "body"), named[0]).value


def _of_second_office(page: Page, sentence: Sentence, found: re.Match[str]) -> Iterator[str]:
    """Yield the body of which somebody is the head beside what he is in his state."""
    words = page.span(sentence, found).cut(page.witness.text)
    tagged = page.tagger.tagged(words)
    if len(list(rule("<office>").finditer(tagged))) < _OFFICES:
        return
    for seat in rule(page.language.chair.seats).finditer(tagged):
        title = page.tagger.symbols.title(seat["office"])
        if title and title.kept in page.language.labels.presiding:
            entry = page.tagger.symbols.entries(seat["org"][-1])[0]
            if not _EXECUTIVE.search(entry.value):
                yield entry.value


def _told_phase(
    page: Page, sentence: Sentence, found: re.Match[str], *, own: bool
) -> ChairmanshipPhase | None:
    """Work out the phase from words of time in a phrase or right behind it, or from a year.

    Of the body that meets, whose chair changes every month, a month says it too.
    """
    tail = _TAIL.match(sentence.text, found.end())
    words = f"{found[0]}{tail[0] if tail else ''}"
    for pattern, phase in page.language.chair.times:
        if rule(pattern).search(words):
            return phase
    head = page.head.date.value if page.head.date else None
    if head is None:
        return None
    year = _YEAR.search(words)
    if year and year[0] != head[:4]:
        return "past" if year[0] < head[:4] else "incoming"
    return _of_month(page, words, int(head[5:7])) if own and head[5:7] else None


def _of_month(page: Page, words: str, now: int) -> ChairmanshipPhase | None:
    months = page.language.dates.months
    told = [months[word] for one in _WORD.findall(words) if (word := one.lower()) in months]
    if not told:
        return None
    behind = (told[-1] - now) % _YEARS_MONTHS
    if behind == 0:
        return "current"
    return "incoming" if behind == 1 else "past"
