"""Where witnesses come from: files and folders now; one file for each form of text."""

from greffier.sources.files import LARGEST, find, named, receive

__all__ = ["LARGEST", "find", "named", "receive"]
