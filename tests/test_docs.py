"""The documents say what is there: every command, every dependency, every thing to make."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from typing import Any

import pytest
from tools.commands import page, sections

from greffier.exports import FORMATS
from tests.places import ROOT

PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
COMMANDS = [name.removeprefix("greffier ") for name, _ in sections()][1:]  # the first is the whole
REQUIRED = [
    re.split(r"[<>=~!\[; ]", one, maxsplit=1)[0]
    for one in (
        *PROJECT["project"]["dependencies"],
        *chain.from_iterable(PROJECT["project"]["optional-dependencies"].values()),
    )
    if not one.startswith("greffier[")  # the tests want the extras too
]
DOCUMENTS = ["README.md", "CONTRIBUTING.md"]


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_command_reference_is_current() -> None:
    assert _text("docs/commands.md") == page(), "write it anew with `make docs`"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_runs_can_be_run(document: str) -> None:
    # Where it stands as code: after a mark, or opening an indented line.
    named = re.findall(
        r"(?:`|^(?: {4}|\$ )|bin/)greffier ([a-z]+)\b", _text(document), re.MULTILINE
    )
    assert set(named) <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(command: str) -> None:
    (told,) = [text for name, text in sections() if name == f"greffier {command}"]
    assert re.search(rf"Examples?:\s+greffier {command}\b", told)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_makes_can_be_made(document: str) -> None:
    there = set(re.findall(r"^([a-z-]+):", _text("Makefile"), re.MULTILINE))
    # In running text only what stands in code marks; "make sure" is no command.
    named = set(re.findall(r"(?:`|^\s*)make ([a-z-]+)\b", _text(document), re.MULTILINE))
    assert named <= there


def test_every_format_of_an_export_is_told() -> None:
    rows = re.findall(r"^\| ((?:`[a-z]+`(?:, )?)+) \|", _text("docs/exports.md"), re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`([a-z]+)`", row)} == set(FORMATS)


def test_readme_has_the_two_commands() -> None:
    assert {"make open", "make test"} <= set(re.findall(r"make \w+", _text("README.md")))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_links_to_is_there(document: str) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", _text(document))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_dependency_has_its_line_and_every_line_its_dependency() -> None:
    rows = re.findall(r"^\| `([^`]+)` \|", _text("docs/dependencies.md"), re.MULTILINE)
    assert sorted(rows) == sorted(REQUIRED)


def test_every_library_has_its_corner() -> None:
    """A new dependency may be imported from one place, and the rule says from which."""
    modules = {"ahocorasick-rs": "ahocorasick_rs", "citeproc-py": "citeproc", "pyyaml": "yaml"}
    cornered = {
        module
        for contract in PROJECT["tool"]["importlinter"]["contracts"]
        for module in contract.get("forbidden_modules", ())
    }
    required = REQUIRED[: len(PROJECT["project"]["dependencies"])]
    assert {modules.get(one, one) for one in required} <= cornered


@pytest.mark.parametrize("lock", sorted(path.name for path in ROOT.glob("requirements*.lock")))
def test_a_lock_has_digests_and_no_addresses(lock: str) -> None:
    text = _text(lock)
    assert not re.search(r"https?:|file:|--(extra-)?index-url|--find-links|^-e|^/", text)
    for block in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[a-z0-9-]+==\S+", block), block
        assert "--hash=sha256:" in block, block


def test_the_lock_holds_every_dependency() -> None:
    locked = set(re.findall(r"^([a-z0-9-]+)==", _text("requirements-dev.lock"), re.MULTILINE))
    assert set(REQUIRED) <= locked


@pytest.mark.parametrize("command", sorted({one.split()[0] for one in COMMANDS}))
def test_the_changelog_tells_of_every_command(command: str) -> None:
    named = re.findall(r"`(?:greffier )?([a-z]+)\b[^`]*`", _text("CHANGELOG.md"))
    assert command in named


def test_the_changelog_has_a_place_for_what_comes() -> None:
    assert re.search(r"^## \[Unreleased\]$", _text("CHANGELOG.md"), re.MULTILINE)
