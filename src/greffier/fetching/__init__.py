"""Records from the web: fetched politely and safely, and kept as WARC with all that was said."""

from greffier.fetching.address import Address, address_of, is_address
from greffier.fetching.connecting import Network
from greffier.fetching.fetcher import Fetcher, Wanted
from greffier.fetching.keeping import Kept, Page
from greffier.fetching.limits import Clock, Limits, SystemClock
from greffier.fetching.outcome import Outcome, Result
from greffier.fetching.visiting import Visitor

__all__ = [
    "Address",
    "Clock",
    "Fetcher",
    "Kept",
    "Limits",
    "Network",
    "Outcome",
    "Page",
    "Result",
    "SystemClock",
    "Visitor",
    "Wanted",
    "address_of",
    "is_address",
]
