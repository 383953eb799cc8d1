"""English offices, and the ways of printing who holds them."""

from __future__ import annotations

from greffier.reading.languages.base import OfficeRules

# What a ministry may be of. A portfolio ends where the words stop being of this kind, so that the
# name after it stays a name.
_WORD = (
    "(?:Foreign|External|Affairs|Relations|Defen[cs]e|Security|National|Public|State|Internal|"
    "Interior|Home|Justice|Finance|Economy|Economics?|Economic|Development|Trade|Commerce|"
    "Industry|Industrial|Energy|Transport|Transportation|Railways|Communications?|Digital|Mass|"
    "Media|Information|Technologies|Technology|Science|Higher|Education|Enlightenment|Culture|"
    "Health|Healthcare|Labou?r|Employment|Social|Protection|Family|Agriculture|Food|Fisheries|"
    "Natural|Resources|Water|Environment|Environmental|Ecology|Climate|Construction|Housing|"
    "Utilities|Regional|Integration|Emergency|Emergencies|Situations|Civil|Disaster|Disasters|"
    "Relief|Sports?|Tourism|Youth|Women|Migration|Immigration|Europe|European|Far|East|North|"
    "Caucasus|Investments?|Cooperation|Humanitarian|Planning|Infrastructure|Works|Land|Mining|"
    "Petroleum|Oil|Gas|Taxation|Taxes|Revenue|Treasury|Innovation|Research|Property|Forestry|"
    "Political|Parliamentary|Equal|Opportunities|Religious|Veterans|Treasury|Urban|Human|Services|War|Navy|Space|Nuclear|Atomic|Homeland|Ministry)"
)
_PORTFOLIO = rf"{_WORD}(?:(?:,? and |, | )(?:the )?{_WORD}){{0,7}}"
# What may stand before a name.
_TITLES = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Madam|Dame|Lord|Lady|Professor|Prof|Comrade|Monsignor|Cardinal"
    r"|Reverend|Rev|Pope|Metropolitan|Sheikh|Shri|Shrimati|Smt|Senator|Sister|Fmr|Rep|(?:Rt\.? )?Hon"
    r"|(?:(?:Lieutenant|Major|Brigadier|Colonel|Army|Rear|Lt\.?|Maj\.?|Brig\.?)[ -])?"
    r"(?:Gen|General|Colonel|Col|Admiral|Adm)|Captain|Capt|Sergeant|Sgt)\.?"
)

# Nouns that end the name of an institution: `Russian Railways`, `Olympic Committee`.
_UNITS = frozenset(
    "Council Committee Commission Corporation Company Bank Board Fund Agency Service Services Office "
    "Academy Administration Ministry Department Directorate Division Bureau Branch Centre Center "
    "University Institute College School Union Federation Association Confederation Assembly "
    "Congress Parliament Duma Senate Chamber Court Government Cabinet Presidium Secretariat Group "
    "Holding Party Foundation Society League Authority Forces Army Navy Fleet Guard Region Territory "
    "Republic Oblast District Province County Railways Railway Supervision Control Policy Affairs "
    "Relations Trade Economy Industry Security Defence Defense Development Cooperation Directors "
    "Theatre Theater Museum Library Church Diocese Platform Organisation Organization Community "
    "Forum Conference Mission Delegation Staff Headquarters Factory Shipyard Ministers State States "
    "Structure Regional Programme Program Coalition Campaign Alliance Network Trust Inc JSC PJSC LLC Ltd Plc".split()
)
# Names that are printed with the family name first, and are known by it: `Nguyen Phu Trong`.
_FAMILY = (
    r"(?:Nguyen|Nguyễn|Tran|Trần|Pham|Phạm|Phan|Hoang|Hoàng|Truong|Trương|Dinh|Đinh|Vuong|Duong)"
)
# Of an organisation, body or state, its own sign; of anything else, its capitalised words.
_BRACKET = r"(?: \([^()\n]{1,40}\))?"
_BOARD = r"(?:(?:'s?)? (?:Management |Executive )?Board(?: of Directors)?|'s)?"
_OF = rf"(?P<of>(?:<org>|<body>|<state>)(?: <body>)?){_BRACKET}{_BOARD}"
_WHOSE = rf"(?P<of><named>(?: <body>)?){_BRACKET}(?:'s?)?"
# A state directly before a name ends the words that an office is of.
_CAPITAL = r"(?:[A-ZÀ-Þ](?:[\w&'-]|\.(?=\w)){0,30}|St\.|<org>|<body>|<demonym>|<state>(?! <upper>))"
_JOIN = r" (?:(?:(?:of|for|to|on|in|at) )?(?:the )?(?:(?:and|,) )?(?:the )?)"
_OTHER = rf"(?P<of>{_CAPITAL}(?:,?{_JOIN}(?:{_CAPITAL}|\([^()\n]{{1,30}}\))){{0,12}}?){_BOARD}"
_ENDING = rf"(?P<of>(?:{_CAPITAL},?{_JOIN}){{1,8}}?(?:<org>|<body>|<state>)){_BRACKET}"
# With no name behind it, its words as far as they go.
_REST = rf"(?P<of>{_CAPITAL}(?: (?:(?:of|for|in) )?(?:the )?(?:and (?:the )?(?!<office>|<fullname>, ))?{_CAPITAL}){{0,9}})"
_WHOLE = (
    rf"(?P<name>(?:{_FAMILY} )?(?:[A-ZÀ-Þ][\w'.-]{{0,30}}|[A-Z]\.) (?:[A-Z]\. )?"
    r"(?:(?:al|bin|ibn|ben|de|del|da|van|von|der|di|el) ){0,2}(?:al-|el-)?[A-ZÀ-Þ][\w'-]{0,30})"
    r"(?![\w'-])(?! [A-ZÀ-Þ(]| of\b)"
)
# `Federal Customs Service Director …`: two words or more, for a single one may open its sentence.
_UNIT = r"(?P<of>(?:(?!(?:The|His|Her|Their|Your|Our|Today|When|As|In|On|At|With|And|By|From|Incoming|Outgoing|Former|New|Newly|Then|Fellow) )[A-Z][\w.-]{1,30}|<any>)(?: (?:(?:and|of|for) )?(?:[A-Z][\w.-]{1,30}|<any>)){1,5}?)"
# What an envoy is for; not kept, but it stands between the office and the name.
_FIELD = r"[A-Z][\w-]{1,30}(?:(?:,? and |, | )(?:the )?[A-Z][\w-]{1,30}){0,7}?"
# Where an envoy is: `Ambassador to Great Britain`, `to the European Community in Brussels`.
_TOWN = r"[A-Z][\w-]{1,30}"
_POST = (
    rf"(?: (?:to|in|with) (?:the )?(?:(?:<named>|{_TOWN}(?: {_TOWN}){{0,3}})(?: in {_TOWN})?(?=,)"
    rf"|<named>|{_TOWN}))"
)
# A name that is set off with a comma must be a whole one.
# `FIFA President`, and inside a sentence any name: `with Gazprom CEO`. Elsewhere it may be a word
# that only opens the sentence.
_ONE_WORD = (
    r"(?P<of>(?<![\w.'-])(?<![A-Z] )[A-Z]{2}[A-Za-z&-]{0,14}"
    r"|(?<=[a-z] )(?!(?:Mr|Mrs|Ms|Madam|Comrade|Acting|Deputy|First|Vice|Senior|Chief|Former|New|Fellow|Then|General|Colonel|Major|Academician) )[A-Z][a-z]{3,30})"
)
_HONOUR = rf"(?:(?:(?:His|Her) (?:Excellency|Majesty|(?:Royal )?Highness)|H\.E\.|(?:[Tt]he )?Hon(?:ou?rable|\.)|{_TITLES}) ){{0,3}}"
_COMMA = rf"(?: {_HONOUR}|, {_HONOUR}(?=<fullname>))"
# A second office of the same person: `and Director of the Federal Fisheries Agency`.
_SECOND = rf"(?: and (?:the )?<office>(?: (?:of|at|for) (?:the )?{_CAPITAL}(?:{_JOIN}{_CAPITAL}){{0,7}}?)?)"

# Offices that any government has.
_GOVERNMENT = (
    r"^(?:Acting |First |Deputy |Vice )*(?:President|Prime Minister|Minister\b.*|Ambassador"
    r"|Permanent Representative|Special Representative|Presidential (?:Aide|Envoy))$"
)

OFFICES = OfficeRules(
    heads=(
        (
            "Special Representative of the Secretary-General",
            r"Special Representative of the Secretary-General",
        ),
        ("Press Secretary", r"(?:White House |Presidential )?Press Secretary"),
        ("Prime Minister", r"[Pp]rime [Mm]inisters?"),
        ("Minister of {}", rf"[Mm]inisters? (?:of|for) (?:the )?(?P<portfolio>{_PORTFOLIO})"),
        ("Minister of {}", rf"(?P<portfolio>{_PORTFOLIO}) [Mm]inisters?"),
        ("Minister of Foreign Affairs", r"foreign ministers?"),
        ("Minister of Defence", r"defence ministers?"),
        ("Under-Secretary-General", r"Under-Secretary-General"),
        ("Assistant Secretary-General", r"Assistant Secretary-General"),
        ("Secretary General", r"[Ss]ecretar(?:y|ies)[- ][Gg]eneral"),
        ("General Secretary", r"General Secretary"),
        ("Secretary of State", r"Secretary of State"),
        ("Secretary of {}", rf"Secretary of (?:the )?(?P<portfolio>{_PORTFOLIO})"),
        ("Assistant to the President", r"Assistant to the President"),
        ("Counselor to the President", r"Counsell?or to the President"),
        ("Presidential Aide", r"(?:Presidential Aides?|Aide to the President)"),
        ("Presidential Envoy", r"Presidential (?:Plenipotentiary )?Envoy"),
        ("President", r"(?:Federal )?[Pp]residents?"),
        ("Chancellor", r"(?:Federal )?[Cc]hancellor"),
        ("Crown Prince", r"Crown Prince"),
        ("King", r"King"),
        ("Queen", r"Queen"),
        ("Emir", r"(?:Emir|Amir)"),
        ("Patriarch", r"Patriarch"),
        ("Archbishop", r"Archbishop"),
        ("Sultan", r"Sultan"),
        (
            "Chairman of the Board",
            (
                r"Chairman of the (?:Management )?Board(?: of Directors)?"
                r"|Chair(?:man|woman|person)(?= of (?:the )?(?:(?!and\b|of\b)[^\s.,;:]{1,30} ){1,5}?(?:(?:Management|Executive) )?Board\b)"
            ),
        ),
        ("Chairman", r"Chair(?:man|woman|person)"),
        ("Speaker", r"Speaker"),
        ("Surgeon General", r"Surgeon General"),
        ("Governor", r"Governor"),
        ("Mayor", r"Mayor"),
        ("Permanent Representative", r"Permanent Representative"),
        ("Special Representative", r"(?:Presidential )?Special (?:Presidential )?Representative"),
        (
            "High Representative",
            r"High Representative(?: (?:of the Union )?for (?:the )?(?:Common )?Foreign (?:Affairs )?and Security Policy)?",
        ),
        ("Chief of Staff", r"Chief of Staff"),
        ("Managing Director", r"Managing Director"),
        ("Director-General", r"Director-General"),
        ("Director General", r"(?:Director General|General Director)"),
        ("Prosecutor General", r"Prosecutor[- ]General"),
        ("Attorney General", r"Attorney General"),
        ("Chief", r"Chief(?= of (?:the )?(?!Staff)(?:[A-Z]|[\U000f0000-\U000fffff]))"),
        ("Commander-in-Chief", r"Commander-in-Chief"),
        ("Commander", r"Commander"),
        ("High Commissioner", r"High Commissioner"),
        ("Special Envoy", r"(?:Special Presidential |Presidential Special |Special )Envoy"),
        ("Special Coordinator", r"Special Coordinator"),
        ("Executive Secretary", r"Executive Secretary"),
        ("Foreign Secretary", r"Foreign Secretary"),
        ("Premier", r"Premier"),
        ("Spokesperson", r"(?:Official )?Spokes(?:person|man|woman)"),
        ("Administrator", r"Administrator"),
        ("Rector", r"Rector"),
        ("Director", r"Director"),
        ("Secretary", r"Secretary"),
        ("Commissioner", r"Commissioner"),
        (
            "Member",  # `members of the European Commission, A and B`
            r"[Mm]embers?(?= of (?:the )?[\U000f0000-\U000f1fff],? [A-ZÀ-Þ])",
        ),
        ("Ambassador", r"Ambassador"),
        ("Homeland Security Advisor", r"Homeland Security Advis[eo]r"),
        ("National Security Advisor", r"National Security Advis[eo]r"),
        ("Permanent Observer", r"Permanent Observer"),
        ("Head", r"Head(?! of (?:S|s)tate)"),
        ("Advisor", r"Advis[eo]r"),
        ("Counselor", r"Counsell?or"),
        ("Coordinator", r"Co-?ordinator"),
        ("Chief Executive Officer", r"Chief Executive Officer"),
        ("Minister", r"Minister"),
        ("CEO", r"CEO"),
    ),
    prefixes=(
        ("First Deputy", r"First Deputy"),
        ("Deputy", r"Deputy"),
        ("Vice", r"Vice"),
        ("First Vice", r"First Vice"),
        ("Executive", r"Executive"),
        ("Assistant", r"Assistant(?! Secretary[- ]General)"),
        ("Under", r"Under(?!-Secretary-General)"),
        ("Senior", r"(?:Senior|Sr\.)"),
        ("Principal Deputy", r"Principal Deputy"),
    ),
    acting=r"(?:Acting|acting|Interim|interim|Caretaker)",
    spelt={
        "Foreign": "Foreign Affairs",
        "Interior": "the Interior",
        "Environment": "Environment",
    },
    titles=_TITLES,
    not_names=_UNITS
    | frozenset(
        "The A An I'm Mr Mrs Ms And Of In On At For With By From To As It He She We You They This That "
        "January February July August September October November December "
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Meeting Summit "
        "Session Statement Declaration Background Kremlin Heads Head Following Speech Remarks Good "
        "Thank Please Our Your My His Her Their Press Joint Working Ladies Dear Colleagues PM Honourable Today Yesterday Earlier Later Before After "
        "During Aboard En Route Excellency Participants Included Attendees "
        "Excellencies Members Friends Commissioner Madame Responsible".split()
    ),
    units=_UNITS,
    within=(
        ("UN", r"of the Secretary-General|(?:Under|Assistant)[- ]Secretary-General"),
        ("EU", r"^High Representative .*Foreign"),
    ),
    links=r"(?:of|at|with)(?: the)?",
    second=",? and (?:the )?<office>",
    field=r"(?: (?:for|on) [^,]{1,80}?)??",
    unknown=r"(?:and|to the|under)(?: \w{1,20})?",
    capacities=(
        (
            "office-of-name",
            rf"<office> (?:to the <office> )?of (?:the )?{_OF}{_POST}?{_COMMA}(?P<name><name>)",
        ),
        ("of-office-name", rf"{_WHOSE} <office>{_POST}?{_COMMA}(?P<name><name>)"),
        (
            "office-of-ending-name",
            rf"<office> of (?:the )?{_ENDING} (?P<name><fullname>)(?![\w'-]| <upper>)",
        ),
        (
            "name-office",
            (
                rf"(?P<name><fullname>), (?:the |an? |our )?(?:(?P<whose><named>(?: <body>)?){_BRACKET}(?:'s?)? <office>(?! <upper>)"
                rf"|<office>(?: (?:of|at) (?:the )?{_REST}{_BRACKET}(?![\w'-]| <upper>)|(?= for\b|[,;.]| and\b)))"
            ),
        ),
        ("office-name-of", r"<office> (?P<name><name>),? of (?:the )?(?P<of><state>|<org>)"),
        ("office-of-other-name", rf"<office> (?:of|at) (?:the )?{_OTHER}{_COMMA}{_WHOLE}"),
        (
            "office-for-set-off-name",
            rf"(?:{_WHOSE} )?<office> (?:for|on) (?:the )?{_FIELD}, (?P<name><fullname>)(?=,| and\b|\.)",
        ),
        ("office-for-name", rf"(?:{_WHOSE} )?<office> (?:for|on) (?:the )?{_FIELD},? {_WHOLE}"),
        ("two-offices-name", rf"<office> of (?:the )?{_OTHER}{_SECOND}{_COMMA}{_WHOLE}"),
        (
            "other-office-name",
            rf"(?:[Tt]he )?{_UNIT}(?<!and <demonym>) <office>{_SECOND}? {_HONOUR}{_WHOLE}",
        ),
        ("one-word-office-name", rf"{_ONE_WORD} <office> {_HONOUR}{_WHOLE}"),
        (
            "offices-of-names",
            rf"<office>(?: of (?:the )?{_OF})?,? (?P<names><fullname>(?:,? and |, )<fullname>(?:(?:,? and |, )<fullname>(?! <office>)){{0,9}})(?![\w'-]| <upper>| <office>)",
        ),
        ("two-offices-of-name", rf"<office> and <office> of (?:the )?{_OTHER} {_WHOLE}"),
        ("two-offices-of", rf"<office> and <office> of (?:the )?{_REST}(?![\w'-]| <upper>)"),
        ("office-and-office-name", rf"<office>{_SECOND}{_COMMA}{_WHOLE}"),
        ("office-of", rf"<office> of (?:the )?{_OF}(?! of | <upper>)"),
        ("of-office", r"(?P<of><demonym>|<org>) <office>"),
        ("office-name", rf"<office> {_HONOUR}(?P<name><name>)"),
        # The given names that are also those of peoples and states: `Minister German Gref`.
        (
            "office-name-like-a-state",
            r"<office>,? (?P<name>(?:<demonym>|<state>) [A-Z][\w'-]{1,30})(?![\w'-]| <upper>| <office>)",
        ),
        (
            "office-set-off-name",
            r"(?<!Mr )(?<!Mr\. )(?<!Madam )<office>, (?P<name><fullname>)(?=,| and\b|\.)",
        ),
    ),
    national=_GOVERNMENT,
    seats=(
        ("President of Russia", r"\b[Kk]remlin\b", _GOVERNMENT),
        (
            "President of the United States",
            r"[Ww]hite ?[Hh]ouse",
            (
                r"^(?:Acting |Deputy |Vice |Assistant )*(?:President|Secretary(?: of .*)?|(?:Assistant|Counselor) to the President|Press Secretary"
                r"|(?:National|Homeland) Security Advisor|Ambassador|Attorney General|Surgeon General"
                r"|Special Envoy|Senior Administration Official)$"
            ),
        ),
        ("Prime Minister of the United Kingdom", r"\b[Dd]owning ?[Ss]treet\b", _GOVERNMENT),
        ("President of France", r"\b(?:É|E|é|e)lys[ée]e\b", _GOVERNMENT),
        ("Prime Minister of Japan", r"\b[Kk]antei\b", _GOVERNMENT),
    ),
    plural=(("offices-of-states", r"(?:[Tt]he )?<office> of (?P<all><states>)"),),
)
