"""What is told of the work on standard error, as options and settings ask for it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from greffier.settings import Settings

if TYPE_CHECKING:
    from greffier.settings import LogFormat, LogLevel

_SETTINGS = ("GREFFIER_LOG_LEVEL", "GREFFIER_LOG_FORMAT")


def tell_work(level: LogLevel | None = None, shape: LogFormat | None = None) -> None:
    """Tell of the work from now on: as asked for, else as it is set; the token never.

    Args:
        level: how much.
        shape: in which form.
    """
    # A command that tells nothing need not load what would do it.
    from greffier import logs

    chosen = Settings.read(os.environ)
    hidden = (chosen.token,)
    logs.set_up(level or chosen.log_level, shape or chosen.log_format, hidden=hidden)


def is_set() -> bool:
    """Say whether the environment asks for any of it."""
    return any(os.environ.get(name) for name in _SETTINGS)
