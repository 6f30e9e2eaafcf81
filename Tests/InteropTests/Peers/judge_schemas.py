"""jsonschema: which of several JSON Schemas do these documents keep, formats included?

Two things of Python's own are set right first, so that the answers are those of JSON Schema: a pattern is an ECMA-262
expression, in which "$" is the very end and "\\d" is 0 to 9.

request {schemas: [{file, definition?, part?}], documents: a file with an array of {schemas: [index], document}}; answer
[[bool]] in their order. A definition is one of the file's "$defs"; a part is one of its "anyOf".
"""

import json
import re

import jsonschema

from common import answer, read_json, request

asked = request()


def formats(node):
    if isinstance(node, dict):
        if isinstance(node.get("format"), str):
            yield node["format"]
        for value in node.values():
            yield from formats(value)
    elif isinstance(node, list):
        for value in node:
            yield from formats(value)


def pattern(validator, expression, instance, schema):
    if not isinstance(instance, str):
        return
    strict = re.sub(r"(?<!\\)\$$", r"\\Z", expression)
    if not re.search(strict, instance, re.ASCII):
        yield jsonschema.ValidationError(f"{instance!r} does not match {expression!r}")


def validator(asked):
    schema = read_json(asked["file"])
    if "definition" in asked:
        schema = {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": f"#/$defs/{asked['definition']}"}
    if "part" in asked:
        schema = {"$schema": schema["$schema"], "$defs": schema["$defs"], **schema["anyOf"][asked["part"]]}
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    missing = set(formats(schema)) - set(kind.FORMAT_CHECKER.checkers)
    assert not missing, f"formats that nobody would check: {missing}"
    kind = jsonschema.validators.extend(kind, {"pattern": pattern})
    return kind(schema, format_checker=kind.FORMAT_CHECKER)


validators = [validator(schema) for schema in asked["schemas"]]
answer([
    [validators[index].is_valid(entry["document"]) for index in entry["schemas"]]
    for entry in read_json(asked["documents"])
])
