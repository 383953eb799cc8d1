"""Everything that Greffier raises on purpose, in one tree.

Each error is one clear line: the place, what was met there and what would be right. `status` is
what the command line exits with: 1 for something in the data, 2 for wrong usage.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_LISTED: Final = 10  # choices that the one line of an error has room for


class GreffierError(Exception):
    """The root: catch this to catch whatever Greffier raises on purpose.

    Args:
        place: the file, folder, address or identifier that is at fault, as the user would name it.
        met: what was found there.
        wanted: what would be right, as advice.
    """

    status = 1

    def __init__(self, place: str, met: str, wanted: str) -> None:
        super().__init__(f"{place}: {met}; {wanted}")
        self.place, self.met, self.wanted = place, met, wanted

    def __reduce__(self) -> tuple[type[GreffierError], tuple[object, ...]]:
        """Let the error travel from one process to another, whole."""
        return type(self), (self.place, self.met, self.wanted)


class UsageError(GreffierError):
    """The request itself cannot be carried out: a missing file, a name that nothing has."""

    status = 2


class SeveralError(UsageError):
    """A name that leads to several; `choices` are their identifiers."""

    def __init__(self, place: str, choices: tuple[str, ...]) -> None:
        wanted = f"say which: {', '.join(choices[:_LISTED])}"
        super().__init__(place, f"it leads to {len(choices)} persons", wanted)
        self.choices = choices

    def __reduce__(self) -> tuple[type[GreffierError], tuple[str, tuple[str, ...]]]:
        """Let the error travel from one process to another, whole."""
        return type(self), (self.place, self.choices)


class QueryError(UsageError):
    """A question that cannot be read; `place` names where in the query.

    Args:
        place: as above.
        met: as above.
        wanted: as above.
        query: what was asked, where the fault stands in its words.
        at: the first code point of what is at fault in it, and the one after the last.
    """

    def __init__(
        self,
        place: str,
        met: str,
        wanted: str,
        query: str = "",
        at: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(place, met, wanted)
        self.query, self.at = query, at

    def __reduce__(self) -> tuple[type[QueryError], tuple[object, ...]]:
        """Let the error travel from one process to another, whole."""
        return type(self), (self.place, self.met, self.wanted, self.query, self.at)

    def named(self, names: Mapping[str, str]) -> QueryError:
        """Give the error as those know it who ask by other names than the fields of a question.

        Args:
            names: what they call a field, by its own name; the others are called the same.
        """
        place = names.get(self.place, self.place)
        return QueryError(place, self.met, self.wanted, self.query, self.at)

    @property
    def pieces(self) -> tuple[str, str, str] | None:
        """The query before, at and after the fault; None where it is not in the query's words."""
        if self.at is None:
            return None
        start, end = self.at
        return self.query[:start], self.query[start:end], self.query[end:]


class DataError(GreffierError):
    """A fault in what was received or kept."""


class WitnessError(DataError):
    """A file that cannot become a witness: empty, binary, of a form that is not read."""


class FetchError(DataError):
    """An address that cannot be fetched, or was not.

    Args:
        place: the address, without the name of a user in it.
        met: as above.
        wanted: as above.
        reason: why, in a word that programs can go by: `robots`, `private`, `large`, `slow` ...
    """

    def __init__(self, place: str, met: str, wanted: str, reason: str) -> None:
        super().__init__(place, met, wanted)
        self.reason = reason

    def __reduce__(self) -> tuple[type[FetchError], tuple[str, str, str, str]]:
        """Let the error travel from one process to another, whole."""
        return type(self), (self.place, self.met, self.wanted, self.reason)


class SpanError(DataError, ValueError):
    """A span that does not lie in its text or runs backwards."""


class PeriodError(DataError, ValueError):
    """A date that is none, or a period that runs backwards."""


class FormError(DataError, ValueError):
    """JSON that is not the form of a reading."""


class AuthorityError(DataError):
    """A fault in an authority data file."""


class ArchiveError(DataError):
    """An archive that cannot be opened, written or trusted."""


class TooLongError(GreffierError):
    """What was asked takes longer than it may; nothing is wrong with the question or the data."""


class BusyError(GreffierError):
    """Too much is asked at once: the same question may be answered a little later."""


class ChangedError(UsageError):
    """A list that cannot be gone on with, because what it is made of has changed since."""
