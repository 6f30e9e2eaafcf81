"""openvc-core: its whole pipeline on what the program issues.

request {corpus, served: {URL: path}, files: [path]}; answer [outcome] in the order of the files, the value {format, issuer,
subject, revoked, suspended, lists: how many were read}.
"""

from openvc import VerificationPolicy, verify_credential
from openvc.did.base import DidResolverRegistry
from openvc.did.did_key import DidKeyResolver
from openvc.did.did_web import DidWebResolver

from common import answer, documents, outcome, read_json, read_text, request

asked = request()
# Of 1EdTech's contexts it brings none, and reads those that are given.
contexts = {url: read_json(path) for url, path in documents(asked["corpus"]).items() if "imsglobal" in url}


def fetch(url):
    """What stands at that address on the published site; anything else is a KeyError."""
    return read_json(asked["served"][url])


resolver = DidResolverRegistry([DidKeyResolver(), DidWebResolver(fetch)])


def status_list(url, **_options):
    """The list that the entry names, taken only when its own proof holds."""
    checked = verify_credential(fetch(url), resolver=resolver, policy=VerificationPolicy(require_status=False),
                                extra_contexts=contexts)
    return checked.credential


def verify(path):
    credential = read_text(path) if path.endswith(".jwt") else read_json(path)
    # Data Integrity §2.1 lets `proof` be a set; openvc-core 1.37 takes the one proof only without its brackets, which
    # changes nothing that is signed.
    if isinstance(credential, dict) and isinstance(credential.get("proof"), list) and len(credential["proof"]) == 1:
        credential["proof"] = credential["proof"][0]
    result = verify_credential(credential, resolver=resolver, resolve_status_list=status_list,
                               policy=VerificationPolicy(expected_types=["OpenBadgeCredential"]),
                               extra_contexts=contexts)
    return {"format": result.format, "issuer": result.issuer, "subject": result.subject,
            "revoked": result.status.revoked, "suspended": result.status.suspended,
            "lists": len(result.status.entries)}


answer([outcome(lambda: verify(path)) for path in asked["files"]])
