"""Units of work, and where they run."""

from greffier.jobs.adding import Progress, Report, Summary, add_all, refusals
from greffier.jobs.grouping import group_all, judge, undo
from greffier.jobs.local import InThisProcess
from greffier.jobs.units import Done, Executor, Failed, Unit, read_path, units

__all__ = [
    "Done",
    "Executor",
    "Failed",
    "InThisProcess",
    "Progress",
    "Report",
    "Summary",
    "Unit",
    "add_all",
    "group_all",
    "judge",
    "read_path",
    "refusals",
    "undo",
    "units",
]
