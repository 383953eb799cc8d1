"""The bounds that a user has are those that the document tells."""

from __future__ import annotations

from greffier.fetching import Limits
from greffier.fetching.connecting import _TRIED
from greffier.fetching.limits import MEGABYTE
from greffier.fetching.listing import _MOST
from greffier.sources import LARGEST
from greffier.wiring import PAUSE
from tests.places import ROOT

WORDS = {1: "a", 2: "two", 4: "four", 8: "eight"}


def test_the_document_tells_the_bounds() -> None:
    text = (ROOT / "docs" / "fetching.md").read_text(encoding="utf-8")
    limits = Limits(size=LARGEST)
    backing = [f"{limits.backing_off * 2**n:g}" for n in range(limits.tries - 1)]
    for told in (
        f"{limits.size // MEGABYTE} MB as it comes, and {limits.size // MEGABYTE} MB unpacked",
        f"{limits.whole:g} seconds in all, {limits.silence:g} without a byte",
        f"| {WORDS[limits.redirects]}; each step is checked",
        f"{WORDS[_TRIED]} of its IP addresses",
        f"{_MOST:,} entries",
        f"is tried {WORDS[limits.tries]} times, after {', '.join(backing[:-1])} and {backing[-1]}",
        f"{WORDS[limits.faults]} addresses of a host fail in a row",
        f"more than {WORDS[int(limits.patience // 60)]} minutes",
        f"between two to one host {WORDS[int(PAUSE)]} second",
    ):
        assert told in text
