"""What the other parts of a Word file say: its styles, where its links lead, its title."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from greffier.sources.docx.package import Package

_HEADING = re.compile(r"heading ?(?P<level>[1-6])", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off", "none"})
_DEEPEST = 20  # styles based on styles


def is_on(attributes: dict[str, str]) -> bool:
    """Say whether a property such as bold is set by its tag: without a value, it is."""
    return attributes.get("val", "1").lower() not in _OFF


@dataclass(slots=True)
class Style:
    """A style: None where it leaves to the one it is based on whether words are bold or italic."""

    name: str = ""
    based_on: str | None = None
    bold: bool | None = None
    italic: bool | None = None

    @property
    def level(self) -> str | None:
        """The level of the heading that the style makes, if it makes one."""
        found = _HEADING.fullmatch(self.name)
        return found["level"] if found else "1" if self.is_title else None

    @property
    def is_title(self) -> bool:
        """Whether it is the style of a document's title."""
        return self.name.lower() == "title"


@dataclass(slots=True)
class Styles:
    """The styles of a file by their identifiers; also takes the part that has them."""

    known: dict[str, Style] = field(default_factory=dict)
    _now: Style = field(default_factory=Style)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take a tag that opens."""
        if name == "style":
            self._now = self.known[attributes.get("styleId", "")] = Style()
        elif name == "name":
            self._now.name = attributes.get("val", "")
        elif name == "basedOn":
            self._now.based_on = attributes.get("val")
        elif name == "b":
            self._now.bold = is_on(attributes)
        elif name == "i":
            self._now.italic = is_on(attributes)

    def end(self, name: str) -> None:
        """Take a tag that closes: it says nothing."""

    def data(self, words: str) -> None:
        """Take words: there are none."""

    def of(self, key: str) -> Style:
        """Give a style with what it takes over from those it is based on."""
        made = Style()
        at: str | None = key
        for _ in range(_DEEPEST):
            if at is None or (style := self.known.get(at)) is None:
                break
            made.name = made.name if made.level else style.name
            made.bold = style.bold if made.bold is None else made.bold
            made.italic = style.italic if made.italic is None else made.italic
            at = style.based_on
        return made


@dataclass(slots=True)
class _Targets:
    """Where links lead, by the identifiers of the relations that say so."""

    found: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith("/hyperlink"):
            self.found[attributes.get("Id", "")] = attributes.get("Target", "")

    def end(self, name: str) -> None:
        pass

    def data(self, words: str) -> None:
        pass


@dataclass(slots=True)
class _Title:
    """The title among the properties of a file."""

    words: list[str] = field(default_factory=list)
    inside: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - the protocol
        self.inside = name == "title"

    def end(self, name: str) -> None:  # noqa: ARG002 - the protocol
        self.inside = False

    def data(self, words: str) -> None:
        if self.inside:
            self.words.append(words)


def styles_of(package: Package) -> Styles:
    """Give the styles of a Word file."""
    styles = Styles()
    package.read("word/styles.xml", styles)
    return styles


def targets_of(package: Package) -> dict[str, str]:
    """Give where the links of a Word file lead."""
    targets = _Targets()
    package.read("word/_rels/document.xml.rels", targets)
    return targets.found


def title_of(package: Package) -> str:
    """Give the title among the properties of a Word file; empty where there is none."""
    title = _Title()
    package.read("docProps/core.xml", title)
    return " ".join("".join(title.words).split())
