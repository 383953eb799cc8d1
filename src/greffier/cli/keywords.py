"""`greffier keywords`: words that one side uses more than the other."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from greffier.cli.options import Archive, Table, folder
from greffier.cli.restricting import restricted

if TYPE_CHECKING:
    from greffier.archive.stored import Question

_NAMES = ("speaker", "office", "of", "organisation", "body", "session", "from", "to")


@restricted
def keywords(  # noqa: PLR0913 - one argument for each option
    *,
    archive: Archive = None,
    question: "Question",
    words: Annotated[
        str, typer.Option(metavar="WORDS", help="Only passages that hold these words.")
    ] = "",
    against: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=VALUE",
            help=f"Against these passages: {', '.join(_NAMES)}. [default: all others]",
            show_default=False,
        ),
    ] = None,
    least: Annotated[
        int, typer.Option(min=1, metavar="NUMBER", help="Only words that stand so often.")
    ] = 3,
    limit: Annotated[int, typer.Option(min=1, metavar="NUMBER", help="How many to show.")] = 50,
    shape: Table = "text",
) -> None:
    """Show the words that a speaker, a state or a time uses more than another.

    Example: greffier keywords --of Russia --against of=Tajikistan
    """
    from greffier import wiring
    from greffier.cli.mixing import tell_mixed
    from greffier.cli.tables import print_rows
    from greffier.query.keywords import Keyword, around
    from greffier.query.keywords import keywords as used

    question = replace(question, words=words)
    other = _against(question, against) if against else None
    with wiring.archive_in(folder(archive)) as opened:
        rows = used(opened, question, other, least=least, limit=limit)
        sides = (question, other) if other else (question,)
        tell_mixed(opened, sides if other else (around(question),), sides)
    print_rows(Keyword, rows, shape)


def _against(question: "Question", given: list[str]) -> "Question":
    """Give the other side: it is restricted by what was given, and to the same language."""
    from greffier.archive.stored import Question
    from greffier.authority import shipped
    from greffier.errors import QueryError
    from greffier.query import named

    values: dict[str, str] = {}
    for one in given:
        name, sign, value = one.partition("=")
        if name not in _NAMES or not sign or not value:
            wanted = f"NAME=VALUE, with a name such as {', '.join(_NAMES)}"
            raise QueryError("against", f"{one[:40]!r}", wanted)
        values[{"from": "since", "to": "until"}.get(name, name)] = value
    other = Question(words="", language=question.language, spoken=question.spoken)
    return named(replace(other, **values), shipped())  # type: ignore[arg-type] # names of fields
