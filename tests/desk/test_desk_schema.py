"""Requests made from the OpenAPI document, right ones and wrong ones: none of them is a server error."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

import desk_kit
import pytest
import schemathesis
from desk_http import Served, served
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error

EXAMPLES = int(os.environ.get("SCHEMA_EXAMPLES", "8"))  # of each operation and mode: about 350 requests


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One desk with two events for all examples."""
    url = f"sqlite:///{tmp_path_factory.mktemp('schema') / 'desk.db'}"
    if request.param == "postgresql":
        template = request.getfixturevalue("cluster")
        if template is None:
            pytest.skip("PostgreSQL is not installed")
        url = desk_kit.new_database(template)
    with served(url) as desk:
        desk.import_document("Harbour fire", desk_kit.harbour())
        desk.import_document("Spring", desk_kit.many(5))
        yield desk


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["right", "wrong"])
def test_no_request_is_a_server_error(target: Served, mode: GenerationMode) -> None:
    schema = schemathesis.openapi.from_url(f"{target.base}/schema/openapi.json")
    operations = [result.ok() for result in schema.get_all_operations()]
    assert len(operations) >= 20
    sent = 0
    for operation in operations:

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def one(case: schemathesis.Case) -> None:
            nonlocal sent
            sent += 1
            answer = case.call(base_url=target.base, timeout=30)
            case.validate_response(answer, checks=[not_a_server_error])
            if answer.status_code >= 400:
                assert set(answer.json()) == {"error"}

        with suppress(Unsatisfiable):  # any text is a right id of a job: nothing wrong can be sent there
            one()
    assert sent > 100
    assert target.api().get("/audit/check").json()["sound"]
