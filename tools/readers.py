"""Have the programs that our exports are made for read them: `python tools/readers.py FOLDER`.

Runs in an environment of its own (`make check-readers`), with what requirements-readers.lock names
and nothing of ours: what these programs make of the files is all that counts.
"""

from __future__ import annotations

import csv
import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).parents[2] / "shared" / "schemas" / "csl-data.json"


def main(folder: Path) -> int:
    """Read everything in a folder; give the exit status."""
    records = _rows(folder / "csv" / "records.csv")
    faults = [
        *_tables(folder / "csv" / "datapackage.json"),
        *_corpus(folder / "corpus.conllu"),
        *_many("BibTeX", _bibtex(folder / "records.bib"), records),
        *_many("RIS", _ris(folder / "records.ris"), records),
        *_csl(folder / "records.json", records),
    ]
    print("\n".join(faults) or f"The exports of {records} records are read by all")
    return 1 if faults else 0


def _rows(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


def _tables(package: Path) -> list[str]:
    """Have Frictionless hold every table to its types, keys and joins."""
    report = _library("frictionless").validate(str(package))
    return [
        f"{package.parent / task.place}: {message}"
        for task in report.tasks
        for message in [error.message for error in task.errors][:5]
    ] + [str(error) for error in report.errors]


def _corpus(path: Path) -> list[str]:
    """Have the validator of Universal Dependencies hold the corpus to the form of CoNLL-U."""
    validator = Path(sys.executable).with_name("udvalidate")
    command = [str(validator), "--lang", "ud", "--level", "1", str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    return [] if ran.returncode == 0 else [ran.stdout + ran.stderr]


def _many(form: str, read: int, records: int) -> list[str]:
    return [] if read == records else [f"{form}: {read} references of {records} records"]


def _bibtex(path: Path) -> int:
    return len(_library("pybtex.database").parse_file(str(path), bib_format="bibtex").entries)


def _ris(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return len(_library("rispy").load(file))


def _csl(path: Path, records: int) -> list[str]:
    """Hold items against the published schema, where it lies beside the checkout."""
    items = json.loads(path.read_text(encoding="utf-8"))
    faults = _many("CSL-JSON", len(items), records)
    if SCHEMA.is_file():
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        check = _library("jsonschema").Draft7Validator(schema)
        faults += [f"{path}: {error.message}" for error in check.iter_errors(items)]
    return faults


def _library(name: str) -> Any:  # noqa: ANN401 - not installed where this is checked
    return importlib.import_module(name)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
