"""How often something was said, from year to year, or by whom: raw, or in a million words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from greffier.web import addresses
from greffier.web.pictures import Cell, Figure, Share, draw_columns, draw_shares

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from greffier.archive.speech import By
    from greffier.query.frequency import Frequency

TIMES: Final = frozenset(("year", "month"))
_BARS: Final = 25
_COLUMNS: Final = 2_400  # months of two centuries
_NAMED: Final[dict[By, str]] = {
    "year": "Year",
    "month": "Month",
    "speaker": "Speaker",
    "of": "Of",
    "organisation": "Organisation",
    "body": "Body",
}


def frequency_figure(
    rows: Sequence[Frequency], asked: Mapping[str, str], *, by: By, per_million: bool
) -> Figure | None:
    """Show how often something was said; None where nothing is counted.

    Args:
        rows: the counts; times in order.
        asked: the search that was counted, as an address names it.
        by: what is counted by.
        per_million: whether occurrences are drawn for a million words instead of as they are.
    """
    known = [one for one in rows if one.value is not None]
    if not known:
        return None
    called = f"How often “{asked.get('q', '')}” was said"
    told = "Occurrences in a million words." if per_million else "Occurrences."
    bars = [_share(one, asked, by, per_million=per_million) for one in known]
    said = sorted((one for one in bars if one.amount), key=lambda one: -one.amount)
    if by in TIMES:
        svg = draw_columns("frequency", called, told, _without_gaps(bars))
    else:
        svg = draw_shares("frequency", called, told, said[:_BARS])
    left_out = 0 if by in TIMES else len(said) - len(said[:_BARS])
    return Figure(
        key="frequency",
        called=called,
        svg=svg,
        columns=(_NAMED[by], "Occurrences", "Passages", "Words in all", "In a million words"),
        rows=tuple(_cells(one, asked, by) for one in rows),
        notes=tuple(_notes(rows, left_out=left_out, per_million=per_million)),
    )


def _share(one: Frequency, asked: Mapping[str, str], by: By, *, per_million: bool) -> Share:
    amount = one.per_million if per_million else one.occurrences
    note = f"{amount:,.0f}" if not per_million or amount >= 10 else f"{amount:.1f}"  # noqa: PLR2004 - digits that tell
    return Share(label=one.value or "", amount=amount, note=note, href=_found(one, asked, by))


def _without_gaps(bars: Sequence[Share]) -> list[Share]:
    """Give years or months with those between them of which nothing is printed at all."""
    known = {one.label: one for one in bars}
    label, last = bars[0].label, bars[-1].label
    found: list[Share] = []
    while label <= last and len(found) < _COLUMNS:
        found.append(known.get(label) or Share(label=label, amount=0, note="no record"))
        label = _next(label)
    return found


def _next(label: str) -> str:
    """Give the year or month after another: `2021`, `2021-09`."""
    year, _, month = label.partition("-")
    if not month:
        return f"{int(year) + 1:04}"
    months = int(year) * 12 + int(month)
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _notes(rows: Sequence[Frequency], *, left_out: int, per_million: bool) -> list[str]:
    measure = "Occurrences in a million words of what has the value." if per_million else ""
    unknown = sum(one.occurrences for one in rows if one.value is None)
    return [
        *filter(None, (measure,)),
        *([f"{left_out} more are in the table alone."] if left_out else []),
        *([f"{unknown:,} more where it is not known."] if unknown else []),
    ]


def _cells(one: Frequency, asked: Mapping[str, str], by: By) -> tuple[Cell, ...]:
    return (
        Cell(one.value, _found(one, asked, by)) if one.value else Cell("not known", "", "doubt"),
        Cell(str(one.occurrences), "", "number"),
        Cell(str(one.passages), "", "number"),
        Cell(str(one.words), "", "number"),
        Cell(f"{one.per_million:.1f}", "", "number"),
    )


def _found(one: Frequency, asked: Mapping[str, str], by: By) -> str:
    """Give the address of the search that finds what was counted."""
    value = one.value or ""
    if by in TIMES:
        return addresses.search({**asked, "from": value, "to": value})
    return addresses.search({**asked, by: f"={value}" if by != "organisation" else value})
