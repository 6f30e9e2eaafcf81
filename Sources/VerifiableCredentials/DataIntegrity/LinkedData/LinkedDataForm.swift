import Encodings
import LinkedData

/// Documents as the suites sign them that canonicalise linked data: JSON-LD in safe mode to RDF, then RDFC-1.0.
struct LinkedDataForm: Sendable {
    let contexts: PreparedContexts

    /// A document, its dataset and that one's canonical form.
    struct Canonical {
        let expanded: ExpandedDocument
        let dataset: Dataset
        let canonical: CanonicalDataset

        var document: CanonicalDocument { CanonicalDocument(bytes: canonical.text, expanded: expanded) }
    }

    func canonicalize(
        _ document: JSONObject, digest: ProofDigest, work: inout ProofWork
    ) throws(ProofError) -> Canonical {
        let expanded = try expand(document, work: &work)
        let dataset = try dataset(of: expanded, work: &work)
        return Canonical(
            expanded: expanded, dataset: dataset, canonical: try canonicalize(dataset, digest: digest, work: &work))
    }

    func expand(_ document: JSONObject, work: inout ProofWork) throws(ProofError) -> ExpandedDocument {
        try work.check()
        var options = JSONLDOptions.signing
        options.limits = work.limits(options.limits)
        do throws(JSONLDError) {
            let expanded = try JSONLD.expand(.object(document), contexts: contexts, options: options)
            work.spend(contexts: expanded.contextWork, textBytes: expanded.textBytes)
            return expanded
        } catch {
            throw Self.failure(error, &work)
        }
    }

    func dataset(of document: JSONObject, work: inout ProofWork) throws(ProofError) -> Dataset {
        try dataset(of: expand(document, work: &work), work: &work)
    }

    func dataset(of expanded: ExpandedDocument, work: inout ProofWork) throws(ProofError) -> Dataset {
        do throws(JSONLDError) {
            let dataset = try expanded.dataset()
            work.spend(quads: dataset.quads.count)
            return dataset
        } catch {
            throw Self.failure(error, &work)
        }
    }

    func canonicalize(
        _ dataset: Dataset, digest: ProofDigest, work: inout ProofWork
    ) throws(ProofError) -> CanonicalDataset {
        do throws(RDFError) {
            let canonical = try RDFC10.canonicalize(
                dataset, hash: digest == .sha384 ? .sha384 : .sha256, limits: work.limits(.standard))
            work.spend(canonicalization: canonical.work, canonicalBytes: canonical.text.count)
            return canonical
        } catch {
            work.giveUp()
            throw ProofError(
                .tooMuchWork, "The document is built so that checking its signature would take too much work.",
                hint: "Real badges are not built so; ask the issuer for a fresh copy.", cause: error.description)
        }
    }

    private static func failure(_ error: JSONLDError, _ work: inout ProofWork) -> ProofError {
        switch error.code {
        case .loadingRemoteContextFailed:
            return ProofError(
                .contextsUnknown, "The document refers to a vocabulary that isn't known here.",
                hint: "Add it with its file if you trust it; nothing is fetched.", cause: error.description)
        case .tooDeep, .contextWork, .tooManyBytes, .tooManyQuads, .contextOverflow:
            work.giveUp()
            return ProofError(
                .tooMuchWork, "The document holds more than is read of a signed document.",
                hint: "Real badges are far smaller; ask the issuer for a fresh copy.", cause: error.description)
        default:
            return ProofError(
                .linkedData, "The document can't be read as linked data: \(error.message)",
                hint: error.hint ?? "Ask the issuer for a fresh copy.", cause: "\(error.path): \(error.description)")
        }
    }
}
