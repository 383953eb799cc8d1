"""How English records say which session met, when, where and how."""

from __future__ import annotations

from greffier.reading.languages.english.phrases import (
    DAY_MONTH,
    GROUP,
    MONTHS,
    MORE,
    NOUN,
    ORDINAL,
    ORGAN,
    PLACE,
    SITTING,
    UNIT,
    VERB,
    VIDEO,
    WORDS,
)
from greffier.reading.languages.meetings import SessionRules

SESSIONS = SessionRules(
    sitting=NOUN,
    summit=r"[Ss]ummit|SUMMIT",
    of_body=(
        ("body-session", rf"(?:(?P<org><org>)(?:'s?)? )?(?P<body><body>)(?:'s)? {NOUN}"),
        (
            "session-of-body",
            (
                rf"{NOUN}(?:, {VIDEO},)? (?:of|for|with) (?:the )?(?:(?:permanent )?members of (?:the )?)?(?:(?P<org><org>)(?:'s?)? )?(?P<body><body>)"
                r"(?: of (?:the )?(?P<org2><org>))?"
            ),
        ),
        (
            "body-begins",
            r"[Tt]he (?P<body><body>)(?: of (?:the )?(?P<org2><org>)(?: \([^()]{1,20}\))?)? (?:that |which )?(?:will now begin|is meeting|met|meets|convened|resumed)\b",
        ),
        (
            "body-at-its-session",
            rf"(?:(?P<org><org>)(?:'s?)? )?(?P<body><body>)(?: of (?:the )?(?P<org2><org>))?(?: \([^()]{{1,20}}\))?,? at (?:its|their) (?:\d{{1,5}}(?:st|nd|rd|th) )?{NOUN}",
        ),
        (
            "session-of-unit-of-group",
            rf"{NOUN}(?:, {VIDEO},)? (?:of|with) (?:the )?(?P<unit>(?:{WORDS} ){{0,4}}{ORGAN}) of (?:the )?{GROUP}",
        ),
        (
            "session-of-unit",
            rf"{NOUN}(?:, {VIDEO},)? (?:of|with) (?:the )?(?:(?:permanent )?members of (?:the )?)?{UNIT}",
        ),
        ("session-with-unit-members", rf"{NOUN} with (?:the )?{UNIT} (?:permanent )?members"),
        ("unit-session", rf"{UNIT} {NOUN}"),
        (
            "congress-held",
            r"(?:during|at|by|of|in) the (?P<unit>(?:(?:[A-Z][\w'-]{1,30}|<demonym>|<state>) ){1,6}Congress)(?= (?:that|which|held|took))",
        ),
        (
            "takes-part-in-body",
            r"\b(?<!to )(?:attend(?:ed|s|ing)?|participat(?:ed|es|e|ing) in|(?:took|takes?|taking) part in|participation in) (?:the )?(?:(?P<org><org>)(?:'s?)? )?(?P<body><body>)(?: of (?:the )?(?P<org2><org>))?(?! <office>)",
        ),
        ("session-of-group", rf"{NOUN} of (?:the )?(?:[\w-]+ ){{0,4}}?{GROUP}"),
        ("group-session", rf"{GROUP}(?:'s?)? (?:[Ll]eaders'? |[Mm]inisterial )?{NOUN}"),
    ),
    of_org=(
        (
            "org-session",
            rf"(?P<org><orgs>)(?:'s?)? (?P<level>(?:[Ll]eaders'?|[Hh]eads of [Ss]tate) )?{NOUN}",
        ),
        ("ministers-session", rf"(?P<org><orgs>)(?:'s?)? (?P<ministers><office>)'? {NOUN}"),
        (
            "session-of-org-ministers",
            rf"{NOUN} (?:of|between) (?:the )?(?P<org><orgs>)(?:'s?)? (?P<ministers><office>)",
        ),
        (
            "session-of-ministers",
            rf"{NOUN} (?:of|between) (?:the )?(?P<ministers><office>) (?:of|from) (?:the )?(?P<org><orgs>)",
        ),
        (
            "session-of-org",
            rf"{NOUN} (?:of|between|with) (?:the )?(?:<state>(?: and |, )){{0,3}}(?P<org><orgs>)(?! <office>)",
        ),
        (
            "session-of-leaders",
            rf"{NOUN} (?:of|between) (?:the )?(?:(?:[\w-]+|<office>|<any>) ){{1,6}}(?:of|from) (?:the )?(?P<org><orgs>)",
        ),
        (
            "met-leaders-of-org",
            r"\b(?:met|[Mm]eeting|[Tt]alks) with (?:the )?(?:(?:[\w-]+|<any>) ){1,8}(?:of|from) (?:the )?(?P<org><orgs>)(?:'s?)? (?:member )?(?:countries|states|nations)",
        ),
    ),
    several=rf"{SITTING}s\b",
    elsewhen=r"\b(?:earlier|previously|(?:days|weeks|months|years) ago)\b",
    particular=rf"\b(?:earlier|previous|[Nn]ext|[Ll]atest|[Ll]ast|[Rr]ecent|upcoming|forthcoming|future|[Pp]reparations? for|run-up to|(?:[Aa]head|[Ii]n advance) of|[Pp]rior to|[Oo]n (?:the )?(?:sidelines|margins) of|{ORDINAL}(?= (?:(?:\w+|<any>) ){{0,4}}{SITTING}))\b",
    coming=r"\b(?:[Nn]ext|upcoming|forthcoming|future|[Pp]reparations? for|run-up to|(?:[Aa]head|[Ii]n advance) of|[Pp]rior to|look(?:s|ed|ing)? forward to)\b",
    beside=r"\b(?:[Oo]n (?:the )?(?:sidelines|margins) of|(?:[Aa]head|[Ii]n advance) of|[Pp]rior to|run-up to) (?:(?:\w+|<any>) ){0,4}$",
    placed=rf" (?:(?:that|which|to be) )?(?:(?:was|were|has been|will be) )?(?:held|hosted|takes? place|took place|taken place) (?!today|here|via|by video)| on {DAY_MONTH}",
    organ=UNIT,
    ordinal=rf"^(?:the )?(?:[Ff]irst|[Ii]naugural|{ORDINAL}) ",
    encounters=(
        (
            "with-someone",
            r"\b(?:[Mm]eeting|[Mm]et|[Tt]alks|[Cc]onversation|[Cc]all|[Ll]unch|[Bb]reakfast|[Dd]inner|[Ii]nterview|[Ss]peaks|[Ss]poke|[Mm]eets)(?: (?:with|by|between|to))? (?:(?:[Tt]he|[Ii]ncoming|\w+-elect|[Nn]ewly elected|[Ff]ormer) ){0,2}(?:<someone>|<fullname>$)",
        ),
        ("of-two", r"\b[Bb]y <someone> and <someone>(?!,? (?:and|<someone>)|,)"),
    ),
    briefings=r"\b(?:[Pp]ress|[Mm]edia|[Nn]oon|[Dd]aily|[Ww]eekly|[Bb]ackground) (?:\w+ )?(?:[Bb]riefing|[Cc]all)\b|\b[Bb]riefing by\b|\b[Rr]egular (?:[Pp]ress|[Nn]ews) [Cc]onference\b|[Ss]pokes(?:person|man|woman)(?:'s)? (?:\w+ ){0,3}(?:[Pp]ress|[Nn]ews) [Cc]onference|\b[Gg]aggle\b|\b[Ii]nterview\b",
    later=(
        (
            "next-session",
            rf"\b(?:[Tt]he|[Ii]ts?|[Tt]heir) (?:next|following) (?:(?:\w+|<any>) ){{0,3}}{SITTING}\b",
        ),
        ("meet-again", r"\bmeet again\b"),
    ),
    again=(
        (
            "of-the-organ",
            rf"\b(?:[Tt]he|[Tt]his) (?P<noun>[Cc]ommission|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Cc]ongress|[Bb]ureau|[Pp]residium)'s (?:{DAY_MONTH} |(?:\w+ ){{1,2}}){SITTING}\b",
        ),
    ),
    dated=(
        (
            "meeting-on-a-day",
            rf"\b(?:[Oo]ur|[Ii]ts|(?:Council|Committee|Commission|Assembly|Board)(?:'s)?|<body>(?:'s)?) (?:\w+ )?(?:[Mm]eeting|[Ss]ession|[Ss]itting) (?:held )?(?:on|of) (?P<when>{DAY_MONTH})",
        ),
    ),
    now=r"\b(?:[Tt]oday|[Jj]ust now|[Tt]hese talks|[Tt]his (?:meeting|session|summit)|(?:we|We) have (?:just )?(?:gathered|met))\b",
    formats=(
        (
            "joint",
            rf"\b[Jj]oint (?![Pp]ress|[Nn]ews|[Mm]edia|[Cc]onference){MORE}{SITTING}",
            "joint",
        ),
        (
            "extraordinary",
            rf"\b(?:[Ee]xtraordinary|[Ee]mergency|[Ss]pecial) {MORE}{SITTING}",
            "extraordinary",
        ),
        ("informal", rf"\b[Ii]nformal {MORE}{SITTING}", "informal"),
        ("plenary", rf"\b[Pp]lenary (?:{SITTING})?", "plenary"),
        ("regular", rf"\b(?:[Rr]egular|[Oo]rdinary) {SITTING}", "regular"),
        (
            "restricted",
            (
                rf"\b(?:[Rr]estricted|[Nn]arrow|[Ss]mall|[Ll]imited)(?:[- ](?:format|attendance|composition|circle))?(?: \w+)? {SITTING}"
                r"|\bin (?:a |the )?(?:restricted|narrow|small|limited)(?:[- ](?:format|attendance|composition|circle|group))"
                r"|\b(?:restricted|narrow)[- ](?:format|attendance)"
            ),
            "restricted",
        ),
        (
            "expanded",
            (
                rf"\b(?:[Ee]xpanded|[Ee]xtended|[Bb]roadened)(?:[- ](?:format|attendance|composition))?(?: \w+)? (?:{SITTING})"
                r"|\bin (?:an |the )?(?:expanded|extended)[- ](?:format|attendance|composition)"
                r"|\bwith (?:the participation of )?(?:(?:their|the|members of the|both) )?delegations\b"
                r"|\bjoined by (?:their )?delegations"
                r"|\b(?:then|later|and) with the participation of (?:the |our |both )?(?:(?:\w+|<any>),? ){0,6}(?:ministers|delegations|delegation members|officials)"
            ),
            "expanded",
        ),
    ),
    held=r"\b(?:met|meets|held|hosted|took part|takes part|attended|chaired|took place|received|concluded|discussed|spoke)\b",
    planned=(
        (
            "will-be-held",
            r"\b(?:will|is to|are to|is due to|is expected to|is scheduled to|plans? to) (?:be held|take part|take place|attend|hold|chair|meet|host|visit|participate|discuss|convene|gather)\b",
        ),
        (
            "to-discuss",
            r"^(?:<someone>|[A-Z]\w+(?: [A-Z]\w+){0,2}) to (?:discuss|hold|attend|take part|participate|meet|chair|host|visit|travel|address)\b",
        ),
        ("to-be-held", r"\bto (?:be held|take place)\b"),
        ("is-scheduled", r"\b(?:is|are) (?:scheduled|planned|expected|due) (?:for|to|on)\b"),
    ),
    cancelled=(
        (
            "cancelled",
            rf"{SITTING}[^.]{{0,60}} (?:has been|was|is) (?:cancelled|canceled|called off)",
        ),
    ),
    by_video=(
        (
            "session-by-video",
            rf"{SITTING}[^.]{{0,120}}? {VIDEO}|{SITTING}, {VIDEO}|\b(?:held|convened)[^.]{{0,60}} {VIDEO}",
        ),
        (
            "video-session",
            rf"\b(?:[Oo]nline|[Vv]irtual|[Vv]ideoconference|[Vv]ideo(?! conference(?! of\b))) (?:(?:\w+|<any>) ){{0,3}}{SITTING}",
        ),
    ),
    joins_by_video=(
        ("joins-by-video", rf"(?P<who><someone>) (?:{VERB}|joined)[^.;]{{0,80}} {VIDEO}"),
        ("speaks-by-video", rf"(?P<who><someone>),? {VIDEO}"),
    ),
    said_by_video=(
        (
            "is-joining-by-video",
            rf"(?:M(?:r|s|rs|me)\.? )?(?P<who><someone>|<name>) (?:is|are|will be) (?:joining|participating in|taking part in) [^.;]{{0,60}}? {VIDEO}",
        ),
    ),
    met=(
        (
            "was-opened",
            r"\b(?:[Mm]eeting|[Ss]itting|[Ss]ession) (?:was|is) (?:called to order|open(?:ed)?\b|resumed)|\b[Mm]et at (?=\d|[a-z]*-?(?:past)? ?[A-Z]?)",
        ),
        (
            "in-this-chamber",
            r"\b(?:participate in|taking part in) (?:this|the) meeting\b|\bin this Chamber\b",
        ),
        ("meeting-in", r"\b[Mm]eeting in <upper>"),
        ("met", r"\b(?:met|meets|hosted|received|gathered|arrived|visited)\b"),
        ("held-talks", rf"\b(?:held|hosted|had) (?:\w+ ){{0,4}}{SITTING}"),
    ),
    venues=(
        (
            "session-held-in",
            rf"\b(?:held|hosted|chaired|opened|had|attended|in|at)\b[^.;]{{0,100}}?{SITTING}(?:(?! (?:on|about|concerning|regarding|to discuss|devoted to|dedicated to|following|and (?:took|\w+ed))\b)[^.;]){{0,80}}? (?:in|at) {PLACE}(?![\w'-]| (?:in (?:{MONTHS})|last|next)\b)",
        ),
        (
            "session-took-place-in",
            rf"{SITTING}[^.;]{{0,120}}? (?:took place|was held|is being held|will be held|has taken place|will take place|opened|began|is taking place|is under ?way|are under ?way)(?: \w+)? (?:in|at) {PLACE}",
        ),
        (
            "met-in",
            rf"\b(?:(?:met|gathered|arrived) (?:(?:\w+|<any>),? ){{0,5}}|(?:meet|meeting|talks) (?:(?!on\b|about\b)\w+ ){{0,3}})(?:in|at) {PLACE}",
        ),
        (
            "was-hosted-in",
            r"\b(?:hosted|received|welcomed)\b[^.;]{0,160}? (?:today|yesterday|on [A-Z]\w+) (?:in|at) "
            + PLACE,
        ),
        (
            "held-at-a-house-in",
            rf"\b[Hh]eld (?:at|in) (?:the )?[^,.;]{{3,50}}, {PLACE}(?=,? on\b|,? \w+day\b)",
        ),
        ("city-and-date", rf", {PLACE}, (?:(?:{MONTHS}) \d|\d{{1,2}} (?:{MONTHS}))"),
        ("session-in", rf"(?:<body>|<org>)(?:'s?)? {NOUN} in {PLACE}"),
        (
            "session-of-in",
            rf"{NOUN} of (?:the )?(?:<org>(?:'s?)? )?(?:<body>|<org>)(?: of (?:the )?<org>)? in {PLACE}",
        ),
        ("place-hosted", rf"^(?:\S+ ){{0,8}}{PLACE} (?:hosted|is hosting|will host)\b"),
    ),
    spoken_venues=(
        (
            "work-here",
            r"\b(?:to work|to be|to meet|meeting|gathered|welcome|hospitality|arrived|come|here) (?:together |here |again |to )?(?:in )?(?P<place><state>) (?:today|once again|again)",
        ),
        ("here-in", r"\bhere in (?P<place><state>)\b"),
    ),
    buildings=r"\b(?:Kremlin|White House|Palace|Palais|Villa|Castle|Residence|Hall|House|Hotel|Cent(?:re|er)|Room|Garden|Office|Centre|Airport|University|Ministry|Department|Embassy|Headquarters|Library|Auditorium|Theatre|Stadium|Museum|Station)\b",
    landmarks=(
        (
            "Washington",
            r"\b(?:White House|Rose Garden|Oval Office|State Dining Room|East Room|South Lawn|North Lawn|Roosevelt Room|Cabinet Room|South Court Auditorium|Brady (?:Press )?Briefing Room|Capitol Hill|U\.?S\.? Capitol)\b",
        ),
        ("Moscow", r"\bKremlin\b"),
        (
            "London",
            r"\b(?:Downing Street|Palace of Westminster|Buckingham Palace|Lancaster House)\b",
        ),
        ("Paris", r"\b[EÉ]lys[eé]e\b"),
        ("Beijing", r"\b(?:Great Hall of the People|Zhongnanhai|Diaoyutai)\b"),
        ("Geneva", r"\bPalais des Nations\b"),
        ("Vienna", r"\bHofburg\b"),
    ),
    seats=r"(?i:New York|Geneva|The Hague|Strasbourg|Luxembourg|Istanbul|St\.? Petersburg|Lausanne)",
    regions=r"\b(?:Region|Territory|Oblast|Province|County|District|Republic|State)$",
    bilateral=(
        ("bilateral", rf"\b[Bb]ilateral {SITTING}\b(?!s)"),
        (
            "two-together",
            r"\b[Bb]y <someone> and (?P<other><cast>)(?!,? (?:and|<someone>)|, <)",
        ),
        (
            "two-peoples-talks",
            rf"(?<![-–])(?:<demonym>[-–]<demonym>|<state>[-–]<state>) (?:(?:\w+|<any>)'? ){{0,3}}{SITTING}",
        ),
        (
            "talks-with",
            r"(?:\b(?:[Tt]alks|[Mm]eeting|met|[Cc]all|[Cc]onversations?|spoke|speaks|received)\b[^.;]{0,60}? with|\b(?:met|[Mm]eets?|received|welcomed)\b|\b(?:spoke|speaks)\b(?: [\w-]{1,20}){0,4}? to) (?:[^\s.,;]{1,20} ){0,3}?(?P<other><cast>)",
        ),
    ),
    by_phone=(
        (
            "by-phone",
            r"\b(?:[Tt]ele)?[Pp]hone(?:d| call| conversation)\b|\bby (?:tele)?phone\b|\b[Cc]all (?:with|between)\b",
        ),
    ),
    guest_venues=(("on-a-visit", r"\b(?:visit to|is in|are in|arrived in) (?P<place><state>)"),),
)
