"""Where two witnesses differ, each difference classed by what sort it is."""

from __future__ import annotations

import re
import unicodedata
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import Indel

from greffier.collation.anchors import Gap
from greffier.collation.sides import Side
from greffier.collation.words import DIVIDED
from greffier.model.collation import Variant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.collation.sides import Run
    from greffier.model.collation import Alignment, Claim, Passage, VariantKind, VariantPlace

ALIKE: Final = 0.7  # of the letters of two words, for them to be spellings of one
# What a hand or a program changes in a word without changing its spelling.
_UNSEEN: Final = re.compile(r"[\W_]+")
_SAME: Final = str.maketrans("ё", "е")


def variants(alignment: Alignment, a: Claim, b: Claim) -> tuple[Variant, ...]:
    """Give where the second of two aligned witnesses differs from the first, in order.

    Args:
        alignment: of the two, as `align_claims` gives it.
        a: the base: what it alone has is an omission, and what it lacks an addition.
        b: the other.
    """
    ours = Side.of(a, [one.a for one in alignment.moved])
    theirs = Side.of(b, [one.b for one in alignment.moved])
    found = [((one.a.start, one.b.start), _transposed(one)) for one in alignment.moved]
    words_a = words_b = start_a = start_b = 0
    for segment in alignment.segments:
        here = Gap(words_a, words_a + segment.a_words, words_b, words_b + segment.b_words)
        for one in (_in_same if segment.same else _in_gap)(here, ours, theirs):
            at = one.a.start if one.a else start_a, one.b.start if one.b else start_b
            found.append((at, one))
        words_a, words_b = here.a_end, here.b_end
        start_a = segment.a.end if segment.a else start_a
        start_b = segment.b.end if segment.b else start_b
    return tuple(one for _, one in sorted(found, key=itemgetter(0)))


def _transposed(moved: Passage) -> Variant:
    return Variant(
        kind="transposition",
        a=moved.a,
        b=moved.b,
        a_words=moved.words,
        b_words=moved.words,
        rule="other.place",
    )


def _in_same(here: Gap, ours: Side, theirs: Side) -> Iterator[Variant]:
    """Yield the words that are the same but for how they are written."""
    if here.a == here.a_end:
        return
    if _bare(ours.stretch(here.a, here.a_end)) == _bare(theirs.stretch(here.b, here.b_end)):
        return  # by far the most
    pairs = zip(range(here.a, here.a_end), range(here.b, here.b_end), strict=True)
    for i, j in pairs:
        # What stands behind the last word belongs as much to what only one text has there.
        alone = i + 1 == here.a_end and not (ours.ends(i) and theirs.ends(j))
        left, right = ours.written(i, alone=alone), theirs.written(j, alone=alone)
        if _forms(left.cut(ours.text)) & _forms(right.cut(theirs.text)):
            continue
        same = _plain(ours.word(i)) == _plain(theirs.word(j))
        if not same:
            left, right = ours.written(i, alone=True), theirs.written(j, alone=True)
        kind: VariantKind = "typography" if same else "spelling"
        known = "furniture" in (ours.kinds[i], theirs.kinds[j])
        yield Variant(
            kind="furniture" if known else kind,
            a=left,
            b=right,
            a_words=1,
            b_words=1,
            rule="reading" if known else "same.word",
        )


def _in_gap(here: Gap, ours: Side, theirs: Side) -> Iterator[Variant]:
    """Yield what a stretch is that only one text has, or that both have otherwise."""
    a, b = (here.a, here.a_end), (here.b, here.b_end)
    cut = _cut_word(ours, theirs, a, b)
    if cut:
        yield cut
        return
    left, right = list(ours.runs(*a)), list(theirs.runs(*b))
    for side, run in [(ours, one) for one in left] + [(theirs, one) for one in right]:
        if run.kind in ("furniture", "gloss"):
            known: VariantKind = "furniture" if run.kind == "furniture" else "gloss"
            yield _one_sided(known, side, run, first=side is ours, rule="reading")
    own_a = [one for one in left if one.kind == "own"]
    own_b = [one for one in right if one.kind == "own"]
    for one, other in zip(own_a, own_b, strict=False):
        yield from _replaced(ours, theirs, one, other)
    for run in own_a[len(own_b) :]:
        place = theirs.place(b[0])
        yield _one_sided("omission", ours, run, first=True, place=place, rule="only.base")
    for run in own_b[len(own_a) :]:
        place = ours.place(a[0])
        yield _one_sided("addition", theirs, run, first=False, place=place, rule="only.other")


def _cut_word(ours: Side, theirs: Side, a: tuple[int, int], b: tuple[int, int]) -> Variant | None:
    """Give what is missing where one text breaks off, perhaps in the middle of a word."""
    for side, here, other, there in ((theirs, b, ours, a), (ours, a, theirs, b)):
        if here[1] - here[0] != 1 or there[0] == there[1] or here[1] != len(side.found):
            continue
        stub, whole = side.word(here[0]).casefold(), other.word(there[0]).casefold()
        if len(stub) < len(whole) and whole.startswith(stub):
            return _variant(
                "omission" if side is theirs else "addition",
                (ours, *a),
                (theirs, *b),
                place="end",
                rule="breaks.off",
            )
    return None


def _replaced(ours: Side, theirs: Side, a: Run, b: Run) -> Iterator[Variant]:
    """Yield words that stand for others: another spelling of them, or another wording."""
    left = [ours.word(at) for at in range(a.first, a.stop)]
    right = [theirs.word(at) for at in range(b.first, b.stop)]
    if "".join(map(_plain, left)) == "".join(map(_plain, right)):
        both = (ours, a.first, a.stop), (theirs, b.first, b.stop)
        yield _variant("spelling", *both, rule="same.letters")
    elif len(left) == len(right) and all(map(_spelt, left, right)):
        for place in range(len(left)):
            i, j = a.first + place, b.first + place
            yield _variant("spelling", (ours, i, i + 1), (theirs, j, j + 1), rule="like.letters")
    else:
        both = (ours, a.first, a.stop), (theirs, b.first, b.stop)
        yield _variant("wording", *both, rule="other.words")


def _spelt(left: str, right: str) -> bool:
    """Say whether two words are spellings of one; numbers never are."""
    if any(map(str.isdigit, left + right)):
        return False
    return Indel.normalized_similarity(_plain(left), _plain(right)) >= ALIKE


def _variant(
    kind: VariantKind,
    a: tuple[Side, int, int],
    b: tuple[Side, int, int],
    *,
    rule: str,
    place: VariantPlace = "inside",
) -> Variant:
    return Variant(
        kind=kind,
        a=a[0].span(*a[1:]),
        b=b[0].span(*b[1:]),
        a_words=a[2] - a[1],
        b_words=b[2] - b[1],
        place=place,
        rule=rule,
    )


def _one_sided(  # noqa: PLR0913 - each says one thing about the variant
    kind: VariantKind,
    side: Side,
    run: Run,
    *,
    first: bool,
    rule: str,
    place: VariantPlace = "inside",
) -> Variant:
    """Make a variant of words that only one text has."""
    span, count = side.span(run.first, run.stop), run.stop - run.first
    return Variant(
        kind=kind,
        a=span if first else None,
        b=None if first else span,
        a_words=count if first else 0,
        b_words=0 if first else count,
        place=place,
        rule=rule,
    )


def _bare(written: str) -> str:
    """Give what is written without white space: a text that is wrapped elsewhere is the same."""
    return "".join(written.split())


def _forms(written: str) -> set[str]:
    """Give what is written, with and without the hyphen that divides it at the end of a line."""
    seen = written.replace("\u00ad", "")
    return {_bare(seen), _bare(DIVIDED.sub("", written))}


def _plain(written: str) -> str:
    """Give the letters of what is written, whatever capitals, marks and ligatures it has."""
    folded = unicodedata.normalize("NFKC", written).casefold().translate(_SAME)
    return _UNSEEN.sub("", folded)
