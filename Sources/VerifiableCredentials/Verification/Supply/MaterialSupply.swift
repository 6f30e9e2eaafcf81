public import Encodings

/// Where more can be had of what judging misses: what was kept, or the web.
///
/// It is asked between two judgements of one document, never during one.
public protocol MaterialSupply: Sendable {
    /// Whether somebody else is asked, rather than only looked up what was kept.
    var asksWeb: Bool { get }
    /// What there is of what is missing, and why the rest isn't there.
    func supply(_ missing: MissingMaterial) -> SuppliedMaterial
}

/// Why nobody is asked for something that is missing.
public enum SupplyRefusal: String, Sendable, CaseIterable {
    /// Only the lists of issuers who could be believed are asked for.
    case unlistedIssuer = "fetch.unlisted-issuer"
}

/// What judging one document would have used beside what was at hand.
public struct MissingMaterial: Sendable, Hashable {
    /// Issuers whose key isn't at hand, and whose documents stand on the web.
    public private(set) var documents: [DID] = []
    /// Addresses of status lists that could count, in the badges' own words.
    public private(set) var statusLists: [String] = []

    public init() {}

    public var isEmpty: Bool { documents.isEmpty && statusLists.isEmpty }

    package mutating func add(_ did: DID) { if !documents.contains(did) { documents.append(did) } }

    package mutating func add(list url: String) {
        if !statusLists.contains(where: { $0.hasSameBytes(as: url) }) { statusLists.append(url) }
    }

    mutating func add(_ other: MissingMaterial) {
        for did in other.documents { add(did) }
        for url in other.statusLists { add(list: url) }
    }

    func removing(_ other: MissingMaterial) -> MissingMaterial {
        var rest = self
        rest.documents.removeAll { other.documents.contains($0) }
        rest.statusLists.removeAll { url in other.statusLists.contains { $0.hasSameBytes(as: url) } }
        return rest
    }
}

/// What a supply had. It is worth what it would be worth from a file: a document vouches for nothing, a list counts by
/// its own signature.
public struct SuppliedMaterial: Sendable {
    /// Where something came from, and when.
    public struct Origin: Sendable, Hashable {
        /// The address that was asked.
        public let url: String
        public let at: Timestamp
        /// The server's name, as people read it.
        var server: String {
            guard let start = url.utf8.firstIndex(of: UInt8(ascii: "/")) else { return url }
            return String(
                Substring(url.utf8[start...].drop { $0 == 0x2F }.prefix { ![0x2F, 0x3F, 0x23].contains($0) }))
        }
        /// Whether it was kept since then, rather than asked for now.
        public let isKept: Bool

        public init(url: String, at: Timestamp, isKept: Bool) {
            self.url = url
            self.at = at
            self.isKept = isKept
        }
    }

    public private(set) var didDocuments: [VerificationMaterial.UnvouchedDocument] = []
    public private(set) var statusLists: [VerificationMaterial.FoundStatusList] = []
    private var origins: [[UInt8]: Origin] = [:]
    private var failures: [[UInt8]: String] = [:]

    public init() {}

    /// Whether it says anything at all.
    public var isEmpty: Bool { origins.isEmpty && failures.isEmpty }

    public mutating func add(_ document: DIDDocument, source: String, origin: Origin) {
        didDocuments.append(.init(document: document, source: source))
        origins[Array(source.utf8)] = origin
    }

    public mutating func add(_ list: VerificationMaterial.FoundStatusList, origin: Origin) {
        statusLists.append(list)
        origins[Array(list.source.utf8)] = origin
    }

    /// - Parameters:
    ///   - code: why, as `fetch.timeout`.
    ///   - name: the DID, or the list's address.
    public mutating func add(failure code: String, of name: String) { failures[Array(name.utf8)] = code }

    mutating func add(_ other: SuppliedMaterial) {
        didDocuments += other.didDocuments
        statusLists += other.statusLists
        origins.merge(other.origins) { $1 }
        failures.merge(other.failures) { $1 }
    }

    func origin(of source: String) -> Origin? { origins[Array(source.utf8)] }
    package func failure(of name: String) -> String? { failures[Array(name.utf8)] }
}
