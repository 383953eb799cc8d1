"""The options that several commands share."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Literal

import typer

from greffier.cli.telling import tell_work
from greffier.settings import Settings

Shape = Literal["text", "json", "jsonl"]

Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH", help="Files, or folders of records.", show_default=False),
]
Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Files, folders of records, or addresses (https://...) of pages, feeds and site maps.",
        show_default=False,
    ),
]
Format = Annotated[
    Shape,
    typer.Option(
        "--format",
        metavar="NAME",
        help="How to print it: text for people, json as one document, jsonl with one value a line.",
    ),
]
Order = Annotated[
    Literal["relevance", "newest", "oldest"],
    typer.Option(
        "--sort",
        metavar="ORDER",
        help="relevance, or newest or oldest: of the newest or oldest record first.",
        show_default=False,
    ),
]
Limit = Annotated[int, typer.Option(min=1, metavar="NUMBER", help="How many to show.")]
Offset = Annotated[int, typer.Option(min=0, metavar="NUMBER", help="How many to pass.")]
Table = Annotated[
    Literal["text", "json", "jsonl", "csv"],
    typer.Option(
        "--format",
        metavar="NAME",
        help="How to print it: text for people, csv as a table, json as one document, jsonl with "
        "one value a line.",
    ),
]
Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS",
        show_default=False,
        help='Words and "phrases"; AND, OR, NOT; wom?n, secur*; "two words"~5; =exact. '
        "Inflected forms are found too.",
    ),
]
Archive = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        "-a",
        metavar="FOLDER",
        help="The archive. [default: GREFFIER_ARCHIVE, or archive]",
        show_default=False,
    ),
]
Host = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Where to serve. [default: GREFFIER_HOST, or this machine only]",
        show_default=False,
    ),
]
Port = Annotated[
    int | None,
    typer.Option(
        metavar="NUMBER",
        min=1,
        max=65_535,
        help="On which port. [default: GREFFIER_PORT, or 8642; another if that is in use]",
        show_default=False,
    ),
]


def _tell_all(context: typer.Context, asked: bool) -> bool:  # noqa: FBT001 - typer hands it over by place
    root = context.find_root()
    if asked and context is not root:  # there, all options are looked at together
        tell_work("debug", root.params.get("log_format"))
    return asked


LogLevel = Annotated[
    Literal["debug", "info", "warning", "error"] | None,
    typer.Option(
        metavar="LEVEL",
        help="How much of the work is told on standard error: debug, info, warning or error. "
        "[default: GREFFIER_LOG_LEVEL, or warning]",
        show_default=False,
    ),
]
LogFormat = Annotated[
    Literal["text", "json"] | None,
    typer.Option(
        metavar="NAME",
        help="How it is told: text for people, json with one object a line. "
        "[default: GREFFIER_LOG_FORMAT, or text]",
        show_default=False,
    ),
]
Debug = Annotated[
    bool,
    typer.Option(
        "--debug",
        callback=_tell_all,
        help="Tell on standard error how each fact was read: by which rule, from which words; and "
        "what was not taken for a fact, and why.",
    ),
]


def folder(archive: Path | None) -> Path:
    """Give the folder of the archive: the one that was asked for, else the one that is set."""
    return archive or Settings.read(os.environ).archive


def served(host: str | None) -> Settings:
    """Give the settings for serving, on the address that was asked for, and answering to it."""
    chosen = Settings.read(os.environ)
    host = host or chosen.host
    return replace(chosen, host=host, hosts=(*chosen.hosts, host))
