"""How English records say which session met, and who was there."""

from __future__ import annotations

from greffier.reading.languages.base import CastRules, SessionRules

_SITTING = r"(?:[Ss]ession|[Mm]eeting|[Ss]ummit|[Tt]alks|[Cc]onference|[Cc]onsultations|[Ss]itting|[Rr]oundtable|Convening|SESSION|MEETING|SUMMIT|TALKS|CONFERENCE|SITTING)"
_FORMAT = r"(?:(?:[Jj]oint|[Rr]egular|[Ee]xtraordinary|[Ii]nformal|[Pp]lenary|[Ee]xpanded|[Rr]estricted|online|virtual|annual|next|[Ll]atest|[Ll]ast|first|final) ){0,3}"
_NOUN = rf"\b{_FORMAT}{_SITTING}\b"
_VIDEO = r"(?:[Vv]ia|by|through|in|using|over) (?:a |the )?(?:video ?-?conferenc(?:e|ing)|video ?-?link|video[- ]?tele-?conference|VTC)(?: format| mode)?"
# Organs that belong to no organisation that is known are told by their noun: `Government`,
# `Commission for Military Technical Cooperation with Foreign States`.
_ORGAN = (
    r"(?:Council|Commission|Committee|Board|Government|Cabinet|Presidium|Parliament|Assembly|"
    r"Congress|Bureau|Task Force|Working Group|Collegium|Headquarters)"
)
# And standing groups of states that have no acronym.
_GROUPING = r"(?:Platform|Coalition|Alliance|Partnership|Initiative|Organi[sz]ation)"
_WORDS = r"(?:[A-Z][\w'-]{1,30}|<demonym>(?:-<demonym>)?|<state>|<org>|<person>)"
_MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{_MONTHS}"
_UNIT = (
    rf"(?P<unit>(?:(?:(?!Heads\b){_WORDS} (?:(?:on|of|for|and) )?){{1,6}}{_ORGAN}|{_ORGAN}(?= (?:of|on|for) (?:the )?{_WORDS})|Government|Cabinet)"
    rf"(?: (?:(?:of|on|for|with) )?(?:the )?(?:and )?(?!{_DAYS}){_WORDS}){{0,12}}"
    rf"|(?:{_WORDS} ){{2,6}}(?:board|collegium|commission|committee|council|presidium))"
)
_GROUP = (
    rf"(?P<group>(?:{_WORDS} (?:(?:on|of|for|and) )?){{0,6}}{_GROUPING}"
    rf"(?: (?:for|on|of|against|with) (?:the )?(?!{_DAYS}){_WORDS}(?: (?:and )?(?!{_DAYS}){_WORDS}){{0,4}})?)"
)
_ORDINAL = (
    r"(?:\d+(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh"
    r"|[Ee]ighth|[Nn]inth|[Tt]enth)"
)
_DAY_MONTH = rf"(?:\d{{1,2}} (?:{_MONTHS})|(?:{_MONTHS}) \d{{1,2}})\b"

_PLACE = rf"(?P<place><state>(?!'s)|(?:the )?(?!(?:{_DAYS})\b)(?:St\. )?(?!(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Noon|Half)\b)[A-Z][\w'-]{{1,30}}(?: [A-Z][\w'-]{{1,30}}){{0,2}})"
_VERB = (
    r"(?:took|takes|will take|is taking|is to take|are to take|have taken|has taken|to take) part"
    r"|attended|will attend|participated|will participate|met|meets|will meet"
)

_MORE = r"(?:(?:\w+|<any>) ){0,2}"

SESSIONS = SessionRules(
    sitting=_NOUN,
    summit=r"[Ss]ummit|SUMMIT",
    of_body=(
        ("body-session", rf"(?:(?P<org><org>)(?:'s?)? )?(?P<body><body>)(?:'s)? {_NOUN}"),
        (
            "session-of-body",
            (
                rf"{_NOUN}(?:, {_VIDEO},)? (?:of|for|with) (?:the )?(?:(?:permanent )?members of (?:the )?)?(?:(?P<org><org>)(?:'s?)? )?(?P<body><body>)"
                r"(?: of (?:the )?(?P<org2><org>))?"
            ),
        ),
        (
            "body-begins",
            r"[Tt]he (?P<body><body>) (?:will now begin|is meeting|met|meets|convened|resumed)\b",
        ),
        (
            "body-at-its-session",
            rf"(?:(?P<org><org>)(?:'s?)? )?(?P<body><body>) at (?:its|their) {_NOUN}",
        ),
        (
            "session-of-unit-of-group",
            rf"{_NOUN}(?:, {_VIDEO},)? (?:of|with) (?:the )?(?P<unit>(?:{_WORDS} ){{0,4}}{_ORGAN}) of (?:the )?{_GROUP}",
        ),
        (
            "session-of-unit",
            rf"{_NOUN}(?:, {_VIDEO},)? (?:of|with) (?:the )?(?:(?:permanent )?members of (?:the )?)?{_UNIT}",
        ),
        ("session-with-unit-members", rf"{_NOUN} with (?:the )?{_UNIT} (?:permanent )?members"),
        ("unit-session", rf"{_UNIT} {_NOUN}"),
        (
            "congress-held",
            r"(?:during|at|by|of|in) the (?P<unit>(?:(?:[A-Z][\w'-]{1,30}|<demonym>|<state>) ){1,6}Congress)(?= (?:that|which|held|took))",
        ),
        (
            "takes-part-in-body",
            r"\b(?:attend(?:ed|s|ing)?|participat(?:ed|es|e|ing) in|(?:took|takes?|taking) part in|participation in) (?:the )?(?:(?P<org><org>)(?:'s?)? )?(?P<body><body>)(?: of (?:the )?(?P<org2><org>))?(?! <office>)",
        ),
        ("session-of-group", rf"{_NOUN} of (?:the )?(?:[\w-]+ ){{0,4}}?{_GROUP}"),
        ("group-session", rf"{_GROUP}(?:'s?)? (?:[Ll]eaders'? |[Mm]inisterial )?{_NOUN}"),
    ),
    of_org=(
        (
            "org-session",
            rf"(?P<org><orgs>)(?:'s?)? (?P<level>(?:[Ll]eaders'?|[Hh]eads of [Ss]tate) )?{_NOUN}",
        ),
        (
            "session-of-org",
            rf"{_NOUN} (?:of|between|with) (?:the )?(?:<state>(?: and |, )){{0,3}}(?P<org><orgs>)(?! <office>)",
        ),
        (
            "session-of-leaders",
            rf"{_NOUN} (?:of|between) (?:the )?(?:(?:[\w-]+|<office>|<any>) ){{1,6}}(?:of|from) (?:the )?(?P<org><orgs>)",
        ),
        (
            "met-leaders-of-org",
            r"\b(?:met|[Mm]eeting|[Tt]alks) with (?:the )?(?:(?:[\w-]+|<any>) ){1,8}(?:of|from) (?:the )?(?P<org><orgs>)(?:'s?)? (?:member )?(?:countries|states|nations)",
        ),
    ),
    several=rf"{_SITTING}s\b",
    elsewhen=r"\b(?:earlier|previously|(?:days|weeks|months|years) ago)\b",
    particular=rf"\b(?:earlier|previous|[Nn]ext|[Ll]atest|[Ll]ast|[Rr]ecent|upcoming|forthcoming|future|[Pp]reparations? for|run-up to|(?:[Aa]head|[Ii]n advance) of|[Pp]rior to|[Oo]n the (?:sidelines|margins) of|{_ORDINAL}(?= (?:(?:\w+|<any>) ){{0,4}}{_SITTING}))\b",
    coming=r"\b(?:[Nn]ext|upcoming|forthcoming|future|[Pp]reparations? for|run-up to|(?:[Aa]head|[Ii]n advance) of|[Pp]rior to|look(?:s|ed|ing)? forward to)\b",
    placed=rf" (?:(?:that|which|to be) )?(?:(?:was|were|has been|will be) )?(?:held|hosted|takes? place|took place|taken place) (?!today|here|via|by video)| on {_DAY_MONTH}",
    organ=_UNIT,
    ordinal=rf"^(?:the )?(?:[Ff]irst|[Ii]naugural|{_ORDINAL}) ",
    encounters=(
        (
            "with-someone",
            r"\b(?:[Mm]eeting|[Mm]et|[Tt]alks|[Cc]onversation|[Cc]all|[Ll]unch|[Bb]reakfast|[Dd]inner|[Ii]nterview)(?: (?:with|by|between))? (?:(?:[Tt]he|[Ii]ncoming|\w+-elect|[Nn]ewly elected|[Ff]ormer) ){0,2}(?:<someone>|<fullname>$)",
        ),
        ("of-two", r"\b[Bb]y <someone> and <someone>(?!,? (?:and|<someone>)|,)"),
    ),
    briefings=r"\b(?:[Pp]ress|[Mm]edia|[Nn]oon|[Dd]aily|[Ww]eekly|[Bb]ackground) (?:\w+ )?(?:[Bb]riefing|[Cc]all)\b|\b[Bb]riefing by\b|\b[Gg]aggle\b|\b[Ii]nterview\b",
    later=(
        (
            "next-session",
            rf"\b(?:[Tt]he|[Ii]ts?|[Tt]heir) (?:next|following) (?:(?:\w+|<any>) ){{0,3}}{_SITTING}\b",
        ),
        ("meet-again", r"\bmeet again\b"),
    ),
    again=(
        (
            "of-the-organ",
            rf"\b(?:[Tt]he|[Tt]his) (?P<noun>[Cc]ommission|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Cc]ongress|[Bb]ureau|[Pp]residium)'s (?:{_DAY_MONTH} |(?:\w+ ){{1,2}}){_SITTING}\b",
        ),
    ),
    dated=(
        (
            "meeting-on-a-day",
            rf"\b(?:[Oo]ur|[Ii]ts|(?:Council|Committee|Commission|Assembly|Board)(?:'s)?|<body>(?:'s)?) (?:\w+ )?(?:[Mm]eeting|[Ss]ession|[Ss]itting) (?:held )?(?:on|of) (?P<when>{_DAY_MONTH})",
        ),
    ),
    now=r"\b(?:[Tt]oday|[Jj]ust now|[Tt]hese talks|[Tt]his (?:meeting|session|summit)|(?:we|We) have (?:just )?(?:gathered|met))\b",
    formats=(
        ("joint", rf"\b[Jj]oint (?![Pp]ress|[Nn]ews|[Mm]edia){_MORE}{_SITTING}", "joint"),
        (
            "extraordinary",
            rf"\b(?:[Ee]xtraordinary|[Ee]mergency|[Ss]pecial) {_MORE}{_SITTING}",
            "extraordinary",
        ),
        ("informal", rf"\b[Ii]nformal {_MORE}{_SITTING}", "informal"),
        ("plenary", rf"\b[Pp]lenary (?:{_SITTING})?", "plenary"),
        ("regular", rf"\b(?:[Rr]egular|[Oo]rdinary) {_SITTING}", "regular"),
        (
            "restricted",
            (
                rf"\b(?:[Rr]estricted|[Nn]arrow|[Ss]mall|[Ll]imited)(?:[- ](?:format|attendance|composition|circle))?(?: \w+)? {_SITTING}"
                r"|\bin (?:a |the )?(?:restricted|narrow|small|limited)(?:[- ](?:format|attendance|composition|circle|group))"
                r"|\b(?:restricted|narrow)[- ](?:format|attendance)"
            ),
            "restricted",
        ),
        (
            "expanded",
            (
                rf"\b(?:[Ee]xpanded|[Ee]xtended|[Bb]roadened)(?:[- ](?:format|attendance|composition))?(?: \w+)? (?:{_SITTING})"
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
            rf"{_SITTING}[^.]{{0,60}} (?:has been|was|is) (?:cancelled|canceled|called off)",
        ),
    ),
    by_video=(
        (
            "session-by-video",
            rf"{_SITTING}[^.]{{0,120}}? {_VIDEO}|{_SITTING}, {_VIDEO}|\b(?:held|convened)[^.]{{0,60}} {_VIDEO}",
        ),
        (
            "video-session",
            rf"\b(?:[Oo]nline|[Vv]irtual|[Vv]ideoconference|[Vv]ideo) (?:(?:\w+|<any>) ){{0,3}}{_SITTING}",
        ),
    ),
    joins_by_video=(
        ("joins-by-video", rf"(?P<who><someone>) (?:{_VERB}|joined)[^.;]{{0,80}} {_VIDEO}"),
        ("speaks-by-video", rf"(?P<who><someone>),? {_VIDEO}"),
    ),
    said_by_video=(
        (
            "is-joining-by-video",
            rf"(?:M(?:r|s|rs|me)\.? )?(?P<who><someone>|<name>) (?:is|are|will be) (?:joining|participating in|taking part in) [^.;]{{0,60}}? {_VIDEO}",
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
        ("held-talks", rf"\b(?:held|hosted|had) (?:\w+ ){{0,4}}{_SITTING}"),
    ),
    venues=(
        (
            "session-held-in",
            rf"\b(?:held|hosted|chaired|opened|had|attended|in|at)\b[^.;]{{0,100}}?{_SITTING}(?:(?! (?:on|about|concerning|regarding|to discuss|devoted to|dedicated to|following)\b)[^.;]){{0,80}}? (?:in|at) {_PLACE}",
        ),
        (
            "session-took-place-in",
            rf"{_SITTING}[^.;]{{0,120}}? (?:took place|was held|is being held|will be held|has taken place|will take place|opened|began|is taking place|is under ?way|are under ?way)(?: \w+)? (?:in|at) {_PLACE}",
        ),
        (
            "met-in",
            rf"\b(?:(?:met|gathered|arrived) (?:(?:\w+|<any>),? ){{0,5}}|(?:meet|meeting|talks) (?:(?!on\b|about\b)\w+ ){{0,3}})(?:in|at) {_PLACE}",
        ),
        (
            "was-hosted-in",
            r"\b(?:hosted|received|welcomed)\b[^.;]{0,160}? (?:today|yesterday|on [A-Z]\w+) (?:in|at) "
            + _PLACE,
        ),
        (
            "held-at-a-house-in",
            rf"\b[Hh]eld (?:at|in) (?:the )?[^,.;]{{3,50}}, {_PLACE}(?=,? on\b|,? \w+day\b)",
        ),
        ("city-and-date", rf", {_PLACE}, (?:(?:{_MONTHS}) \d|\d{{1,2}} (?:{_MONTHS}))"),
        ("session-in", rf"(?:<body>|<org>)(?:'s?)? {_NOUN} in {_PLACE}"),
        (
            "session-of-in",
            rf"{_NOUN} of (?:the )?(?:<org>(?:'s?)? )?(?:<body>|<org>)(?: of (?:the )?<org>)? in {_PLACE}",
        ),
        ("place-hosted", rf"^(?:\S+ ){{0,8}}{_PLACE} (?:hosted|is hosting|will host)\b"),
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
        ("bilateral", rf"\b[Bb]ilateral {_SITTING}\b(?!s)"),
        (
            "two-together",
            r"\b[Bb]y <someone> and (?P<other><cast>)(?!,? (?:and|<someone>)|, <)",
        ),
        ("two-peoples-talks", rf"<demonym>[-–]<demonym> (?:\w+ ){{0,3}}{_SITTING}"),
        (
            "talks-with",
            r"\b(?:[Tt]alks|[Mm]eeting|met|[Cc]all|[Cc]onversations?|spoke|received)\b[^.;]{0,60}? (?:with )?(?:the )?(?P<other><cast>)",
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

CAST = CastRules(
    acts=r"(?:also )?(?:took|takes|will take|has taken) part|(?:also )?(?:chaired|attended|received|welcomed|met with|held (?:talks|a (?:meeting|session)))",
    took_part=(
        (
            "briefs",
            r"(?P<who><someones>)(?: also)? (?:briefed|reported (?:on|to)\b|made a report|delivered a report|spoke about|presented a report|made (?:press )?statements)",
        ),
        (
            "discuss",
            r"(?P<who><someone>(?:,? and |, )<someones>)(?: also)? (?:discussed|considered|reviewed|exchanged)\b",
        ),
        (
            "receives",
            r"(?P<who><someone> (?:received|welcomed|met)(?: at \S+ \S+| in \S+)?(?: with)? <someones>)",
        ),
        ("at-the-end", rf"{_SITTING} (?:concluded|ended|closed),? (?P<who><someone>)"),
        ("participants-were", r"\b[Pp]articipants (?:\w+ ){0,4}?(?:included?|were|are)\b"),
        (
            "people-took-part",
            r"\b(?:[Ff]ollowing|these) (?:people|persons|officials|leaders)(?: \w+){0,2} (?:participated|took part|attended|were present)\b[^:.]{0,80}:",
        ),
        (
            "taking-part",
            r"\b(?:[Tt]aking part|[Pp]articipating|[Aa]lso present|[Ii]n attendance|[Aa]ttending)\b(?: in [^.]{1,60}?)? (?:were|was|are|is)\b",
        ),
        (
            "attended-by",
            r"\b(?:attended by|participation of|were present|was present|also present|took part in the (?:meeting|talks|session|summit|discussion|conversation)|also attended|(?:meeting|session|talks|summit) (?:was|were) attended)\b",
        ),
        ("takes-part", rf"(?P<who><someones>)(?: (?:also|has|had|have))? (?:{_VERB})\b"),
        (
            "plays-host",
            r"(?P<who><someones>)(?: also)? (?:held|hosted|received|welcomed|had) (?:(?:an?|the|a number of) )?(?:\w+ ){0,4}(?:session|meeting|summit|talks|consultations|conversation|telephone|call)",
        ),
        (
            "reported-by",
            r"\b(?:reports?|presentations?|statements?|remarks)\b[^.]{0,160}? (?:was|were) (?:made|delivered|given|presented) by (?P<who><someones>)",
        ),
        (
            "spoke-with",
            r"(?P<who><someones>)(?: (?:also|today|yesterday|earlier|then)){0,2} (?:spoke|talked|conferred|met)(?: (?:today|yesterday|earlier|separately|by (?:tele)?phone|virtually|briefly)){0,2} with\b",
        ),
        (
            "led-by",
            r"\b(?:joined|hosted|convened|led|moderated|headed) by (?P<who><someones>)",
        ),
        ("heard-from", r"\bheard (?:an? )?(?:\w+ )?reports? (?:by|from) (?P<who><someones>)"),
        (
            "answers",
            r"(?P<who><someones>)(?: also)? (?:answered|is answering|will answer) (?:\S+ ){0,3}questions\b",
        ),
        ("hosts", r"(?P<who><someones>)(?: also)? (?:hosted|convened|will host|is hosting)\b"),
        (
            "met-with",
            r"\b(?:met|[Mm]eeting|[Tt]alks|[Cc]onversation|call|spoke)\b[^.;]{0,60}? with (?P<who><someones>)",
        ),
    ),
    chaired=(
        ("co-chaired", r"(?P<who><someone>[^.;]{0,240}?),? co-chaired\b"),
        (
            "chaired",
            r"(?P<who><someone>|<office>)(?:,? (?:as|in)[^.,]{1,60},| also)? (?:chaired|chairs|is chairing|will chair|presided over|presides over|is presiding)\b",
        ),
        (
            "chaired-by",
            r"\b(?:under the (?:chairmanship|presidency|chair) of|chaired by|presided over by) (?:the )?(?P<who><someone>)",
        ),
        (
            "chaired-by-name",
            r"^(?P<who><fullname>) (?:chaired|chairs|is chairing|presided over|presides over)\b",
        ),
        (
            "met-members",
            r"(?P<who><someone>) met with (?:the )?(?:permanent )?(?:members of (?:the )?<body>|<body> (?:permanent )?members|(?:<any> )?Government members)",
        ),
        (
            "hosted-council",
            rf"(?P<who><someone>) hosted [^.;]{{0,80}}?(?:session|meeting|summit)(?:, [^.,]{{1,60}},)? of (?:the )?(?:<body>|<org>|{_UNIT})",
        ),
        (
            "held-with-members",
            r"(?P<who><someone>) (?:held|holds|opened|had) (?:an? |the |another |a regular )?(?:\w+ ){0,4}(?:session|meeting)[^.]{0,40}? (?:of|with) (?:the )?(?:permanent )?(?:members of|(?:<any> )?Government members)",
        ),
        (
            "held-council",
            rf"(?P<who><someone>) (?:held|opened|had) (?:an? |the )?(?:\w+ ){{0,3}}(?:session|meeting)(?:, [^.,]{{1,60}},)? (?:of|with) (?:the )?(?:\w+ ){{0,3}}(?:<body>|{_UNIT})",
        ),
    ),
    declares_open=(
        (
            "declares-open",
            r"\bI (?:hereby )?(?:declare|call) (?:the |this |our |today's )?[^.]{0,100}?\b(?:open|to order)\b",
        ),
    ),
    anybody=r"^Speaker$",
    attends=r"(?P<who><someone>)(?: also)? (?:attended|addressed|visited|(?:took|takes) part in|participated in|spoke at|made a speech)\b",
    leads=(
        (
            "lets-us-begin",
            r"\b(?:[Ll]et us|[Ll]et's|I (?:suggest|propose)(?: that)?(?: we)?|[Ww]e will) (?:now )?(?:begin(?:ning)?|start(?:ing)?|continue|proceed|get (?:started|down to)|move on|turn to (?:the )?agenda)\b",
        ),
        (
            "gives-the-floor",
            r"\b(?:[Gg]ive|[Pp]ass) the floor to\b|\b[Tt]he floor (?:is yours|goes to)\b|\b[Yy]ou have the floor\b",
        ),
        (
            "convenes",
            r"\b(?:[Ww]e're|[Ww]e are|I am|I'm|I have|I've) (?:convening|convened|hosting|called) (?:this|the) (?:group|meeting|session|summit)\b",
        ),
    ),
    thanks_for_floor=(
        (
            "thanks-for-floor",
            r"^Thank you(?: very much| so much)?, (?:the )?(?P<who>(?:(?:Mr|Mrs|Ms|Madam|President|Chancellor)\.? )?(?:<someone>|<name>))(?=[!.,])",
        ),
    ),
    titles=(
        ("readout-of", r"^Readout of (?P<who><someones>)"),
        (
            "meeting-with",
            r"\b(?:[Mm]eeting|[Cc]all|[Tt]alks|[Cc]onversation|[Vv]isit|[Ll]unch|[Dd]inner)s? [Ww]ith (?P<who><someones>)",
        ),
    ),
    sides=(
        (
            "from-the-side",
            r"\b(?:[Ff]rom|[Oo]n|[Ff]or) (?:the )?(?P<side><demonym>|<state>|<org>)(?:'s?)? (?:side|delegation|part)\b",
        ),
        (
            "delegation",
            r"(?P<side><demonym>|<state>|<org>)(?:'s?)? (?:delegation|side) (?:also )?(?:included|was|were|comprised)\b",
        ),
    ),
    lists=(
        (
            "participants",
            r"\b(?:[Pp]articipants|[Aa]ttendees|[Pp]articipating|[Aa]ttending|[Aa]ttendance|[Pp]anell?ists|[Pp]resenters|[Dd]elegation)\b[^.:]{0,80}:\W{0,6}$",
        ),
        (
            "list-of",
            r"^\W{0,6}(?:List of )?(?:[Pp]articipants|[Aa]ttendees|PARTICIPANTS|ATTENDEES)\W{0,6}$",
        ),
    ),
    aside=(
        (
            "on-the-sidelines",
            r"\b(?:also|a (?:number|series) of|several)\b.{0,80}\bmeetings?\b.{0,40}\bon the (?:sidelines|margins)\b",
        ),
    ),
    goes_on=r"(?:He|She|They)\b|In particular",
    host=(("host-you", r"\b(?:here )?in (?P<place><state>),? (?:you|your)\b"),),
)
