"""Pictures of what is worked out: every value in the table, every mark with its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from greffier.archive.surveyed import SessionInBrief
from greffier.authority.institutions import chairmanships_of, find_seat, institutions, rule_of
from greffier.model import Observation, Span
from greffier.model.institutions import Membership
from greffier.model.period import Period
from greffier.query.lines import Line, Step, Told
from greffier.query.tenures import by_person, tenures
from greffier.query.together import attended, together
from greffier.web.figures import (
    chair_figure,
    company_figure,
    diary_figure,
    held_figure,
    meeting_figures,
    membership_figure,
    speech_figure,
)
from greffier.web.figures.days import of_period
from greffier.web.figures.diary import by_body, by_organisation
from tests.query.test_tenures import CASE
from tests.readings import meeting
from tests.web.pictures.looks import SVG, parsed

if TYPE_CHECKING:
    from greffier.model import Known
    from greffier.web.pictures import Figure

TODAY = date(2026, 1, 1)


def labels(figure: Figure) -> list[str]:
    """Give the names of the rows of a picture."""
    return [
        "".join(one.itertext())
        for one in parsed(figure.svg).iter(f"{SVG}text")
        if one.attrib["class"] == "label"
    ]


def links(figure: Figure) -> list[str]:
    return [one.attrib["href"] for one in parsed(figure.svg).iter(f"{SVG}a")]


def looks(figure: Figure, kind: str) -> int:
    """Count the parts of bars of one kind."""
    return sum(
        f"is-{kind}" in one.attrib.get("class", "").split() for one in parsed(figure.svg).iter()
    )


def test_holders_of_an_office_have_a_row_each() -> None:
    found = by_person(tenures(CASE))
    figure = held_figure(found, {}, key="held", called="Presidents", by="person")
    assert labels(figure) == ["Jeenbekov", "Mamytov, acting", "Japarov"]
    assert [row[0].text for row in figure.rows] == labels(figure)
    assert looks(figure, "between") == 2  # one of them is seen once
    assert looks(figure, "vague") == 1  # 2023-05
    assert ("acting", "acting") in figure.legend


def test_a_tick_leads_to_the_words() -> None:
    figure = held_figure(tenures(CASE), {}, key="held", called="", by="person")
    assert "/records/mamytov2020-12-02?fact=p1#fact" in links(figure)


def test_who_comes_back_stands_in_the_same_row() -> None:
    """Whoever is seen in office again, after somebody else, has two bars in one row."""
    days = [("medvedev", "2010-06-03"), ("putin", "2004-01-01"), ("putin", "2013-01-01")]
    seen = [
        Observation(
            person=person,
            name=person,
            office="President",
            of="Russia",
            acting=False,
            date=day,
            first=int(day.replace("-", "")),
            last=int(day.replace("-", "")),
            record=day,
            witness=day,
            participant=f"{day}.p1",
            spans=(Span(0, 1),),
        )
        for person, day in days
    ]
    figure = held_figure(by_person(tenures(seen)), {}, key="k", called="", by="person")
    assert labels(figure) == ["putin", "medvedev"]
    assert len(figure.rows) == 3


def test_rows_that_are_too_many_are_in_the_table() -> None:
    figure = held_figure(by_person(tenures(CASE)), {}, key="k", called="", by="both", most=1)
    assert labels(figure) == ["President: Jeenbekov"]
    assert len(figure.rows) == 3
    assert figure.notes == ("2 more rows are in the table alone.",)


def test_the_chair_passes_down_the_rows_of_the_rule(known: Known) -> None:
    seat = find_seat(known, "CSTO")
    assert seat
    told = Told(id="abc.c1", holder="Russia", phase="outgoing", quote="will go over to Tajikistan")
    step = Step(
        record="abc",
        date="2020-12-02",
        inferred="",
        holder="Russia",
        next="Tajikistan",
        told=(told,),
        by_rule="yes",
        reason="",
    )
    line = Line(organisation="CSTO", steps=(step,))
    listed = chairmanships_of(institutions(), seat)
    rule = rule_of(institutions(), seat)
    figure = chair_figure(line, listed, rule, TODAY, called="The chair of the CSTO")
    assert figure
    wanted = ["Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan"]
    assert [name for name in labels(figure) if name in wanted] == wanted
    assert "/records/abc?fact=c1#fact" in links(figure)
    assert figure.rows[0][4].text == "as the rule has it"
    assert figure.rows[0][-1].text == "will go over to Tajikistan"
    assert len(figure.rows) == 1 + len(listed)
    assert chair_figure(None, (), None, TODAY, called="") is None


@pytest.mark.parametrize(
    ("since", "until", "kinds"),
    [
        ("2020-01-01", "2020-12-31", ["held"]),
        ("2020", "2021", ["vague", "held", "vague"]),
        ("2020-01-01", "..", ["held", "after"]),
        (None, "2020-12-31", ["before", "held"]),
        ("2020-01-01", None, ["held", "after"]),
    ],
)
def test_a_period_shows_what_is_known_of_it(
    since: str | None, until: str | None, kinds: list[str]
) -> None:
    found = of_period(Period(since, until), TODAY, date(2020, 4, 1) - date(2020, 1, 1))
    assert [one.kind for one in found] == kinds


def test_memberships_name_their_source() -> None:
    row = Membership(
        organisation="SCO",
        body=None,
        member="India",
        status="observer",
        period=Period("2005-07-05", "2017-06-08"),
        source="Official site",
        certainty="official site",
    )
    figure = membership_figure((row,), TODAY)
    assert figure
    assert labels(figure) == ["SCO: observer"]
    assert figure.rows[0][6].text == "Official site"
    assert membership_figure((), TODAY) is None


def brief(key: str, day: str | None, **changes: object) -> SessionInBrief:
    number = int(day.replace("-", "")) if day else None
    values: dict[str, object] = {
        "id": key,
        "name": "Council",
        "organisations": ("CSTO",),
        "body": "Council",
        "status": "held",
        "date": day,
        "first": number,
        "last": number,
        "subject": True,
        "tellings": 1,
    }
    return SessionInBrief(**(values | changes))  # type: ignore[arg-type] # as given


def test_sessions_stand_on_their_days() -> None:
    sessions = (
        brief("a.s1", "2021-09-16"),
        brief("b.s1", "2020-12-02", body=None),
        brief("c.s2", "2021-09-16", status="planned"),
        brief("d.s1", None),
    )
    figure = diary_figure(sessions, by_body, called="Sessions", total=9)
    assert figure
    assert labels(figure) == ["Council", "of no body that is named"]
    assert looks(figure, "session") == 2
    assert looks(figure, "planned") == 1
    assert "/sessions/b.s1" in links(figure)
    assert len(figure.rows) == 4
    assert figure.notes == (
        "The latest 4 of 9 sessions.",
        "1 undated session is in the table alone.",
    )
    assert diary_figure(sessions[3:], by_organisation, called="", total=1) is None


PRESENT = (
    *(("a", "Russia"), ("a", "Armenia"), ("a", "Belarus")),
    *(("b", "Russia"), ("b", "Armenia"), ("c", "Russia")),
)


def test_who_met_whom_is_counted() -> None:
    counted = attended(PRESENT)
    assert [(one.of, one.sessions) for one in counted] == [
        ("Russia", 3),
        ("Armenia", 2),
        ("Belarus", 1),
    ]
    pairs = together(PRESENT, ["Russia", "Armenia", "Belarus"])
    assert [(one.one, one.other, one.sessions) for one in pairs] == [
        ("Armenia", "Russia", 2),
        ("Armenia", "Belarus", 1),
        ("Belarus", "Russia", 1),
    ]
    square, arcs = meeting_figures(counted, pairs, called="Who met whom")
    assert labels(square) == ["Russia 1", "Armenia 2", "Belarus 3"]
    assert labels(arcs) == ["Russia", "Armenia", "Belarus"]
    assert "/states/Armenia" in links(square)
    assert len(square.rows) == 3
    assert meeting_figures(counted, (), called="") == ()


def test_whom_one_met_is_compared() -> None:
    figure = company_figure(attended(PRESENT), called="Whom it met")
    assert figure
    assert [row[1].text for row in figure.rows] == ["3", "2", "1"]
    assert company_figure((), called="") is None


def test_words_are_counted_by_speaker() -> None:
    reading = meeting()[1]
    figure = speech_figure(reading, {"p1": "vladimir-putin"})
    assert figure
    text = reading.witness.text
    words = sum(len(one.cut(text).split()) for turn in reading.turns for one in turn.paragraphs)
    assert sum(int(row[1].text) for row in figure.rows) == words
    assert "/persons/vladimir-putin" in links(figure)


def test_a_crowded_row_is_drawn_as_far_as_the_eye_can_tell() -> None:
    """Thousands of stretches would make a page of megabytes, and show a bar all the same."""
    first = date(1990, 1, 1).toordinal()
    seen = [
        replace(CASE[0], person="ab"[n % 2], date=day, first=number, last=number)
        for n, day in enumerate(date.fromordinal(first + n).isoformat() for n in range(3_000))
        for number in (int(day.replace("-", "")),)
    ]
    drawn = held_figure(by_person(tenures(seen)), {}, key="k", called="", by="person")
    assert len(drawn.rows) == len(seen)
    assert 100 < drawn.svg.count("is-after") < 1_500
