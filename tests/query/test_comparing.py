"""The two sample copies of one record beside each other, and what is told of them."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from greffier.archive import open_archive
from greffier.errors import UsageError
from greffier.jobs import add_all
from greffier.jobs.judging import judge
from greffier.model import of_witnesses
from greffier.query.comparing import comparison, differences, extent
from tests.places import CORPUS, EXAMPLE_RECORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.archive import Archive
    from greffier.query.comparing import Comparison

PAGE = sorted((CORPUS / "kremlin-en").glob("56241*"))


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """Give an archive of the examples and of a page that was received in three forms."""
    folder: Path = tmp_path_factory.mktemp("compared") / "archive"
    with closing(open_archive(folder, create=True)) as made:
        add_all(made, [*EXAMPLE_RECORDS, *PAGE])
        yield made


@pytest.fixture(scope="module")
def found(archive: Archive) -> Comparison:
    """Give the whole copy with the one beside it that has tooltips and was cut."""
    key = next(
        one.id for one in archive.records() if "000_" in archive.reading(one.id).witness.name
    )
    return comparison(archive, key)


def test_the_whole_copy_is_the_base_and_says_why(found: Comparison) -> None:
    assert "000_" in found.base.name
    assert found.record.reasons == ("complete",)
    assert len(found.witnesses) == 2


def test_tooltips_are_no_variants_of_wording(found: Comparison) -> None:
    (one,) = found.compared
    assert one.counts["gloss"] == 8
    assert "wording" not in one.counts


def test_the_cut_end_is_an_omission_with_its_length(found: Comparison) -> None:
    (one,) = found.compared
    text, other = found.base.text, found.texts[one.witness].text
    cut = next(one for one in one.variants if (one.kind, one.place) == ("omission", "end"))
    assert cut.a is not None
    assert cut.a.cut(text).startswith("So, as")
    assert extent(cut, text, other) == f"the end, 321 words, {len(cut.a.cut(text)):,} characters"


def test_what_one_witness_alone_states_is_told_with_it(found: Comparison) -> None:
    told = {(one.field, one.value): one for one in found.told}
    for field, value in (("date", "2021-09-17"), ("place", "Novo-Ogaryovo, Moscow Region")):
        assert told[field, value].witnesses == (found.base.id,)
        assert told[field, value].kept
    apart = [one for one in found.told if one.field == "title" and not one.kept]
    assert [one.witnesses for one in apart] == [(found.compared[0].witness,)]


def test_what_binds_them_is_told(found: Comparison) -> None:
    (grouping,) = found.groupings
    assert {grouping.a, grouping.b} == set(found.record.witnesses)
    assert "words in the same order" in grouping.reasons[0]


def test_differences_have_the_words_of_both(found: Comparison) -> None:
    told = differences(found, ["gloss"])
    (one,) = told.compared
    assert [each.variant.kind for each in one.differences] == ["gloss"] * 8
    assert one.differences[0].base == ""
    assert one.differences[0].other == "Pashinyan NikolPrime Minister of the Republic of Armenia"
    assert one.counts == told.counts == found.compared[0].counts  # all are counted


def test_any_witness_leads_to_its_record_and_may_be_the_only_one(archive: Archive) -> None:
    record = next(one for one in archive.records() if one.witnesses == 3)
    names = [one.id for one in archive.witnesses(record.id) if not one.base]
    assert [one.witness for one in comparison(archive, names[1]).compared] == names
    only = comparison(archive, record.id, witnesses=[names[1]])
    assert [one.witness for one in only.compared] == [names[1]]
    assert set(only.texts) == {record.base, names[1]}


def test_a_witness_of_another_record_is_refused(archive: Archive, found: Comparison) -> None:
    stranger = next(one.base for one in archive.records() if one.id != found.record.id)
    with pytest.raises(UsageError, match="no witness of"):
        comparison(archive, found.record.id, witnesses=[stranger])
    with pytest.raises(UsageError, match="it is the base"):
        comparison(archive, found.record.id, witnesses=[found.base.id])


def test_a_record_of_one_witness_has_nothing_beside_it(archive: Archive) -> None:
    alone = next(one.id for one in archive.records() if one.witnesses == 1)
    found = comparison(archive, alone)
    assert (found.compared, found.told, found.groupings) == ((), (), ())


def test_judgements_on_the_witnesses_are_told(tmp_path: Path) -> None:
    with closing(open_archive(tmp_path / "archive", create=True)) as made:
        add_all(made, PAGE)
        (record,) = made.records()
        names = [one.id for one in made.witnesses(record.id)]
        judgement = of_witnesses("split", names[2], tuple(names[:2]), author="A", reason="another")
        judge(made, judgement)
        (told,) = comparison(made, names[0]).judgements
        assert (told.judgement.subject.witness, told.judgement.reason) == (names[2], "another")
        assert comparison(made, names[2]).record.witnesses == (names[2],)
