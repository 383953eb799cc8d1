"""What a language must tell the reader about meetings: which met, when, where, how, and who.

Patterns are as `languages.base` has them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from greffier.model import SessionFormat
from greffier.reading.languages.rules import Rules


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class SessionRules:
    """How a record says which session met, when, where and how.

    Args:
        sitting: the pattern of the nouns for a session.
        summit: those of them that mean the heads of state or government themselves.
        of_body, of_org: with the groups `body` and `org`: a session named by its body, or without;
            the group `unit` is a body that is not known, by the words of its name (the group
            `head` those that are declined), and `group` an organisation that is not; `level`,
            `heads`, `foreign` and `ministers` are those who meet, where no body is named.
        several: what makes such a phrase several sessions, or none in particular.
        particular: what tells one session from others before it is named: `the next`.
        elsewhen: the same anywhere beside: `earlier`.
        coming: those of them that tell of one still to come.
        beside: what stands before one near which others met: `on the sidelines of`.
        placed: what follows a phrase that is told apart by where or when it was: `held in`.
        organ: with the group `unit`: a body that is named without a session.
        ordinal: the number of a session, where it stands before the name of its body.
        encounters: a title that names whom somebody met, called or talked with: no body's session.
        briefings: a title of questions and answers about anything; who speaks there tells of
            sessions, but it is none of them.
        later: a further session of those who meet, still to come.
        again: with the group `noun`, the last word of a body named before: `the commission's
            latest meeting`.
        dated: with the group `when`: another session of those who meet, told by its day.
        organs: bodies of a state: the names that they are kept under, and how they are printed.
        nominative: the endings of the nominative, and what they replace in the printed name of
            another body, in order.
        now: what a speaker says of the session in which he speaks.
        formats: patterns and the format that they state.
        held: verbs of a session that was: what is told to come behind one is another.
        planned, cancelled: a session still to come, or not held.
        by_video: the session itself met by video link.
        joins_by_video: with the group `who`: that participant did.
        said_by_video: the same, as whoever chairs says it.
        met: it met in one place.
        venues: with the group `place`: where it met.
        spoken_venues: the same, as a speaker says it.
        guest_venues: the country that a guest is said to visit, where no city is named.
        by_phone: a call, which has no venue.
        buildings: places that stand for the city that the dateline names.
        landmarks: the same of one city each, and the city.
        cities: how cities are kept, by every form in which they are printed; where there are any,
            no other word is one.
        seats: cities, no capitals, that organisations meet in.
        regions: parts of a dateline that are not the city.
        bilateral: it was between two states; with the group `other`: whom somebody met.
    """

    sitting: str = ""
    summit: str = ""
    of_body: Rules = ()
    of_org: Rules = ()
    several: str = ""
    particular: str = ""
    elsewhen: str = ""
    coming: str = ""
    beside: str = ""
    placed: str = ""
    organ: str = ""
    ordinal: str = ""
    encounters: Rules = ()
    briefings: str = ""
    later: Rules = ()
    again: Rules = ()
    dated: Rules = ()
    organs: Rules = ()
    nominative: Rules = ()
    now: str = ""
    formats: tuple[tuple[str, str, SessionFormat], ...] = ()
    held: str = ""
    planned: Rules = ()
    cancelled: Rules = ()
    by_video: Rules = ()
    joins_by_video: Rules = ()
    said_by_video: Rules = ()
    met: Rules = ()
    venues: Rules = ()
    spoken_venues: Rules = ()
    guest_venues: Rules = ()
    by_phone: Rules = ()
    buildings: str = ""
    landmarks: Rules = ()
    cities: dict[str, str] = field(default_factory=dict)
    seats: str = ""
    regions: str = ""
    bilateral: Rules = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class CastRules:
    """How a record says who took part and who chaired, with the group `who` for whom.

    Args:
        acts: verbs that only people do, at a meeting; they show a name that nothing else does.
        took_part: a pattern without `who` makes participants of everybody in its sentence.
        absent: whoever is told not to have been there.
        chaired: whoever chaired.
        declares_open: said by whoever chairs.
        anybody: labels of an office that is also a word for whoever speaks.
        attends: with the group `who`: who was there as others were, and did not chair.
        leads: said by whoever chairs a body, and by others elsewhere: `let us begin`.
        thanks_for_floor: the opening of a speech, to whoever gave the floor.
        host: with the group `place`: what a speaker says to his host.
        titles: in a title, whoever met.
        sides: with the group `side`: whose ministers those are that are named behind it.
        lists: a line above a list of those who took part, a line for each.
        aside: other meetings of those who met; the next sentence of the line may be of them too.
        goes_on: how that sentence begins.
    """

    acts: str = ""
    took_part: Rules = ()
    absent: Rules = ()
    chaired: Rules = ()
    declares_open: Rules = ()
    leads: Rules = ()
    anybody: str = ""
    attends: str = ""
    thanks_for_floor: Rules = ()
    host: Rules = ()
    titles: Rules = ()
    sides: Rules = ()
    lists: Rules = ()
    aside: Rules = ()
    goes_on: str = ""
