"""What the program tells of its work: lines on standard error, for people or as JSON.

Modules log by the standard library, an event in a word or two and what it is about as fields:
`_log.info("kept", extra=fields(record=record))`. What everything within a block is about is said
once, by `about`: the record that is read, the request that is answered. Nothing is told unless a
face of the program sets it up.
"""

from __future__ import annotations

import json
import logging
import sys
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Final, Literal, TextIO
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LogLevel = Literal["debug", "info", "warning", "error"]
LogFormat = Literal["text", "json"]
HIDDEN: Final = "[hidden]"
_FIELDS: Final = "greffier_fields"
_OTHERS: Final = logging.WARNING  # libraries are heard from here on, whatever is asked of us
_PROGRAM: Final = "greffier"
_PART: Final = 8  # characters of a secret that give it away, as its beginning
_ESCAPED: Final = 8  # times that words are looked at with their escapes undone
_about: ContextVar[Mapping[str, object]] = ContextVar("about", default={})  # noqa: B039 - never changed, only replaced


@dataclass(frozen=True, slots=True)
class Long:
    """Words of which the first so many are told, cut when nothing in them is secret any more."""

    words: str
    most: int


def fields(**values: object) -> dict[str, object]:
    """Give what a line is about in the form of `extra`, which the standard library hands on."""
    return {_FIELDS: values}


@contextmanager
def about(**values: object) -> Iterator[None]:
    """Say what every line within a `with` block is about, in this thread or task."""
    before = _about.set({**_about.get(), **values})
    try:
        yield
    finally:
        _about.reset(before)


def from_here_on(**values: object) -> None:
    """Say what every line is about until this task ends; for what is told after it has failed."""
    _about.set({**_about.get(), **values})


def set_up(
    level: LogLevel = "warning",
    shape: LogFormat = "text",
    *,
    hidden: Sequence[str] = (),
    stream: TextIO | None = None,
) -> None:
    """Tell from now on, in place of what was set up before.

    Args:
        level: how much of our own is told; of libraries never less than a warning.
        shape: lines for people, or a JSON object in each line.
        hidden: what no line may hold, whoever says it: the token.
        stream: where to; standard error unless said.
    """
    for old in (one for one in logging.root.handlers if isinstance(one, Lines)):
        logging.root.removeHandler(old)
    handler = Lines(stream or sys.stderr)
    handler.setFormatter(_Json(hidden) if shape == "json" else _Text(hidden))
    logging.root.addHandler(handler)
    logging.root.setLevel(_OTHERS)
    logging.getLogger(_PROGRAM).setLevel(level.upper())


def is_set_up() -> bool:
    """Say whether anything is told."""
    return any(isinstance(one, Lines) for one in logging.root.handlers)


def is_telling() -> bool:
    """Say whether work is told as it is done, so that no other sign of progress is wanted."""
    return is_set_up() and logging.getLogger(_PROGRAM).isEnabledFor(logging.INFO)


class Lines(logging.StreamHandler[TextIO]):
    """The handler that `set_up` puts up, known by its class."""


class _Formatter(logging.Formatter):
    """Turns what was logged into values, without what is to be hidden."""

    def __init__(self, hidden: Sequence[str]) -> None:
        super().__init__()
        self._hidden = tuple(filter(None, hidden))

    def values(self, record: logging.LogRecord) -> dict[str, Any]:
        """Give the time, the level, who says it and the event, then what it is about."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told: dict[str, object] = {
            "time": at.replace("+00:00", "Z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        for name, value in {**_about.get(), **getattr(record, _FIELDS, {})}.items():
            told.setdefault(name, value)
        if record.exc_info:
            told["trace"] = self.formatException(record.exc_info)
        return {name: self._clean(value) for name, value in told.items()}

    def _clean(self, value: object) -> object:
        if isinstance(value, (list, tuple)):
            return [self._clean(one) for one in value]
        if value is None or isinstance(value, (bool, int, float)):
            return value
        most = value.most if isinstance(value, Long) else None
        words = value.words if isinstance(value, Long) else str(value)
        for one in self._hidden:
            words = _without(words, one)
        return words[:most]


def _without(words: str, secret: str) -> str:
    """Give words without a secret, nor the beginning of one that was cut, however it is escaped."""
    seen = words
    for _ in range(_ESCAPED):
        if secret[:_PART] in seen:
            words = seen = _replaced(seen, secret)
        further = unquote(seen)
        if further == seen:
            return words
        seen = further
    return HIDDEN  # nobody honest escapes so often


def _replaced(words: str, secret: str) -> str:
    out, start = "", 0
    while (at := words.find(secret[:_PART], start)) >= 0:
        same = zip(words[at : at + len(secret)], secret, strict=False)
        length = sum(1 for _ in takewhile(lambda two: two[0] == two[1], same))
        out += words[start:at] + HIDDEN
        start = at + length
    return out + words[start:]


class _Json(_Formatter):
    """A JSON object in each line, all of it ASCII: words of records can steer no terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line."""
        return json.dumps(self.values(record))


class _Text(_Formatter):
    """A line for people: when, how grave, what; then `name=value`, in quotes where it must be."""

    def format(self, record: logging.LogRecord) -> str:
        """Give the line, and a trace on lines of its own behind it."""
        told = self.values(record)
        time, level, _, event = (told.pop(one) for one in ("time", "level", "logger", "event"))
        trace = told.pop("trace", "")
        line = f"{time} {level:7} {_printable(event)}"
        line += "".join(f" {name}={_word(value)}" for name, value in told.items())
        return line + "".join(f"\n    {_printable(one)}" for one in trace.splitlines())


def _word(value: object) -> str:
    if isinstance(value, list):
        return ",".join(map(_word, value)) or "-"
    words = _printable("-" if value is None else str(value))
    bare = words and not any(char in ' ",=' for char in words)
    return words if bare else '"{}"'.format(words.replace('"', r"\""))


def _printable(words: str) -> str:
    """Write out whatever would break the line or steer a terminal: no words are to be trusted."""
    return "".join(map(_shown, words))


def _shown(char: str) -> str:
    if char.isprintable():
        return char
    return " " if char.isspace() else char.encode("unicode_escape").decode("ascii")
