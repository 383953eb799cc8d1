"""The index: what is put in is found, what is taken out is not."""

from __future__ import annotations

import pytest

from greffier.collation import Index, sketch
from greffier.collation import index as module
from greffier.errors import UsageError
from tests.collation.texts import OTHER, SPEECH


def filler(number: int) -> str:
    """Write a text that shares nothing with any other."""
    return " ".join(f"w{number}x{place}" for place in range(60))


@pytest.fixture(params=[1 << 16, 100], ids=["heap", "layers"])
def index(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Index:
    """Give an index of two texts and many others, as it is when small and when large."""
    monkeypatch.setattr(module, "HEAP", request.param)
    made = Index()
    made.add("speech", sketch(SPEECH))
    made.extend((f"filler {number}", sketch(filler(number))) for number in range(40))
    made.add("other", sketch(OTHER))
    return made


def names(index: Index, text: str) -> list[str]:
    return [one.witness for one in index.candidates(sketch(text))]


def test_a_copy_finds_its_original(index: Index) -> None:
    (one,) = index.candidates(sketch(SPEECH[:400]))
    assert one.witness == "speech"
    assert one.of_asked > 0.95
    assert 0.3 < one.of_candidate < 0.8


def test_each_text_finds_itself(index: Index) -> None:
    assert names(index, OTHER) == ["other"]
    assert names(index, filler(7)) == ["filler 7"]
    assert names(index, "something else that nobody has said in any of the texts") == []


def test_the_likeliest_comes_first(index: Index) -> None:
    assert names(index, f"{SPEECH} {OTHER[:150]}") == ["speech", "other"]


def test_what_is_removed_is_not_found(index: Index) -> None:
    index.remove("speech")
    assert names(index, SPEECH) == []
    assert "speech" not in index
    with pytest.raises(UsageError, match="no witness 'speech'"):
        index.remove("speech")
    index.extend((f"later {number}", sketch(filler(number + 100))) for number in range(40))
    assert names(index, SPEECH) == []


def test_the_same_again_changes_nothing_and_another_text_takes_its_place(index: Index) -> None:
    count = len(index)
    index.add("speech", sketch(SPEECH))
    assert len(index) == count
    assert names(index, SPEECH) == ["speech"]
    index.add("speech", sketch(filler(999)))
    assert len(index) == count
    assert names(index, SPEECH) == []
    assert names(index, filler(999)) == ["speech"]


def test_a_phrase_that_everyone_has_hides_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The menus of a site stand on thousands of its pages; a page is found by the rest of it."""
    monkeypatch.setattr(module, "HEAP", 500)
    monkeypatch.setattr(module, "ROWS", 200)
    index = Index()
    for number in range(300):
        index.add(f"page {number}", sketch(f"{OTHER} {filler(number)}"))
    found = index.candidates(sketch(f"{OTHER} {filler(7)}"))
    assert found[0].witness == "page 7"
    assert found[0].of_asked == 1.0


def test_an_empty_text_finds_nothing(index: Index) -> None:
    assert index.candidates(sketch("")) == ()
    assert Index().candidates(sketch(SPEECH)) == ()
