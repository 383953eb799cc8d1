"""All the passages of a question, one after another, and their words counted."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from greffier.archive.counting import ALL_VALUES, Names
from greffier.archive.documents import text_of
from greffier.archive.finding import Finder
from greffier.archive.numbers import About, language_of
from greffier.archive.quoting import kept_at
from greffier.archive.searching import count as counted
from greffier.archive.searching import ranked
from greffier.archive.speech import Counted, FoundPassage, Size, Vocabulary
from greffier.archive.words import Cut, analysed
from greffier.model import Span
from greffier.patience import check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tantivy import DocAddress, Query, Searcher

    from greffier.archive.asking import Asked
    from greffier.archive.documents import Kept
    from greffier.archive.speech import By
    from greffier.archive.stored import Question

_UNKNOWN = {"", "und"}  # languages
_YEAR = 100  # of a month as a number
_FIRST = 200  # passages looked for at first, at most: who asks for a page wants no more
_SOME = 2_000


def passages(
    searcher: Searcher, query: Query, asked: Asked | None, question: Question
) -> Iterator[FoundPassage]:
    """Yield every passage of a query, in the order of the question."""
    finder = Finder(asked)
    for address in _addresses(searcher, query, question):
        check()
        kept = kept_at(searcher, address)
        yield _passage(kept, finder)


def _addresses(searcher: Searcher, query: Query, question: Question) -> Iterator[DocAddress]:
    """Yield where the passages are: those of the first page, some more, and then all others."""
    offset = 0
    for limit in (min(question.limit + 1, _FIRST), _SOME):
        found = ranked(searcher, query, question, limit=limit, offset=offset)
        yield from (address for _, address in found)
        if len(found) < limit:
            return
        offset += limit
    if (others := counted(searcher, query) - offset) > 0:
        rest = ranked(searcher, query, question, limit=others, offset=offset)
        yield from (address for _, address in rest)


def _passage(kept: Kept, finder: Finder) -> FoundPassage:
    text = _text(kept)
    cut = Cut(text)
    return FoundPassage(
        witness=kept.witness,
        turn=kept.turn,
        session=kept.session and f"{kept.witness}.{kept.session}",
        date=kept.date,
        speaker=kept.speaker,
        office=kept.office,
        of=kept.of,
        organisations=kept.organisations,
        bodies=kept.bodies,
        span=Span(*kept.span),
        text=text,
        cut=cut,
        places=tuple(finder.places(cut.words)),
    )


def _text(kept: Kept) -> str:
    return text_of(kept.quote if kept.clean is None else kept.clean)


def vocabulary(searcher: Searcher, query: Query) -> Vocabulary:
    """Count the words of every passage of a query, inflected forms of a word together."""
    found = searcher.search(query, limit=max(searcher.num_docs, 1), count=False).hits
    # In the order in which they are kept each block of them is unpacked once.
    addresses = sorted((address.segment_ord, address.doc, address) for _, address in found)
    standing: Counter[str] = Counter()
    for _, _, address in addresses:
        check()
        standing.update(Cut(_text(kept_at(searcher, address))).words)
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, count in standing.items():
        form, stem = analysed(word)
        forms[stem][form] += count
    words = {stem: _counted(each) for stem, each in forms.items()}
    return Vocabulary(total=standing.total(), words=words)


def _counted(forms: Counter[str]) -> Counted:
    form = min(forms, key=lambda form: (-forms[form], form))
    return Counted(form, forms.total())


def sizes(searcher: Searcher, query: Query, by: By, names: Names) -> tuple[Size, ...]:
    """Give how much the passages of a query hold of each value: of times in order, else by name."""
    field = by if by in {"year", "month"} else f"{by}_id"
    words = {"words": {"sum": {"field": "length"}}}
    asked: dict[str, Any] = {"by": {"terms": {"field": field, "size": ALL_VALUES}, "aggs": words}}
    made = [
        Size(_value(searcher, by, int(one["key"]), names), one["doc_count"], _sum(one))
        for one in searcher.aggregate(query, asked)["by"]["buckets"]
    ]
    return tuple(sorted(made, key=lambda one: (one.value is None, one.value or "")))


def languages(searcher: Searcher, query: Query) -> tuple[Size, ...]:
    """Give how much the passages of a query hold of each language, the most words first."""
    words = {"words": {"sum": {"field": "length"}}}
    about = {"about": {"terms": {"field": "about", "size": ALL_VALUES}, "aggs": words}}
    passages, held = Counter[str](), Counter[str]()
    for one in searcher.aggregate(query, about)["about"]["buckets"]:
        language = language_of(About.of(int(one["key"])).language)
        passages[language] += one["doc_count"]
        held[language] += _sum(one)
    made = (Size(None if tag in _UNKNOWN else tag, passages[tag], held[tag]) for tag in passages)
    return tuple(sorted(made, key=lambda one: (-one.words, one.value or "")))


def _sum(bucket: dict[str, Any]) -> int:
    return int(bucket["words"]["value"])


def _value(searcher: Searcher, by: By, number: int, names: Names) -> str | None:
    if not number:
        return None
    if by == "year":
        return f"{number:04}"
    if by == "month":
        return f"{number // _YEAR:04}-{number % _YEAR:02}"
    return names.name(searcher, by, number)
