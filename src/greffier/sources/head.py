"""The YAML head of a text file: what the file states about itself before its words begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.model import Hint, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yaml.events import Event, ScalarEvent

_LONGEST = 16 * 1024  # characters; YAML is read slowly, and a head is a few lines
_MOST_SAID = 200
_DEEPEST = 4  # lists in lists; YAML's reader takes long over thousands of them
_HEAD = re.compile(
    r"\A---[ \t]*+\r?\n(?P<fields>.*?)^(?:---|\.\.\.)[ \t]*+(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
# Fields that have a name of their own here; any other is kept under the name it is printed with.
_KNOWN = {
    "title": "title",
    "date": "date",
    "place": "place",
    "location": "place",
    "publisher": "publisher",
    "url": "url",
    "source_url": "url",
    "canonical_url": "url",
    "permalink": "url",
    "language": "language",
    "lang": "language",
    # These say how a text was taken out of its form, which no text says of itself.
    "extraction": "stated extraction",
    "gloss": "stated gloss",
    "unread": "stated unread",
}
_FIELD = re.compile(
    r"^(?P<key>[A-Za-z][\w-]{0,40}+):[ \t]++[\"']?+(?P<value>[^\s\"'](?:[^\r\n]{0,998}[^\s\"'])?)",
    re.MULTILINE,
)


def head_of(words: str) -> tuple[tuple[Hint, ...], int]:
    """Give what a text's YAML head states, and where the text after it begins.

    Of a head that is broken, as by a colon in a title, each line that is a field states what it
    does alone. One nested deeply or built of references states nothing but that it is unread, and
    its lines are text like any other.
    """
    found = _HEAD.match(words[:_LONGEST])
    if found is None:
        return (), 0
    import yaml  # noqa: PLC0415 - few texts have a head

    offset = found.start("fields")
    try:
        values = list(_values(yaml.parse(found["fields"], Loader=yaml.SafeLoader)))
    except yaml.MarkedYAMLError as error:
        return _broken(found, error.problem or "no YAML")
    except yaml.YAMLError as error:
        return _refused(found["fields"], str(error).partition("\n")[0]), 0
    hints = tuple(_hint(key, value, offset) for key, value in values)
    return (hints, found.end()) if hints else ((), 0)


def _broken(found: re.Match[str], what: str) -> tuple[tuple[Hint, ...], int]:
    """Give the fields that stand on a line each, if the title or the date is among them."""
    hints = []
    for line in _FIELD.finditer(found["fields"]):
        start, end = (found.start("fields") + edge for edge in line.span("value"))
        key = _KNOWN.get(line["key"].lower(), line["key"])
        hints.append(Hint(key=key, value=line["value"], span=Span(start, end)))
    unread = _refused(found["fields"], what)
    if {"title", "date"}.isdisjoint(hint.key for hint in hints):
        return unread, 0
    return (*hints, *unread), found.end()


def _refused(fields: str, what: str) -> tuple[Hint, ...]:
    """Say that a head is not read; lines between two rules that have no field are no head."""
    if _FIELD.search(fields) is None:
        return ()
    return (Hint(key="unread", value=f"the YAML head, which is broken ({what[:_MOST_SAID]})"),)


def _values(parsed: Iterable[Event]) -> Iterator[tuple[str, ScalarEvent]]:
    """Yield each field that has a value, and each value of a field that has a list of them.

    The reader's events are followed and nothing is built of them, so that what is hostile in YAML
    (tags, references to references) never comes to life.

    Raises:
        YAMLError: not YAML, or references, tags, or lists in lists in lists.
    """
    from yaml import YAMLError, events  # noqa: PLC0415 - see above

    inside: list[str] = []
    key: str | None = None
    for event in parsed:
        if isinstance(event, events.NodeEvent) and (event.anchor or getattr(event, "tag", None)):
            raise YAMLError("a reference or a tag")
        if isinstance(event, events.CollectionStartEvent):
            inside.append("list" if isinstance(event, events.SequenceStartEvent) else "map")
            if len(inside) > _DEEPEST:
                raise YAMLError("lists in lists")
        elif isinstance(event, events.CollectionEndEvent):
            inside.pop()
            key = None if len(inside) == 1 else key
        elif isinstance(event, events.ScalarEvent):
            if inside == ["map"] and key is None:
                key = event.value
                continue
            if key is not None and event.value.strip() and inside in (["map"], ["map", "list"]):
                yield key, event
            key = None if len(inside) == 1 else key


def _hint(key: str, value: ScalarEvent, offset: int) -> Hint:
    """Give a field as a hint; its span holds the value's printed form, without quotation marks."""
    span = None
    if value.start_mark is not None and value.end_mark is not None:
        quoted = int(value.style in {"'", '"'})
        start, end = value.start_mark.index + quoted, value.end_mark.index - quoted
        span = Span(offset + start, offset + end)
    return Hint(key=_KNOWN.get(key.lower(), key), value=value.value.strip(), span=span)
