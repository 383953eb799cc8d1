"""Lines of the log: whole, of one line each, and without what is to be hidden."""

from __future__ import annotations

import io
import json
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greffier import logs

if TYPE_CHECKING:
    from collections.abc import Iterator

LOG = logging.getLogger("greffier.test")
SECRET = "0123456789abcdef"  # noqa: S105 - of this test


@contextmanager
def told(
    level: logs.LogLevel = "debug", shape: logs.LogFormat = "json", *hidden: str
) -> Iterator[io.StringIO]:
    """Tell into a stream for the length of a `with` block."""
    stream, before = io.StringIO(), logging.root.level
    logs.set_up(level, shape, hidden=hidden, stream=stream)
    try:
        yield stream
    finally:
        (ours,) = (one for one in logging.root.handlers if isinstance(one, logs.Lines))
        logging.root.removeHandler(ours)
        logging.root.setLevel(before)
        logging.getLogger("greffier").setLevel(logging.NOTSET)


def test_a_line_has_time_level_event_and_what_it_is_about() -> None:
    with told() as stream, logs.about(record="a.txt"):
        LOG.info("read", extra=logs.fields(turns=2, rule="label:name", spans=["1..2"], kind=None))
    line = json.loads(stream.getvalue())
    assert line.pop("time").endswith("Z")
    assert line == {
        "level": "info",
        "logger": "greffier.test",
        "event": "read",
        "record": "a.txt",
        "turns": 2,
        "rule": "label:name",
        "spans": ["1..2"],
        "kind": None,
    }


def test_for_people_it_is_one_line() -> None:
    with told(shape="text") as stream:
        LOG.info("read", extra=logs.fields(record='a "b"', turns=2, words=["a, b", "c"], none=[]))
    _, rest = stream.getvalue().split(" ", 1)
    assert rest == 'info    read record="a \\"b\\"" turns=2 words="a, b",c none=-\n'


def test_what_a_block_is_about_ends_with_it() -> None:
    with told() as stream:
        with logs.about(record="a"):
            LOG.info("within")
        LOG.info("behind")
    assert ["record" in json.loads(line) for line in stream.getvalue().splitlines()] == [
        True,
        False,
    ]


def test_a_field_cannot_pass_for_the_time_or_the_level() -> None:
    with told() as stream:
        LOG.info("read", extra=logs.fields(level="error", event="other"))
    line = json.loads(stream.getvalue())
    assert (line["level"], line["event"]) == ("info", "read")


def test_only_what_was_asked_for_is_told_and_of_libraries_what_is_grave() -> None:
    with told("info") as stream:
        LOG.debug("ours, small")
        LOG.info("ours")
        logging.getLogger("library").info("theirs, small")
        logging.getLogger("library").warning("theirs")
    events = [json.loads(line)["event"] for line in stream.getvalue().splitlines()]
    assert events == ["ours", "theirs"]


def test_set_up_twice_tells_once() -> None:
    with told() as first:
        second = io.StringIO()
        logs.set_up("debug", "json", stream=second)
        LOG.info("once")
    assert (first.getvalue(), second.getvalue().count("\n")) == ("", 1)


@pytest.mark.parametrize("shape", ["text", "json"])
def test_a_secret_is_hidden_wherever_it_comes_from(shape: logs.LogFormat) -> None:
    with told("debug", shape, SECRET) as stream:
        fault = ValueError(SECRET)
        about = logs.fields(path=f"/x/{SECRET}", all=[SECRET])
        LOG.error("fault %s", SECRET, exc_info=fault, extra=about)
    assert SECRET not in stream.getvalue()
    assert stream.getvalue().count(logs.HIDDEN) == 4
    assert "ValueError" in stream.getvalue()


@pytest.mark.parametrize("length", range(8, len(SECRET) + 1))
def test_the_beginning_of_a_secret_that_was_cut_is_hidden(length: int) -> None:
    with told("debug", "json", SECRET) as stream:
        LOG.info("fault", extra=logs.fields(met=f"no {SECRET[:length]} is there, {SECRET}"))
    (line,) = map(json.loads, stream.getvalue().splitlines())
    assert line["met"] == f"no {logs.HIDDEN} is there, {logs.HIDDEN}"


def test_a_secret_that_begins_twice_is_hidden_whole() -> None:
    with told("debug", "json", f"{SECRET[:8] * 2}wxyz") as stream:
        LOG.info("fault", extra=logs.fields(met=f"{SECRET[:8] * 2}wxyz."))
    assert "wxyz" not in stream.getvalue()


def test_an_empty_secret_hides_nothing() -> None:
    with told("debug", "text", "") as stream:
        LOG.info("abc")
    assert logs.HIDDEN not in stream.getvalue()


@given(words=st.text())
@pytest.mark.parametrize("shape", ["text", "json"])
def test_whatever_is_told_is_one_printable_line(shape: logs.LogFormat, words: str) -> None:
    """Names of files and paths of requests are anybody's: none may forge a line."""
    with told("debug", shape) as stream:
        LOG.info("read", extra=logs.fields(record=words))
    (line,) = stream.getvalue().splitlines()
    assert line.isprintable()
    if shape == "json":
        assert json.loads(line)["record"] == words
