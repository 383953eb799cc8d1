"""Whether persons observed in many records are one: decided pair by pair, then joined."""

from greffier.authority.naming.blocking import neighbours
from greffier.authority.naming.deciding import decide
from greffier.authority.naming.joining import Doubt, Joined, join
from greffier.authority.naming.observed import Decision, Observed, Verdict
from greffier.authority.naming.observing import observe

__all__ = [
    "Decision",
    "Doubt",
    "Joined",
    "Observed",
    "Verdict",
    "decide",
    "join",
    "neighbours",
    "observe",
]
