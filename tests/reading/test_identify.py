"""Which language a record is in."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from greffier.reading.folding import View
from greffier.reading.identify import identify
from tests.places import EXAMPLE_RECORDS, label
from tests.reading.texts import ANY_TEXT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("printed", "language"),
    [
        ("The meeting of the Council was held in the city, and all of them were there.", "en"),
        ("Мы собрались на заседание, и это не так просто, как кажется.", "ru"),
        ("Le Président de la République a réuni à l’Élysée les chefs d’État.", "fr"),
        ("Hyvää päivää kaikille. Olen iloinen, että olette täällä tänään.", "fi"),
        ("Guten Tag, meine Damen und Herren. Ich freue mich, Sie hier zu sehen.", "de"),
        ("", "und"),
        ("12.12.2020 * * * 14:30", "und"),
    ],
)
def test_the_words_tell_the_language(printed: str, language: str) -> None:
    assert identify(View.of(printed).text) == language


@pytest.mark.parametrize("path", EXAMPLE_RECORDS, ids=label)
def test_a_plain_case_asks_no_model(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Loading the model takes longer than reading a record.
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert identify(View.of(path.read_text(encoding="utf-8")).text) == "en"


@given(ANY_TEXT)
def test_any_text_has_a_tag(printed: str) -> None:
    assert identify(View.of(printed).text).isalpha()
