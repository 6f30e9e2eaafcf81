import Encodings

/// One whose trust bundles count, and for which issuers: an entry of a trust list's `bundleSigners`.
///
/// Its keys sign bundles and nothing else; a badge signed with one of them never passes.
public struct BundleSigner: Sendable {
    public var did: String
    public var keys: [PinnedKey]
    /// Whom it may speak for; what its bundles say of others is ignored.
    public var scope: [DIDPattern]

    public init(did: String, keys: [PinnedKey], scope: [DIDPattern]) {
        self.did = did
        self.keys = keys
        self.scope = scope
    }

    public func speaks(for did: DID) -> Bool { scope.contains { $0.covers(did) } }
}

extension BundleSigner {
    init(json: JSONValue, at path: JSONPath) throws(TrustError) {
        guard let object = json.objectValue else {
            throw TrustError(.field, "At \(path) of the trust list an object is due.")
        }
        let reader = TrustFieldReader(object, at: path)
        try reader.allow(["did", "keys", "for"])
        guard let did = try reader.text("did") else { throw reader.missing("did") }
        guard DID(did) != nil else { throw reader.wrong("did", due: "a DID") }
        guard let entries = object["keys"]?.arrayValue, !entries.isEmpty else { throw reader.missing("keys") }
        var keys: [PinnedKey] = []
        for (index, entry) in entries.enumerated() {
            // A did:key's bundle key is another one than the key that the DID spells out.
            let key = try PinnedKey(
                json: entry, at: path.appending("keys").appending(index), isOfIssuer: false)
            guard !keys.contains(where: { $0.id.hasSameBytes(as: key.id) }) else {
                throw TrustError(.duplicate, "The key \(UTF8Text.shown(key.id)) stands twice in the trust list.")
            }
            keys.append(key)
        }
        let texts = try reader.texts("for")
        guard !texts.isEmpty else { throw reader.missing("for") }
        self.init(did: did, keys: keys, scope: try texts.map { text throws(TrustError) in try Self.pattern(text) })
    }

    /// - Throws: `TrustError` `trust.pattern`.
    public static func pattern(_ text: String) throws(TrustError) -> DIDPattern {
        guard let pattern = DIDPattern(text) else {
            throw TrustError(
                .pattern, "\"\(UTF8Text.escapedForTerminal(text))\" can't say which issuers a signer speaks for.",
                hint: "Give a DID, or a DID with :* for all below it, such as did:web:passi.example:*.")
        }
        return pattern
    }

    var json: JSONValue {
        [
            "did": .string(did), "keys": .array(keys.map(\.json)),
            "for": .array(scope.map { .string($0.description) }),
        ]
    }
}
