import Encodings
import VerifiableCredentials

/// What is asked of the web, how large it may be, and what must be there.
enum WebDocument: Sendable {
    case didDocument(DID)
    case statusList(String)

    enum Content: Sendable {
        case didDocument(DIDDocument)
        case statusList(VerificationMaterial.FoundStatusList)
    }

    /// By what a report names it.
    var name: String {
        switch self {
        case .didDocument(let did): did.description
        case .statusList(let url): url
        }
    }

    /// - Throws: `DIDError` `did.web`.
    func address() throws(DIDError) -> String {
        switch self {
        case .didDocument(let did): try DIDWeb.documentURL(for: did)
        case .statusList(let url): url
        }
    }

    var types: String {
        switch self {
        case .didDocument: "application/did, application/did+json, application/json;q=0.9, */*;q=0.1"
        case .statusList: "application/vc, application/vc+jwt, application/json;q=0.9, */*;q=0.1"
        }
    }

    var maxBytes: Int {
        switch self {
        case .didDocument: WebSupply.maxDocumentBytes
        case .statusList: WebSupply.maxListBytes
        }
    }

    /// - Parameter source: the name that reports get for it.
    /// - Throws: `WebSupplyError` `fetch.other-content`: a site that gives out another's document under that name says
    ///   nothing about it.
    func read(_ bytes: [UInt8], source: String) throws(WebSupplyError) -> Content {
        switch self {
        case .didDocument(let did):
            guard let json = try? JSONParser.parse(bytes), let document = try? DIDDocument(json: json) else {
                throw other("no DID document")
            }
            guard document.id == did else { throw other("the document of \(document.id)") }
            return .didDocument(document)
        case .statusList(let url):
            var gatherer = MaterialGatherer(trust: nil)
            do {
                try gatherer.addStatusList(bytes, from: AddressedFile(address: url, path: source))
            } catch { throw other("no status list") }
            guard let list = gatherer.material.statusLists.last else { throw other("no status list") }
            // One without a name is known by its address; a host that gives out another of the issuer's lists, which
            // doesn't have this badge, isn't believed.
            guard list.id.map({ $0.hasSameBytes(as: url) }) ?? true else { throw other("a list of another name") }
            return .statusList(list)
        }
    }

    /// How long the document itself says that it stays the same: a list's `ttl`, in milliseconds
    /// ([Bitstring Status List §2.2](https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistcredential)).
    static func secondsToLive(_ content: Content) -> Int? {
        guard case .statusList(let list) = content,
            let ttl = list.credential["credentialSubject"]?["ttl"]?.numberValue?.double, ttl >= 0
        else { return nil }
        return Int(exactly: (min(ttl, 1e9) / 1000).rounded(.down))
    }

    private func other(_ what: String) -> WebSupplyError {
        WebSupplyError(
            .otherContent, "What is published for \(UTF8Text.shown(name)) is \(what).",
            hint: "Ask the issuer to mend its site.")
    }
}
