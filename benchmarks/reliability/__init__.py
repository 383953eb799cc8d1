"""What shows that an archive holds: one module for each point, each with figures of its own.

Each is run by itself, `python -m benchmarks.reliability.NAME`, and writes `figures/NAME.json`;
`page` makes docs/reliability.md of them all.
"""
