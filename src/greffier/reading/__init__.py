"""From a witness to its reading."""

from greffier.reading.reader import READER, read

__all__ = ["READER", "read"]
