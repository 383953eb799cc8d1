"""Letters and names as classes of a regular expression, for every alphabet with capitals."""

from __future__ import annotations

# Kept short, because the class stands in nearly every rule and is compiled each time. In the
# extended Latin blocks capitals and small letters alternate: there both count as either.
_EXTENDED = "\u0100-\u024f\u1e00-\u1eff"
UPPER = f"A-ZÀ-ÖØ-ÞΆ-ΏΑ-ΫЀ-ЯҐӘҒҚҢӨҰҮҺԱ-Ֆ{_EXTENDED}"
LOWER = f"a-zß-öø-ÿά-ώа-џґәғқңөұүһա-և{_EXTENDED}"
LETTER = r"[^\W\d_]"

# A surname in capitals, as in lists.
SURNAME = r"[A-ZА-ЯЁҐЄІЇЎ]{2,40}(?:['-][A-ZА-ЯЁҐЄІЇЎ]{2,40}){0,2}"
# `Jomart`, `O'Neill`, `al-Assad`, `J.`, `Jr.`, `MacDonald`; bounded, so that no page can slow it.
WORD = rf"[{UPPER}](?:{LETTER}|(?!'s\b)['-](?={LETTER})){{0,40}}"
_INITIALS = rf"[{UPPER}]h?\.(?:[ -]?[{UPPER}]\.){{0,2}}"
PARTICLE = (
    r"(?:[Aa]l|el|ul|[Bb]in|[Ii]bn|[Bb]en|de|del|della|da|dos|du|di|la|le|van|von|der|den|ter|zu|af"
    r"|y)"
)
_STEP = rf"(?: (?:{PARTICLE} ){{0,2}}|-)"
_PIECE = rf"(?:{PARTICLE}-)?(?:{_INITIALS}|{WORD})"
_MORE = rf"(?:(?:{_STEP}|(?<=\.)){_PIECE})"
_JUNIOR = r"(?:,? (?:Jr|Sr)\.)?"
NAME = rf"(?:(?:\b{PARTICLE}[ -])?{_PIECE}{_MORE}{{0,3}}{_JUNIOR})"
FULL_NAME = rf"(?:(?:\b{PARTICLE}[ -])?{_PIECE}{_MORE}{{1,3}}{_JUNIOR})"
