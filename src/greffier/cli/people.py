"""How a person is called, in lines."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from greffier.cli.words import counted, shown

if TYPE_CHECKING:
    from greffier.archive import Spelling


def names_of(names: "Sequence[Spelling]", namesakes: Sequence[str]) -> Iterator[str]:
    """Yield all names that records print for a person, and who else is called by one of them."""
    if len(names) > 1:
        printed = (f"{one.name} ({counted(one.records, 'record')})" for one in names)
        yield "  " + shown(f"printed as {', '.join(printed)}")
    if namesakes:
        yield "  " + shown(f"named so as well: {', '.join(namesakes)}")
