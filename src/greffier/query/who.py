"""Who held an office on a day, and which offices somebody held: answers with their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from greffier.archive import Spelling
from greffier.archive.settlement import StoredDoubt
from greffier.errors import SeveralError, UsageError
from greffier.model import Holding, Tenure
from greffier.query.imported import Imported, imported
from greffier.query.showing import day_asked, ends, quotes
from greffier.query.tenures import holders, tenures
from greffier.reading.asked import capacity_asked

if TYPE_CHECKING:
    from greffier.archive import Archive
    from greffier.model import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who somebody is, without where he appears.

    Args:
        names: all that are printed for him, the most frequent first.
        namesakes: other persons to whom a record gives one of these names, by identifier.
    """

    id: str
    name: str
    names: tuple[Spelling, ...]
    namesakes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the records say to a question of who.

    Args:
        asked: as the question is understood: an office with what it is of, or a person's name.
        on: the day that is asked for, as it was given.
        tenures: of the office or of the person, by office and time.
        holdings: who held the office on the day, the surest first; empty where no day was asked
            for, or no record shows anybody.
        quotes: the words that show each observation that is told, by the participant.
        person: who is told of, where a person was asked for.
        doubts: what is left open of who he is.
        imported: what imported authorities say; no observation is among it.
    """

    asked: str
    on: str | None
    tenures: tuple[Tenure, ...]
    holdings: tuple[Holding, ...]
    quotes: dict[str, str]
    person: Person | None = None
    doubts: tuple[StoredDoubt, ...] = ()
    imported: tuple[Imported, ...] = ()


def who(archive: Archive, words: str, known: Known, *, on: str | None = None) -> Answer:
    """Answer a question such as `President of Kyrgyzstan` or `Talant Mamytov`.

    Args:
        archive: whose records answer it.
        words: an office, with what it is of if that matters, or a person's name.
        known: states and organisations.
        on: a day, month or year, ISO 8601.

    Raises:
        QueryError: the day cannot be read.
        UsageError: the words name neither an office nor a person of the archive.
        SeveralError: they name several persons.
    """
    office = capacity_asked(words, known)
    if office is None:
        return _of_person(archive, words, on)
    found = tuple(
        one
        for one in tenures(archive.observations(office=office.office, of=office.of))
        if one.acting or not office.acting
    )
    asked = " of ".join(filter(None, (office.office, office.of)))
    told = _answer(archive, f"Acting {asked}" if office.acting else asked, found, on)
    known_too = tuple(
        one
        for one in imported(archive, office=office.office, of=office.of, on=on)
        if one.holder.occupancy.acting or not office.acting
    )
    return replace(told, imported=known_too)


def offices_of(archive: Archive, person: str) -> tuple[Tenure, ...]:
    """Give the stretches of time in which a person is seen in offices, by office and time.

    Whoever else is seen in these offices is looked at too: he who had an office before and after
    another did not have it all the while.

    Args:
        archive: whose records show it.
        person: by identifier.
    """
    own = list(archive.observations(person=person))
    found = [one for one in tenures(own) if one.of is None]
    for office, of in dict.fromkeys((one.office, one.of) for one in own if one.of is not None):
        found += tenures(
            one for one in archive.observations(office=office, of=of) if one.office == office
        )
    mine = (one for one in found if one.person == person)
    return tuple(sorted(mine, key=lambda one: (one.office, one.of or "", one.acting, one.first)))


def _of_person(archive: Archive, words: str, on: str | None) -> Answer:
    try:
        stored = archive.person(words)
    except SeveralError:
        raise
    except UsageError:
        found_too = tuple(imported(archive, names=[words], on=on))
        if not found_too:
            raise
        name = found_too[0].holder.person.name
        return replace(_answer(archive, name, (), on), imported=found_too)
    person = Person(id=stored.id, name=stored.name, names=stored.names, namesakes=stored.namesakes)
    found = offices_of(archive, person.id)
    doubts = tuple(archive.doubts(about=person.id))
    known_too = tuple(imported(archive, names=[one.name for one in person.names], on=on))
    told = _answer(archive, person.name, found, on)
    return replace(told, person=person, doubts=doubts, imported=known_too)


def _answer(archive: Archive, asked: str, found: tuple[Tenure, ...], on: str | None) -> Answer:
    held = holders(found, day_asked(on)) if on else ()
    told = [one for holding in held for one in holding.shown_by] if on else ends(found)
    with archive.survey() as survey:
        shown = quotes(survey, told)
    return Answer(asked=asked, on=on, tenures=found, holdings=held, quotes=shown)
