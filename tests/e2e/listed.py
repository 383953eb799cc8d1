"""Every page of the program, by the address that shows it best over the examples."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.places import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from starlette.routing import BaseRoute

DRAWN: Final = ROOT / "docs" / "pages"
IMPORTED: Final = ROOT / "tests" / "e2e" / "offices.csv"  # what the examples partly gainsay
WIDTHS: Final = {"wide": 1280, "narrow": 390}
RECORD: Final = "2f04c1cba2c31da5"  # the meeting of December 2020
BODY: Final = "/bodies/Collective%20Security%20Council?of=CSTO"
PAIR: Final = "a4e5f4a991234250"  # a record of which there are two witnesses

# What is asked for and is no page: bytes, feeds, and words for programs.
FILES: Final = frozenset(
    (
        "/api/openapi.json",
        "/cite/{name}/{form}",
        "/healthz",
        "/records/{key}/witness",
        "/watches/{name:path}/feed",
    )
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A page: the pattern of its route, an address of it, and what it shows.

    Args:
        name: of its pictures.
        signed: whether it is there only for who has given the token.
    """

    name: str
    route: str
    address: str
    shows: str
    signed: bool = False


PAGES: Final = (
    Listed("sessions", "/", "/", "what the archive holds"),
    Listed("records", "/records", "/records", "the records, newest first"),
    Listed("persons", "/persons", "/persons", "the persons by name"),
    Listed("offices", "/offices", "/offices", "the offices"),
    Listed("states", "/states", "/states", "the states"),
    Listed("organisations", "/organisations", "/organisations", "organisations and their bodies"),
    Listed(
        "session",
        "/sessions/{key}",
        f"/sessions/{RECORD}.s1",
        "a session, each fact with the words that support it",
    ),
    Listed("record", "/records/{key}", f"/records/{RECORD}", "a record for reading"),
    Listed(
        "compare",
        "/records/{key}/compare",
        f"/records/{PAIR}/compare",
        "two witnesses of a record beside each other",
    ),
    Listed("citation", "/cite/{name}", f"/cite/{RECORD}.t1", "a turn, quoted and cited"),
    Listed(
        "person",
        "/persons/{key}",
        "/persons/vladimir-putin",
        "a person: every appearance, and the office held on the day",
    ),
    Listed(
        "office",
        "/offices/{title:path}",
        "/offices/President?of=Kyrgyzstan&on=2020-12-02",
        "an office: who held it, and who on a day",
    ),
    Listed(
        "state",
        "/states/{name:path}",
        "/states/Russia",
        "a state: its offices, and what it is a member of",
    ),
    Listed(
        "organisation",
        "/organisations/{name:path}",
        "/organisations/CSTO",
        "an organisation: its sessions, members and chair",
    ),
    Listed(
        "body",
        "/bodies/{name:path}",
        BODY,
        "a body of an organisation",
    ),
    Listed(
        "search", "/search", "/search?q=security", "a search: the passages, and what narrows them"
    ),
    Listed("concordance", "/concordance", "/concordance?q=terrorism", "the same words in context"),
    Listed(
        "frequency", "/frequency", "/frequency?q=security&by=of", "how often something was said"
    ),
    Listed(
        "positions",
        "/positions",
        "/positions?q=security",
        "what several said of something, side by side",
    ),
    Listed("collocates", "/collocates", "/collocates?q=security", "the words near others"),
    Listed(
        "keywords",
        "/keywords",
        "/keywords?of=Belarus&against-of=Russia",
        "the words peculiar to some passages",
    ),
    Listed("quality", "/quality", "/quality", "how well the program reads"),
    Listed("watches", "/watches", "/watches", "what is watched, each with its feed"),
    Listed("clashes", "/clashes", "/clashes", "where sources gainsay each other"),
    Listed("judgements", "/judgements", "/judgements", "the log of judgements"),
    Listed("enter", "/judge", "/judge", "where the token is asked for"),
    Listed("judge", "/judge/{key}", f"/judge/{RECORD}.t1", "a turn to be judged", signed=True),
)


def routes_of(routes: Iterable[BaseRoute]) -> Iterator[str]:
    """Yield the pattern of each page and file: what answers HEAD, as the API does not."""
    for one in routes:
        inner = getattr(one, "original_router", None)
        if inner is not None:
            yield from routes_of(inner.routes)
        elif "HEAD" in (getattr(one, "methods", None) or ()):
            yield str(getattr(one, "path", ""))


def table() -> str:
    """Give docs/pages/README.md: every page with its pictures."""
    rows = (
        f"| `{one.route}` | {one.shows} | "
        + " | ".join(f"[{width}]({one.name}-{width}.png)" for width in WIDTHS)
        + " |"
        for one in PAGES
    )
    sizes = " and ".join(f"{pixels} pixels ({name})" for name, pixels in WIDTHS.items())
    return "\n".join(
        (
            "# The pages",
            "",
            "The first screen of every page, as Chromium shows it over the archive of `examples/`,",
            f"at {sizes}. `make pages` draws them anew;",
            "a test holds that each opens without a complaint, stays within the window, and that",
            "none is left out.",
            "",
            "| address | what it shows | | |",
            "|---|---|---|---|",
            *rows,
            "",
        )
    )
