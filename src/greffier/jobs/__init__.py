"""Units of work, and where they run. What groups witnesses is in `jobs.grouping`."""

from greffier.jobs.adding import Became, Progress, Report, Summary, add_all, refusals
from greffier.jobs.local import InThisProcess
from greffier.jobs.units import Done, Executor, Failed, Unit, read_item, units

__all__ = [
    "Became",
    "Done",
    "Executor",
    "Failed",
    "InThisProcess",
    "Progress",
    "Report",
    "Summary",
    "Unit",
    "add_all",
    "read_item",
    "refusals",
    "units",
]
