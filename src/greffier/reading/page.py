"""One witness on the reader's desk: its views, its lines and what each line is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from greffier.model import Gloss, Witness
from greffier.reading.folding import View
from greffier.reading.gates import Places
from greffier.reading.head import Head
from greffier.reading.languages import Language
from greffier.reading.layout import Line, lines_of
from greffier.reading.symbols import Capacity, rule
from greffier.reading.tagging import Tagger
from greffier.reading.turns import Spoken
from greffier.reading.vocabulary import vocabulary_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from greffier.model import Span
    from greffier.reading.languages.rules import Rules

R = TypeVar("R", bound=tuple[object, ...])

_SENTENCE_END = re.compile(r"""[.!?]["')\]]{0,2}(?: (?=["'(\[]?[^\sa-zа-яё])|$)""")
_LONGEST = 4_000
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Rt|Hon|St|No|[CKSTZ]h|Jr|Sr|vs|г|ул|им)|\b\w)\.$"
)


class Sentence(NamedTuple):
    """A sentence of the tagged view: its text, where it starts there, and the line it is in."""

    text: str
    start: int
    line: int
    turn: int | None = None

    @property
    def end(self) -> int:
        """Where it ends in the view."""
        return self.start + len(self.text)


class Passage(NamedTuple):
    """A line of the tagged view, from `skip` on, with the number of the turn that it is of."""

    line: Line
    turn: int | None = None
    skip: int = 0


class Passages:
    """Sentences in the order of the page, cut only where they are asked for."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = tuple(passages)
        self._starts = [one.line.start for one in self._passages]
        self._cut: dict[int, tuple[Sentence, ...]] = {}

    def __iter__(self) -> Iterator[Sentence]:
        for at in range(len(self._passages)):
            yield from self._sentences(at)

    def holding(self, places: Iterable[int]) -> Iterator[Sentence]:
        """Yield the sentences, each once, that hold some of the places, which are in order."""
        end = 0
        for place in places:
            at = bisect_right(self._starts, place) - 1
            if place < end or at < 0 or place >= self._passages[at].line.end:
                continue
            # a line may hold thousands of sentences, and a place in each
            cut = self._sentences(at)
            n = bisect_right(cut, place, key=attrgetter("start")) - 1
            if n >= 0 and place < cut[n].end:
                yield cut[n]
                end = cut[n].end

    def _sentences(self, at: int) -> tuple[Sentence, ...]:
        if at not in self._cut:
            line, turn, skip = self._passages[at]
            self._cut[at] = tuple(sentences(line, turn=turn, skip=skip))
        return self._cut[at]


class _Tried(NamedTuple):
    """Some rules of a language, those of them that may match on a page, and where any may.

    Without places they may match anywhere.
    """

    of: tuple[tuple[object, ...], ...]
    rules: tuple[Any, ...]
    places: list[int] | None


@dataclass(slots=True)
class Page:
    """What the stages that follow the layout work on.

    `folded` has the words, in the lines `printed`; `tagged` the same lines with symbols. A line has
    one number in both.
    `speakers` has whom each label names, of those that name somebody.
    """

    witness: Witness
    language: Language
    tagger: Tagger
    folded: View
    printed: tuple[Line, ...]
    tagged: View
    head: Head
    spoken: Spoken
    speakers: dict[str, Capacity]
    glosses: tuple[Gloss, ...]
    lines: tuple[Line, ...] = field(init=False)
    _places: Places = field(init=False, repr=False)
    _tried: dict[int, _Tried] = field(init=False, default_factory=dict, repr=False)
    _title: Sentence | None = field(init=False, default=None, repr=False)
    _narration: Passages | None = field(init=False, default=None, repr=False)
    _speech: Passages | None = field(init=False, default=None, repr=False)

    def __post_init__(self) -> None:
        self.lines = lines_of(self.tagged)
        self._places = Places(self.tagged.text, vocabulary_of(self.language))

    def span(self, sentence: Sentence, found: re.Match[str], group: str | int = 0) -> Span:
        """Give the span of a match inside a sentence."""
        start, end = found.span(group)
        return self.tagged.span(sentence.start + start, sentence.start + end)

    def matches(
        self, sentences: Iterable[Sentence], rules: Rules
    ) -> Iterator[tuple[str, Sentence, re.Match[str]]]:
        """Yield where rules match: sentence by sentence, and in each the rules in their order."""
        possible: Rules = self._of(rules).rules
        for sentence in self.likely(sentences, rules) if possible else ():
            for name, pattern in possible:
                for found in self.found(pattern, sentence):
                    yield name, sentence, found

    def possible(self, rules: tuple[R, ...]) -> tuple[R, ...]:
        """Give those rules that may match somewhere on the page, with what they add: few may."""
        return cast("tuple[R, ...]", self._of(rules).rules)

    def likely(
        self, sentences: Iterable[Sentence], rules: tuple[tuple[object, ...], ...]
    ) -> Iterator[Sentence]:
        """Yield those sentences in which any of some rules may match: few, and found at once."""
        places = self._of(rules).places
        if places is None:
            yield from sentences
        elif isinstance(sentences, Passages):
            yield from sentences.holding(places)
        else:
            for sentence in sentences if places else ():
                at = bisect_left(places, sentence.start)
                if at < len(places) and places[at] < sentence.end:
                    yield sentence

    def _of(self, rules: tuple[tuple[object, ...], ...]) -> _Tried:
        """Give what is known of some rules, by the very object: hashing them all takes longer."""
        known = self._tried.get(id(rules))
        if known is None:
            kept = tuple(one for one in rules if self._places.may(str(one[1])))
            each = [self._places.of(str(one[1])) for one in kept]
            found = set().union(*(min(lists, key=len) for lists in each if lists))
            known = _Tried(rules, kept, sorted(found) if all(each) else None)
            self._tried[id(rules)] = known
        return known

    def found(self, pattern: str, sentence: Sentence) -> Iterator[re.Match[str]]:
        """Give where one rule matches in a sentence."""
        if not self._places.may_match(pattern, sentence.start, sentence.end):
            return iter(())
        return rule(pattern).finditer(sentence.text)

    def narration(self) -> Passages:
        """Give the sentences that the publisher tells: outside head, turns and furniture."""
        if self._narration is None:
            self._narration = Passages(Passage(self.lines[n]) for n in self.spoken.narration)
        return self._narration

    def speech(self) -> Passages:
        """Give the sentences of the turns, in order, each with the number of its turn."""
        if self._speech is None:
            self._speech = Passages(map(self._said, self.spoken.speech))
        return self._speech

    def _said(self, spoken: tuple[int, int, int]) -> Passage:
        n, turn, origin = spoken
        line = self.lines[n]
        return Passage(line, turn, max(self.tagged.position(origin) - line.start, 0))

    def title(self) -> Sentence | None:
        """Give the title as a sentence, if the record has one."""
        if self._title is None:
            self._title = self._headed()
        return self._title

    def _headed(self) -> Sentence | None:
        if self.head.title_line is not None:
            line = self.lines[self.head.title_line]
            return Sentence(line.text, line.start, line.n)
        if self.head.title is None:
            return None
        span = self.head.title.span
        start, end = self.tagged.position(span.start), self.tagged.position(span.end - 1) + 1
        n = next((line.n for line in self.lines if line.start <= start <= line.end), 0)
        return Sentence(self.tagged.text[start:end], start, n)

    def headings(self) -> Iterator[Sentence]:
        """Yield the title and the headings inside the record."""
        if title := self.title():
            yield title
        for n in self.spoken.headings:
            line = self.lines[n]
            yield Sentence(line.text, line.start, line.n)


def sentences(line: Line, *, turn: int | None = None, skip: int = 0) -> Iterator[Sentence]:
    """Cut a line into its sentences, none longer than a rule may have to run over.

    Args:
        line: a line of the tagged view.
        turn: whose words they are.
        skip: how many characters at its start are left out.
    """
    start = skip
    for end in _ends(line.text, skip):
        if text := line.text[start:end].rstrip():
            yield Sentence(text, line.start + start, line.n, turn)
        start = end


def _ends(text: str, start: int) -> Iterator[int]:
    """Yield where sentences end, the blank after them included."""
    for found in _SENTENCE_END.finditer(text, start):
        if _ABBREVIATION.search(text, max(start, found.start() - 7), found.start() + 1):
            continue
        yield from range(start + _LONGEST, found.end() - 1, _LONGEST)
        yield found.end()
        start = found.end()
    yield from range(start + _LONGEST, len(text), _LONGEST)
    yield len(text)
