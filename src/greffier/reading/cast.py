"""Who took part in the session, in which capacity: from the labels and from what is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from greffier.model import Evidence, Participant, Remark
from greffier.reading.folding import View
from greffier.reading.letters import FULL_NAME
from greffier.reading.symbols import Capacity, rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.model import ParticipantMode, Role, Span
    from greffier.reading.page import Page, Sentence
    from greffier.reading.tagging import Tagger
    from greffier.reading.turns import Utterance

_BRACKETS = re.compile(r" ?\((?P<inside>[^()]{1,60})\)")
_LAST_NAME = re.compile(rf"(?<= )(?P<name>{FULL_NAME})$")
_NAMED_RULES = frozenset({"label:name", "label:initials", "label:titled", "label:capitals"})


@dataclass(slots=True)
class Member:
    """A participant in the making, with the words that each field was read from."""

    id: str
    name: str | None
    office: str | None
    of: str | None
    acting: bool
    role: Role = "participant"
    mode: ParticipantMode = "unknown"
    evidence: list[Evidence] = field(default_factory=list)

    def learn(self, capacity: Capacity, span: Span, read_by: str) -> None:
        """Take what a further naming adds; what is known already stays."""
        if capacity.name and (self.name is None or len(capacity.name) > len(self.name)):
            self.name = capacity.name
            self.evidence.append(Evidence(field="name", span=span, rule=read_by))
        if capacity.office and self.office is None:
            self.office, self.of, self.acting = capacity.office, capacity.of, capacity.acting
            self.evidence.append(Evidence(field="office", span=span, rule=read_by))
        elif capacity.office == self.office and self.of is None:
            self.of = capacity.of

    def done(self, session: str | None) -> Participant:
        """Give the participant as a fact of the reading."""
        spans = dict.fromkeys(one.span for one in self.evidence)
        return Participant(
            id=self.id,
            name=self.name,
            office=self.office,
            of=self.of,
            acting=self.acting,
            role=self.role,
            session=session,
            spans=tuple(spans),
            mode=self.mode,
            evidence=tuple(self.evidence),
        )


class Cast:
    """Those who took part, once each."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self.of_turn: dict[int, Member] = {}
        self.remarks: list[Remark] = []

    def find(self, capacity: Capacity) -> Member | None:
        """Give whoever these words name: by full name, by surname, or by an office without one."""
        if capacity.name is None:
            return self._only(
                one for one in self.members if (one.office, one.of) == (capacity.office, capacity.of)
            )
        key = _key(capacity.name)
        exact = self._only(one for one in self.members if one.name and _key(one.name) == key)
        if exact:
            return exact
        near = [one for one in self.members if one.name and _one_is_surname(one.name, capacity.name)]
        if near:
            return self._only(one for one in near if _agree(one, capacity))
        return self._only(
            one
            for one in self.members
            if one.name is None
            and capacity.office
            and (one.office, one.of) == (capacity.office, capacity.of)
        )

    def add(self, capacity: Capacity, span: Span, read_by: str) -> Member:
        """Give the member whom these words name, new if nobody is named so yet."""
        member = self.find(capacity)
        if member is None:
            member = Member(f"p{len(self.members) + 1}", None, None, None, acting=False)
            self.members.append(member)
        member.learn(capacity, span, read_by)
        return member

    @property
    def chair(self) -> Member | None:
        """Whoever chairs, if that is known."""
        return next((one for one in self.members if one.role == "chair"), None)

    @staticmethod
    def _only(found: Iterable[Member]) -> Member | None:
        members = list(found)
        return members[0] if len(members) == 1 else None


def capacity_of_label(label: str, read_by: str, tagger: Tagger) -> Capacity | None:
    """Read a label as a name, an office and what it is of; None for a role such as `Question`."""
    who = _BRACKETS.sub("", label).strip()
    tagged = tagger.known(View.of(who)).text
    for named in tagger.capacities(tagged):
        if named.start == 0 and named.end == len(tagged):
            return named.capacity
    if read_by not in _NAMED_RULES:
        return None
    if found := _office_and_name(tagged, tagger):
        return found
    titles = tagger.language.offices.titles
    name = re.sub(rf"^(?:{titles}) ", "", who, flags=re.IGNORECASE) if titles else who
    state = next((of for of in _states_in(label, tagger)), None)
    return Capacity(name, None, state)


def _office_and_name(tagged: str, tagger: Tagger) -> Capacity | None:
    """An office of what nobody knows: its head from the front of a label, the name from its end."""
    name = _LAST_NAME.search(tagged)
    title = tagger.symbols.title(tagged[0])
    if title is None or name is None or name.start() <= 1:
        return None
    of = re.sub(r"^ of (?:the )?", "", tagged[1 : name.start()].rstrip())
    printed = tagger.printed(of).strip() if of and not of[0].isspace() else None
    return Capacity(name["name"], title.kept, printed, title.acting)


def _states_in(label: str, tagger: Tagger) -> Iterator[str]:
    for inside in _BRACKETS.finditer(label):
        for start, end, entries in tagger.lexicon.find(inside["inside"]):
            if entries[0].kind == "state" and (start, end) == (0, len(inside["inside"])):
                yield entries[0].value


def read_cast(page: Page) -> Cast:
    """Find who took part: whoever speaks, and whoever is told to have been there."""
    cast = Cast()
    for turn in page.spoken.utterances:
        _add_speaker(cast, turn, page.tagger)
    for sentence in page.narration():
        _add_told(cast, page, sentence)
    if title := page.title():
        _add_told(cast, page, title)
    _find_chair(cast, page)
    _find_absent_video(cast, page)
    _at_home(cast, page)
    return cast


def _add_speaker(cast: Cast, turn: Utterance, tagger: Tagger) -> None:
    capacity = capacity_of_label(turn.label, turn.rule, tagger)
    if capacity is not None:
        cast.of_turn[turn.n] = cast.add(capacity, turn.label_span, turn.rule)
    elif turn.rule != "label:role":
        message = f"who speaks under `{turn.label}` is not said in this record"
        cast.remarks.append(Remark(code="speaker-unknown", message=message, span=turn.label_span))


def _add_told(cast: Cast, page: Page, sentence: Sentence) -> None:
    rules = page.language.cast
    for name, pattern in rules.took_part:
        for found in rule(pattern).finditer(sentence.text):
            if "who" in found.groupdict():
                _add_people(cast, page, sentence, found.span("who"), name)
            else:
                _add_people(cast, page, sentence, (0, len(sentence.text)), name)
    for name, pattern in page.language.offices.plural:
        for found in rule(pattern).finditer(sentence.text):
            title = next(filter(None, map(page.tagger.symbols.title, found[0])), None)
            if title is None or not title.plural or not _meets(sentence, page):
                continue
            start = found.start("all")
            for at, char in enumerate(found["all"], start):
                for entry in page.tagger.symbols.entries(char):
                    span = page.tagged.span(sentence.start + at, sentence.start + at + 1)
                    cast.add(Capacity(None, title.kept, entry.value), span, name)


def _meets(sentence: Sentence, page: Page) -> bool:
    return any(rule(pattern).search(sentence.text) for _, pattern in page.language.sessions.met)


def _add_people(
    cast: Cast, page: Page, sentence: Sentence, where: tuple[int, int], read_by: str
) -> None:
    for at in range(*where):
        capacity = capacity_at(page, sentence.text[at])
        if capacity is not None and (capacity.name or capacity.of):
            span = page.tagged.span(sentence.start + at, sentence.start + at + 1)
            cast.add(capacity, span, f"took-part:{read_by}")


def capacity_at(page: Page, char: str) -> Capacity | None:
    """Give whom a symbol of the tagged view names, if it is a person or somebody's office."""
    capacity = page.tagger.symbols.capacity(char)
    if capacity is not None:
        return capacity
    name = page.tagger.symbols.person(char)
    return Capacity(name, None, None) if name else None


def _find_chair(cast: Cast, page: Page) -> None:
    for sentence in (*page.narration(), *filter(None, [page.title()])):
        for name, pattern in page.language.cast.chaired:
            for found in rule(pattern).finditer(sentence.text):
                capacity = _capacity_of(page, found["who"])
                member = cast.add(capacity, page.span(sentence, found, "who"), name)
                return _seat(member, page.span(sentence, found), f"chair:{name}")
    for sentence in page.speech():
        for name, pattern in page.language.cast.declares_open:
            found = rule(pattern).search(sentence.text)
            if found and sentence.turn in cast.of_turn:
                member = cast.of_turn[sentence.turn]
                return _seat(member, page.span(sentence, found), f"chair:{name}")
    return _thanked_for_the_floor(cast, page)


def _capacity_of(page: Page, words: str) -> Capacity:
    kept = [capacity for char in words if (capacity := capacity_at(page, char))]
    return kept[0] if kept else Capacity(page.tagger.printed(words), None, None)


def _seat(member: Member, span: Span, read_by: str) -> None:
    member.role = "chair"
    member.evidence.append(Evidence(field="role", span=span, rule=read_by))


def _thanked_for_the_floor(cast: Cast, page: Page) -> None:
    """In a single speech, whoever is thanked in its first words gave the floor, and so chairs."""
    if len({member.id for member in cast.of_turn.values()}) != 1:
        return
    first = next(iter(page.speech()), None)
    if first is None:
        return
    for name, pattern in page.language.cast.thanks_for_floor:
        found = rule(pattern).search(first.text)
        if found is None:
            continue
        capacity = _untitled(_capacity_of(page, found["who"]), page)
        span = page.span(first, found, "who")
        member = cast.find(capacity) or _host(cast, page, capacity, span)
        member = member or cast.add(capacity, span, f"chair:{name}")
        member.learn(capacity, span, f"chair:{name}")
        _seat(member, span, f"chair:{name}")
        message = f"{member.name} is taken to chair, being thanked for the floor"
        cast.remarks.append(Remark(code="chair-inferred", message=message, span=span))
        return


def _untitled(capacity: Capacity, page: Page) -> Capacity:
    titles = page.language.offices.titles
    name = re.sub(rf"^(?:{titles}) ", "", capacity.name or "") if titles else capacity.name
    return Capacity(name or None, capacity.office, capacity.of, capacity.acting)


def _host(cast: Cast, page: Page, capacity: Capacity, span: Span) -> Member | None:
    """A chair without a printed office who is spoken to as the host holds the host state's office."""
    if capacity.office:
        return None
    for sentence in page.speech():
        for name, pattern in page.language.cast.host:
            for found in rule(pattern).finditer(sentence.text):
                for entry in page.tagger.symbols.entries(found["place"]):
                    hosts = [
                        one for one in cast.members if one.name is None and one.of == entry.value
                    ]
                    if len(hosts) == 1:
                        where = page.span(sentence, found)
                        evidence = Evidence(field="office", span=where, rule=f"host:{name}")
                        hosts[0].evidence.append(evidence)
                        hosts[0].learn(capacity, span, f"host:{name}")
                        return hosts[0]
    return None


def _at_home(cast: Cast, page: Page) -> None:
    """On the site of an office, ministers of no printed state are of its state, and whoever the
    account begins with holds it, where no line prints his office.
    """
    publisher = page.head.publisher
    home = _office_of_publisher(page) if publisher else None
    if publisher is None or home is None or home.of is None:
        return
    national = page.language.offices.national
    for one in cast.members:
        if one.office and one.of is None and national and re.search(national, one.office):
            one.of = home.of
            one.evidence.append(Evidence(field="of", span=publisher.span, rule="publisher-state"))
    if any((one.office, one.of) == (home.office, home.of) for one in cast.members):
        return
    opening = next(page.narration(), None)
    first = capacity_at(page, opening.text[0]) if opening else None
    member = cast.find(first) if first else None
    if member is not None and member.office is None:
        member.learn(home, publisher.span, "publisher-office")


def _office_of_publisher(page: Page) -> Capacity | None:
    if page.head.publisher is None:
        return None
    tagged = page.tagger.known(View.of(page.head.publisher.text)).text
    return next((one.capacity for one in page.tagger.capacities(tagged)), None)


def _find_absent_video(cast: Cast, page: Page) -> None:
    for sentence in page.narration():
        for name, pattern in page.language.sessions.joins_by_video:
            for found in rule(pattern).finditer(sentence.text):
                member = cast.find(_capacity_of(page, found["who"]))
                if member is not None:
                    member.mode = "videoconference"
                    span = page.span(sentence, found)
                    member.evidence.append(
                        Evidence(field="mode", span=span, rule=f"video:{name}")
                    )


def _key(name: str) -> str:
    return " ".join(sorted(name.casefold().replace("-", " ").split()))


def _one_is_surname(one: str, other: str) -> bool:
    """Whether one name is a single word that the other ends with."""
    short, long = sorted((one.casefold().split(), other.casefold().split()), key=len)
    return len(short) == 1 and len(long) > 1 and short[0] == long[-1]


def _agree(member: Member, capacity: Capacity) -> bool:
    """Whether nothing that is printed of both contradicts."""
    if capacity.of and member.of and capacity.of != member.of:
        return False
    return not (capacity.office and member.office and capacity.office != member.office)
