"""Units of work, and where they run."""

from greffier.jobs.reading import read_path

__all__ = ["read_path"]
