"""Values of the model written in forms that other programs read, as streams of text."""

from greffier.exports.tei import tei

__all__ = ["tei"]
