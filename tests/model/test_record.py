"""Tests of `greffier.model.record`: what several witnesses of one record come to."""

from __future__ import annotations

import pytest

from greffier.model import record_of
from tests.builders import reading_of, received


def test_what_the_base_does_not_state_another_witness_does() -> None:
    bare = reading_of(received("Some words.\n").witness)
    told = reading_of(received("Statement\n\nSome words.\n").witness, title="Statement")
    record = record_of([told, bare], base=bare.witness.id, reasons=["why"])
    assert (record.id, record.base) == (told.witness.id, bare.witness.id)
    assert record.title
    assert (record.title.value, record.title.witness) == ("Statement", told.witness.id)
    assert record.witnesses == (told.witness.id, bare.witness.id)
    assert record.reasons == ("why",)


@pytest.mark.parametrize(
    ("base", "other", "wanted"),
    [
        ("2020-12", "2020-12-02", "2020-12-02"),
        ("2020-12-02", "2020-12", "2020-12-02"),
        ("2020", "2020-12/2021-01", "2020-12/2021-01"),
        ("2020-12-01", "2020-12-02", "2020-12-01"),  # they gainsay each other: the base has it
        (None, "2020", "2020"),
        (None, None, None),
    ],
)
def test_of_dates_that_agree_the_most_exact_counts(
    base: str | None, other: str | None, wanted: str | None
) -> None:
    first = reading_of(received("One.\n").witness, date=base)
    second = reading_of(received("Two.\n").witness, date=other)
    record = record_of([second, first], base=first.witness.id)
    assert (record.date.value if record.date else None) == wanted
