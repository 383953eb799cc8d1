"""How English records say which session met, and who was there."""

from __future__ import annotations

from greffier.reading.languages.base import CastRules, SessionRules

_SITTING = r"(?:[Ss]ession|[Mm]eeting|[Ss]ummit|[Tt]alks|[Cc]onference|[Cc]onsultations|[Ss]itting)"
_FORMAT = r"(?:(?:[Jj]oint|[Rr]egular|[Ee]xtraordinary|[Ii]nformal|[Pp]lenary|[Ee]xpanded|[Rr]estricted|online|virtual|annual|next|[Ll]atest|[Ll]ast|first|final) ){0,3}"
_NOUN = rf"\b{_FORMAT}{_SITTING}\b"
_VIDEO = r"(?:via|by|through|in|using|over) (?:a |the )?(?:video ?-?conferenc(?:e|ing)|video ?-?link|videolink|video ?teleconference)(?: format| mode)?"
# Organs that belong to no organisation that is known are told by their noun: `Government`,
# `Commission for Military Technical Cooperation with Foreign States`.
_ORGAN = (
    r"(?:Council|Commission|Committee|Board|Government|Cabinet|Presidium|Parliament|Assembly|"
    r"Congress|Bureau|Platform|Task Force|Working Group|Collegium|Headquarters)"
)
_WORDS = r"(?:[A-Z][\w'-]{1,30}|<demonym>(?:-<demonym>)?|<state>|<org>)"
_DAYS = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December"
)
_UNIT = (
    rf"(?P<unit>(?:{_WORDS} (?:(?:on|of|for|and) )?){{0,6}}{_ORGAN}"
    rf"(?: (?:(?:of|on|for|with) )?(?:the )?(?:and )?(?!{_DAYS}){_WORDS}){{0,12}})"
)

_PLACE = r"(?P<place><state>|(?:the )?(?:St\. )?[A-Z][\w'-]{1,30}(?: [A-Z][\w'-]{1,30}){0,2})"
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
            "session-of-unit",
            rf"{_NOUN}(?:, {_VIDEO},)? (?:of|with) (?:the )?(?:(?:permanent )?members of (?:the )?)?{_UNIT}",
        ),
        ("session-with-unit-members", rf"{_NOUN} with (?:the )?{_UNIT} (?:permanent )?members"),
        ("unit-session", rf"{_UNIT} {_NOUN}"),
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
            rf"{_NOUN} (?:of|between) (?:the )?(?:[\w-]+ ){{1,6}}(?:of|from) (?P<org><orgs>)",
        ),
    ),
    several=rf"{_SITTING}s\b",
    particular=r"\b(?:earlier|previous(?:ly)?|[Nn]ext|[Ll]atest|[Ll]ast|upcoming|forthcoming|\d+(?:st|nd|rd|th))\b",
    formats=(
        ("joint", rf"\b[Jj]oint {_MORE}{_SITTING}", "joint"),
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
            ),
            "expanded",
        ),
    ),
    planned=(
        (
            "will-be-held",
            r"\b(?:will|is to|are to|is due to|is expected to|is scheduled to|plans? to) (?:be held|take part|take place|attend|hold|chair|meet|host|visit|participate|discuss|convene|gather)\b",
        ),
        (
            "to-discuss",
            r"^(?:<someone>|[A-Z]\w+(?: [A-Z]\w+){0,2}) to (?:discuss|hold|attend|take part|meet|chair|host)\b",
        ),
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
    met=(
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
            rf"\b(?:held|hosted|chaired|opened|had|attended|in|at)\b[^.;]{{0,100}}?{_SITTING}[^.;]{{0,80}}? (?:in|at) {_PLACE}",
        ),
        (
            "session-took-place-in",
            rf"{_SITTING}[^.;]{{0,120}}? (?:took place|was held|is being held|will be held|has taken place|will take place|opened|began|is taking place|is under way|are under way)(?: \w+)? (?:in|at) {_PLACE}",
        ),
        (
            "met-in",
            rf"\b(?:met|meet|meeting|gathered|arrived|talks) (?:\w+ ){{0,3}}(?:in|at) {_PLACE}",
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
    buildings=r"\b(?:Kremlin|White House|Palace|Residence|Hall|House|Hotel|Cent(?:re|er)|Room|Garden|Office|Centre|Airport|University)\b",
    regions=r"\b(?:Region|Territory|Oblast|Province|County|District|Republic|State)$",
    bilateral=(
        ("two-peoples-talks", rf"<demonym>[-–]<demonym> (?:\w+ ){{0,3}}{_SITTING}"),
        (
            "talks-with",
            r"\b(?:[Tt]alks|[Mm]eeting|met|[Cc]all|[Cc]onversations?|spoke|received)\b[^.;]{0,60}? (?:with )?(?:the )?(?P<other><cast>)",
        ),
    ),
    by_phone=(
        (
            "by-phone",
            r"\b(?:tele)?phone(?:d| call| conversation)\b|\bby (?:tele)?phone\b|\b[Cc]all (?:with|between)\b",
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
            "met-with",
            r"\b(?:met|[Mm]eeting|[Tt]alks|[Cc]onversation|call|spoke)\b[^.;]{0,60}? with (?P<who><someones>)",
        ),
    ),
    chaired=(
        ("co-chaired", r"(?P<who><someone>[^.;]{0,240}?),? co-chaired\b"),
        (
            "chaired",
            r"(?P<who><someone>)(?:,? (?:as|in)[^.,]{1,60},| also)? (?:chaired|chairs|is chairing|will chair|presided over|presides over|is presiding)\b",
        ),
        (
            "chaired-by",
            r"\b(?:under the (?:chairmanship|presidency|chair) of|chaired by|presided over by) (?:the )?(?P<who><someone>)",
        ),
        (
            "held-with-members",
            r"(?P<who><someone>) (?:held|holds|opened) (?:an? |the |another |a regular )?(?:\w+ ){0,4}(?:session|meeting)[^.]{0,40}? (?:of|with) (?:the )?(?:permanent )?(?:members of|(?:<any> )?Government members)",
        ),
        (
            "held-council",
            rf"(?P<who><someone>) (?:held|opened) (?:an? |the )?(?:\w+ ){{0,3}}(?:session|meeting)(?:, [^.,]{{1,60}},)? (?:of|with) (?:the )?(?:\w+ ){{0,3}}(?:<body>|{_UNIT})",
        ),
    ),
    declares_open=(
        (
            "declares-open",
            r"\bI (?:hereby )?(?:declare|call) (?:the |this |our |today's )?[^.]{0,100}?\b(?:open|to order)\b",
        ),
    ),
    thanks_for_floor=(
        (
            "thanks-for-floor",
            r"^Thank you(?: very much| so much)?, (?:the )?(?P<who>(?:(?:Mr|Mrs|Ms|Madam|President|Chancellor)\.? )?(?:<someone>|<name>))(?=[!.,])",
        ),
    ),
    host=(("host-you", r"\b(?:here )?in (?P<place><state>),? (?:you|your)\b"),),
)
