"""Made records for what is timed: many of them, with copies and near copies.

Records are made of the words of real ones, in runs of a few words, so that each is a text of its
own with the vocabulary and punctuation of the others. Copies of them are cut, re-flowed, given
tooltips, other furniture and small corrections; acts of one template differ in a date, a number or
a name. Half of the records come with what a reading says of them, half without. Records beside the
checkout are taken where they are, else those of the tests.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from greffier.model import Date, RecordHead, Span, Text
from greffier.model.collation import Claim
from greffier.sources import find, receive

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "records"
SETS = ("kremlin/txt", "whitehouse")
CORPUS = ROOT / "tests" / "corpus"
LONGEST = 2_000  # words of a record
UNREAD = 0.5  # of the records, so many come without a head
SINGLE, COPIED = 0.7, 0.95  # of a hundred acts; with their copies about forty records are single
MONTHS = ("January", "March", "May", "June", "August", "October", "December")
NAMES = ("Okoro", "Lindqvist", "Tanaka", "Moreau", "Petrenko", "Haddad", "Silva", "Novak")
GLOSS = "{name} {first}Deputy Minister of Transport of the Republic "
MENU = "Home\nNews\nDocuments\nAbout us\nContacts\nSearch the site\n\n"
LINKS = "\n\nSee also\nAll news of the day\nSubscribe to the newsletter\nShare this page\n"


@dataclass(frozen=True, slots=True)
class Made:
    """A record that was made, and the act that it is a copy of."""

    act: int
    text: str
    head: RecordHead | None = None
    furniture: tuple[Span, ...] = ()

    def claim(self, key: str) -> Claim:
        """Give what the stage is asked with."""
        return Claim(witness=key, text=self.text, head=self.head, furniture=self.furniture)


class Maker:
    """Makes records, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - a seed is what is wanted
        texts = [receive(path).witness.text.split() for path in find(_folders())]
        self._words = [word for text in texts for word in text]
        self._lengths = [min(max(len(text), 60), LONGEST) for text in texts]
        self._acts = 0

    def records(self) -> Iterator[Made]:
        """Yield single records, records with copies and acts of one template, without end."""
        while True:
            drawn = self._random.random()
            if drawn < SINGLE:
                yield self._act(self._body())
            elif drawn < COPIED:
                yield from self._copied()
            else:
                yield from self._template()

    def copy(self, made: Made) -> Made:
        """Make a copy of a record, in one of the ways that copies come in."""
        way = self._random.choice(
            (self._cut, self._stub, self._tail, self._glossed, self._framed, self._reflowed)
        )
        return way(self._corrected(made))

    def text(self, count: int) -> str:
        """Make a text of so many words, in paragraphs."""
        out: list[str] = []
        while len(out) < count:
            at = self._random.randrange(len(self._words) - 5)
            out += self._words[at : at + self._random.randint(2, 5)]
        return "\n\n".join(" ".join(out[at : at + 60]) for at in range(0, count, 60))

    def _body(self) -> str:
        return self.text(self._random.choice(self._lengths))

    def _act(self, body: str, *, known: bool | None = None) -> Made:
        self._acts += 1
        title = f"{self.text(self._random.randint(4, 9))}"
        day = self._day()
        return self._told(title, day, body, known=known)

    def _day(self) -> tuple[int, int, int]:
        one = self._random
        return one.randint(2000, 2024), one.randrange(len(MONTHS)), one.randint(1, 28)

    def _told(
        self, title: str, day: tuple[int, int, int], body: str, *, known: bool | None = None
    ) -> Made:
        line = f"{day[2]} {MONTHS[day[1]]} {day[0]}"
        text = f"{title}\n\n{line}\n\n{body}"
        if known is False or (known is None and self._random.random() < UNREAD):
            return Made(self._acts, text)
        head = RecordHead(
            kind="other",
            title=Text(text=title, span=Span(0, len(title)), rule="made"),
            date=Date(value=f"{day[0]}-{day[1] + 1:02}-{day[2]:02}", basis="stated"),
        )
        return Made(self._acts, text, head)

    def _copied(self) -> Iterator[Made]:
        first = self._act(self._body())
        yield first
        for _ in range(self._random.randint(1, 3)):
            yield self.copy(first)

    def _template(self) -> Iterator[Made]:
        """Yield acts that differ in the day, or a number, or a name, and in nothing else."""
        opening, middle, rest = self.text(8), self.text(25), self._body()
        one, first = self._random, self._day()
        differs = one.choice(("day", "number", "name"))
        for number in range(one.randint(3, len(NAMES))):
            self._acts += 1
            day = (first[0] + number, *first[1:]) if differs == "day" else first
            name = NAMES[number if differs == "name" else 0]
            digit = number if differs == "number" else 0
            body = (
                f"{opening} Decision No. 47{digit} on the request of Mr {name} {middle} until "
                f"{first[2]} May {day[0] + 1}. {rest}"
            )
            yield self._told("Decision of the Committee", day, body)

    def _corrected(self, made: Made) -> Made:
        """Change one word in a hundred: a copy is seldom exact."""
        pieces = made.text.split(" ")
        for at in range(50, len(pieces), 100):
            pieces[at] = pieces[at].lower()[::-1] if pieces[at].isalpha() else pieces[at]
        return Made(made.act, " ".join(pieces), made.head)

    def _cut(self, made: Made) -> Made:
        return self._begun(made, 6)

    def _stub(self, made: Made) -> Made:
        return self._begun(made, 3)

    def _begun(self, made: Made, tenths: int) -> Made:
        """Give the beginning of a record; a title that is cut itself is stated no more."""
        text = made.text[: len(made.text) * tenths // 10]
        title = made.head.title if made.head else None
        return Made(made.act, text, made.head if title and title.span.end <= len(text) else None)

    def _tail(self, made: Made) -> Made:
        return Made(made.act, made.text[len(made.text) * 4 // 10 :])

    def _glossed(self, made: Made) -> Made:
        pieces = made.text.split(" ")
        for at in range(40, len(pieces), 80):
            gloss = GLOSS.format(name=NAMES[at % len(NAMES)], first="Alexander")
            pieces[at] = f"{pieces[at]} {gloss}"
        return Made(made.act, " ".join(pieces), made.head)

    def _framed(self, made: Made) -> Made:
        links = LINKS + self.text(30)
        text = MENU + made.text + links
        if made.head is None:
            return Made(made.act, text)
        furniture = Span(0, len(MENU)), Span(len(text) - len(links), len(text))
        return Made(made.act, text, made.head, furniture)

    def _reflowed(self, made: Made) -> Made:
        pieces = made.text.replace("“", '"').replace("”", '"').replace("’", "'").split()
        lines = (" ".join(pieces[at : at + 9]) for at in range(0, len(pieces), 9))
        return Made(made.act, "\n".join(lines))


def _folders() -> list[Path]:
    found = [SHARED / name for name in SETS]
    return found if all(one.is_dir() for one in found) else [CORPUS]
