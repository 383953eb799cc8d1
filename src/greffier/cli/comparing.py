"""A comparison of witnesses, printed in each of its forms."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from greffier.cli.beside import lines_of
from greffier.cli.output import print_each, print_one
from greffier.exports.tei import comparison as tei
from greffier.model import VARIANT_KINDS
from greffier.query.comparing import differences

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from greffier.cli.compare import Form
    from greffier.model import VariantKind
    from greffier.query.comparing import Comparison


def print_comparison(
    found: Comparison, shape: Form, kinds: Collection[VariantKind], *, every: bool
) -> None:
    """Print a comparison.

    Args:
        found: the comparison.
        shape: as asked for.
        kinds: the only classes of variants that are wanted, if any were named.
        every: show people those too that are only counted unless they are asked for.
    """
    if shape == "tei":
        for piece in tei(found.record, found.texts, found.compared):
            sys.stdout.buffer.write(piece.encode())
    elif shape == "jsonl":
        told = (each for one in differences(found, kinds).compared for each in one.differences)
        print_each(told, shape, lines=_no_lines)
    elif shape == "json":
        print_one(differences(found, kinds), shape, lines=())
    else:
        print_one(found, shape, lines=lines_of(found, VARIANT_KINDS if every else kinds))


def _no_lines(_: object) -> Iterator[str]:
    return iter(())
