"""Print what the rules of every language need to match: `reading/languages/needs.json`."""

from __future__ import annotations

import json

from greffier.reading.languages import LANGUAGES
from greffier.reading.patterns import digest, read_off
from greffier.reading.vocabulary import patterns_of


def kept() -> dict[str, list[list[str]]]:
    """Give the needs of every rule that is looked for by them, by the digest of its pattern."""
    every = {one for language in LANGUAGES.values() for one in patterns_of(language)}
    needs = {digest(one): [sorted(each) for each in read_off(one)] for one in every}
    return dict(sorted(needs.items()))


if __name__ == "__main__":
    print(json.dumps(kept(), ensure_ascii=True, indent=0))
