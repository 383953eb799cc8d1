"""The words of the archive as frozen values. Imports nothing but `errors`; does no I/O."""

from greffier.model.authority import Body, Known, Level, Office, Organisation, State
from greffier.model.reading import (
    SCHEMA,
    Chairmanship,
    ChairmanshipPhase,
    Date,
    DateBasis,
    Evidence,
    Gloss,
    Instrument,
    InstrumentAction,
    InstrumentKind,
    Mention,
    MentionKind,
    Participant,
    ParticipantMode,
    Quotation,
    Reading,
    RecordHead,
    RecordKind,
    Remark,
    Role,
    Session,
    SessionFormat,
    SessionMode,
    SessionStatus,
    Text,
    Turn,
)
from greffier.model.span import Span, joined
from greffier.model.witness import (
    UTF8,
    Encoding,
    Hint,
    Mark,
    Received,
    Witness,
    digest_of,
    witness_of,
)

__all__ = [
    "SCHEMA", "UTF8", "Body", "Chairmanship", "ChairmanshipPhase", "Date", "DateBasis", "Encoding",
    "Evidence", "Gloss", "Hint", "Instrument", "InstrumentAction", "InstrumentKind", "Known",
    "Level", "Mark", "Mention", "MentionKind", "Office", "Organisation", "Participant",
    "ParticipantMode", "Quotation", "Reading", "Received", "RecordHead", "RecordKind", "Remark",
    "Role", "Session", "SessionFormat", "SessionMode", "SessionStatus", "Span", "State", "Text",
    "Turn", "Witness", "digest_of", "joined", "witness_of",
]
