"""Akoma Ntoso 3.0: a reading as a `debate`."""

from greffier.exports.akn.document import document

__all__ = ["document"]
