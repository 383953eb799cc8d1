"""Greffier for Python programs: the same questions as the command line, with typed answers.

    import greffier

    for reading in greffier.read_all("examples"):
        print(reading.record.date, reading.record.title)

`docs/python.md` goes through all of it; its examples are run as tests.
"""

from greffier.library.opened import OpenArchive, open_archive
from greffier.library.reading import read, read_all
from greffier.library.rows import Rows

__all__ = ["OpenArchive", "Rows", "open_archive", "read", "read_all"]
