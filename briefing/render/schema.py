"""The JSON Schema of a brief, made from the model.

``brief.schema.json`` beside this file is its print::

    python -m briefing.render.schema > briefing/render/brief.schema.json
"""

from __future__ import annotations

import inspect
import json
import sys
import types
from enum import Enum
from typing import Any, get_args, get_origin

from briefing.model import SCHEMA_VERSION, Brief
from briefing.render.record import hints, options, required

_SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean"}


def schema() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12) that every ``brief.json`` of this version keeps to."""
    parts: dict[str, Any] = {}
    root = _object(Brief, parts)
    root["properties"]["schema"] = {"const": SCHEMA_VERSION}
    root["required"] = [*root["required"], "schema"]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Situation brief, version {SCHEMA_VERSION}",
        **root,
        "$defs": {name: parts[name] for name in sorted(parts)},
    }


def _object(kind: type, parts: dict[str, Any]) -> dict[str, Any]:
    return {
        "description": (inspect.getdoc(kind) or "").partition("\n")[0],
        "type": "object",
        "properties": {name: _kind(hint, parts) for name, hint in hints(kind).items()},
        "required": list(required(kind)),
        "additionalProperties": False,
    }


def _kind(hint: Any, parts: dict[str, Any]) -> dict[str, Any]:
    choices = options(hint)
    made = [_one(one, parts) for one in choices if one is not types.NoneType]
    if types.NoneType in choices:
        return {"anyOf": [*made, {"type": "null"}]}
    return made[0]


def _one(kind: Any, parts: dict[str, Any]) -> dict[str, Any]:
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _kind(get_args(kind)[0], parts)}
    if kind in _SCALARS:
        return {"type": _SCALARS[kind]}
    name = kind.__name__
    if name not in parts:
        parts[name] = {}  # Taken before its fields are looked at: a class may hold itself.
        parts[name] = {"enum": [one.value for one in kind]} if issubclass(kind, Enum) else _object(kind, parts)
    return {"$ref": f"#/$defs/{name}"}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n")
