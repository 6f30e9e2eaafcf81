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

    func canonicalize(_ document: JSONObject, digest: ProofDigest) throws(ProofError) -> Canonical {
        let expanded = try expand(document)
        let dataset = try dataset(of: expanded)
        return Canonical(
            expanded: expanded, dataset: dataset, canonical: try canonicalize(dataset, digest: digest))
    }

    func expand(_ document: JSONObject) throws(ProofError) -> ExpandedDocument {
        do throws(JSONLDError) {
            return try JSONLD.expand(.object(document), contexts: contexts, options: .signing)
        } catch {
            throw Self.failure(error)
        }
    }

    func dataset(of document: JSONObject) throws(ProofError) -> Dataset { try dataset(of: expand(document)) }

    func dataset(of expanded: ExpandedDocument) throws(ProofError) -> Dataset {
        do throws(JSONLDError) {
            return try expanded.dataset()
        } catch {
            throw Self.failure(error)
        }
    }

    func canonicalize(_ dataset: Dataset, digest: ProofDigest) throws(ProofError) -> CanonicalDataset {
        do throws(RDFError) {
            return try RDFC10.canonicalize(dataset, hash: digest == .sha384 ? .sha384 : .sha256)
        } catch {
            throw ProofError(
                .tooMuchWork, "The document is built so that checking its signature would take too much work.",
                hint: "Real badges are not built so; ask the issuer for a fresh copy.", cause: error.description)
        }
    }

    private static func failure(_ error: JSONLDError) -> ProofError {
        switch error.code {
        case .loadingRemoteContextFailed:
            ProofError(
                .contextsUnknown, "The document refers to a vocabulary that isn't known here.",
                hint: "Add it with its file if you trust it; nothing is fetched.", cause: error.description)
        case .tooDeep, .contextWork, .tooManyQuads, .contextOverflow:
            ProofError(
                .tooMuchWork, "The document holds more than is read of a signed document.",
                hint: "Real badges are far smaller; ask the issuer for a fresh copy.", cause: error.description)
        default:
            ProofError(
                .linkedData, "The document can't be read as linked data: \(error.message)",
                hint: error.hint ?? "Ask the issuer for a fresh copy.", cause: "\(error.path): \(error.description)")
        }
    }
}
