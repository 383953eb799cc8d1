"""Labels that no colon closes: a full stop, a dash, or nothing but the end of their line.

`Mr. ISSA. Mr. Chairman, I`; `Wopke Hoekstra, Member of the Commission. –`; `Mr HOWARD (2.04 p.m.)—I
thank`; `O SR. PRESIDENTE (Rodrigo Maia) - Muito obrigado`. Each form is met in running text as
well: which of them a record has is found from all of its lines (see `conventions`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.reading.label_forms import (
    ASIDE,
    BRACKETED,
    CAPITALISED,
    COMMA,
    TITLE,
    Label,
    after_blank,
    first_word,
)
from greffier.reading.letters import LETTER, LOWER, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.languages import Language

_DASH = re.compile(rf"(?P<label>(?:[^\n(]|{BRACKETED}){{2,160}}?)\. ?(?:–|--?)(?= |$)")
_DASH_END = re.compile(r"\. ?[–-]")
# `M. le président. –`: whose office is not capitalised has a title before it.
_TITLED_OFFICE = re.compile(r"^(?:M\.|Mme|Mlle) (?:le |la |l')[^.,;:!?]{3,60}$")
# Without a full stop the dash has a name in capitals before it, or a title, or brackets.
_DASH_BARE = re.compile(
    rf"(?P<label>(?P<who>[{UPPER}][^\s,:;!?()–]{{0,40}}(?: [^\s,:;!?()–]{{1,40}}){{0,7}}?)"
    rf"(?P<aside>(?: ?{BRACKETED}){{0,3}}))(?:–| -{{1,2}} | – )"
)
_CAPITAL_WORD = rf"(?:Mc|Mac|De|Di|Du|La|Le|Van|von|O'|D')?[{UPPER}][{UPPER}'-]{{1,30}}"
_IN_CAPITALS = re.compile(
    rf"(?:(?:{TITLE}\.?|The|An?|[OA] S[Rr]\.?[Aa]?ª?\.?) )?(?:[{UPPER}]\. ?){{0,2}}"
    rf"{_CAPITAL_WORD}(?: (?:[{UPPER}]\.|{_CAPITAL_WORD}|(?:de|da|do|dos|e|y)(?= ))){{0,6}}$"
)
_ADDS = r"(?:, (?P<adds>[^.:;!?\n]{3,160}))?"
_OF_STATE = rf"(?: of(?: [{UPPER}]{LETTER}{{1,20}}){{1,3}})?"
# `Mr. ISSA.`; `The CHAIRMAN.`; `Chairman MEEKS.`; `Mr. JODY B. HICE of Iowa.`; `ROSSI, relatore.`
_STOP = re.compile(
    rf"(?P<label>(?:(?:{TITLE}\.?|[{UPPER}][{LOWER}]{{2,14}}) (?:[a-z]{{1,3}} )?)?"
    rf"(?:Acting |Mc|Mac|De|Di|La|Le|Van |O'|D')?(?:[{UPPER}]\. ){{0,2}}"
    rf"[{UPPER}][{UPPER}'-]{{1,30}}(?: (?:[{UPPER}]\.|{_CAPITAL_WORD})){{0,4}}(?: pro tempore)?"
    rf"{_OF_STATE}(?: {BRACKETED})?){_ADDS}(?:(?<=[{UPPER}]\.)|\.)(?= |$)"
)
_NAMES = (
    rf"[{UPPER}][^\s.,;:!?()]{{1,30}}"
    rf"(?: (?:of |de |von |van |del )?[{UPPER}][^\s.,;:!?()]{{0,30}}){{0,4}}"
)
_STOP_TITLED = re.compile(
    rf"(?P<label>(?:M\.|Mme|Mlle|Mr\.|Ms\.|Mrs\.|Miss|Dr\.) "
    rf"(?:(?:le |la |l')[^.\n!?,;:(]{{2,60}}|{_NAMES})(?: {BRACKETED})?){_ADDS}\.(?= |$)"
)
# `Chairman Royce. The committee will come to order.`
_STOP_NAMED = re.compile(
    rf"(?P<label>[{UPPER}][{LOWER}]{{2,20}} {_NAMES})\.(?= [\"'(\[]?[{UPPER}])"
)


def closed_otherwise(text: str, language: Language) -> Iterator[Label]:
    """Yield what may be the label of a line that has no colon behind it."""
    # Most lines have no dash that could close a label, and are soon told by it.
    if found := _DASH.match(text) if _DASH_END.search(text) else None:
        yield from _dashed(text, found, language)
    elif (found := _DASH_BARE.match(text) if _has_dash(text) else None) and _is_plain(
        found, language
    ):
        yield Label(found["label"], after_blank(text, found.end()), "label:dash-bare", "dash")
    for name, pattern in (("label:stop", _STOP), ("label:stop-titled", _STOP_TITLED)):
        if found := pattern.match(text):
            end = after_blank(text, found.end())
            yield Label(found["label"], end, name, "stop", found["adds"] or "")
            return
    head = text.partition(". ")[0]
    if head.lower() in language.labels.roles and len(head) < len(text) - 1:
        yield Label(head, len(head) + 2, "label:stop-named", "stop")
    elif (found := _STOP_NAMED.match(text)) and not _is_opening(found["label"], language):
        end = after_blank(text, found.end())
        yield Label(found["label"], end, "label:stop-named", "stop")


def _has_dash(text: str) -> bool:
    return "–" in text or " - " in text or " -- " in text


def _dashed(text: str, found: re.Match[str], language: Language) -> Iterator[Label]:
    printed, adds = found["label"].rstrip(), ""
    if cut := COMMA.match(printed):
        printed, adds = cut["who"].rstrip(), cut["adds"]
    bare = ASIDE.sub("", printed)
    if not (CAPITALISED.match(bare) or _TITLED_OFFICE.match(bare)):
        return
    if not _is_opening(printed, language):
        yield Label(printed, after_blank(text, found.end()), "label:dash", "dash", adds)


def _is_plain(found: re.Match[str], language: Language) -> bool:
    """Whether what stands before a dash is so printed as only labels are."""
    who = found["who"]
    if who.lower() in language.labels.roles:
        return True
    titled = re.match(rf"{TITLE}\.? ", who) and CAPITALISED.match(who)
    return bool(_IN_CAPITALS.match(who) or titled or (found["aside"] and CAPITALISED.match(who)))


def _is_opening(words: str, language: Language) -> bool:
    return first_word(words) in language.labels.not_openings
