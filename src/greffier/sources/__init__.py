"""Where witnesses come from: files, folders and archives; one file for each form of text."""

from greffier.sources.files import LARGEST, digest, find, receive
from greffier.sources.forms import MEDIA_TYPES
from greffier.sources.items import Item, named

__all__ = ["LARGEST", "MEDIA_TYPES", "Item", "digest", "find", "named", "receive"]
