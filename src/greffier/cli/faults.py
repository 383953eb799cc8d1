"""What went wrong, in one line."""

from __future__ import annotations


def one_line(message: str) -> str:
    """Give an error as it is printed; what would break the line or steer a terminal is escaped."""
    shown = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in message)
    return f"greffier: {shown}"
