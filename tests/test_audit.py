"""The audit finds what advisories tell of, and takes silence for no clean bill."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from tools import audit
from tools.audit import Found, NotAuditedError, Pin, by_advisories, by_network, main, pins

from tests.places import ROOT

if TYPE_CHECKING:
    from pathlib import Path

# In the form of OSV, with what one needs; the package is none that is installed.
ADVISORY: dict[str, Any] = {
    "id": "TEST-1",
    "affected": [
        {
            "package": {"ecosystem": "PyPI", "name": "Ex.Ample"},
            "ranges": [
                {
                    "type": "ECOSYSTEM",
                    "events": [
                        *({"introduced": "0"}, {"fixed": "1.10"}),
                        *({"introduced": "2.0rc1"}, {"fixed": "2.4"}),
                        *({"introduced": "3.0"}, {"last_affected": "3.1"}),
                    ],
                }
            ],
            "versions": ["5.post1"],
        },
        {
            "package": {"ecosystem": "npm", "name": "ex-ample"},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}],
        },
    ],
}


@pytest.fixture
def advisories(tmp_path: Path) -> Path:
    (tmp_path / "TEST-1.json").write_text(json.dumps(ADVISORY), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("version", "affected"),
    [
        ("0.9", True),
        ("1.9", True),  # before 1.10, though not in letters
        ("1.10", False),
        ("1.99", False),
        ("2.0rc1", True),
        ("2.3.9", True),
        ("2.4", False),
        ("3.0", True),
        ("3.1", True),
        ("3.1.1", False),
        ("4", False),
        ("5.post1", True),
    ],
)
def test_a_release_is_held_against_advisories(
    advisories: Path, version: str, *, affected: bool
) -> None:
    pin = Pin("ex-ample", version)
    mended = "1.10, 2.4"
    assert by_advisories(advisories, [pin]) == [Found(pin, "TEST-1", mended)] * affected
    assert by_advisories(advisories, [Pin("another", version)]) == []


def test_advisories_may_be_packed(advisories: Path) -> None:
    with zipfile.ZipFile(advisories / "all.zip", "w") as packed:
        packed.write(advisories / "TEST-1.json", "PyPI/TEST-1.json")
    assert len(by_advisories(advisories / "all.zip", [Pin("ex-ample", "3")])) == 1


def test_no_advisories_are_no_clean_bill(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "none"):
        with pytest.raises(NotAuditedError):
            by_advisories(place, [Pin("ex-ample", "3")])
    with pytest.raises(NotAuditedError, match="not installed"):
        by_network(tmp_path / "pip-audit", [])


def _program(at: Path, *answers: str) -> Path:
    """Give a program that answers so, one answer after another, as pip-audit does."""
    for number, answer in enumerate(answers):
        (at / f"{number}.json").write_text(answer, encoding="utf-8")
    program = at / "pip-audit"
    program.write_text(
        f'#!/bin/sh\ncd "{at}"\nset -- *.json\ncat "$1"\nrm "$1"\n', encoding="utf-8"
    )
    program.chmod(0o700)
    return program


FAULTY = (
    '{"dependencies":[{"name":"jinja2","version":"2.4","vulns":[{"id":"A","fix_versions":[]}]}]}'
)
CLEAN = '{"dependencies":[{"name":"ex-ample","version":"3","vulns":[]}]}'
SKIPPED = '{"dependencies":[{"name":"ex-ample","skip_reason":"not found"}]}'


def test_a_service_that_knows_its_advisories_is_believed(tmp_path: Path) -> None:
    assert by_network(_program(tmp_path, FAULTY, CLEAN), [Pin("ex-ample", "3")]) == []


@pytest.mark.parametrize("answers", [(CLEAN, CLEAN), (SKIPPED, CLEAN), (FAULTY, SKIPPED), ("",)])
def test_a_service_that_says_nothing_is_not_believed(
    tmp_path: Path, answers: tuple[str, ...]
) -> None:
    with pytest.raises(NotAuditedError):
        by_network(_program(tmp_path, *answers), [Pin("ex-ample", "3")])


def test_that_nothing_was_audited_is_said_plainly(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("GREFFIER_ADVISORIES", str(tmp_path))
    assert (main([]), main(["--if-there"])) == (2, 0)
    assert capsys.readouterr().out.count("NOT AUDITED: ") == 2


def test_every_release_of_every_lock_is_audited() -> None:
    for lock in sorted(ROOT.glob("requirements*.lock")):
        words = lock.read_text(encoding="utf-8")
        assert len(pins(words)) == sum(line[:1].isalnum() for line in words.splitlines()), lock
    assert {one.name for one in ROOT.glob("requirements*.lock")} == set(audit.LOCKS)
