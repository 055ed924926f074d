"""Every call of openapi.yaml, with good and with bad data: no answer but those that are written there."""

import itertools
from collections import defaultdict

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    allow_header_conformance, content_type_conformance, negative_data_rejection, response_headers_conformance,
    response_schema_conformance, status_code_conformance, unsupported_method)

from booking_api import REPOSITORY
from conftest import MANAGER_KEY
from stock import Stock

EXAMPLES = 60
"""Of each call."""

CHECKS = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_headers_conformance,
    response_schema_conformance, negative_data_rejection, unsupported_method, allow_header_conformance]

# A WebSocket is more than a call: after 101 its connection speaks another language.
schema = schemathesis.openapi.from_path(REPOSITORY / "openapi.yaml").exclude(path_regex="/live$")
# What is too large, gone or declined is refused as well.
rejection = schema.config.checks.negative_data_rejection
rejection.expected_statuses = [*rejection.expected_statuses, "402", "410", "413"]
seen: dict[str, set[int]] = defaultdict(set)
numbers: dict[str, itertools.count] = defaultdict(itertools.count)


@pytest.fixture(scope="session")
def stock(server, showings):
    return Stock(server.port, showings, MANAGER_KEY)


@schema.parametrize()
@settings(
    max_examples=EXAMPLES, derandomize=True, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck))
def test_answers_are_those_of_the_document(case, server, stock):
    if case.meta is None or case.meta.generation.mode.is_positive:
        stock.make_real(case, next(numbers[case.operation.label]))
    response = case.call(base_url=server.url)
    seen[case.operation.label].add(response.status_code)
    case.validate_response(response, checks=CHECKS)


def test_every_call_was_reached():
    """A call that never succeeds in the test above was not tested by it."""
    reached = {label for label, statuses in seen.items() if any(status < 400 for status in statuses)}
    assert reached == {operation.ok().label for operation in schema.get_all_operations()}, dict(seen)
