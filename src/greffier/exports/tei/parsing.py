"""TEI as a tree: what the documents that are written here need, and nothing that could do harm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from greffier.errors import FormError
from greffier.exports.tei.header import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_WANTED: Final = "a TEI document as `greffier export --format tei` writes it"
_DEEPEST: Final = 40  # of elements in each other; those that are written here are a dozen
_PLACE: Final = re.compile(r"w:(\d{1,12}),(\d{1,12})", re.ASCII)


def parsed(data: bytes, place: str) -> Element:
    """Read a document as a tree.

    Raises:
        FormError: it is no XML, no TEI, or declares what entities stand for.
    """
    made = _Parser(place)
    root = made.root(data)
    if root.tag != named("TEI"):
        raise FormError(place, f"an element `{root.tag}`", _WANTED)
    return root


def named(name: str) -> str:
    """Give the name of a TEI element as trees have it."""
    return f"{{{NAMESPACE}}}{name}"


def within(element: Element, path: str) -> Element:
    """Give an element that must be there, by names with a stroke between them.

    Raises:
        FormError: it is not.
    """
    found = element.find("/".join(map(named, path.split("/"))))
    if found is None:
        raise FormError("TEI", f"no `{path}` in `{_short(element)}`", _WANTED)
    return found


def every(element: Element, name: str, **attributes: str) -> Iterator[Element]:
    """Yield the elements of a name inside another, those with these attributes only."""
    for one in element.iter(named(name)):
        if all(one.get(key) == value for key, value in attributes.items()):
            yield one


def told(element: Element, name: str, **attributes: str) -> str | None:
    """Give the words of the first element of a name, None where there is none."""
    found = next(every(element, name, **attributes), None)
    return None if found is None else "".join(found.itertext())


def spans(element: Element, attribute: str = "source") -> list[list[int]]:
    """Give the stretches of the witness text that an element points at."""
    found = []
    for pointer in element.get(attribute, "").split():
        match = _PLACE.fullmatch(pointer)
        if match is None:
            raise FormError("TEI", f"`{pointer}` in `{_short(element)}`", "a place such as w:12,34")
        found.append([int(match[1]), int(match[2])])
    return found


def first(element: Element, attribute: str = "source") -> list[int]:
    """Give the first stretch of the witness text that an element points at; there must be one."""
    found = spans(element, attribute)
    if not found:
        raise FormError("TEI", f"a `{_short(element)}` that points at no words", _WANTED)
    return found[0]


def rule(element: Element) -> str:
    """Give the rule that read what an element says; empty where none is named."""
    return unquote(element.get("resp", "").removeprefix("rule:"))


def _short(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


class _Parser:
    """Builds a tree; without a document type no entity can grow beyond what was sent."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._builder = TreeBuilder()
        self._depth = 0
        self._expat = expat.ParserCreate(namespace_separator="}")
        self._expat.buffer_text = True
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._builder.data
        self._expat.StartDoctypeDeclHandler = self._refuse

    def root(self, data: bytes) -> Element:
        try:
            self._expat.Parse(data, True)  # noqa: FBT003 - expat takes it by place
        # The last two are raised for an encoding that is not known, or not of one byte.
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise FormError(self._place, str(error), _WANTED) from error
        return self._builder.close()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise FormError(self._place, f"elements {self._depth} deep", _WANTED)
        self._builder.start(_full(name), {_full(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._builder.end(_full(name))

    def _refuse(self, *_: Any) -> None:  # noqa: ANN401 - names that are not looked at
        raise FormError(self._place, "a document type", "leave it out: entities are not read")


def _full(name: str) -> str:
    return f"{{{name}" if "}" in name else name
