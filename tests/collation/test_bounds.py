"""No text makes the comparison explode: ten times as long takes about ten times as long."""

from __future__ import annotations

import time

import pytest

from greffier.collation import align, same_record, sketch, variants
from greffier.model import Claim

LENGTH = 300_000  # characters
TEXTS = {
    "one word": "a " * (LENGTH // 2),
    "no blank": "a" * LENGTH,
    "divided": "a-\n" * (LENGTH // 3),
    "soft hyphens": "a\u00ad\n" * (LENGTH // 3),
    "quotation marks": "'" * LENGTH,
    "blanks": " " * LENGTH,
    "one ideograph": "中" * LENGTH,
    "punctuation": "a " + ". - " * (LENGTH // 4) + " b",
    "accents": "\u0301" * LENGTH,
    "names": " ".join(f"Name{number} filler{number % 7} 12" for number in range(LENGTH // 20)),
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_hostile_text_is_compared_in_time(text: str) -> None:
    other = f"{text[: LENGTH // 2]} May {text[LENGTH // 3 :]}"
    begun = time.process_time()
    one, two = Claim(witness="a", text=text), Claim(witness="b", text=other)
    sketch(text)
    same_record(one, two)
    variants(align(text, other), one, two)
    assert time.process_time() - begun < 20  # less than one second where nothing else runs
