"""An office as somebody asks for it: read by the rules that read it in a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from greffier.reading.folding import View
from greffier.reading.languages import LANGUAGES
from greffier.reading.lexicon import lexicon_of
from greffier.reading.symbols import Capacity
from greffier.reading.tagging import Tagger

if TYPE_CHECKING:
    from greffier.model import Known


def capacity_asked(words: str, known: Known) -> Capacity | None:
    """Give the office that words name, as readings keep it; None where they name none.

    Use it on a question: `Kyrgyz President`, `the acting President of Kyrgyzstan`, `премьер-министр
    Армении`.

    Args:
        words: the office, with what it is of if that is asked for.
        known: states and organisations.
    """
    for language in LANGUAGES.values():
        tagger = Tagger(lexicon_of(known, language.cases), language)
        tagged = tagger.known(View.of(words.strip().removeprefix("the "))).text
        for one in tagger.capacities(tagged):
            if (one.start, one.end) == (0, len(tagged)):
                return one.capacity
        office = tagger.symbols.title(tagged[-1:])
        of = tagged[:-1].strip()
        if office and (not of or (len(of) == 1 and tagger.symbols.entries(of))):
            return Capacity(None, office.kept, tagger.of(of) if of else office.of, office.acting)
    return None
