"""openvc-core: its whole pipeline on what the program issues.

request {did, document: path or null, status: path, statusURL, files: [path]}; answer [outcome] in the order of the
files, the value {format, issuer, subject, revoked}.
"""

from openvc import VerificationPolicy, verify_credential
from openvc.did.base import DidResolverRegistry
from openvc.did.did_key import DidKeyResolver
from openvc.did.did_web import DidWebResolver

from common import answer, outcome, read_json, read_text, request

asked = request()


def fetch(url):
    assert url == asked["documentURL"], f"fetched {url}"
    return read_json(asked["document"])


resolver = DidResolverRegistry([DidKeyResolver(), DidWebResolver(fetch)])


def status_list(url, **_options):
    """The list that the entry names, taken only when its own proof holds."""
    listed = read_json(asked["status"])
    assert url == listed["id"], f"another list: {url}"
    checked = verify_credential(listed, resolver=resolver, policy=VerificationPolicy(require_status=False))
    return checked.credential


def verify(path):
    credential = read_text(path) if path.endswith(".jwt") else read_json(path)
    result = verify_credential(credential, resolver=resolver, resolve_status_list=status_list,
                               policy=VerificationPolicy(expected_types=["OpenBadgeCredential"]))
    return {"format": result.format, "issuer": result.issuer, "subject": result.subject,
            "revoked": result.status.revoked}


answer([outcome(lambda: verify(path)) for path in asked["files"]])
