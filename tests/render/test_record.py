"""The canonical JSON: nothing is lost, nothing wrong is taken, the schema says the truth."""

from __future__ import annotations

import json
from pathlib import Path

import briefs
import jsonschema
import pytest
from conftest import CASES, Made

from briefing.errors import RenderError
from briefing.render.record import from_json, to_json
from briefing.render.schema import schema


def changed(**fields: object) -> bytes:
    read = json.loads(to_json(briefs.brief()))
    return json.dumps({**read, **fields}).encode()


def test_a_brief_survives_its_json(any_case: str) -> None:
    brief = CASES[any_case]()
    assert from_json(to_json(brief)) == brief


def test_json_of_a_read_brief_is_the_same_to_the_byte(any_case: str) -> None:
    written = to_json(CASES[any_case]())
    assert to_json(from_json(written)) == written


def test_json_is_utf8_and_ends_in_a_newline() -> None:
    written = to_json(CASES["names"]())
    assert "Nguyễn Thị Phương Thảo Đặng".encode() in written
    assert written.endswith(b"}\n")


def test_every_brief_keeps_to_the_schema(any_case: str) -> None:
    jsonschema.Draft202012Validator(schema()).validate(json.loads(to_json(CASES[any_case]())))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_the_published_schema_is_that_of_the_model() -> None:
    published = Path(__file__).parents[2] / "briefing/render/brief.schema.json"
    remedy = "print it again: python -m briefing.render.schema > briefing/render/brief.schema.json"
    assert json.loads(published.read_text("utf-8")) == schema(), remedy


def test_the_schema_refuses_an_unknown_field() -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(changed(mood="calm")), schema())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no JSON"),
        (b"\xff\xfe", "no JSON"),
        (b"[]", "no object"),
        (changed(schema=99), "schema 99"),
        (changed(mood="calm"), "brief has the unknown field 'mood'"),
        (changed(issue="one"), "brief.issue is str, not int"),
        (changed(issue=True), "brief.issue is bool, not int"),
        (changed(title=None), "brief.title is null"),
        (changed(stories={}), "brief.stories is no list"),
        (changed(stories=[{}]), "brief.stories[0] lacks the field 'id'"),
        (changed(skipped=["x"]), "brief.skipped[0] is no object"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(data: bytes, said: str) -> None:
    with pytest.raises(RenderError) as failure:
        from_json(data)
    assert said in str(failure.value)
    assert "\n" not in str(failure.value)


def test_an_unknown_kind_is_named_with_the_known_ones() -> None:
    read = json.loads(to_json(briefs.brief()))
    read["stories"][0]["actors"][0]["kind"] = "robot"
    with pytest.raises(RenderError, match="kind is 'robot'; known are person, organisation"):
        from_json(json.dumps(read).encode())


def test_a_brief_rendered_from_its_json_is_the_same_page(made: Made) -> None:
    from briefing.render import FORMATS
    from briefing.render.look import Look

    again = from_json(made("brief", "json"))
    assert FORMATS["html"](again, Look()) == made("brief", "html")
    assert FORMATS["pdf"](again, Look()) == made("brief", "pdf")
