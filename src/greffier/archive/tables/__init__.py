"""The tables of an archive, as the queries see them; `migrations` makes them.

`witness` and `reading` hold what is kept. Most other tables are worked out from a reading and hang
on it, so that reading a witness again replaces its rows; `record` is worked out from the witnesses
that carry it, and `grouping` holds why they do. `form` holds a value whole, as JSON.
Days are numbers such as 20210917, the first and the last that a date may mean.
"""

from greffier.archive.tables.across import (
    DOUBT,
    IDENTITY,
    MEETING,
    PERSON,
    TELLING,
    UNSETTLED,
)
from greffier.archive.tables.base import METADATA
from greffier.archive.tables.carried import GROUPING, MEMBERSHIP, POSTING, RECORD
from greffier.archive.tables.kept import JUDGED, JUDGEMENT, READING, SEAL, STATE, WATCH, WITNESS
from greffier.archive.tables.known import AUTHORITY, KNOWN_NAME, KNOWN_PERSON, OCCUPANCY
from greffier.archive.tables.read import (
    CHAIRMANSHIP,
    DERIVED,
    EVIDENCE,
    HEAD,
    INSTRUMENT,
    NAMING,
    PARTICIPANT,
    REMARK,
    SESSION,
    SESSION_ORGANISATION,
    TURN,
)

__all__ = [
    "AUTHORITY",
    "CHAIRMANSHIP",
    "DERIVED",
    "DOUBT",
    "EVIDENCE",
    "GROUPING",
    "HEAD",
    "IDENTITY",
    "INSTRUMENT",
    "JUDGED",
    "JUDGEMENT",
    "KNOWN_NAME",
    "KNOWN_PERSON",
    "MEETING",
    "MEMBERSHIP",
    "METADATA",
    "NAMING",
    "OCCUPANCY",
    "PARTICIPANT",
    "PERSON",
    "POSTING",
    "READING",
    "RECORD",
    "REMARK",
    "SEAL",
    "SESSION",
    "SESSION_ORGANISATION",
    "STATE",
    "TELLING",
    "TURN",
    "UNSETTLED",
    "WATCH",
    "WITNESS",
]
