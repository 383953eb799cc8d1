"""`greffier collocates`: words that stand near another."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.options import Archive, Table, Words, folder
from greffier.cli.restricting import restricted

if TYPE_CHECKING:
    from greffier.archive.stored import Question


@restricted
def collocates(  # noqa: PLR0913 - one argument for each option
    words: Words,
    *,
    archive: Archive = None,
    question: "Question",
    window: Annotated[
        int, typer.Option(min=1, max=50, metavar="NUMBER", help="Words on each side.")
    ] = 5,
    least: Annotated[
        int, typer.Option(min=1, metavar="NUMBER", help="Only words that stand there so often.")
    ] = 3,
    limit: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="How many to show.")] = 50,
    shape: Table = "text",
) -> None:
    """Show the words that stand near others more often than by chance.

    Example: greffier collocates security --window 3
    """
    from greffier import wiring
    from greffier.cli.mixing import tell_mixed
    from greffier.cli.tables import print_rows
    from greffier.query.collocates import Collocate
    from greffier.query.collocates import collocates as near

    question = replace(question, words=" ".join(words))
    with wiring.archive_in(folder(archive)) as opened:
        rows = near(opened, question, window=window, least=least, limit=limit)
        tell_mixed(opened, (question,))
    print_rows(Collocate, rows, shape)
