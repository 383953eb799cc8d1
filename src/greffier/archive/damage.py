"""A search index whose files are damaged: told from every other fault, so that it is made anew."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class DamagedError(Exception):
    """The index cannot be used; never seen outside the archive."""


@contextmanager
def sound() -> Iterator[None]:
    """Use the index inside this: whatever shows that it is damaged comes out as one error."""
    try:
        yield
    except (ValueError, OSError, IndexError) as error:
        raise DamagedError(str(error)) from error
    except BaseException as error:
        # Where Rust gives up on a damaged file, its exception is not even an `Exception`, and
        # its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise DamagedError(str(error)) from error
