"""Mail and saved pages: the one part of a message that is the record, and what its head states.

EML is a message of mail as it was sent, MHT a page that a browser saved with its pictures in the
same form. Two steps: `message` (the message, its size and depth bounded), `parts` (which of its
parts is the text).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from greffier.errors import WitnessError
from greffier.model import Hint
from greffier.sources.mail.message import decoded_words, parsed
from greffier.sources.mail.parts import Letter, opened
from greffier.sources.titles import on_its_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.sources.text import Form

__all__ = ["Letter", "letter", "stated"]


def letter(data: bytes, *, place: str) -> Letter:
    """Give the part of a message that is its text, with what its head states.

    Raises:
        WitnessError: it is no message, one that nests or is built so that reading it would take
            any time, one with a head that cannot be parsed, or one without a text.
    """
    try:
        return opened(parsed(data, place=place), place=place)
    except (LookupError, TypeError, ValueError) as error:
        # The library fails so on a field in pieces that do not fit together.
        met = f"a message with a field in its head that is damaged ({error})"
        raise WitnessError(place, met, "save the message anew, or give its text") from error


def stated(letter: Letter, form: Form, words: str) -> Form:
    """Give the form of a message's text, with what the message states where the text does not.

    The day on which a letter was sent is its date; that on which a page was saved says nothing.
    """
    known = {hint.key for hint in form.hints}
    hints = [hint for hint in _hints(letter, words) if hint.key not in known]
    return replace(
        form,
        media_type="message/rfc822" if letter.was_sent else "multipart/related",
        hints=(*hints, *form.hints, *(Hint(key="unread", value=one) for one in letter.unread)),
    )


def _hints(letter: Letter, words: str) -> Iterator[Hint]:
    if subject := decoded_words(letter.subject):
        yield on_its_line(Hint(key="title", value=subject), words)
    if letter.was_sent and letter.day:
        yield Hint(key="date", value=letter.day)
    if letter.url:
        yield Hint(key="url", value=letter.url)
