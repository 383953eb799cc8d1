"""Two witnesses row by row: all of both, and no row longer than a page can show."""

from __future__ import annotations

from hypothesis import given

from greffier.query.rows import LONGEST, rows
from tests.collation.witnesses import beside, families


@given(families(most=1))
def test_rows_put_together_are_both_texts(texts: list[str]) -> None:
    base, other = texts
    found = list(rows(beside(base, other), base, other))
    assert "".join(cell.text for row in found for cell in row.base) == base
    assert "".join(cell.text for row in found for cell in row.other) == other


@given(families(most=1))
def test_every_variant_stands_on_both_sides_of_one_row(texts: list[str]) -> None:
    """A side that lacks the words has their place; a transposition has two such rows."""
    base, other = texts
    compared = beside(base, other)
    seen: list[int] = []
    for row in rows(compared, base, other):
        assert [one.n for one in row.base if one.n] == [one.n for one in row.other if one.n]
        seen += row.numbers
    kinds = [one.kind for one in compared.variants]
    for n, kind in enumerate(kinds, start=1):
        assert 1 <= seen.count(n) <= (2 if kind == "transposition" else 1)


def test_rows_end_where_both_end_a_paragraph() -> None:
    base = "The Council met in Dushanbe on Thursday.\n\nIt adopted a declaration on Afghanistan.\n"
    other = "The Council met in\nDushanbe on Friday.\n\nIt adopted a declaration\non Afghanistan."
    first, second = rows(beside(base, other), base, other)
    assert (
        "".join(cell.text for cell in first.other) == "The Council met in\nDushanbe on Friday.\n\n"
    )
    assert [cell.text for cell in first.base if cell.n] == ["Thursday"]
    assert second.numbers == ()


def test_a_text_without_lines_has_rows_too() -> None:
    base = " ".join(f"word{n}" for n in range(3_000))
    found = list(rows(beside(base, base), base, base))
    assert len(found) > 5
    assert max(len(cell.text) for row in found for cell in row.base) < LONGEST + 20
