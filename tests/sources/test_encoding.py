"""Bytes to text: what is certain, what is worked out, and what is refused."""

from __future__ import annotations

import codecs
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from greffier.errors import WitnessError
from greffier.sources.declared import codec_of
from greffier.sources.encoding import decoded
from tests.places import CORPUS, EXAMPLE_RECORDS

if TYPE_CHECKING:
    from pathlib import Path

ENCODE = {
    "windows-1251": "cp1251",
    "windows-1252": "cp1252",
    "iso-8859-5": "iso8859_5",
    "koi8-r": "koi8_r",
}
# The same in every process, so that workers agree on what the tests are.
NOISE = random.Random(1).randbytes(4096).replace(b"\0", b"")  # noqa: S311 - no secret
CYRILLIC = ["windows-1251", "iso-8859-5", "koi8-r"]
FRENCH = (
    "Le Président de la République a réuni à l’Élysée les chefs d’État et de gouvernement. "
    "« Où en sommes-nous ? », a demandé le Premier ministre, qui a été très bref."
)


def russian() -> list[str]:
    return [
        path.read_text(encoding="utf-8") for path in sorted((CORPUS / "kremlin-ru").glob("*.txt"))
    ]


@pytest.mark.parametrize("name", CYRILLIC)
@pytest.mark.parametrize("length", [100, 300, None])
def test_russian_is_told_from_its_letters(name: str, length: int | None) -> None:
    for text in russian():
        size = length or len(text)
        for at in range(0, min(len(text), 40 * size), size):
            data = text[at : at + size].encode(ENCODE[name], "ignore")
            if not data.isascii():
                found, encoding = decoded(data, place="page")
                assert (encoding.name, encoding.basis) == (name, "detected")
                assert found == data.decode(ENCODE[name])


@pytest.mark.parametrize("name", CYRILLIC)
def test_capitals_are_told_from_small_letters(name: str) -> None:
    # KOI8-R has its capitals where Windows-1251 has the small letters.
    data = "ПРЕЗИДЕНТ РОССИИ".encode(ENCODE[name])
    assert decoded(data, place="page")[0] == "ПРЕЗИДЕНТ РОССИИ"


@pytest.mark.parametrize("path", EXAMPLE_RECORDS, ids=lambda path: path.stem[:3])
def test_english_with_its_quotation_marks_is_windows_1252(path: Path) -> None:
    data = path.read_text(encoding="utf-8").encode("cp1252", "ignore")
    text, encoding = decoded(data, place="page")
    assert text == data.decode("cp1252")
    # One of the five has no character above ASCII once it has lost its Russian words.
    assert encoding.name == ("utf-8" if data.isascii() else "windows-1252")


RUSSIAN = "Заседание Совета глав государств. Владимир Путин: Уважаемые коллеги, добрый день!"


@pytest.mark.parametrize(
    ("printed", "codec", "declared", "name"),
    [
        (RUSSIAN, "cp1251", "cp1252", "windows-1251"),  # what many servers say of all they serve
        (RUSSIAN, "koi8_r", "cp1251", "koi8-r"),
        (RUSSIAN, "cp1251", "koi8-r", "windows-1251"),
        (FRENCH, "cp1252", "cp1251", "windows-1252"),
    ],
)
def test_words_refute_the_encoding_that_is_declared(
    printed: str, codec: str, declared: str, name: str
) -> None:
    text, encoding = decoded(printed.encode(codec), place="page", declared=declared)
    assert (text, encoding.name, encoding.basis) == (printed, name, "detected")


@pytest.mark.parametrize(
    ("printed", "codec"),
    [
        ("Да: Ёж", "koi8-r"),  # too little to say
        ("Зустріч міністрів: її вів президент", "cp1251"),
        ("Jędrzej i Łukasz są źli", "cp1250"),
        ("Ο Πρόεδρος της Δημοκρατίας μίλησε", "cp1253"),
        ("外務大臣会見記録", "iso2022_jp"),  # valid UTF-8, as it is all ASCII
    ],
)
def test_what_a_page_declares_is_believed(printed: str, codec: str) -> None:
    text, encoding = decoded(printed.encode(codec), place="page", declared=codec)
    assert (text, encoding.basis) == (printed, "declared")


@pytest.mark.parametrize(
    ("label", "codec"), [("x-sjis", "cp932"), ("X-EUC-JP", "euc_jp"), ("utf-7", None), ("x", None)]
)
def test_an_encoding_has_more_names_than_python_knows(label: str, codec: str | None) -> None:
    found = codec_of(label)
    assert (found and codecs.lookup(found).name) == (codec and codecs.lookup(codec).name)


@pytest.mark.parametrize("printed", [FRENCH, "café", "“Hi”", "It’s", "À la fin", "Sauli Niinistö"])
def test_latin_words_are_windows_1252_however_short(printed: str) -> None:
    text, encoding = decoded(printed.encode("cp1252"), place="page")
    assert (text, encoding.name) == (printed, "windows-1252")


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_declares_and_is_no_text(mark: bytes, codec: str) -> None:
    text, encoding = decoded(mark + FRENCH.encode(codec), place="page")
    assert (text, encoding.name, encoding.basis, encoding.lost) == (FRENCH, codec, "declared", 0)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("printed", [FRENCH, "Заседание Совета\r\nМосква", "The Chair: order.\n"])
def test_utf_16_is_known_without_its_mark(printed: str, codec: str) -> None:
    text, encoding = decoded(printed.encode(codec), place="page")
    assert (text, encoding.name, encoding.basis) == (printed, codec, "detected")


def test_damaged_utf_8_stays_utf_8_and_counts_what_is_lost() -> None:
    text, encoding = decoded("Заседание ".encode() + b"\xff\xfe" + "Совета".encode(), place="page")
    assert text == "Заседание \ufffd\ufffdСовета"
    assert (encoding.name, encoding.basis, encoding.lost) == ("utf-8", "detected", 2)


def test_a_replacement_character_that_was_received_is_not_lost() -> None:
    text, encoding = decoded("a\ufffdb".encode(), place="page")
    assert (text, encoding.lost) == ("a\ufffdb", 0)


def test_a_byte_without_a_character_is_counted() -> None:
    text, encoding = decoded(FRENCH.encode("cp1252") + b"\x81", place="page")
    assert (text, encoding.lost) == (FRENCH + "\ufffd", 1)


def test_line_ends_and_odd_spaces_stay() -> None:
    printed = "a\r\nb\rc\u00a0d\u00ade\u2028f\u200b"
    assert decoded(printed.encode(), place="page")[0] == printed


@pytest.mark.parametrize(
    "data",
    [b"words \0 words", bytes(range(1, 256)), NOISE, b"\1\2\3" * 9],
    ids=["NUL", "every byte", "noise", "controls"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(WitnessError, match=r"^page: .+; text in UTF-8"):
        decoded(data, place="page")


@given(st.binary())
@example(b"\xff\xfe\x00\xd8")  # half of a pair
@example(b"\xff\xfea")  # an odd byte
def test_any_bytes_come_back_or_are_refused(data: bytes) -> None:
    try:
        text, encoding = decoded(data, place="page")
    except WitnessError:
        return
    assert encoding.lost == 0 or "\ufffd" in text
    if not encoding.lost:
        again = text.encode(ENCODE.get(encoding.name, encoding.name))
        assert data.endswith(again)
        assert data[: len(data) - len(again)] in {
            b"",
            codecs.BOM_UTF8,
            codecs.BOM_UTF16_LE,
            codecs.BOM_UTF16_BE,
            codecs.BOM_UTF32_LE,
            codecs.BOM_UTF32_BE,
        }


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_in_utf_8_comes_back(printed: str) -> None:
    data = printed.encode()
    if not data.startswith(codecs.BOM_UTF8):
        assert decoded(data, place="page")[0] == printed
