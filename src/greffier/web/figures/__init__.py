"""What the pages show in pictures: from what is worked out to a picture and its table."""

from greffier.web.figures.chairs import chair_figure
from greffier.web.figures.diary import diary_figure
from greffier.web.figures.holders import held_figure
from greffier.web.figures.meeting import company_figure, meeting_figures
from greffier.web.figures.membership import membership_figure
from greffier.web.figures.person import offices_figure, turns_figure
from greffier.web.figures.speech import speech_figure

__all__ = [
    "chair_figure",
    "company_figure",
    "diary_figure",
    "held_figure",
    "meeting_figures",
    "membership_figure",
    "offices_figure",
    "speech_figure",
    "turns_figure",
]
