"""Tests of `greffier.mcp`."""
