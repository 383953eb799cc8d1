"""Fuzz everything that reads what somebody else has made, by coverage, one target after another.

Each target begins with its seeds and goes on with what was kept of earlier runs in `build/fuzz`,
in a process of its own under libFuzzer. What raises, what takes longer than five seconds of CPU and
what needs more than a gigabyte is a find: its bytes are kept beside, and the target goes on.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from hashlib import sha1
from pathlib import Path
from typing import Final

from benchmarks.reliability.figures import keep
from benchmarks.reliability.fuzz_told import MEMORY, Run, figures, noted, runs
from tests.fuzz.seeds import SEEDS
from tests.fuzz.words import WORDS

ROOT: Final = Path(__file__).resolve().parents[2]
HERE: Final = ROOT / "build" / "fuzz"
JOURNAL: Final = HERE / "journal.jsonl"
_ENDLESS: Final = 300  # seconds on the clock, where nothing comes back to be measured
_MOST_FINDS: Final = 10  # of one target in one run; then something is wrong at large
_SAID: Final = {
    "executions": re.compile(r"stat::number_of_executed_units:\s+(\d+)"),
    "memory": re.compile(r"stat::peak_rss_mb:\s+(\d+)"),
    "edges": re.compile(r"\bcov: (\d+)"),
    "longest": re.compile(r"^longest: ([\d.]+) s", re.MULTILINE),
    "begun": re.compile(r"^#(\d+)\s", re.MULTILINE),
}


CHANGED: Final = "changed"
EXAMPLES: Final = 3_000  # real records that are changed


@dataclass(frozen=True, slots=True)
class Plan:
    """How often a target is run, and on how many bytes at most."""

    executions: int
    longest: int = 4096


PLANS: Final = {
    "encoding": Plan(300_000),
    "page": Plan(40_000),
    "markdown": Plan(40_000),
    "mail": Plan(80_000),
    "word": Plan(80_000),
    "package": Plan(80_000),
    "pdf": Plan(15_000),
    "archive": Plan(30_000),
    "warc": Plan(30_000),
    "query": Plan(350_000, 400),
    "search": Plan(5_000, 400),
    "kept": Plan(200_000, 8192),
    "returned": Plan(40_000, 8192),
    "people": Plan(100_000),
    "gold": Plan(100_000),
    "reader": Plan(20_000, 2048),
    "whole": Plan(10_000),
}


def fuzz(target: str, executions: int) -> Run:
    """Run a target so often, going on after each find."""
    made = Run(target=target)
    folder = _prepared(target)
    begun = time.monotonic()
    while made.executions < executions and len(made.finds) < _MOST_FINDS:
        said, status = _libfuzzer(target, folder, executions - made.executions)
        _take(made, said)
        if status == 0:
            break
        made.finds.append(_find(said))
        print(f"{target}: {made.finds[-1]}", flush=True)
    made.seconds = round(time.monotonic() - begun, 1)
    return made


def _prepared(target: str) -> Path:
    """Lay out the folder of a target: what it begins with, and where finds are kept."""
    folder = HERE / target
    (folder / "corpus").mkdir(parents=True, exist_ok=True)
    (folder / "found").mkdir(exist_ok=True)
    for seed in SEEDS[target]():
        name = sha1(seed, usedforsecurity=False).hexdigest()
        (folder / "corpus" / name).write_bytes(seed)
    lines = (f'"{_escaped(word)}"\n' for word in WORDS)
    (HERE / "words.dict").write_text("".join(lines), encoding="ascii")
    return folder


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


def _libfuzzer(target: str, folder: Path, executions: int) -> tuple[str, int]:
    """Give what libFuzzer says, and its exit status."""
    with tempfile.TemporaryDirectory(dir=HERE) as kept:
        done = subprocess.run(  # noqa: S603 - this program, with what stands above
            [
                *(sys.executable, "-m", "benchmarks.reliability.fuzz_one", target),
                *(f"-runs={executions}", f"-max_len={PLANS[target].longest}"),
                *(f"-timeout={_ENDLESS}", f"-rss_limit_mb={MEMORY}", "-print_final_stats=1"),
                *(f"-artifact_prefix={folder / 'found'}/", f"-dict={HERE / 'words.dict'}"),
                str(folder / "corpus"),
            ],
            cwd=ROOT,
            env={**os.environ, "TMPDIR": kept},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    said = done.stdout.decode(errors="replace")
    (folder / "last.log").write_text(said, encoding="utf-8")
    return said, done.returncode


def _take(made: Run, said: str) -> None:
    """Add what libFuzzer told."""
    made.executions += int(_last(said, "executions") or _last(said, "begun") or 0)
    made.edges = max(made.edges, int(_last(said, "edges") or 0))
    made.longest = max(made.longest, float(_last(said, "longest") or 0))
    made.memory = max(made.memory, int(_last(said, "memory") or 0))


def _last(said: str, what: str) -> str:
    found = _SAID[what].findall(said)
    return found[-1] if found else ""


def _find(said: str) -> str:
    """Give the last words of a trace, and where it was raised."""
    lines = [line.strip() for line in said.splitlines()]
    raised = [line for line in lines if re.match(r"[A-Za-z_.]+(Error|Exception)\b", line)]
    places = [line for line in lines if line.startswith("File ")]
    fatal = [line for line in lines if "ERROR: libFuzzer" in line]
    return " ".join(filter(None, [*raised[-1:], *places[-1:], *fatal[:1]]))[:400] or "no trace"


def changed(examples: int) -> Run:
    """Read so many real records that were changed."""
    done = subprocess.run(  # noqa: S603 - this program
        [sys.executable, "-m", "benchmarks.reliability.fuzz_changed", str(examples)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    return Run(**json.loads(done.stdout))


def main() -> int:
    """Fuzz what is asked for, write down what it came to, and keep the figures of all runs."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("--target", action="append", choices=[*PLANS, CHANGED])
    asked.add_argument("--share", type=float, default=1.0, help="of the planned executions")
    asked.add_argument("--told", action="store_true", help="keep the figures of runs before")
    given = asked.parse_args()
    targets = [] if given.told else given.target or [*PLANS, CHANGED]
    finds = 0
    for target in targets:
        planned = EXAMPLES if target == CHANGED else PLANS[target].executions
        count = max(1, int(planned * given.share))
        made = changed(count) if target == CHANGED else fuzz(target, count)
        finds += len(made.finds)
        noted(JOURNAL, made)
        print(json.dumps(asdict(made)), flush=True)
    keep("fuzz", figures(runs(JOURNAL)))
    return int(finds > 0)


if __name__ == "__main__":
    sys.exit(main())
