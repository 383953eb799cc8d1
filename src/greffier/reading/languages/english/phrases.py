"""Phrases that several English rules about meetings share."""

from __future__ import annotations

SITTING = r"(?:[Ss]ession|[Mm]eeting|[Ss]ummit|[Tt]alks|[Cc]onference|[Cc]onsultations|[Ss]itting|[Rr]oundtable|Convening|Retreat|SESSION|MEETING|SUMMIT|TALKS|CONFERENCE|SITTING)"
FORMAT = r"(?:(?:[Jj]oint|[Rr]egular|[Ee]xtraordinary|[Ii]nformal|[Pp]lenary|[Ee]xpanded|[Rr]estricted|online|virtual|annual|next|[Ll]atest|[Ll]ast|first|final) ){0,3}"
NOUN = rf"\b{FORMAT}{SITTING}\b"
VIDEO = r"(?:[Vv]ia|by|through|in|using|over) (?:a |the )?(?:video ?-?conferenc(?:e|ing)|video ?-?link|video[- ]?tele-?conference|VTC)(?: format| mode)?"
# Organs that belong to no organisation that is known are told by their noun: `Government`,
# `Commission for Military Technical Cooperation with Foreign States`.
ORGAN = (
    r"(?:Council|Commission|Committee|Board|Government|Cabinet|Presidium|Parliament|Assembly|"
    r"Congress|Bureau|Task Force|Working Group|Collegium|Headquarters)"
)
# And standing groups of states that have no acronym.
GROUPING = r"(?:Platform|Coalition|Alliance|Partnership|Initiative|Organi[sz]ation)"
WORDS = r"(?:[A-Z][\w'-]{1,30}|<demonym>(?:-<demonym>)?|<state>|<org>|<person>)"
MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
DAYS = rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{MONTHS}"
UNIT = (
    rf"(?P<unit>(?:(?:(?!Heads\b){WORDS} (?:(?:on|of|for|and) )?){{1,6}}{ORGAN}|{ORGAN}(?= (?:of|on|for) (?:the )?{WORDS})|Government|Cabinet)"
    rf"(?: (?:(?:of|on|for|with) )?(?:the )?(?:and )?(?!{DAYS}){WORDS}){{0,12}}"
    rf"|(?:{WORDS} ){{2,6}}(?:board|collegium|commission|committee|council|presidium))"
)
GROUP = (
    rf"(?P<group>(?:{WORDS} (?:(?:on|of|for|and) )?){{0,6}}{GROUPING}"
    rf"(?: (?:for|on|of|against|with) (?:the )?(?!{DAYS}){WORDS}(?: (?:and )?(?!{DAYS}){WORDS}){{0,4}})?)"
)
ORDINAL = (
    r"(?:\d+(?:st|nd|rd|th|ST|ND|RD|TH)|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh"
    r"|[Ee]ighth|[Nn]inth|[Tt]enth)"
)
DAY_MONTH = rf"(?:\d{{1,2}} (?:{MONTHS})|(?:{MONTHS}) \d{{1,2}})\b"

PLACE = rf"(?P<place><state>(?!'s)|(?:the )?(?!(?:{DAYS})\b)(?:St\. )?(?!(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Noon|Half)\b)[A-Z][\w'-]{{1,30}}(?: [A-Z][\w'-]{{1,30}}){{0,2}})"
VERB = (
    r"(?:took|takes|will take|is taking|is to take|are to take|have taken|has taken|to take) part"
    r"|attended|will attend|participated|will participate|met|meets|will meet"
)

MORE = r"(?:(?:\w+|<any>) ){0,2}"
# When somebody spoke with somebody: `spoke this afternoon with`.
WHEN = (
    r"(?:today|yesterday|earlier(?: today)?|on \w{2,8}day(?: (?:morning|afternoon|evening))?"
    r"|this (?:morning|afternoon|evening)|by (?:tele)?phone|(?:over|on) the phone)"
)
