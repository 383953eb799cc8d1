"""`greffier mcp`: an archive for assistants."""

from greffier.cli.options import Archive, folder
from greffier.errors import UsageError


def mcp(*, archive: Archive = None) -> None:
    """Answer an assistant's questions on standard input and output (Model Context Protocol).

    Needs the extra `mcp`. Nothing is written, and nothing is answered without its citation.

    Example: greffier mcp --archive archive
    """
    from greffier import wiring

    try:
        from greffier.mcp.server import make_server
    except ModuleNotFoundError as error:
        wanted = "install Greffier with its extra `mcp`"
        raise UsageError(error.name or "mcp", "it is not installed", wanted) from error
    with wiring.archive_in(folder(archive)) as opened:
        make_server(opened).run("stdio")
