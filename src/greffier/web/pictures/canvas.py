"""SVG as text: elements with everything escaped, and how wide words are.

Colours come from the style sheet by class, so that a picture follows the reader's view settings;
the attributes beside the classes are for a file that is looked at without it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Attributes = Mapping[str, str | float]

SIZE: Final = 13
"""The size of words in a picture, in pixels; `SMALL` is that of what stands on its axes."""
SMALL: Final = 12

_INK: Final = "#1c1d1f"
_SOFT: Final = "#565b62"
# What XML 1.0 has no place for: most control characters, halves of characters, two that are none.
_UNFIT: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
)
_SPACE: Final = re.compile(r"\s+")
# How wide characters are at most, in parts of their height, in the fonts that screens have.
_THIN: Final = frozenset(" .,:;!|'`ijlIftr()[]-")
_WIDE: Final = frozenset("mwMWЖШЩЮФМжшщюфм@%—…")
_FIRST_BROAD: Final = 0x1100  # from here on there are scripts whose characters are squares


def escaped(words: str) -> str:
    """Give words that stand for themselves in XML and in HTML, wherever they are put."""
    return _UNFIT.sub("\ufffd", words).translate(_ESCAPES)


def element(name: str, attributes: Attributes, *inside: str) -> str:
    """Make an element; attributes are escaped, what is inside is put in as it stands."""
    said = "".join(f' {key}="{_value(value)}"' for key, value in attributes.items())
    content = "".join(inside)
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def words(  # noqa: PLR0913 - where words stand, and how they look
    said: str,
    x: str | float,
    y: float,
    look: str,
    *,
    size: float = SIZE,
    anchor: str = "start",
    dx: float = 0,
    full: str = "",
) -> str:
    """Make words at a place; `full` is told where they are pointed at, if they were cut."""
    attributes: Attributes = {
        "class": look,
        "x": x,
        "y": y,
        "font-size": size,
        "text-anchor": anchor,
        "fill": _INK if look in {"label", "cell"} else _SOFT,
    }
    moved: Attributes = {"dx": dx} if dx else {}
    hover = title(full) if full and full != said else ""
    return element("text", {**attributes, **moved}, hover, escaped(said))


def title(said: str) -> str:
    """Make what is told where an element is pointed at, or read to who cannot see it."""
    return element("title", {}, escaped(said)) if said else ""


def linked(href: str, *inside: str) -> str:
    """Make a link around elements, out of the way of the Tab key: the table has it as well."""
    if not href:
        return "".join(inside)
    return element("a", {"href": href, "tabindex": "-1"}, *inside)


def part(share: float) -> str:
    """Give a share of the width, from 0 to 1, as a picture that fits its box has it."""
    return f"{round(min(max(share, 0.0), 1.0) * 100, 3):g}%"


def wide(said: str, size: float = SIZE) -> float:
    """Give how many pixels some words take at most."""
    return size * sum(_breadth(char) for char in said)


def shortened(said: str, room: float, size: float = SIZE) -> str:
    """Give words on one line that take no more room than there is; an ellipsis says what is cut."""
    line = _SPACE.sub(" ", _UNFIT.sub("\ufffd", said)).strip()
    if wide(line, size) <= room:
        return line
    kept, left = [], room - wide("…", size)
    for char in line:
        left -= wide(char, size)
        if left < 0:
            break
        kept.append(char)
    return "".join(kept).rstrip() + "…"


def picture(  # noqa: PLR0913 - what every picture has
    inside: Iterable[str],
    *,
    key: str,
    called: str,
    told: str,
    height: float,
    width: float | None = None,
    links: bool = False,
) -> str:
    """Put elements into a picture that has a name and says what it shows.

    Args:
        inside: the elements.
        key: names the picture among others of its page; letters, digits and hyphens.
        called: its name.
        told: what is to be seen, in a sentence.
        height: in pixels.
        width: in pixels; as wide as its box unless said.
        links: whether there are links in it. A picture of which a reader of screens hears as of
            one thing would hide them, so it is a group then.
    """
    names: Attributes = {
        "aria-labelledby": f"{key}-title {key}-told",
        "role": "group" if links else "img",
        "class": "picture",
        "width": "100%" if width is None else width,
        "height": height,
        "font-family": "sans-serif",
        "font-size": SIZE,
    }
    return element(
        "svg",
        names,
        element("title", {"id": f"{key}-title"}, escaped(called)),
        element("desc", {"id": f"{key}-told"}, escaped(told)),
        *inside,
    )


def _breadth(char: str) -> float:
    if char in _THIN:
        return 0.4
    if ord(char) >= _FIRST_BROAD and char not in _WIDE:
        return 1.1
    if char in _WIDE:
        return 1.05
    return 0.78 if char.isupper() else 0.64


def _value(value: str | float) -> str:
    return escaped(value) if isinstance(value, str) else f"{round(value, 3):g}"
