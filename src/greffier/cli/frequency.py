"""`greffier frequency`: how often something was said."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from greffier.cli.options import Archive, Table, Words, folder
from greffier.cli.restricting import restricted

if TYPE_CHECKING:
    from greffier.archive.stored import Question


@restricted
def frequency(  # noqa: PLR0913 - one argument for each option
    words: Words,
    *,
    archive: Archive = None,
    question: "Question",
    by: Annotated[
        Literal["year", "month", "speaker", "of", "organisation", "body"],
        typer.Option(
            metavar="NAME", help="year, month, speaker, of (state), organisation or body."
        ),
    ] = "year",
    limit: Annotated[
        int, typer.Option(min=1, metavar="NUMBER", help="How many rows, except of times.")
    ] = 50,
    shape: Table = "text",
) -> None:
    """Count how often something was said: over time, by speaker or by state.

    Example: greffier frequency terrorism --by of --from 2015
    """
    from greffier import wiring
    from greffier.cli.mixing import tell_mixed
    from greffier.cli.tables import print_rows
    from greffier.query.frequency import Frequency
    from greffier.query.frequency import frequency as counted

    with wiring.archive_in(folder(archive)) as opened:
        rows = counted(opened, replace(question, words=" ".join(words)), by=by)
        tell_mixed(opened, (question,))
    print_rows(Frequency, rows if by in {"year", "month"} else rows[:limit], shape)
