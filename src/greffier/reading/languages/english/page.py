"""English dates, speaker labels and page furniture."""

from __future__ import annotations

from greffier.reading.languages.base import DateRules, LabelRules, PageRules

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"

_SOMEBODY = (
    r"(?:Mr|Mrs|Ms|Dr|Sir|Hon|Prof|Senator|His|Her|The|King|Queen|Prince|Princess|President)"
)

DATES = DateRules(
    months={name: at for at, name in enumerate(_MONTHS, 1)}
    | {name[:3] + dot: at for at, name in enumerate(_MONTHS, 1) for dot in ("", ".")}
    | {"sept": 9, "sept.": 9},
    capitals=True,
    weekdays={name: at for at, name in enumerate(_WEEKDAYS)},
    patterns=(
        (
            "month-day-to-month-day",
            rf"(?P<month><month>) (?P<day>{_DAY}) ?[-–] ?(?P<month2><month>) (?P<day2>{_DAY})(?:,? (?P<year>\d{{4}})|(?![\d:]))",
        ),
        (
            "day-month-to-day-month",
            rf"(?P<day>{_DAY}) (?P<month><month>) ?[-–] ?(?P<day2>{_DAY}) (?P<month2><month>)\b(?:,? (?P<year>\d{{4}}))?",
        ),
        (
            "month-day-year",
            rf"(?P<month><month>) (?P<day>{_DAY})(?: ?[-–] ?(?P<day2>{_DAY}))?,? (?P<year>\d{{4}})",
        ),
        (
            "day-month-year",
            rf"(?P<day>{_DAY})(?: ?[-–] ?(?P<day2>{_DAY}))? (?:of )?(?P<month><month>),? (?P<year>\d{{4}})",
        ),
        ("month-year", r"(?P<month><month>),? (?P<year>\d{4})"),
        ("month-day", rf"(?P<month><month>) (?P<day>{_DAY})(?: ?[-–] ?(?P<day2>{_DAY}))?(?![\d:])"),
        (
            "day-month",
            rf"(?P<day>{_DAY})(?: ?[-–] ?(?P<day2>{_DAY}))? (?:of )?(?P<month><month>)\b",
        ),
        ("year", r"(?<=\b[Ii]n )(?P<year>(?:19|20)\d{2})\b"),
        ("month", r"(?<=\b[Ii]n )(?P<month><month>)\b"),
    ),
    weekday=r"\b[Oo]n (?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
    relative=(
        ("today", r"\b[Tt]oday\b", 0),
        ("day-before", r"\b(?:[Yy]esterday|the day before)\b", -1),
        ("tomorrow", r"\b[Tt]omorrow\b", 1),
    ),
)

LABELS = LabelRules(
    roles=frozenset(
        "question questions answer reply remark remarks response retort moderator interpreter "
        "translator q a voice voices phrase exclamation statement comment journalist reporter "
        "correspondent host presenter anchor audience speaker speakers chair chairman chairperson "
        "secretary participant announcer delegate intervention operator aide staff staffer "
        "questioner questioners clerk panelist panellist facilitator".split()
        + [
            "noble lords",
            "a noble lord",
            "the clerk",
            "the interpreter",
            "the moderator",
            "the press",
            "unidentified speaker",
            "unidentified male",
            "unidentified female",
            "male speaker",
            "female speaker",
            "multiple speakers",
            "voice from audience",
            "voice from the floor",
            "senior administration official",
            "senior official",
            "audience member",
        ]
        + [
            f"{some}{hon}{who}"
            for some in ("an ", "some ", "several ", "")
            for hon in ("", "hon. ", "hon ", "honourable ", "opposition ", "government ")
            for who in ("member", "members", "senator", "senators", "deputy", "deputies")
        ]
    ),
    bare=r"Q(?= [^\W_]| ?[\[(\"'–.])|A(?= [A-Z(\[\"'–])(?! [A-Z]\. )",
    presiding=frozenset(
        [
            "President",
            "Acting President",
            "Vice President",
            "Chairman",
            "Chair",
            "Co-Chair",
            "Speaker",
        ]
    ),
    press=frozenset("question questions q journalist reporter correspondent".split()),
    offices=frozenset(("moderator", "facilitator", "host", "senior administration official")),
    not_openings=frozenset(
        "i we you he she it they this that these those there here and but so or if when while "
        "as in on at for from by with to of my our your his her its their what why how who "
        "which where first second third firstly secondly thirdly finally also however indeed "
        "incidentally thank thanks dear let one another some any all each no not yes moreover "
        "furthermore therefore thus now then today because since after before during although "
        "a an on colleagues friends ladies comrades please source photo see read update note".split()
    ),
    procedure=(
        (
            "list-of-participants",
            r"(?:[A-Z][\w'-]{1,30} ){0,3}(?:[Pp]articipants|[Aa]ttendees)(?: (?:[Ii]ncluded?|[Ww]ere|[Aa]re))?\W{0,6}$",
        ),
        # Whose account it is, and nobody's speech.
        ("attributed", r"The (?:below|following)(?: \w+){0,3} (?:is|are) attributable to\b"),
        ("vote", r"A (?:recorded |roll-call )?vote was taken\b"),
        (
            "votes",
            r"(?:In favou?r|Against|Abstaining|Abstentions?|Present and not voting|Yeas?|Nays?|Ayes|Noes): ?(?=[A-Z0-9]|$)",
        ),
        ("interjection", r"[^:]{3,80} (?:interjecting|rose) ?–$"),
        (
            "question",
            r"(?:Question|Motion|Amendments?|Bill|Leave|Debate|Ordered|Original question|(?:Main )?Motion, as amended,)(?: (?:and|put|as amended|accordingly|again|proposed|on|the|clause|bill|further|amendments?)){0,4},? (?:agreed to|negatived|resolved in the (?:affirmative|negative)|passed|carried|lost|withdrawn|granted|adjourned|interrupted|resumed|read an? (?:first|second|third) time)(?:,? (?:on division|on the voices|by leave))?\.$",
        ),
        ("no-objection", r"There was no objection\.$"),
        ("decided", r"It was so (?:decided|ordered|resolved)\.$"),
        (
            "chair-taken",
            rf"{_SOMEBODY}\b[^:;!?]{{0,160}} (?:took|resumed|left|vacated) the [Cc]hair(?: at [\d:.]{{1,5}}[^:;!?]{{0,60}})?\.$",
        ),
        (
            "escorted",
            rf"{_SOMEBODY}\b[^:;!?]{{0,200}} was escorted (?:in)?to (?:and from )?the [^.:;!?]{{3,60}}\.$",
        ),
        (
            "sitting",
            r"(?:Sitting|Meeting|Proceedings|House|Committee|The (?:House|Senate|Committee|Council|Court|Assembly)) (?:suspended|adjourned|rose|divided|met|resumed)(?: (?:at|until|from|for|accordingly)\b[^;!?]{0,80})?[.]?$",
        ),
        ("whereupon", r"\(?\[?Whereupon, at \d[^\]]{3,200}\]?\)?$"),
        (
            "procedure",
            r"(?:The (?:meeting|sitting|session) (?:rose|was (?:called to order|suspended|resumed|adjourned|closed|opened))\b.{0,60}|The (?:draft resolution|amendment|motion|agenda|minutes)\b.{0,60}? (?:was|were) (?:adopted|approved|rejected|agreed to)(?: (?:unanimously|without a vote|by .{3,60}))?)\.?$",
        ),
    ),
)

PAGE = PageRules(
    publishers=(
        (
            "official-website",
            r"^(?P<publisher>(?:The )?[Oo]fficial (?:web ?)?(?:site|portal|page) of .{3,120})$",
        ),
        (
            "press-office",
            r"^(?P<publisher>(?:The )?(?:Press|Information) (?:Service|Office|Department) of .{3,120})$",
        ),
        ("publisher-field", r"^(?:Publisher|Published by): ?(?P<publisher>.{3,120})$"),
    ),
    institutions=r"\b(?:Assembly|Cabinet|Chancellery|Congress|Council|Department|Embassy|Government|House|Ministr(?:y|ies)|Office|Parliament|Presidency|Secretariat|Senate)\b",
    credits=(
        (
            "photo-credit",
            r"^(?:Photos?|Image|Picture|Cover|Caption|Video|Credit)s?(?: by| from| credit)?: ?.{0,200}$",
        ),
        (
            "source-credit",
            r"^(?:Source|Based on|With materials? from|Originally published|Adapted from|Author|Translated by|Translation|Editor)\b.{0,200}$",
        ),
        ("copyright", r"^(?:©|\(c\)|Copyright|All (?:rights|content|materials)\b).{0,300}$"),
        (
            "page-link",
            (
                r"^(?:Read more|Read also|See also|Related|More on|Share|Print|Tags?|Topics?|Categories|Comments?"
                r"|Subscribe|Follow us|Published in sections?|Publication (?:status|date)|Direct link|Text version"
                r"|Permalink|Previous|Next|Back to|Listen|Download|Geography|Persons|Dates?)\b(?::| .{0,120}|)$"
            ),
        ),
    ),
    tooltips=(
        (
            "background-card",
            r" ?Background information [^\n]{2,160}?(?:\([A-Z][\w.-]{1,12}\)|(?= [,.;:!?)\"]|\n|\Z))",
        ),
    ),
    kinds=(
        (
            "greeting-title",
            (
                r"^(?:Greetings?|Congratulations?|Condolences|Message|Telegram|Letter|Executive Order|"
                r"Instructions|Biography|Law|Order)\b"
            ),
            "other",
        ),
        (
            "sent-greetings-title",
            (
                r"^(?:(?!met\b|held\b|spoke\b)\S{1,40} ){0,9}(?:congratulated|(?:sent|extended|conveyed|expressed|offered)"
                r" (?:(?:an?|his|her|their) )?(?:\w+ ){0,2}"
                r"(?:telegram|message|greetings|condolences|congratulations|letter))\b"
            ),
            "other",
        ),
        ("readout-title", r"^Readout\b", "communique"),
        (
            "participants-title",
            r"\b(?:[Ll]ist of )?(?:[Pp]articipants|[Mm]embers present)(?: list)?$",
            "participants",
        ),
        ("decision-title", r"^(?:Decision|Resolution)\b", "decision"),
        (
            "declaration-title",
            r"^(?:(?:Joint|Final|Political) )*(?:[Dd]eclaration|[Ss]tatement|[Cc]ommuniqu[eé])\b(?! (?:for|to) the press)",
            "declaration",
        ),
        (
            "notice-title",
            r"\b(?:to (?:discuss|hold|attend|take part|visit|meet|chair|host)|will (?:be held|take part|meet))\b",
            "notice",
        ),
    ),
)
