"""What a command prints: values as JSON, or lines for people."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

from greffier import form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from greffier.cli.options import Shape

V = TypeVar("V")


def print_each(
    values: Iterable[V], shape: Shape, *, lines: Callable[[V], Iterable[str]], between: str = ""
) -> None:
    """Print values as they come: a JSON array, one JSON value a line, or the lines for each.

    Args:
        values: what is printed.
        shape: as asked for.
        lines: gives the lines for people of one value.
        between: what stands between two values for people.
    """
    if shape == "json":
        _print_array(values)
    elif shape == "jsonl":
        for line in form.encode_lines(values):
            sys.stdout.buffer.write(line)
    else:
        for number, value in enumerate(values):
            sys.stdout.write(between if number else "")
            print_lines(lines(value))


def print_one(value: object, shape: Shape, *, lines: Iterable[str]) -> None:
    """Print one value: as a JSON document, on one line in either JSON form, or its lines."""
    if shape == "text":
        print_lines(lines)
    else:
        sys.stdout.buffer.writelines(form.encode_lines([value]))


def print_lines(lines: Iterable[str]) -> None:
    """Print lines for people; whatever they show of a record has gone through `shown`."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


def _print_array(values: Iterable[object]) -> None:
    out = sys.stdout.buffer
    out.write(b"[")
    for number, line in enumerate(form.encode_lines(values)):
        out.write(b",\n" if number else b"\n")
        out.write(line[:-1])
    out.write(b"\n]\n")
