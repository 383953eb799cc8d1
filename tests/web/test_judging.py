"""Judging on the pages and over HTTP: only with the token, only from our own forms."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Final

import pytest
from starlette.testclient import TestClient

from greffier.archive.settlement import StoredDoubt
from greffier.authority import shipped
from greffier.jobs.importing import import_file
from greffier.settings import Settings
from greffier.web import create_app, judging, visiting
from tests.readings import meeting, scrape
from tests.web.conftest import archive_of

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.archive import Archive

TOKEN: Final = "0123456789abcdef-token"  # noqa: S105 - of this test
HOSTILE: Final = "<script>alert(1)</script>\"'"
API: Final = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def kept() -> Archive:
    return archive_of(meeting(), scrape())


def client_of(archive: Archive, token: str = TOKEN) -> TestClient:
    app = create_app(archive, Settings(token=token))
    return TestClient(app, base_url="http://localhost", follow_redirects=False)


@pytest.fixture
def client(kept: Archive) -> TestClient:
    return client_of(kept)


def enter(client: TestClient, author: str = "A. Clerk") -> str:
    """Give the token, and give back the seal of this visit's forms."""
    answer = client.post("/judge", data={"token": TOKEN, "author": author, "back": "/judge"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/judge")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    found = re.search(r'name="seal" value="([0-9a-f]{64})"', client.get("/judge").text)
    assert found
    return found[1]


def test_without_a_token_nobody_judges(kept: Archive, record: str) -> None:
    client = client_of(kept, "")
    for path in ("/judge", f"/judge/{record}.s1"):
        assert client.get(path).status_code == 404
    for path in ("/judge", "/judgements", "/judgements/1/undo", "/judge/leave"):
        assert client.post(path, data={"seal": ""}).status_code == 404
    body = {"kind": "reject", "one": f"{record}.s1", "author": "A", "reason": "b"}
    assert client.post("/api/judgements", json=body, headers=API).status_code == 404
    page = client.get("/judgements")
    assert (page.status_code, "<form" in page.text.split("<main")[1]) == (200, False)
    assert "Judge</a>" not in client.get(f"/records/{record}").text


def test_the_token_is_asked_for_and_another_is_refused(client: TestClient, record: str) -> None:
    asked = client.get(f"/judge/{record}.s1")
    assert asked.headers["location"] == f"/judge?back=%2Fjudge%2F{record}.s1"
    for given in ("", "0123456789abcdef", TOKEN + "x", "тест" * 4):
        answer = client.post("/judge", data={"token": given, "author": "A", "back": "/"})
        assert answer.status_code == 403
        assert "set-cookie" not in answer.headers
    assert client.post("/judge", data={"token": TOKEN, "author": " "}).status_code == 403
    away = client.post("/judge", data={"token": TOKEN, "author": "A", "back": "//evil.org"})
    assert away.headers["location"] == "/"


def test_a_fact_is_rejected_marked_and_undone(
    client: TestClient, kept: Archive, record: str
) -> None:
    seal = enter(client, HOSTILE)
    form = client.get(f"/judge/{record}.s1.date").text
    assert 'value="reject"' in form
    assert "December 2, 2020" in form
    answer = client.post(
        "/judgements",
        data={
            "seal": seal,
            "kind": "reject",
            "one": f"{record}.s1.date",
            "reason": HOSTILE,
            "back": f"/records/{record}",
        },
    )
    assert answer.headers["location"] == f"/records/{record}"
    assert kept.reading(record).sessions[0].date is None
    for path in (f"/records/{record}", "/judgements", f"/sessions/{record}.s1"):
        page = client.get(path).text
        assert ">rejected</span>" in page
        assert "<script>alert" not in page
    raw = client.get(f"/api/records/{record}/reading?raw=true").json()
    assert raw["sessions"][0]["date"]["value"] == "2020-12-02"
    assert client.get(f"/api/records/{record}/reading").json()["sessions"][0]["date"] is None
    assert client.post("/judgements/1/undo", data={"seal": seal}).status_code == 303
    assert kept.reading(record).sessions[0].date
    for number in (1, 2**63, -(2**64)):
        undone = client.post(f"/judgements/{number}/undo", data={"seal": seal})
        assert undone.status_code == 404


def test_a_page_has_room_for_so_many_judgements(
    client: TestClient, record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal = enter(client)
    data = {"seal": seal, "kind": "reject", "reason": "he says so"}
    for fact in ("s1.date", "s1.body", "s1.mode"):
        client.post("/judgements", data={**data, "one": f"{record}.{fact}"})
    whole = client.get("/judgements").text
    assert re.findall(r'<li id="j(\d)"', whole) == ["3", "2", "1"]
    assert "earlier" not in whole
    monkeypatch.setattr(judging, "_MOST", 2)
    page = client.get("/judgements").text
    assert re.findall(r'<li id="j(\d)"', page) == ["3", "2"]
    assert "1 earlier judgement in" in page


def test_doubts_are_shown_a_page_at_a_time(
    client: TestClient, kept: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [
        StoredDoubt(kind="person", one=f"a-{n}", other=f"b-{n}", rule="people:names", reasons=())
        for n in range(120)
    ]
    assert "No doubt waits" in client.get("/judgements").text
    monkeypatch.setattr(kept, "doubts", lambda: iter(many))
    shown = []
    for page in (1, 2, 3):
        text = client.get(f"/judgements?page={page}").text
        shown += re.findall(r'href="/persons/(a-\d+)"', text)
        assert ('rel="next"' in text, 'rel="prev"' in text) == (page < 3, page > 1)
    assert shown == [one.one for one in many]
    assert "No doubt stands on this page" in client.get("/judgements?page=4").text


def test_a_turn_is_given_to_another(client: TestClient, kept: Archive, record: str) -> None:
    seal = enter(client)
    assert f'<option value="{record}.p2">' in client.get(f"/judge/{record}.t1").text
    data = {"seal": seal, "kind": "reassign", "one": f"{record}.t1", "other": f"{record}.p2"}
    client.post("/judgements", data=data | {"reason": "he speaks"})
    assert kept.reading(record).turns[0].participant == "p2"
    page = client.get(f"/records/{record}").text
    assert ">given to another</a>" in page


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://evil.org"},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
    ],
)
def test_another_site_posts_nothing(
    client: TestClient, kept: Archive, record: str, headers: dict[str, str]
) -> None:
    seal = enter(client)
    data = {"seal": seal, "kind": "reject", "one": f"{record}.s1", "reason": "b"}
    assert client.post("/judgements", data=data, headers=headers).status_code == 403
    entering = {"token": TOKEN, "author": "A"}
    assert client.post("/judge", data=entering, headers=headers).status_code == 403
    assert kept.judgements() == ()


@pytest.mark.parametrize("seal", ["", "0" * 64, "т"])
def test_a_form_without_its_seal_is_refused(
    client: TestClient, kept: Archive, record: str, seal: str
) -> None:
    enter(client)
    data = {"seal": seal, "kind": "reject", "one": f"{record}.s1", "reason": "b"}
    assert client.post("/judgements", data=data).status_code == 403
    assert kept.judgements() == ()


def test_a_cookie_is_sealed_ends_and_goes_with_its_token(
    kept: Archive, record: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = visiting.cookie_of(TOKEN, "A. Clerk")
    until, nonce, name, seal = good.split(".")
    later = f"{int(until) + 1}.{nonce}.{name}.{seal}"
    for cookie, token in ((later, TOKEN), (good[:-1], TOKEN), ("x", TOKEN), (good, TOKEN + "2")):
        client = client_of(kept, token)
        client.cookies.set("judge", cookie)
        assert client.get(f"/judge/{record}.s1").status_code == 303
    client = client_of(kept)
    client.cookies.set("judge", good)
    assert client.get(f"/judge/{record}.s1").status_code == 200
    monkeypatch.setattr(time, "time", lambda: int(until) + 1)
    assert client.get(f"/judge/{record}.s1").status_code == 303


def test_who_stops_judging_stops(client: TestClient, record: str) -> None:
    seal = enter(client)
    assert client.post("/judge/leave", data={"seal": seal}).status_code == 303
    assert client.get(f"/judge/{record}.s1").status_code == 303


def test_the_api_judges_with_the_token(client: TestClient, kept: Archive, record: str) -> None:
    body = {"kind": "reject", "one": f"{record}.s1.date", "author": "A", "reason": "b"}
    for headers in ({}, {"Authorization": "Bearer x"}, {"Authorization": TOKEN}):
        refused = client.post("/api/judgements", json=body, headers=headers)
        assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
        assert set(refused.json()["error"]) >= {"place", "met", "wanted"}
    made = client.post("/api/judgements", json=body, headers=API)
    assert (made.status_code, made.json()) == (201, {"n": 1})
    (told,) = client.get("/api/judgements").json()
    assert told["applies"] == [f"{record}.s1.date"]
    assert client.post("/api/judgements/1/undo", headers=API).json() == {"n": 1}
    assert kept.judgements()[0].undone
    for number, status in ((99, 404), (2**63, 400)):
        undone = client.post(f"/api/judgements/{number}/undo", headers=API)
        assert undone.status_code == status
    for wrong in (body | {"kind": "burn"}, body | {"reason": ""}, body | {"one": "x" * 301}):
        assert client.post("/api/judgements", json=wrong, headers=API).status_code == 400
    nothing = body | {"one": f"{record}.s9"}
    assert client.post("/api/judgements", json=nothing, headers=API).status_code == 404
    assert client.get("/api/doubts").status_code == 200


def test_a_form_that_is_wrong_says_so(client: TestClient, record: str) -> None:
    seal = enter(client)
    data = {"seal": seal, "kind": "reject", "one": f"{record}.s1", "reason": "b"}
    for wrong, status in (
        ({"reason": ""}, 400),
        ({"reason": "x" * 2_001}, 400),
        ({"kind": "burn"}, 400),
        ({"one": f"{record}.s9"}, 404),
        ({"reason": "x" * 20_000}, 413),
    ):
        assert client.post("/judgements", data=data | wrong).status_code == status
    for path in (f"/judge/{record}.s9", "/judge/nobody-at-all", f"/judge/{'0' * 16}"):
        assert client.get(path).status_code == 404


def test_clashes_are_shown_with_their_places(
    client: TestClient, kept: Archive, tmp_path: Path
) -> None:
    assert "No authority was imported" in client.get("/clashes").text
    wrong = tmp_path / "a<b>.csv"
    wrong.write_text("name,office,since,until\n<i>A Other</i>,President of Tajikistan,1994,..\n")
    import_file(kept, wrong, shipped())
    page = client.get("/clashes").text
    assert "<bdi>&lt;i&gt;A Other&lt;/i&gt;</bdi>, 1994 to now" in page
    assert "<code>a&lt;b&gt;.csv: line 2</code>" in page
    assert "Emomali Rahmon</bdi></a>:" in page
    assert "1 clash</h2>" in page
    more = tmp_path / "more.csv"
    more.write_text(
        "name,office,since,until\n"
        + "".join(f"A Other{n},President of Tajikistan,1994,..\n" for n in range(56))
    )
    import_file(kept, more, shipped())
    pages = [client.get(f"/clashes?page={page}").text for page in (1, 2)]
    assert ["Clashes, page" in one for one in pages] == [True, True]
    assert pages[0].count("<li><span") == 50
    assert 0 < pages[1].count("<li><span") <= 50
