package import Cryptography
package import Encodings
package import VerifiableCredentials

/// A signed statement of where the audit trail ended at one moment.
///
/// Whoever keeps one can tell later that nothing before it was changed, taken out or moved. It names no award and no
/// person, only how many entries there are and the hash of the last.
package struct CheckpointDocument: Sendable, Hashable {
    package static let format = "passport.checkpoint/1"
    /// A checkpoint older than this is signed anew though the trail didn't grow.
    static let maxAgeSeconds = 86_400

    /// The issuer whose register it is.
    package let issuer: String
    /// The register's own id, a UUID.
    package let register: String
    package let head: AuditHead
    package let at: Timestamp

    package init(issuer: String, register: String, head: AuditHead, at: Timestamp) {
        self.issuer = issuer
        self.register = register
        self.head = head
        self.at = at.wholeSeconds
    }

    // MARK: Signing

    /// The file: the statement with a proof by the checkpoint key.
    ///
    /// - Throws: `PublishError` `publish.signing`.
    package func signed(with key: SigningKey) throws(PublishError) -> [UInt8] {
        do throws(ProofError) {
            let secured = try DataIntegrity.secure(json, suite: EdDSAJCS2022(), key: key, created: at)
            return JSONWriter.pretty(.object(secured))
        } catch {
            throw PublishError(
                .signing, "The checkpoint can't be signed.", hint: error.hint, cause: error.description)
        }
    }

    private var json: JSONObject {
        [
            "format": .string(Self.format), "issuer": .string(issuer), "register": .string("urn:uuid:\(register)"),
            "head": .string(
                Multibase.encode(Multicodec.sha2_256.prefix([UInt8(head.hash.count)] + head.hash), as: .base64url)),
            "count": .number(JSONNumber(head.count)), "at": .string(at.description),
        ]
    }

    // MARK: Reading

    /// Reads a checkpoint file and checks its signature.
    ///
    /// - Parameter key: the checkpoint key, from the workspace's own folder or a place that is trusted as much.
    /// - Throws: `PublishError` `publish.checkpoint`.
    package init(reading bytes: [UInt8], key: PublicKey) throws(PublishError) {
        guard let object = try? JSONParser.parse(bytes).objectValue, object["format"]?.stringValue == Self.format else {
            throw Self.refused("isn't a checkpoint that is read here")
        }
        guard let proofJSON = object["proof"], let proof = try? DataIntegrityProof(json: proofJSON),
            EdDSAJCS2022().verify(document: object, proof: proof, key: key) == .verified
        else { throw Self.refused("isn't signed with this register's checkpoint key, or was changed afterwards") }
        let prefix = "urn:uuid:"
        guard let issuer = object["issuer"]?.stringValue, let register = object["register"]?.stringValue,
            register.hasPrefix(prefix), let count = object["count"]?.numberValue?.intValue, count >= 0,
            let at = object["at"]?.stringValue.flatMap({ try? Timestamp(rfc3339: $0) }),
            let multihash = object["head"]?.stringValue.flatMap({ try? Multibase.decode($0) }),
            multihash.count == 2 + SHA256.byteCount, multihash.starts(with: [0x12, UInt8(SHA256.byteCount)])
        else { throw Self.refused("doesn't say everything that a checkpoint says") }
        self.init(
            issuer: issuer, register: String(register.dropFirst(prefix.count)),
            head: AuditHead(count: count, hash: Array(multihash.dropFirst(2))), at: at)
    }

    private static func refused(_ what: String) -> PublishError {
        PublishError(.checkpoint, "The checkpoint \(what).", hint: "Use a copy that was kept unchanged.")
    }
}

/// Who signs checkpoints, and with what.
package struct CheckpointSigner: Sendable {
    let issuer: String
    let key: SigningKey

    package init(issuer: String, key: SigningKey) {
        self.issuer = issuer
        self.key = key
    }
}

extension RegisterTransaction {
    /// The newest checkpoint of the trail as it is now: the one at hand while it says the same and isn't a day old,
    /// else a new one, which is kept.
    ///
    /// - Throws: `PublishError` `publish.signing`, `RegisterError`.
    package func currentCheckpoint(issuer: String, key: SigningKey, at now: Timestamp) throws -> AuditCheckpoint {
        let head = try auditTrailHead()
        if let latest = try latestCheckpoint(), latest.head == head,
            latest.at.seconds(until: now) < CheckpointDocument.maxAgeSeconds
        {
            return latest
        }
        let document = CheckpointDocument(issuer: issuer, register: try registerIdentity().id, head: head, at: now)
        let checkpoint = AuditCheckpoint(head: head, at: document.at, signedBytes: try document.signed(with: key))
        try recordCheckpoint(checkpoint)
        return checkpoint
    }
}
