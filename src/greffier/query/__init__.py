"""What is worked out from readings for both faces, command line and pages.

What needs one reading alone is exported here and does no I/O; what asks an archive is not.
"""

from greffier.model import Fact, FactKind, capacity, facts
from greffier.query.account import Account, Speaker, account, sitting, speakers
from greffier.query.naming import named
from greffier.query.pieces import Piece, PieceKind, Run, pieces, runs

__all__ = [
    "Account",
    "Fact",
    "FactKind",
    "Piece",
    "PieceKind",
    "Run",
    "Speaker",
    "account",
    "capacity",
    "facts",
    "named",
    "pieces",
    "runs",
    "sitting",
    "speakers",
]
