"""Read one file made to do harm, in this process, and print what became of it as JSON."""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from pathlib import Path
from typing import Final

ROOM: Final = 3 << 30  # bytes of addresses; a process that asks for more gets none
_ENOUGH: Final = 1_000  # members of one archive; the others are like them
_HIGHEST: Final = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)


def memory() -> int:
    """Give how many megabytes this process has held at most.

    Linux tells of a process that was started by a larger one that it had been as large; of its own
    memory it tells elsewhere.
    """
    status = Path("/proc/self/status")
    told = _HIGHEST.search(status.read_text(encoding="ascii")) if status.exists() else None
    kilobytes = int(told[1]) if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes // 1024


def _children() -> tuple[float, int]:
    """Give the seconds of CPU that processes of this one took, and their megabytes at most."""
    if (apart := sys.modules.get("greffier.sources.pdf.apart")) is not None:
        apart.APART.close()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def main(path: Path) -> None:
    """Read every record of the file, as `greffier add` does."""
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
    from greffier.authority import shipped  # noqa: PLC0415 - inside the room
    from greffier.errors import GreffierError  # noqa: PLC0415 - as above
    from greffier.form import encode  # noqa: PLC0415 - as above
    from greffier.jobs.units import Failed, Unit, done  # noqa: PLC0415 - as above
    from greffier.sources import find  # noqa: PLC0415 - as above

    shipped()
    clock, cpu = time.perf_counter(), time.process_time()
    kinds = {"read": 0, "refused": 0}
    said = ""
    try:
        for item in find([path]):
            made = done(Unit(item=item))
            kinds["refused" if isinstance(made, Failed) else "read"] += 1
            if isinstance(made, Failed):
                said = said or str(made.error)
            else:
                encode(made.reading)
            if sum(kinds.values()) == _ENOUGH:
                break
    except GreffierError as error:
        said = str(error)
    own, children = memory(), _children()
    told = {
        **kinds,
        "said": said.replace(str(path), path.name),
        "seconds": round(time.perf_counter() - clock, 2),
        "cpu": round(time.process_time() - cpu + children[0], 2),
        "memory": max(own, children[1]),
    }
    print(json.dumps(told, ensure_ascii=False))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
