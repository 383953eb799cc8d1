"""How English records speak of who holds the chair of an organisation or of a body."""

from __future__ import annotations

from greffier.reading.languages.results import ChairRules

_CHAIR = r"(?:[Cc]o-)?(?:[Cc]hair(?:(?:man|person)ship)?|[Pp]residenc(?:y|ies))(?![\w-])"
_HEAD = r"(?:[Cc]o-)?(?:[Cc]hair(?:man|woman|person)?|[Pp]resident)(?![\w-])"
_KNOWN = r"(?:(?:<org>(?:'s)? )?<body>|<org>)"
_SEVERAL = rf"(?:the )?{_KNOWN}(?:(?:,? and|,) (?:the )?{_KNOWN}){{0,4}}"
_KIND = r"(?:[Oo]rgani[sz]ation|[Cc]ommunity|[Uu]nion|[Cc]ommonwealth|[Aa]lliance|[Aa]ssociation|[Ff]orum|[Gg]roup|[Cc]ouncil|[Cc]ommission|[Cc]ommittee|[Aa]ssembly|[Cc]onference)"
_THIS = rf"(?:the|this|our) {_KIND}"
# A body that nobody knows beforehand, but whose name says that it is of several states.
_OF_SEVERAL = r"[Ii]ntergovernmental|[Ii]nterstate|[Tt]ripartite|[Tt]rilateral|[Bb]ilateral|(?:<state>|<demonym>)[ -](?:<state>|<demonym>)"
_JOINT = rf"(?:the )?(?=[^.,;:]{{0,60}}?(?:{_OF_SEVERAL}))(?:(?:<upper>[\w'-]{{0,30}}|<any>)[ -]){{1,6}}(?:Commission|Committee|Council|Group|Board|Subcommittee)"
_ORG = rf"(?P<org>{_SEVERAL}|{_THIS}|{_JOINT})"
_ORG2 = _ORG.replace("<org>", "<org2>", 1)
_ITS = rf"(?P<org>{_SEVERAL}|{_THIS})"
# One that only states or organisations can chair: the chair of a council may be of a sitting.
_ORG_ITSELF = rf"(?P<org>(?:the )?<org>(?: <body>)?(?:(?:,? and|,) (?:the )?<org>(?: <body>)?){{0,4}}|{_JOINT})"
_NOT_A_SITTING = r"(?!'s|(?: [\w-]+){0,2} (?:meetings?|sessions?|summits?|talks|sittings?))"
# Plain words and years: `Austria's upcoming 2017 OSCE chairmanship`.
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_PLAIN = rf"(?:(?:(?!the |of |over )[a-z\d][\w'-]{{1,20}}|{_MONTH}) ){{0,3}}?"
_OF = rf"{_CHAIR} (?:of|in|at|within) ?{_ORG}|{_ORG2} {_CHAIR}"
_THE_CHAIR = rf"(?:the )?{_PLAIN}(?:{_OF})"
_HOLDER = r"(?:the )?(?P<holder><holder>)"
_HOLDERS = r"(?P<holder>(?:the )?<holder>(?:(?:,? and |, )(?:the )?<holder>){0,4})"
_UNKNOWN = r"(?P<holder>(?:<org>|<upper>[\w-]{1,30}(?: (?:of|for|the|and|<upper>[\w-]{1,30})){0,7})(?: \([A-Z]{2,8}\))?)"
_WHO = r",? (?:(?:\w+ly|now|also|still|who|which|that|has|have|is|had|will|today|on <upper>\w{2,8}day) ){0,3}"
_NEXT = r" (?:will|is to|are to|shall|is (?:set|due|expected) to|is going to)(?: now| also| then)?"
_TAKE = r"(?:take over|take on|assume|receive|hold)"
_TAKING = (
    r"(?:tak(?:ing) (?:over|on|up)|assuming|receiving|(?:assumption|taking over) of|accession to)"
)
_GOES = r"(?:(?:has|have) been (?:handed|passed|transferred|given)|go(?:es)?|pass(?:es|ed)?|went|be (?:handed|passed|transferred|given)|(?:was|is) (?:handed|passed|transferred))(?: over| on)?"
_HANDS = r"(?:hand(?:ed|s|ing)?|pass(?:ed|es|ing)?|transfer(?:red|s|ring)?)(?: over| on)?"
_ALONE = rf"(?:the )?(?:(?:ceremonial )?gavel of (?:the )?)?{_CHAIR}"
_ADDRESS = r"(?:,? (?:Mr\.?|Mrs\.?|Ms\.?|Madam) ?(?:<any>|<upper>[\w-]{1,30})?,?)?"

CHAIR = ChairRules(
    patterns=(
        ("owner", rf"(?P<holder><holder>)'s? {_PLAIN}(?:{_OF})", "current"),
        (
            "owners",
            rf"(?P<holder>(?:<demonym>(?:, | and )){{0,4}}<demonym>) {_PLAIN}(?:{_OF})",
            "current",
        ),
        (
            "one-after-another",  # `the Belgian and Spanish presidencies of the Council`
            rf"(?P<holder>(?:<demonym>(?:, | and )){{1,4}}<demonym>) (?:[Pp]residencies|[Cc]hair(?:man|person)?ships) of {_ORG}",
            "past",
        ),
        ("state-alone", rf"(?P<holder><state>) (?:\d{{4}} )?(?:{_OF})", "current"),
        ("of-owner", rf"\b{_CHAIR} of {_HOLDER} (?:of|in|at|within) {_ORG}", "current"),
        (
            "its",
            rf"\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?:country's )?{_THE_CHAIR}(?:, {_HOLDER})?",
            "current",
        ),
        ("our", rf"\b(?:[Oo]ur|[Mm]y)(?: country's)? {_THE_CHAIR}", "current"),
        (
            "your",
            rf"\byou(?:r country|r delegation)?{_ADDRESS} (?:and [^,.;]{{1,60}}? )?(?:on|for) (?:your )?(?:{_TAKING} )?{_THE_CHAIR}|\byour (?:{_TAKING} )?(?:the )?{_PLAIN}(?:{_OF.replace('<org>', '<org3>', 1).replace('<org2>', '<org4>', 1)})",
            "current",
        ),
        ("holds", rf"{_HOLDER}{_WHO}(?:holds?|held|holding) {_THE_CHAIR}", "current"),
        ("holding", rf"\b(?:holding|holds|held|holders? of) {_THE_CHAIR}", "current"),
        (
            "chairs",
            rf"{_HOLDER}{_WHO}(?:co-)?(?:chairs|chairing|presid(?:es|ing) (?:over|in)|(?<=has )(?:co-)?chaired) {_ORG_ITSELF}{_NOT_A_SITTING}",
            "current",
        ),
        ("presiding", rf"\bpresid(?:es|ing) (?:in|over) {_ORG_ITSELF}{_NOT_A_SITTING}", "current"),
        (
            "somebody-chairs",
            rf"{_UNKNOWN} (?:has |have )?(?:co-)?chair(?:s|ed) (?P<org>{_JOINT}){_NOT_A_SITTING}",
            "current",
        ),
        (
            "as-chair",
            rf"\b[Aa]s (?:the |an? |its )?{_PLAIN}(?:{_HEAD} of {_ORG}(?! (?:<upper>|<any>))|{_ORG2.replace(_THIS, _JOINT)} {_HEAD})(?:,? (?:the )?(?P<holder><holder>|<org>|[A-Z]{{2,8}}\b))?",
            "current",
        ),
        (
            "seat-and-office",
            r"(?P<seat><cast>)(?:-in-[Oo]ffice)?(?: and|,|, and) (?P<holder><cast>)",
            "current",
        ),
        ("office-and-seat", r"(?P<holder><cast>)(?: and|,|, and) (?P<seat><cast>)", "current"),
        (
            "as-holder-of",
            r"\b[Aa]s (?:the )?(?P<post><cast>)(?:,? (?:the )?(?P<holder><holder>)(?! (?:and|of)\b))?",
            "current",
        ),
        ("two-offices", r"(?P<both><cast>)", "current"),
        (
            "beside-the-name",
            rf"(?P<holder><someone>),? (?:who is )?(?:the |a )?(?:current |acting )?{_HEAD} of {_ORG_ITSELF}(?! ?(?:<upper>|<any>))",
            "current",
        ),
        (
            "co-chairs",
            rf"{_HOLDERS},? (?:and|as) (?:the )?(?:other )?{_ITS} [Cc]o-?[Cc]hair(?:s|men)\b",
            "current",
        ),
        (
            "co-chairs-listed",
            rf"\b{_ITS} [Cc]o-?[Cc]hair(?:s|men|ing)?(?: countries| states)?,? ?[–:(-]? ?{_HOLDERS}",
            "current",
        ),
        (
            "led-by",
            rf"(?P<org><org>)(?:'s)?(?: [\w-]{{1,20}}){{0,4}} under (?:the )?(?:(?:{_CHAIR}|leadership) of {_HOLDER}|(?P<holder2><holder>)(?:'s?)? (?:[a-z]+ )?(?:{_CHAIR}|leadership))",
            "current",
        ),
        (
            "under-the-chairmanship",
            rf"\bunder the {_CHAIR} of (?:the )?(?P<holder><someone>|<state>)(?!'s?\b)",
            "current",
        ),
        (
            "speaks-for-the-chair",
            r"\bin my (?:national )?capacity(?: as (?:the )?(?:[Pp]ermanent )?[Rr]epresentative of (?:the )?(?P<holder><state>))?",
            "current",
        ),
        (
            "took-over",
            rf"{_HOLDER}{_WHO}(?:took|taken|assumed|received) (?:over |on |up )?{_THE_CHAIR}",
            "current",
        ),
        ("takes-over", rf"{_HOLDER} (?:takes|assumes) (?:over |on |up )?{_THE_CHAIR}", "incoming"),
        ("will-take-over", rf"{_HOLDER}{_NEXT} {_TAKE} {_THE_CHAIR}", "incoming"),
        (
            "will-chair",
            rf"{_HOLDER}(?:{_NEXT}| to) (?:chair|preside over|preside in|lead) {_ORG_ITSELF}{_NOT_A_SITTING}",
            "incoming",
        ),
        (
            "taking-over",
            rf"{_HOLDER} (?:on |for |upon )?(?:its |their |his |her )?(?:country's )?{_TAKING} {_THE_CHAIR}",
            "incoming",
        ),
        (
            "having-taken-over",
            rf"^(?:(?:[Oo]n|[Aa]fter|[Uu]pon) )?(?:[Tt]aking over|[Aa]ssuming|[Tt]aking on) {_THE_CHAIR}[^,.;:]{{0,30}}, {_HOLDER}",
            "incoming",
        ),
        (
            "upcoming",
            rf"{_HOLDER} (?:on|for) (?:the |its |their |his |her )?(?:upcoming|forthcoming) {_THE_CHAIR}",
            "incoming",
        ),
        (
            "success",
            rf"{_HOLDER} (?:\w+ ){{0,4}}(?:every )?success in (?:chairing|presiding over|leading) {_ORG}",
            "incoming",
        ),
        ("goes-to", rf"{_ORG} {_CHAIR} (?:(?:will|is to|shall) )?{_GOES} to {_HOLDER}", "incoming"),
        (
            "of-goes-to",
            rf"\b{_CHAIR} (?:of|in) {_ORG}(?: [\w-]{{1,20}}){{0,6}}? (?:(?:will|is to|shall) )?{_GOES} to {_HOLDER}",
            "incoming",
        ),
        ("hands-over", rf"{_HOLDER}{_WHO}{_HANDS} {_THE_CHAIR} to\b", "outgoing"),
        ("hands-over-to", rf"\b{_HANDS} {_THE_CHAIR} to {_HOLDER}", "incoming"),
        (
            "hands-over-alone",
            rf"{_HOLDER}{_WHO}{_HANDS} {_ALONE} to\b",
            "outgoing",
        ),
        ("hands-over-alone-to", rf"\b{_HANDS} {_ALONE} to {_HOLDER}", "incoming"),
        (
            "taken-from",
            rf"\b(?:took|takes|taken|taking|received?|receives|assumed?) (?:over )?{_THE_CHAIR} from {_HOLDER}",
            "outgoing",
        ),
        (
            "thanks",
            rf"\b(?:[Tt]hank(?:s to)?|[Cc]ommend|(?:tribute|gratitude|appreciation) to) [^.;:]{{0,60}}?{_HOLDER}[^.;:]{{0,60}}? for (?:his|her|their|its|the) (?:[a-z]\w+ ){{0,4}}?(?:(?:as|in) )?(?:(?:the )?{_HEAD} of|chairing|presiding (?:over|in)|(?:the )?{_CHAIR} (?:of|in)) {_ORG}",
            "outgoing",
        ),
        (
            "thanks-for-service",
            rf"{_HOLDER}[^.;:]{{0,60}}? for (?:his|her|their|its) (?:[a-z]\w+ ){{1,4}}?as (?:the )?(?P<post><cast>)",
            "outgoing",
        ),
        (
            "named-with-state",
            rf"\b(?P<org>[Cc]ouncil|[Aa]ssembly|[Cc]ommittee|[Cc]ommission|{_KNOWN}) (?P<chair><cast>) \((?P<holder><state>)\)",
            "current",
        ),
        (
            "owner-alone",
            rf"(?P<holder><demonym>|<state>(?:'s?)?) (?:[a-z]\w+ )?{_CHAIR}(?! (?:of|at|within) | in (?!{_MONTH}|\d{{4}}))",
            "current",
        ),
        (
            "its-alone",
            rf"\b(?:its|their) (?:[a-z]\w+ )?{_CHAIR}(?! (?:of|at|within) | in (?!{_MONTH}|\d{{4}}))",
            "current",
        ),
    ),
    seats=r"(?<!former )(?P<office><office>) of (?:the )?(?P<org>(?:<org> )?<body>|<org>)(?=,| and| <office>|$|(?: <upper>[\w'-]{1,30}){1,2}$)",
    heads=(
        ("in-the-head", r"^(?:The )?(?P<chair><office>):? [^():]{1,80}\((?P<holder><state>)\)$"),
        ("in-the-head", r"^(?:The )?(?P<chair><cast>)[ .]{0,80}\((?P<holder><state>)\)$"),
    ),
    of_body=frozenset({"speaks-for-the-chair", "in-the-head"}),
    at_once=frozenset(
        {
            "goes-to",
            "of-goes-to",
            "hands-over-to",
            "hands-over-alone-to",
            "taking-over",
            "upcoming",
            "success",
        }
    ),
    bare=frozenset({"owner-alone", "its-alone", "hands-over-alone", "hands-over-alone-to"}),
    handed=frozenset({"hands-over-alone", "hands-over-alone-to"}),
    speaker=frozenset({"our"}),
    presiding=frozenset({"your", "speaks-for-the-chair"}),
    settled=frozenset(
        {
            "goes-to",
            "of-goes-to",
            "hands-over",
            "hands-over-to",
            "hands-over-alone",
            "hands-over-alone-to",
            "taken-from",
            "upcoming",
            "success",
            "will-take-over",
            "will-chair",
        }
    ),
    first_person=r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur)\b",
    third_person=frozenset({"its", "its-alone"}),
    times=(
        (
            r"\b(?:last (?:month|year)|previous(?:ly)?|past|former|ended|completed|expired)\b",
            "past",
        ),
        (
            r"\b(?:next (?:month|year|term)|upcoming|forthcoming|incoming|coming (?:month|year))\b",
            "incoming",
        ),
        (r"\boutgoing\b", "outgoing"),
        (r"\b(?:this (?:month|year|term)|currently?|today|now)\b", "current"),
    ),
)
