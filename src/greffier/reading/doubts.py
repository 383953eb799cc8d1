"""Remarks on the witness as a whole: its encoding, its end, what it does not say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.model import Remark, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import RecordKind, Witness
    from greffier.reading.page import Page

# Two bytes of UTF-8 read as Latin or Cyrillic: `Ã©`, `â€™`, `Ð¿Ñ€`, `Рї`, `Г©`. A cheap sieve
# before the library is asked, which takes longer to load than a record to read.
_SUSPECT = re.compile(
    "[ÃÂâÐÑРСвГ\ufffd](?:(?<=[ÃÂâÐÑ])[\u0080-\u00bf\u2018-\u203a\u20ac\u0152-\u0192\u02c6\u02dc\u2122]"
    "|(?<=[РС])[\u0080-\u00bf\u0402-\u040f\u0452-\u045f\u2018-\u203a\u20ac\u2116]"
    "|(?<=в)Ђ|(?<=Г)[\u00a1-\u00bf]|(?<=\ufffd))"
)
_WINDOW = 2_000


def remarks_on(page: Page, kind: RecordKind) -> Iterator[Remark]:
    """Yield what is uncertain about the witness and its head."""
    witness = page.witness
    yield from _encoding(witness)
    yield from _form(witness)
    yield from _missing(page, kind)
    yield from _cut_off(page)


def _encoding(witness: Witness) -> Iterator[Remark]:
    if witness.encoding.basis == "detected":
        message = f"the encoding was worked out from the bytes: {witness.encoding.name}"
        yield Remark(code="encoding-detected", message=message)
    if witness.encoding.lost:
        message = f"{witness.encoding.lost} bytes are no characters in {witness.encoding.name}"
        yield Remark(code="bytes-lost", message=message)
    suspect = _SUSPECT.search(witness.text)
    if suspect and _is_mojibake(witness.text[suspect.start() : suspect.start() + _WINDOW]):
        yield Remark(
            code="mojibake",
            message="the text was decoded with a wrong encoding somewhere on its way",
            span=Span(*suspect.span()),
        )


def _form(witness: Witness) -> Iterator[Remark]:
    """What was seen to be unread, or unsure, when the text was taken out of its form."""
    for hint in witness.hints:
        if hint.key == "unread":
            yield Remark(code="unread", message=f"not read: {hint.value}")
        elif hint.key == "extraction":
            message = f"the page does not show where its main text is; who found it: {hint.value}"
            yield Remark(code="main-text-unsure", message=message)


def _is_mojibake(text: str) -> bool:
    from ftfy.badness import badness  # noqa: PLC0415 - see _SUSPECT

    return badness(text) > 1


def _missing(page: Page, kind: RecordKind) -> Iterator[Remark]:
    if page.head.title is None:
        yield Remark(code="title-unknown", message="no title is printed")
    if page.head.date is None:
        yield Remark(code="date-unknown", message="the record bears no date")
    if not page.language.cast.took_part and kind != "other":
        message = f"there are no rules for `{page.witness.language}`: only turns were read"
        yield Remark(code="language-without-rules", message=message)


def _cut_off(page: Page) -> Iterator[Remark]:
    """A text that ends in mid-sentence, where speech or account was still running."""
    rows = [line for line in page.lines if line.n not in page.head.furniture]
    if rows and not rows[-1].ends_sentence and not rows[-1].separates and not rows[-1].omits:
        last = rows[-1]
        span = page.tagged.span(last.end - 1, last.end)
        yield Remark(code="cut-off", message="the text ends in mid-sentence", span=span)
    for line in rows:
        if line.omits:
            span = page.tagged.span(line.start, line.end)
            message = "words are left out here by the publisher"
            yield Remark(code="omission", message=message, span=span)
