"""Greffier keeps the published records of meetings, and the words behind every fact in them."""

__version__ = "0.1.0"
