"""The brief as canonical JSON: everything that is shown can be made again from it."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from enum import Enum
from functools import lru_cache
from typing import Any, Union, get_args, get_origin

from briefing.errors import RenderError
from briefing.model import SCHEMA_VERSION, Brief
from briefing.render.look import Look


def to_json(brief: Brief) -> bytes:
    """The brief as JSON: fields in the order of the model, two blanks of indent, UTF-8, a newline at the end."""
    return (json.dumps(_plain(brief), ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def as_format(brief: Brief, look: Look) -> bytes:
    """The JSON as one of the formats; no look can change it."""
    del look
    return to_json(brief)


def from_json(data: bytes) -> Brief:
    """The brief that ``to_json`` wrote; RenderError names the place that is wrong."""
    try:
        read = json.loads(data)
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise RenderError(f"this is no JSON: {error}") from error
    if not isinstance(read, dict):
        raise RenderError("the brief's JSON is no object")
    version = read.get("schema")
    if version != SCHEMA_VERSION:
        raise RenderError(f"the brief's JSON has schema {version!r}; this program reads {SCHEMA_VERSION}")
    brief: Brief = _value(Brief, read, "brief")
    return brief


@lru_cache(maxsize=64)
def hints(kind: type) -> dict[str, Any]:
    """The types of a model class's fields, in their order."""
    return {name: hint for name, hint in typing.get_type_hints(kind).items() if name in _fields(kind)}


def required(kind: type) -> tuple[str, ...]:
    """The fields that a JSON object of this class must have: those without a default."""
    return tuple(
        field.name
        for field in dataclasses.fields(kind)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    )


def options(hint: Any) -> tuple[Any, ...]:
    """The alternatives of a union, or the one type itself."""
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)


def _fields(kind: type) -> dict[str, Any]:
    return {field.name: field for field in dataclasses.fields(kind)}


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value


def _value(hint: Any, value: Any, where: str) -> Any:
    """A JSON value as the type that the model asks for."""
    choices = options(hint)
    if value is None:
        if types.NoneType in choices:
            return None
        raise RenderError(f"{where} is null")
    kind = next(one for one in choices if one is not types.NoneType)
    if get_origin(kind) is tuple:
        return _sequence(kind, value, where)
    if dataclasses.is_dataclass(kind):
        return _object(typing.cast("type", kind), value, where)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _member(kind, value, where)
    return _scalar(kind, value, where)


def _object(kind: type, value: Any, where: str) -> Any:
    if not isinstance(value, dict):
        raise RenderError(f"{where} is no object")
    known = hints(kind)
    if unknown := sorted(set(value) - set(known)):
        raise RenderError(f"{where} has the unknown field {unknown[0]!r}")
    if missing := [name for name in required(kind) if name not in value]:
        raise RenderError(f"{where} lacks the field {missing[0]!r}")
    return kind(**{name: _value(known[name], part, f"{where}.{name}") for name, part in value.items()})


def _sequence(kind: Any, value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise RenderError(f"{where} is no list")
    inner = get_args(kind)[0]
    return tuple(_value(inner, one, f"{where}[{index}]") for index, one in enumerate(value))


def _member(kind: type[Enum], value: Any, where: str) -> Enum:
    try:
        return kind(value)
    except ValueError:
        raise RenderError(f"{where} is {value!r}; known are {', '.join(str(one.value) for one in kind)}") from None


def _scalar(kind: Any, value: Any, where: str) -> Any:
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not kind:
        raise RenderError(f"{where} is {type(value).__name__}, not {kind.__name__}")
    return value
