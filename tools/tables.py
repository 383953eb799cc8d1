"""Write the page of the tables: `python tools/tables.py > docs/tables.md`."""

from __future__ import annotations

from greffier.exports.tables.dictionary import page

INTRODUCTION = """\
# Tables

`greffier export --format csv` writes records as tables that join, `--format parquet` the same with
types; the columns are those below. This page is made from their definitions by `make docs`.

- **Names join.** The first column of a table names its row, except in `evidence`; a column that
  joins has such names. A fact is named by its witness and its place in the reading:
  `a4231deef9788138.t12` is a turn, and an address of the archive's pages too.
- **Nothing is counted twice.** Of a record with several witnesses the facts are those of one
  reading, its base's unless another witness was asked for; `witnesses` lists all.
- **Words are unchanged.** What stands in `text` is what the witness has from `start` to `end`,
  non-breaking spaces and line ends included. Half a character (a lone surrogate), which UTF-8
  cannot write, is U+FFFD.
- **CSV** is RFC 4180 in UTF-8, with a heading; no value is an empty cell; lists have `; ` between
  their values. `datapackage.json` beside the files says the same to programs (Data Package, Table
  Schema): types, keys and joins.
- **Spreadsheets** may take a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end for a
  formula, and records come from strangers. Since words are unchanged, import the CSV files as
  text, or ask for `--format spreadsheet`: there an apostrophe stands before such a cell, and a mark
  at the beginning of each file says that it is UTF-8.
- **Parquet** needs `pip install greffier[tables]`. Text, whole numbers, booleans, days and moments
  have their types, lists are lists, and each column carries its sentence.
"""


def main() -> str:
    """Give the whole page."""
    return "\n".join((INTRODUCTION, *page()))


if __name__ == "__main__":
    print(main(), end="")
