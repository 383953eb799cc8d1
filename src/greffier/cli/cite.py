"""`greffier cite`: how to cite a record, a session, a turn or any passage."""

from typing import Annotated, Literal

import typer

from greffier.cli.options import Archive, folder

Shape = Literal["text", "json", "bibtex", "ris"]


def cite(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="A record, a fact of it, such as the session .s1 or the turn .t12, a paragraph "
            "of a turn, .t12p3, or a passage by where it stands, :1200-1344.",
            show_default=False,
        ),
    ],
    *,
    archive: Archive = None,
    style: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="For text: note, author-date, or a file of the Citation Style Language.",
        ),
    ] = "note",
    shape: Annotated[
        Shape,
        typer.Option(
            "--format",
            metavar="NAME",
            help="How to print it: text for people, json as CSL-JSON, bibtex, ris.",
        ),
    ] = "text",
) -> None:
    """Cite what is in the archive, with the digest of the witness that has the words.

    The day on which the archive received the witness stands as that of access.

    Example: greffier cite a4231deef9788138.t1 --style author-date
    """
    from greffier import wiring
    from greffier.cli.output import print_lines, print_one
    from greffier.cli.words import shown
    from greffier.exports import citing

    with wiring.archive_in(folder(archive)) as opened:
        items = [citing.item_of(citing.cited(opened, name)) for name in names]
    if shape == "json":
        print_one(items, shape, lines=())
    elif shape == "text":
        print_lines(shown(citing.citation(item, style)) for item in items)
    else:
        write = citing.bibtex if shape == "bibtex" else citing.ris
        print_lines(write(item).rstrip("\n") for item in items)
