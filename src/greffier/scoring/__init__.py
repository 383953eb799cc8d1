"""How well readings agree with what a careful person reads out of the same records.

Beside `query` rather than in it: a question works on what was read, this on whether it is right,
and neither needs the other.
"""

from greffier.scoring.compare import READ, score
from greffier.scoring.files import golds_in, readings_in
from greffier.scoring.measure import Fault, Figure, Gold, Score

__all__ = ["READ", "Fault", "Figure", "Gold", "Score", "golds_in", "readings_in", "score"]
