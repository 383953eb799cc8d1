"""The facts that stand apart from the text of a TEI document, as the form of a reading has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from greffier.exports.tei.parsing import XML, every, first, rule, spans, told, within

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

Plain: TypeAlias = dict[str, Any]


def standing(root: Element, names: Mapping[str, str]) -> Plain:
    """Give every fact of a document but its turns.

    Args:
        root: the document.
        names: what sessions and participants are called in the reading, by pointers at them.
    """
    off = within(root, "standOff")
    supports = list(every(off, "span"))
    dates = {
        (one.get("type", ""), one.get("corresp", "")): _date(one)
        for one in supports
        if one.get("subtype") == "date" and one.get("n")
    }
    evidence: dict[tuple[str, str], list[Plain]] = {}
    for one in supports:
        if one.get("type") in {"session", "participant"} and not one.get("n"):
            key = (one.get("type", ""), one.get("corresp", ""))
            for span in spans(one, "target"):
                support = {"field": one.get("subtype", ""), "span": span, "rule": rule(one)}
                evidence.setdefault(key, []).append(support)
    return {
        "record": _record(root, supports, dates.get(("record", ""))),
        "sessions": [
            _session(one, names, dates, evidence) for one in every(off, "event", type="session")
        ],
        "participants": [
            _participant(one, names, evidence) for one in every(within(root, "teiHeader"), "person")
        ],
        "instruments": [_instrument(one, names, dates) for one in every(off, "bibl")],
        "chairmanships": [
            _chairmanship(one, dates) for one in every(off, "event", type="chairmanship")
        ],
        "quotations": [_quotation(one, names) for one in _of(supports, "quotation")],
        "mentions": [_mention(one) for one in _of(supports, "mention")],
        "glosses": [_gloss(one) for one in every(off, "person")],
        "furniture": [span for one in _of(supports, "furniture") for span in spans(one, "target")],
        "remarks": [_remark(one) for one in every(off, "note", type="remark")],
    }


def _of(supports: list[Element], kind: str) -> list[Element]:
    return [one for one in supports if one.get("type") == kind]


def _words(element: Element) -> str:
    return "".join(element.itertext())


def _date(one: Element) -> Plain:
    span = next(iter(spans(one, "target")), None)
    return {"value": _words(one), "basis": one.get("n"), "span": span, "rule": rule(one)}


def _record(root: Element, supports: list[Element], date: Plain | None) -> Plain:
    told_of = {one.get("subtype", ""): one for one in _of(supports, "record")}

    def text(field: str) -> Plain | None:
        one = told_of.get(field)
        if one is None:
            return None
        return {"text": _words(one), "span": first(one, "target"), "rule": rule(one)}

    return {
        "kind": within(root, "teiHeader/fileDesc/sourceDesc/bibl").get("subtype"),
        "title": text("title"),
        "date": date,
        "dateline_place": text("dateline_place"),
        "publisher": text("publisher"),
        "kind_rule": rule(told_of["kind"]) if "kind" in told_of else "",
    }


def _session(
    one: Element,
    names: Mapping[str, str],
    dates: Mapping[tuple[str, str], Plain],
    evidence: Mapping[tuple[str, str], list[Plain]],
) -> Plain:
    key = ("session", f"#{one.get(f'{XML}id')}")
    return {
        "id": names.get(key[1]),
        "subject": one.get("subtype") == "subject",
        "name": told(one, "label"),
        "organisations": [_words(note) for note in every(one, "note", type="organisation")],
        "body": told(one, "note", type="body"),
        "status": told(one, "note", type="status"),
        "date": dates.get(key),
        "venue": told(one, "note", type="venue"),
        "mode": told(one, "note", type="mode"),
        "formats": [_words(note) for note in every(one, "note", type="format")],
        "spans": spans(one),
        "evidence": evidence.get(key, []),
    }


def _participant(
    one: Element, names: Mapping[str, str], evidence: Mapping[tuple[str, str], list[Plain]]
) -> Plain:
    pointer = f"#{one.get(f'{XML}id')}"
    office = next(every(one, "roleName"), None)
    session = next(every(one, "ptr", type="session"), None)
    return {
        "id": names.get(pointer),
        "name": told(one, "persName"),
        "office": None if office is None else _words(office) or None,
        "of": told(one, "name"),
        "acting": office is not None and office.get("type") == "acting",
        "role": one.get("role"),
        "session": None if session is None else names.get(session.get("target", "")),
        "spans": spans(one),
        "person": told(one, "idno", type="person"),
        "mode": told(one, "note", type="mode") or "unknown",
        "evidence": evidence.get(("participant", pointer), []),
    }


def _instrument(
    one: Element, names: Mapping[str, str], dates: Mapping[tuple[str, str], Plain]
) -> Plain:
    return {
        "kind": one.get("type"),
        "title": told(one, "title"),
        "action": one.get("ana", "").removeprefix("action:").replace("-", " "),
        "spans": spans(one),
        "date": dates.get(("instrument", f"#{one.get(f'{XML}id')}")),
        "session": names.get(one.get("corresp", "")),
        "rule": rule(one),
    }


def _chairmanship(one: Element, dates: Mapping[tuple[str, str], Plain]) -> Plain:
    return {
        "organisation": told(one, "note", type="organisation"),
        "holder": told(one, "note", type="holder"),
        "phase": one.get("subtype"),
        "spans": spans(one),
        "date": dates.get(("chairmanship", f"#{one.get(f'{XML}id')}")),
        "rule": rule(one),
    }


def _quotation(one: Element, names: Mapping[str, str]) -> Plain:
    span, cue = first(one, "target"), spans(one, "target")[1:]
    return {
        "speaker": _words(one) or None,
        "direct": one.get("subtype") == "direct",
        "span": span,
        "participant": names.get(one.get("corresp", "")),
        "cue": cue[0] if cue else None,
        "rule": rule(one),
    }


def _mention(one: Element) -> Plain:
    return {
        "kind": one.get("subtype"),
        "name": _words(one),
        "span": first(one, "target"),
        "id": one.get("n"),
        "rule": rule(one),
    }


def _gloss(one: Element) -> Plain:
    return {
        "name": told(one, "persName"),
        "office": told(one, "roleName"),
        "span": first(one),
        "rule": rule(one),
    }


def _remark(one: Element) -> Plain:
    span = next(iter(spans(one, "target")), None)
    return {"code": one.get("n", ""), "message": _words(one), "span": span}
