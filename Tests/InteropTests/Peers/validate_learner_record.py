"""jsonschema: do these learner records keep CLR 2.0's schema for data model 2.0?

It shares all classes but four with the schema for badges in its compacted form, which the corpus has; those four and the
record itself are described here, after CLR 2.0's data model.
request {schema: the badges' schema, documents: a file with an array of records}; answer [[error]] in their order.
"""

import jsonschema

from common import answer, read_json, request

asked = request()
badge = read_json(asked["schema"])
defs = badge["$defs"]
# A text, or a text by language.
TEXT = defs["Image"]["properties"]["caption"]
INSTANT = badge["properties"]["validFrom"]
CONTEXT = {"$ref": "#/$defs/Context"}


def ref(name):
    return {"$ref": f"#/$defs/{name}"}


def many(rule, **array):
    return {"oneOf": [rule, {"type": "array", "items": rule, **array}]}


def types(*words):
    sets = [{"type": "array", "minItems": 1, "contains": {"enum": [word]}, "items": TEXT} for word in words]
    return {"oneOf": [TEXT, {"allOf": sets}]}


def contexts(*first):
    rule = {"type": "array", "minItems": len(first), "items": list(first), "additionalItems": CONTEXT}
    return {"oneOf": [CONTEXT, rule]}


def context(path, major):
    pattern = rf"^https:\/\/purl\.imsglobal\.org\/spec\/{path}\/context(-{major}\.\d\.\d)*\.json$"
    return {"type": "string", "pattern": pattern}


DATA_MODEL = {"enum": ["https://www.w3.org/ns/credentials/v2"]}
SECURED = {
    "issuer": ref("ProfileRef"), "validFrom": INSTANT, "validUntil": INSTANT, "proof": many(ref("Proof")),
    "credentialSchema": many(ref("CredentialSchema")), "credentialStatus": ref("CredentialStatus"),
    "refreshService": ref("RefreshService"), "termsOfUse": many(ref("TermsOfUse")), "evidence": many(ref("Evidence")),
}
WORD = {"type": "string", "enum": ["Association"]}
LANGUAGE = {"pattern": "^[a-z]{2}(-[A-Z]{2})?$"}
defs["Association"] = {
    "type": "object",
    "properties": {
        "type": {"oneOf": [WORD, {"type": "object", "additionalProperties": WORD, "propertyNames": LANGUAGE}]},
        "associationType": {
            "type": "string",
            "enum": ["exactMatchOf", "isChildOf", "isParentOf", "isPartOf", "isPeerOf", "isRelatedTo", "precedes",
                     "replacedBy"],
        },
        "sourceId": TEXT, "targetId": TEXT,
    },
    "required": ["type", "associationType", "sourceId", "targetId"],
    "additionalProperties": False,
}
defs["CredentialSubject"] = {"type": "object", "properties": {"id": TEXT}}
defs["VerifiableCredential"] = {
    "type": "object",
    "properties": {"@context": contexts(DATA_MODEL), "id": TEXT, "type": types("VerifiableCredential"),
                   "credentialSubject": ref("CredentialSubject"), **SECURED},
    "required": ["@context", "type", "issuer", "validFrom", "credentialSubject"],
}
defs["ClrSubject"] = {
    "type": "object",
    "properties": {
        "id": TEXT, "type": types("ClrSubject"), "identifier": many(ref("IdentityObject")),
        "achievement": many(ref("Achievement")), "association": many(ref("Association")),
        "verifiableCredential": many(ref("VerifiableCredential"), minItems=1),
    },
    "required": ["type", "verifiableCredential"],
}
schema = {
    "$schema": badge["$schema"], "$defs": defs, "type": "object",
    "properties": {
        "@context": contexts(DATA_MODEL, context(r"clr\/v2p0", 2), context(r"ob\/v3p0", 3)),
        "type": types("VerifiableCredential", "ClrCredential"), "id": TEXT, "name": TEXT, "description": TEXT,
        "endorsement": many(ref("EndorsementCredential")), "endorsementJwt": badge["properties"]["endorsementJwt"],
        "image": ref("Image"), "partial": {"type": "boolean"}, "credentialSubject": ref("ClrSubject"),
        "awardedDate": INSTANT, **SECURED,
    },
    "required": ["@context", "type", "id", "name", "credentialSubject", "issuer", "validFrom"],
}
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
validator = kind(schema, format_checker=kind.FORMAT_CHECKER)
answer([
    [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(document)]
    for document in read_json(asked["documents"])
])
