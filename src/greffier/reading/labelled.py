"""Whom a label names by itself, before the title and the text are asked (see `speakers`).

`MR. KIRBY`, `The DEPUTY SPEAKER (Ms Bird)`, `Hon. John Baird (Minister of Foreign Affairs, CPC)`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from greffier.reading.folding import View
from greffier.reading.label_forms import TITLE
from greffier.reading.letters import UPPER, WORD
from greffier.reading.naming import capacity_of_label
from greffier.reading.symbols import Capacity

if TYPE_CHECKING:
    from greffier.reading.tagging import Tagger
    from greffier.reading.turns import Utterance

_BRACKETS = re.compile(r"\((?P<inside>[^()]{2,160})\)")
_THE_OFFICE = re.compile(
    r"(?:(?P<the>the)|mr\.?|madam|mrs\.?|ms\.?) (?P<office>[^\W\d_][^,;:()]{1,60})", re.IGNORECASE
)
_HONOUR = re.compile(r"^(?:(?:the )?(?:(?:rt\.?|right) )?hon(?:ourable)?\.? )+", re.IGNORECASE)
_TITLED_NAME = re.compile(rf"{TITLE}\.? ")
_ROMAN = re.compile(r"(?:I{2,3}|IV|VI{1,3}|IX|X{2,3}I{0,3})$")  # but Xi is a name
_PRINTED_NAME = rf"{WORD}(?: (?:of )?{WORD}){{0,3}}"
_CAPITALS = re.compile(rf"[{UPPER}]{{2,30}}(?![^\W_])")


def read_label(one: Utterance, tagger: Tagger) -> Capacity | None:
    """Give whom a label names by itself; capitals hide offices, so they are also read without them.

    Args:
        one: a turn of whom the label announces.
        tagger: of this witness.

    Returns:
        the capacity; without a name where there is only an office; None where neither is known.
    """
    inside = next((found["inside"] for found in _BRACKETS.finditer(one.label)), None)
    plain = _uncapitalised(one.label)
    outside = _BRACKETS.sub("", plain).strip()
    if plain != one.label and (found := _named(plain, one.rule, tagger)):
        return found
    if inside and _TITLED_NAME.match(inside) and (found := _held_by(outside, inside, tagger)):
        return found
    if inside and " " in inside and (found := _held_by_name(outside, inside, tagger)):
        return found
    if office := _office(outside, one.rule, tagger):
        return replace(office, name=bare_name(inside, tagger) if inside else None)
    if (words := _THE_OFFICE.match(outside)) and words["the"]:
        # `The MINISTER OF FINANCE` is nobody's name, whatever its capitals hide.
        return _added(words["office"], tagger)
    return _somebody(one, inside, tagger)


def _office(words: str, read_by: str, tagger: Tagger) -> Capacity | None:
    """An office of nobody yet, and no more: `The Deputy Speaker`, `Spokesman`."""
    if office := _the_office(words, tagger):
        return office
    tagged = tagger.known(View.of(words)).text
    title = tagger.symbols.title(tagged) if len(tagged) == 1 and read_by != "label:role" else None
    return Capacity(None, title.kept, None, title.acting) if title else None


def _somebody(one: Utterance, inside: str | None, tagger: Tagger) -> Capacity | None:
    """Read a label that has a name, with the office that stands behind it or in brackets."""
    capacity = capacity_of_label(one.label, one.rule, tagger)
    if capacity is None and (inside or one.adds) and one.rule != "label:role":
        # Whoever has a party or an office is somebody: `ROSSI (PD)`.
        name = bare_name(one.label.partition(" (")[0], tagger)
        capacity = Capacity(name, None, None) if name else None
    if capacity is None:
        return None
    added = _added(one.adds or inside or "", tagger) if capacity.office is None else None
    if added is not None and added.office:
        return replace(added, name=lowered(capacity.name), of=added.of or capacity.of)
    return replace(capacity, name=lowered(capacity.name))


def _added(words: str, tagger: Tagger) -> Capacity | None:
    """Read an office that stands behind a name: `Member of the Commission`, `Kooyong–Treasurer`."""
    for part in (words, re.split("[–—]", words)[-1]):
        tagged = tagger.known(View.of(part)).text
        for one in tagger.capacities(tagged):
            if one.start == 0 and one.capacity.name is None:
                return one.capacity
        if title := tagger.symbols.title(tagged.partition(",")[0]):
            return Capacity(None, title.kept, None, title.acting)
    return None


def _held_by(outside: str, inside: str, tagger: Tagger) -> Capacity | None:
    """`The Secretary of State for Defence (Mr Philip Hammond)`: an office, and its holder."""
    found = _THE_OFFICE.match(outside)
    name = bare_name(inside, tagger)
    if found is None or name is None or not found["the"]:
        return None
    kept = _the_office(outside, tagger) or _added(found["office"], tagger)
    return replace(kept or Capacity(None, found["office"], None), name=lowered(name))


def _held_by_name(outside: str, inside: str, tagger: Tagger) -> Capacity | None:
    """`The Secretary of State for Scotland (David Mundell)`: of an office that is known."""
    words, name = _THE_OFFICE.match(outside), bare_name(inside, tagger)
    if words is None or name is None or not words["the"]:
        return None
    kept = _the_office(outside, tagger) or _added(words["office"], tagger)
    if kept is None:
        tagged = tagger.known(View.of(words["office"])).text
        title = tagger.symbols.title(tagged[:1])
        kept = Capacity(None, title.kept, None, title.acting) if title else None
    return replace(kept, name=lowered(name)) if kept else None


def _named(label: str, rule: str, tagger: Tagger) -> Capacity | None:
    capacity = capacity_of_label(label, rule, tagger)
    return capacity if capacity and capacity.name and capacity.office else None


def _the_office(label: str, tagger: Tagger) -> Capacity | None:
    """`The Deputy Speaker` as an office of nobody yet, known to the language or as printed."""
    found = _THE_OFFICE.match(label)
    if found is None:
        return None
    tagged = tagger.known(View.of(found["office"])).text
    title = tagger.symbols.title(tagged) if len(tagged) == 1 else None
    kept = title.kept if title else found["office"]
    presiding = kept.removeprefix("Deputy ").removeprefix("Acting ")
    if title is None and presiding not in tagger.language.labels.presiding:
        return None
    return Capacity(None, kept, None)


def bare_name(words: str, tagger: Tagger) -> str | None:
    """Give the name without its titles; None where the words are none."""
    titles = tagger.language.offices.titles
    name = _HONOUR.sub("", words)
    name = re.sub(rf"^(?:(?:{titles}) )+", "", name) if titles else name
    return name if re.fullmatch(_PRINTED_NAME, name) else None


def lowered(name: str | None) -> str | None:
    """Give `BURKE` as `Burke`, `DeLAURO` as `DeLauro`; the numbers of kings stay."""
    return name and _CAPITALS.sub(_as_written, name)


def _as_written(found: re.Match[str]) -> str:
    return found[0] if _ROMAN.match(found[0]) else found[0].capitalize()


def _uncapitalised(label: str) -> str:
    """`PRESIDENT BIDEN` as `President Biden`, `The DEPUTY SPEAKER` as `The Deputy Speaker`."""
    head = label.partition("(")[0]
    if not _CAPITALS.search(head):
        return label
    plain = _CAPITALS.sub(_as_written, head)
    return re.sub(r"(?<= )(?:Of|The|And|For|To)(?= )", _lower, plain) + label[len(head) :]


def _lower(found: re.Match[str]) -> str:
    return found[0].lower()
