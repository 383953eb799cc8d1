"""How well persons are told apart and together: `python -m tests.quality.persons`."""

from __future__ import annotations

from tests.quality.persons import HALVES, Score, joined, one_by_one, read_pairs


def lines() -> list[str]:
    """Give the figures of each half, pair by pair and joined, as lines of a table."""
    pairs = read_pairs()
    together = joined(pairs)
    made = ["half      pairs  how         precision  recall"]
    for half in HALVES:
        some = [pair for pair in pairs if pair.half == half]
        for how, rule in (("one by one", one_by_one), ("joined", together)):
            score = Score.of(some, rule)
            figures = f"{score.precision:<9.3f}  {score.recall:.3f}"
            made.append(f"{half:8}  {len(some):5}  {how:10}  {figures}")
    return made


if __name__ == "__main__":
    print("\n".join(lines()))  # noqa: T201 - what it is for
