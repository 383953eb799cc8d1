"""Print docs/commands.md: every command's own help, as `greffier COMMAND --help` shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer.main import get_command

from greffier.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Iterator


WIDTH = 96  # columns, whatever terminal this runs in
HEAD = """\
# Commands

Made from the commands' own help by `make docs`; a test fails while it is out of date.
"""


def sections() -> Iterator[tuple[str, str]]:
    """Yield each command's name as it is typed and its help: the program first, then by name."""
    root = get_command(app)
    context = root.context_class(root, info_name="greffier", terminal_width=WIDTH)
    yield "greffier", root.get_help(context)
    for name in sorted(root.list_commands(context)):  # type: ignore[attr-defined] # it is a group
        command = root.get_command(context, name)  # type: ignore[attr-defined] # as above
        yield from _of(command, name, context)


def _of(command: Any, name: str, parent: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - typer keeps its types to itself
    context = command.context_class(command, info_name=name, parent=parent, terminal_width=WIDTH)
    yield context.command_path, command.get_help(context)
    for inner, each in sorted(getattr(command, "commands", {}).items()):
        yield from _of(each, inner, context)


def page() -> str:
    """Give the whole page."""
    parts = [f"## {name}\n\n```text\n{text.strip()}\n```\n" for name, text in sections()]
    return "\n".join([HEAD, *parts])


if __name__ == "__main__":
    print(page(), end="")
