"""A record with all its witnesses as TEI P5: one text, and where the witnesses differ in place.

The text is segmented in parallel: what all witnesses say alike is plain text, and an `app` holds
the base's words as `lem` and the others' as `rdg`, each with its witnesses and, as `type`, the sort
of variant. Take the readings of one witness throughout, and you have its words, signs and blanks;
line ends are those of the base, and what XML cannot hold is U+FFFD.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from greffier.exports.markup import DECLARATION, element, start
from greffier.exports.tei.apparatus import apparatus
from greffier.exports.tei.header import NAMESPACE, date, tongue
from greffier.model.comparison import GRAVEST

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from greffier.exports.tei.apparatus import Entry
    from greffier.model import Compared, Record, Witness

# What XML 1.0 has no way to write.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0e-\x1b\ud800-\udfff\ufffe\uffff]")
_BLANK: Final = re.compile("[\x0b\x0c\x1c-\x1f]")  # white space, but not to XML
_LINE: Final = re.compile(r"[^\S\n]*\n\s*")


def comparison(
    record: Record, texts: Mapping[str, Witness], compared: Sequence[Compared]
) -> Iterator[str]:
    """Yield a record as a TEI document, piece by piece.

    Args:
        record: what is written.
        texts: the base and the witnesses that are compared with it, by name.
        compared: those beside the base.
    """
    base = texts[record.base]
    yield f"{DECLARATION}{start('TEI', {'xmlns': NAMESPACE})}\n"
    yield from _header(record, texts)
    yield f"{start('text', {'xml:lang': tongue(base.language)})}\n<body>\n"
    body = _Body(record.base)
    at = 0
    others = {one.witness: texts[one.witness].text for one in compared}
    for entry in apparatus(base.text, others, compared):
        yield from body.plain(base.text[at : entry.start])
        yield from body.app(entry, base.text[entry.start : entry.end])
        at = entry.end
    yield from body.plain(base.text[at:])
    yield from body.last()
    yield "</body>\n</text>\n</TEI>\n"


def _header(record: Record, texts: Mapping[str, Witness]) -> Iterator[str]:
    title = record.title.value if record.title else texts[record.base].name
    yield "<teiHeader>\n<fileDesc>\n"
    yield f"<titleStmt><title>{_words(title)}</title></titleStmt>\n"
    yield "<publicationStmt><p>Collated by Greffier from the witnesses that are listed.</p>"
    yield "</publicationStmt>\n<sourceDesc>\n<listWit>\n"
    for name, witness in texts.items():
        yield from _witness(name, witness, base=name == record.base)
    yield "</listWit>\n</sourceDesc>\n</fileDesc>\n<encodingDesc>\n"
    yield '<variantEncoding method="parallel-segmentation" location="internal"/>\n'
    reasons = "; ".join(record.reasons) or "the only witness"
    yield f"<editorialDecl><p>The base is {_words(record.base)}: {_words(reasons)}. Line ends are "
    yield "the base's.</p></editorialDecl>\n</encodingDesc>\n"
    yield from _profile(record, texts[record.base])
    yield "</teiHeader>\n"


def _witness(name: str, witness: Witness, *, base: bool) -> Iterator[str]:
    yield f'<witness xml:id="{_id(name)}">{"Base: " if base else ""}{_words(witness.name)} '
    yield f'<idno type="sha256">{_words(witness.digest.removeprefix("sha256:"))}</idno>'
    if witness.url:
        yield f' <idno type="URL">{_words(witness.url)}</idno>'
    yield "</witness>\n"


def _profile(record: Record, base: Witness) -> Iterator[str]:
    yield "<profileDesc>\n"
    if record.date or record.place:
        yield f"<creation>{date(record.date.value if record.date else None)}"
        yield f"{' ' if record.date and record.place else ''}"
        yield f"{f'<placeName>{_words(record.place.value)}</placeName>' if record.place else ''}"
        yield "</creation>\n"
    if tongue(base.language):
        told = {"ident": base.language}
        yield f"<langUsage>{element('language', base.language, told)}</langUsage>\n"
    yield "</profileDesc>\n"


class _Body:
    """Writes paragraphs; a line of the base that ends outside every entry ends one."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._open = False
        self._empty = True

    def plain(self, text: str) -> Iterator[str]:
        """Yield what all witnesses say alike."""
        for number, line in enumerate(_LINE.split(text)):
            if number:
                yield from self.ended()
            if line.strip() or (line and self._open):
                yield from self._begun()
                yield _words(line)

    def app(self, entry: Entry, words: str) -> Iterator[str]:
        """Yield a place where they do not."""
        yield from self._begun()
        gravest = min((one.kind for one in entry.instead), key=GRAVEST.index)
        yield f'<app type="{gravest}"><lem wit="{_ids(self._base, *entry.agreeing)}">'
        yield f"{_lines(words)}</lem>"
        for one in entry.instead:
            yield f'<rdg wit="{_ids(*one.witnesses)}" type="{one.kind}">{_lines(one.text)}</rdg>'
        yield "</app>"

    def ended(self) -> Iterator[str]:
        """Yield the end of the paragraph, if there is one."""
        if self._open:
            yield "</p>\n"
        self._open = False

    def last(self) -> Iterator[str]:
        """Yield the end of the body, which TEI wants to have a paragraph."""
        yield from self.ended()
        if self._empty:
            yield "<p/>\n"

    def _begun(self) -> Iterator[str]:
        if not self._open:
            yield "<p>"
        self._open, self._empty = True, False


def _lines(text: str) -> str:
    return "<lb/>".join(map(_words, _LINE.split(text)))


def _words(text: str) -> str:
    return escape(_FORBIDDEN.sub("\ufffd", _BLANK.sub(" ", text)))


def _id(name: str) -> str:
    return f"w{name}"


def _ids(*names: str) -> str:
    return " ".join(f"#{_id(name)}" for name in names)
