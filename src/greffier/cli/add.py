"""`greffier add`: records into an archive."""

import typer

from greffier.cli.options import Archive, Debug, Format, Paths, folder


def add(
    paths: Paths,
    *,
    archive: Archive = None,
    shape: Format = "text",
    debug: Debug = False,  # noqa: ARG001 - its callback does what it says
) -> None:
    """Read records into an archive, made if there is none.

    Those that are in it already are passed over, and a run that was stopped goes on where it was.
    With `--format jsonl` it prints a line for each file once it is kept, and no sum.

    Example: greffier add examples --archive archive
    """
    from greffier.cli.adding import add_paths, print_told, told_of
    from greffier.cli.output import print_one

    where = folder(archive)
    summary = add_paths(where, paths, told=print_told if shape == "jsonl" else None)
    told = {
        "archive": where.as_posix(),
        **{outcome: summary.count(outcome) for outcome in ("added", "reread", "known")},
        "failed": len(summary.failures),
    }
    if shape != "jsonl":
        print_one(told, shape, lines=[told_of(summary, where)])
    if summary.failures:
        raise typer.Exit(1)
