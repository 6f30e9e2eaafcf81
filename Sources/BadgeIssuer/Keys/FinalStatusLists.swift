import Cryptography
import Encodings
import VerifiableCredentials

/// The status lists that an organisation leaves behind when it closes.
///
/// They are ordinary lists without an end of validity. What makes them final is the key history: its closing entry
/// names each by its digest, so that no list signed later, by whoever has the old key, can take its place.
struct FinalStatusLists {
    struct Made {
        let number: Int
        let bytes: [UInt8]
        let validFrom: Timestamp
        let named: KeyHistoryEntry.FinalList
    }

    let settings: WorkspaceSettings
    let key: SigningKey
    let now: Timestamp

    func lists(_ reader: RegisterReader) throws -> [Made] {
        try reader.statusLists().map { list in
            var bits = Bitstring(count: list.size)
            for place in try reader.setBits(list: list.number) { try bits.set(place) }
            // Receivers keep to the newest `validFrom` they saw.
            let validFrom = list.signed.map { max(now, $0.validFrom.adding(seconds: 1)) } ?? now
            let id = settings.statusListID(list.number)
            let credential = StatusListCredential.compose(
                id: id, issuer: settings.issuer, purpose: list.purpose.rawValue, bits: bits, validFrom: validFrom,
                validUntil: nil)
            let signed = try DataIntegrity.secure(
                credential, suite: IssuedProof.suite, key: key, created: validFrom)
            return Made(
                number: list.number, bytes: JSONWriter.pretty(.object(signed)), validFrom: validFrom,
                named: KeyHistoryEntry.FinalList(id: id, credential: signed))
        }
    }
}
