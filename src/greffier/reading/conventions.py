"""Which lines of a record open with a speaker's label: its conventions, found from the text.

Nobody tells the reader how a publisher prints labels. A form that recurs is a convention; one that
is met once in a long record of another convention is running speech. Where the labels are bold,
what is not bold is none of them.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from greffier.reading.closed import accepted_dashes, accepted_stops
from greffier.reading.label_forms import CAPITALISED, DOUBTFUL_RULES, Label
from greffier.reading.labels import alone, candidates
from greffier.reading.recurring import recurring
from greffier.reading.refusing import is_heard, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from greffier.model import Mark, Witness
    from greffier.reading.folding import View
    from greffier.reading.languages import Language
    from greffier.reading.layout import Line

_BRACKETS = re.compile(r"(?:\([^()]{1,160}\) ?){1,3}$")
_RECURS = 3
_FEW = 2
_MANY = 8
_ALIKE = 0.85
_DENSE = 0.75
_APART = 0.8
_HEADING_WORDS = 12
_MINISTRY_WORDS = 22
_UNLIKE = "nearly all other labels of the record are bold, in capitals or closed otherwise"
_UNSURE = "nothing else in the record shows that its form is one of labels here"
_WORD_RULES = frozenset({"label:word", "label:adds"})


def find_labels(
    view: View, lines: Sequence[Line], marks: Iterable[Mark], language: Language
) -> dict[int, Label]:
    """Find the label of each line that opens with one, by the number of the line.

    Args:
        view: where `lines` stand.
        lines: the paragraphs of the record.
        marks: what its form says: bold labels make bold a part of the convention.
        language: whose roles and small words tell labels from speech.
    """
    found = {line.n: all_ for line in lines if (all_ := tuple(candidates(line.text, language)))}
    sure = {n: one for n, (one, *_) in found.items() if one.rule not in DOUBTFUL_RULES}
    doubtful = [(n, one) for n, all_ in found.items() for one in all_]
    bold = _in_bold(view, lines, marks)
    sure = _alike(sure, bold)
    out = dict(sure)
    for accepted in (
        _letters(sure, doubtful),
        _words(sure, doubtful),
        _small(sure, doubtful),
        recurring(sure, doubtful, language),
    ):
        out |= {n: one for n, one in accepted.items() if n not in out}
    out |= _apart(out, doubtful, {line.n: line for line in lines})
    out |= _dense(out, doubtful, lines)
    if len(dashes := _dashes(doubtful, bold)) >= _FEW:
        # Where dashes are the convention, a colon is one of speech.
        out = dashes if len(dashes) >= max(_MANY, len(out)) else out | dashes
    roles = language.labels.roles
    for closed in (accepted_dashes(doubtful, sure), accepted_stops(doubtful, sure, roles)):
        out |= {n: one for n, one in closed.items() if n not in out}
    if len(out) < _FEW:
        out |= _alone(lines, language, bold)
    return out


def tell_refused(
    view: View,
    lines: Iterable[Line],
    witness: Witness,
    language: Language,
    accepted: Mapping[int, Label],
) -> None:
    """Tell whoever listens which lines open with what might have been a label."""
    for line in lines if is_heard() else ():
        one = next(candidates(line.text, language), None)
        if one is not None and line.n not in accepted:
            span = view.span(line.start, line.start + len(one.text))
            why = _UNSURE if one.rule in DOUBTFUL_RULES else _UNLIKE
            tell("label", witness, span, one.rule, why)


def _in_bold(view: View, lines: Sequence[Line], marks: Iterable[Mark]) -> frozenset[int]:
    """Find the lines whose first word is bold."""
    spans = sorted(mark.span for mark in marks if mark.kind == "bold")
    starts = [span.start for span in spans]
    out = set()
    for line in lines if spans else ():
        first = view.span(line.start, line.start + 1)
        at = bisect_right(starts, first.start) - 1
        if at >= 0 and spans[at].end > first.start:
            out.add(line.n)
    return frozenset(out)


def _alike(sure: dict[int, Label], bold: frozenset[int]) -> dict[int, Label]:
    """Leave out what is not as nearly all the others are: bold, or in capitals."""
    if len(sure) < _MANY:
        return sure
    shown = {sure[n].key for n in sure if n in bold}
    plain = {n for n, one in sure.items() if one.key not in shown and one.rule != "label:role"}
    if len(plain) <= len(sure) / 2 and len(shown) >= _FEW:
        return {n: one for n, one in sure.items() if n not in plain}
    named = {n for n, one in sure.items() if one.rule != "label:role"}
    capitals = {n for n in named if sure[n].key.upper() == _who(sure[n])}
    if len(capitals) >= _MANY and len(capitals) >= _ALIKE * len(named):
        return {n: one for n, one in sure.items() if n in capitals or n not in named}
    return sure


def _who(label: Label) -> str:
    return label.text[: len(label.key)]


def _letters(sure: Mapping[int, Label], doubtful: Iterable[tuple[int, Label]]) -> dict[int, Label]:
    """`A` is an answer where `Q` is a question."""
    if not any(one.text == "Q" for one in sure.values()):
        return {}
    return {n: one for n, one in doubtful if one.rule == "label:letter"}


def _words(sure: Mapping[int, Label], doubtful: Iterable[tuple[int, Label]]) -> dict[int, Label]:
    """A word before a colon is a label where it recurs, or is the surname of one who speaks.

    So it is between two turns of one speaker, who would not be announced twice in a row.
    """
    words = [(n, one) for n, one in doubtful if one.rule in _WORD_RULES]
    often = Counter(one.key for _, one in words)
    speakers = {one.key for one in sure.values()} | {key for key in often if often[key] >= _FEW}
    if len(speakers) < _FEW and len(sure) < _RECURS:
        return {}
    known = {one.key.rsplit(" ", 1)[-1] for one in sure.values()} | speakers
    known |= {key.replace(" ", "") for key in speakers}  # a blank may be lost
    named = {one.key.partition(",")[0] for _, one in words if one.rule == "label:adds"}
    within = _within(sure, [n for n, _ in words])
    return {
        n: one
        for n, one in words
        if often[one.key] >= _FEW
        or one.key.partition(",")[0] in known
        or (one.rule == "label:adds" and (len(named) >= _FEW or CAPITALISED.match(one.adds)))
        or n in within
    }


def _within(sure: Mapping[int, Label], others: Sequence[int]) -> frozenset[int]:
    """Find the lines that alone stand between two turns of one speaker."""
    turns = sorted(sure)
    at = {n: bisect_right(turns, n) for n in others}
    places = Counter(at.values())
    single = [n for n in others if places[at[n]] == 1]
    inside = {
        n
        for n in single
        if 0 < at[n] < len(turns) and sure[turns[at[n] - 1]].key == sure[turns[at[n]]].key
    }
    # Where this is how questions are put, one comes first, and one may come last.
    ends = {n for n in single if at[n] in {0, len(turns)}} if len(inside) >= _FEW else set()
    return frozenset(inside | ends)


def _small(sure: Mapping[int, Label], doubtful: Iterable[tuple[int, Label]]) -> dict[int, Label]:
    """An office without a capital opens a label where its holder speaks elsewhere, too."""
    names = {_last_words(one) for one in sure.values() if " " in one.key}
    return {
        n: one for n, one in doubtful if one.rule == "label:small" and _last_words(one) in names
    }


def _last_words(label: Label) -> tuple[str, ...]:
    return tuple(label.key.split(" ")[-2:])


def _apart(
    out: Mapping[int, Label], doubtful: Iterable[tuple[int, Label]], lines: Mapping[int, Line]
) -> dict[int, Label]:
    """Where labels have their lines to themselves, so has whoever is named with an office.

    `Hermann Gröhe, Bundesminister für Gesundheit:`, and his speech below.
    """
    whole = sum(one.end >= len(lines[n].text) for n, one in out.items())
    if len(out) < _RECURS or whole < _APART * len(out):
        return {}
    return {
        n: one
        for n, one in doubtful
        if n not in out
        and one.form == "colon"
        and one.end >= len(lines[n].text)
        and (one.rule == "label:adds" or (" " in one.key and CAPITALISED.match(_who(one))))
    }


def _dense(
    out: Mapping[int, Label], doubtful: Iterable[tuple[int, Label]], lines: Sequence[Line]
) -> dict[int, Label]:
    """Where nearly every paragraph opens with a label, a word before a colon is one as well."""
    first = min(out, default=0)
    said = sum(line.n >= first and not line.separates for line in lines)
    if len(out) < _MANY or len(out) < _DENSE * said:
        return {}
    return {n: one for n, one in doubtful if n > first and n not in out and one.rule in _WORD_RULES}


def _dashes(doubtful: Iterable[tuple[int, Label]], bold: frozenset[int]) -> dict[int, Label]:
    """A full stop and a dash close labels where several do, with different names before them."""
    dashes = {n: one for n, one in doubtful if one.rule == "label:dash"}
    shown = {n: one for n, one in dashes.items() if n in bold}
    if len(shown) >= len(dashes) / 2:
        return shown
    often = Counter(one.key for one in dashes.values())
    if len(dashes) >= _MANY:
        return dashes
    return {n: one for n, one in dashes.items() if " " in one.text or often[one.key] >= _FEW}


def _alone(lines: Sequence[Line], language: Language, bold: frozenset[int]) -> dict[int, Label]:
    """A name on a line of its own is a label where such lines recur, each with speech under it."""
    found = {}
    # A constituency or a party in brackets may have the line below the name.
    named = [line for line in lines if not _BRACKETS.match(line.text)]
    for line, after in itertools.pairwise(named):
        # Ministries have long names: `The Minister of State, … Office (Lord Ahmad) (Con)`.
        most = _MINISTRY_WORDS if line.text.endswith(")") else _HEADING_WORDS
        label = alone(line.text, language) if line.words <= most else None
        if label and after.ends_sentence and alone(after.text, language) is None:
            found[line.n] = label
    shown = {n: one for n, one in found.items() if n in bold}
    if len(shown) > len(found) / 2:
        found = shown
    often = Counter(one.key for one in found.values())
    again = sum(count for count in often.values() if count >= _FEW)
    return found if again >= _RECURS and len(often) >= _FEW else {}
