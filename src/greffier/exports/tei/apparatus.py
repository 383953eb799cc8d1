"""Several witnesses told from one base in one row of entries: parallel segmentation.

An entry is a stretch of the base with what each witness has there instead. Between the entries all
witnesses say the same; only their white space may differ, and there the base's stands for all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from greffier.collation.agreeing import steps
from greffier.model import VariantKind
from greffier.model.comparison import GRAVEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from greffier.model import Compared


class Instead(NamedTuple):
    """What some witnesses have in the place of the base's words."""

    text: str
    kind: VariantKind
    witnesses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place where not all say the same.

    Args:
        start: where the base's words begin.
        end: where they end; the same where the base has none.
        agreeing: the witnesses that have the base's words.
        instead: what the others have.
    """

    start: int
    end: int
    agreeing: tuple[str, ...]
    instead: tuple[Instead, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """What one witness has instead of a stretch of the base.

    Args:
        a: where it stands in the base; both ends are the same where the base has nothing.
        b: the same of the witness.
        kind: the variant that is in it; None where that is no word, but what stands between two.
        loose: something that is no variant is in it.
    """

    a: tuple[int, int]
    b: tuple[int, int]
    kind: VariantKind | None
    loose: bool


def apparatus(base: str, texts: Mapping[str, str], compared: Sequence[Compared]) -> Iterator[Entry]:
    """Yield the entries of a record, in order.

    Args:
        base: the text of the base.
        texts: those of the others, by name.
        compared: each of the others beside the base.
    """
    names = [one.witness for one in compared]
    changes = [
        (one.witness, change)
        for one in compared
        for change in _changes(one, base, texts[one.witness])
    ]
    changes.sort(key=lambda pair: pair[1].a)
    for start, end, held in _regions(changes):
        found: dict[tuple[str, VariantKind], list[str]] = {}
        for name in names:
            if name in held:
                found.setdefault(_reading(base, texts[name], (start, end), held[name]), []).append(
                    name
                )
        yield Entry(
            start=start,
            end=end,
            agreeing=tuple(name for name in names if name not in held),
            instead=tuple(Instead(*what, tuple(who)) for what, who in found.items()),
        )


def _regions(
    changes: Iterable[tuple[str, _Change]],
) -> Iterator[tuple[int, int, dict[str, list[_Change]]]]:
    """Yield stretches of the base that no change reaches over, each with those inside."""
    start = end = -1
    held: dict[str, list[_Change]] = {}
    for name, one in changes:
        at_one_point = one.a == (start, start) == (end, end) and name not in held
        if held and not (one.a[0] < end or at_one_point):
            yield start, end, held
            held = {}
        if not held:
            start, end = one.a
        held.setdefault(name, []).append(one)
        end = max(end, one.a[1])
    if held:
        yield start, end, held


def _reading(
    base: str, other: str, stretch: tuple[int, int], changes: Sequence[_Change]
) -> tuple[str, VariantKind]:
    """Give what a witness has in a stretch: its changes, and the base's words between them."""
    out: list[str] = []
    at = stretch[0]
    for one in changes:
        out += [base[at : one.a[0]], other[slice(*one.b)]]
        at = one.a[1]
    out.append(base[at : stretch[1]])
    return "".join(out), min((one.kind or "typography" for one in changes), key=GRAVEST.index)


def _changes(compared: Compared, base: str, other: str) -> Iterator[_Change]:
    """Yield where a witness differs, in order, punctuation and signs between words included."""
    for joined in _joined(_raw(compared, base, other)):
        one = _trimmed(joined, base, other) if joined.loose else joined
        words = base[slice(*one.a)].strip() or other[slice(*one.b)].strip()
        # A blank that only one of them has parts two words, unless nothing stands before or behind.
        parting = one.a[0] == one.a[1] or one.b[0] == one.b[1]
        if words or (parting and one.a[0] > 0 and one.a[1] < len(base)):
            yield one


def _raw(compared: Compared, base: str, other: str) -> Iterator[_Change]:
    a = b = 0
    for part in compared.parts:
        a_end, b_end = part.a.end if part.a else a, part.b.end if part.b else b
        if part.variant is not None:
            kind = compared.variants[part.variant].kind
            yield _Change(a=(a, a_end), b=(b, b_end), kind=kind, loose=False)
        elif base[a:a_end] != other[b:b_end]:
            for one in steps(base[a:a_end], other[b:b_end]):
                if not one.same:
                    ours, theirs = (a + one.a, a + one.a_end), (b + one.b, b + one.b_end)
                    yield _Change(a=ours, b=theirs, kind=None, loose=True)
        a, b = a_end, b_end


def _joined(changes: Iterable[_Change]) -> Iterator[_Change]:
    """Yield changes, what is no variant made one with a variant that it touches."""
    last: _Change | None = None
    for one in changes:
        touching = last is not None and (last.a[1], last.b[1]) == (one.a[0], one.b[0])
        if last is not None and touching and not (last.kind and one.kind):
            last = _Change(
                a=(last.a[0], one.a[1]),
                b=(last.b[0], one.b[1]),
                kind=last.kind or one.kind,
                loose=True,
            )
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _trimmed(change: _Change, base: str, other: str) -> _Change:
    """Take off what both begin or end with, up to where a word of one of them begins or ends."""
    ours, theirs = base[slice(*change.a)], other[slice(*change.b)]
    front = _alike(ours, theirs)
    while front and not (_parted(ours, front) or _parted(theirs, front)):
        front -= 1
    ours, theirs = ours[front:][::-1], theirs[front:][::-1]
    back = _alike(ours, theirs)
    while back and not (_parted(ours, back) or _parted(theirs, back)):
        back -= 1
    return replace(
        change,
        a=(change.a[0] + front, change.a[1] - back),
        b=(change.b[0] + front, change.b[1] - back),
    )


def _alike(ours: str, theirs: str) -> int:
    """Count the signs that two texts begin with alike; white space is like any."""
    pairs = enumerate(zip(ours, theirs, strict=False))
    least = min(len(ours), len(theirs))
    return next((n for n, (a, b) in pairs if a != b and not (a + b).isspace()), least)


def _parted(text: str, at: int) -> bool:
    """Say whether no word goes on over a place."""
    return at in {0, len(text)} or not (text[at - 1].isalnum() and text[at].isalnum())
