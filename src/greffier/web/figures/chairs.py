"""The chair of an organisation in time: as listed, and as the records tell of it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from greffier.authority.institutions import alphabetical_en, alphabetical_ru, institutions
from greffier.model.period import bounds
from greffier.web import addresses, links
from greffier.web.figures.days import of_period, outlook
from greffier.web.pictures import Cell, Figure, Pass, Row, Tick, Timeline, draw_timeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from greffier.model.institutions import KnownChairmanship, Rule
    from greffier.query.lines import Line, Step

_MOST: Final = 30  # holders that are drawn: those who had the chair latest
_ORDERS: Final = {
    "alphabetical-ru": "the Russian alphabetical order of their names",
    "alphabetical-en": "the English alphabetical order of their names",
}
_LEGEND: Final = (
    ("held", "listed in public documents"),
    ("told", "a record tells of it"),
    ("pass", "a record tells that it passes"),
    ("inferred", "the same, the day inferred"),
)


def chair_figure(
    told: Line | None,
    listed: Sequence[KnownChairmanship],
    rule: Rule | None,
    today: date,
    *,
    called: str,
) -> Figure | None:
    """Show who held a chair when, and from whom it passed to whom; None where nobody is known.

    Args:
        told: the chair as records tell of it.
        listed: the chair as public documents list it.
        rule: by which it passes: it gives the order of the rows where it names one.
        today: the day up to which what has no end is drawn.
        called: what the picture is called.
    """
    steps = told.steps if told else ()
    names = _order(steps, listed, rule)
    if not names:
        return None
    shown = names[:_MOST] if len(names) <= _MOST else _latest(names, steps, listed)
    order = _ORDERS.get(rule.rotation if rule else "", "the order in which they had it first")
    timeline = Timeline(
        key="chair",
        called=called,
        told=f"Those who had the chair, in {order}: when it is listed and what records tell.",
        rows=tuple(_row(name, steps, listed, today) for name in shown),
        passes=tuple(_passes(steps, shown)),
    )
    left_out = len(names) - len(shown)
    notes = [f"Rows stand in {order}."]
    notes += [f"{left_out} who had it earlier are in the table alone."] if left_out else []
    return Figure(
        key="chair",
        called=called,
        svg=draw_timeline(timeline),
        columns=("Holder", "From", "To", "Then", "By the rule", "Known from", "Words or source"),
        rows=tuple(chain(_told(steps), _listed(listed))),
        legend=_LEGEND,
        notes=tuple(notes),
    )


def _order(
    steps: Iterable[Step], listed: Iterable[KnownChairmanship], rule: Rule | None
) -> tuple[str, ...]:
    """Give the holders in the order of the rule, else in that in which they are first known."""
    first: dict[str, str] = {}
    known = [(one.period.since or "", one.holder) for one in listed]
    known += [(one.date or "9", name) for one in steps for name in (one.holder, one.next) if name]
    for since, name in sorted(known):
        first.setdefault(name, since)
    if rule and rule.rotation in _ORDERS:
        put = alphabetical_ru if rule.rotation == "alphabetical-ru" else alphabetical_en
        return put(institutions(), first, organisation=rule.organisation)
    return tuple(first)


def _latest(
    names: Sequence[str], steps: Iterable[Step], listed: Iterable[KnownChairmanship]
) -> tuple[str, ...]:
    """Give those who had the chair latest, in the order in which they stand."""
    last = dict.fromkeys(names, "")
    for one in listed:
        last[one.holder] = max(last[one.holder], one.period.since or "")
    for step in steps:
        for name in (step.holder, step.next):
            if name:
                last[name] = max(last[name], step.date or "")
    kept = set(sorted(names, key=lambda name: last[name], reverse=True)[:_MOST])
    return tuple(name for name in names if name in kept)


def _row(name: str, steps: Iterable[Step], listed: Iterable[KnownChairmanship], today: date) -> Row:
    terms = [one for one in listed if one.holder == name]
    room = outlook(bounds(one.period.since)[0] for one in listed if one.period.since is not None)
    since = [one.period.since for one in terms if one.period.since]
    return Row(
        label=name,
        href=links.of(name),
        note=f"listed from {', '.join(value[:4] for value in since[-4:])}" if since else "",
        stretches=tuple(part for one in terms for part in of_period(one.period, today, room)),
        ticks=tuple(_tick(one) for one in steps if name == one.holder and one.date),
    )


def _tick(step: Step) -> Tick:
    start, end = bounds(step.date or "")
    words = "; ".join(one.quote for one in step.told)
    return Tick(
        start=start,
        end=end,
        told=f"{step.holder}, {step.date}: {words}",
        href=_words(step),
        kind="told",
    )


def _passes(steps: Iterable[Step], shown: Sequence[str]) -> Iterator[Pass]:
    for step in steps:
        if step.date and step.holder in shown and step.next in shown:
            yield Pass(
                day=_middle(*bounds(step.date)),
                giver=shown.index(step.holder),
                taker=shown.index(step.next),
                told=f"{step.date}: {step.holder} to {step.next}",
                href=_words(step),
                inferred=bool(step.inferred),
            )


def _middle(first: date, last: date) -> date:
    """Give the day about which a date is that is not known better: where its tick stands too."""
    return first + (last - first) / 2


def _words(step: Step) -> str:
    witness, _, fact = step.told[0].id.partition(".")
    return addresses.fact(witness, fact)


def _told(steps: Iterable[Step]) -> Iterator[tuple[Cell, ...]]:
    for step in steps:
        rule = {"yes": "as the rule has it", "no": "not as the rule has it"}.get(step.by_rule, "")
        holder = step.holder or ""
        yield (
            Cell(
                holder or "not said", links.of(holder) if holder else "", "" if holder else "doubt"
            ),
            Cell(step.date or "", "", "date"),
            Cell(""),
            Cell(step.next or "", links.of(step.next) if step.next else ""),
            Cell(rule),
            Cell(f"a record; the date inferred: {step.inferred}" if step.inferred else "a record"),
            Cell("; ".join(one.quote for one in step.told), _words(step), "words"),
        )


def _listed(listed: Iterable[KnownChairmanship]) -> Iterator[tuple[Cell, ...]]:
    for one in listed:
        until = one.period.until
        yield (
            Cell(one.holder, links.of(one.holder)),
            Cell(one.period.since or "", "", "date"),
            Cell("" if until in {None, ".."} else str(until), "", "date"),
            Cell(""),
            Cell(""),
            Cell(f"listed: {one.certainty}"),
            Cell(one.source),
        )
