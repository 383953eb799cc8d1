"""The pieces of a text in order, each with the turn that goes on around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from greffier.query import pieces

if TYPE_CHECKING:
    from collections.abc import Collection

    from greffier.model import Reading, Turn
    from greffier.query import Piece

_BRACKETED: Final = re.compile(r"\([^()]{1,200}\)|\[[^\[\]]{1,200}\]")


class Step(NamedTuple):
    """A piece of a text; `within` is the turn that has words before it, or is it, and behind it."""

    piece: Piece
    within: Turn | None


def steps(reading: Reading, *, breaks: Collection[str]) -> list[Step]:
    """Cut the text of a reading into pieces, and say where a turn goes on over what is not his.

    Args:
        reading: whose text it is.
        breaks: the kinds of pieces over which none does, beside the words of another.
    """
    found = list(pieces(reading))
    behind = _behind(found, breaks)
    out: list[Step] = []
    before: Turn | None = None
    for piece, later in zip(found, behind, strict=True):
        if piece.kind == "turn":
            before = piece.turn
        elif piece.kind in breaks:
            before = None
        goes_on = before is not None and later is before
        out.append(Step(piece, before if goes_on or piece.kind == "turn" else None))
    return out


def _behind(found: list[Piece], breaks: Collection[str]) -> list[Turn | None]:
    """Give for each piece whose words come next, None where something else does first."""
    turn: Turn | None = None
    out: list[Turn | None] = []
    for piece in reversed(found):
        out.append(turn)
        if piece.kind == "turn":
            turn = piece.turn
        elif piece.kind in breaks:
            turn = None
    return out[::-1]


def is_bracketed(piece: Piece) -> bool:
    """Say whether a piece stands in brackets, as `(Applause.)` does between what is said."""
    return _BRACKETED.fullmatch(piece.text) is not None
