"""From the data files to what is known of members, rules and chairs; read when first asked for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast, get_args

from greffier.authority.find import find_organisation, find_state
from greffier.authority.load import DATA, shipped
from greffier.authority.table import Row, read_table
from greffier.errors import AuthorityError, PeriodError
from greffier.model import Level, Period
from greffier.model.institutions import (
    Certainty,
    Coverage,
    Institutions,
    KnownChairmanship,
    Membership,
    OrderName,
    Rotation,
    Rule,
    Status,
)

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.model import Known

MEMBERSHIPS = (
    "organisation", "body", "member", "status", "since", "until", "note", "certainty", "source",
)  # fmt: skip
COVERAGE = ("organisation", "body", "status", "since", "until", "source")
RULES = (
    "organisation", "body", "composed_of", "chaired_by", "rotation", "term", "decisions",
    "meetings", "since", "until", "note", "certainty", "source",
)  # fmt: skip
CHAIRMANSHIPS = ("organisation", "body", "holder", "since", "until", "certainty", "source")
ORDER_NAMES = ("rotation", "organisation", "state", "name", "source")


@cache
def institutions() -> Institutions:
    """Give what is shipped of members, rules and chairs; read once, and not before it is wanted."""
    return load_institutions(DATA, shipped())


def load_institutions(folder: Path, known: Known) -> Institutions:
    """Give what the five data files in `folder` say of what `known` lists.

    Raises:
        AuthorityError: the first fault, with its file and line.
    """

    def rows(name: str, columns: tuple[str, ...]) -> list[_Entry]:
        return [_Entry(row, known) for row in read_table(folder / name, columns)]

    return Institutions(
        known=known,
        memberships=tuple(map(_membership, rows("memberships.csv", MEMBERSHIPS))),
        coverage=tuple(map(_coverage, rows("coverage.csv", COVERAGE))),
        rules=tuple(map(_rule, rows("rules.csv", RULES))),
        chairmanships=tuple(map(_chairmanship, rows("chairmanships.csv", CHAIRMANSHIPS))),
        order_names=tuple(map(_order_name, rows("order_names.csv", ORDER_NAMES))),
    )


class _Entry:
    """A row whose names are checked against what is known."""

    __slots__ = ("_known", "row")

    def __init__(self, row: Row, known: Known) -> None:
        self.row, self._known = row, known

    def organisation(self) -> str:
        """Give the acronym, which must be one that organisations.csv lists."""
        acronym = self.row.text("organisation")
        found = find_organisation(self._known, acronym)
        if found is None or found.acronym != acronym:
            raise self._unlisted("organisation", acronym, "an acronym that organisations.csv lists")
        return acronym

    def body(self) -> str | None:
        """Give the name of a body of the row's organisation, or None for the whole of it."""
        name = self.row.maybe("body")
        found = find_organisation(self._known, self.row.text("organisation"))
        if name and found and name not in {body.name for body in found.bodies}:
            raise self._unlisted("body", name, "a name that bodies.csv has for the organisation")
        return name

    def state(self, column: str) -> str:
        """Give the short name of a state."""
        name = self.row.text(column)
        found = find_state(self._known, name)
        if found is None or found.name != name:
            raise self._unlisted(column, name, "a name that states.csv has in its column `name`")
        return name

    def party(self, column: str) -> str:
        """Give the short name of a state, or the acronym of an organisation that is a member."""
        name = self.row.text(column)
        found = find_organisation(self._known, name)
        return name if found and found.acronym == name else self.state(column)

    def period(self) -> Period:
        """Give the time from `since` to `until`."""
        try:
            return Period(self.row.maybe("since"), self.row.maybe("until"))
        except PeriodError as error:
            raise AuthorityError(
                self.row.place, f"{error.place}: {error.met}", error.wanted
            ) from error

    def certainty(self) -> Certainty:
        """Give what kind of source the row has."""
        return cast("Certainty", self.row.one_of("certainty", get_args(Certainty)))

    def rotation(self) -> Rotation:
        """Give how a chair is found."""
        return cast("Rotation", self.row.one_of("rotation", get_args(Rotation)))

    def status(self) -> Status:
        """Give the status of a member."""
        return cast("Status", self.row.one_of("status", get_args(Status)))

    def _unlisted(self, column: str, name: str, wanted: str) -> AuthorityError:
        return AuthorityError(self.row.place, f"the {column} {name!r}", wanted)


def _membership(entry: _Entry) -> Membership:
    return Membership(
        organisation=entry.organisation(),
        body=entry.body(),
        member=entry.party("member"),
        status=entry.status(),
        period=entry.period(),
        source=entry.row.text("source"),
        certainty=entry.certainty(),
        note=entry.row.maybe("note"),
    )


def _coverage(entry: _Entry) -> Coverage:
    return Coverage(
        organisation=entry.organisation(),
        body=entry.body(),
        status=entry.status(),
        period=entry.period(),
        source=entry.row.text("source"),
    )


def _rule(entry: _Entry) -> Rule:
    return Rule(
        organisation=entry.organisation(),
        body=entry.body(),
        composed_of=cast("Level", entry.row.one_of("composed_of", get_args(Level))),
        chaired_by=entry.row.text("chaired_by"),
        rotation=entry.rotation(),
        term=entry.row.maybe("term"),
        decisions=entry.row.maybe("decisions"),
        meetings=entry.row.maybe("meetings"),
        period=entry.period(),
        source=entry.row.text("source"),
        certainty=entry.certainty(),
        note=entry.row.maybe("note"),
    )


def _chairmanship(entry: _Entry) -> KnownChairmanship:
    return KnownChairmanship(
        organisation=entry.organisation(),
        body=entry.body(),
        holder=entry.party("holder"),
        period=entry.period(),
        source=entry.row.text("source"),
        certainty=entry.certainty(),
    )


def _order_name(entry: _Entry) -> OrderName:
    return OrderName(
        rotation=entry.rotation(),
        organisation=entry.organisation() if entry.row.maybe("organisation") else None,
        state=entry.state("state"),
        name=entry.row.text("name"),
        source=entry.row.text("source"),
    )
