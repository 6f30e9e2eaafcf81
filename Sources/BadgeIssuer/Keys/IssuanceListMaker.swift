import Encodings
import VerifiableCredentials

/// Makes the lists of what had been signed with a key before it was stolen, from what the register recorded.
struct IssuanceListMaker {
    /// The history in which the theft stands.
    let history: KeyHistory
    let signer: SigningKey
    let now: Timestamp

    struct Made {
        let key: HistoricKey
        let count: Int
        let bytes: [UInt8]
    }

    /// A list for every key that was ever stolen.
    ///
    /// Those of earlier thefts are made anew, too: the key that had signed them may be the one that was stolen now.
    func lists(_ reader: RegisterReader) throws -> [Made] {
        try history.keys.compactMap { key in
            guard key.key.role == .awarding, let theft = key.ends.first(where: { $0.state == .compromised }) else {
                return nil
            }
            return try list(of: key, before: theft.since, reader)
        }
    }

    func list(of key: HistoricKey, before time: Timestamp, _ reader: RegisterReader) throws -> Made {
        let digests =
            try reader.signatureDigests(by: key.id, before: time)
            + reader.statusLists().compactMap { list in
                list.signed.flatMap { Self.signature(of: $0.bytes, by: key.id, before: time) }
            }
        let bytes = try IssuanceList.file(
            issuer: history.did?.description ?? "", key: key.id, before: time, asOf: now, digests: digests,
            signer: signer)
        return Made(key: key, count: digests.count, bytes: bytes)
    }

    /// The digest of a published status list's signature, when that key made it before then.
    private static func signature(of list: [UInt8], by key: String, before time: Timestamp) -> [UInt8]? {
        guard let value = (try? JSONParser.parse(list, limits: .statusList))?["proof"]?.asList.first,
            let proof = try? DataIntegrityProof(json: value), proof.verificationMethod?.hasSameBytes(as: key) == true,
            let created = proof.created, created < time, let signature = proof.signature
        else { return nil }
        return DatedSignature.digest(of: signature)
    }
}
