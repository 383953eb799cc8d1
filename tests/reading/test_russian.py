"""Russian: pages that lost their lines, lists of participants, and names in their cases.

The pages are of the official website of the President of Russia (CC BY 4.0), shortened.
"""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING

import pytest

from greffier.authority import shipped
from greffier.reading import read
from greffier.reading.folding import View
from greffier.reading.languages import ENGLISH, RUSSIAN
from greffier.reading.languages.russian.forms import forms, forms_of_person, nominative
from greffier.reading.lexicon import lexicon_of
from greffier.reading.rebroken import rebroken
from greffier.reading.tagging import Tagger
from greffier.sources import receive
from tests.places import SHARED

if TYPE_CHECKING:
    from tests.reading.texts import Read

RECORDS = SHARED / "records" / "kremlin-ru"

TALK = (
    "События Встреча с губернатором Тверской области Игорем Руденей В Кремле состоялась рабочая "
    "встреча Владимира Путина с губернатором Тверской области Игорем Руденей. 4 февраля 2025 года "
    "13:30 Москва, Кремль В.Путин: Добрый день! И.Руденя Руденя Игорь Михайлович губернатор "
    "Тверской области : Добрый день, уважаемый Владимир Владимирович! Это главное: дороги. "
    "Смотрите также Совещание с членами Правительства 2 февраля 2025 года В.Путин: Красиво как! "
    "<…> География Тверская область Темы Регионы Статус материала Опубликован в разделах: Новости "
    "Дата публикации: 4 февраля 2025 года, 13:30 Ссылка на материал: kremlin.ru/d/76206"
)
CALL = (
    "События Телефонный разговор с Президентом Сербии Александром Вучичем Состоялся телефонный "
    "разговор Владимира Путина с Президентом Республики Сербии Александром Вучичем. 7 марта 2025 "
    "года 16:20 Подчёркнут обоюдный настрой на дальнейшее укрепление стратегического партнёрства."
)
COUNCIL = (
    "События Совещание с постоянными членами Совета Безопасности Владимир Путин провёл по "
    "видеосвязи оперативное совещание с постоянными членами Совета Безопасности. 7 марта 2025 года "
    "13:20 Москва, Кремль В совещании приняли участие Председатель Правительства Михаил Мишустин, "
    "Министр финансов Антон Силуанов и врио губернатора Курской области Александр Хинштейн. * * * "
    "В.Путин: Уважаемые коллеги, добрый день! Нам предстоит обсудить вопросы безопасности."
)
LIST = (
    "Участники российско-белорусских переговоров в расширенном составе 13 марта 2025 года С "
    "российской стороны: ЛАВРОВ Сергей Викторович – Министр иностранных дел Российской Федерации "
    "ЖИЛЯЕВ Артём Евгеньевич – наставник в зоне СВО ИВАНОВ-ПЕТРОВ Илья Ильич – помощник Президента "
    "Российской Федерации Ветераны СВО : ЦЫДЫПОВ Балдан Баирович – капитан С белорусской стороны: "
    "СЕЛИВЁРСТОВ Юрий Михайлович – Министр финансов Республики Белоруссия"
)
ANNOUNCED = (
    "События 7–10 мая Председатель КНР Си Цзиньпин посетит Российскую Федерацию с официальным "
    "визитом Анонс на 7 − 10 мая 2025 года Добавить в Календарь По приглашению Президента России "
    "Владимира Путина в Москву с визитом прибудет Председатель КНР Си Цзиньпин."
)
REPEATED = (
    "Новости Заявления по итогам переговоров 4 марта 2025 года 20:10 Усть-Дальний Заявления по "
    "итогам переговоров Владимир Путин и Мин Аун Хлайн завершили переговоры. * * * В.Путин: "
    "Дорогие друзья и коллеги, рады приветствовать вас в России с официальным визитом."
)


@pytest.fixture(scope="module")
def russian() -> Tagger:
    return Tagger(lexicon_of(shipped(), RUSSIAN.cases), RUSSIAN)


@pytest.mark.parametrize(
    ("printed", "title", "date", "place"),
    [
        (
            TALK,
            "Встреча с губернатором Тверской области Игорем Руденей",
            "2025-02-04",
            "Москва, Кремль",
        ),
        # a title that ends in a name before a sentence that begins with a verb; no place
        (
            CALL,
            "Телефонный разговор с Президентом Сербии Александром Вучичем",
            "2025-03-07",
            None,
        ),
        (
            COUNCIL,
            "Совещание с постоянными членами Совета Безопасности",
            "2025-03-07",
            "Москва, Кремль",
        ),
        # what is announced for a day is no dateline
        (
            ANNOUNCED,
            ANNOUNCED[len("События ") : ANNOUNCED.index(" Анонс")],
            None,
            None,
        ),
        # the title above the recording, and a place that is no city that is known
        (
            REPEATED,
            "Заявления по итогам переговоров",
            "2025-03-04",
            "Усть-Дальний",
        ),
    ],
)
def test_the_head_of_a_page_on_one_line(
    printed: str, title: str, date: str | None, place: str | None, reading_of: Read
) -> None:
    record = reading_of(printed).record
    assert record.title
    assert record.title.text == title
    assert (record.date.value if record.date else None) == date
    assert (record.dateline_place.text if record.dateline_place else None) == place


@pytest.mark.parametrize(
    ("title", "lede"),
    [
        ("Подписан закон о сотрудничестве", "Документ направлен на укрепление отношений."),
        ("Визит в Узбекистан", "Владимиру Путину вручён орден дружбы."),
        ("Заседание Совета глав государств СНГ", "Россия и Китай подписали документы."),
        ("Визит Премьер-министра Мьянмы", "В Кремле прошли переговоры."),
        ("Итоги встречи с Ван И", "Глава государства подвёл итоги."),
    ],
)
def test_a_title_ends_where_a_sentence_opens(title: str, lede: str, reading_of: Read) -> None:
    said = " Иван Петров: Рад, что мы собрались здесь и что все сегодня с нами, как и всегда." * 3
    record = reading_of(f"{title} {lede} 5 мая 2025 года 14:00 Ташкент{said}").record
    assert record.title
    assert record.title.text == title


def test_turns_of_a_page_on_one_line(reading_of: Read) -> None:
    reading = reading_of(TALK)
    said = [" ".join(span.cut(TALK) for span in one.paragraphs) for one in reading.turns]
    assert [one.label for one in reading.turns] == ["В.Путин", "И.Руденя", "В.Путин"]
    assert said[0] == "Добрый день!"
    assert said[1].endswith("Это главное: дороги.")  # a colon in speech opens no turn
    assert said[2] == "Красиво как!"
    assert "paragraphs-lost" in {one.code for one in reading.remarks}


def test_cards_menus_and_links_are_not_speech(reading_of: Read) -> None:
    reading = reading_of(TALK)
    assert [(one.name, one.office) for one in reading.glosses] == [
        ("Руденя Игорь Михайлович", "губернатор Тверской области")
    ]
    furniture = [span.cut(TALK) for span in reading.furniture]
    assert "События" in furniture
    assert any(words.startswith("Смотрите также") for words in furniture)
    assert any("Статус материала" in words for words in furniture)


def test_whoever_speaks_under_initials_is_named_in_full(reading_of: Read) -> None:
    names = {one.name: one.office for one in reading_of(TALK).participants}
    assert names == {"Владимир Путин": "President", "Игорь Руденя": "Governor"}


def test_a_session_its_chair_and_those_who_took_part(reading_of: Read) -> None:
    reading = reading_of(COUNCIL)
    assert reading.subject
    assert reading.subject.mode == "videoconference"
    people = {(one.name, one.office, one.acting) for one in reading.participants}
    assert people == {
        ("Владимир Путин", None, False),
        ("Михаил Мишустин", "Prime Minister", False),
        ("Антон Силуанов", "Minister of Finance", False),
        ("Александр Хинштейн", "Governor", True),
    }
    assert [one.name for one in reading.participants if one.role == "chair"] == ["Владимир Путин"]


def test_a_list_names_participants_and_its_headings_name_nobody(reading_of: Read) -> None:
    reading = reading_of(LIST)
    assert reading.record.kind == "participants"
    assert not reading.turns
    assert [(one.name, one.office, one.of) for one in reading.participants] == [
        ("Сергей Викторович Лавров", "Minister of Foreign Affairs", "Russia"),
        # an acronym before a surname in capitals is of what stands before
        ("Артём Евгеньевич Жиляев", "наставник в зоне СВО", None),
        ("Илья Ильич Иванов-Петров", "Presidential Aide", "Russia"),
        ("Балдан Баирович Цыдыпов", "капитан", None),
        ("Юрий Михайлович Селивёрстов", "Minister of Finance", "Belarus"),
    ]


def test_a_list_with_its_lines_reads_alike(reading_of: Read) -> None:
    lines = re.sub(r" (?=[А-ЯЁ-]{4,} [А-ЯЁ][а-яё]|С (?:рос|бел)|Ветераны|13 марта)", "\n", LIST)
    names = [one.name for one in reading_of(lines.replace("–", "—")).participants]
    assert lines.count("\n") > len(names)
    assert names == [one.name for one in reading_of(LIST).participants]


@pytest.mark.parametrize(
    "printed",
    [
        "В.Путин: Добрый день!\nИ.Руденя: Добрый день!\n" * 20,  # has lines
        "Он сказал, что 4 марта 2025 года всё решится. " * 20,  # a paragraph, and no head
        "",
    ],
)
def test_a_text_with_its_lines_keeps_them(printed: str) -> None:
    view = View.of(printed)
    assert rebroken(view, RUSSIAN) is view


def test_only_blanks_become_ends_of_lines() -> None:
    for language in (RUSSIAN, ENGLISH):
        view = View.of(TALK)
        assert rebroken(view, language).text.replace("\n", " ") == view.text


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Совет коллективной безопасности", "Совета коллективной безопасности"),
        ("Шанхайская организация сотрудничества", "Шанхайской организации сотрудничества"),
        ("Союзное государство", "Союзного государства"),
        ("Содружество Независимых Государств", "Содружеством Независимых Государств"),
        ("Российская Федерация", "Российской Федерации"),
        ("Киргизия", "Киргизии"),
        ("Беларусь", "Беларуси"),
        ("Соединенные Штаты Америки", "Соединенных Штатов Америки"),
        ("Казахстан", "Казахстаном"),
    ],
)
def test_names_are_declined(name: str, printed: str) -> None:
    assert printed in set(forms(name))


@pytest.mark.parametrize("name", ["ОДКБ", "Belarus", "", "СНГ"])
def test_acronyms_and_other_alphabets_are_not(name: str) -> None:
    assert not list(forms(name))


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("Игорем Руденей", "Игорь Руденя"),
        ("Александром Вучичем", "Александр Вучич"),
        ("Сергея Лаврова", "Сергей Лавров"),
        ("Дмитрием Махониным", "Дмитрий Махонин"),
        ("Александром Цыбульским", "Александр Цыбульский"),
        ("Ольгой Любимовой", "Ольга Любимова"),
        ("Лидией Евтюхиной", "Лидия Евтюхина"),
        ("Валентиной Матвиенко", "Валентина Матвиенко"),
        ("Николасом Мадуро", "Николас Мадуро"),
        ("Александр Хинштейн", "Александр Хинштейн"),  # after `врио губернатора`
        ("Emomali Rahmon", "Emomali Rahmon"),
        ("Тамимом Бен Хамадом Аль Тани", "Тамим Бен Хамад Аль Тани"),
        ("Николасом Мадуро Моросом", "Николас Мадуро Морос"),
        ("Си Цзиньпином", "Си Цзиньпин"),
        ("Ухнагийн Хурэлсухом", "Ухнагийн Хурэлсух"),
    ],
)
def test_names_are_led_back(printed: str, kept: str) -> None:
    assert nominative(printed) == kept


def test_a_person_is_found_in_every_case() -> None:
    assert {"Владимира Путина", "Владимиру Путину", "Владимиром Путиным"} <= set(
        forms_of_person("Владимир Путин")
    )


@pytest.mark.parametrize(
    ("printed", "name", "office", "of"),
    [
        ("Министр обороны Андрей Белоусов", "Андрей Белоусов", "Minister of Defence", None),
        ("с Президентом Сербии Александром Вучичем", "Александр Вучич", "President", "Serbia"),
        ("Президент Республики Беларусь Иван Петров", "Иван Петров", "President", "Belarus"),
        ("Генеральный секретарь ОДКБ Иван Петров", "Иван Петров", "Secretary General", "CSTO"),
        ("Председателем Правительства Иваном Петровым", "Иван Петров", "Prime Minister", None),
        (
            "Председатель Совета Федерации Валентина Матвиенко",
            "Валентина Матвиенко",
            "Chairman",
            "Совета Федерации",
        ),
        (
            "Первый заместитель Председателя Правительства Денис Мантуров",
            "Денис Мантуров",
            "First Deputy Prime Minister",
            None,
        ),
        (
            "Руководитель Администрации Президента Антон Вайно",
            "Антон Вайно",
            "Chief of Staff",
            "Администрация Президента",
        ),
        (
            "главой Республики Бурятия Алексеем Цыденовым",
            "Алексей Цыденов",
            "Head",
            "Республики Бурятия",
        ),
        # An aide to somebody else's president is no president.
        (
            "помощник президента Национального исследовательского центра Владислав Антипов",
            "Владислав Антипов",
            "Aide to the President",
            "Национального исследовательского центра",
        ),
        (
            "председатель Центробанка Эльвира Набиуллина",
            "Эльвира Набиуллина",
            "Chairman",
            "Центробанка",
        ),
    ],
)
def test_offices(printed: str, name: str, office: str, of: str | None, russian: Tagger) -> None:
    (found,) = russian.capacities(russian.known(View.of(printed)).text)
    assert (found.capacity.name, found.capacity.office, found.capacity.of) == (name, office, of)


@pytest.mark.parametrize(
    "filler",
    [
        "Смотрите также ",
        "В.Путин: ",
        "ПУТИН Иван – ",
        "подписан документ и ",
        '" ',
        "Статус материала ",
    ],
)
def test_a_long_line_takes_its_length(filler: str, reading_of: Read) -> None:
    started = time.perf_counter()
    reading_of(TALK + filler * (60_000 // len(filler)))
    assert time.perf_counter() - started < 30  # generous: this takes a second


@pytest.mark.skipif(not RECORDS.is_dir(), reason="the larger set does not lie beside this checkout")
def test_the_heads_of_real_pages() -> None:
    known = shipped()
    wrong = []
    lines = (RECORDS / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = [one for one in map(json.loads, lines) if "title" in one][::4]
    for one in wanted:
        record = read(receive(RECORDS / one["file"]).witness, known).record
        read_so = (
            record.title.text if record.title else None,
            record.date.value if record.date else "",
            record.dateline_place.text if record.dateline_place else None,
        )
        if read_so != (one["title"], one["date"], one["dateline_place"]):
            wrong.append((one["file"], read_so))
    assert len(wrong) <= 0.05 * len(wanted), wrong
