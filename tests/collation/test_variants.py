"""Differences, each of its class."""

from __future__ import annotations

import pytest

from greffier.collation import align_claims, variants
from greffier.collation.words import words
from greffier.model import Claim, Span, Variant
from tests.collation.texts import OTHER, SPEECH, at


def found(a: Claim, b: Claim) -> tuple[Variant, ...]:
    return variants(align_claims(a, b), a, b)


def told(a: str, b: str) -> list[tuple[str, str, str]]:
    one, other = Claim(witness="a", text=a), Claim(witness="b", text=b)
    return [
        (each.kind, each.a.cut(a) if each.a else "", each.b.cut(b) if each.b else "")
        for each in found(one, other)
    ]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("the “Quad” met again", 'the "Quad" met again', ("typography", "“Quad”", '"Quad"')),
        ("the heads of State met", "the Heads of State met", ("typography", "heads", "Heads")),
        ("он ещё не уехал", "он еще не уехал", ("typography", "ещё", "еще")),
        ("they co-operate with us", "they cooperate with us", ("typography", "co-operate", "")),
        ("We agreed, and signed it.", "We agreed and signed it.", ("typography", "agreed,", "")),
        ("President Niinistö spoke first", "President Niinisto spoke first", ("spelling", "", "")),
        ("an organisation of states", "an organization of states", ("spelling", "", "")),
        ("the web site of it", "the website of it", ("spelling", "web site", "website")),
        ("Mr Tokayev chaired it", "Mr Tokaev chaired it", ("spelling", "Tokayev", "Tokaev")),
        ("they reached an accord today", "they reached a deal today", ("wording", "an accord", "")),
        ("on 12 May in Minsk", "on 13 May in Minsk", ("wording", "12", "13")),
        ("it was a very long day", "it was a long day", ("omission", "very", "")),
        ("it was a long day", "it was a very long day", ("addition", "", "very")),
    ],
)
def test_a_difference_has_its_class(a: str, b: str, expected: tuple[str, str, str]) -> None:
    ((kind, left, right),) = told(a, b)
    assert kind == expected[0]
    assert not expected[1] or left == expected[1]
    assert not expected[2] or right == expected[2]


def test_lines_broken_elsewhere_are_no_difference() -> None:
    wrapped = SPEECH.replace(" joint meeting ", "\njoint meet-\ning ").replace("Our", "\n\nOur")
    assert told(SPEECH, wrapped) == []


def test_what_stands_elsewhere_is_one_transposition() -> None:
    first, second, third = SPEECH[:250], OTHER, SPEECH[250:]
    (one,) = told(f"{first} {second} {third}", f"{first} {third} {second}")
    assert one[0] == "transposition"
    assert one[1].startswith("The Chair of the European Council")


def test_furniture_is_no_omission() -> None:
    menu = "Home News Documents Contacts"
    a = Claim(witness="a", text=f"{menu}\n{SPEECH}", furniture=(Span(0, len(menu)),))
    b = Claim(witness="b", text=SPEECH)
    assert [one.kind for one in found(a, b)] == ["furniture"]
    assert [one.kind for one in found(b, a)] == ["furniture"]


def test_furniture_that_is_written_otherwise_is_furniture() -> None:
    a, b = f"Events\n{SPEECH}", f"Events   /\n{SPEECH}"
    claims = [Claim(witness="w", text=text, furniture=(Span(0, 6),)) for text in (a, b)]
    assert [one.kind for one in found(*claims)] == ["furniture"]


def test_a_tooltip_glued_to_a_word_is_a_gloss_and_the_word_is_untouched() -> None:
    a = "The states of the CSTOBackground information met in Dushanbe."
    b = "The states of the CSTO met in Dushanbe."
    glossed = Claim(witness="a", text=a, glosses=(at(a, "Background information"),))
    (one,) = found(glossed, Claim(witness="b", text=b))
    assert one.kind == "gloss"
    assert one.a == at(a, "Background information")


def test_a_text_that_breaks_off_in_a_word_lacks_its_end() -> None:
    cut = SPEECH[: SPEECH.index("Eurasia") + 4]
    (one,) = found(Claim(witness="a", text=SPEECH), Claim(witness="b", text=cut))
    assert (one.kind, one.place) == ("omission", "end")
    assert one.a is not None
    assert one.a.cut(SPEECH).startswith("Eurasia. It is particularly")
    assert one.a_words == len(SPEECH[SPEECH.index("Eurasia") :].split())
    (other,) = found(Claim(witness="b", text=cut), Claim(witness="a", text=SPEECH))
    assert (other.kind, other.place) == ("addition", "end")


def test_a_text_that_begins_late_lacks_its_beginning() -> None:
    late = SPEECH[SPEECH.index("Our discussion") :]
    (one,) = found(Claim(witness="a", text=SPEECH), Claim(witness="b", text=late))
    assert (one.kind, one.place) == ("omission", "start")


def test_the_two_witnesses_of_the_joint_meeting(page: Claim, scrape: Claim) -> None:
    """Eight tooltips are glosses and no wording; the cut end is an omission with its length."""
    differences = found(page, scrape)
    glosses = [one for one in differences if one.kind == "gloss"]
    assert [one.b for one in glosses] == list(scrape.glosses)
    assert len(glosses) == 8
    assert [one for one in differences if one.kind in ("wording", "spelling")] == []
    (cut,) = [one for one in differences if one.kind == "omission" and one.place == "end"]
    assert cut.a is not None
    assert cut.a.cut(page.text).startswith("So, as\xa0some speakers have mentioned")
    assert cut.a.cut(page.text).endswith("Thank you very much")
    assert cut.a_words == len(words(cut.a.cut(page.text))) == 321
    kinds = {one.kind for one in differences}
    assert kinds == {"furniture", "omission", "gloss", "addition", "typography"}
