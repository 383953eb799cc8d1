"""Facts as Web Annotations: of the W3C model's shape, and on the words that they claim."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator

from greffier.exports.annotations import annotations_of
from greffier.exports.delivering import into_folder
from greffier.exports.registry import format_named
from greffier.model import facts
from tests.exports.takings import alone, copied
from tests.readings import meeting

if TYPE_CHECKING:
    from pathlib import Path

    from greffier.model import Reading

# What the Web Annotation Data Model (W3C, 2017) asks of the parts that are used here.
_IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*$"}
_SELECTOR = {
    "oneOf": [
        {
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
            "required": ["type", "start", "end"],
            "additionalProperties": False,
        },
        {
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string"},
                "prefix": {"type": "string"},
                "suffix": {"type": "string"},
            },
            "required": ["type", "exact"],
            "additionalProperties": False,
        },
    ]
}
_TARGET = {
    "type": "object",
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": {
            "properties": {
                "id": _IRI,
                "type": {"enum": ["Dataset", "Image", "Video", "Sound", "Text"]},
                "format": {"type": "string"},
                "language": {"type": "string"},
            },
            "required": ["id"],
            "additionalProperties": False,
        },
        "scope": _IRI,
        "selector": {"type": "array", "items": _SELECTOR, "minItems": 1},
    },
    "required": ["source", "selector"],
    "additionalProperties": False,
}
_BODY = {
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string"},
        "format": {"const": "text/plain"},
        "purpose": {"enum": ["describing", "classifying", "tagging"]},
    },
    "required": ["type", "value"],
    "additionalProperties": False,
}
_ANNOTATION = {
    "properties": {
        "id": _IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["describing", "identifying", "commenting"]},
        "generator": {"properties": {"type": {"const": "Software"}}, "required": ["type"]},
        "body": {"type": "array", "items": _BODY},
        "target": {"oneOf": [_TARGET, {"type": "array", "items": _TARGET, "minItems": 2}]},
    },
    "required": ["id", "type", "target"],
    "additionalProperties": False,
}
_PAGE = {
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": _IRI,
        "type": {"const": "AnnotationPage"},
        "startIndex": {"type": "integer"},
        "items": {"type": "array", "items": _ANNOTATION},
    },
    "required": ["@context", "id", "type", "items"],
    "additionalProperties": False,
}


def test_a_page_of_annotations_has_the_shape_of_the_model(
    readings: dict[str, Reading], tmp_path: Path
) -> None:
    taken = [*map(alone, readings.values()), copied()]
    into_folder(format_named("annotations"), taken, tmp_path)
    check = Draft202012Validator(_PAGE)
    pages: list[Any] = [json.loads(path.read_bytes()) for path in sorted(tmp_path.iterdir())]
    assert len(pages) == len(taken)
    for page in pages:
        assert [error.message for error in check.iter_errors(page)] == []
        assert page["items"]


def test_both_selectors_find_the_same_words() -> None:
    _, reading = meeting()
    text = reading.witness.text
    for one in annotations_of(alone(reading)):
        targets = one["target"] if isinstance(one["target"], list) else [one["target"]]
        for target in targets:
            placed, quoted = target["selector"]
            start, end = placed["start"], placed["end"]
            assert text[start:end] == quoted["exact"]
            around = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
            assert around in text


def test_every_fact_with_words_is_annotated_once() -> None:
    _, reading = meeting()
    made = [one["id"] for one in annotations_of(alone(reading))]
    wanted = [f"urn:greffier:{reading.witness.id}.{one.id}" for one in facts(reading) if one.spans]
    assert made == wanted
    assert len(set(made)) == len(made)


def test_an_annotation_says_what_and_by_which_rule() -> None:
    _, reading = meeting()
    found = {one["id"].rpartition(":")[2]: one for one in annotations_of(alone(reading))}
    mode = found[f"{reading.witness.id}.s1.mode"]
    said = {one["purpose"]: one["value"] for one in mode["body"]}
    assert said == {
        "describing": "Mode: videoconference",
        "classifying": "session",
        "tagging": "rule: lede.mode",
    }
