"""docs/findings.schema.json is current, and documents hold against it."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from crosscheck.document import encode
from crosscheck.report import schema
from tests.any_document import by_hand, documents

FILE = Path(__file__).parents[2] / "docs" / "findings.schema.json"


@pytest.fixture(scope="module")
def validator():
    made = schema.schema()
    jsonschema.Draft202012Validator.check_schema(made)
    return jsonschema.Draft202012Validator(made)


def test_the_schema_in_docs_is_current():
    assert FILE.read_text() == schema.text(), "run: make schema"


def test_a_document_is_valid(validator):
    validator.validate(json.loads(encode(by_hand())))


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_every_document_is_valid(validator, made):
    validator.validate(json.loads(encode(made[0])))


@pytest.mark.parametrize(
    "damage",
    [
        lambda d: d.pop("unread"),
        lambda d: d.update(schema_version="1"),
        lambda d: d["findings"][0].update(level="fatal"),
        lambda d: d["findings"][0].update(kind="rumour"),
        lambda d: d["findings"][0]["readings"].pop(),
        lambda d: d["findings"][0]["readings"][0]["mentions"][0].pop("line"),
        lambda d: d["articles"][0].update(role="editor"),
    ],
)
def test_damage_is_seen(validator, damage):
    document = json.loads(encode(by_hand()))
    damage(document)
    assert not validator.is_valid(document)
