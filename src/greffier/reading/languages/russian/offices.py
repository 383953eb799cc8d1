"""Russian offices in their cases, kept under the names by which questions are asked."""

from __future__ import annotations

from greffier.reading.languages.base import CaseRules, OfficeRules
from greffier.reading.languages.russian.forms import forms, forms_of_person, nominative

_N = r"(?:а|у|ом|ем|е)?"  # the cases of a noun in a consonant
_SOFT = r"(?:ь|я|ю|ем|ём|е)"
_ADJECTIVE = r"(?:ый|ого|ому|ым|ом)"
_W = r"[а-яё-]{2,30}"
# What a ministry is of: small words in the genitive, joined by commas and `и`.
_PORTFOLIO = (
    r"(?:иностранных дел|внутренних дел|по развитию Дальнего Востока и Арктики"
    rf"|(?:по )?(?:делам|развитию|чрезвычайным)(?: {_W}| [А-ЯЁ]{_W}(?= и)){{1,6}}?(?= [А-ЯЁ]|[,.;:)]|$| [\U000f0000-\U000fffff])"
    rf"|(?!по\b|и\b){_W}(?: и {_W}|, {_W}(?= и| [а-яё])| (?!и\b|с\b|в\b|на\b){_W}){{0,6}}?(?= [А-ЯЁ]|[,.;:)]|$| и [А-ЯЁ]| [\U000f0000-\U000fffff]))"
)
# Adjectives in the genitive and the nouns of states and bodies are no given names.
_NOT_A_NAME = (
    r"(?!(?:Санкт|Нью|Усть|Северо|Юго|Ханты|Ямало|Кабардино|Карачаево)-)(?!(?:[А-ЯЁ][а-яё-]+(?:ской|ского|ских|цкого|цкой|ной|ного|ных|ой|ых|ого)|Федерации|Республик[аи]|Совета"
    r"|Правительства|Думы|Министр\w{0,3}|Президент\w{0,2}|Администрации|Союза|Центра|Комитета|Комиссии|Москвы"
    r"|Китая|Палаты|Собрания|Службы|Банка|Агентства|Фонда|Суда|Корпорации|Группы|Сил|Штаба|Генштаба|ВС)\b)"
)
# `Касым-Жомарт`, `Аль-Сани`
_NAME = r"[А-ЯЁ][а-яё-]{1,30}(?:(?<=-)[А-ЯЁ][а-яё]{1,30})?"
_LAST = r"(?: (?:(?:[Бб]ен|[Аа]ль|Ага) )?[А-ЯЁ][а-яё-]{0,30}(?:(?<=-)[А-ЯЁ][а-яё]{1,30})?)"
_WHOLE = rf"(?P<name>{_NOT_A_NAME}{_NAME}(?: [А-ЯЁ]\.)?{_LAST}{{1,2}})(?![\w-])"
_INITIALS = r"(?P<name>[А-ЯЁ]\. ?(?:[А-ЯЁ]\. ?)?[А-ЯЁ][а-яё-]{2,30})(?![\w-])"  # `С.Лавров`
# Two words behind one in the genitive: `председатель Центробанка Эльвира Набиуллина`.
_OF_WORD = r"(?P<of>(?:[А-ЯЁ][а-яё]{2,30}-)?[А-ЯЁ][а-яё]{3,30}[аыия])(?! [А-ЯЁ][а-яё]{1,30}(?:вич|вна|чна)\b)"
_TWO = rf"(?P<name>{_NAME} {_NAME})(?![\w-])(?! [А-ЯЁ])"
_STATE = r"(?:(?:[А-ЯЁ][а-яё-]{2,20}(?:ской|кой|ной|ых|ого) ){0,2}(?:Республики|Государства|Королевства|Княжества|Султаната) )?"
_OF = rf"{_STATE}(?P<of><named>(?: <body>)?|<any> <state>)"
# Of anything else, its words up to the name: `Тверской области`, `госкорпорации "Роскосмос"`.
_THING = r"(?:Республики [А-ЯЁ][а-яё-]{1,30}|[А-ЯЁа-яё][а-яё-]{1,30}|[А-ЯЁ]{2,8}|\"[^\"\n]{1,80}\"|<any>)"
_OTHER = rf"(?P<of>{_THING}(?: {_THING}){{0,9}}?)"

CASES = CaseRules(
    names=forms,
    people=forms_of_person,
    nominative=nominative,
    patronymic=r"(?:вич|вна|чна)$",
    oblique=r"^(?![Гг]лава\b)\S*(?:[бвгджзклмнпрстфхцчшщ](?:а|у|ом|ем|ём|е|ы|ой|ого|ому|ым)|ля|лю|ря|рю)\b",
)
# Offices that any government has.
_GOVERNMENT = r"^(?:Acting |First |Deputy |Vice )*(?:President|Prime Minister|Minister\b.*|Presidential (?:Aide|Envoy))$"

OFFICES = OfficeRules(
    heads=(
        ("Prime Minister", rf"[Пп]ремьер-министр{_N}"),
        ("Prime Minister", rf"[Пп]редседател{_SOFT} (?:[Пп]равительства|Совета [Мм]инистров)"),
        ("Minister of {}", rf"[Мм]инистр{_N} (?P<portfolio>{_PORTFOLIO})"),
        ("Secretary General", rf"[Гг]енеральн{_ADJECTIVE} секретар{_SOFT}|[Гг]енсек{_N}"),
        ("Presidential Aide", rf"[Пп]омощник{_N} Президента"),
        ("Aide to the President", rf"[Пп]омощник{_N} президента"),
        ("Chief Rabbi", rf"[Гг]лавн{_ADJECTIVE} раввин{_N}"),
        ("Presidential Envoy", rf"[Пп]олномочн{_ADJECTIVE} представител{_SOFT} Президента"),
        ("President", rf"[Пп]резидент{_N}"),
        ("Chancellor", rf"[Кк]анцлер{_N}"),
        ("Crown Prince", rf"[Нн]аследн{_ADJECTIVE} принц{_N}"),
        ("King", rf"[Кк]орол{_SOFT}"),
        ("Emir", rf"[Ээ]мир{_N}"),
        ("Sultan", rf"[Сс]ултан{_N}"),
        ("Speaker", rf"[Сс]пикер{_N}"),
        ("Chairman of the Board", rf"[Пп]редседател{_SOFT} правления"),
        ("Chief of Staff", rf"[Рр]уководител{_SOFT} Администрации Президента"),
        ("Chairman", rf"[Пп]редседател{_SOFT}"),
        ("Governor", rf"[Гг]убернатор{_N}"),
        ("Mayor", rf"[Мм]эр{_N}"),
        ("Permanent Representative", rf"[Пп]остоянн{_ADJECTIVE} представител{_SOFT}"),
        (
            "Special Representative",
            rf"[Сс]пециальн{_ADJECTIVE} представител{_SOFT}(?: Президента)?|[Сс]пецпредставител{_SOFT}(?: Президента)?",
        ),
        ("Director General", rf"[Гг]енеральн{_ADJECTIVE} директор{_N}|[Гг]ендиректор{_N}"),
        ("Director", rf"[Дд]иректор{_N}"),
        ("Secretary", rf"[Сс]екретар{_SOFT}"),
        ("Ambassador", r"(?:Чрезвычайн\w{2,3} и Полномочн\w{2,3} )?[Пп]ос(?:ол|ла|лу|лом|ле)"),
        (
            "Head",
            rf"(?:[Рр]уководител{_SOFT}|[Нн]ачальник{_N}|[Гг]лав(?:а|ы|е|у|ой)(?! государства))",
        ),
        ("Minister", rf"[Мм]инистр{_N}"),
    ),
    prefixes=(
        ("First Deputy", rf"[Пп]ерв{_ADJECTIVE} заместител{_SOFT}"),
        ("Deputy", rf"[Зз]аместител{_SOFT}|[Зз]ам"),
        ("Vice", r"[Вв]ице"),
    ),
    acting=(
        r"(?:[Вв]рио|ВРИО|[Ии]\. ?о\.|[Вв]ременно исполняющ(?:ий|ая|его|ую|ему|ей|им) обязанности"
        r"|[Ии]сполняющ(?:ий|ая|его|ую|ему|ей|им) обязанности)"
    ),
    spelt={
        "иностранных дел": "Foreign Affairs",
        "внутренних дел": "the Interior",
        "обороны": "Defence",
        "по развитию Дальнего Востока и Арктики": "the Development of the Far East and Arctic",
        "по делам гражданской обороны, чрезвычайным ситуациям и ликвидации последствий стихийных бедствий": "Civil Defence and Emergencies",
        "по чрезвычайным ситуациям": "Emergency Situations",
        "цифрового развития, связи и массовых коммуникаций": "Digital Development, Communications and Mass Media",
        "строительства и жилищно-коммунального хозяйства": "Construction, Housing and Utilities",
        "информации": "Information",
        "финансов": "Finance",
        "экономического развития": "Economic Development",
        "экономики": "Economy",
        "промышленности и торговли": "Industry and Trade",
        "промышленности": "Industry",
        "торговли": "Trade",
        "транспорта": "Transport",
        "энергетики": "Energy",
        "культуры": "Culture",
        "спорта": "Sport",
        "здравоохранения": "Health",
        "юстиции": "Justice",
        "сельского хозяйства": "Agriculture",
        "просвещения": "Education",
        "образования": "Education",
        "науки и высшего образования": "Science and Higher Education",
        "природных ресурсов и экологии": "Natural Resources and Environment",
        "труда и социальной защиты": "Labour and Social Protection",
    },
    titles=r"(?:господин(?:а|у|ом)?|госпожа|госпожи|госпожой|г-н|г-жа|академик)",
    not_names=frozenset(
        "В Во На По С Со За До Об О Из При Перед После Для Под От К У А Но Он Она Они Мы Вы Я Это "
        "Как Также Сегодня Вчера Российской Российский Российская Федерации Федерация Президент "
        "Президента Президентом Президенту Правительства Правительство Правительством Государственной "
        "Думы Совета Совет Министр Министра Министров Республики Республика Администрации "
        "Председатель Председателя Союза Федеральной Федерального Москвы Кремль Кремле Кремля "
        "Госсовета Центра Центрального Банка Службы Комитета Комиссии Генерального Генштаба Вооружённых "
        "Вооруженных Сил Аппарата Управления Большого Января Февраля Марта Апреля Мая Июня "
        "Июля Августа Сентября Октября "
        "Ноября Декабря Суда".split()
    ),
    within=(("Администрация Президента", r"Администрации Президента"),),
    capacities=(
        ("office-of-name", rf"<office> {_OF}(?: \([^()\n]{{1,20}}\))? {_WHOLE}"),
        ("office-of-initials", rf"<office> {_OF}(?: \([^()\n]{{1,20}}\))? {_INITIALS}"),
        ("office-initials", rf"<office> {_INITIALS}"),
        ("office-of-word-name", rf"<office> {_OF_WORD} {_TWO}"),
        ("office-name", rf"<office> {_WHOLE}"),
        ("office-of-other-name", rf"<office> {_OTHER} {_WHOLE}"),
        ("name-office-of", rf"(?P<name><fullname>), <office> {_OF}"),
        ("office-of", rf"<office> {_OF}"),
        ("of-office", r"(?P<of><demonym>|<org>) <office>"),
    ),
    national=_GOVERNMENT,
    seats=(
        ("Президент России", r"\b[Кк]ремл[ье]\b|Ново-Огар[её]во|\b[Kk]remlin\b", _GOVERNMENT),
        ("Президент США", r"\bБел(?:ый|ом) дом\w?\b|[Ww]hite ?[Hh]ouse", _GOVERNMENT),
    ),
)
