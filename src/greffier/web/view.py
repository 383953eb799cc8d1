"""View settings: font size, site colours and dark mode, kept in a cookie.

The pages of the sources have such settings too. Every value comes from a closed list, so that a
cookie can put nothing into a page that is not written here.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

COOKIE: Final = "view"
COOKIE_AGE: Final = 365 * 24 * 60 * 60
FORM_LIMIT: Final = 4096  # bytes; the form has four short fields

CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "size": ("medium", "large", "largest"),
    "colours": ("white", "sepia", "contrast"),
    "mode": ("auto", "light", "dark"),
}
"""What may be chosen for each setting; the first is what a reader gets who has chosen nothing."""


@dataclass(frozen=True, slots=True)
class View:
    """How a reader wants the pages to look; always one of `CHOICES`."""

    size: str = "medium"
    colours: str = "white"
    mode: str = "auto"

    @classmethod
    def chosen(cls, values: Mapping[str, str]) -> View:
        """Make a view of the values that are on the lists; whatever is not falls back."""
        return cls(
            **{
                key: values[key] if values.get(key) in allowed else allowed[0]
                for key, allowed in CHOICES.items()
            }
        )

    @classmethod
    def of_cookie(cls, cookie: str | None) -> View:
        """Read a view from the cookie's value; any cookie at all gives a view."""
        names = [one.name for one in fields(cls)]
        return cls.chosen(dict(zip(names, (cookie or "").split("."), strict=False)))

    @property
    def cookie(self) -> str:
        """The value that keeps this view in a cookie."""
        return ".".join(astuple(self))


def form_values(body: bytes) -> dict[str, str]:
    """Read a form as browsers post it; the last value of each field counts."""
    posted = parse_qs(body.decode("utf-8", "replace"))
    return {key: values[-1] for key, values in posted.items()}


def local_path(wanted: str) -> str:
    """Give `wanted` if it is a path of this site, else `/`.

    Browsers take a backslash for a slash and drop control characters, so that a slash followed by
    either and a slash would lead to another site.
    """
    if not wanted.startswith("/") or wanted.startswith("//") or "\\" in wanted:
        return "/"
    if any(char <= " " or char == "\x7f" for char in wanted):
        return "/"
    parts = urlsplit(wanted)
    return "/" if parts.scheme or parts.netloc else wanted
