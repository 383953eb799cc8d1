"""How English records speak of documents, and of what somebody said."""

from __future__ import annotations

from greffier.reading.languages.base import QuoteRules
from greffier.reading.languages.results import InstrumentRules

_PAST = r"(?:has|have|had|was|were|being)(?: also| just| now| been| being){0,3} "
# What is no adjective: in `the recently approved programme` nobody is said to have done it now.
_NO_ADJECTIVE = r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bthe recently )(?<!\bthe newly )"
# A document of a sort needs no article: `signed joint statements`.
_SORT = r"(?:(?:[Jj]oint|[Bb]ilateral|[Ii]ntergovernmental|[Ff]inal|[Oo]utcome|[Pp]olitical|[Rr]elevant) )?"
# What a ceremony is told of with: `the talks were followed by the signing of several documents`.
_WITH = r"(?:followed by|(?:end|conclud|culminat|result)(?:ed|ing) (?:with|in)|witness(?:ed)?|attended|watched|saw|present at|importance of|ceremony (?:of|for)|including|as well as|welcomed|after|following|and)(?: (?:the|a|ceremony|of|for)){0,3}"

INSTRUMENTS = InstrumentRules(
    nouns=(
        (rf"{_SORT}[Dd]eclarations?", "declaration"),
        (rf"{_SORT}[Ss]tatements?", "statement"),
        (rf"{_SORT}[Cc]ommuniqu[eé]s?", "communique"),
        (r"[Mm]emorand(?:um|a|ums)|MO[Uu]s?", "memorandum"),
        (r"[Pp]rotocols?", "protocol"),
        (r"[Tt]reat(?:y|ies)", "treaty"),
        (rf"{_SORT}[Aa]greements?|[Aa]ccords?", "agreement"),
        (r"[Rr]esolutions?", "resolution"),
        (r"[Dd]ecisions?", "decision"),
        (r"[Ss]trateg(?:y|ies)", "strategy"),
        (
            r"(?:[Aa]ction )?[Pp]lans?|[Rr]oad ?[Mm]aps?|[Pp]rogrammes?|[Pp]rograms?|[Pp]ackages? of measures",
            "plan",
        ),
        (r"[Bb]udgets?", "budget"),
        (rf"[Pp]ackages?|{_SORT}[Dd]ocuments", "package"),
        (
            r"[Dd]ocument|[Cc]oncept(?! of)|[Cc]harter|[Cc]onvention|[Ee]xecutive [Oo]rder|[Rr]egulations|[Gg]uidelines|[Cc]onclusions|[Ll]ist of (?:instructions|measures|decisions)",
            "other",
        ),
    ),
    several=r"\b(?:a (?:number|package|set|series) of|several|many|some|other|numerous|two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
    plural=r"(?:(?:ion|ment|dum|col|plan|[Mm]ap|amme|gram|get|cord|qu[eé]|age|MO[Uu])s|ies|memoranda)$",
    ends=r",? (?:that|which|who|covering) | (?:being|was|were|is|are|will|has|have|had) | (?:signed|adopted|approved|concluded) (?:by|at|in|on|today|earlier|yesterday)\b|,? and (?:(?:also|then) )?[a-z]{3,12}ed (?:the|an?|its|their|several|other|<upper>|\d|\w+ (?:documents|agreements))|(?: was| were)? (?:following|after|during|without|entered|came|took) | (?:at|in) (?:the|this|today's) (?:meeting|session|summit|end|presence)\b",
    article=r"(?:a (?:number|series|set) of|draft|an?|the(?: new)?|its|their|our|this|that|several|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) [\"“]?",
    active=(
        (
            "recorded-in",
            r"\b(?:recorded|reflected|set out|sealed|enshrined|formalised|formalized) in\b",
            "adopted",
        ),
        (
            "adopted",
            rf"{_NO_ADJECTIVE}\b(?:adopted|endorsed|passed|issued|released|decided to adopt)(?: and [a-z]{{2,12}}ed)?\b",
            "adopted",
        ),
        ("approved", rf"{_NO_ADJECTIVE}\bapproved\b", "approved"),
        (
            "signed",
            rf"{_NO_ADJECTIVE}\b(?:signed|concluded|inked|initialled|exchanged)(?: were| and [a-z]{{2,12}}ed)?\b",
            "signed",
        ),
        ("made-a-declaration", r"\bmade(?= an? (?:\w+ )?declaration)", "adopted"),
        ("signing-of", rf"\b{_WITH} (?:signing|conclusion) of\b", "signed"),
        (
            "adoption-of",
            rf"\b{_WITH} (?:adoption|approval|endorsement|finali[sz]ation) of\b",
            "adopted",
        ),
        ("drafted", rf"{_NO_ADJECTIVE}\b(?:drafted|prepared|drew up|finali[sz]ed)\b", "drafted"),
        (
            "to-sign",
            r"(?<!decided )\b(?:will|to|plans? to|expected to|going to) (?:also )?(?:sign|adopt|approve)\b",
            "planned",
        ),
        (
            "signing-planned",
            r"\b(?:plans? for|planned|scheduled|upcoming|expected) (?:the )?signing of\b",
            "planned",
        ),
        (
            "carrying-out",
            r"\b(?:[Ii]mplementation of|(?:is|are) (?:\w+ly )?implementing(?: with success)?|continue (?:implementing|to implement)|(?:coming|entry|entering) into (?:force|effect) of)(?: the provisions of)?(?= (?:the|our) (?:<upper>|<any>)| (?:an?|our|the) (?:(?!of )[\w-]+ ){0,3}?(?:intergovernmental|bilateral|interstate|interregional|cooperation|joint))",
            "in force",
        ),
    ),
    passive=(
        (
            "not-adopted",
            r" (?:(?:has|have|was|were) not (?:been )?(?:adopted|approved|passed)|(?:was|were|has been|have been) (?:vetoed|rejected|defeated|voted down))\b",
            "drafted",
        ),
        (
            "will-be-signed",
            r",? ?(?:that )?(?:will|is to|are to|is expected to|are expected to) be (?:signed|adopted|approved)\b",
            "planned",
        ),
        ("being-signed", rf",? ?(?:that )?{_PAST}(?:signed|concluded|exchanged)\b", "signed"),
        (
            "being-adopted",
            rf",? ?(?:that )?{_PAST}(?:adopted|endorsed|passed|issued)\b",
            "adopted",
        ),
        ("being-approved", rf",? ?(?:that )?{_PAST}approved\b", "approved"),
        (
            "has-been-drafted",
            r" (?:has|have) (?:now |just |already )?been (?:drafted|prepared|drawn up)\b",
            "drafted",
        ),
        (
            "being-drafted",
            rf",? ?(?:that )?(?:{_PAST}|(?:is|are) being )(?:drafted|prepared|drawn up|finali[sz]ed)\b",
            "drafted",
        ),
        (
            "signed-by",
            r",? ?(?:(?:that|which) we (?:have )?)?(?:just )?(?<!\bbe )(?<!\bnot )signed(?: (?:by|at|in|on|today|earlier|yesterday)|[,.]|$)",
            "signed",
        ),
        (
            "adopted-by",
            r",? ?(?:(?:that|which) we (?:have )?)?(?<!\bbe )(?<!\bnot )adopted(?: (?:by|at|in|on|today|earlier|yesterday)|[,.]|$)",
            "adopted",
        ),
        ("signing-is-planned", r" (?:is|are) (?:planned|scheduled|envisaged)\b", "planned"),
        (
            "in-force",
            r",? ?(?:that |which )?(?:is|are|remains?|(?:has|have|had) (?:come|entered)|came|entered|coming|entering) (?:still |already )?(?:in|into) (?:force|effect)\b",
            "in force",
        ),
    ),
    spoken=("signing-of", "carrying-out"),
    at_hand=("signed", "has-been-drafted"),
    we=r"\b(?:[Ww]e|I|(?:[Oo]ur|[Tt]he|[Tt]hese) (?:two )?(?:\w+ )?(?:countries|governments|states|parties|sides|presidents|ministers|ministries|delegations|leaders)|[Oo]ur (?:two )?<office>)(?: (?:have|had|has|just|also|already|today|now|both|recently|together)){0,4} $",
    now=r"\b(?:today|just|a (?:moment|few minutes) ago|at (?:this|today's|our) (?:meeting|summit|session)|following (?:the|our|these|today's) (?:talks|meeting|summit)|adopted (?:unanimously|as resolution)|draft [\w ]{1,60} (?:has been|is|was) adopted)\b",
    others=r"\b(?:[Pp]arliament|Duma|Congress|Senate|House|Church|[Gg]overnment|[Cc]abinet|[Ll]awmakers|[Aa]dministration|[Cc]ompan(?:y|ies)|[Cc]orporations?|[Bb]anks?|[Ff]irms?)(?:,|,? (?:has|have|had|also|already|recently|just|then|since)){0,3} $",
    outside=r"\b(?:[Cc]ompan(?:y|ies)|[Cc]orporat(?:e|ions?)|[Bb]usinesses|[Cc]ontracts?|[Bb]anks?|[Uu]niversit(?:y|ies)|Gazprom|Rosatom|Rosneft|(?:Kyoto|Paris|Minsk|Budapest|Helsinki|Dayton) (?:[Aa]greements?|[Aa]ccords?|[Pp]rotocol|[Mm]emorandum|[Pp]ackage))\b",
    participle=(
        ("the-signed", r"\b(?:the|a|an) (?:recently |newly )?signed$", "signed"),
        ("the-adopted", r"\b(?:the|a|an) (?:recently |newly )?adopted$", "adopted"),
    ),
    drafts=(
        (
            "draft-before-us",
            r"\b[Dd]raft (?:(?:[\w-]+|<any>) ){0,3}?(?:[Rr]esolution|[Dd]eclaration|[Ss]tatement|[Aa]greement|[Tt]reaty|[Cc]ommuniqu[eé]|[Dd]ecision|[Pp]ackage of measures)$",
            r"# [^.]{0,160}?\b(?:vot(?:e|ed|ing)|veto(?:ed)?|adopt(?:ed)?|before us|contain(?:s|ed)|submitted|provides|will be sent)\b|\b(?:vot(?:e|ed|ing)|veto(?:ed)?|sponsors?|submit(?:ted)?|before (?:us|them)|put) [^.]{0,80}?#",
        ),
    ),
    links=r"of|on|for|to|about|concerning",
    joins=r"(?:,? and (?:also )?|, as well as |,? including |, namely |, such as |,? along with |, (?=[^.;]{0,240} and ))",
    listed=(
        (
            r"(?: of (?:the )?(?:<any>|\w+)(?: (?:<any>|\w+)){0,4})?: (?=<upper>|<any>)",
            r", (?:and )?(?=<upper>|<any>)",
        ),
        (
            r" [^,.;:]{0,80}, namely (?=<upper>|<any>)",
            r", (?:and )?(?=<upper>|<any>)",
        ),
        (r" on (?=[^,.;]{3,120}, (?:and )?on )", r",? and on |, on "),
        (r" on (?=[^,.;]{3,120}, (?:and )?\w+ing )", r",? and (?=\w+ing )|, (?=\w+ing )"),
        # between A and B, and A and C
        (
            r" (?:of \w+ )?between (?=(?:the )?<named> and (?:the )?<named>,? and (?:the )?<named> and )",
            r"\band (?:the )?<named>,? and (?=(?:the )?<named> and )",
        ),
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
