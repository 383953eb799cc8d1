"""Every fact of a reading in one list: see `greffier.model.facts`, which judgements go by too."""

from greffier.model.facts import Fact, FactKind, capacity, facts

__all__ = ["Fact", "FactKind", "capacity", "facts"]
