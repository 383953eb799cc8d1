"""`greffier add`: records into an archive."""

from datetime import datetime
from typing import Annotated, Any

import typer

from greffier.cli.options import Archive, Debug, Format, Sources, folder

Contact = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Of mail or a page, where those who run a site can write to you; servers are told it. "
        "[default: GREFFIER_CONTACT]",
        show_default=False,
    ),
]
Pause = Annotated[
    float,
    typer.Option(
        min=0.1,
        metavar="SECONDS",
        help="Between two requests to one host; its robots.txt may want more.",
    ),
]
Since = Annotated[
    datetime | None,
    typer.Option(
        metavar="DATE",
        formats=["%Y-%m-%d"],
        help="Of feeds and site maps only what changed on this day or later, or does not say.",
        show_default=False,
    ),
]
Most = Annotated[
    int | None,
    typer.Option(
        min=1,
        metavar="NUMBER",
        help="Pages to ask for; the same command goes on behind them.",
        show_default=False,
    ),
]
Again = Annotated[
    bool, typer.Option("--again", help="Ask too for what was fetched within the last day.")
]
Private = Annotated[
    bool,
    typer.Option(
        "--allow-private", help="Fetch from this machine and from private networks as well."
    ),
]


def add(  # noqa: PLR0913 - one argument for each option
    sources: Sources,
    *,
    archive: Archive = None,
    contact: Contact = None,
    pause: Pause = 1.0,
    since: Since = None,
    most: Most = None,
    again: Again = False,
    allow_private: Private = False,
    shape: Format = "text",
    debug: Debug = False,  # noqa: ARG001 - its callback does what it says
) -> None:
    """Read records into an archive, made if there is none: files, and pages from the web.

    Those that are in it already are passed over, and a run that was stopped goes on where it was.
    With `--format jsonl` it prints a line for each file once it is kept, and no sum.

    Of the address of a feed or site map, what that lists is fetched; robots.txt is heeded.

    Example: greffier add examples --archive archive

    Example: greffier add https://example.org/sitemap.xml --since 2026-01-01 --contact me@a.org
    """
    from greffier.cli.adding import add_paths, print_told, told_of
    from greffier.cli.fetching import agent, as_data, gather
    from greffier.cli.fetching import told_of as told_of_fetching
    from greffier.cli.output import print_one
    from greffier.wiring import FetchChoice

    where = folder(archive)
    choice = FetchChoice(
        agent=agent(contact),
        pause=pause,
        since=since.date().isoformat() if since else None,
        most=most,
        again=again,
        allow_private=allow_private,
    )
    items, fetched = gather(where, sources, choice, shape)
    summary = add_paths(where, items, told=print_told if shape == "jsonl" else None)
    failed = len(summary.failures) + (fetched.failures if fetched else 0)
    told: dict[str, Any] = {
        "archive": where.as_posix(),
        **{outcome: summary.count(outcome) for outcome in ("added", "reread", "known")},
        "failed": failed,
    }
    lines = [told_of(summary, where)]
    if fetched:
        told |= {"left": fetched.left, "addresses": [as_data(one) for one in fetched.outcomes]}
        lines.insert(0, told_of_fetching(fetched))
    if shape != "jsonl":
        print_one(told, shape, lines=lines)
    if failed:
        raise typer.Exit(1)
