"""The page on which witnesses stand beside each other: what is marked, and where its links lead."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from greffier.jobs import add_all
from greffier.jobs.grouping import group_all
from greffier.jobs.judging import judge
from greffier.model import of_witnesses
from tests.collation.texts import SPEECH
from tests.places import CORPUS, EXAMPLE_RECORDS
from tests.readings import bare
from tests.web.conftest import archive_of, client_of

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from greffier.archive import Archive

PAGE = sorted((CORPUS / "kremlin-en").glob("56241*"))


@pytest.fixture(scope="module")
def archive() -> Archive:
    """Give an archive of the two sample copies, another record, and a page in three forms."""
    archive = archive_of()
    add_all(archive, [*EXAMPLE_RECORDS[:2], EXAMPLE_RECORDS[4], *PAGE])
    return archive


@pytest.fixture(scope="module")
def client(archive: Archive) -> TestClient:
    """Give a client of the pages over that archive."""
    return client_of(archive)


@pytest.fixture(scope="module")
def copies(archive: Archive) -> tuple[str, str]:
    """Give the record of the sample copies, which is its base, and the other of them."""
    key = next(one.id for one in archive.records() if one.witnesses == 2)
    (other,) = [one.id for one in archive.witnesses(key) if not one.base]
    return key, other


def marked(page: str, kind: str) -> list[str]:
    """Give the words that a page marks as variants of a kind, without their tags."""
    found = re.findall(rf'<mark class="variant is-{kind}"[^>]*>(.*?)</mark>', page, re.DOTALL)
    return [unescape(re.sub(r"<(a|span)\b.*?</\1>", "", one)) for one in found]


def test_tooltips_are_marked_in_place(client: TestClient, copies: tuple[str, str]) -> None:
    page = client.get(f"/records/{copies[0]}/compare").text
    glosses = marked(page, "gloss")
    assert len(glosses) == 8
    assert glosses[0] == "Pashinyan NikolPrime Minister of the Republic of Armenia"
    assert marked(page, "wording") == []


def test_the_cut_end_is_told_with_its_length(client: TestClient, copies: tuple[str, str]) -> None:
    page = client.get(f"/records/{copies[0]}/compare").text
    assert re.search(r"\d+: the end, 321 words, 1,997 characters not here", page)


def test_the_base_is_named_with_its_reasons(client: TestClient, copies: tuple[str, str]) -> None:
    page = client.get(f"/records/{copies[0]}/compare").text
    assert '<strong>the base</strong>: <span class="basis">complete</span>' in page
    assert "words in the same order" in page
    assert f"greffier judge split {copies[1]}" in page


def test_what_only_one_states_leads_to_its_words(
    client: TestClient, copies: tuple[str, str]
) -> None:
    page = client.get(f"/records/{copies[0]}/compare").text
    row = page[page.index('<th scope="row">date</th>') :].split("</tr>")[0]
    assert "17 September 2021" in row
    link = re.search(r'only <a href="([^"#]+)', row)
    assert link
    assert "<mark class=" in client.get(unescape(link[1])).text


def test_classes_can_be_chosen(client: TestClient, copies: tuple[str, str]) -> None:
    page = client.get(f"/records/{copies[0]}/compare", params={"class": ["gloss", "wording"]}).text
    assert len(marked(page, "gloss")) == 8
    assert marked(page, "omission") == []
    assert re.search(r'value="gloss" checked', page)
    assert not re.search(r'value="omission" checked', page)


def test_every_link_within_the_page_leads_somewhere(
    client: TestClient, copies: tuple[str, str]
) -> None:
    page = client.get(f"/records/{copies[0]}/compare", params={"at": 3}).text
    names = re.findall(r'\sid="([^"]+)"', page)
    assert len(names) == len(set(names))
    here = re.findall(rf'href="(/records/{copies[0]}/compare[^"]*)"', page)
    for link in map(unescape, here):
        asked, _, place = link.partition("#")
        there = client.get(asked)
        assert there.status_code == 200
        assert f'id="{place}"' in there.text


def test_the_keys_lead_from_variant_to_variant(client: TestClient, copies: tuple[str, str]) -> None:
    """From the first to the last by what the access key `n` leads to, and back by `p`."""
    address, seen = f"/records/{copies[0]}/compare?class=gloss&class=omission", []
    for key in ("n", "p"):
        for _ in range(40):
            found = re.search(
                rf'href="([^"]+)" accesskey="{key}"', client.get(address.partition("#")[0]).text
            )
            if not found:
                break
            address = unescape(found[1])
            seen.append(int(address.rpartition("#v")[2]))
    assert len(seen) == 2 * 10 - 1  # eight glosses and two omissions, once either way
    assert seen == [*sorted(set(seen)), *sorted(set(seen))[-2::-1]]


def test_another_witness_can_be_chosen(client: TestClient, archive: Archive) -> None:
    record = next(one for one in archive.records() if one.witnesses == 3)
    names = [one.id for one in archive.witnesses(record.id) if not one.base]
    for name in names:
        page = client.get(f"/records/{record.id}/compare", params={"witness": name}).text
        assert f"Beside it <code>{name}</code>" in page
    assert f"/records/{record.id}/compare?witness={names[1]}" in unescape(
        client.get(f"/records/{record.id}/compare").text
    )


def test_a_witness_leads_to_its_records_page(client: TestClient, copies: tuple[str, str]) -> None:
    answer = client.get(f"/records/{copies[1]}/compare", params={"class": "gloss", "at": 4})
    assert answer.status_code == 307
    assert answer.headers["location"] == f"/records/{copies[0]}/compare?class=gloss&at=4#v4"


def test_a_record_of_one_witness_says_so(client: TestClient, archive: Archive) -> None:
    alone = next(one.id for one in archive.records() if one.witnesses == 1)
    assert "One witness carries this record" in client.get(f"/records/{alone}/compare").text


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ("/records/nope/compare", 404, "no record"),
        ("/records/RECORD/compare?class=rumour", 400, "rumour"),
        ("/records/RECORD/compare?witness=nope", 404, "no witness of"),
        ("/api/records/RECORD/compare?class=rumour", 400, "rumour"),
        ("/records/RECORD/compare?at=-1", 400, "query.at"),
    ],
)
def test_what_cannot_be_compared_is_said(
    client: TestClient, copies: tuple[str, str], asked: str, status: int, said: str
) -> None:
    answer = client.get(asked.replace("RECORD", copies[0]))
    assert answer.status_code == status
    assert said in answer.text


def test_the_record_says_how_many_carry_it(client: TestClient, copies: tuple[str, str]) -> None:
    page = client.get(f"/records/{copies[0]}").text
    assert f'href="/records/{copies[0]}/compare">2 witnesses</a>' in page
    assert "chosen as: complete" in page
    assert "2 witnesses" in client.get("/records").text


def test_a_witness_shows_what_another_states(client: TestClient, copies: tuple[str, str]) -> None:
    """The cut copy has no date; the record has it from the whole one, and says so."""
    page = client.get(f"/records/{copies[0]}", params={"witness": copies[1]}).text
    assert "One of" in page
    strip = page[page.index('<p class="carried">') :].split("</p>")[0]
    assert f'<a href="/records/{copies[0]}?fact=record.date#fact">date</a>' in strip
    assert "are stated by the base" in strip


def test_the_api_gives_the_same(client: TestClient, copies: tuple[str, str]) -> None:
    told = client.get(f"/api/records/{copies[1]}/compare", params={"class": "gloss"}).json()
    assert told["record"]["id"] == copies[0]
    (one,) = told["compared"]
    assert [each["variant"]["kind"] for each in one["differences"]] == ["gloss"] * 8


def _copies(*texts: str) -> TestClient:
    """Give the pages over an archive of texts that nobody read but as text."""
    archive = archive_of(*(bare(text, name=f"{n}.txt") for n, text in enumerate(texts)))
    group_all(archive)
    return client_of(archive)


def test_markup_in_a_witness_is_only_text() -> None:
    evil = '<script>alert(1)</script><mark id="v1">"'
    client = _copies(SPEECH, SPEECH.replace("Our discussion", f"{evil} Our discussion"))
    (record,) = client.get("/api/records").json()
    page = client.get(f"/records/{record['id']}/compare").text
    assert "<script" not in page
    assert "script&gt;alert(1)&lt;/script&gt;" in page


def test_a_long_record_is_shown_a_page_at_a_time() -> None:
    words = ["".join(chr(97 + int(digit)) for digit in str(n)) for n in range(12_000)]
    other = ["otherwise" if n % 40 == 7 else word for n, word in enumerate(words)]
    client = _copies(" ".join(words), " ".join(other))
    (record,) = client.get("/api/records").json()
    first = client.get(f"/records/{record['id']}/compare").text
    assert len(first) < 150_000
    assert "Page 1 of 6" in first
    assert "300 differences" in first
    last = client.get(f"/records/{record['id']}/compare", params={"at": 300}).text
    assert 'id="v300"' in last
    assert "Page 6 of 6" in last


def test_a_long_omission_is_shown_by_its_ends() -> None:
    words = [f"word{n}" for n in range(6_000)]
    client = _copies(" ".join(words), " ".join(words[:3_000]))
    (record,) = client.get("/api/records").json()
    page = client.get(f"/records/{record['id']}/compare").text
    assert "3,000 words" in page
    assert re.search(r"… 2,\d\d\d words more …", page)
    assert len(page) < 40_000


def test_a_judgement_is_told_on_both_sides() -> None:
    archive = archive_of()
    add_all(archive, EXAMPLE_RECORDS[:2])
    (record,) = archive.records()
    names = [one.id for one in archive.witnesses(record.id)]
    judge(
        archive,
        of_witnesses(
            "split",
            names[1],
            (names[0],),
            author="A. Clerk",
            reason="the speech of another year",
        ),
    )
    client = client_of(archive)
    for name in names:
        page = client.get(f"/records/{name}/compare").text
        assert "One witness carries this record" in page
        assert "carries another record than" in page
        assert "<bdi>the speech of another year</bdi>" in page
        assert "<bdi>A. Clerk</bdi>" in page
