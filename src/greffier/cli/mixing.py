"""What is said beside words of several languages that were counted together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.cli.words import complain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from greffier.archive import Archive, Question


def tell_mixed(
    archive: Archive, counted: Sequence[Question], compared: Sequence[Question] | None = None
) -> None:
    """Say on standard error of which languages the words of some questions are, if of several.

    Args:
        archive: what was looked through.
        counted: whose passages were counted.
        compared: those that must have passages in a language for it to be advised; else the same.
    """
    from greffier.query.languages import mixed, shared

    if several := mixed(archive, *counted):
        told = ", ".join(f"{one.value or 'unknown'} {one.words:,}" for one in several)
        within = shared(archive, *(compared or counted))
        wanted = (
            f"`--language {within[0]}` keeps to one" if within else "no language is on both sides"
        )
        complain(f"the words counted are of several languages: {told}; {wanted}", named=False)
