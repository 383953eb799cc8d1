"""From values to answers: templates with everything escaped, JSON, and words for dates."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, cast

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from greffier import __version__
from greffier.errors import QueryError, TooLongError
from greffier.form import plain
from greffier.model.period import OPEN
from greffier.query import capacity, sitting
from greffier.web import addresses, links
from greffier.web.addresses import IN_ADDRESS
from greffier.web.take_away import offers, passages
from greffier.web.view import CHOICES, COOKIE, View
from greffier.web.visiting import visitor_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from greffier.archive.protocol import Archive

LONGEST: Final = 1 << 26  # characters of an answer of the API: none grows with all there is
# Characters that turn the direction of what follows; in a <title> no element can contain them.
_DIRECTION: Final = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Page(HTMLResponse):
    """A page of HTML; a lone surrogate, which a file name may hold, is shown as `?`."""

    def render(self, content: Any) -> bytes:  # noqa: ANN401 - Starlette's signature
        """Encode the page."""
        return str(content).encode("utf-8", "replace")


def archive_of(request: Request) -> Archive:
    """Give the archive that the application shows."""
    return cast("Archive", request.app.state.archive)


def based(request: Request) -> str:
    """Give the address that the pages are under, as the reader reached them."""
    return str(request.base_url).rstrip("/")


def answer_page(request: Request, template: str, *, status: int = 200, **values: object) -> Page:
    """Answer with a page made of a template of this package."""
    error = values.get("error")
    if isinstance(error, QueryError):
        values["error"] = error.named(IN_ADDRESS)
    made = _environment().get_template(template)
    visitor = visitor_of(request)
    address = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return Page(
        made.render(
            values,
            view=View.of_cookie(request.cookies.get(COOKIE)),
            choices=CHOICES,
            here=address,
            path=request.url.path,
            visitor=visitor,
        ),
        status_code=status,
        headers={"Cache-Control": "no-store"} if visitor.author else None,
    )


def answer_json(value: object, *, status: int = 200) -> Response:
    """Answer with model values in their JSON form."""
    text = json.dumps(plain(value), ensure_ascii=False)
    if len(text) > LONGEST:
        wanted = "ask for less, or take it away as a file from `/api/export`"
        raise TooLongError("answer", f"{len(text):,} characters", wanted)
    return Response(
        text.encode("utf-8", "replace"), status_code=status, media_type="application/json"
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("greffier.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        capacity=capacity,
        count=counted,
        day=day,
        bound=bound,
        language=language,
        sitting=sitting,
        straight=straight,
        whole=whole,
        years=years,
    )
    environment.globals.update(
        address=addresses,
        offers=offers,
        passages=passages,
        links=links,
        version=__version__,
        style=_static("greffier.css"),
        copying=_static("copying.js"),
        reading_script=_static("reading.js"),
    )
    return environment


def _static(name: str) -> str:
    """Give the address of a file with a mark of its content, so that a change is fetched."""
    content = files("greffier.web").joinpath("static", name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:12]}"


def day(iso: str | None) -> str:
    """Give an ISO date, an interval or a part of one, in words: `2 December 2020`."""
    if not iso:
        return "undated"
    return " – ".join(_one_day(part) for part in iso.split("/"))


def _one_day(iso: str) -> str:
    year, month, number = (*iso.split("-"), "", "")[:3]
    try:
        checked = date(int(year), int(month or 1), int(number or 1))
    except ValueError:
        return iso  # not a date of this calendar: shown as it stands
    words = [str(checked.day)] if number else []
    words += [_MONTHS[checked.month - 1]] if month else []
    return " ".join((*words, year))


def bound(iso: str | None) -> str:
    """Give an end of a period in words, also where none is known or set."""
    if iso is None:
        return "unknown"
    if iso == OPEN:
        return "no end set"
    first, _, last = iso.partition("/")
    if last == OPEN:
        return f"{_one_day(first)} or later"
    return f"between {_one_day(first)} and {_one_day(last)}" if last else _one_day(first)


def years(first: int | None, last: int | None) -> str:
    """Give the years from one day to another, which are numbers: `2015–2021`."""
    if first is None or last is None:
        return "undated"
    since, until = first // 10_000, last // 10_000
    return str(since) if since == until else f"{since}–{until}"


def counted(number: int, one: str, many: str = "") -> str:
    """Give a number with its noun: `1 turn`, `1,200 turns`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def language(tag: str) -> str:
    """Give the `lang` attribute for a text: empty, which says unknown, unless it is a tag."""
    return tag if tag != "und" and _LANGUAGE.fullmatch(tag) else ""


def straight(text: str) -> str:
    """Give `text` without characters that turn the direction of writing."""
    return _DIRECTION.sub("", text)


def whole(name: str) -> str:
    """Give a name as it is shown, without the = that says it is meant whole."""
    return name.removeprefix("=")
