"""What the documents of TEI have in common: dates, languages, pointers into a witness."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from greffier.errors import PeriodError
from greffier.exports.markup import element
from greffier.model import OPEN, bounds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from greffier.model import Span

NAMESPACE: Final = "http://www.tei-c.org/ns/1.0"
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}")


def when(value: str | None) -> dict[str, str]:
    """Give the attributes of an ISO date of any precision or an interval; none if it is no date."""
    first, _, last = (value or "").partition("/")
    try:
        bounds(value or "")
    except PeriodError:
        return {}
    if not last:
        return {"when": first}
    return {"from": first} if last == OPEN else {"from": first, "to": last}


def date(value: str | None) -> str:
    """Give a date as an element that programs and people can read."""
    return element("date", value, when(value)) if value else ""


def tongue(language: str) -> str | None:
    """Give a language as `xml:lang` has it; None where it is not known or no language tag."""
    return language if language != "und" and _LANGUAGE.fullmatch(language) else None


def places(spans: Iterable[Span | None]) -> str:
    """Give stretches of the witness text as pointers: `w:12,34 w:50,61`."""
    return " ".join(f"w:{span.start},{span.end}" for span in spans if span is not None)


def rule(name: str) -> str | None:
    """Give the rule that read something as a pointer: `rule:lede.cast`."""
    return f"rule:{quote(name, safe='.', errors='replace')}" if name else None
