"""How Russian records speak of who holds the chair of an organisation or of a body."""

from __future__ import annotations

from greffier.reading.languages.results import ChairRules

# Whose a thing is, by the stem of the adjective that is made of the state's name.
OWNERS = {
    "российск": "Russia",
    "белорусск": "Belarus",
    "казахстанск": "Kazakhstan",
    "киргизск": "Kyrgyzstan",
    "кыргызск": "Kyrgyzstan",
    "кыргызстанск": "Kyrgyzstan",
    "таджикск": "Tajikistan",
    "таджикистанск": "Tajikistan",
    "узбекск": "Uzbekistan",
    "узбекистанск": "Uzbekistan",
    "армянск": "Armenia",
    "азербайджанск": "Azerbaijan",
    "туркменск": "Turkmenistan",
    "молдавск": "Moldova",
    "украинск": "Ukraine",
    "грузинск": "Georgia",
    "китайск": "China",
    "индийск": "India",
    "пакистанск": "Pakistan",
    "иранск": "Iran",
    "бразильск": "Brazil",
    "южноафриканск": "South Africa",
    "египетск": "Egypt",
    "эфиопск": "Ethiopia",
    "турецк": "Turkey",
    "индонезийск": "Indonesia",
    "японск": "Japan",
    "вьетнамск": "Vietnam",
    "лаосск": "Laos",
    "малайзийск": "Malaysia",
    "германск": "Germany",
    "французск": "France",
    "итальянск": "Italy",
    "испанск": "Spain",
    "польск": "Poland",
    "венгерск": "Hungary",
    "датск": "Denmark",
    "шведск": "Sweden",
    "финск": "Finland",
    "финляндск": "Finland",
    "чешск": "Czechia",
    "бельгийск": "Belgium",
    "австрийск": "Austria",
    "британск": "United Kingdom",
    "американск": "United States",
    "канадск": "Canada",
    "сербск": "Serbia",
    "словацк": "Slovakia",
    "мальтийск": "Malta",
    "кипрск": "Cyprus",
    "саудовск": "Saudi Arabia",
}
_OWNERS = rf"(?i:{'|'.join(OWNERS)})(?:ое|ого|ому|им|ом)"
_CHAIR = r"(?:[Сс]о)?[Пп]редседательств(?:о|а|у|ом|е)"
_KNOWN = r"(?:<body>(?: <org>)?|<org>)"
_ORG = rf"(?P<org>{_KNOWN}(?:(?:,? и|,)(?: во?)? {_KNOWN}){{0,4}})"
_IN = rf"(?:во?|на|в рамках) {_ORG}"
_HOLDER = r"(?P<holder><holder>)"
_ADVERBS = r"(?:[а-яё]\w{1,20} ){0,3}?"
_GOES = r"(?:перейд[её]т|переходит|перешло|передано|передаётся|будет передано)"

CHAIR = ChairRules(
    patterns=(
        ("chairmanship-of", rf"\b{_CHAIR} {_HOLDER} {_IN}", "current"),
        ("owner", rf"(?P<holder>{_OWNERS}) {_ADVERBS}{_CHAIR} {_IN}", "current"),
        ("his", rf"{_HOLDER} за {_ADVERBS}{_CHAIR} {_IN}", "current"),
        ("owner-behind", rf"\b{_CHAIR} {_IN} {_HOLDER}", "current"),
        ("our", rf"\b[Нн]аш(?:ем|его|ему|е|им) {_CHAIR} {_IN}", "current"),
        (
            "holds",
            rf"{_HOLDER}(?:,[^,.]{{1,60}},)? {_ADVERBS}председательствует {_ADVERBS}{_IN}",
            "current",
        ),
        (
            "holds-behind",  # `В этом году в ЕАЭС председательствует Казахстан`
            rf"\b{_IN} {_ADVERBS}председательствует {_HOLDER}",
            "current",
        ),
        (
            "presiding",  # `премьер председательствующей в ЕАЭС Белоруссии`
            rf"\bпредседательствующ\w{{2,3}} {_ADVERBS}{_IN} {_HOLDER}",
            "current",
        ),
        (
            "where-holds",
            rf"{_ORG}, (?:где|в котор\w{{2,3}}) {_ADVERBS}{_HOLDER} {_ADVERBS}председательствует",
            "current",
        ),
        (
            "is-chair",
            rf"{_HOLDER} {_ADVERBS}(?:является|стала?) {_ADVERBS}(?:<office>|председателем) {_IN}",
            "current",
        ),
        (
            "will-be-held-by",
            rf"\b[Пп]редседательствовать {_ADVERBS}{_IN} (?:в \d{{4}} году )?будет {_HOLDER}",
            "incoming",
        ),
        (
            "will-hold",
            rf"{_HOLDER} {_ADVERBS}(?:в \d{{4}} году )?будет {_ADVERBS}председательствовать {_ADVERBS}{_IN}",
            "incoming",
        ),
        ("took-over", rf"{_HOLDER} {_ADVERBS}принял[аои]? {_ADVERBS}{_CHAIR} {_IN}", "current"),
        (
            "takes-the-chair",
            rf"{_HOLDER} {_ADVERBS}(?:примет|принимает|возьм[её]т|бер[её]т) {_ADVERBS}{_CHAIR} {_IN}",
            "incoming",
        ),
        (
            "taking-over-of",
            rf"{_HOLDER} (?:с|со) (?:принятием|вступлением на|началом) {_ADVERBS}{_CHAIR} {_IN}",
            "incoming",
        ),
        (
            "hands-over",
            rf"{_HOLDER} {_ADVERBS}переда(?:л[аи]?|[её]т|ст) {_ADVERBS}{_CHAIR} {_IN}",
            "outgoing",
        ),
        (
            "hands-over-to",
            rf"\b[Пп]ереда\w{{1,4}} {_ADVERBS}{_CHAIR} {_IN} {_ADVERBS}{_HOLDER}",
            "incoming",
        ),
        (
            "chair-goes-to",
            rf"\b{_CHAIR} {_IN}[^.]{{0,60}}? {_GOES} (?:от <holder> )?(?:к )?{_HOLDER}",
            "incoming",
        ),
        ("goes-to-chair", rf"\bк {_HOLDER} {_GOES} {_ADVERBS}{_CHAIR} {_IN}", "incoming"),
        ("under-the-chairmanship", rf"\bпод {_CHAIR} {_HOLDER}", "current"),
        (
            "owner-alone",
            rf"(?P<holder>{_OWNERS}) {_ADVERBS}{_CHAIR}(?! (?:во?|на) )|\b{_CHAIR} (?P<holder2><state>)(?! (?:во?|на) )",
            "current",
        ),
    ),
    at_once=frozenset({"chair-goes-to", "goes-to-chair", "hands-over-to"}),
    bare=frozenset({"owner-alone"}),
    speaker=frozenset({"our"}),
    settled=frozenset(
        {
            "chair-goes-to",
            "goes-to-chair",
            "hands-over",
            "hands-over-to",
            "will-hold",
            "will-be-held-by",
        }
    ),
    owners=OWNERS,
    first_person=r"\b(?:[Яя]|[Мм]ы|[Нн]аш[а-яё]{0,3})\b",
    times=(
        (r"\b(?:[Вв] прошлом (?:году|месяце)|[Пп]редыдущ\w{2,3}|[Мм]инувш\w{2,3})\b", "past"),
        (r"\b(?:[Вв] (?:следующем|будущем) (?:году|месяце)|[Пп]редстоящ\w{2,3})\b", "incoming"),
        (r"\b(?:[Вв] (?:этом|текущем|нынешнем) (?:году|месяце)|[Нн]ынешн\w{2,3})\b", "current"),
    ),
)
