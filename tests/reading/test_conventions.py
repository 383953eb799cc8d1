"""How each publisher prints its labels, found from the text alone."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from greffier.model import Mark, Span
from greffier.model import witness_of as made
from greffier.reading.conventions import find_labels
from greffier.reading.folding import View
from greffier.reading.languages import ANY, ENGLISH, RUSSIAN, Language
from greffier.reading.layout import lines_of, unwrapped
from greffier.reading.posts import without_offices
from greffier.reading.running_heads import without_running_heads
from tests.reading.openings import (
    ASSEMBLY,
    BRIEFING,
    BUNDESTAG,
    CAMARA,
    COMMONS,
    CONGRESS,
    CORTES,
    COUNCIL,
    DUMA,
    EXTENSION,
    HANSARD,
    HEARING,
    KAMER,
    LORDS,
    MEETING,
    OLD_HANSARD,
    PANEL,
    PARLIAMENT,
    REGULAR,
    SENATE,
    WEEKLY,
)


def _labels(printed: str, language: Language = ENGLISH, bold: tuple[str, ...] = ()) -> list[str]:
    view = View.of(printed)
    marks = [
        Mark(kind="bold", span=Span(at, at + len(words)))
        for words in bold
        for at in range(len(printed))
        if printed.startswith(words, at)
    ]
    lines = lines_of(view)
    labels, _ = without_offices(find_labels(view, lines, marks, language), lines)
    return [one.text for _, one in sorted(labels.items())]


@pytest.mark.parametrize(
    ("printed", "language", "labels"),
    [
        (
            HANSARD,
            ENGLISH,
            [
                "The SPEAKER (Hon. Tony Smith) (12:00)",
                "Mr BURKE (Watson–Minister for the Arts) (12:01)",
                "Ms O'NEIL (Hotham)",
                "The DEPUTY SPEAKER (Ms Bird)",
                "An opposition member",
                "Honourable members",
            ],
        ),
        (
            COUNCIL,
            ENGLISH,
            [
                "The President (spoke in Chinese)",
                "Mr. Nebenzia (Russian Federation) (spoke in Russian)",
                "Mrs. ngu (Nigeria)",  # a scan lost a letter; title and brackets are plain enough
                "Prince Zeid Ra'ad Zeid Al-Hussein (Jordan) (spoke in Arabic)",
            ],
        ),
        (
            PARLIAMENT,
            ANY,
            [
                "President",
                "Helena Dalli",
                "Ελεονώρα Μελέτη (PPE)",
                "Irmhild Boßdorf (ESN)",
                "Paulo Do Nascimento Cabral (PPE)",
                "Predsedajúci",
                "Lukas Sieper (NI)",
                "Rima Hassan",
                "Przewodnicząca",
            ],
        ),
        (
            CONGRESS,
            ENGLISH,
            [
                "The SPEAKER pro tempore",
                "Mr. ISSA",
                "Ms. JACKSON LEE",
                "Mr. SMITH of Texas",
                "Mr. ISSA",
            ],
        ),
        (
            COMMONS,
            ENGLISH,
            [
                "The Prime Minister",
                "Shivani Raja",
                "The Prime Minister",
                "Shivani Raja",
                "The Prime Minister",
            ],
        ),
        (
            LORDS,
            ENGLISH,
            [
                "The Minister of State, Foreign, Commonwealth and Trade Office (Lord Ahmad) (Con)",
                *["Baroness Northover (LD)", "Lord Ahmad (Con)"] * 2,
            ],
        ),
        (
            BRIEFING,
            ENGLISH,
            ["Reuters", "Mao Ning", "Bloomberg", "Mao Ning", "Reuters", "Mao Ning"],
        ),
        (
            ASSEMBLY,
            ANY,
            [
                "M. le président",
                "Mme Claire Dupont",
                "M. le président",
                "M. Gérald Martin",
                "M. le président",
            ],
        ),
        (
            HEARING,
            ENGLISH,
            [
                "Chairman Royce",
                "Mr. Engel",
                "Chairman Royce",
                "Ms. Ros-Lehtinen",
                "Mr. Smith of New Jersey",
                "Voice",
                "Chairman Royce",
                "Mr. Engel",
            ],
        ),
        (EXTENSION, ENGLISH, ["Ms. DeLAURO"]),
        (
            OLD_HANSARD,
            ENGLISH,
            [
                "Mr CREAN (Hotham) (2.03 p.m.)",
                "Mr HOWARD (Bennelong) (Prime Minister) (2.04 p.m.)",
                "Mr Latham",
                "The SPEAKER",
                "Mr HOWARD",
            ],
        ),
        (
            SENATE,
            ANY,
            [
                "M. le président",
                "M. Pierre-Yves Collombat",
                "M. Bernard Cazeneuve",
                "M. le président",
            ],
        ),
        (
            CAMARA,
            ANY,
            [
                "O SR. PRESIDENTE (Rodrigo Maia. Bloco/DEM - RJ)",
                "A SRA. ALINE PAZ",
                "O SR. PRESIDENTE (Rodrigo Maia. Bloco/DEM - RJ)",
                "A SRA. ERIKA KOKAY (PT - DF)",
            ],
        ),
        (
            CORTES,
            ANY,
            [
                "La señora PRESIDENTA",
                "El señor GARCÍA-MARGALLO Y MARFIL",
                "El señor PRESIDENTE DEL GOBIERNO (Sánchez Pérez-Castejón)",
                "La señora PRESIDENTA",
                "El señor VICEPRESIDENTE (Rodríguez Gómez de Celis)",
            ],
        ),
        (
            KAMER,
            ANY,
            [
                "De voorzitter",
                "De heer Bontenbal (CDA)",
                "Mevrouw Lodders (VVD)",
                "Staatssecretaris Van 't Wout",
                "De voorzitter",
                "De heer Bontenbal (CDA)",
            ],
        ),
        (
            BUNDESTAG,
            ANY,
            [
                "Präsident Dr. Norbert Lammert",
                "Hermann Gröhe, Bundesminister für Gesundheit",
                "Dr. Bernd Baumann (AfD)",
                "Vizepräsidentin Claudia Roth",
            ],
        ),
        (REGULAR, ANY, ["法新社记者", "汪文斌"] * 2),
        (
            DUMA,
            RUSSIAN,
            ["ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ", "НИЛОВ О. А.", "ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ", "ИЗ ЗАЛА"],
        ),
        (
            MEETING,
            ENGLISH,
            [
                "The PRESIDENT",
                "Mr. HU Xiaodi (China) (translated from Chinese)",
                "The PRESIDENT",
            ],
        ),
        (PANEL, ENGLISH, ["Raphael Anspach", "Gita Gopinath", "Moderator"]),
        (
            WEEKLY,
            ENGLISH,
            [
                "Shri Arindam Bagchi, Official Spokesperson",
                "Rishabh",
                "Shri Arindam Bagchi, Official Spokesperson",
                "Rishabh",
                "Shri Arindam Bagchi, Official Spokesperson",
                "Raza",
                "Sudhi Ranjan",
                "Shri Arindam Bagchi, Official Spokesperson",
                "Rishabh",
                "Shri Arindam Bagchi, Official Spokesperson",
            ],
        ),
    ],
    ids=[
        *("hansard", "council", "parliament", "congress", "commons", "lords", "briefing"),
        "assembly",
        *("hearing", "extension", "old-hansard", "senate", "camara", "cortes", "kamer"),
        *("bundestag", "regular", "duma", "meeting", "panel", "weekly"),
    ],
)
def test_a_convention_is_found_from_the_text(
    printed: str, language: Language, labels: list[str]
) -> None:
    assert _labels(printed, language) == labels


@pytest.mark.parametrize(
    "printed",
    [
        "Mr. Speaker. I yield.\nThe NATO. It was so.",  # met once each: no convention
        "Economic Cooperation\n\nThey met.\n\nNext Steps\n\nThey parted.",  # headings
        "Thanks. – And so on.\nWell then. – Yes.",
        "Peace: one.\nTrade: two.\nCulture: three.",
        "A Russian delegation came.\nA German one left.",
        "USA: it is so.\nMcMurdo: cold.\nPARIS: warm.",  # one word is no full name
        "Prime Minister. We know.\nThank You. So it is.\nUnited States. They left.",
        "NEW YORK – It met.\nMOSCOW – It did not.\nNEW YORK – It rose.\nPARIS – They left.",
        "Economic Growth – up.\nForeign Trade – down.\nPublic Debt (net) – up.\nYouth – lost.",
    ],
)
def test_what_does_not_recur_is_no_convention(printed: str) -> None:
    assert _labels(printed) == []


def test_who_holds_an_office_is_kept() -> None:
    view = View.of(MEETING)
    lines = lines_of(view)
    _, posts = without_offices(find_labels(view, lines, (), ENGLISH), lines)
    assert posts == {"president": "Ms. Amina MOHAMED ................ (Kenya)"}


def test_where_labels_are_bold_the_rest_is_speech() -> None:
    turns = [("Ann Berg", "Yes."), ("Bob Dahl", "No.")] * 5
    printed = "\n\n".join(f"{who}: {said}\n\nEconomic Policy: fine." for who, said in turns)
    bold = ("Ann Berg", "Bob Dahl")
    assert _labels(printed, bold=bold) == ["Ann Berg", "Bob Dahl"] * 5


def test_where_labels_are_in_capitals_the_rest_is_speech() -> None:
    printed = "Q Why?\nMS. PSAKI: So.\n" * 8 + "Senator Sanders: he said it.\nMODERATOR: Next."
    assert _labels(printed) == ["Q", "MS. PSAKI"] * 8 + ["MODERATOR"]


def test_an_answer_is_a_letter_only_beside_questions() -> None:
    assert _labels("Q Why?\nA So it is.\nQ I see.\nA Good.") == ["Q", "A", "Q", "A"]


def test_a_name_with_an_office_behind_it_recurs() -> None:
    printed = "Jens Berg, Secretary General: Yes.\nOlaf Dahl, Chancellor: No.\nAnn Ek: Well.\n" * 2
    assert _labels(printed)[:3] == [
        "Jens Berg, Secretary General",
        "Olaf Dahl, Chancellor",
        "Ann Ek",
    ]


def test_someone_spoken_to_by_name_opens_no_turn() -> None:
    printed = "Ann Ek: Yes.\nAnn Berg, one more thing: why?\nBob Dahl: No.\nAnn Ek: Well."
    assert _labels(printed) == ["Ann Ek", "Bob Dahl", "Ann Ek"]


def test_an_office_without_a_capital_is_told_by_its_holder() -> None:
    printed = "chairman of the Bank Ivan Berg: Yes.\nAnn Ek: So?\nIvan Berg: Indeed."
    assert _labels(printed) == ["chairman of the Bank Ivan Berg", "Ann Ek", "Ivan Berg"]


def test_what_stands_between_name_and_dash_is_kept_apart() -> None:
    view = View.of(PARLIAMENT)
    found = find_labels(view, lines_of(view), (), ANY)
    assert found[1].adds == "Member of the Commission"
    assert view.text[lines_of(view)[1].start + found[1].end :].startswith("Madam President")


def test_marks_of_another_kind_say_nothing() -> None:
    witness = replace(made("Ann Berg: Yes."), marks=(Mark(kind="link", span=Span(0, 3)),))
    view = View.of(witness.text)
    assert len(find_labels(view, lines_of(view), witness.marks, ENGLISH)) == 1


@pytest.mark.parametrize(
    "unit",
    [
        "AAA-" * 40 + "\n",
        "Mr. AB ABC-ABC ",
        "Aa Bb of the " * 12 + "\n",
        "Aa, " * 60 + "\n",
        "M. Aa (" * 20 + "\n",
        "Ann Berg (A) (" * 12 + ". –\n",
        "Reuters: why?\nMao Ning: so.\n",
        "Ann Lee\n\nYes.\n\n",
        "S/PV.1\n" + "words go on\n" * 14,
        "abc-\ndef\n",
        "O SR. AB (C) (D) - ",
        "Aa Bb Cc – \n",
        "Mr. AB C. DE of Ff Gg, x.\n",
        "Chairman Royce. Aa.\n",
        "De aa:\nB\n",
        "问：答：\n",
        "President: Mr. Aa ........ (B)\n",
    ],
)
def test_no_text_makes_finding_labels_long(unit: str) -> None:
    printed = unit * (300_000 // len(unit))
    started = time.monotonic()
    _, view = without_running_heads(View.of(printed))
    view = unwrapped(view, printed, ENGLISH)
    find_labels(view, lines_of(view), (), ENGLISH)
    assert time.monotonic() - started < 30.0  # seconds, as for the whole reader
