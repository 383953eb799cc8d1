"""Tests of `greffier.archive`."""
