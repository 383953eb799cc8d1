"""Fetch from servers that misbehave in every way we know, and kill runs at random moments.

The servers are real ones on loopback, those of `tests/fetching/misbehaving.py`; the bounds are
small ones, so that it takes seconds, and pauses are taken from a clock that does not wait.
"""

from __future__ import annotations

import gzip
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.reliability.figures import Figures, Table, keep
from tests.fetching.misbehaving import CASES, Case
from tests.fetching.server import PAGE, Server, answer
from tests.fetching.trying import AGENT, LIMITS, Loopback, fetched

from greffier.errors import GreffierError
from greffier.fetching import Kept, Limits
from greffier.jobs.fetching import item_of
from greffier.sources import receive

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED, KILLS, PAGES = 2026, 60, 400
BOMB = 1024  # megabytes that the bomb unpacks to
COLUMNS = ["the server sends, or answers with", "becomes", "asked", "seconds"]
_RUN = (
    "import sys; from pathlib import Path\n"
    "from tests.fetching.trying import Loopback, fetched\n"
    "print('ready', flush=True)\n"
    "for one in fetched(Path(sys.argv[1]), Loopback(int(sys.argv[2])), sys.argv[3]): pass"
)


def main() -> int:
    """Do all of it, and keep the figures; 1 where anything came out otherwise than it must."""
    rows: list[list[str | int | float]] = []
    wrong = 0
    for case in CASES:
        became, asked, seconds = tried(case)
        rows.append([case.name, _told(became), asked, round(seconds, 2)])
        if (became, asked) != (case.becomes, case.tries):
            wrong += 1
            print(f"wrong: {case.name}: {became}, asked {asked} times", file=sys.stderr)
    kills = killed(random.Random(SEED))  # noqa: S311 - not for secrets
    bomb = bombed()
    keep("fetch", _figures(rows, wrong, kills, bomb))
    return 1 if wrong or kills["half"] or kills["twice"] or kills["missing"] else 0


def tried(case: Case) -> tuple[str, int, float]:
    """Give what became of an address whose server misbehaves, how often it was asked, and how long.

    What is fetched is read back from where it is kept; `lost` if it is not what was sent.
    """
    with tempfile.TemporaryDirectory() as place, Server() as server:
        server.does("/page", *case.does)
        if case.robots is not None:
            server.does("/robots.txt", case.robots)
        begun = time.monotonic()
        outcome, *_ = fetched(Path(place), Loopback(server.port), server.url("/page"))
        seconds = time.monotonic() - begun
        became = outcome.reason or outcome.result
        if outcome.page is not None and receive(item_of(outcome.page, Path(place))).data != PAGE:
            became = "lost"
        return became, server.targets().count("/page"), seconds


def killed(rng: random.Random) -> Counter[str]:
    """Kill runs over one site map, each at a random moment, and count what is wrong after each."""
    counts: Counter[str] = Counter()
    targets = [f"/{n}" for n in range(PAGES)]
    entries = "".join(f"<url><loc>{target}</loc></url>" for target in targets)
    listed = answer(f"<urlset>{entries}</urlset>".encode(), media_type="application/xml")
    with tempfile.TemporaryDirectory() as place, Server() as server:
        folder = Path(place)
        server.does("/map.xml", listed)
        for target in targets:
            server.does(target, answer())
        for _ in range(KILLS):
            _kill(folder, server, rng.uniform(0, 0.15))
            counts["kills"] += 1
            counts["half"] += sum(1 for _ in _broken(folder, server, targets))
        fetched(folder, Loopback(server.port), server.url("/map.xml"))
        counts["half"] += sum(1 for _ in _broken(folder, server, targets))
        with Kept(folder, agent=AGENT) as kept:
            counts["missing"] = sum(kept.page(server.url(target)) is None for target in targets)
        asked = Counter(server.targets())
        # At most what was under way when a run was killed is asked for once more.
        counts["again"] = sum(asked[target] - 1 for target in targets)
        counts["twice"] = max(0, counts["again"] - counts["kills"])
    return counts


def _kill(folder: Path, server: Server, after: float) -> None:
    command = [sys.executable, "-c", _RUN, str(folder), str(server.port), server.url("/map.xml")]
    run = subprocess.Popen(command, stdout=subprocess.PIPE)  # noqa: S603 - this program
    with run:
        if run.stdout is not None:
            run.stdout.readline()  # the program has started
        time.sleep(after)
        run.kill()


def _broken(folder: Path, server: Server, targets: list[str]) -> Iterator[str]:
    """Yield the pages that are told to be kept and are not there whole."""
    with Kept(folder, agent=AGENT) as kept:
        for target in targets:
            page = kept.page(server.url(target))
            try:
                if page is not None and receive(item_of(page, folder)).data != PAGE:
                    yield target
            except GreffierError:
                yield target


def bombed() -> tuple[str, int]:
    """Give what becomes of a gzip bomb at the bounds that a user has, and the memory it takes."""
    limits = Limits()
    zeros = gzip.compress(b"0" * (1 << 20)) * BOMB
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with tempfile.TemporaryDirectory() as place, Server() as server:
        server.does("/page", answer(zeros, "Content-Encoding: gzip"))
        (outcome,) = fetched(Path(place), Loopback(server.port), server.url("/page"), limits=limits)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return outcome.reason or outcome.result, grown // 1024


def _told(became: str) -> str:
    return _WORDS.get(became, became)


_WORDS = {
    "answer": "refused: no proper answer",
    "cut": "refused: not whole",
    "large": "refused: too large",
    "listing": "told: not read to its end",
    "lost": "LOST",
    "private": "refused: a private address",
    "redirects": "refused: led astray",
    "robots": "refused by robots.txt",
    "silent": "refused: timed out",
    "slow": "refused: too slow",
    "status": "told: not there",
    "type": "refused: not a form that is read",
    "wait": "told: to be waited for",
}


def _figures(
    rows: list[list[str | int | float]], wrong: int, kills: Counter[str], bomb: tuple[str, int]
) -> Figures:
    bounds = (
        f"{LIMITS.whole:g} seconds for an answer, {LIMITS.silence:g} without a byte, "
        f"{LIMITS.size:,} bytes, {LIMITS.tries} tries"
    )
    servers = (
        f"A real server on loopback does {len(rows)} things that are hard on who asks, each "
        f"within bounds made small for this ({bounds}; [fetching.md](fetching.md) has those that "
        f"a user has). {len(rows) - wrong} of {len(rows)} came out as they must: in one line that "
        "says why, with nothing kept by halves; what is fetched in the end is read back from its "
        "WARC file as it was sent. Waiting between tries is not in the seconds."
    )
    runs = (
        f"A run over a site map of {PAGES} pages was killed with SIGKILL {kills['kills']} times "
        "at random moments, and begun again each time with the same command: "
        f"{kills['half']} pages kept by halves, {kills['missing']} missing in the end; "
        f"{kills['again']} pages were asked for a second time, being under way when a run was "
        "killed."
    )
    unpacking = (
        f"A gzip bomb of {BOMB:,} MB at the bounds that a user has was refused as `{bomb[0]}`, "
        f"with {bomb[1]} MB of memory."
    )
    return Figures(
        title="Fetching from servers that misbehave",
        command="python -m benchmarks.reliability.fetch",
        text=[servers, runs, unpacking],
        table=Table(columns=COLUMNS, rows=rows),
    )


if __name__ == "__main__":
    sys.exit(main())
