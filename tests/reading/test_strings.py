"""Whatever is looked for in one pass is found wherever a search for it alone finds it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from greffier.reading.strings import Strings, longest_first

WORDS = ("Union", "European Union", "an", "—", "Ё", "Совет", "🕊")
TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.lists(
    st.sampled_from((*WORDS, " ", "n", "o"))
).map("".join)


def test_strings_that_overlap_are_all_found_where_they_stand() -> None:
    found = sorted(Strings(WORDS).find("🕊 the European Union"), key=longest_first)
    assert found == [(0, 1, "🕊"), (6, 20, "European Union"), (12, 14, "an"), (15, 20, "Union")]


def test_a_string_that_is_given_twice_is_found_once() -> None:
    assert Strings(["a", "a"]).find("a") == [(0, 1, "a")]


@given(st.lists(st.sampled_from(WORDS) | TEXTS.filter(bool), max_size=8), TEXTS)
def test_each_string_is_found_where_it_is_alone(wanted: list[str], text: str) -> None:
    starts = Strings(wanted).starts(text)
    for word in wanted:
        alone = [at for at in range(len(text)) if text.startswith(word, at)]
        assert starts[word] == alone
