"""Speaker labels: where the record announces who speaks, whoever publishes it.

A label is the words before a colon at the start of a line: a role (`Question`), a name, or an
office and a name, in capitals where names have them. A colon in running speech follows small words.
Other publishers close their labels otherwise; which of them the record does is found from all of
its lines (see `conventions`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from greffier.reading.letters import LETTER, LOWER, PARTICLE, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.languages import Language
    from greffier.reading.languages.base import Rules
    from greffier.reading.layout import Line

LabelForm = Literal["colon", "bare", "dash", "stop", "alone"]

# In brackets a colon is one of a time: `Mr BURKE (Watson) (12:01):`. The choices exclude one
# another by their first character, so that no line can be read in two ways.
_BRACKETED = r"\([^()\n]{1,160}\)"
_LABEL = re.compile(rf"(?P<label>(?:[^:(\n]|{_BRACKETED}){{1,160}}):(?=\s|$)")
_MOST_WORDS = 22
_FEW_WORDS = 8
_CAPITAL = re.compile(rf"[\"']?[{UPPER}]")
_ASIDE = re.compile(rf"(?: ?{_BRACKETED}){{1,3}}$")
_NAME_WORD = rf"(?:[{UPPER}][{UPPER}{LOWER}'-]*|[{UPPER}]\.)"
_ENDS_IN_NAME = re.compile(
    rf"(?:^|[ .])(?:[{UPPER}][{UPPER}{LOWER}'-]*[ -]|[{UPPER}]\.[ -]?)"
    rf"(?:[a-z]{{2,3}}[ -]|(?:{PARTICLE}[ -]){{2}})?{_NAME_WORD}$"
)
_INITIALS = re.compile(rf"^(?:[{UPPER}]\. ?){{1,3}}[{UPPER}][{UPPER}{LOWER}-]+$")
# Titles of several languages; those that are words or letters of others with their full stop.
_TITLE = (
    r"(?:(?:Mr|MR|Mrs|MRS|Ms|MS|Miss|Dr|DR|Prof|Sir|Dame|Lord|Lady|Rt Hon|Hon|HON|Mme|Mlle|Sra)\b"
    r"|(?:M|Sr|Hr|Fr|On)(?=\.))"
)
_TITLED = re.compile(
    rf"^{_TITLE}\.? {_NAME_WORD}(?:[ -](?:{PARTICLE}[ -]){{0,2}}{_NAME_WORD}){{0,4}}"
    rf"(?: of(?: [{UPPER}]{LETTER}{{1,20}}){{1,3}})?$"
)
# A title and brackets leave no doubt, whatever a scan made of the name: `Mrs. ngu (Nigeria)`.
_TITLED_LOOSELY = re.compile(
    rf"^{_TITLE}\.? \S{{1,30}}(?: \S{{1,30}}){{0,4}} {_BRACKETED}(?: {_BRACKETED}){{0,2}}$"
)
# Two words or more: one alone may be a state, `AZ`, or a heading.
_ALL_CAPITALS = re.compile(rf"^[{UPPER}][{UPPER}.'-]{{0,40}}[ ][{UPPER} .'-]{{1,60}}$")
_THE_OFFICE = re.compile(
    rf"^(?:The|THE) (?:[{UPPER}][{UPPER}{LOWER}'-]*)(?: [{UPPER}][{UPPER}{LOWER}'-]*){{0,3}}$"
)
_WORD = re.compile(rf"^[{UPPER}]{LETTER}{{1,30}}(?:[ -][{UPPER}]{LETTER}{{1,30}}){{0,3}}$")

# `Wopke Hoekstra, Member of the Commission. –`: what follows the comma is not of the name.
_DASH = re.compile(rf"(?P<label>(?:[^\n(]|{_BRACKETED}){{2,160}}?)\. ?–(?= |$)")
_COMMA = re.compile(r"(?P<who>[^,.]{2,80}), {0,2}(?P<adds>[^!?:]{2,160})$")
# Words that all begin with a capital but for those between them.
CAPITALISED = re.compile(
    rf"^[{UPPER}][^\s,;!?]{{0,40}}"
    rf"(?: (?:(?:{PARTICLE}|of|the|le|la|il|den|het) ){{0,2}}[{UPPER}][^\s,;!?]{{0,40}}){{0,6}}$"
)
# `Mr. ISSA. Mr. Chairman, I`; `The CHAIRMAN. Without objection`; `ROSSI, relatore. Onorevoli`.
_ADDS = r"(?:, (?P<adds>[^.:;!?\n]{3,120}))?"
_STOP = re.compile(
    rf"(?P<label>(?:(?:{_TITLE}\.?|The) (?:[a-z]{{1,3}} )?)?(?:Acting |Mc|Mac|De|Di|Van |O')?"
    rf"[{UPPER}][{UPPER}'-]{{2,30}}(?: [{UPPER}][{UPPER}'-]{{1,30}}){{0,3}}(?: pro tempore)?"
    rf"(?: of(?: [{UPPER}]{LETTER}{{1,20}}){{1,3}})?(?: {_BRACKETED})?){_ADDS}\.(?= |$)"
)
_STOP_TITLED = re.compile(
    rf"(?P<label>(?:M\.|Mme|Mlle|Mr\.|Ms\.|Mrs\.) [^.\n!?,;:(]{{2,60}}(?: {_BRACKETED})?)"
    rf"{_ADDS}\.(?= )"
)

# `A` is a word, too: an answer only beside questions.
_LETTERS = {"A": "label:letter"}


@dataclass(frozen=True, slots=True)
class Label:
    """A label in its line: `end` is behind the colon and the blank after it.

    `adds` is what is printed between the name and the end of the label: `Member of the Commission`.
    """

    text: str
    end: int
    rule: str
    form: LabelForm = "colon"
    adds: str = ""

    @property
    def key(self) -> str:
        """The label without what stands in brackets: alike wherever the same speaker speaks."""
        return _ASIDE.sub("", self.text).casefold()


def label_of(line: Line, language: Language) -> Label | None:
    """Give the label that a line opens with, or None where its colon is one of running speech."""
    return next(
        (one for one in candidates(line.text, language) if one.rule not in DOUBTFUL_RULES), None
    )


# What only a record as a whole can show to be a label.
DOUBTFUL_RULES = frozenset(
    {
        "label:word",
        "label:adds",
        "label:letter",
        "label:small",
        "label:dash",
        "label:stop",
        "label:stop-titled",
        "label:alone",
    }
)


def candidates(text: str, language: Language) -> Iterator[Label]:
    """Yield what may be the label of a line, the surest first."""
    rules = language.labels
    if bare := re.match(rules.bare, text) if rules.bare else None:
        yield Label(bare[0], bare.end() + 1, _LETTERS.get(bare[0], "label:role"), "bare")
    found = _LABEL.match(text)
    if found and found["label"].count(" ") < _MOST_WORDS:
        printed = found["label"].rstrip()
        cut = _COMMA.match(printed)
        if rule := _rule(printed, language):
            yield Label(printed, _after(text, found.end()), rule)
        elif cut and _rule(cut["who"], language) == "label:name" and _is_office(cut["adds"]):
            yield Label(printed, _after(text, found.end()), "label:adds", adds=cut["adds"])
    if found := _DASH.match(text):
        yield from _dashed(text, found, language)
    for name, pattern in (("label:stop", _STOP), ("label:stop-titled", _STOP_TITLED)):
        if found := pattern.match(text):
            end = _after(text, found.end())
            yield Label(found["label"], end, name, "stop", found["adds"] or "")
            break


def procedure_at(text: str, language: Language) -> re.Match[str] | None:
    """Give how a line begins that is nobody's speech but the procedure's, if it does."""
    pattern = _procedures(language.labels.procedure)
    return pattern.match(text) if pattern else None


@cache
def _procedures(rules: Rules) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{pattern})" for _, pattern in rules)) if rules else None


def alone(text: str, language: Language) -> Label | None:
    """Give the label that a line may be by itself: a name, or an office, and no more."""
    who = _ASIDE.sub("", text)
    named = CAPITALISED.match(who) and (_ENDS_IN_NAME.search(who) or _THE_OFFICE.match(who))
    if not named or _first_word(who) in language.labels.not_openings:
        return None
    return Label(text, len(text), "label:alone", "alone")


def _is_office(words: str) -> bool:
    return "," not in words and words.count(" ") < _FEW_WORDS


def _after(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == " " else end


def _dashed(text: str, found: re.Match[str], language: Language) -> Iterator[Label]:
    printed, adds = found["label"].rstrip(), ""
    if cut := _COMMA.match(printed):
        printed, adds = cut["who"].rstrip(), cut["adds"]
    if not CAPITALISED.match(_ASIDE.sub("", printed)):
        return
    if _first_word(printed) not in language.labels.not_openings:
        yield Label(printed, _after(text, found.end()), "label:dash", "dash", adds)


def _first_word(words: str) -> str:
    return re.split(r"[ ,]", words, maxsplit=1)[0].lower()


def _rule(printed: str, language: Language) -> str | None:
    who = _ASIDE.sub("", printed)
    rules = language.labels
    if re.sub(r" ?\d{1,3}$", "", who).lower() in rules.roles:
        return "label:role"
    if _TITLED_LOOSELY.match(printed):
        return "label:titled"
    if _first_word(who) in rules.not_openings:
        return None
    if not _CAPITAL.match(who):
        return "label:small" if _ENDS_IN_NAME.search(who) else None
    for name, pattern in (
        ("label:titled", _TITLED),
        ("label:initials", _INITIALS),
        ("label:the-office", _THE_OFFICE),
        ("label:capitals", _ALL_CAPITALS),
        ("label:name", _ENDS_IN_NAME),
        ("label:word", _WORD),
    ):
        if pattern.search(who):
            return name
    return None
