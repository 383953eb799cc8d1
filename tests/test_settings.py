"""Every setting: read, refused, and told of."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from greffier.cli.app import app
from greffier.errors import UsageError
from greffier.settings import Settings


def test_what_is_not_set_has_its_default() -> None:
    assert Settings.read({}) == Settings()
    assert Settings.read({"GREFFIER_PORT": "", "GREFFIER_ARCHIVE": ""}) == Settings()
    assert Settings().host == "127.0.0.1"  # nobody else sees an archive unless that is asked for


def test_what_is_set_is_read() -> None:
    settings = Settings.read(
        {
            "GREFFIER_ARCHIVE": "~/records",
            "GREFFIER_HOST": "0.0.0.0",  # noqa: S104 - read, not bound
            "GREFFIER_PORT": "80",
            "GREFFIER_HOSTS": "a.org, b.org,",
        }
    )
    assert settings.archive == Path.home() / "records"
    assert (settings.host, settings.port) == ("0.0.0.0", 80)  # noqa: S104 - as above
    assert settings.hosts == ("a.org", "b.org")


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http", "٨٠", "8642 "])
def test_a_port_is_a_number(port: str) -> None:
    with pytest.raises(UsageError, match="GREFFIER_PORT: "):
        Settings.read({"GREFFIER_PORT": port})


def test_every_setting_is_told_of_once_and_in_the_help() -> None:
    callback = app.registered_callback
    assert callback is not None
    for field in fields(Settings):
        name = f"GREFFIER_{field.name.upper()}"
        assert (Settings.__doc__ or "").count(f"{field.name}: {name},") == 1
        assert f"{name}" in str(callback.epilog)


@pytest.mark.parametrize("token", ["short", "пятнадцать-букв-и"])
def test_a_token_cannot_be_guessed(token: str) -> None:
    with pytest.raises(UsageError, match="GREFFIER_TOKEN: ") as refused:
        Settings.read({"GREFFIER_TOKEN": token})
    assert token not in str(refused.value)


def test_a_token_is_told_nowhere() -> None:
    token = "0123456789abcdef"  # noqa: S105 - of this test
    settings = Settings.read({"GREFFIER_TOKEN": token})
    assert settings.token == token
    assert token not in repr(settings)
