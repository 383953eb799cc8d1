"""From addresses to pages that are kept, as the commands that fetch tell of it."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from greffier import __version__, form, sources, wiring
from greffier.cli.words import complain, counted, shown
from greffier.errors import FetchError, UsageError
from greffier.settings import Settings, contact_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.cli.options import Shape
    from greffier.fetching import Address, Outcome
    from greffier.jobs.fetching import FetchSummary
    from greffier.sources import Item

_REASONS = {
    "answer": "no proper answer",
    "certificate": "not to be trusted",
    "cut": "cut off",
    "given up": "left alone",
    "large": "too large",
    "listing": "not followed",
    "private": "on private addresses",
    "redirects": "led astray",
    "robots": "refused by robots.txt",
    "silent": "timed out",
    "slow": "too slow",
    "status": "not there",
    "type": "of a form that is not read",
    "unreachable": "unreachable",
    "wait": "to be waited for",
}


def agent(contact: str | None) -> str:
    """Give how the program names itself to servers.

    Args:
        contact: where those who run a site can write to; the setting counts where it is None.

    Raises:
        UsageError: it can be no contact.
    """
    if contact is None:
        contact = Settings.read(os.environ).contact
    said = f" (+{contact_of(contact, '--contact')})" if contact else ""
    return f"Greffier/{__version__}{said}"


def parted(given: Iterable[str]) -> tuple[list[Path], list[Address]]:
    """Give the paths and the addresses of what was given.

    Raises:
        UsageError: an address is none, or none that is fetched.
    """
    paths: list[Path] = []
    addresses: list[Address] = []
    for one in given:
        if "://" in one:
            addresses.append(_address(one))
        else:
            paths.append(Path(one))
    return paths, addresses


def gather(
    where: Path, given: Iterable[str], choice: wiring.FetchChoice, shape: Shape
) -> tuple[list[Item], FetchSummary | None]:
    """Give all that is to be read, with what became of the addresses; None where none was given.

    Args:
        where: the archive.
        given: files, folders of records, and addresses.
        choice: how to fetch.
        shape: how to tell of it.

    Raises:
        UsageError: a path does not exist, or an address is none; nothing has been fetched then.
    """
    paths, addresses = parted(given)
    items = list(sources.find(paths))
    if not addresses:
        return items, None
    fetched = fetch(where, addresses, choice, shape)
    return [*items, *fetched.items], fetched


def fetch(
    where: Path, addresses: Iterable[Address], choice: wiring.FetchChoice, shape: Shape
) -> FetchSummary:
    """Fetch for the archive in `where`; tell of each address as soon as it is known.

    As text or as lines of JSON on standard output, with what failed on standard error.
    """
    from greffier.archive.place import FETCHED
    from greffier.jobs.fetching import fetch_all

    def heard(outcome: Outcome) -> None:
        if outcome.error is not None:
            complain(outcome.error)
        if shape == "jsonl":
            sys.stdout.buffer.writelines(form.encode_lines([as_data(outcome)]))
            sys.stdout.buffer.flush()
        elif shape == "text" and (line := became(outcome)):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()  # the next one may be long in coming

    with wiring.fetcher_into(where, choice) as fetcher:
        return fetch_all(fetcher, where / FETCHED, addresses, heard=heard)


def became(outcome: Outcome) -> str:
    """Give in one line what became of an address; nothing where it failed."""
    page, at = outcome.page, shown(outcome.address)
    if outcome.result == "listed":
        passed = f", {outcome.passed:,} passed over" if outcome.passed else ""
        return f"{at}: lists {counted(outcome.entries, 'address', 'addresses')} to fetch{passed}"
    if page is None:
        return ""
    if outcome.result == "unchanged":
        return f"{at}: unchanged since {shown(page.fetched)}"
    if outcome.result == "recent":
        return f"{at}: fetched {shown(page.fetched)}, not asked for again"
    return f"{at}: fetched" + (f" from {shown(page.url)}" if page.url != page.asked else "")


def told_of(fetched: FetchSummary) -> str:
    """Give in one line how many addresses came to what."""
    results = [one.result for one in fetched.outcomes]
    parts = [f"{counted(results.count('fetched'), 'page')} fetched"]
    if number := results.count("unchanged"):
        parts.append(f"{number:,} unchanged")
    if number := results.count("recent"):
        parts.append(f"{number:,} not asked for again")
    if fetched.failures:
        reasons = sorted(one.reason for one in fetched.outcomes if one.reason)
        named = (f"{reasons.count(one):,} {_REASONS[one]}" for one in dict.fromkeys(reasons))
        parts.append(f"{fetched.failures:,} failed ({', '.join(named)})")
    if fetched.left:
        parts.append(f"{fetched.left:,} left for another run")
    return ", ".join(parts)


def as_data(outcome: Outcome) -> dict[str, Any]:
    """Give what became of an address as data."""
    page = outcome.page
    return {
        "address": outcome.address,
        "outcome": outcome.result,
        "url": page.url if page is not None else None,
        "fetched": page.fetched if page is not None else None,
        "file": page.file if page is not None else None,
        "entries": outcome.entries if outcome.result == "listed" else None,
        "reason": outcome.reason or None,
        "error": str(outcome.error) if outcome.error is not None else None,
    }


def _address(given: str) -> Address:
    from greffier.fetching import address_of

    try:
        return address_of(given)
    except FetchError as error:
        raise UsageError(error.place, error.met, error.wanted) from error
