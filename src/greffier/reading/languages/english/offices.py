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
    "Political|Parliamentary|Religious|Veterans|War|Navy|Space|Nuclear|Atomic|Homeland|Ministry)"
)
_PORTFOLIO = rf"{_WORD}(?:(?:,? and |, | )(?:the )?{_WORD}){{0,7}}"
# Of an organisation, body or state, its own sign; of anything else, its capitalised words.
_OF = r"(?P<of><named>(?: <body>)?)(?: \([^()\n]{1,40}\))?"
_OTHER = (
    r"(?P<of>(?:[A-Z][\w.&-]{0,30}|<any>)(?: (?:(?:of|the|and|for|to|on) ){0,2}"
    r"(?:[A-Z][\w.&-]{0,30}|\([^()\n]{1,30}\)|<any>)){0,9}?)"
)
_WHOLE = r"(?P<name>(?:[A-Z][\w'.-]{0,30}|[A-Z]\.) (?:[A-Z]\. )?(?:al-)?[A-Z][\w'-]{0,30})(?![\w'-])(?! [A-Z(])"

# `Federal Customs Service Director …`: two words or more, for a single one may open its sentence.
_UNIT = r"(?P<of>(?:(?!The )[A-Z][\w.-]{1,30}|<any>)(?: (?:(?:and|of|for) )?(?:[A-Z][\w.-]{1,30}|<any>)){1,5}?)"
# What an envoy is for; not kept, but it stands between the office and the name.
_FIELD = r"[A-Z][\w-]{1,30}(?:(?:,? and |, | )(?:the )?[A-Z][\w-]{1,30}){0,7}?"

OFFICES = OfficeRules(
    heads=(
        (
            "Special Representative of the Secretary-General",
            r"Special Representative of the Secretary-General",
        ),
        ("Prime Minister", r"[Pp]rime [Mm]inisters?"),
        ("Minister of {}", rf"[Mm]inisters? (?:of|for) (?:the )?(?P<portfolio>{_PORTFOLIO})"),
        ("Minister of {}", rf"(?P<portfolio>{_PORTFOLIO}) [Mm]inisters?"),
        ("Minister of Foreign Affairs", r"foreign ministers?"),
        ("Minister of Defence", r"defence ministers?"),
        ("Secretary General", r"[Ss]ecretar(?:y|ies)[- ][Gg]eneral"),
        ("General Secretary", r"General Secretary"),
        ("Secretary of State", r"Secretary of State"),
        ("Presidential Aide", r"(?:Presidential Aide|Aide to the President)"),
        ("Presidential Envoy", r"Presidential (?:Plenipotentiary )?Envoy"),
        ("President", r"(?:Federal )?[Pp]residents?"),
        ("Chancellor", r"(?:Federal )?[Cc]hancellor"),
        ("Crown Prince", r"Crown Prince"),
        ("King", r"King"),
        ("Queen", r"Queen"),
        ("Emir", r"Emir"),
        ("Sultan", r"Sultan"),
        ("Chairman of the Board", r"Chairman of the (?:Management )?Board"),
        ("Chairman", r"Chair(?:man|woman|person)"),
        ("Speaker", r"Speaker"),
        ("Governor", r"Governor"),
        ("Mayor", r"Mayor"),
        ("Permanent Representative", r"Permanent Representative"),
        ("Special Representative", r"(?:Presidential )?Special (?:Presidential )?Representative"),
        ("High Representative", r"High Representative"),
        ("Chief of Staff", r"Chief of Staff"),
        ("Director General", r"(?:Director[- ]General|General Director)"),
        ("Director", r"Director"),
        ("Secretary", r"Secretary"),
        ("Commissioner", r"Commissioner"),
        ("Ambassador", r"Ambassador"),
        ("Homeland Security Advisor", r"Homeland Security Advis[eo]r"),
        ("National Security Advisor", r"National Security Advis[eo]r"),
        ("Permanent Observer", r"Permanent Observer"),
        ("Head", r"Head(?! of (?:S|s)tate)"),
        ("Minister", r"Minister"),
        ("CEO", r"CEO"),
    ),
    prefixes=(
        ("First Deputy", r"First Deputy"),
        ("Deputy", r"Deputy"),
        ("Vice", r"Vice"),
        ("First Vice", r"First Vice"),
        ("Executive", r"Executive"),
    ),
    acting=r"(?:Acting|acting|Interim|interim|Caretaker)",
    spelt={
        "Foreign": "Foreign Affairs",
        "Interior": "the Interior",
        "Environment": "Environment",
    },
    titles=r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Madam|Lord|Lady|Gen|General|Professor|Prof|Comrade)\.?",
    not_names=frozenset(
        "The A An Mr Mrs Ms And Of In On At For With By From To As It He She We You They This That "
        "January February March April May June July August September October November December "
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Council Committee Meeting Summit "
        "Session Statement Declaration Background Republic Federation Organisation Organization "
        "Kremlin Government Parliament State Duma Heads Head Following Speech Remarks Good Thank "
        "Office Service Agency Ministry Bank Board Fund Centre Center University Corporation Company "
        "Group Forces Region Assembly Commission Union Department Administration Academy "
        "Please Our Your My His Her Their Press Joint Working Ladies Dear Colleagues".split()
    ),
    capacities=(
        ("office-of-name", rf"<office> of (?:the )?{_OF},? (?P<name><name>)"),
        ("of-office-name", rf"{_OF}(?:'s?)? <office> (?P<name><name>)"),
        ("other-office-name", rf"(?:[Tt]he )?{_UNIT} <office> {_WHOLE}"),
        (
            "name-of-office",
            rf"(?P<name><fullname>), (?:the |an? )?{_OF}(?:'s?)? <office>(?! <upper>)",
        ),
        (
            "name-office-of",
            rf"(?P<name><fullname>), (?:the |an? )?<office> of (?:the )?{_OF}(?! <upper>)",
        ),
        ("office-name-of", r"<office> (?P<name><name>) of (?:the )?(?P<of><state>|<org>)"),
        ("office-of-other-name", rf"<office> of (?:the )?{_OTHER} {_WHOLE}"),
        (
            "office-for-name",
            rf"(?:(?P<of><named>)(?:'s?)? )?<office> (?:for|on) (?:the )?{_FIELD},? {_WHOLE}",
        ),
        ("office-of", rf"<office> of (?:the )?{_OF}"),
        ("of-office", r"(?P<of><demonym>|<org>) <office>"),
        ("office-name", r"<office> (?P<name><name>)"),
    ),
    national=r"^(?:Acting |First |Deputy |Vice )*(?:President|Prime Minister|Minister\b.*|Ambassador|Permanent Representative|Special Representative|Presidential (?:Aide|Envoy))$",
    plural=(("offices-of-states", r"(?:[Tt]he )?<office> of (?P<all><states>)"),),
)
