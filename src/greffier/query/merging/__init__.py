"""Which of the sessions that records tell of are one session.

The notice, the transcript, the communiqué and the list of participants of one session are one
session with several records. What the rules cannot tell is left open, for a judgement.
"""

from greffier.query.merging.deciding import Decision, Verdict, decide
from greffier.query.merging.faces import Face, face
from greffier.query.merging.meetings import doubts, meetings
from greffier.query.merging.merge import Merged, Together, merge, put_together
from greffier.query.merging.reaching import Reached, reached

__all__ = [
    "Decision",
    "Face",
    "Merged",
    "Reached",
    "Together",
    "Verdict",
    "decide",
    "doubts",
    "face",
    "meetings",
    "merge",
    "put_together",
    "reached",
]
