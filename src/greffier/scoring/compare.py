"""What is compared in one record: each kind of finding in its own function."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from greffier.errors import FormError
from greffier.form import plain
from greffier.scoring.measure import Gold, Score, closing, fold, opening

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from greffier.model import Date, Reading, Session, Span, Text, Turn

READ = "read at all"
_SESSION = ("organisations", "body", "status", "date", "venue", "mode", "formats")


def score(golds: Iterable[Gold], readings: Mapping[str, Reading]) -> Score:
    """Say how well readings agree with gold, over all records together.

    Args:
        golds: what a careful person reads out of each record; `file` names it.
        readings: by those names; a record that has none counts as not read at all.

    Raises:
        FormError: a gold record is not of the form that can be compared.
    """
    result = Score()
    for gold in golds:
        reading = readings.get(gold["file"])
        result.one(READ, gold["file"], gold=True, got=reading is not None)
        if reading is not None:
            _compare(result, gold, reading)
    return result


def _compare(result: Score, gold: Gold, reading: Reading) -> None:
    try:
        for compare in (_head, _turns, _participants, _sessions, _facts, _quoted, _kept_out):
            compare(result, gold, reading)
    except (AttributeError, KeyError, TypeError) as error:
        # Gold is written by hand: whatever is missing or of another kind is said, with its record.
        met = f"gold that cannot be compared ({type(error).__name__}: {error})"
        raise FormError(str(gold["file"]), met, "see docs/quality.md for its form") from error


def _head(result: Score, gold: Gold, reading: Reading) -> None:
    record = reading.record
    got: dict[str, tuple[str, Any]] = {
        "kind": ("kind", record.kind),
        "title": ("title", _words(record.title)),
        "date": ("date", _day(record.date)),
        "dateline_place": ("dateline place", _words(record.dateline_place)),
        "language": ("language", reading.witness.language[:2]),
    }
    for key, (kind, value) in got.items():
        if key in gold:
            wanted = fold(gold[key]) if key in ("title", "dateline_place") else gold[key]
            result.one(kind, gold["file"], wanted, value)


def _turns(result: Score, gold: Gold, reading: Reading) -> None:
    if "turns" not in gold:
        return
    file, wanted = gold["file"], gold["turns"]
    got = [(turn, _cut(reading, turn.paragraphs)) for turn in reading.turns]
    if not wanted or "label" in wanted[0]:
        result.openings(
            "turns (label, opening)",
            file,
            [
                (folded_label(one["label"]), opening(one.get("text") or one["starts"]))
                for one in wanted
            ],
            [(folded_label(turn.label), opening(said)) for turn, said in got],
        )
    else:
        names = {one.id: fold(one.name) for one in reading.participants}
        result.openings(
            "turns (speaker, opening)",
            file,
            [(fold(one["speaker"]), opening(one["starts"])) for one in wanted],
            [(names.get(turn.participant or ""), opening(said)) for turn, said in got],
        )
        result.openings(
            "turns (closing)",
            file,
            [(None, closing(one["ends"])) for one in wanted if "ends" in one],
            [(None, closing(said)) for _, said in got],
        )
    if wanted and "text" in wanted[0]:
        _said(result, gold, got)


def _said(result: Score, gold: Gold, got: list[tuple[Turn, str]]) -> None:
    """Compare every word that was said, under the label it was said under."""
    wanted: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    for one in gold["turns"]:
        wanted.update((folded_label(one["label"]), word) for word in _split(one["text"]))
    for turn, said in got:
        found.update((folded_label(turn.label), word) for word in _split(said))
    result.words("words under their speaker", gold["file"], wanted, found)


def _participants(result: Score, gold: Gold, reading: Reading) -> None:
    file = gold["file"]
    if "participants" in gold:
        subject = {one.id for one in reading.sessions if one.subject} | {None}
        mine = [
            one for one in reading.participants if one.role != "press" and one.session in subject
        ]
        # Journalists are asked after in the turns; who is not said to be acting is not.
        wanted = [
            {**one, "acting": one.get("acting", False)}
            for one in gold["participants"]
            if one.get("role") != "press"
        ]
        keys = ("name", "office", "of", "acting")
        result.fields(
            "participants (name, office, of)", file, wanted, [plain(one) for one in mine], keys
        )
        result.sets(
            "chair",
            file,
            [fold(one["name"]) for one in gold["participants"] if one.get("role") == "chair"],
            [fold(one.name) for one in mine if one.role == "chair"],
        )
    if "names" in gold:
        named = {fold(one.name) for one in reading.participants if one.name}
        result.sets("participants (name)", file, map(fold, gold["names"]), named)


def _sessions(result: Score, gold: Gold, reading: Reading) -> None:
    sessions = gold.get("sessions", [])
    main: Gold = next((one for one in sessions if one["subject"]), {})
    for key in _SESSION:
        if key in main:
            got = _field(reading.subject, key)
            result.one(f"session {key}", gold["file"], _normal(main[key]), _normal(got))
    named = [one for one in sessions if not one["subject"]]
    if named:
        result.sets(
            "sessions named",
            gold["file"],
            [_meeting(one["organisations"], one.get("body")) for one in named],
            [_meeting(one.organisations, one.body) for one in reading.sessions if not one.subject],
        )


def _facts(result: Score, gold: Gold, reading: Reading) -> None:
    file = gold["file"]
    if "instruments" in gold:
        got = [plain(one) for one in reading.instruments if one.action != "mentioned"]
        keys = ("kind", "action")
        result.fields("instruments (kind, action)", file, gold["instruments"], got, keys)
    if "chairmanships" in gold:
        result.sets(
            "chairmanships",
            file,
            [
                (fold(one["organisation"]), fold(one["holder"]), one["phase"])
                for one in gold["chairmanships"]
            ],
            [
                (fold(one.organisation), fold(one.holder), one.phase)
                for one in reading.chairmanships
            ],
        )
    if "glosses" in gold:
        result.sets(
            "glosses",
            file,
            [(fold(one["name"]), fold(one["office"])) for one in gold["glosses"]],
            [(fold(one.name), fold(one.office)) for one in reading.glosses],
        )


def _quoted(result: Score, gold: Gold, reading: Reading) -> None:
    if "quotations" in gold:
        result.sets(
            "quotations (speaker, opening)",
            gold["file"],
            [(fold(one["speaker"]), opening(one["starts"])) for one in gold["quotations"]],
            [
                (fold(one.speaker), opening(_cut(reading, [one.span])))
                for one in reading.quotations
                if one.direct
            ],
        )


def _kept_out(result: Score, gold: Gold, reading: Reading) -> None:
    """Ask whether furniture and stage directions were kept out of what was said."""
    spans = [span for turn in reading.turns for span in turn.paragraphs]
    spoken, marked = _cut(reading, spans), _cut(reading, reading.furniture)
    furniture = gold.get("furniture", [])
    for one in (*gold.get("not_spoken", []), *furniture):
        result.one("kept out of speech", gold["file"], gold=False, got=_holds(spoken, one))
    for one in furniture:
        result.one("furniture marked", gold["file"], gold=True, got=_holds(marked, one))


def _cut(reading: Reading, spans: Iterable[Span]) -> str:
    return " ".join(span.cut(reading.witness.text) for span in spans)


def _holds(text: str, words: str) -> bool:
    return (fold(words) or "") in (fold(text) or "")


def _words(text: Text | None) -> str | None:
    return fold(text.text) if text else None


def _day(date: Date | None) -> str | None:
    return date.value if date else None


def folded_label(printed: str) -> str:
    """Give a label as labels are compared: folded, without the colon or full stop at its end."""
    return re.sub(r"\s*[:.]\s*$", "", fold(printed) or "").strip()


def _split(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text) or "")


def _meeting(organisations: Iterable[str], body: str | None) -> tuple[str | None, ...]:
    return (*sorted(fold(one) or "" for one in organisations), fold(body))


def _field(session: Session | None, key: str) -> object:
    value = getattr(session, key, None)
    return value.value if key == "date" and value is not None else value


def _normal(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return tuple(sorted(fold(one) or "" for one in value))
    return fold(value) if isinstance(value, str) else value
