"""The JSON form of a reading, and its schema, made from the model.

The edge where model values become bytes and come back; the model itself knows no library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from greffier.errors import FormError, SpanError
from greffier.model import SCHEMA, AppliedReading, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable

# What the types of the model cannot say, by definition and property of the schema.
_REFINED: dict[str, dict[str, dict[str, Any]]] = {
    "Witness": {"digest": {"pattern": "^sha256:[0-9a-f]{64}$"}, "length": {"minimum": 0}},
    "Date": {
        "value": {"pattern": r"^\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?$"},
    },
    "Turn": {"n": {"minimum": 1}},
}
# The library works out what a type is made of when it is first asked. Two threads that ask at once
# end the process, so it is asked here and, for other types, where their modules begin.
_reading: Final = msgspec.json.Decoder(Reading).decode
UNREADABLE: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What is raised for JSON that is none: broken, not in UTF-8, or lists in lists without end."""


def encode(reading: Reading) -> bytes:
    """Give a reading as one line of JSON in UTF-8, without the line's end.

    The order of keys is the model's, so the same reading gives the same bytes.

    Raises:
        FormError: the text has half a character (a lone surrogate), which UTF-8 cannot write.
    """
    try:
        return msgspec.json.encode(_bare(reading))
    except UnicodeEncodeError as error:
        half = f"half a character (a lone surrogate, U+{ord(error.object[error.start]):04X})"
        advice = "decode the source anew: text is kept as UTF-8"
        raise FormError(reading.witness.name, half, advice) from error


def decode(data: bytes, *, place: str = "reading") -> Reading:
    """Read a reading back from its JSON form.

    Args:
        data: one JSON document in UTF-8.
        place: what to call it in an error.

    Raises:
        FormError: not JSON, or not of the form; the message names the field.
    """
    try:
        return _reading(data)
    except (*UNREADABLE, SpanError) as error:
        raise FormError(
            place, str(error), f"the form is `{SCHEMA}` (see `greffier schema`)"
        ) from error


def rebuilt(value: object, *, place: str = "reading") -> Reading:
    """Make a reading of its JSON form as dictionaries, lists, strings and numbers.

    Raises:
        FormError: not of the form; the message names the field.
    """
    try:
        return msgspec.convert(value, type=Reading)
    except (msgspec.ValidationError, SpanError) as error:
        raise FormError(place, str(error), f"the form is `{SCHEMA}`") from error


def _bare(value: object) -> object:
    """Give a reading in the form that readings have, whatever was applied over it."""
    return value.bare if isinstance(value, AppliedReading) else value


def plain(value: object) -> Any:  # noqa: ANN401 - the shape is whatever the value's is
    """Give any model value as dictionaries, lists, strings and numbers: its JSON form."""
    return msgspec.to_builtins(_bare(value))


def encode_lines(values: Iterable[object]) -> Iterable[bytes]:
    """Yield each model value as one line of JSON, its line end included."""
    for value in values:
        yield msgspec.json.encode(_bare(value)) + b"\n"


def components(types: Iterable[type], *, at: str) -> dict[str, Any]:
    """Give the JSON Schema of each of some types, and of all that they are made of, by name.

    Args:
        types: types of the model, or values that an archive gives.
        at: where a schema will stand, with `{name}` for its name: `#/components/schemas/{name}`.
    """
    _, made = msgspec.json.schema_components(tuple(types), ref_template=at)
    return made


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a reading; a superset of the published contract."""
    made = msgspec.json.schema(Reading)
    definitions = made.pop("$defs")
    for name, properties in _REFINED.items():
        for key, rules in properties.items():
            definitions[name]["properties"][key].update(rules)
    for item in definitions["Span"]["prefixItems"]:
        item["minimum"] = 0
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        **made,
        "$defs": definitions,
    }
