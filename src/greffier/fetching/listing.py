"""Feeds and site maps: which addresses they list, and what they say of when those changed.

RSS, RSS 1.0 (RDF), Atom; site maps and indexes of them (sitemaps.org). The standard library's
parser hands over one tag after the other, so that neither depth nor length counts; a document that
declares entities is refused, whatever they would expand to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Final, Literal
from xml.parsers import expat

from greffier.fetching.unpacking import GZIP, unpacked

Kind = Literal["feed", "sitemap", "index"]
_KINDS: Final[dict[str, Kind]] = {
    "rss": "feed",
    "RDF": "feed",
    "feed": "feed",
    "urlset": "sitemap",
    "sitemapindex": "index",
}
_ENTRIES: Final = frozenset({"item", "entry", "url", "sitemap"})
_ADDRESS: Final[dict[Kind, str]] = {"feed": "link", "sitemap": "loc", "index": "loc"}
_CHANGED: Final = frozenset({"lastmod", "updated"})
_PUBLISHED: Final = frozenset({"pubDate", "published", "date"})
_DEEPEST: Final = 64  # elements within one another; a site map has three, a feed a few more
_LONGEST_DAY: Final = 60  # characters
_LONGEST: Final = 10_000  # characters of an address
_MOST: Final = 500_000  # entries; a site map has 50,000 at most, by its own rules
_PIECE: Final = 64 * 1024
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is listed.

    Args:
        reference: as printed.
        changed: the day of its last change, as YYYY-MM-DD, if that is said.
        published: the day of its publication, likewise.
    """

    reference: str
    changed: str | None = None
    published: str | None = None

    @property
    def latest(self) -> str | None:
        """The day on which it was last published or changed, as far as it is said."""
        return max((day for day in (self.changed, self.published) if day), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A feed or a site map.

    Args:
        kind: which; of an index the entries are site maps.
        entries: in its order.
        fault: why not all of it could be read; None if it could.
    """

    kind: Kind
    entries: tuple[Entry, ...] = ()
    fault: str | None = None


def listing_of(data: bytes, *, most: int) -> Listing | None:
    """Read a feed or a site map, packed by gzip or not; None where it is neither.

    Args:
        data: any page or file.
        most: bytes to unpack.

    Raises:
        ValueError: it is packed, and damaged or larger than that.
    """
    if data.startswith(GZIP):
        data = unpacked(data, most)
    if not data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
        return None
    reader = _Reader()
    return reader.read(data)


class _NoListingError(Exception):
    """The first element is none of a feed or site map."""


class _EntityError(Exception):
    """The document declares an entity."""


@dataclass(slots=True)
class _Reader:
    """What has been read of a document so far."""

    kind: Kind | None = None
    entries: list[Entry] = field(default_factory=list)
    _named: str = ""  # the element that has the address
    _path: list[str] = field(default_factory=list)
    _entity: bool = False
    _words: list[str] | None = None
    _length: int = 0
    _reference: str = ""
    _changed: str | None = None
    _published: str | None = None

    def read(self, data: bytes) -> Listing | None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._take
        parser.EntityDeclHandler = self._meet_entity
        fault = None
        try:
            for at in range(0, len(data), _PIECE):
                parser.Parse(data[at : at + _PIECE], False)  # noqa: FBT003 - it takes no name
            parser.Parse(b"", True)  # noqa: FBT003 - as above
        except _NoListingError:
            return None
        except _EntityError:
            fault = "it declares entities, as no feed or site map needs"
        except (expat.ExpatError, LookupError, ValueError) as error:
            fault = f"it cannot be read to its end ({error})"
        if self.kind is None:
            return None
        return Listing(kind=self.kind, entries=tuple(self.entries), fault=fault)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(" ")[2]
        if not self._path:
            self.kind = _KINDS.get(name)
            if self.kind is None:
                raise _NoListingError
            if self._entity:
                raise _EntityError
            self._named = _ADDRESS[self.kind]
        if len(self._path) >= _DEEPEST:
            raise ValueError(f"more than {_DEEPEST} elements within one another")
        self._path.append(name)
        if name in _ENTRIES:
            self._reference, self._changed, self._published = "", None, None
        elif self._of_entry() and (name == self._named or name in _CHANGED | _PUBLISHED):
            self._words, self._length = [], 0
            target = attributes.get("href", "") if name == "link" else ""
            if target and attributes.get("rel", "alternate") == "alternate":
                self._reference = self._reference or target[:_LONGEST]

    def _end(self, name: str) -> None:
        name = name.rpartition(" ")[2]
        if self._words is not None and self._of_entry():
            words = "".join(self._words).strip()
            if name == self._named:
                self._reference = self._reference or words
            elif name in _CHANGED:
                self._changed = _day(words)
            else:
                self._published = _day(words)
            self._words = None
        if name in _ENTRIES and self._reference:
            if len(self.entries) >= _MOST:
                raise ValueError(f"more than {_MOST:,} entries")
            self.entries.append(Entry(self._reference, self._changed, self._published))
            self._reference = ""
        self._path.pop()

    def _take(self, words: str) -> None:
        if self._words is not None and self._length < _LONGEST:
            self._words.append(words)
            self._length += len(words)

    def _meet_entity(self, *_: object) -> None:
        self._entity = True  # what declares them is told when it is known to be a listing

    def _of_entry(self) -> bool:
        """Say whether the innermost element is one that an entry itself has."""
        return len(self._path) > 1 and self._path[-2] in _ENTRIES


def _day(words: str) -> str | None:
    """Give a day as YYYY-MM-DD, from ISO 8601 or the form of mail that RSS has."""
    if found := _DAY.match(words):
        return found[0]
    try:
        return parsedate_to_datetime(words[:_LONGEST_DAY]).date().isoformat()
    except (ValueError, OverflowError):  # the latter of years that no machine counts to
        return None
