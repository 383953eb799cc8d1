"""`greffier compare`: where the witnesses of a record differ."""

from collections.abc import Sequence
from typing import Annotated, Literal, cast

import typer

from greffier.cli.options import Archive, folder
from greffier.errors import UsageError
from greffier.model import VARIANT_KINDS, VariantKind

Form = Literal["text", "json", "jsonl", "tei"]


def compare(  # noqa: PLR0913 - one argument for each option
    record: Annotated[
        str,
        typer.Argument(
            metavar="RECORD", help="A record, or one of its witnesses.", show_default=False
        ),
    ],
    *,
    witness: Annotated[
        list[str] | None,
        typer.Option(
            "--witness",
            metavar="WITNESS",
            help="Only this one beside the base; may be given again.",
            show_default=False,
        ),
    ] = None,
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            "--class",
            metavar="KIND",
            help=f"Only variants of this class; may be given again: {', '.join(VARIANT_KINDS)}.",
            show_default=False,
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Show glosses, furniture and typography too.")
    ] = False,
    archive: Archive = None,
    shape: Annotated[
        Form,
        typer.Option(
            "--format",
            metavar="NAME",
            help="How to print it: text for people, json as one document, jsonl with one variant "
            "a line, tei as a TEI P5 document with an apparatus.",
        ),
    ] = "text",
) -> None:
    """Show the witnesses of a record beside its base, and where they differ.

    The record's own words come first: wording, spelling, omissions, additions, transpositions.
    Glosses, furniture and typography are only counted, unless they are asked for.

    Example: greffier compare a4231deef9788138 --class gloss
    """
    from greffier import wiring
    from greffier.cli.comparing import print_comparison
    from greffier.query.comparing import comparison

    chosen = _kinds(kinds or ())
    if shape == "tei" and (chosen or every):
        raise UsageError("--class", "not for TEI", "leave it out: the document holds all variants")
    with wiring.archive_in(folder(archive)) as opened:
        found = comparison(opened, record, witnesses=witness or ())
    print_comparison(found, shape, chosen, every=every)


def _kinds(names: Sequence[str]) -> tuple[VariantKind, ...]:
    for name in names:
        if name not in VARIANT_KINDS:
            raise UsageError("--class", f"`{name}`", f"one of {', '.join(VARIANT_KINDS)}")
    return cast("tuple[VariantKind, ...]", tuple(names))
