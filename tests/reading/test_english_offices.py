"""Who holds which office, as sentences of real accounts print it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from greffier.reading.folding import View

if TYPE_CHECKING:
    from greffier.reading.tagging import Tagger

Row = tuple[str | None, str | None, str | None]
LIST = (
    "Presidential Aides Sergei Yastrzhembsky and Viktor Ivanov, Russian Ambassador to Great "
    "Britain, Yuri Fedotov, Permanent Representative of the Russian Federation to the European "
    "Community in Brussels, Vladimir Chizhov, Trade and Economic Development Minister, German "
    "Gref, Transport Minister Igor Levitin, and Deputy Foreign Minister Alexander Grushko."
)


def _capacities(printed: str, tagger: Tagger) -> list[Row]:
    found = tagger.capacities(tagger.known(View.of(printed)).text)
    return [(one.capacity.name, one.capacity.office, one.capacity.of) for one in found]


def test_a_long_list_has_each_with_his_office(tagger: Tagger) -> None:
    assert _capacities(LIST, tagger) == [
        ("Sergei Yastrzhembsky", "Presidential Aide", None),
        ("Viktor Ivanov", "Presidential Aide", None),
        ("Yuri Fedotov", "Ambassador", "Russia"),
        ("Vladimir Chizhov", "Permanent Representative", "Russia"),
        ("German Gref", "Minister of Trade and Economic Development", None),
        ("Igor Levitin", "Minister of Transport", None),
        ("Alexander Grushko", "Deputy Minister of Foreign Affairs", None),
    ]


@pytest.mark.parametrize(
    ("printed", "row"),
    [
        (
            "President of the European Council and Prime Minister of Great Britain, Anthony Blair,",
            ("Anthony Blair", "President", "European Council"),
        ),
        (
            "Deputy Transport Minister and Director of the Federal Fisheries Agency Ilya Shestakov",
            ("Ilya Shestakov", "Deputy Minister of Transport", None),
        ),
        (
            "Chairman of the Eurasian Economic Commission’s Board Viktor Khristenko.",
            ("Viktor Khristenko", "Chairman of the Board", "Eurasian Economic Commission"),
        ),
        (
            "High Representative for the Common Foreign and Security Policy, Javier Solana,",
            ("Javier Solana", "High Representative", "EU"),
        ),
        (
            "Jeanine Hennis-Plasschaert, Special Representative of the Secretary-General for Iraq",
            ("Jeanine Hennis-Plasschaert", "Special Representative of the Secretary-General", "UN"),
        ),
        (
            (
                "Mr. Robert Mardini, Permanent Observer of the International Committee of the "
                "Red Cross to the United Nations"
            ),
            ("Robert Mardini", "Permanent Observer", "International Committee of the Red Cross"),
        ),
        (
            (
                "European Commission Director-General for Neighborhood and Enlargement "
                "Negotiations, Gert Jan Koopman, co-chaired"
            ),
            ("Gert Jan Koopman", "Director-General", "European Commission"),
        ),
        (
            "Homeland Security Advisor to the President of the United States Liz Sherwood-Randall",
            ("Liz Sherwood-Randall", "Homeland Security Advisor", "United States"),
        ),
        (
            "Israeli National Security Advisor Dr. Eyal Hulata",
            ("Eyal Hulata", "National Security Advisor", "Israel"),
        ),
        (
            "Amir Sheikh Tamim Bin Hamad Al Thani of Qatar",
            ("Tamim Bin Hamad Al Thani", "Emir", "Qatar"),
        ),
        ("US President George W.Bush", ("George W.Bush", "President", "United States")),
        ("President Joseph R. Biden, Jr. met", ("Joseph R. Biden, Jr.", "President", None)),
        ("Prime Minister Theresa May met", ("Theresa May", "Prime Minister", None)),
        (
            "I'm Bill Murray, Chief of Media Relations at the Fund",
            ("Bill Murray", "Chief", "Media Relations"),
        ),
        # A capital that is none of the name.
        ("President Biden Before Marine One Departure", ("Biden", "President", None)),
        ("President Vladimir Putin May 5", ("Vladimir Putin", "President", None)),
    ],
)
def test_an_office_and_its_holder(printed: str, row: Row, tagger: Tagger) -> None:
    assert _capacities(printed, tagger) == [row]


def test_one_office_in_the_plural_is_shared(tagger: Tagger) -> None:
    printed = "members of the European Commission, Benita Ferrero-Waldner and Peter Mandelson,"
    assert _capacities(printed, tagger) == [
        ("Benita Ferrero-Waldner", "Member", "European Commission"),
        ("Peter Mandelson", "Member", "European Commission"),
    ]


def test_a_second_office_is_no_first_s(tagger: Tagger) -> None:
    printed = (
        "Chairman of Vnesheconombank Vladimir Dmitriev and Chairman of the Board of Directors of "
        "Ammonium JSC Rinat Khanbikov."
    )
    assert _capacities(printed, tagger) == [
        ("Vladimir Dmitriev", "Chairman", "Vnesheconombank"),
        ("Rinat Khanbikov", "Chairman of the Board", "Ammonium JSC"),
    ]
