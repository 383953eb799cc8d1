"""What a person decided over what was read and worked out: logged, reversible, never written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from greffier.model.facts import FactKind
from greffier.model.span import Span

JudgementKind = Literal["merge", "split", "reassign", "reject", "confirm"]
SubjectKind = FactKind | Literal["witness"]
About = Literal["witness", "person", "session", "fact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a judgement is about, told so that it is found again in another reading of its witness.

    Never by its place in a list: a reader of another version may find more than was found before.
    `greffier.model.finding` makes one of a fact, and finds the fact again.

    Args:
        kind: of the fact; `witness` where it is about the witness whole.
        witness: whose reading has it, by name.
        value: as understood when it was judged: the name of a participant or of a session, the
            label of a turn, the value of a field.
        field: of a fact, such as `date`; empty where it is about the fact whole.
        office, of: what a participant is there, beside his name.
        spans: the words that support it.
        words: the first of them as printed, or how they begin: text is at times extracted anew.
        id: what it was called when it was judged, for people: `s1.date`.
    """

    kind: SubjectKind
    witness: str
    value: str = ""
    field: str = ""
    office: str | None = None
    of: str | None = None
    spans: tuple[Span, ...] = ()
    words: str = ""
    id: str = ""

    @property
    def name(self) -> str:
        """How it is named in an archive, or was when it was judged: `a4231deef9788138.s1`."""
        return f"{self.witness}.{self.id}" if self.id else self.witness


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision over what was read or worked out.

    Args:
        kind: `merge`: the subject and the others are one record, person or session; `split`: it is
            not that of the others; `reassign`: the turn is that of the participant in `others`, or
            of nobody known; `reject`: the fact is wrong; `confirm`: it is right.
        subject: what it is about.
        others: those that it is put together with, apart from, or given to.
        author: who decided.
        reason: why, in a sentence.
    """

    kind: JudgementKind
    subject: Subject
    others: tuple[Subject, ...] = ()
    author: str
    reason: str

    @property
    def about(self) -> About:
        """What is judged: which record, person or session something is of, or a fact."""
        if self.kind not in {"merge", "split"}:
            return "fact"
        match self.subject.kind:
            case "witness":
                return "witness"
            case "session":
                return "session"
            case _:
                return "person"

    @property
    def witnesses(self) -> tuple[str, ...]:
        """The witnesses that it names, each once, that of its subject first."""
        return tuple(dict.fromkeys(one.witness for one in (self.subject, *self.others)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A judgement in the log.

    Args:
        n: its number in the archive.
        made: when, as ISO 8601 in UTC.
        undone: when it was taken back, if it was; it stays in the log.
    """

    n: int
    judgement: Judgement
    made: str
    undone: str | None = None


def of_witnesses(
    kind: JudgementKind, witness: str, others: tuple[str, ...], *, author: str, reason: str
) -> Judgement:
    """Give the judgement that a witness is, or is not, of the record that the others carry."""
    subject, *rest = (Subject(kind="witness", witness=one) for one in (witness, *others))
    return Judgement(kind=kind, subject=subject, others=tuple(rest), author=author, reason=reason)
