"""Whom a label names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.reading.naming import capacity_of_label
from greffier.reading.symbols import Capacity

if TYPE_CHECKING:
    from greffier.reading.tagging import Tagger


@pytest.mark.parametrize(
    ("label", "capacity"),
    [
        (
            "Acting President of Kyrgyzstan Talant Mamytov",
            Capacity("Talant Mamytov", "President", "Kyrgyzstan", acting=True),
        ),
        ("Vladimir Putin (in English)", Capacity("Vladimir Putin", None, None)),
        ("Mr. Churkin (Russian Federation)", Capacity("Churkin", None, "Russia")),
        ("MR PUTIN", Capacity("PUTIN", None, None)),
        (
            "Sadyr Japarov , President of Kyrgyzstan",
            Capacity("Sadyr Japarov", "President", "Kyrgyzstan"),
        ),
        ("Anna Berg\u00a0, who presides", Capacity("Anna Berg", None, None)),
        (
            "Director of the Bolshoi Theatre Vladimir Urin",
            Capacity("Vladimir Urin", "Director", "Bolshoi Theatre"),
        ),
        (
            "Head of the Rostov Office Ivan Petrov",
            Capacity("Ivan Petrov", "Head", "Rostov Office"),
        ),
    ],
)
def test_a_label_names_somebody_in_a_capacity(
    tagger: Tagger, label: str, capacity: Capacity
) -> None:
    assert capacity_of_label(label, "label:name", tagger) == capacity


@pytest.mark.parametrize(
    ("label", "rule"),
    [
        ("Question", "label:role"),
        ("The Chair", "label:the-office"),
        ("THE PRESIDENT", "label:the-office"),
    ],
)
def test_a_role_names_nobody(tagger: Tagger, label: str, rule: str) -> None:
    assert capacity_of_label(label, rule, tagger) is None
