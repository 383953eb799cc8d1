"""The words that show who was in an office, and the day that is asked for."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

from greffier.archive.days import days
from greffier.errors import QueryError
from greffier.patience import check

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.archive.surveyed import Survey
    from greffier.model import Observation, Span, Tenure

_ROOM = 120  # characters on either side of the words that show an office


def ends(found: Iterable[Tenure]) -> Iterator[Observation]:
    """Yield the first and the last observation of each tenure: those that its bounds rest on."""
    for tenure in found:
        yield tenure.seen[0]
        if len(tenure.seen) > 1:
            yield tenure.seen[-1]


def quotes(
    survey: Survey, told: Iterable[Observation], *, most: int | None = None
) -> dict[str, str]:
    """Give the words that show observations, by the participant.

    Args:
        survey: of the archive.
        told: the observations.
        most: out of the texts of how many witnesses, the first that are told; those of others are
            left out.
    """
    shown: defaultdict[str, list[Observation]] = defaultdict(list)
    for one in told:
        if one.spans:
            shown[one.witness].append(one)
    found: dict[str, str] = {}
    for witness, some in islice(shown.items(), most):  # one text at a time: there may be many
        check()
        text = survey.text(witness)
        found |= {one.participant: quoted(text, one.spans[0]) for one in some}
    return found


def quoted(text: str, span: Span) -> str:
    """Give the words of a span with some of what stands around them on its line, on one line."""
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - _ROOM)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + _ROOM)
    before = "… " if start and text[start - 1] != "\n" else ""
    after = " …" if end < len(text) and text[end] != "\n" else ""
    words = text[start:end].split()
    # A word that was cut is left out.
    cut_before = bool(before) and not text[start - 1].isspace()
    cut_after = bool(after) and not text[end].isspace()
    return f"{before}{' '.join(words[cut_before : len(words) - cut_after])}{after}"


def day_asked(value: str) -> tuple[int, int]:
    """Give the first and the last day that is meant, as numbers: 20201202.

    Raises:
        QueryError: it is no date.
    """
    try:
        return days(value)
    except ValueError as error:
        raise QueryError("on", repr(value), "a day, month or year such as 2020-12-02") from error
