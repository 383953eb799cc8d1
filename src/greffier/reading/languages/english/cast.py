"""How English records say who took part in a meeting, and who chaired it."""

from __future__ import annotations

from greffier.reading.languages.english.phrases import (
    SITTING,
    UNIT,
    VERB,
    WHEN,
)
from greffier.reading.languages.meetings import CastRules

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
        ("at-the-end", rf"{SITTING} (?:concluded|ended|closed),? (?P<who><someone>)"),
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
            r"\b(?:participation of|were present|was present|also present|took part in the (?:meeting|talks|session|summit|discussion|conversation)|also attended)\b",
        ),
        ("attended-by-whom", r"\battended by\b(?P<who>[^;]{1,4000})"),
        (
            "all-took-part",
            rf"(?<!who )(?<!which )(?<!who had )\b(?:attended|took part in|participated in|were present at|are taking part in|will take part in) (?:it|(?:the|this) (?:(?:\w+|<any>) ){{0,3}}{SITTING})\.?$",
        ),
        ("takes-part", rf"(?P<who><someones>),?(?: (?:also|has|had|have))? (?:{VERB})\b"),
        (
            "plays-host",
            r"(?P<who><someones>),?(?: (?:also|today|yesterday))? (?:held|holds|hosted|received|welcomed|had) (?:(?:an?|the|a number of) )?(?:(?:[\w'-]{1,20}|<any>)(?:'s?)? ){0,6}(?:session|[Mm]eeting|summit|[Tt]alks|[Cc]onsultations|conversation|telephone|call)",
        ),
        (
            "reported-by",
            r"\b(?:reports?|presentations?|statements?|remarks)\b[^.]{0,160}? (?:was|were) (?:made|delivered|given|presented) by (?P<who><someones>)",
        ),
        (
            "spoke-with",
            rf"(?P<who><someones>),?(?: (?:also|today|yesterday|earlier|then)){{0,2}} (?:spoke|speaks|talked|conferred|met|meets)(?: {WHEN}| (?:separately|virtually|briefly|on the margins of [^,.;]{{1,60}}?)){{0,2}} (?:with|to)\b",
        ),
        (
            "led-by",
            r"\b(?:(?:joined|hosted|convened|moderated)|(?:delegations?|group|team|meeting|session|talks|discussion|round ?table)\b[^.,;]{0,60} (?:led|headed)) by (?P<who><someones>)",
        ),
        ("heard-from", r"\bheard (?:an? )?(?:\w+ )?reports? (?:by|from) (?P<who><someones>)"),
        (
            "answers",
            r"(?P<who><someones>)(?: also)? (?:answered|is answering|will answer) (?:\S+ ){0,3}questions\b",
        ),
        ("hosts", r"(?P<who><someones>)(?: also)? (?:hosted|convened|will host|is hosting)\b"),
        (
            "met-with",
            r"(?:\b(?:met|(?<!day )(?<!upcoming )(?<!next )(?<!forthcoming )(?<!planned )(?<!last )(?<!earlier )[Mm]eeting|[Tt]alks|[Cc]onversation|call|spoke|speaks)\b[^.;]{0,60}? with|\b(?:spoke|speaks)\b(?: [\w-]{1,20}){0,4}? to) (?P<who><someones>)",
        ),
    ),
    absent=(
        (
            "was-absent",
            r"(?P<who><someones>),? (?:who )?(?:was|were|is|are) absent\b(?! from the (?!<body>|meeting|session|summit))",
        ),
        (
            "did-not-attend",
            rf"(?P<who><someones>),? (?:who )?(?:did not|could not|will not|(?:was|were) (?:unable|not able) to) (?:attend|take part|participate|come|be present|join)(?: in)?(?: (?:it|(?:the|this|today's) (?:(?:\w+|<any>) ){{0,3}}(?:{SITTING}|talks)))?(?=\s*(?:[.,;)]|$|because|due|owing|as|but|and|for)\b|\s*[.,;)]|$)",
        ),
        ("in-the-absence-of", r"\b[Ii]n the absence of (?:the )?(?P<who><someones>)"),
        (
            "all-but",
            r"\b(?:attended|took part|participated|present)\b[^.;]{0,200}?,? (?:except(?: for)?|with the exception of) (?:the )?(?P<who><someones>)",
        ),
        (
            "sent-apologies",
            r"(?P<who><someones>),? (?:who )?(?:had )?(?:sent|conveyed|offered) (?:his|her|their) (?:apologies|regrets)\b",
        ),
    ),
    chaired=(
        (
            "co-chaired",
            # not what somebody did besides: `called on the President and also co-chaired`
            r"(?P<who><someone>(?:(?! (?:on|met|called|received|visited)\b)[^.;]){0,240}?),? (?<!and )(?<!also )co-chaired\b(?! by)",
        ),
        ("co-chaired-by", r"\bco-?chaired by (?:the )?(?P<who><someones>)"),
        (
            "chaired",
            r"(?P<who><someone>|<office>)(?:,? (?:as|in)[^.,]{1,60},| also)? (?:chaired|chairs|is chairing|will chair|presided over|presides over|is presiding)\b",
        ),
        (
            "chaired-by",
            r"\b(?:under the (?:chairmanship|presidency|chair) of|[Cc]haired (?:on behalf of [^,.;]{1,60}? )?by|presided over by) (?:the )?(?P<who><someone>)",
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
            rf"(?P<who><someone>) hosted [^.;]{{0,80}}?(?:session|meeting|summit)(?:, [^.,]{{1,60}},)? of (?:the )?(?:<body>|<org>|{UNIT})",
        ),
        (
            "held-with-members",
            r"(?P<who><someone>) (?:held|holds|opened|had) (?:an? |the |another |a regular )?(?:\w+ ){0,4}(?:session|meeting)[^.]{0,40}? (?:of|with) (?:the )?(?:permanent )?(?:members of|(?:<any> )?Government members)",
        ),
        (
            "held-council",
            rf"(?P<who><someone>) (?:held|opened|had) (?:an? |the )?(?:\w+ ){{0,3}}(?:session|meeting)(?:, [^.,]{{1,60}},)? (?:of|with) (?:the )?(?:\w+ ){{0,3}}(?:<body>|{UNIT})",
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
