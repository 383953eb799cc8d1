"""Tests of `greffier.query`."""
