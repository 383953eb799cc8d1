"""What a language must tell the reader about what comes of a session: documents, and the chair.

Patterns are as `languages.base` has them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from greffier.model import ChairmanshipPhase, InstrumentAction, InstrumentKind
from greffier.reading.languages.rules import Rules


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class InstrumentRules:
    """How documents are named and what is done with them.

    Args:
        nouns: the noun, singular, and the kind that it makes.
        adjectives: words before a noun that are of its name without an article.
        several: words before a noun that make it several documents; plural: nouns that are.
        article: what may stand before the noun phrase.
        active: a verb before the documents, and what it does; passive: one after them.
        spoken: rules that hold in a speech as they do in an account.
        at_hand: rules that hold in a speech before one state's own people, of its orders and lists.
        we: who must stand before a verb in a speech, for it to be about those who meet.
        now: what a speaker says of what is done at the session itself.
        others: who stands before a verb that is about no session: lawmakers, companies.
        outside: words of a sentence in a speech that is about others than those who meet.
        participle: a verb as an adjective directly before the noun: `the signed memorandum`.
        drafts: a draft that is before those who meet: how it is named, up to its noun, and what its
            sentence says besides, where `#` stands for it.
        joins: what stands between documents in a row.
        links: small words between a noun and what the document is about: `on`.
        about: what follows where subjects of documents are told, and no more documents.
        listed: how the subjects of several documents begin behind their noun, and what comes
            before each further one.
        again: how a sentence begins that says more of documents named before.
        ends: what ends the naming words of a document, besides the marks that end a clause.
    """

    nouns: tuple[tuple[str, InstrumentKind], ...] = ()
    adjectives: str = ""
    several: str = ""
    plural: str = "(?!)"
    article: str = ""
    active: tuple[tuple[str, str, InstrumentAction], ...] = ()
    passive: tuple[tuple[str, str, InstrumentAction], ...] = ()
    at_hand: tuple[str, ...] = ()
    we: str = ""
    now: str = "(?!)"
    others: str = ""
    outside: str = ""
    spoken: tuple[str, ...] = ()
    participle: tuple[tuple[str, str, InstrumentAction], ...] = ()
    drafts: tuple[tuple[str, str, str], ...] = ()
    joins: str = ""
    links: str = "(?!)"
    about: str = ""
    listed: Rules = ()
    again: str = ""
    ends: str = "(?!)"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ChairRules:
    """How the chair of an organisation is spoken of.

    Args:
        patterns: with the groups `org` (one or several, or the words in `this`) and `holder`; a
            pattern without `holder` means whoever is named last before it, or speaks. The group
            `seat` is an office of the body itself, beside that of a state; `both` is a capacity
            that may hold two such offices; `post` is an office of the body that was or is held;
            `chair` is an office with the holder's state behind it.
        heads: the same for whole lines of the head, of the body that meets.
        seats: with the groups `office` and `org`: an office of a body, among others of one person.
        of_body: rules about the chair of the body that meets, not of its organisation.
        at_once: rules that show that the chair changes hands at this very session.
        bare: rules that name no organisation: it is the one whose chair the record tells of.
        handed: those of them that, where the record tells of no chair else, mean the organisation
            that meets.
        speaker: rules that mean whoever speaks; presiding: whoever presides over the session.
        owners: states by the stems of the adjectives that are made of their names.
        settled: rules whose phase no words of time change.
        first_person: what a speaker says of himself, or of his state; no rule in `third_person`
            means him by it.
        times: words in a phrase, or right behind it, that say in which phase it holds.
    """

    patterns: tuple[tuple[str, str, ChairmanshipPhase], ...] = ()
    heads: Rules = ()
    seats: str = "(?!)"
    of_body: frozenset[str] = frozenset()
    at_once: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    handed: frozenset[str] = frozenset()
    speaker: frozenset[str] = frozenset()
    presiding: frozenset[str] = frozenset()
    settled: frozenset[str] = frozenset()
    owners: dict[str, str] = field(default_factory=dict)
    first_person: str = ""
    third_person: frozenset[str] = frozenset()
    times: tuple[tuple[str, ChairmanshipPhase], ...] = ()
