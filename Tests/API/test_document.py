"""openapi.yaml as a document to read: each body has an example, and each example fits."""

import jsonschema_rs
import pytest
import yaml

from booking_api import REPOSITORY

DOCUMENT = yaml.safe_load((REPOSITORY / "openapi.yaml").read_text())
METHODS = ("get", "post", "put", "delete")


def resolved(node: dict) -> dict:
    """What a `$ref` points to."""
    while "$ref" in node:
        target = DOCUMENT
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def bodies():
    """Every JSON body of the document: its name, its schema, and its examples."""
    for path, calls in DOCUMENT["paths"].items():
        for method in set(calls) & set(METHODS):
            call = calls[method]
            parts = {"request": call.get("requestBody", {}), **call["responses"]}
            for name, part in parts.items():
                for media_type, content in resolved(part).get("content", {}).items():
                    if "json" in media_type:
                        examples = [example["value"] for example in content.get("examples", {}).values()]
                        if "example" in content:
                            examples.append(content["example"])
                        examples += resolved(content["schema"]).get("examples", [])
                        yield f"{method} {path} {name}", content["schema"], examples


@pytest.mark.parametrize("schema, examples", [
    pytest.param(schema, examples, id=name) for name, schema, examples in sorted(bodies(), key=lambda body: body[0])])
def test_each_body_has_examples_and_they_fit(schema, examples):
    assert examples
    validator = jsonschema_rs.Draft202012Validator({**schema, "components": DOCUMENT["components"]})
    for example in examples:
        assert [str(error) for error in validator.iter_errors(example)] == []


def test_every_call_has_a_name_and_says_what_it_does():
    calls = [calls[method] for calls in DOCUMENT["paths"].values() for method in set(calls) & set(METHODS)]
    assert all(call["summary"] for call in calls)
    assert len({call["operationId"] for call in calls}) == len(calls)
