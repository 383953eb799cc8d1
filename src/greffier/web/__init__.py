"""The pages and the HTTP API over an archive."""

from greffier.web.app import create_app

__all__ = ["create_app"]
