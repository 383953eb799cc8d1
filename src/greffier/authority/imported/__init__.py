"""Authorities that a user has: FollowTheMoney entities, Popolo, or CSV, read from files."""

from greffier.authority.imported.reading import read_authority
from greffier.authority.imported.values import Found, Post

__all__ = ["Found", "Post", "read_authority"]
