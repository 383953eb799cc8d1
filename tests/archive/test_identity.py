"""Tests of `greffier.archive.identity`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.archive import person_id


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("Vladimir Putin", "vladimir-putin"),
        ("KASSYM-JOMART  TOKAYEV", "kassym-jomart-tokayev"),
        ("Kassym\u2011Jomart\u00a0Tokayev", "kassym-jomart-tokayev"),
        ("Şükrü Özdemir", "sukru-ozdemir"),
        ("İlham Əliyev", "ilham-əliyev"),  # schwa is a letter of its own
        ("Łukasz Żółć", "lukasz-zolc"),
        ("Seán O\u2019Brien", "sean-obrien"),
        ("Rahmon", "rahmon"),
        ("Сергей Лавров", "сергей-лавров"),
        ("Серге\u0438\u0306 Лавров", "сергей-лавров"),  # the same, decomposed
        ("Пётр Семёнов", "петр-семенов"),
        ("习近平", "习近平"),
        ("—", ""),
        ("", ""),
    ],
)
def test_a_person_is_named_by_the_folded_name(printed: str, key: str) -> None:
    assert person_id(printed) == key


@given(st.text())
def test_a_name_folds_once(name: str) -> None:
    """The identifier of an identifier is itself, and fits into an address."""
    key = person_id(name)
    assert person_id(key) == key
    assert not set(key) & set(" /?#.\\")
