"""How a record was read, told in the log: every fact with its rule and the words that support it.

Nothing of this is worked out unless somebody wants to know.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from typing import TYPE_CHECKING

from greffier.logs import fields
from greffier.model.facts import facts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.errors import GreffierError
    from greffier.model import Reading
    from greffier.model.facts import Fact

_log = logging.getLogger(__name__)
_WORDS = 120  # code points that are shown of the words of a span
_SPANS = 8  # how many of a fact's spans are shown


def tell_reading(reading: Reading, seconds: float) -> None:
    """Tell that a record was read and, to whoever debugs, by which rules and words.

    Args:
        reading: what was read out of it.
        seconds: how long that took.
    """
    if _log.isEnabledFor(logging.DEBUG):
        _tell_facts(reading)
    if _log.isEnabledFor(logging.INFO):
        told = fields(
            witness=reading.witness.id,
            reader=reading.reader,
            language=reading.witness.language,
            kind=reading.record.kind,
            sessions=len(reading.sessions),
            participants=len(reading.participants),
            turns=len(reading.turns),
            remarks=len(reading.remarks),
            ms=round(seconds * 1000, 1),
        )
        _log.info("read", extra=told)


def tell_refused(error: GreffierError) -> None:
    """Tell that something did not become a witness, or could not be read, and why."""
    _log.info("not read", extra=fields(place=error.place, met=error.met, wanted=error.wanted))


def _tell_facts(reading: Reading) -> None:
    found = {one.id: one for one in facts(reading)}
    rules = rules_of(found.values())
    for one in found.values():
        owner = one.id.partition(".")[0]
        within = owner if owner in found and not one.rule and not one.spans else None
        spans = (found[within] if within else one).spans[:_SPANS]
        told: dict[str, object] = {"fact": one.id, "value": one.value, "rule": rules[one.id]}
        if within and within != one.id:
            told["within"] = within
        told["spans"] = [f"{span.start}..{span.end}" for span in spans]
        told["words"] = [_words(span.cut(reading.witness.text)) for span in spans]
        _log.debug("fact", extra=fields(**told))


def rules_of(found: Iterable[Fact]) -> dict[str, str]:
    """Give the rule of each fact by its name.

    What is only read in parts has the rules of its parts; so has a part without words of its own,
    which is understood from those of the whole.
    """
    parts: defaultdict[str, dict[str, None]] = defaultdict(dict)
    out: dict[str, str] = {}
    for one in found:
        out[one.id] = one.rule
        if one.rule:
            parts[one.id.partition(".")[0]][one.rule] = None
    return {
        name: rule or ", ".join(parts.get(name.partition(".")[0], ())) for name, rule in out.items()
    }


def _words(words: str) -> str:
    return words if len(words) <= _WORDS else f"{words[:_WORDS]}…"
