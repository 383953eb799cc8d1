"""The command line: parse, call, print."""

from greffier.cli.app import main

__all__ = ["main"]
