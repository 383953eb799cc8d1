"""Where witnesses come from: files and folders now; one file for each form of text."""

from greffier.sources.files import LARGEST, find, receive

__all__ = ["LARGEST", "find", "receive"]
