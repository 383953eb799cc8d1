"""Records with gold: the five in the checkout, and the larger sets beside some checkouts."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from greffier import scoring
from greffier.authority import shipped
from greffier.errors import WitnessError
from greffier.reading import read
from greffier.sources import receive
from tests.places import EXAMPLES, ROOT, SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from greffier.model import Reading
    from greffier.scoring import Gold, Score


@dataclass(frozen=True, slots=True)
class Annotated:
    """Records under `folder`, and the gold that names their files from there."""

    name: str
    gold: Path
    folder: Path

    def golds(self) -> list[Gold]:
        """Give the annotations."""
        return scoring.golds_in(self.gold)

    def readings(self) -> dict[str, Reading]:
        """Read each record; one that cannot become a witness is left out, and counts as unread."""
        known = shipped()
        out = {}
        for gold in self.golds():
            try:
                witness = receive(self.folder / gold["file"]).witness
            except WitnessError:
                continue  # the score says so: "read at all"
            out[gold["file"]] = read(witness, known)
        return out

    def score(self) -> Score:
        """Read and score the whole set."""
        return scoring.score(self.golds(), self.readings())

    def digest(self) -> str:
        """Name what is measured: the records' bytes and the gold."""
        state = hashlib.sha256(self.gold.read_bytes())
        for gold in self.golds():
            state.update(hashlib.sha256((self.folder / gold["file"]).read_bytes()).digest())
        return f"sha256:{state.hexdigest()}"


PINNED = Annotated("examples", ROOT / "tests" / "quality" / "seeds.json", EXAMPLES)


def larger() -> Iterator[Annotated]:
    """Yield the sets of the folder of records beside the checkout, if it is there."""
    records = SHARED / "records"
    for gold in sorted(records.glob("*/gold.jsonl")):
        yield Annotated(gold.parent.name, gold, gold.parent)
    by_hand = SHARED / "gold" / "sessions.json"
    if by_hand.is_file():
        yield Annotated("sessions by hand", by_hand, records)
