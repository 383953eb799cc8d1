"""What a person decides: logged, applied at once, and taken back."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from greffier.authority import shipped
from greffier.errors import UsageError
from greffier.jobs.grouping import part
from greffier.jobs.settling import settle
from greffier.logs import fields
from greffier.model import find

if TYPE_CHECKING:
    from greffier.archive.protocol import Archive
    from greffier.model import Judgement

_log = logging.getLogger(__name__)


def judge(archive: Archive, judgement: Judgement) -> int:
    """Write a judgement into the log and apply it; give its number.

    Raises:
        UsageError: it names what is not there, or puts together or apart what is one.
    """
    if judgement.about == "witness":
        number = _judge_witnesses(archive, judgement)
    else:
        _check(archive, judgement)
        with archive.grouping() as desk:
            number = desk.judge(judgement)
    settle(archive, shipped())
    _tell("judged", judgement, number)
    return number


def undo(archive: Archive, number: int) -> Judgement:
    """Take a judgement back: all is as if it had not been, but for the log.

    Raises:
        UsageError: there is none of this number, or it has been undone.
    """
    with archive.grouping() as desk:
        judgement = desk.undo(number)
        if judgement.about == "witness":
            part(desk, judgement.witnesses)
    settle(archive, shipped())
    _tell("undone", judgement, number)
    return judgement


def _tell(event: str, judgement: Judgement, number: int) -> None:
    told = fields(
        number=number,
        kind=judgement.kind,
        about=judgement.about,
        witness=judgement.subject.witness,
        subject=judgement.subject.name,
        author=judgement.author,
    )
    _log.info(event, extra=told)


def _judge_witnesses(archive: Archive, judgement: Judgement) -> int:
    with archive.grouping() as desk:
        for witness in judgement.witnesses:
            desk.reading(witness)
        if len(judgement.witnesses) == 1:
            raise UsageError("judgement", "one witness alone", "name another, or its record")
        number = desk.judge(judgement)
        part(desk, judgement.witnesses)
        return number


def _check(archive: Archive, judgement: Judgement) -> None:
    """Refuse what nobody can have meant."""
    subject = judgement.subject
    raw = judgement.about == "fact"
    if find(archive.reading(subject.witness, raw=raw), subject) is None:
        met = "its witness has no such fact"
        raise UsageError(subject.name, met, f"see `greffier show {subject.witness}`")
    if judgement.about in {"person", "session"} and not set(judgement.others) - {subject}:
        raise UsageError("judgement", f"one {judgement.about} alone", "name another")
    for other in judgement.others:
        archive.reading(other.witness, raw=True)
