"""Greffier keeps the published records of meetings, and the words that support every fact in them."""

__version__ = "0.1.0"
