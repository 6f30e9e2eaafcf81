"""A status list read with Python's own gzip and base64, after Bitstring Status List v1.0, sections 2.2 and 3.2.

request {list: path, files: [path of a credential]}; answer
{bits, set, context, types, subject, entries: [{id, bit, purposeFits, listFits}]}.
"""

import gzip
import json

from common import answer, base64url_decode, read_json, read_text, request


def credential(path):
    if path.endswith(".jwt"):
        return json.loads(base64url_decode(read_text(path).split(".")[1]))
    return read_json(path)


asked = request()
status_list = read_json(asked["list"])
subject = status_list["credentialSubject"]
encoded = subject["encodedList"]
assert encoded[0] == "u", "the multibase prefix"
bits = gzip.decompress(base64url_decode(encoded[1:]))


def bit(index):
    """Index 0 is the left-most bit of the first byte."""
    return bits[index // 8] >> (7 - index % 8) & 1


entries = []
for path in asked["files"]:
    entry = credential(path)["credentialStatus"]
    index = int(entry["statusListIndex"])
    assert str(index) == entry["statusListIndex"] and index < len(bits) * 8
    entries.append({
        "index": index, "bit": bit(index), "purposeFits": entry["statusPurpose"] == subject["statusPurpose"],
        "listFits": entry["statusListCredential"] == status_list["id"],
        "type": entry["type"],
    })
answer({
    "bits": len(bits) * 8, "set": sum(byte.bit_count() for byte in bits), "context": status_list["@context"],
    "types": status_list["type"], "subjectType": subject["type"], "issuer": status_list["issuer"], "entries": entries,
})
