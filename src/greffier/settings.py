"""Every setting once: its name, its default and what it is for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from greffier.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

# As `logs` has them, which is not loaded for a start.
LogLevel = Literal["debug", "info", "warning", "error"]
LogFormat = Literal["text", "json"]
T = TypeVar("T", bound=str)
_LEVELS: Final[tuple[LogLevel, ...]] = ("debug", "info", "warning", "error")
_FORMATS: Final[tuple[LogFormat, ...]] = ("text", "json")
LAST_PORT = 65_535
LONGEST_CONTACT = 200  # characters
TOKEN = 16  # characters that a token has at least: a shorter one could be guessed


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What can be set for the program; an option of a command comes before the setting.

    Each is read from the environment variable that has its name in capitals after `GREFFIER_`.

    Args:
        archive: GREFFIER_ARCHIVE, the folder of the archive; `archive` where the program runs.
        host: GREFFIER_HOST, the address that is served on; this machine only unless said.
        port: GREFFIER_PORT, the port that is served on; another one is taken if it is in use.
        hosts: GREFFIER_HOSTS, host names that are answered beside this machine's own, with commas
            between them; needed where the pages are reached under a name.
        author: GREFFIER_AUTHOR, the name under which judgements are logged; the name of the user
            on this machine unless said.
        contact: GREFFIER_CONTACT, where those who run a site can write to whoever fetches from it,
            an address of mail or of a page; servers are told it.
        token: GREFFIER_TOKEN, what is asked of whoever wants to judge on the pages or over HTTP;
            nobody can there unless it is set.
        log_level: GREFFIER_LOG_LEVEL, how much of the work is told on standard error: `debug`,
            `info`, `warning` or `error`.
        log_format: GREFFIER_LOG_FORMAT, how it is told: `text` for people, or `json`.
    """

    archive: Path = Path("archive")
    host: str = "127.0.0.1"
    port: int = 8642
    hosts: tuple[str, ...] = ()
    author: str = ""
    contact: str = ""
    token: str = field(default="", repr=False)  # it belongs into no log
    log_level: LogLevel = "warning"
    log_format: LogFormat = "text"

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> Settings:
        """Give the settings of an environment; what is not set there, or empty, has its default.

        Raises:
            UsageError: a variable that cannot be understood, by its name.
        """
        default = cls()
        return cls(
            archive=Path(environment.get("GREFFIER_ARCHIVE") or default.archive).expanduser(),
            host=environment.get("GREFFIER_HOST") or default.host,
            port=_port(environment.get("GREFFIER_PORT") or str(default.port)),
            hosts=tuple(
                filter(None, map(str.strip, environment.get("GREFFIER_HOSTS", "").split(",")))
            ),
            author=environment.get("GREFFIER_AUTHOR") or default.author,
            contact=contact_of(environment.get("GREFFIER_CONTACT") or default.contact),
            token=_token(environment.get("GREFFIER_TOKEN") or default.token),
            log_level=_one_of(environment, "GREFFIER_LOG_LEVEL", _LEVELS, default.log_level),
            log_format=_one_of(environment, "GREFFIER_LOG_FORMAT", _FORMATS, default.log_format),
        )


def contact_of(value: str, place: str = "GREFFIER_CONTACT") -> str:
    """Give a contact if it may stand in what servers are told. Raises UsageError if it may not.

    Args:
        value: an address of mail or of a page; empty for none.
        place: where it was given, for the error.
    """
    fits = len(value) <= LONGEST_CONTACT and value.isascii() and value.isprintable()
    if value and not (
        fits and ("@" in value or "://" in value) and not set(value) & set(" ()<>\\")
    ):
        wanted = "an address of mail or of a page, such as `archive@example.org`"
        raise UsageError(place, "no such contact", wanted)
    return value


def _one_of(environment: Mapping[str, str], name: str, values: tuple[T, ...], default: T) -> T:
    value = environment.get(name) or default
    for one in values:
        if one == value:
            return one
    raise UsageError(name, f"`{value}`", f"one of {', '.join(values)}")


def _token(value: str) -> str:
    if value and (len(value) < TOKEN or not value.isascii()):
        met = f"{len(value)} characters" if value.isascii() else "characters that are not ASCII"
        wanted = f"{TOKEN} or more that nobody can guess, such as `openssl rand -hex 16` gives"
        raise UsageError("GREFFIER_TOKEN", met, wanted)
    return value


def _port(value: str) -> int:
    if not (value.isascii() and value.isdigit() and 0 < int(value) <= LAST_PORT):
        raise UsageError("GREFFIER_PORT", f"`{value}`", f"a port is a number from 1 to {LAST_PORT}")
    return int(value)
