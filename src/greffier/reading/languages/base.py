"""What a language must tell the reader: a value, so that another language is another value.

Patterns are regular expressions over a *tagged* line (see `reading.symbols`), in which states,
organisations, bodies, offices and people are one character each. Slots in angle brackets stand for
classes of them and for small grammars:

- `<state>` `<demonym>` `<org>` `<body>` `<office>` `<cast>` `<person>`: one of the kind, where a
  *cast* is an office with what it is of and, often, who holds it; `<named>`: an organisation, body,
  state or people; `<any>`: any of them;
- `<name>`, `<fullname>`: capitalised words that may be somebody's name (one or more; two or more);
- `<someone>`: a person or cast, `<someones>`: several in a row;
- `<orgs>`, `<states>`: several in a row; `<holder>`: what may hold a chair.

A rule is a pair of its name, by which its findings are known, and its pattern; some add a value.
Every repeat is bounded, and none runs over a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from greffier.model import RecordKind
from greffier.reading.languages.meetings import CastRules, SessionRules
from greffier.reading.languages.results import ChairRules, InstrumentRules
from greffier.reading.languages.rules import Rules

# Rules are compared with nothing and printed nowhere. Making the methods for it would take longer
# than reading a short record does.


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class DateRules:
    """Months and weekdays by name in lower case, every form of them, and how dates are printed.

    Args:
        capitals: months are printed with a capital: in `we may 5 years on` there is none.
        patterns: with the groups `day`, `month`, `year`, and `day2`, `month2` for the end of a
            stretch of days; `<month>` stands for the names.
        weekday: with the group `weekday`: the day of that name on or next to the record's date.
        relative: patterns and how many days they lie from the record's date.
    """

    months: dict[str, int] = field(default_factory=dict)
    capitals: bool = False
    weekdays: dict[str, int] = field(default_factory=dict)
    patterns: Rules = ()
    weekday: str = ""
    relative: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class OfficeRules:
    """How offices and their holders are printed.

    Args:
        heads: the pattern of an office and the form it is kept under; `{}` takes the portfolio.
        prefixes: words before a head that belong to it (`Deputy`), and how they are kept.
        acting: the pattern of what marks an acting holder.
        spelt: portfolios that are kept in another spelling than printed.
        titles: what may stand before a surname: `Mr`.
        not_names: capitalised words that end a name.
        units: nouns that end what an office is of, and are no part of a name: `Railways`.
        within: what an office is of whatever is printed, and the pattern of the office.
        links: what stands between an office and what it is of: `of`, `at the`.
        second: a second office of the same person in a label: `and Chief Executive`.
        field: what an office is for, in a label, before what it is of.
        unknown: how the words before an office end that are of another office: `Aide to the`.
        capacities: with the groups `name` and `of`, an `<office>` between; most telling first.
            `whose` is another group for `of`; `names` holds several who share an office in the
            plural.
        national: offices that a state's own government has.
        seats: where a head of state publishes from: his office in words, the pattern of the place
            or address, and the offices of his government.
        plural: offices of several states in one phrase, with the group `all`.
    """

    heads: Rules = ()
    prefixes: Rules = ()
    acting: str = ""
    spelt: dict[str, str] = field(default_factory=dict)
    titles: str = ""
    not_names: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    within: Rules = ()
    links: str = ""
    second: str = "(?!)"
    field: str = ""
    unknown: str = ""
    capacities: Rules = ()
    plural: Rules = ()
    national: str = ""
    seats: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class LabelRules:
    """Speaker labels that no name or office makes plain.

    Args:
        roles: labels that are no person's: `Question`, `Moderator`.
        bare: the pattern of a role that is printed without a colon, before the words.
        press: those of them that journalists have.
        offices: those of them that are somebody's part in the session: `Moderator`.
        not_openings: words that a label does not begin with: `I`, `However`.
        procedure: how a line begins that is nobody's speech: votes, `The meeting rose`; where the
            pattern takes up the whole line, the next line is of it (`In favour:`).
        presiding: offices, as they are kept, that a council or an assembly itself has.
    """

    roles: frozenset[str] = frozenset()
    bare: str = ""
    press: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    not_openings: frozenset[str] = frozenset()
    procedure: Rules = ()
    presiding: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class PageRules:
    """What stands around a record on its page.

    Args:
        publishers: with the group `publisher`: lines that name who publishes.
        institutions: words of a publisher's name that tell an institution from the press.
        credits: lines under a record that are not of it.
        tooltips: cards melted into the text that are not about persons.
        cards: cards behind names that glue no words together, with the groups `name`, `office`.
        menus: lines above a title that are a menu's; links: lines that lead to other pages.
        kinds: title patterns that make a record of a kind, whatever it holds.
    """

    publishers: Rules = ()
    institutions: str = ""
    credits: Rules = ()
    tooltips: Rules = ()
    cards: Rules = ()
    menus: str = ""
    links: str = ""
    kinds: tuple[tuple[str, str, RecordKind], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class RunOnRules:
    """Where lines begin on a page that lost them, for what no label or list makes plain.

    Args:
        menu: the words of a menu that stand before a title.
        openings: how a sentence opens, behind words that end none.
        doubtful: how one may open, where none of those is found.
        within: what stands before a date that belongs to its sentence: `on `.
        announces: what stands before the date of something still to come.
        place: the place of a dateline; known_place: one that no sentence opens with.
        groups: what heads a part of a list of people.
        links: links to other pages between sentences.
        closing: the words that surely begin a line under the record; closing_lists: words that do
            where no sentence ends between them and those.
    """

    menu: str = ""
    openings: Rules = ()
    doubtful: str = "(?!)"
    within: str = ""
    announces: str = ""
    place: str = ""
    known_place: str = ""
    groups: str = ""
    links: str = ""
    closing: str = ""
    closing_lists: str = "(?!)"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class QuoteRules:
    """How a record says whose words it quotes.

    Args:
        sources: with the group `source`: who said it, where the words are named first.
        after: the same after the closing quotation mark.
        reported: with the groups `source` and `words`: speech that is told, not quoted.
        pronouns: words for whoever was named as a source before.
    """

    sources: Rules = ()
    after: Rules = ()
    reported: Rules = ()
    pronouns: frozenset[str] = frozenset()


def _no_forms(_name: str) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CaseRules:
    """How names are declined, in a language that declines them; equal only to itself.

    Args:
        names: the other cases of the name of a state, organisation or body.
        people: those of a person's.
        nominative: a person's name as it is kept, from one in another case.
        patronymic: the pattern of a name by the father, which is no given name.
        oblique: the pattern of an office that stands in another case, with the name behind it.
    """

    names: Callable[[str], Iterable[str]] = _no_forms
    people: Callable[[str], Iterable[str]] = _no_forms
    nominative: Callable[[str], str] = str
    patronymic: str = ""
    oblique: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Language:
    """The rules of one language, a value for each stage of reading; equal only to itself."""

    code: str
    common: frozenset[str] = frozenset()
    cases: CaseRules | None = None
    dates: DateRules = field(default_factory=DateRules)
    offices: OfficeRules = field(default_factory=OfficeRules)
    labels: LabelRules = field(default_factory=LabelRules)
    page: PageRules = field(default_factory=PageRules)
    run_on: RunOnRules = field(default_factory=RunOnRules)
    sessions: SessionRules = field(default_factory=SessionRules)
    cast: CastRules = field(default_factory=CastRules)
    instruments: InstrumentRules = field(default_factory=InstrumentRules)
    chair: ChairRules = field(default_factory=ChairRules)
    quotes: QuoteRules = field(default_factory=QuoteRules)
    activities: Rules = ()
