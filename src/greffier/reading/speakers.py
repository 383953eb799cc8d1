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
from greffier.reading.labelled import bare_name, lowered, read_label
from greffier.reading.letters import UPPER, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from greffier.reading.lexicon import Entry
    from greffier.reading.symbols import Capacity
    from greffier.reading.tagging import Tagger
    from greffier.reading.turns import Spoken, Utterance

_BEFORE_SURNAME = re.compile(rf"(?<![\w.'-])(?:(?:{WORD}|[{UPPER}]\.)[ -]){{1,3}}$")
_BRACKETS = re.compile(r"\((?P<inside>[^()]{2,160})\)")
_LONGEST_NAME = 60


def speakers_of(spoken: Spoken, known: View, title: str, tagger: Tagger) -> dict[str, Capacity]:
    """Find whom each label names; a label that names nobody is left out.

    Args:
        spoken: the turns, with their labels.
        known: the view in which states, organisations, bodies and offices are symbols.
        title: of the record, where offices of the labels have names.
        tagger: of this witness.
    """
    first = {one.label: one for one in reversed(spoken.utterances)}
    read = {label: read_label(one, tagger) for label, one in first.items()}
    told = [one.capacity for one in tagger.capacities(known.text) if one.capacity.name]
    titled = [one.capacity for one in tagger.capacities(tagger.known(View.of(title)).text)]
    surnames = {one.name for one in read.values() if one and one.name and " " not in one.name}
    fuller = _fuller(surnames, known.text, tagger) if surnames else {}
    named = {_key(label): one for label, one in read.items() if one and one.name and one.office}
    out: dict[str, Capacity] = {}
    for label, one in first.items():
        capacity = read[label]
        if capacity is not None and capacity.name is None:
            capacity = (
                named.get(_key(label))
                or _office_alone(one, capacity, titled, known, tagger)
                or capacity
            )
            if capacity.name is None:
                capacity = _stated(one, capacity, spoken, known, tagger) or capacity
            if capacity.name is None and not _is_of_body(capacity, tagger):
                capacity = None
        elif capacity is not None:
            capacity = _completed(capacity, fuller, told)
        if capacity is not None:
            out[label] = capacity
    return out | _the_same(first, out)


def _the_same(labels: Iterable[str], known: Mapping[str, Capacity]) -> dict[str, Capacity]:
    """`The President (spoke in Russian)` is whom `The President` is, whatever he speaks of."""
    by_key = {_key(label): one for label, one in known.items()}
    return {
        label: by_key[_key(label)]
        for label in labels
        if label not in known and _key(label) in by_key
    }


def _key(label: str) -> str:
    return label.partition(" (")[0].casefold()


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


def _is_of_body(office: Capacity, tagger: Tagger) -> bool:
    """Whether an office without a name is somebody: of a body, or of the one that meets."""
    national = tagger.language.offices.national
    alone = office.office in tagger.language.labels.presiding
    return office.of is not None or (
        alone and not (national and re.fullmatch(national, office.office or ""))
    )


def _stated(
    one: Utterance, office: Capacity, spoken: Spoken, known: View, tagger: Tagger
) -> Capacity | None:
    """Give the holder of an office whom the head names: behind a colon, in brackets or beside."""
    bare = _BRACKETS.sub("", one.label).strip()
    key = re.sub(r"^the ", "", bare, flags=re.IGNORECASE).casefold()
    start = known.position(spoken.utterances[0].label_span.start)
    printed = spoken.posts.get(key)
    if printed is None:
        beside = re.compile(rf"\b{re.escape(bare)} \((?P<who>[^()]{{2,60}})\)")
        found = beside.search(known.text, 0, start)
        printed = found["who"] if found else None
    if printed is not None:
        name = bare_name(printed.partition(" (")[0].strip(" .…"), tagger)
        return replace(office, name=lowered(name)) if name else None
    if office.office in tagger.language.labels.presiding:
        return None
    told = [one.capacity for one in tagger.capacities(known.text[:start])]
    holders = [one for one in told if one.name and one.office == office.office]
    return holders[0] if len({one.name for one in holders}) == 1 else None


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
        elif rules.offices.titles and re.fullmatch(rules.offices.titles, word, re.IGNORECASE):
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
