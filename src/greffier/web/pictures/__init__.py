"""Pictures made on the server: SVG text out of small values, the same for the same values."""

from greffier.web.pictures.figure import Cell, Figure, Rows, table_csv
from greffier.web.pictures.meetings import Meeting, Meetings, Name, draw_arcs, draw_matrix
from greffier.web.pictures.shares import Share, draw_columns, draw_shares
from greffier.web.pictures.timeline import Pass, Row, Stretch, Tick, Timeline, draw_timeline

__all__ = [
    "Cell",
    "Figure",
    "Meeting",
    "Meetings",
    "Name",
    "Pass",
    "Row",
    "Rows",
    "Share",
    "Stretch",
    "Tick",
    "Timeline",
    "draw_arcs",
    "draw_columns",
    "draw_matrix",
    "draw_shares",
    "draw_timeline",
    "table_csv",
]
