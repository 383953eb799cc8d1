"""What an archive finds, and the index that it is found in."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import select

from greffier.archive import judged, scanning, searching
from greffier.archive.asking import ask
from greffier.archive.damage import DamagedError, sound
from greffier.archive.index import PassageIndex
from greffier.archive.keeping import reading_of_kept
from greffier.archive.listing import Carried
from greffier.archive.matching import Meant
from greffier.archive.quoting import kept_at
from greffier.archive.searching import Found
from greffier.archive.shelf import Shelf
from greffier.archive.tables import READING, RECORD
from greffier.errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine
    from tantivy import Query, Searcher

    from greffier.archive.asking import Asked
    from greffier.archive.index import Mark
    from greffier.archive.speech import By, FoundPassage, Size, Vocabulary
    from greffier.archive.stored import Hit, Hits, Question
    from greffier.model import Reading

T = TypeVar("T")
_NAMES = 1_000  # of speakers and sessions, of which is remembered whom they mean
_BATCH = 500  # hits that are told at a time where all are


class Searches(Shelf):
    """Questions answered: passages with their records, or many at once as a corpus."""

    def __init__(self, folder: Path, engine: Engine) -> None:
        super().__init__(folder, engine)
        self._index = PassageIndex(folder)

    def refresh(self) -> None:
        """Bring the search index up to what is stored; does nothing where it is."""
        self._index.refresh(self)

    def state(self) -> str:
        """Give a name of what a search sees: another one as soon as anything of it has changed."""
        self.refresh()
        held = self._index.held
        return f"{held.archive}.{held.generation}" if held else ""

    # -- what the index is made of -------------------------------------------------------------

    def mark(self) -> Mark:
        """Give the mark of an index that holds all there is."""
        return self._now().mark

    def since(self, generation: int) -> Iterator[tuple[Reading, bool]]:
        """Yield what changed after a generation: readings, and whether each is of a base."""
        wanted = (
            select(READING.c.witness, READING.c.form, RECORD.c.base)
            .join(RECORD, RECORD.c.base == READING.c.witness, isouter=True)
            .where(READING.c.generation > generation)
            .order_by(READING.c.generation)
        )
        with self._reading() as connection:
            for row in connection.execution_options(yield_per=50).execute(wanted):
                reading = reading_of_kept(row.form, row.witness)
                yield judged.apply(connection, reading), row.base is not None

    # -- answers -------------------------------------------------------------------------------

    def search(self, question: Question) -> Hits:
        """Answer a question. Raises QueryError where it cannot be read."""
        asked = ask(question.words)
        return self._safely(lambda: self._answer(asked, question))

    def _answer(self, asked: Asked | None, question: Question) -> Hits:
        carried, meant = self._carried(), self._meant(question)
        with self._reading() as connection:
            with sound():
                found = searching.find(self._index.searcher(), asked, question, meant)
            return searching.tell(connection, asked, found, carried)

    def _meant(self, question: Question) -> Meant:
        """Give what the names of a question stand for in this archive."""
        asked = question.session, question.speaker
        if asked == (None, None):
            return Meant()
        # In one place of the moment: whatever names are asked for, its lists stay in theirs.
        known: dict[tuple[str | None, str | None], Meant] = self._now().once("names", dict)
        found = known.get(asked)
        if found is None:
            with self._reading() as connection:
                found = searching.meant(connection, question)
            if len(known) < _NAMES:
                known[asked] = found
        return found

    def _carried(self) -> Carried:
        """Give the records of hits that were told since something was last written."""
        return self._now().once("records of hits", Carried)

    def hits(self, question: Question) -> Iterator[Hit]:
        """Yield every hit of a question, in the order that it asks for."""
        asked = ask(question.words)
        searcher, query = self._safely(lambda: self._query(asked, question, anything=False))
        try:
            with sound():
                places = searching.every(searcher, query, question)
            for start in range(0, len(places), _BATCH):
                batch = places[start : start + _BATCH]
                with sound():
                    found = [(kept_at(searcher, at), score) for score, at in batch]
                carried = self._carried()
                with self._reading() as connection:
                    told = searching.tell(connection, asked, Found(len(places), found), carried)
                yield from told.hits
        except DamagedError as error:
            raise self._damaged(error) from error

    def passages(self, question: Question) -> Iterator[FoundPassage]:
        """Yield every passage that answers a question, in its order, whatever its page."""
        asked = ask(question.words)
        searcher, query = self._safely(lambda: self._query(asked, question))
        try:
            with sound():
                yield from scanning.passages(searcher, query, asked, question)
        except DamagedError as error:
            raise self._damaged(error) from error

    def sizes(self, question: Question, *, by: By) -> tuple[Size, ...]:
        """Give how many passages answer a question, and the words in them, by what they share."""
        asked = ask(question.words)

        def found() -> tuple[Size, ...]:
            searcher, query = self._query(asked, question)
            with sound():
                return scanning.sizes(searcher, query, by, searching.NAMES)

        return self._safely(found)

    def languages(self, question: Question) -> tuple[Size, ...]:
        """Give how many passages answer a question, and the words in them, by their language."""
        asked = ask(question.words)

        def found() -> tuple[Size, ...]:
            searcher, query = self._query(asked, question)
            with sound():
                return scanning.languages(searcher, query)

        return self._safely(found)

    def vocabulary(self, question: Question) -> Vocabulary:
        """Count the words of all passages that answer a question."""
        asked = ask(question.words)

        def found() -> Vocabulary:
            searcher, query = self._query(asked, question)
            with sound():
                return scanning.vocabulary(searcher, query)

        return self._safely(found)

    def _query(
        self, asked: Asked | None, question: Question, *, anything: bool = True
    ) -> tuple[Searcher, Query]:
        """Give a view of the index with a question's query; it may ask for all there is."""
        meant, searcher = self._meant(question), self._index.searcher()
        with sound():
            return searcher, searching.query_for(
                asked, question, searcher, meant, anything=anything
            )

    def _safely(self, answer: Callable[[], T]) -> T:
        """Answer out of an index that is brought up, and made anew where it is damaged."""
        self.refresh()
        try:
            return answer()
        except DamagedError:
            self._index.remake(self)
        try:
            return answer()
        except DamagedError as error:
            raise self._damaged(error) from error

    def _damaged(self, error: DamagedError) -> ArchiveError:
        return ArchiveError(
            str(self._folder),
            f"the search index is damaged ({error})",
            "delete the folder `index` in it: the next search makes it anew",
        )
