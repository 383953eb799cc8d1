"""Tests of `greffier.mcp`: a client of the protocol asks an archive of the examples."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("mcp", reason="needs the extra `mcp`")

from mcp import Client
from mcp.client.stdio import StdioServerParameters

from greffier.archive import open_archive
from greffier.jobs import add_all
from greffier.mcp.server import make_server
from tests.places import EXAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mcp.server import MCPServer


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("mcp")
    with closing(open_archive(where, create=True)) as archive:
        add_all(archive, [EXAMPLES])
    return where


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[MCPServer[None]]:
    with closing(open_archive(folder)) as archive:
        yield make_server(archive)


def ask(server: MCPServer[None] | StdioServerParameters, tool: str, **asked: object) -> Any:  # noqa: ANN401 - as JSON is
    """Call a tool, and give what it answers: its values, or the words of its error."""

    async def call() -> object:
        async with Client(server) as client:
            result = await client.call_tool(tool, asked)
            if result.is_error:
                return "".join(getattr(part, "text", "") for part in result.content)
            return result.structured_content

    return asyncio.run(call())


def test_every_tool_says_what_it_gives_and_that_it_only_reads(server: MCPServer[None]) -> None:
    tools = asyncio.run(server.list_tools())
    assert {tool.name for tool in tools} >= {"search", "who", "chairs", "read_record"}
    for tool in tools:
        assert tool.description
        assert tool.output_schema
        assert tool.annotations
        assert tool.annotations.read_only_hint


def test_what_was_said_comes_with_its_words_and_where_they_stand(server: MCPServer[None]) -> None:
    found = ask(server, "search", words="Afghanistan", state="Tajikistan")
    assert found["total"] >= 1
    (passage,) = found["passages"][:1]
    cited = passage["citation"]
    assert passage["speaker"] == "Emomali Rahmon"
    assert "Afghanistan" in cited["words"]
    assert cited["date"] == "2020-12-02"
    assert cited["digest"].startswith("sha256:")
    checked = ask(server, "check_quotation", record=cited["record"], words=cited["words"])
    assert checked["exact"]
    assert (cited["start"], cited["end"]) in {
        (one["start"], one["end"]) for one in checked["found"]
    }


def test_words_that_nobody_said_are_not_to_be_quoted(server: MCPServer[None]) -> None:
    record = ask(server, "search", words="Afghanistan")["passages"][0]["citation"]["record"]
    checked = ask(server, "check_quotation", record=record, words="we will never meet again")
    assert checked == {"exact": False, "found": []}


def test_an_office_is_of_the_day(server: MCPServer[None]) -> None:
    held = ask(server, "who", question="President of Kyrgyzstan", on="2020-12-02")["holders"]
    assert [(one["name"], one["acting"], one["certainty"]) for one in held[:1]] == [
        ("Talant Mamytov", True, "observed")
    ]
    assert "Talant" in held[0]["shown_by"][0]["words"]


def test_the_chair_and_whether_the_rule_names_the_next(server: MCPServer[None]) -> None:
    chairs = ask(server, "chairs", organisation="CSTO")["chairs"]
    passed = next(one for one in chairs if one["next"] == "Tajikistan")
    assert passed["next_is_by_rule"] == "yes"
    assert passed["words"]


def test_a_record_is_read_to_its_end_in_pages(server: MCPServer[None]) -> None:
    hits = ask(server, "search", words='"Collective Security Council"')["passages"]
    record = max(hits, key=lambda hit: hit["citation"]["end"])["citation"]["record"]
    start: int | None = 0
    starts: list[int] = []
    while start is not None:
        page = ask(server, "read_record", record=record, start=start)
        starts += [one["start"] for one in page["paragraphs"]]
        assert page["next"] is None or page["next"] > start
        start = page["next"]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(
    ("tool", "asked", "said"),
    [
        ("search", {"words": '"open'}, "query"),
        ("who", {"question": "Nobody At All"}, "no person"),
        ("who", {"question": "President of Kyrgyzstan", "on": "soon"}, "on"),
        ("read_record", {"record": "0" * 16}, "no record"),
        ("check_quotation", {"record": "0" * 16, "words": " "}, "nothing to look for"),
    ],
)
def test_what_cannot_be_answered_is_said_in_words(
    server: MCPServer[None], tool: str, asked: dict[str, object], said: str
) -> None:
    assert said in ask(server, tool, **asked)


def test_the_command_answers_on_standard_input_and_output(folder: Path) -> None:
    started = StdioServerParameters(
        command=sys.executable,
        args=["-m", "greffier", "mcp", "-a", str(folder)],
        env=dict(os.environ),
    )
    assert ask(started, "search", words="Afghanistan")["total"] >= 1
