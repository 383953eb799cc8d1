"""Witness text, names and addresses are hostile; the pages stay whole."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier.model import Participant, Remark, Span
from greffier.sources import named
from greffier.web.view import CHOICES, View, local_path
from tests.readings import bare
from tests.web.conftest import archive_of, client_of

if TYPE_CHECKING:
    from starlette.testclient import TestClient

HOSTILE: Final = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7 * 7 }}\u202egnp"
PATHS: Final = (
    "/",
    "/records",
    "/persons",
    "/search",
    "/search?q=council",
    "/search?q=%22",
    "/nowhere",
    "/records/nope",
    "/api/sessions",
    "/api/records/nope",
    "/api/openapi.json",
    "/static/greffier.css",
    "/static/none",
    "/healthz",
    "/?page=x",
)


@pytest.fixture(scope="module")
def hostile() -> tuple[TestClient, str]:
    """Give a client of pages over a record that is hostile wherever text comes from outside."""
    received, reading = bare(f"{HOSTILE}\n\nMore.", name=f"dir/{HOSTILE}.txt", title=HOSTILE)
    whole = Span(0, len(HOSTILE))
    reading = replace(
        reading,
        participants=(
            Participant(
                id="p1",
                name=HOSTILE,
                office=HOSTILE,
                of=HOSTILE,
                acting=False,
                role="guest",
                session=None,
                spans=(whole,),
            ),
        ),
        remarks=(Remark(code=HOSTILE, message=HOSTILE, span=whole),),
    )
    return client_of(archive_of((received, reading))), reading.witness.id


def without_our_scripts(page: str) -> str:
    """Take away what a page may have: a file of our own, and data in which nothing can end it."""
    return re.sub(
        r'<script src="/static/[a-z]+\.js\?v=[0-9a-f]{12}" defer></script>'
        r'|<script type="application/ld\+json">[^<]*</script>',
        "",
        page,
    )


def test_hostile_text_is_shown_as_text(hostile: tuple[TestClient, str]) -> None:
    client, key = hostile
    person = client.get("/persons").text.split('href="/persons/')[1].split('"')[0]
    for path in (
        "/",
        "/records",
        "/persons",
        f"/persons/{person}",
        f"/records/{key}",
        f"/records/{key}?fact=p1",
        f"/records/{key}?fact=r1",
        f"/cite/{key}",
        "/search?q=alert",
    ):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert "<script" not in without_our_scripts(answer.text), path
        assert "<img" not in answer.text, path
        assert "{{ 7 * 7 }}" in answer.text or path == "/", path


def test_hostile_addresses_are_shown_as_text(client: TestClient, record: str) -> None:
    for path, field in (
        ("/search", "q"),
        ("/search", "speaker"),
        ("/search", "kind"),
        (f"/records/{record}", "fact"),
        (f"/records/{record}", "span"),
        ("/", "page"),
        (f"/records/{HOSTILE}", "fact"),
        (f"/sessions/{HOSTILE}", "fact"),
        (f"/persons/{HOSTILE}", "fact"),
        (f"/cite/{HOSTILE}", "fact"),
        (f"/cite/{record}/{HOSTILE}", "fact"),
    ):
        page = without_our_scripts(client.get(path, params={field: HOSTILE}).text)
        assert "<script" not in page
        assert "<img" not in page


def test_a_title_turns_no_direction(hostile: tuple[TestClient, str]) -> None:
    client, key = hostile
    head = client.get(f"/records/{key}").text.split("</title>")[0]
    assert "\u202e" not in head


def test_the_name_of_a_download_is_tame(hostile: tuple[TestClient, str]) -> None:
    client, key = hostile
    given_name = client.get(f"/records/{key}/witness").headers["content-disposition"]
    assert given_name.startswith("attachment; filename=")
    assert not set("<>\r\n") & set(given_name)
    assert given_name.count('"') == 2


def test_a_file_name_that_is_no_unicode_breaks_no_page() -> None:
    received, reading = bare("Words.", name=named(Path("caf\udce9.txt")))
    client = client_of(archive_of((received, reading)))
    for path in ("/records", "/records/{}", "/records/{}/witness", "/api/records/{}"):
        assert client.get(path.format(reading.witness.id)).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_walls(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_a_fault_of_the_program_carries_the_walls_too() -> None:
    archive = archive_of()
    archive.counts = None  # type: ignore[assignment, method-assign] # a fault, made on purpose
    answer = client_of(archive, raising=False).get("/")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"].startswith("default-src 'none';")
    assert "TypeError" not in answer.text


def test_pages_use_nothing_that_the_policy_forbids(client: TestClient, record: str) -> None:
    for path in ("/", f"/records/{record}?fact=p1", f"/sessions/{record}.s1", "/search?q=a"):
        page = without_our_scripts(client.get(path).text)
        for forbidden in (" style=", "<style", "<script", " onclick", "javascript:", '="http://'):
            assert forbidden not in page, (path, forbidden)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8642", 200),
        ("127.0.0.1:8642", 200),
        ("[::1]:8642", 200),
        ("archive.example", 200),
        ("evil.example", 400),
        ("localhost.evil.example", 400),
    ],
)
def test_only_known_hosts_are_answered(host: str, status: int) -> None:
    client = client_of(archive_of(), hosts=("archive.example",))
    assert client.get("/", headers={"host": host}).status_code == status


def test_view_settings_are_kept_in_a_cookie(client: TestClient) -> None:
    answer = client.post(
        "/view",
        data={"size": "large", "colours": "sepia", "mode": "dark", "back": "/search?q=a"},
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=a")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("view=large.sepia.dark;")
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    page = client.get("/", headers={"cookie": "view=large.sepia.dark"}).text
    assert '<html lang="en" data-size="large" data-colours="sepia" data-mode="dark">' in page
    client.cookies.clear()


@pytest.mark.parametrize("cookie", ['"><script>', "large.sepia", "", "a.b.c.d", "dark.large.white"])
def test_any_cookie_gives_a_view(client: TestClient, cookie: str) -> None:
    page = client.get("/", headers={"cookie": f"view={cookie}"}).text
    assert "<script" not in page
    assert 'data-mode="auto"' in page


@given(st.text())
def test_a_view_is_always_of_the_lists(cookie: str) -> None:
    view = View.of_cookie(cookie)
    assert all(getattr(view, name) in allowed for name, allowed in CHOICES.items())
    assert View.of_cookie(view.cookie) == view


def test_a_form_that_is_too_long_is_refused(client: TestClient) -> None:
    assert client.post("/view", content=b"a" * 5_000).status_code == 413


@pytest.mark.parametrize(
    ("wanted", "path"),
    [
        ("/records/a?fact=s1.date", "/records/a?fact=s1.date"),
        ("//evil.example/", "/"),
        ("/\\evil.example", "/"),
        ("/\t/evil.example", "/"),
        ("https://evil.example/", "/"),
        ("evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_a_form_leads_back_to_this_site_only(wanted: str, path: str) -> None:
    assert local_path(wanted) == path
