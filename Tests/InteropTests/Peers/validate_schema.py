"""jsonschema: do these documents keep a JSON Schema, formats included?

request {schema, files: [path]}; answer [[error]] in the order of the files. A .jwt's payload is what is validated.
"""

import json

import jsonschema

from common import answer, base64url_decode, read_json, read_text, request


def formats(node):
    if isinstance(node, dict):
        if isinstance(node.get("format"), str):
            yield node["format"]
        for value in node.values():
            yield from formats(value)
    elif isinstance(node, list):
        for value in node:
            yield from formats(value)


asked = request()


def document(path):
    if path.endswith(".jwt"):
        return json.loads(base64url_decode(read_text(path).split(".")[1]))
    return read_json(path)


schema = read_json(asked["schema"])
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
checker = kind.FORMAT_CHECKER
missing = set(formats(schema)) - set(checker.checkers)
assert not missing, f"formats that nobody would check: {missing}"
validator = kind(schema, format_checker=checker)
answer([
    [f"{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(document(path))]
    for path in asked["files"]
])
