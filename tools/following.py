"""Hold entities against FollowTheMoney itself; `make check-exports` runs it.

    python tools/following.py schema FOLDER > tests/exports/entities/schema.json
    python tools/following.py same WRITTEN VALIDATED

The first reads off what the schemas that are written here have, out of the folder `schema` of an
installed followthemoney; the second says whether `ftm validate` gave back what it was given.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

WRITTEN = (
    *("Document", "PlainText", "HyperText", "Documentation", "Event", "Membership"),
    *("Occupancy", "Organization", "Person", "Position", "PublicBody"),
)


def schema(folder: Path) -> dict[str, Any]:
    """Give each schema with all its properties, its own and those it has from others."""
    known: dict[str, Any] = {}
    for path in sorted(folder.glob("*.y*ml")):
        known |= yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: _whole(name, known) for name in WRITTEN}


def _whole(name: str, known: dict[str, Any]) -> dict[str, Any]:
    own = known[name]
    above = [_whole(one, known) for one in own.get("extends", ())]
    kinds = {name}.union(*(one["is"] for one in above))
    # What is required of a schema is not required of those that extend it.
    made: dict[str, Any] = {"is": sorted(kinds), "required": own.get("required", [])}
    made["properties"] = {}
    for one in above:
        made["properties"] |= one["properties"]
    for key, told in own.get("properties", {}).items():
        made["properties"][key] = [told.get("type", "string"), told.get("range", "")]
    made["properties"] = dict(sorted(made["properties"].items()))
    return made


def changed(written: Path, validated: Path) -> list[str]:
    """Give what FollowTheMoney left out or wrote otherwise: nothing, if all is as it should be."""
    pairs = zip(_lines(written), _lines(validated), strict=True)
    return [f"{before}\n  became {after}" for before, after in pairs if before != after]


def _lines(path: Path) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        {
            "id": one["id"],
            "schema": one["schema"],
            "properties": {key: sorted(value) for key, value in one["properties"].items()},
        }
        for one in found
    ]


def main(arguments: list[str]) -> int:
    """Do what is asked; give the exit status."""
    if arguments[:1] == ["schema"]:
        print(json.dumps(schema(Path(arguments[1])), indent=1))
        return 0
    faults = changed(Path(arguments[1]), Path(arguments[2]))
    print("\n".join(faults) or f"{len(_lines(Path(arguments[1])))} entities are valid")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
