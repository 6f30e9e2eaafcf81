import Cryptography
package import Encodings
package import VerifiableCredentials

/// Brings the signed status lists of a register up to date.
///
/// A list is signed anew when what it says changed or it is a day old, and else keeps its bytes: receivers see how
/// fresh it is, and nobody learns from the site on which hour something was awarded or taken back.
///
/// See [Bitstring Status List 1.0](https://www.w3.org/TR/vc-bitstring-status-list/).
package struct StatusListSigner {
    /// A list older than this is signed anew though nothing changed.
    static let maxAgeSeconds = 86_400
    /// How long a list says it is good for. It is signed daily, so a site that stopped shows after a month.
    static let validitySeconds = 30 * 86_400

    /// A list as it is to be published.
    package struct SignedList: Sendable, Hashable {
        package let number: Int
        package let bytes: [UInt8]
    }

    private let settings: WorkspaceSettings
    private let key: SigningKey
    private let now: Timestamp

    package init(settings: WorkspaceSettings, key: SigningKey, at now: Timestamp) {
        self.settings = settings
        self.key = key
        self.now = now.wholeSeconds
    }

    /// All lists of the register; what was signed anew is kept there.
    ///
    /// - Throws: `PublishError` `publish.signing`, `RegisterError`.
    package func signedLists(in transaction: RegisterTransaction) throws -> [SignedList] {
        try transaction.statusLists().map { list in
            let places = try transaction.setBits(list: list.number)
            let digest = contentDigest(of: list, places: places)
            if let signed = list.signed, signed.contentDigest == digest, !isStale(signed.validFrom) {
                return SignedList(number: list.number, bytes: signed.bytes)
            }
            // Receivers keep to the newest `validFrom` they saw, so a later list never has an earlier or equal one.
            let validFrom = list.signed.map { max(now, $0.validFrom.adding(seconds: 1)) } ?? now
            let bytes = try sign(list, places: places, validFrom: validFrom)
            try transaction.storeSignedList(
                list.number, bytes: bytes, contentDigest: digest, validFrom: validFrom)
            return SignedList(number: list.number, bytes: bytes)
        }
    }

    private func isStale(_ validFrom: Timestamp) -> Bool { validFrom.seconds(until: now) >= Self.maxAgeSeconds }

    private func sign(_ list: StatusListRecord, places: [Int], validFrom: Timestamp) throws -> [UInt8] {
        var bits = Bitstring(count: list.size)
        for place in places { try bits.set(place) }
        let credential = StatusListCredential.compose(
            id: settings.statusListID(list.number), issuer: settings.issuer, purpose: list.purpose.rawValue,
            bits: bits, validFrom: validFrom, validUntil: validFrom.adding(seconds: Self.validitySeconds))
        do {
            let secured = try DataIntegrity.secure(
                credential, suite: IssuedProof.suite, key: key, created: validFrom)
            return JSONWriter.pretty(.object(secured))
        } catch {
            throw PublishError(
                .signing, "Status list \(list.number) can't be signed.", hint: error.hint, cause: error.description)
        }
    }

    /// What the list says and who says it, without when.
    private func contentDigest(of list: StatusListRecord, places: [Int]) -> [UInt8] {
        let content: JSONObject = [
            "id": .string(settings.statusListID(list.number)), "issuer": .string(settings.issuer),
            "key": .string(key.verificationMethod), "purpose": .string(list.purpose.rawValue),
            "size": .number(JSONNumber(list.size)), "set": .array(places.map { .number(JSONNumber($0)) }),
        ]
        return SHA256.hash(JCS.canonicalize(.object(content)))
    }
}
