"""Greffier keeps the published records of meetings, and the words behind every fact in them.

In Python, `greffier.read` reads records and `greffier.open_archive` opens an archive; see
`greffier.library`, which is loaded when one of them is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from greffier.library import OpenArchive, Rows, open_archive, read, read_all

__version__ = "0.1.0"
__all__ = ["OpenArchive", "Rows", "__version__", "open_archive", "read", "read_all"]


def __getattr__(name: str) -> object:
    """Load what Python programs use when it is asked for: commands do not wait for it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=None)
    return getattr(import_module("greffier.library"), name)
