"""How English records speak of documents, and of what somebody said."""

from __future__ import annotations

from greffier.reading.languages.base import InstrumentRules, QuoteRules

_PAST = r"(?:(?:has|have|had|was|were|been|being|be) ){1,3}"

INSTRUMENTS = InstrumentRules(
    nouns=(
        (r"[Dd]eclarations?", "declaration"),
        (r"[Ss]tatements?", "statement"),
        (r"[Cc]ommuniqu[eé]s?", "communique"),
        (r"[Mm]emorand(?:um|a|ums)", "memorandum"),
        (r"[Pp]rotocols?", "protocol"),
        (r"[Tt]reat(?:y|ies)", "treaty"),
        (r"[Aa]greements?", "agreement"),
        (r"[Rr]esolutions?", "resolution"),
        (r"[Dd]ecisions?", "decision"),
        (r"[Ss]trateg(?:y|ies)", "strategy"),
        (r"(?:[Aa]ction )?[Pp]lans?|[Rr]oad ?maps?|[Pp]rogrammes?|[Pp]rograms?", "plan"),
        (r"[Bb]udgets?", "budget"),
        (r"[Pp]ackages?|(?:[Jj]oint |[Bb]ilateral |final |outcome )?[Dd]ocuments", "package"),
        (
            r"[Dd]ocument|[Cc]oncept(?! of)|[Cc]harter|[Cc]onvention|[Ee]xecutive [Oo]rder|[Rr]egulations",
            "other",
        ),
    ),
    several=r"\b(?:a (?:number|package|set|series) of|several|many|some|other|numerous|two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
    article=r"(?:an?|the|its|their|this|that|a number of|several|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) ",
    active=(
        (
            "recorded-in",
            r"\b(?:recorded|reflected|set out|sealed|enshrined|formalised|formalized) in\b",
            "adopted",
        ),
        ("adopted", r"\b(?:adopted|endorsed|passed|issued)\b", "adopted"),
        ("approved", r"\bapproved\b", "approved"),
        ("signed", r"\b(?:signed|concluded|inked)(?: were)?\b", "signed"),
        ("made-a-declaration", r"\bmade(?= an? (?:\w+ )?declaration)", "adopted"),
        (
            "signing-of",
            r"\b(?:(?:ended|concluded|culminated|resulted) (?:with|in) (?:the )?|and the )signing of\b",
            "signed",
        ),
        ("drafted", r"\b(?:drafted|prepared)\b", "drafted"),
        (
            "to-sign",
            r"\b(?:will|to|plans? to|expected to|going to) (?:also )?(?:sign|adopt|approve)\b",
            "planned",
        ),
    ),
    passive=(
        ("being-signed", rf",? ?(?:that )?{_PAST}(?:also )?(?:signed|concluded)\b", "signed"),
        (
            "being-adopted",
            rf",? ?(?:that )?{_PAST}(?:also )?(?:adopted|endorsed|passed|issued)\b",
            "adopted",
        ),
        ("being-approved", rf",? ?(?:that )?{_PAST}(?:also )?approved\b", "approved"),
        (
            "signed-by",
            r",? ?(?:(?:that|which) we (?:have )?)?signed(?: (?:by|at|in|today|earlier|yesterday)|[,.]|$)",
            "signed",
        ),
        (
            "adopted-by",
            r",? ?(?:(?:that|which) we (?:have )?)?adopted(?: (?:by|at|in|today|earlier|yesterday)|[,.]|$)",
            "adopted",
        ),
        (
            "will-be-signed",
            r",? ?(?:that )?(?:will|is to|are to|is expected to) be (?:signed|adopted|approved)\b",
            "planned",
        ),
    ),
    spoken=("signing-of", "signed-by", "adopted-by"),
    we=r"\b(?:[Ww]e|I|(?:[Oo]ur|[Tt]he|[Tt]hese) (?:two )?(?:countries|governments|states|parties|sides|presidents|ministers))(?: (?:have|had|just|also|already|today)){0,3} $",
    participle=(
        ("the-signed", r"\b(?:the|a|an) (?:recently |newly )?signed$", "signed"),
        ("the-adopted", r"\b(?:the|a|an) (?:recently |newly )?adopted$", "adopted"),
    ),
    joins=r"(?:,? and (?:also )?|, as well as |,? including |, namely |, such as |,? along with |, )",
    listed=(
        (
            r" (?:of (?:the )?(?:<any>|\w+)(?: (?:<any>|\w+)){0,4})?: (?=<upper>|<any>)",
            r", (?:and )?(?=<upper>|<any>)",
        ),
        (
            r" [^,.;:]{0,80}, namely (?=<upper>|<any>)",
            r", (?:and )?(?=<upper>|<any>)",
        ),
        (r" on (?=[^,.;]{3,120}, (?:and )?on )", r",? and on |, on "),
        (r" on (?=[^,.;]{3,120}, (?:and )?\w+ing )", r",? and (?=\w+ing )|, (?=\w+ing )"),
    ),
    about=r" (?:concerning|regarding|relating to|related to|about|on)\b",
    again=r"^(?:In particular|Among (?:them|these)|These include|Specifically|Including)\b",
)

_SAID = (
    r"(?:said|says|stated|noted|added|stressed|emphasi[sz]ed|told|explained|pointed out|underlined|"
    r"underscored|declared|announced|reported|recalled|wrote|remarked|believes|commented|called for|"
    r"spoke (?:of|about)|called|warned|argued|admitted|confirmed|promised|claimed|insisted)"
)
_INSTITUTION = (
    r"(?:press (?:service|office|secretary) of (?:the )?(?:<any> ?|[\w-]+ ?){1,4}|(?:<any> )?[A-Z][\w-]{1,30}"
    r"(?: (?:press service|press office|Ministry|Government|[A-Z][\w-]{1,30})){0,3}|<any>)"
)

QUOTES = QuoteRules(
    pronouns=frozenset(("he", "she", "they")),
    sources=(
        (
            "according-to",
            rf"\b[Aa]ccording to (?:the )?(?P<source><someone>|press (?:service|office) of (?:the )?(?:<any>|[a-z]+)(?: (?:<any>|[a-z]+))?|{_INSTITUTION})",
        ),
        ("as-said", rf"\b[Aa]s (?:the )?(?P<source><someone>|<office>|{_INSTITUTION}) {_SAID}"),
        (
            "said-before",
            rf"(?P<source><someone>|<office>|[Hh]e|[Ss]he|{_INSTITUTION}) (?:\w+ly |also |then |further )?{_SAID}\b",
        ),
    ),
    after=(
        (
            "source-said",
            rf"^,? ?(?:the )?(?P<source><someone>|<office>|[Hh]e|[Ss]he|{_INSTITUTION}) (?:also |then )?{_SAID}\b",
        ),
        ("said-source", rf"^,? ?{_SAID} (?:the )?(?P<source><someone>|<office>|{_INSTITUTION})"),
    ),
    reported=(
        (
            "he-said",
            rf"^(?P<words>.{{20,600}}), (?:the )?(?P<source><someone>|<office>|[Hh]e|[Ss]he|{_INSTITUTION}) {_SAID}(?: in [^.\"]{{1,60}})?\.$",
        ),
        (
            "said-that",
            rf"(?P<source><someone>|<office>){{1}}(?:, [^,]{{1,120}},)? {_SAID} that (?P<words>[^\".]{{10,500}})",
        ),
    ),
)

ACTIVITIES = (
    (
        "exercise-named",
        r"\b(?:exercises?|operations?|training|drills?)(?: of [^.,]{1,60}?)? (?:named|called|dubbed|code-?named) (?P<name>[A-Z][\w-]{1,30}(?: (?:[A-Z][\w-]{1,30}|\d{4})){0,4})",
    ),
    (
        "named-exercise",
        r"(?P<name>[A-Z][\w-]{2,30}(?: [A-Z][\w-]{2,30}){0,3}(?: \d{4})?)(?: \([A-Z][\w ]{1,40}\))? (?:[a-z-]+ ){0,2}?(?:special training|special operations?|exercises?|drills?)\b",
    ),
)
