"""What the program prints meets the published contract, and says all that the contract says."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from greffier.form import encode, schema
from tests.model.strategies import readings as any_readings
from tests.places import EXAMPLE_RECORDS, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from greffier.model import Reading

Schema = dict[str, Any]
CONTRACT: Schema = json.loads(
    (ROOT / "tests" / "contract_schema" / "reading.schema.json").read_text(encoding="utf-8")
)
# What only people read, or what says the same in another way.
SILENT = {"description", "title", "$id", "$schema", "$defs", "default", "format"}


@cache
def validators() -> tuple[Draft202012Validator, Draft202012Validator]:
    """Give what checks a reading: against what is published, and against what is said here."""
    for one in (CONTRACT, schema()):
        Draft202012Validator.check_schema(one)
    return Draft202012Validator(CONTRACT), Draft202012Validator(schema())


def _resolved(part: Schema, root: Schema) -> Schema:
    """Follow references until none is left at this level."""
    while "$ref" in part:
        part = root["$defs"][part["$ref"].removeprefix("#/$defs/")]
    return part


def _branches(part: Schema, root: Schema) -> list[Schema]:
    """Give the alternatives of a schema, one type each, nothing and references undone."""
    part = _resolved(part, root)
    inner = part.get("anyOf") or part.get("oneOf")
    if inner:
        return [branch for one in inner for branch in _branches(one, root)]
    if isinstance(part.get("type"), list):
        return [{**part, "type": one} for one in part["type"]]
    if "const" in part:
        return [{"enum": [part["const"]]}]
    if "enum" in part:  # a choice of strings says its type or does not; null may be among them
        chosen = [{"enum": sorted(one for one in part["enum"] if one is not None)}]
        return [*chosen, {"type": "null"}] if None in part["enum"] else chosen
    return [part]


def _kind(branch: Schema) -> str:
    return "enum" if "enum" in branch else str(branch["type"])


def _lacking(wanted: Schema, made: Schema, at: str = "reading") -> Iterator[str]:
    """Yield what the contract asks and the program's schema does not say, property by property."""
    theirs = {_kind(one): one for one in _branches(wanted, CONTRACT)}
    ours = {_kind(one): one for one in _branches(made, schema())}
    if sorted(theirs) != sorted(ours):
        yield f"{at}: {sorted(theirs)} wanted, {sorted(ours)} made"
        return
    for kind, their in theirs.items():
        our = ours[kind]
        yield from _lacking_here(their, our, at)
        for name, inner in their.get("properties", {}).items():
            if name not in our["properties"]:
                yield f"{at}.{name}: not made"
            else:
                yield from _lacking(inner, our["properties"][name], f"{at}.{name}")
        if isinstance(their.get("items"), dict):
            yield from _lacking(their["items"], our["items"], f"{at}[]")
        for place, inner in enumerate(their.get("prefixItems", [])):
            yield from _lacking(inner, our["prefixItems"][place], f"{at}[{place}]")


def _lacking_here(their: Schema, our: Schema, at: str) -> Iterator[str]:
    """Yield where two alternatives of one type differ in anything but what is inside them."""
    for missing in sorted(set(their.get("required", ())) - set(our.get("required", ()))):
        yield f"{at}: {missing} is not required"
    inside = {"required", "properties", "items", "prefixItems", *SILENT}
    for key in sorted(set(their) - inside):
        if our.get(key) != their[key]:
            yield f"{at}: {key} {their[key]!r} wanted, {our.get(key)!r} made"


def test_the_schema_says_all_that_the_contract_says() -> None:
    assert list(_lacking(CONTRACT, schema())) == []


def test_the_comparison_sees_a_difference() -> None:
    """The test above would be worth nothing if it could not fail."""
    made = json.loads(json.dumps(schema()))
    reading = _resolved(made, made)
    reading["required"].remove("turns")
    reading["properties"]["furniture"] = {"type": "string"}
    assert list(_lacking(CONTRACT, reading)) == [
        "reading: turns is not required",
        "reading.furniture: ['array'] wanted, ['string'] made",
    ]


@given(any_readings())
def test_any_reading_meets_contract_and_schema(reading: Reading) -> None:
    form = json.loads(encode(reading))
    for validator in validators():
        validator.validate(form)


@pytest.mark.parametrize("name", [path.name for path in EXAMPLE_RECORDS])
def test_the_examples_meet_contract_and_schema(name: str, readings: dict[str, Reading]) -> None:
    form = json.loads(encode(readings[name]))
    for validator in validators():
        validator.validate(form)


def test_the_contract_here_is_the_published_one(shared: Path) -> None:
    published = (shared / "contract" / "reading.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == CONTRACT
