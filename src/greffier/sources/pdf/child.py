"""The process in which PDF files are taken apart: bytes come in, words and bold places go out."""

from __future__ import annotations

import json
import sys

from greffier.sources.pdf.apart import MEMORY, SECONDS, received, send
from greffier.sources.pdf.taking import RefusedError, taken


def main() -> None:
    """Take one file after the other, until nobody sends any more."""
    while True:
        try:
            data = received(sys.stdin.buffer)
        except EOFError:
            return
        _bound()
        send(sys.stdout.buffer, json.dumps(_told(data)).encode())


def _told(data: bytes) -> dict[str, object]:
    try:
        words, bold = taken(data)
    except RefusedError as error:
        return {"met": error.met, "wanted": error.wanted}
    return {"words": words, "bold": bold}


def _bound() -> None:
    """Let the system end this process where a file takes too much, on a system that can."""
    try:
        import resource  # noqa: PLC0415 - not everywhere
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + SECONDS
    for what, limit in ((resource.RLIMIT_CPU, most), (resource.RLIMIT_AS, MEMORY)):
        _, highest = resource.getrlimit(what)
        unbound = highest == resource.RLIM_INFINITY
        resource.setrlimit(what, (limit if unbound else min(limit, highest), highest))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
