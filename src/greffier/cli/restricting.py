"""What passages must be: the options of every command that looks for words."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from greffier.model import RecordKind

if TYPE_CHECKING:
    from greffier.archive.stored import Question

_ASKED = "question"  # the parameter of a command that takes what was asked


def option(told: str, *names: str, metavar: str = "NAME") -> Any:  # noqa: ANN401 - as typer's
    """Give an option that is left open unless it is given."""
    return typer.Option(*names, metavar=metavar, help=told, show_default=False)


def _options(  # noqa: PLR0913 - one argument for each option
    *,
    speaker: Annotated[str | None, option("Only what this person said.")] = None,
    office: Annotated[str | None, option("Only what holders of this office said.")] = None,
    of: Annotated[
        str | None, option("Only those who speak for this state or organisation.")
    ] = None,
    organisation: Annotated[str | None, option("Only sessions of this organisation.")] = None,
    body: Annotated[str | None, option("Only sessions of this body.")] = None,
    session: Annotated[str | None, option("Only this session.", metavar="ID")] = None,
    since: Annotated[
        str | None, option("Not before this day, month or year.", "--from", metavar="DATE")
    ] = None,
    until: Annotated[
        str | None, option("Not after this day, month or year.", "--to", metavar="DATE")
    ] = None,
    kind: Annotated[RecordKind | None, option("Only this kind of record.", metavar="KIND")] = None,
    language: Annotated[
        str | None, option("Only records in this language: en, ru.", metavar="CODE")
    ] = None,
    spoken: Annotated[
        bool | None,
        typer.Option("--spoken/--unspoken", help="Only what was said, or only the rest."),
    ] = None,
) -> "Question":
    from greffier.archive.stored import Question
    from greffier.authority import shipped
    from greffier.query import named

    asked = Question(
        words="",
        speaker=speaker,
        office=office,
        of=of,
        organisation=organisation,
        body=body,
        session=session,
        since=since,
        until=until,
        kind=kind,
        language=language,
        spoken=spoken,
    )
    return named(asked, shipped())


def restricted(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command be asked with these options: it is handed the question that they make.

    The question has no words as yet; its names are those that the readings keep.
    """
    own = inspect.signature(command)
    ours = inspect.signature(_options)
    hints = get_type_hints(_options, include_extras=True, localns={"Question": object})

    @wraps(command)
    def asked(*args: object, **values: object) -> None:
        given: dict[str, Any] = {name: values.pop(name) for name in ours.parameters}
        command(*args, **values, **{_ASKED: _options(**given)})

    parameters: list[inspect.Parameter] = []
    for parameter in own.parameters.values():
        parameters += ours.parameters.values() if parameter.name == _ASKED else [parameter]
    asked.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined] # typer reads it
    kept = {name: kind for name, kind in command.__annotations__.items() if name != _ASKED}
    asked.__annotations__ = kept | {name: hints[name] for name in ours.parameters}
    del asked.__wrapped__  # its signature is not what is asked
    return asked
