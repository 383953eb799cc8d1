"""What looked like a fact and was not taken for one, told to whoever asks how a record was read.

It changes nothing of what is read, and nothing is worked out for it unless somebody listens.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from greffier.logs import fields

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    from greffier.model import Span, Witness

    T = TypeVar("T")

_log = logging.getLogger(__name__)
_WORDS = 120  # code points that are shown


def is_heard() -> bool:
    """Say whether anybody wants to know; ask where finding it out takes work."""
    return _log.isEnabledFor(logging.DEBUG)


def tell(what: str, witness: Witness, span: Span, rule: str, why: str) -> None:
    """Tell that words which a rule found are no fact.

    Args:
        what: kind of fact they would have been: `label`.
        witness: where they stand.
        span: the words.
        rule: what found them.
        why: what speaks against them.
    """
    if is_heard():
        words = span.cut(witness.text)[:_WORDS]
        told = fields(what=what, rule=rule, span=f"{span.start}..{span.end}", words=words, why=why)
        _log.debug("refused", extra=told)


def sifted(
    found: Iterable[T], holds: Callable[[T], bool], refuse: Callable[[T], None]
) -> Iterator[T]:
    """Yield those of which something holds, and hand the others to what tells of them."""
    for one in found:
        if holds(one):
            yield one
        else:
            refuse(one)
