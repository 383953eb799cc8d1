"""`greffier open`: the main job, from files to pages."""

from typing import Annotated

import typer

from greffier.cli.options import Archive, Host, Port, Sources, folder, served

Browser = Annotated[
    bool, typer.Option("--browser/--no-browser", help="Whether to open the browser.")
]
Serve = Annotated[
    bool, typer.Option("--serve/--no-serve", help="Whether to serve the pages, or only to tell.")
]


def open_records(  # noqa: PLR0913 - one argument for each option
    sources: Sources,
    *,
    archive: Archive = None,
    host: Host = None,
    port: Port = None,
    browser: Browser = True,
    serve: Serve = True,
) -> None:
    """Read records, tell what was found, and open them in the browser.

    Example: greffier open examples
    """
    from greffier import wiring
    from greffier.cli.adding import add_paths, told_of
    from greffier.cli.fetching import agent, gather
    from greffier.cli.fetching import told_of as told_of_fetching
    from greffier.cli.finding import found, held
    from greffier.cli.output import print_lines

    where = folder(archive)
    choice = wiring.FetchChoice(agent=agent(None))
    items, fetched = gather(where, sources, choice, "text")
    if fetched:
        print_lines([told_of_fetching(fetched)])
    summary = add_paths(where, items)
    if not summary.kept:
        raise typer.Exit(1)
    with wiring.archive_in(where) as opened:
        print_lines(found(opened, summary))
        print_lines([told_of(summary, where), held(opened)])
        if serve:
            from greffier.cli.exposing import exposed
            from greffier.cli.serving import bound, run
            from greffier.cli.words import complain
            from greffier.web import create_app

            chosen = served(host)
            socket = bound(chosen.host, port or chosen.port, exactly=port is not None)
            for word in exposed(socket, chosen):
                complain(word)
            run(create_app(opened, chosen), socket, browser=browser)
    if summary.failures or (fetched and fetched.failures):
        raise typer.Exit(1)
