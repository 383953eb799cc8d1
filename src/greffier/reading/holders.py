"""Whom a rule about offices names: the holder, apart from what the office is of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.reading.symbols import Capacity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.symbols import Title
    from greffier.reading.tagging import Tagger

_FULL = 2  # words of a full name


@dataclass(frozen=True, slots=True)
class Named:
    """An office in the text with whatever stands with it: where, what, and which rule saw it."""

    start: int
    end: int
    capacity: Capacity
    rule: str


def each_named(tagger: Tagger, name: str, match: re.Match[str]) -> Iterator[Named]:
    """Yield whom a rule names: one, or each of those who share an office in the plural."""
    title = next(filter(None, map(tagger.symbols.title, match[0])), None)
    if title is None:
        return
    if "names" not in match.re.groupindex:
        if named := _named(tagger, name, match, title):
            yield named
        return
    of = tagger.of(match["of"]) if match["of"] else title.of
    for at, who in enumerate(rule("<fullname>").finditer(match.string, *match.span("names"))):
        start = match.start() if at == 0 else who.start()
        if title.plural and tagger.language.offices.not_names.isdisjoint(who[0].split()):
            yield Named(start, who.end(), Capacity(who[0], title.kept, of), name)


def _named(tagger: Tagger, name: str, match: re.Match[str], title: Title) -> Named | None:
    if title.plural:
        return None
    groups = match.groupdict()
    printed, of = groups.get("name"), groups.get("of") or groups.get("whose")
    if groups.get("of") and "Minister" in title.kept and _is_second(tagger, match):
        of = None
    who, lost = _trimmed(tagger, tagger.printed(printed) if printed else None)
    if printed and who and groups.get("of") and (begins := _begins(tagger, who)):
        # `Russian Railways Oleg Belozerov`: what the office is of runs on into the name.
        of = match.string[match.start("of") : match.start("name") + begins].rstrip()
        who = who[begins:]
    if printed and (not who or _begins(tagger, who)):
        return None
    if who and title.oblique and tagger.language.cases:
        who = tagger.language.cases.nominative(who)
    end = match.end() - lost if lost and match.end("name") == match.end() else match.end()
    kept = (tagger.of(of) or None) if of else title.of
    return Named(match.start(), end, Capacity(who, title.kept, kept, title.acting), name)


def _is_second(tagger: Tagger, match: re.Match[str]) -> bool:
    """Say whether a match names two offices before what the second is of."""
    before = match.string[match.start() : match.start("of")]
    return sum(tagger.symbols.title(char) is not None for char in before) > 1


def _begins(tagger: Tagger, name: str) -> int:
    """Give where a name begins behind the words of an institution."""
    words = name.split(" ")
    units = tagger.language.offices.units
    last = max((at for at, word in enumerate(words) if word in units), default=-1)
    return len(" ".join(words[: last + 1])) + 1 if last >= 0 else 0


def _trimmed(tagger: Tagger, name: str | None) -> tuple[str | None, int]:
    """Cut from the end of a name the capitalised words that are none; give how much."""
    if name is None:
        return None, 0
    rules = tagger.language.offices
    words = name.split(" ")
    ends = rules.not_names - rules.units
    months = tagger.language.dates.months  # `Theresa May` is a name, `Vladimir Putin May` is not
    last = (
        n
        for n, word in enumerate(words)
        if n and (word in ends or (n > 1 and word.lower() in months))
    )
    words = words[: next(last, len(words))]
    if words[-1] in rules.units:
        words = []
    lost = len(name) - len(" ".join(words))
    while len(words) > 1 and rules.titles and re.fullmatch(rules.titles, words[0]):
        words = words[1:]
    while words and words[0] in ends:
        words = words[1:] if len(words) > _FULL else []
    return " ".join(words) or None, lost
