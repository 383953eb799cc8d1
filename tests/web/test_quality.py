"""The page of figures: what comes with the program is what it shows."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from greffier.web.quality import figures

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def test_every_figure_is_shown_in_the_part_of_its_set(client: TestClient) -> None:
    parts = client.get("/quality").text.split("<section")[2:]
    sets = figures()["sets"]
    assert len(parts) == len(sets) > 0
    for part, one in zip(parts, sets, strict=True):
        rows = re.findall(r'<th scope="row">(.*?)</th><td>([\d.]+)</td>', part)
        wanted = [(row["finding"], f"{row['figure']:.4f}") for row in one["figures"]]
        assert [(unescape(name), figure) for name, figure in rows[: len(wanted)]] == wanted
        assert one["name"] in part


@pytest.mark.parametrize("path", ["/", "/records", "/search"])
def test_every_page_leads_there(client: TestClient, path: str) -> None:
    assert '<a href="/quality">How well it reads</a>' in client.get(path).text


def test_a_record_leads_there_from_the_reader_that_read_it(client: TestClient, record: str) -> None:
    page = client.get(f"/records/{record}").text
    assert re.search(r'<dd>reader \S+ \(<a href="/quality">', page)
