"""The base text is chosen by stated rules, and says which."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from greffier.collation import base_of
from greffier.errors import UsageError
from greffier.model import Claim, Span
from tests.collation.texts import SPEECH, claim


def test_the_most_complete_is_the_base(page: Claim, scrape: Claim) -> None:
    chosen = base_of([replace(scrape, official=True), page])
    assert chosen.witness == page.witness
    assert chosen.reasons == ("complete",)


def test_of_complete_ones_the_official_is() -> None:
    official = claim(SPEECH[:-20], witness="b", official=True)
    chosen = base_of([claim(SPEECH, witness="a"), official])
    assert (chosen.witness, chosen.reasons) == ("b", ("of the official publisher",))


def test_then_the_one_with_the_least_noise() -> None:
    menu = "Home News Contacts "
    noisy = Claim(witness="a", text=menu + SPEECH, furniture=(Span(0, len(menu)),))
    lost = claim(SPEECH.replace("’", "\ufffd"), witness="b")
    chosen = base_of([noisy, lost, claim(SPEECH, witness="c")])
    assert (chosen.witness, chosen.reasons) == ("c", ("least noise",))


def test_of_several_alike_the_order_does_not_matter() -> None:
    alike = [claim(SPEECH, witness=key) for key in "bca"]
    chosen = {base_of(order) for order in permutations(alike)}
    assert {one.witness for one in chosen} == {"a"}
    assert {one.reasons for one in chosen} == {("first by its key, of several alike",)}


def test_a_single_witness_is_the_base() -> None:
    assert base_of([claim(SPEECH, witness="a")]).reasons == ("the only witness",)
    with pytest.raises(UsageError, match="no witness"):
        base_of([])
