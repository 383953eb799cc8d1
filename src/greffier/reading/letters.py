"""Letters and names as classes of a regular expression, for every alphabet with capitals."""

from __future__ import annotations

_ALPHABETS = (
    range(0x41, 0x250),  # Latin
    range(0x370, 0x400),  # Greek
    range(0x400, 0x530),  # Cyrillic
    range(0x531, 0x588),  # Armenian
    range(0x1E00, 0x1F00),  # more Latin
)


def _ranges(chosen: list[int]) -> str:
    out: list[str] = []
    for code in chosen:
        if out and ord(out[-1][-1]) == code - 1:
            out[-1] = out[-1][0] + "-" + chr(code)
        else:
            out.append(chr(code) + "-" + chr(code))
    return "".join(out)


UPPER = _ranges([c for part in _ALPHABETS for c in part if chr(c).isupper()])
LOWER = _ranges([c for part in _ALPHABETS for c in part if chr(c).islower()])

# `Jomart`, `O'Neill`, `al-Assad`, `J.`, `Jr.`, `MacDonald`; bounded, so that no page can slow it.
WORD = rf"[{UPPER}](?:[{UPPER}{LOWER}]|['-](?=[{UPPER}{LOWER}])){{0,40}}"
_INITIALS = rf"(?:[{UPPER}]\.[ -]?){{1,3}}"
_PARTICLE = r"(?:al|el|ul|bin|ibn|ben|de|del|della|da|dos|du|di|la|le|van|von|der|den|ter|zu|af|y)"
_STEP = rf"(?: (?:{_PARTICLE} ){{0,2}}|-)"
_PIECE = rf"(?:{_PARTICLE}-)?(?:{WORD}|{_INITIALS})"
NAME = rf"(?:(?:{_PARTICLE}[ -])?{_PIECE}(?:{_STEP}{_PIECE}){{0,3}}(?:,? (?:Jr|Sr)\.)?)"
FULL_NAME = rf"(?:(?:{_PARTICLE}[ -])?{_PIECE}(?:{_STEP}{_PIECE}){{1,3}}(?:,? (?:Jr|Sr)\.)?)"
