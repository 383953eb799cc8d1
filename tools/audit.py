"""Hold what is installed against the advisories on faults of its versions: `make audit`.

The advisories are asked for over the network, by pip-audit; or read from a folder or ZIP file of
them in the form of OSV, which GREFFIER_ADVISORIES names (`PyPI/all.zip` of osv.dev, a checkout of
pypa/advisory-database made into JSON). Where neither is to be had this is said, and never taken
for a clean bill: a registry that knows no advisories answers as if there were none, so a release
with known faults is asked for first.

Exit status: 0 nothing found, 1 something found, 2 not audited; with --if-there 0 for that too.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LOCKS: Final = (
    *("requirements.lock", "requirements-dev.lock", "requirements-readers.lock"),
    *("requirements-uv.lock", "requirements-audit.lock", "requirements-fuzz.lock"),
)
_PIN: Final = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)
_FAULTY: Final = "jinja2==2.4"  # advisories on it have been published for years
_SECONDS: Final = 300


class Pin(NamedTuple):
    """A release that a lock file names."""

    name: str
    version: str


class Found(NamedTuple):
    """An advisory on a release."""

    pin: Pin
    advisory: str
    mended: str


class NotAuditedError(Exception):
    """There were no advisories to hold anything against; the message says why."""


def pins(lock: str) -> list[Pin]:
    """Give the releases that the text of a lock file names."""
    return [Pin(canonicalize_name(name), version) for name, version in _PIN.findall(lock)]


def by_advisories(place: Path, wanted: Iterable[Pin]) -> list[Found]:
    """Hold releases against advisories in a folder or a ZIP file.

    Raises:
        NotAuditedError: there are none in it.
    """
    versions: dict[str, list[Pin]] = {}
    for pin in wanted:
        versions.setdefault(pin.name, []).append(pin)
    found: list[Found] = []
    read = 0
    for advisory in _advisories(place):
        read += 1
        for affected in advisory.get("affected", ()):
            package = affected.get("package", {})
            if package.get("ecosystem") == "PyPI":
                mended = ", ".join(_mended(affected))
                some = versions.get(canonicalize_name(package["name"]), ())
                hit = (pin for pin in some if _is_affected(pin, affected))
                found += (Found(pin, advisory["id"], mended) for pin in hit)
    if not read:
        raise NotAuditedError(f"no advisories in {place}")
    return found


def _advisories(place: Path) -> Iterator[dict[str, Any]]:
    if not place.exists():
        raise NotAuditedError(f"{place} is not there")
    if place.is_dir():
        yield from (json.loads(one.read_bytes()) for one in sorted(place.rglob("*.json")))
        return
    with zipfile.ZipFile(place) as packed:
        names = sorted(name for name in packed.namelist() if name.endswith(".json"))
        yield from (json.loads(packed.read(name)) for name in names)


def _is_affected(pin: Pin, affected: dict[str, Any]) -> bool:
    """Say whether a release is one of those that an advisory names, or lies between two."""
    if pin.version in affected.get("versions", ()):
        return True
    at = Version(pin.version)
    return any(
        _is_within(at, one["events"])
        for one in affected.get("ranges", ())
        if one["type"] == "ECOSYSTEM"
    )


def _is_within(at: Version, events: list[dict[str, str]]) -> bool:
    """Say whether a version lies where a fault was brought in and not yet mended."""
    within = False
    for event in sorted(events, key=_when):
        ((kind, words),) = event.items()
        version = _version(words)
        if version < at or (version == at and kind != "last_affected"):
            within = kind == "introduced"
    return within


def _when(event: dict[str, str]) -> tuple[Version, bool]:
    ((kind, version),) = event.items()
    return _version(version), kind == "introduced"


def _version(words: str) -> Version:
    try:
        return Version(words)
    except InvalidVersion:  # of an advisory that was written carelessly: rather told than missed
        return Version("0")


def _mended(affected: dict[str, Any]) -> Iterator[str]:
    for one in affected.get("ranges", ()):
        yield from (event["fixed"] for event in one.get("events", ()) if "fixed" in event)


def by_network(program: Path, wanted: Iterable[Pin]) -> list[Found]:
    """Have pip-audit ask for the advisories on releases.

    Raises:
        NotAuditedError: it got none, or was not told of each release.
    """
    if not program.exists():
        raise NotAuditedError("pip-audit is not installed")
    if not _asked(program, [_FAULTY])[0]:
        raise NotAuditedError("what was asked knows no advisories")
    found, left = _asked(program, [f"{one.name}=={one.version}" for one in wanted])
    if left:
        raise NotAuditedError(f"nothing could be learnt of {', '.join(left)}")
    return found


def _asked(program: Path, lines: list[str]) -> tuple[list[Found], list[str]]:
    """Give what pip-audit found, and of what it could learn nothing."""
    with tempfile.TemporaryDirectory() as scratch:
        listed = Path(scratch, "releases.txt")
        listed.write_text("\n".join(lines), encoding="utf-8")
        made = subprocess.run(  # noqa: S603 - the program of our own environment
            [
                *(program, "--requirement", listed, "--disable-pip", "--no-deps"),
                *("--format", "json", "--progress-spinner", "off", "--timeout", "10"),
            ],
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    try:
        told = json.loads(made.stdout)["dependencies"]
    except (ValueError, KeyError):
        said = made.stderr.strip().splitlines() or ["no answer"]
        raise NotAuditedError(said[-1][:200]) from None
    found = [
        Found(Pin(one["name"], one["version"]), fault["id"], ", ".join(fault["fix_versions"]))
        for one in told
        for fault in one.get("vulns", ())
    ]
    return found, [one["name"] for one in told if "skip_reason" in one]


def main(arguments: list[str]) -> int:
    """Audit the lock files and say what was found."""
    program = Path(next((one for one in arguments if not one.startswith("-")), "pip-audit"))
    wanted = sorted({pin for lock in LOCKS for pin in pins(Path(lock).read_text("utf-8"))})
    place = os.environ.get("GREFFIER_ADVISORIES")
    try:
        found = by_advisories(Path(place), wanted) if place else by_network(program, wanted)
    except (NotAuditedError, subprocess.TimeoutExpired) as error:
        print(f"NOT AUDITED: {len(wanted)} releases were held against nothing: {error}")
        return 0 if "--if-there" in arguments else 2
    for one in found:
        print(f"{one.pin.name} {one.pin.version}: {one.advisory}, mended in {one.mended or 'none'}")
    print(f"{len(wanted)} releases audited: {len(found)} advisories on them")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
