"""Whether a record closes its labels with a full stop or a bare dash, found from all of its lines.

Either is met in running text. A convention it is where several lines have it, where the same names
come again, and where no more lines have a colon.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from greffier.reading.label_forms import TITLE
from greffier.reading.letters import UPPER

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from greffier.reading.label_forms import Label

_RECURS = 3
_FEW = 2
_SEVERAL = 4
_MARKED = re.compile(rf"^(?:{TITLE}|[OA] S[Rr])|\(")
# A title and a name in capitals: `Ms. DeLAURO. Mr. Speaker, I rise`.
_BEYOND_DOUBT = re.compile(rf"{TITLE}\.? .{{0,40}}[{UPPER}]{{2}}")


def accepted_dashes(
    doubtful: Iterable[tuple[int, Label]], sure: Mapping[int, Label]
) -> dict[int, Label]:
    """Give the labels that a dash closes without a full stop, where a record closes them so."""
    dashes = {n: one for n, one in doubtful if one.rule == "label:dash-bare" and n not in sure}
    often = Counter(one.key for one in dashes.values())
    recur = any(count >= _FEW for count in often.values())
    # A digest has its cities in capitals: `NEW YORK – The Council met.`
    marked = sum(bool(_MARKED.search(one.text)) for one in dashes.values())
    few = len(dashes) < max(_SEVERAL, len(sure)) or len(often) < _FEW
    return dashes if recur and not few and marked >= len(dashes) / 2 else {}


def accepted_stops(
    doubtful: Iterable[tuple[int, Label]], sure: Mapping[int, Label], roles: Container[str]
) -> dict[int, Label]:
    """Give the labels that a full stop closes, where a record closes them so."""
    stops = {n: one for n, one in doubtful if one.form == "stop" and n not in sure}
    often = Counter(one.key for one in stops.values())
    capitals = _of(stops, "label:stop")
    titled = _of(stops, "label:stop-titled")
    named = _of(stops, "label:stop-named")
    plain = not sure and any(_BEYOND_DOUBT.match(one.text) for one in capitals.values())
    recur = len(sure) <= len(capitals) and _recur(capitals, often, most=_FEW)
    out = dict(capitals) if plain or recur else {}
    speak = _recur(titled, often, most=_RECURS) or _takes_turns(titled | named, often)
    if speak and len(sure) <= len(titled) + len(named):
        out |= titled
    if out or _takes_turns(named, often):
        return out | _as_well(named, often, roles)
    return out


def _of(stops: Mapping[int, Label], rule: str) -> dict[int, Label]:
    return {n: one for n, one in stops.items() if one.rule == rule}


def _recur(stops: Mapping[int, Label], often: Counter[str], *, most: int) -> bool:
    return len(stops) >= _RECURS and any(often[one.key] >= most for one in stops.values())


def _takes_turns(stops: Mapping[int, Label], often: Counter[str]) -> bool:
    """Whether two speak again, and somebody more often than that."""
    again = Counter(often[key] for key in {one.key for one in stops.values()} if often[key] > 1)
    return again.total() >= _FEW and len(stops) > _SEVERAL and max(again) >= _FEW


def _as_well(
    named: Mapping[int, Label], often: Counter[str], roles: Container[str]
) -> dict[int, Label]:
    """A role, or a name after a word with a capital, that comes again or whose word does."""
    words = {one.key.split(" ")[0] for one in named.values() if often[one.key] >= _FEW} - {"the"}
    return {
        n: one
        for n, one in named.items()
        if often[one.key] >= _FEW or one.key.split(" ")[0] in words or one.key in roles
    }
