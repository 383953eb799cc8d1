"""Tests, in folders that mirror the package; `corpus` holds real records, `quality` the scores."""
