"""What a speaker label is, and how the names in one are printed, whoever publishes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from greffier.reading.letters import LETTER, LOWER, PARTICLE, UPPER

LabelForm = Literal["colon", "bare", "dash", "stop", "alone"]

# In brackets a colon is one of a time: `Mr BURKE (Watson) (12:01):`. The choices exclude one
# another by their first character, so that no line can be read in two ways.
BRACKETED = r"\([^()\n]{1,160}\)"
ASIDE = re.compile(rf"(?: ?{BRACKETED}){{1,3}}$")
NAME_WORD = rf"(?:[{UPPER}][{UPPER}{LOWER}'-]*|[{UPPER}]\.)"
# Titles of several languages; those that are words or letters of others with their full stop.
TITLE = (
    r"(?:(?:Mr|MR|Mrs|MRS|Ms|MS|Miss|Dr|DR|Prof|Sir|Dame|Lord|Lady|Rt Hon|Hon|HON|Mme|Mlle|Sra)\b"
    r"|(?:M|Sr|Hr|Fr|On)(?=\.))"
)
TITLED = re.compile(
    rf"^{TITLE}\.? {NAME_WORD}(?:[ -](?:{PARTICLE}[ -]){{0,2}}{NAME_WORD}){{0,4}}"
    rf"(?: of(?: [{UPPER}]{LETTER}{{1,20}}){{1,3}})?$"
)
# Words that all begin with a capital but for those between them.
_CAPITALISED = rf"[{UPPER}][^\s,;!?]{{0,40}}"
CAPITALISED = re.compile(
    rf"^{_CAPITALISED}"
    rf"(?: (?:(?:{PARTICLE}|of|the|le|la|il|den|het|'[ts]) ){{0,2}}{_CAPITALISED}){{0,6}}$"
)
# `Wopke Hoekstra, Member of the Commission. –`: what follows the comma is not of the name.
COMMA = re.compile(r"(?P<who>(?:\w{1,4}\. ?)?[^,.]{2,80}), {0,2}(?P<adds>[^!?:]{2,160})$")

# What only a record as a whole can show to be a label.
DOUBTFUL_RULES = frozenset(
    {
        "label:word",
        "label:adds",
        "label:letter",
        "label:small",
        "label:recurs",
        "label:dash",
        "label:dash-bare",
        "label:stop",
        "label:stop-titled",
        "label:stop-named",
        "label:alone",
    }
)


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
        return ASIDE.sub("", self.text).casefold()


def after_blank(text: str, end: int) -> int:
    """Give where the words begin behind a label that ends at `end`."""
    return end + 1 if text[end : end + 1] == " " else end


def first_word(words: str) -> str:
    """Give the first word of a label in lower case: what shows that it is none."""
    return re.split(r"[ ,]", words, maxsplit=1)[0].lower()
