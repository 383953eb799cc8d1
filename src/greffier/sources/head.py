"""The YAML head of a text file: what the file states about itself before its words begin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from greffier.model import Hint, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from yaml.events import Event, ScalarEvent

_LONGEST = 16 * 1024  # characters; YAML is read slowly, and a head is a few lines
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
}


def head_of(words: str) -> tuple[tuple[Hint, ...], int]:
    """Give what a text's YAML head states, and where the text after it begins.

    A head that is broken, nested deeply or built of references states nothing, and its lines are
    text like any other: `((), 0)`.
    """
    found = _HEAD.match(words[:_LONGEST])
    if found is None:
        return (), 0
    import yaml  # noqa: PLC0415 - few texts have a head

    try:
        values = list(_values(yaml.parse(found["fields"], Loader=yaml.SafeLoader)))
    except yaml.YAMLError:
        return (), 0
    hints = tuple(_hint(key, value, found.start("fields")) for key, value in values)
    return (hints, found.end()) if hints else ((), 0)


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
