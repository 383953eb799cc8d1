"""Where the tests find real records. Lists are made once, so that tests can be parametrised."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
CORPUS = ROOT / "tests" / "corpus"
# A larger set of records with gold, which lies beside some checkouts and is never required.
SHARED = ROOT.parent / "shared"

EXAMPLE_RECORDS = sorted(EXAMPLES.glob("*.txt"))
CORPUS_RECORDS = sorted(
    path for path in CORPUS.rglob("*") if path.is_file() and path.name != "README.md"
)
RECORDS = [*EXAMPLE_RECORDS, *CORPUS_RECORDS]


def label(path: Path) -> str:
    """Name a record's file in a test's identifier, shortly."""
    return f"{path.parent.name}/{path.stem[:24]}"
