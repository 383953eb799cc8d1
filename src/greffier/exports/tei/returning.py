"""A reading out of the TEI document that was made of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from greffier import form
from greffier.errors import FormError
from greffier.exports.tei.parsing import XML, every, named, parsed, rule, spans, told, within
from greffier.exports.tei.standing import standing
from greffier.model import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.etree.ElementTree import Element

    from greffier.model import Reading

Plain: TypeAlias = dict[str, Any]
_CHARACTER: Final = re.compile(r"#u[0-9a-f]{4}")
_DIGITS: Final = 9


def reading_of(data: bytes, *, place: str = "TEI") -> Reading:
    """Read back a document of `document`: the same text, turns, cast and facts.

    Not in the document, and so not in the reading that is given, are the marks and hints of the
    witness, its encoding, and a language that is no language tag.

    Args:
        data: the document.
        place: what to call it in an error.

    Raises:
        FormError: it is no such document.
    """
    root = parsed(data, place)
    text = "".join(_words(within(root, "text/body/div")))
    names = _names(root)
    return form.rebuilt(
        {
            "schema": SCHEMA,
            "reader": within(root, "teiHeader/fileDesc/editionStmt/edition").get("n", ""),
            "witness": _witness(root, text),
            "turns": _turns(root, text, names),
            **standing(root, names),
        },
        place=place,
    )


def _witness(root: Element, text: str) -> Plain:
    source = within(root, "teiHeader/fileDesc/sourceDesc/bibl")
    return {
        "digest": f"sha256:{told(source, 'idno', type='sha256')}",
        "name": told(source, "idno", type="file"),
        "media_type": told(source, "idno", type="media-type"),
        "language": within(root, "text").get(f"{XML}lang", "und"),
        "length": len(text),
        "text": text,
        "url": told(source, "idno", type="URL"),
    }


def _names(root: Element) -> dict[str, str]:
    """Give what sessions and participants are called in the reading, by pointers at them."""
    found = {}
    for one in (*every(root, "person"), *every(root, "event")):
        if key := one.get(f"{XML}id"):
            found[f"#{key}"] = one.get("n", key)
    return found


def _words(body: Element) -> Iterator[str]:
    """Yield the text of a body, what was lifted out of an utterance put back in its place."""
    lifted = {one.get("target", ""): one for one in every(body, "note") if one.get("target")}
    yield from _of(body, lifted)


def _of(element: Element, lifted: Mapping[str, Element]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == named("g"):
            yield _character(child)
        elif child.tag == named("anchor"):
            note = lifted.get(f"#{child.get(f'{XML}id')}")
            yield from () if note is None else _of(note, lifted)
        elif not (child.tag == named("note") and child.get("target")):
            yield from _of(child, lifted)
        yield child.tail or ""


def _turns(root: Element, text: str, names: Mapping[str, str]) -> list[Plain]:
    labels: dict[str, Element] = {}
    for note in every(root, "note", type="speaker"):
        labels.setdefault(note.get("corresp", ""), note)
    turns: dict[int, Plain] = {}
    for one in every(root, "u"):
        n = _number(one.get("n", ""))
        if n not in turns:
            turns[n] = _turn(n, one, labels.get(f"#t{n}"), text, names)
        said = turns[n]["paragraphs"]
        said += [span for seg in every(one, "seg") for span in spans(seg)]
    for turn in turns.values():
        turn["paragraphs"] = [list(span) for span in sorted(set(map(tuple, turn["paragraphs"])))]
    return [turns[n] for n in sorted(turns)]


def _turn(
    n: int, said: Element, label: Element | None, text: str, names: Mapping[str, str]
) -> Plain:
    if label is None:
        raise FormError("TEI", f"an utterance of turn {n} without its label", "a note before it")
    (span, *_) = spans(label) or [[0, 0]]
    before = said.get("prev")
    return {
        "n": n,
        "participant": names.get(said.get("who", "")),
        "label": label.get("n") or " ".join(text[slice(*span)].split()),
        "label_span": span,
        "paragraphs": [],
        "session": names.get(said.get("corresp", "")),
        "continues": _number(before.removeprefix("#t")) if before else None,
        "rule": rule(said),
    }


def _number(digits: str) -> int:
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS):
        raise FormError("TEI", f"`{digits}`", "the number of a turn")
    return int(digits)


def _character(g: Element) -> str:
    """Give the character that XML could not hold."""
    ref = g.get("ref", "")
    if not _CHARACTER.fullmatch(ref):
        raise FormError("TEI", f"a character called `{ref}`", "its code, such as #u0007")
    return chr(int(ref.removeprefix("#u"), 16))
