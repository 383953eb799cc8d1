"""Whom the labels of a record mean: what a label leaves out, the title and the text say.

`MR. MORRISON` is the Scott Morrison that the text names; `THE PRESIDENT` whoever holds that office
in the title; `The President` of a council is an office of it, and nobody's name is known.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from greffier.reading.folding import View
from greffier.reading.letters import UPPER, WORD
from greffier.reading.naming import capacity_of_label
from greffier.reading.symbols import Capacity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from greffier.reading.lexicon import Entry
    from greffier.reading.tagging import Tagger
    from greffier.reading.turns import Spoken, Utterance

_BEFORE_SURNAME = re.compile(rf"(?<![\w.'-])(?:(?:{WORD}|[{UPPER}]\.)[ -]){{1,3}}$")
_BRACKETS = re.compile(r"\((?P<inside>[^()]{2,160})\)")
_THE_OFFICE = re.compile(
    r"(?:(?P<the>the)|mr\.?|madam|mrs\.?|ms\.?) (?P<office>[^\W\d_][^,;:()]{1,60})", re.IGNORECASE
)
_HONOUR = re.compile(r"^(?:(?:the )?(?:rt\.? )?hon(?:ourable)?\.? )+", re.IGNORECASE)
_LONGEST_NAME = 60
_CAPITALS = re.compile(rf"\b[{UPPER}]{{2,30}}\b")


def speakers_of(spoken: Spoken, known: View, title: str, tagger: Tagger) -> dict[str, Capacity]:
    """Find whom each label names; a label that names nobody is left out.

    Args:
        spoken: the turns, with their labels.
        known: the view in which states, organisations, bodies and offices are symbols.
        title: of the record, where offices of the labels have names.
        tagger: of this witness.
    """
    first = {one.label: one for one in reversed(spoken.utterances)}
    read = {label: _read(one, tagger) for label, one in first.items()}
    told = [one.capacity for one in tagger.capacities(known.text) if one.capacity.name]
    titled = [one.capacity for one in tagger.capacities(tagger.known(View.of(title)).text)]
    surnames = {one.name for one in read.values() if one and one.name and " " not in one.name}
    fuller = _fuller(surnames, known.text, tagger) if surnames else {}
    named = {_key(label): one for label, one in read.items() if one and one.name and one.office}
    out = {}
    for label, one in first.items():
        capacity = read[label]
        if capacity is not None and capacity.name is None:
            capacity = named.get(_key(label)) or _office_alone(one, capacity, titled, known, tagger)
        elif capacity is not None:
            capacity = _completed(capacity, fuller, told)
        if capacity is not None:
            out[label] = capacity
    return out


def _key(label: str) -> str:
    return label.partition(" (")[0].casefold()


def _read(one: Utterance, tagger: Tagger) -> Capacity | None:
    """Read a label by itself; capitals hide offices, so they are also read without them."""
    inside = next((found["inside"] for found in _BRACKETS.finditer(one.label)), None)
    plain = _uncapitalised(one.label)
    if plain != one.label and (found := _named(plain, one.rule, tagger)):
        return found
    if office := _the_office(_BRACKETS.sub("", plain).strip(), tagger):
        return replace(office, name=_bare_name(inside, tagger) if inside else None)
    capacity = capacity_of_label(one.label, one.rule, tagger)
    if capacity is None and (inside or one.adds) and one.rule != "label:role":
        # Whoever has a party or an office is somebody: `ROSSI (PD)`.
        name = _bare_name(one.label.partition(" (")[0], tagger)
        capacity = Capacity(name, None, None) if name else None
    if capacity is None or not one.adds:
        return capacity
    added = next(iter(tagger.capacities(tagger.known(View.of(one.adds)).text)), None)
    if added is None or capacity.office:
        return capacity
    return replace(added.capacity, name=capacity.name)


def _uncapitalised(label: str) -> str:
    """`PRESIDENT BIDEN` as `President Biden`, `The DEPUTY SPEAKER` as `The Deputy Speaker`."""
    head = label.partition("(")[0]
    if not _CAPITALS.search(head):
        return label
    plain = _CAPITALS.sub(lambda found: found[0].capitalize(), head)
    return re.sub(r"(?<= )(?:Of|The|And|For|To)(?= )", _lower, plain) + label[len(head) :]


def _lower(found: re.Match[str]) -> str:
    return found[0].lower()


def _named(label: str, rule: str, tagger: Tagger) -> Capacity | None:
    capacity = capacity_of_label(label, rule, tagger)
    return capacity if capacity and capacity.name and capacity.office else None


def _bare_name(words: str, tagger: Tagger) -> str | None:
    titles = tagger.language.offices.titles
    name = _HONOUR.sub("", words)
    name = re.sub(rf"^(?:(?:{titles}) )+", "", name) if titles else name
    return name if re.fullmatch(rf"{WORD}(?: {WORD}){{0,3}}", name) else None


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


def _office_alone(
    one: Utterance, office: Capacity, titled: Iterable[Capacity], known: View, tagger: Tagger
) -> Capacity | None:
    """Give the holder that the title names, or the office as one of the body that meets."""
    for capacity in titled:
        if capacity.name and capacity.office == office.office:
            return capacity
    if office.office not in tagger.language.labels.presiding:
        return None
    body = _body_of(one, known, tagger)
    return replace(office, of=body.value) if body else None


def _body_of(one: Utterance, known: View, tagger: Tagger) -> Entry | None:
    """The body that whoever presides speaks of first."""
    for span in one.paragraphs:
        words = known.text[known.position(span.start) : known.position(span.end)]
        for char in words:
            for entry in tagger.symbols.entries(char):
                if entry.kind == "body":
                    return entry
    return None


def _fuller(surnames: Iterable[str], text: str, tagger: Tagger) -> dict[str, str]:
    """Find the fullest usual form in which the text prints each surname."""
    forms = {form for name in surnames for form in (name, name.title())}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(forms)))})(?![\w'-])")
    seen: dict[str, Counter[str]] = {}
    for found in pattern.finditer(text):
        start = max(found.start() - _LONGEST_NAME, 0)
        before = _BEFORE_SURNAME.search(text, start, found.start())
        given = _given(before[0] if before else "", tagger)
        if given:
            seen.setdefault(found[0].casefold(), Counter())[given + found[0]] += 1
    return {key: min(counts, key=partial(_rank, counts)) for key, counts in seen.items()}


def _rank(counts: Counter[str], name: str) -> tuple[int, int, str]:
    """The commonest first; of those as common, without what may be an office before it."""
    return -counts[name], len(name), name


def _given(words: str, tagger: Tagger) -> str:
    """Cut from the front of capitalised words what is no given name: `And`, `Ambassador`."""
    rules = tagger.language
    parts = re.findall(r"[^ -]+[ -]", words)
    while parts:
        word = parts[0][:-1]
        if word.lower() in rules.labels.not_openings or word in rules.offices.not_names:
            parts = parts[1:]
        elif rules.offices.titles and re.fullmatch(rules.offices.titles, word):
            return ""
        else:
            break
    return "".join(parts)


def _completed(capacity: Capacity, fuller: Mapping[str, str], told: Iterable[Capacity]) -> Capacity:
    """Give a speaker the name and the office that the text has for his surname."""
    name = capacity.name or ""
    key = name.casefold().rsplit(" ", 1)[-1]
    same = {
        one
        for one in told
        if one.name
        and one.name.casefold().split(" ")[-1] == key
        and capacity.office in {None, one.office}
        and (capacity.of is None or one.of in {None, capacity.of})
    }
    same = {one for one in same if one.of} or same
    if len({(one.office, one.of) for one in same if one.of or not capacity.office}) == 1:
        best = max(same, key=lambda one: (one.of is not None, len(one.name or ""), one.name or ""))
        if not capacity.of or best.of in {None, capacity.of}:
            acting = capacity.acting if capacity.office else best.acting
            capacity = replace(best, name=name, of=best.of or capacity.of, acting=acting)
            name = max(name, best.name or "", key=len) if " " not in name else name
    if " " not in name:
        name = fuller.get(key, name)
    return replace(capacity, name=name)
