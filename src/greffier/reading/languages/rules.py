"""What every set of rules is made of."""

from __future__ import annotations

# Each with its name, by which its findings are known, and its pattern (see `languages.base`).
Rules = tuple[tuple[str, str], ...]
