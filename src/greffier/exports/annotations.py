"""The facts of a record as W3C Web Annotations, each on the words that support it.

An annotation points into the text of the witness, twice: by position, in code points, and by the
words themselves with what stands around them. The text is that of the bytes that the source names
by their digest (RFC 6920); where the witness came from an address, that is the scope.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, Final

from greffier.exports.signs import iri, whole
from greffier.model import facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.exports.taking import Taken
    from greffier.model import Fact, Reading, Span, Witness

Annotation = dict[str, Any]

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
_AROUND: Final = 32  # code points given before and after the words
_MOTIVATIONS: Final = {"remark": "commenting", "mention": "identifying", "gloss": "commenting"}


def annotations_of(taken: Taken) -> Iterator[Annotation]:
    """Yield the facts of a record that words of it support, as Web Annotations."""
    reading = taken.reading
    source = _source(reading.witness)
    for fact in facts(reading):
        if fact.spans:
            yield _annotation(reading, fact, source)


def page_head(taken: Taken) -> Annotation:
    """Give the page on which the annotations of a record stand, without them."""
    return {
        "@context": CONTEXT,
        "id": f"urn:greffier:{taken.reading.witness.id}:facts",
        "type": "AnnotationPage",
        "startIndex": 0,
    }


def _annotation(reading: Reading, fact: Fact, source: Annotation) -> Annotation:
    text = reading.witness.text
    targets = [_target(span, text, source) for span in fact.spans]
    return {
        "id": f"urn:greffier:{reading.witness.id}.{fact.id}",
        "type": "Annotation",
        "motivation": _MOTIVATIONS.get(fact.kind, "describing"),
        "generator": {"type": "Software", "name": whole(f"Greffier, reader {reading.reader}")},
        "body": list(_bodies(fact)),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _bodies(fact: Fact) -> Iterator[Annotation]:
    yield _words(f"{fact.label}: {fact.value}", "describing")
    yield _words(fact.kind, "classifying")
    if fact.rule:
        yield _words(f"rule: {fact.rule}", "tagging")


def _words(value: str, purpose: str) -> Annotation:
    return {
        "type": "TextualBody",
        "value": whole(value),
        "format": "text/plain",
        "purpose": purpose,
    }


def _target(span: Span, text: str, source: Annotation) -> Annotation:
    quoted = {
        "type": "TextQuoteSelector",
        "exact": whole(span.cut(text)),
        "prefix": whole(text[max(0, span.start - _AROUND) : span.start]),
        "suffix": whole(text[span.end : span.end + _AROUND]),
    }
    placed = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {**source, "selector": [placed, quoted]}


def _source(witness: Witness) -> Annotation:
    """Give what every target of a witness has: the bytes that its words are of, and whence."""
    digest = bytes.fromhex(witness.digest.removeprefix("sha256:"))
    named = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    made: Annotation = {
        "type": "SpecificResource",
        "source": {
            "id": f"ni:///sha-256;{named}",
            "type": "Text",
            "format": witness.media_type,
            **({} if witness.language == "und" else {"language": witness.language}),
        },
    }
    return made | ({"scope": iri(witness.url)} if witness.url else {})
