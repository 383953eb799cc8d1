"""What is remarked on, and what is not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from greffier.model import Encoding, witness_of
from greffier.reading import read
from tests.places import CORPUS
from tests.reading.texts import HEAD, cut

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.model import Known, Reading
    from tests.reading.texts import Read

FRENCH = (
    "« Où en êtes-vous ? », a demandé le Président de la République à l’Élysée, très ému — "
    "à côté des chefs d’État réunis à Nîmes, où la fête a été belle. Ça va être répété…"
)
RUSSIAN = sorted((CORPUS / "kremlin-ru").glob("*.txt"))


def _codes(reading: Reading) -> set[str]:
    return {one.code for one in reading.remarks}


@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "cp1251"])
def test_utf_8_that_was_decoded_wrongly_is_noticed(reading_of: Read, codec: str) -> None:
    spoilt = FRENCH.encode().decode(codec, "replace")
    reading = reading_of(f"{HEAD}{spoilt}")
    assert "mojibake" in _codes(reading)


@pytest.mark.parametrize("path", RUSSIAN, ids=lambda path: path.stem)
@pytest.mark.parametrize("codec", ["cp1251", "cp1252", "latin-1"])
def test_russian_that_was_decoded_wrongly_is_noticed(
    reading_of: Read, path: Path, codec: str
) -> None:
    spoilt = path.read_bytes().decode(codec, "replace")
    assert "mojibake" in _codes(reading_of(spoilt))


@pytest.mark.parametrize(
    "printed", [FRENCH, *(path.read_text(encoding="utf-8") for path in RUSSIAN)]
)
def test_accents_and_cyrillic_are_no_mojibake(reading_of: Read, printed: str) -> None:
    assert "mojibake" not in _codes(reading_of(printed))


@pytest.mark.parametrize(
    "printed", ["SÃO PAULO: A REUNIÃO.", "“É a vida” — disse, à “São João”.", "РС и СССР."]
)
def test_letters_that_only_look_like_it_are_none(reading_of: Read, printed: str) -> None:
    assert "mojibake" not in _codes(reading_of(f"{HEAD}{printed}"))


@pytest.mark.parametrize(
    ("encoding", "code"),
    [
        (Encoding(name="windows-1251", basis="detected"), "encoding-detected"),
        (Encoding(name="utf-8", basis="valid", lost=2), "bytes-lost"),
    ],
)
def test_how_bytes_became_text_is_remarked_on_where_it_is_unsure(
    known: Known, encoding: Encoding, code: str
) -> None:
    witness = witness_of(f"{HEAD}The leaders met.")
    assert code not in _codes(read(witness, known))
    assert code in _codes(read(replace(witness, encoding=encoding), known))


@pytest.mark.parametrize(
    ("last", "noticed"),
    [
        ("and so we go on to the", True),
        ("and so we have gone on to the end.", False),
        ("and he said: “We have gone on.”", False),
        ("and so on.\n\n* * *", False),
    ],
)
def test_a_text_that_ends_in_mid_sentence_was_cut_off(
    reading_of: Read, last: str, *, noticed: bool
) -> None:
    reading = reading_of(f"{HEAD}The leaders of the states met, {last}\n")
    assert ("cut-off" in _codes(reading)) == noticed


def test_what_stands_under_a_record_does_not_cut_it_off(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}The leaders of the states met.\n\nPhoto: the press service\n")
    assert "cut-off" not in _codes(reading)


def test_words_left_out_are_shown(reading_of: Read) -> None:
    reading = reading_of(f"{HEAD}Vladimir Putin: We have met.\n\n<…>\n\nAnd that is all of it.")
    assert [cut(reading, one.span) for one in reading.remarks if one.code == "omission"] == ["<…>"]


def test_a_clean_record_is_not_remarked_on(reading_of: Read) -> None:
    assert reading_of(f"{HEAD}The leaders of the states met in Moscow.").remarks == ()
