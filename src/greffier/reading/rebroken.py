"""Lines put back where a page lost them all: a record on one line, with its menus, as scraped.

What opens a line shows in other ways as well: the labels of one convention recur, a date with an
hour or a place parts the head from the text, people are listed in one form, and a sentence that
begins behind words that end none is another line. Only a blank that parts two such things becomes
the end of a line; a page that has lines keeps them.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from greffier.reading.dates import find_dates
from greffier.reading.letters import LETTER, PARTICLE, SURNAME, UPPER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.reading.folding import View
    from greffier.reading.languages import Language

# A line that has nearly all of a text that is no mere paragraph.
_LEAST = 200
_SHARE = 0.8
# How far into a line its head may reach, and how far before its end the page's last words begin.
_HEAD = 3_000
_TAIL = 3_000
_NEAR = 200
_A_DAY = len("2000-01-01")

_TIME = re.compile(r",? \d{1,2}[:.]\d{2}(?![\d:])")
_SENTENCE_END = re.compile(r"[.!?…][\"')\]]{0,2}$")
_STOP = re.compile(r"[.!?…:](?=[ \"])")
_MARKS = re.compile(r"(?<= )(?:(?:\* ){2,}\*|[<\[]…[>\]])(?= |$)")
_NAME_WORD = rf"[{UPPER}](?:{LETTER}|[-'.](?={LETTER})){{1,40}}"
_ASIDE = r"(?: ?\([^()\n]{1,60}\))?"
_INITIALS = re.compile(
    rf"(?<![\w.])(?P<who>(?:[{UPPER}]\.[ -]?){{1,3}}{_NAME_WORD}(?: {_NAME_WORD})?){_ASIDE} ?:(?= )"
)
_NAMED = re.compile(
    rf"(?:(?<=^)|(?<=[.!?…>*)\]\"] ))(?P<who>{_NAME_WORD}(?: {LETTER}{{1,30}}){{0,8}})"
    rf"{_ASIDE} ?:(?= )"
)
# Of capital words in a row the last is the surname: the others are acronyms of what stands before.
_CAPITALS = rf"(?:(?:{PARTICLE.upper()}|АЛЬ|АЛ|БЕН|БИН|ИБН|ЭЛЬ|ФОН|ДЕ|ВАН)[ -])?{SURNAME}"
_LISTED = re.compile(rf"(?<![\w-]){_CAPITALS}(?: (?!{SURNAME}\b){_NAME_WORD}){{1,4}} ?– ")


@dataclass(frozen=True, slots=True)
class _Dateline:
    """A date in a line as the head has it: where it starts and ends, its hour included.

    `of_event` says that it is announced for what is to come, and no dateline.
    """

    start: int
    end: int
    of_event: bool


def rebroken(view: View, language: Language) -> View:
    """Give a view with lines where a text has lost them; the same view where it has not."""
    start, end = _longest_line(view.text)
    if end - start < _LEAST or end - start < _SHARE * len(view.text.strip()):
        return view
    line = view.text[start:end]
    cuts = sorted({at for at in _cuts(line, language) if 0 < at < len(line)})
    edits = [(start + at - 1, start + at, "\n") for at in cuts if line[at - 1] == " "]
    return view.edited(edits) if edits else view


def _longest_line(text: str) -> tuple[int, int]:
    start, best = 0, (0, 0)
    for line in text.split("\n"):
        best = max(best, (start, start + len(line)), key=lambda one: one[1] - one[0])
        start += len(line) + 1
    return best


def _cuts(line: str, language: Language) -> Iterator[int]:
    """Yield where lines begin."""
    body = 0
    for at in _head(line, language):
        body = max(body, at)
        yield at
    end = len(line)
    for at in _tail(line, language):
        end = min(end, at)
        yield at
    yield from _listed(line, language)
    for at in _labels(line, body, language):
        if at < end:
            yield at
    for found in _MARKS.finditer(line):
        yield found.start()
        yield found.end() + 1
    if language.run_on.links:
        for found in re.finditer(language.run_on.links, line[:end]):
            yield found.start()
            yield found.end() + 1


def _head(line: str, language: Language) -> Iterator[int]:
    dated = next(_datelines(line, language), None)
    if dated is None:
        return
    menu = re.match(language.run_on.menu, line) if language.run_on.menu else None
    first = menu.end() if menu else 0
    yield from (first, dated.start)
    if dated.of_event:
        yield dated.end + 1
        yield _end_of_title(line, first, dated.start, language)
        return
    body = _end_of_place(line, dated.end + 1, first, language)
    yield body
    again = _repeated(line, first, body)
    if again:
        # A page prints its title once more above the recording.
        yield first + again
        yield body + again
    else:
        yield _end_of_title(line, first, dated.start, language)


def _datelines(line: str, language: Language) -> Iterator[_Dateline]:
    """Yield the dates that may be a dateline's: not in a sentence, and with something after."""
    rules = language.run_on
    for found in find_dates(line[:_HEAD], language, None):
        if len(found.value.split("/")[0]) != _A_DAY:
            continue
        before = line[: found.start]
        event = re.search(rules.announces, before) if rules.announces else None
        if event:
            yield _Dateline(event.start(), found.end, of_event=True)
        time = _TIME.match(line, found.end)
        if before.endswith((": ", ", ")) or re.search(rules.within or "(?!)", before):
            continue
        if time or re.match(rf" [{UPPER}*(]|$", line[found.end :]):
            yield _Dateline(found.start, time.end() if time else found.end, of_event=False)


def _end_of_title(line: str, start: int, end: int, language: Language) -> int:
    """Find where the first sentence begins behind a title; `end` where there is none."""
    words = line[start:end].rstrip()
    if not _SENTENCE_END.search(words):
        return end
    rules = language.run_on
    for patterns in ([pattern for _, pattern in rules.openings], [rules.doubtful]):
        found = min(_behind_words(words, patterns), default=0)
        if found:
            return start + found
    return end


def _behind_words(words: str, patterns: list[str]) -> Iterator[int]:
    """Yield where patterns match behind two words or more that end no sentence and no clause."""
    least = words.find(" ") + 1
    for pattern in patterns:
        for found in re.finditer(rf"(?<=[^.!?…:,;–(-] )(?:{pattern})", words):
            if found.start() > least:
                yield found.start()


def _end_of_place(line: str, start: int, title: int, language: Language) -> int:
    """Find where a dateline's place ends; `start` where there is none.

    A place that is not known is one where another line can begin behind it, or the title does once
    more.
    """
    rules = language.run_on
    if known := re.compile(rules.known_place or "(?!)").match(line, start):
        return known.end() + 1
    found = re.compile(rules.place or "(?!)").match(line, start)
    if found is None or _opens(line, start, language):
        return start
    behind = found.end() + 1
    sure = ", " in found[0] or _opens(line, behind, language) or _repeated(line, title, behind)
    return behind if sure else start


def _opens(line: str, at: int, language: Language) -> bool:
    """Whether a line can begin here: a sentence by its opening, or a label."""
    near = line[at : at + _NEAR]
    patterns = (pattern for _, pattern in language.run_on.openings)
    return bool(
        any(re.match(pattern, near) for pattern in patterns)
        or _INITIALS.match(near)
        or _MARKS.match(line, at)
    )


def _repeated(line: str, first: int, body: int) -> int:
    """Give how many characters at `first` stand at `body` again, as whole words; 0 if not two."""
    size = 0
    while (
        size < body - first
        and line[first + size : first + size + 1] == line[body + size : body + size + 1]
    ):
        size += 1
    whole = line.rfind(" ", first, first + size) + 1 - first
    return whole if line.count(" ", first, first + whole) > 1 else 0


def _labels(line: str, body: int, language: Language) -> Iterator[int]:
    """Yield where labels begin.

    Initials and a name make one wherever they recur, open the text or follow the end of a
    sentence; other names where they recur; a role behind the end of a sentence.
    """
    initials = list(_INITIALS.finditer(line, body))
    often = Counter(found["who"] for found in initials)
    for n, found in enumerate(initials):
        before = line[max(found.start() - 42, 0) : found.start()].split(" ")[-2:]
        opens = not before[0][:1].islower() or not before[0][-1:].isalpha()
        if n == 0 or often[found["who"]] > 1 or opens:
            yield found.start()
    named = list(_NAMED.finditer(line, body))
    often = Counter(found["who"] for found in named)
    for found in named:
        role = re.sub(r" ?\d{1,3}$", "", found["who"]).lower() in language.labels.roles
        capitals = all(word[0].isupper() for word in found["who"].split(" "))
        if role or (capitals and often[found["who"]] > 1):
            yield found.start()


def _listed(line: str, language: Language) -> Iterator[int]:
    """Yield where people are listed, and where their groups begin (`Invited:`)."""
    found = list(_LISTED.finditer(line))
    if len(found) > 1:
        yield from (one.start() for one in found)
        if language.run_on.groups:
            groups = re.compile(rf"(?<= )(?:{language.run_on.groups}) ?: ?(?={_CAPITALS} )")
            yield from (one.start() for one in groups.finditer(line))


def _tail(line: str, language: Language) -> Iterator[int]:
    """Yield where the page's own last lines begin: from its surest words back to the text."""
    rules = language.run_on
    if not rules.closing:
        return
    base = max(len(line) - _TAIL, 0)
    last = line[base:]
    sure = [one.start() for one in re.finditer(rf"(?<= )(?:{rules.closing})", last)]
    if not sure:
        return
    yield from (base + at for at in sure)
    first = sure[0]
    openers = [
        one.start() for one in re.finditer(rf"(?<= )(?:{rules.closing_lists})", last[:first])
    ]
    for at in reversed(openers):
        if _STOP.search(last, at, first):
            break
        first = at
        yield base + at
