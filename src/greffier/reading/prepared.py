"""A witness made ready to be read: in one language, in lines, and without what is not of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from greffier.model import Gloss, Span, Witness
from greffier.reading.folding import View
from greffier.reading.glosses import find_glosses
from greffier.reading.identify import identify
from greffier.reading.languages import ANY, LANGUAGES, Language
from greffier.reading.layout import unwrapped
from greffier.reading.rebroken import rebroken
from greffier.reading.running_heads import without_running_heads
from greffier.reading.signs import without_signs
from greffier.reading.stated import unescaped

if TYPE_CHECKING:
    from greffier.reading.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Prepared:
    """A witness with its view.

    Args:
        heads: running heads that stood in the middle of what was said.
        cut: those, and tooltips, that were taken out of the view: furniture.
        rebroken: whether the lines of the view are the reader's, the witness having lost its own.
    """

    witness: Witness
    language: Language
    view: View
    glosses: tuple[Gloss, ...]
    heads: tuple[Span, ...]
    cut: tuple[Span, ...]
    rebroken: bool


def prepare(witness: Witness, lexicon: Lexicon) -> Prepared:
    """Fold a witness, tell its language, mend its lines and take out what stands between them."""
    heads, view = without_running_heads(without_signs(View.of(witness.text), witness))
    if witness.language == "und":
        witness = replace(witness, language=identify(view.text))
    language = LANGUAGES.get(witness.language, ANY)
    view = unescaped(unwrapped(view, witness.text, language), witness)
    glosses, tooltips, view = find_glosses(witness, view, lexicon, language)
    whole = rebroken(view, language)
    return Prepared(
        witness=witness,
        language=language,
        view=whole,
        glosses=glosses,
        heads=heads,
        cut=(*heads, *tooltips),
        rebroken=whole is not view,
    )
