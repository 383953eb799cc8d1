"""What tells one from another by counts of words: log-likelihood, and how large the difference is.

Log-likelihood (G2) of two counts is that of Rayson and Garside, "Comparing corpora using frequency
profiling" (2000), after Dunning, "Accurate methods for the statistics of surprise and coincidence"
(1993); above 15.13 a difference is by chance once in ten thousand. Log ratio is that of Hardie,
"Log ratio" (2014): 1 is twice as often, 2 four times. That of words together is the table of four
counts of Evert, "The statistics of word cooccurrences" (2005), and log Dice is that of Rychlý,
"A lexicographer-friendly association score" (2008): 14 is always together, one less half as often.
"""

from __future__ import annotations

from math import log, log2

_HALF = 0.5  # what is put for a count of 0, so that the ratio has a logarithm


def log_likelihood(one: int, of_one: int, other: int, of_other: int) -> float:
    """Give G2 for a word that stands `one` times among `of_one` words, and `other` elsewhere."""
    share = (one + other) / (of_one + of_other)
    return 2 * (_part(one, of_one * share) + _part(other, of_other * share))


def log_ratio(one: int, of_one: int, other: int, of_other: int) -> float:
    """Give how many times as often a word stands in one as in the other, as a power of 2."""
    return log2(((one or _HALF) / of_one) / ((other or _HALF) / of_other))


def together(both: int, near: int, word: int, total: int) -> float:
    """Give G2 for a word that stands `both` times among the `near` words beside another.

    Args:
        both: how often it stands there.
        near: all words that stand there.
        word: how often it stands anywhere.
        total: all words.
    """
    rest = total - near
    expected = (near * word / total, near * (total - word) / total)
    elsewhere = (rest * word / total, rest * (total - word) / total)
    counts = (both, near - both, word - both, rest - (word - both))
    return 2 * sum(map(_part, counts, (*expected, *elsewhere)))


def log_dice(both: int, one: int, other: int) -> float:
    """Give how far two words keep to each other: 14 where each time they stand together."""
    return 14 + log2(2 * both / (one + other))


def _part(count: int, expected: float) -> float:
    return count * log(count / expected) if count > 0 and expected > 0 else 0.0
