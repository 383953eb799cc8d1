"""The witnesses of a record beside its base: where they differ, and what binds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.archive.stored import StoredWitness
from greffier.collation import align_claims, variants
from greffier.collation.parts import parts
from greffier.errors import UsageError
from greffier.model import (
    STATED,
    Claim,
    Compared,
    Grouping,
    Judged,
    Record,
    Variant,
    VariantKind,
    Witness,
    counted_kinds,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from greffier.archive.protocol import Archive
    from greffier.model import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What some witnesses of a record say of it, and others do not.

    Args:
        field: `title`, `date`, `place` or `publisher`.
        value: as they state it, in one line.
        witnesses: the names of those that do.
        kept: the record has it from one of them.
    """

    field: str
    value: str
    witnesses: tuple[str, ...]
    kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A record whose witnesses are set beside its base.

    Args:
        record: with its base, and the reasons for it.
        witnesses: all that carry it, in the order in which they came.
        texts: those that are compared, the base among them, by name.
        compared: each of the others.
        told: what not all of its witnesses say of it, or not alike.
        groupings: what binds the witnesses, two and two.
        judgements: what people decided about them, those that were undone among them.
    """

    record: Record
    witnesses: tuple[StoredWitness, ...]
    texts: Mapping[str, Witness]
    compared: tuple[Compared, ...]
    told: tuple[Told, ...]
    groupings: tuple[Grouping, ...]
    judgements: tuple[Judged, ...]

    def named(self, witness: str) -> str:
        """Give what a witness was received as."""
        return next(one.name for one in self.witnesses if one.id == witness)

    @property
    def base(self) -> Witness:
        """The witness that the others are told from."""
        return self.texts[self.record.base]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A variant with its words in both witnesses; `n` counts all variants of the pair from 1."""

    witness: str
    n: int
    variant: Variant
    base: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """One witness beside the base, as data: how much they share, and every difference."""

    witness: str
    words: int
    counts: dict[VariantKind, int]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """A comparison as data, without the texts."""

    record: Record
    witnesses: tuple[StoredWitness, ...]
    told: tuple[Told, ...]
    groupings: tuple[Grouping, ...]
    judgements: tuple[Judged, ...]
    counts: dict[VariantKind, int]
    compared: tuple[Beside, ...]


def comparison(archive: Archive, key: str, *, witnesses: Collection[str] = ()) -> Comparison:
    """Set the witnesses of a record beside its base; use it wherever they are compared.

    Args:
        archive: what holds them.
        key: the name of the record, or of any of its witnesses.
        witnesses: the names of those that are compared; every one but the base unless said.

    Raises:
        UsageError: there is no such record, or a witness does not carry it.
    """
    record = archive.made_of(archive.record(key).id)
    others = [one for one in record.witnesses if one != record.base]
    for one in witnesses:
        if one not in others:
            met = "it is the base" if one == record.base else f"no witness of {record.id}"
            raise UsageError(one, met, f"its others are {', '.join(others) or 'none'}")
    chosen = [one for one in others if not witnesses or one in witnesses]
    readings = {one: archive.reading(one) for one in record.witnesses}
    base = readings[record.base]
    return Comparison(
        record=record,
        witnesses=archive.witnesses(record.id),
        texts={one: readings[one].witness for one in (record.base, *chosen)},
        compared=tuple(beside(base, readings[one]) for one in chosen),
        told=tuple(_told(record, readings)),
        groupings=archive.groupings(record.id),
        judgements=tuple(_about(archive, record)),
    )


def beside(base: Reading, other: Reading) -> Compared:
    """Set one witness beside another, from which the differences are told."""
    a, b = Claim.of(base), Claim.of(other)
    alignment = align_claims(a, b)
    found = variants(alignment, a, b)
    return Compared(
        witness=other.witness.id,
        alignment=alignment,
        variants=found,
        parts=parts(alignment, found, a.text, b.text),
    )


def differences(found: Comparison, kinds: Collection[VariantKind] = ()) -> Differences:
    """Give a comparison as data.

    Args:
        found: the comparison.
        kinds: the only kinds of variants that are wanted; all unless said. They are counted all.
    """
    return Differences(
        record=found.record,
        witnesses=found.witnesses,
        told=found.told,
        groupings=found.groupings,
        judgements=found.judgements,
        counts=counted_kinds(one.kind for each in found.compared for one in each.variants),
        compared=tuple(
            Beside(
                witness=one.witness,
                words=one.alignment.words,
                counts=one.counts,
                differences=tuple(_differences(found, one, kinds)),
            )
            for one in found.compared
        ),
    )


def extent(variant: Variant, base: str, other: str) -> str:
    """Say how much a variant is: `the end, 321 words, 1,943 characters`.

    Args:
        variant: which.
        base: the text of the base, in which what is told of it stands.
        other: the text of the other witness.
    """
    span = variant.a or variant.b
    words = variant.a_words or variant.b_words
    said = span.cut(base if variant.a else other) if span else ""
    place = {"start": "the start", "end": "the end", "inside": ""}[variant.place]
    parts = (place, _counted(words, "word"), _counted(len(said), "character"))
    return ", ".join(filter(None, parts))


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _differences(
    found: Comparison, one: Compared, kinds: Collection[VariantKind]
) -> Iterator[Difference]:
    base, other = found.base.text, found.texts[one.witness].text
    for n, variant in enumerate(one.variants, start=1):
        if not kinds or variant.kind in kinds:
            yield Difference(
                witness=one.witness,
                n=n,
                variant=variant,
                base=variant.a.cut(base) if variant.a else "",
                other=variant.b.cut(other) if variant.b else "",
            )


def _told(record: Record, readings: Mapping[str, Reading]) -> Iterator[Told]:
    """Yield what the witnesses state of their record, where they do not all state it alike."""
    for field in STATED:
        by_value: dict[str, list[str]] = {}
        for witness, reading in readings.items():
            value = _stated(reading, field)
            if value:
                by_value.setdefault(value, []).append(witness)
        if any(len(stating) < len(readings) for stating in by_value.values()):
            chosen = getattr(record, field)
            for value, stating in by_value.items():
                kept = chosen is not None and chosen.witness in stating
                yield Told(field=field, value=value, witnesses=tuple(stating), kept=kept)


def _stated(reading: Reading, field: str) -> str:
    head = reading.record
    if field == "date":
        return head.date.value if head.date else ""
    text = {"title": head.title, "place": head.dateline_place, "publisher": head.publisher}[field]
    return " ".join(text.text.split()) if text else ""


def _about(archive: Archive, record: Record) -> Iterator[Judged]:
    """Yield the judgements on a witness of a record."""
    ours = set(record.witnesses)
    for one in archive.judgements():
        if one.judgement.about == "witness" and ours.intersection(one.judgement.witnesses):
            yield one
