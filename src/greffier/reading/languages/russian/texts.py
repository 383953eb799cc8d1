"""How Russian records speak of documents, and of what somebody said."""

from __future__ import annotations

from greffier.reading.languages.base import InstrumentRules, QuoteRules

_WAS = r"(?: (?:был[аои]?|будет|будут))?"

INSTRUMENTS = InstrumentRules(
    nouns=(
        (r"[Дд]екларац(?:ия|ии|ию|ией|ий)", "declaration"),
        (r"[Зз]аявлени(?:е|я|ем|й)", "statement"),
        (r"[Кк]оммюнике", "communique"),
        (r"[Мм]еморандум(?:а|ы|ом|ов)?", "memorandum"),
        (r"[Пп]ротокол(?:а|ы|ом|ов)?", "protocol"),
        (r"[Дд]оговор(?:а|ы|ом|ов)?", "treaty"),
        (r"[Сс]оглашени(?:е|я|ем|й)", "agreement"),
        (r"[Рр]езолюци(?:я|и|ю|ей|й)", "resolution"),
        (r"[Рр]ешени(?:е|я|ем|й)", "decision"),
        (r"[Сс]тратеги(?:я|и|ю|ей|й)", "strategy"),
        (
            r"(?:[Пп]лан(?:а|ы|ом|ов)?|[Пп]рограмм(?:а|ы|у|ой)|[Дд]орожн\w{2,3} карт(?:а|ы|у|ой))",
            "plan",
        ),
        (r"[Бб]юджет(?:а|ом)?", "budget"),
        (r"[Пп]акет(?:а|ом)?|(?:\w+ ){0,2}документ(?:ы|ов|ами)", "package"),
        (
            r"[Дд]окумент(?:а|ом)?|[Кк]онцепци(?:я|и|ю|ей)|[Кк]онвенци(?:я|и|ю|ей)|[Уу]каз(?:а|ом)?|[Уу]став(?:а|ом)?",
            "other",
        ),
    ),
    several=r"\b(?:ряд|несколько|два|две|три|четыре|пять|\d+)\b",
    article=r"(?:ряд|несколько|два|две|три|четыре|пять|\d{1,3}) ",
    active=(
        ("adopted", r"\b[Пп]ринят(?:а|о|ы)?\b|\bпринял[аи]?\b(?! участие)", "adopted"),
        (
            "approved",
            r"\b(?:[Оо]добрен|[Уу]твержд[её]н)(?:а|о|ы)?\b|\b(?:одобрил|утвердил)[аи]?\b",
            "approved",
        ),
        ("signed", r"\b[Пп]одписан(?:а|о|ы)?\b|\bподписал[аи]?\b", "signed"),
        ("drafted", r"\b[Пп]одготовлен(?:а|о|ы)?\b", "drafted"),
        (
            "to-sign",
            r"\b(?:подпишут|подпишет|примут|планируется (?:подписать|принять|подписание|принятие))\b",
            "planned",
        ),
    ),
    passive=(
        ("being-signed", rf"{_WAS} подписан(?:а|о|ы)?\b", "signed"),
        ("being-adopted", rf"{_WAS} принят(?:а|о|ы)?\b", "adopted"),
        ("being-approved", rf"{_WAS} (?:одобрен|утвержд[её]н)(?:а|о|ы)?\b", "approved"),
    ),
    joins=r"(?:,? а также |,? и |, )",
    about=r" (?:касающи\w{2,3}|по|об?)\b",
    again=r"^(?:В частности|Среди них|В том числе)\b",
)

_SAID = (
    r"(?:сказал[аи]?|заявил[аи]?|отметил[аи]?|подчеркнул[аи]?|сообщил[аи]?|добавил[аи]?|пояснил[аи]?"
    r"|напомнил[аи]?|рассказал[аи]?|уточнил[аи]?|говорится)"
)

QUOTES = QuoteRules(
    pronouns=frozenset(("он", "она", "они")),
    sources=(
        ("said-before", rf"(?P<source><someone>)(?: [^.,;:]{{1,60}})? {_SAID}"),
        ("said-before-the-source", rf"\b{_SAID} (?P<source><someone>)"),
    ),
    after=(("said-after", rf"^,? ?– {_SAID} (?P<source><someone>)"),),
)
