"""`greffier serve`: the pages and the API of an archive."""

from greffier.cli.options import Archive, Host, Port, folder, served


def serve(*, archive: Archive = None, host: Host = None, port: Port = None) -> None:
    """Serve the pages and the API of an archive, until Ctrl-C.

    Example: greffier serve --archive archive --port 8000
    """
    from greffier import wiring
    from greffier.cli.exposing import exposed
    from greffier.cli.serving import bound, run
    from greffier.cli.words import complain
    from greffier.web import create_app

    chosen = served(host)
    with wiring.archive_in(folder(archive)) as opened:
        socket = bound(chosen.host, port or chosen.port, exactly=port is not None)
        for word in exposed(socket, chosen):
            complain(word)
        run(create_app(opened, chosen), socket)
