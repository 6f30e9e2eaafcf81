"""PyLD: which words of these documents does expansion drop, and is that the same by both sets of contexts?

request {corpus, instead: {url: file}, contexts: {url: document}, documents: [document]}; answer, for each document in
its place, {same, dropped, relative, empty, error}: `same` when the contexts of the request and those of the corpus, some from
other files of it, give one expansion;
how many members were dropped and how many identifiers stayed relative; whether nothing was left at all; the error's code when expansion stopped.
"""

from pyld import jsonld

from common import answer, document_loader, read_json, relative, request

asked = request()
listed = document_loader(asked["corpus"])


def loaded(url, document):
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": document}


def own(url, _options):
    return loaded(url, asked["contexts"][url])


def official(url, options):
    if url in asked["instead"]:
        return loaded(url, read_json(f"{asked['corpus']}/{asked['instead'][url]}"))
    return listed(url, options)


def code(error):
    """The code of the JSON-LD error that was the cause of the others."""
    while isinstance(getattr(error, "cause", None), jsonld.JsonLdError):
        error = error.cause
    return str(getattr(error, "code", None) or type(error).__name__)


def expand(document, loader):
    dropped = []
    try:
        expanded = jsonld.expand(
            document, {"documentLoader": loader, "base": None}, on_property_dropped=lambda name: dropped.append(name)
        )
    except jsonld.JsonLdError as error:
        return {"error": code(error), "dropped": 0, "relative": 0, "empty": False}, None
    counts = {"dropped": len(dropped), "relative": len(list(relative(expanded))), "empty": not expanded}
    return {**counts, "error": None}, expanded


by_own = [expand(document, own) for document in asked["documents"]]
# PyLD remembers contexts by their addresses, whoever loaded them.
jsonld._resolved_context_cache.clear()
by_official = [expand(document, official) for document in asked["documents"]]
answer([{**first[0], "same": first == second} for first, second in zip(by_own, by_official)])
