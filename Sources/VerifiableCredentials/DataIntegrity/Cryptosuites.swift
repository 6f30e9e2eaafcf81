import Encodings
public import LinkedData

/// The cryptosuites that are read and written here. A new one is a file beside this one and a line in the list.
public struct Cryptosuites: Sendable {
    public let all: [any Cryptosuite]

    /// - Parameter contexts: the vocabularies that linked data are read by.
    public init(contexts: PreparedContexts) {
        all = [
            EdDSARDFC2022(contexts: contexts), EdDSAJCS2022(), ECDSARDFC2019(contexts: contexts), ECDSAJCS2019(),
            Ed25519Signature2020(contexts: contexts), ECDSASD2023(contexts: contexts),
        ]
    }

    /// The suite that made the proof; nothing when it isn't known here.
    public func named(_ proof: DataIntegrityProof) -> (any Cryptosuite)? {
        all.first { suite in
            guard proof.type == suite.proofType else { return false }
            return suite.proofType == "DataIntegrityProof" ? proof.cryptosuite == suite.name : true
        }
    }
}

extension DataIntegrityProof {
    /// The bytes of the issuer's signature, however its suite writes them; nothing when they can't be read.
    public var signature: [UInt8]? {
        guard let proofValue else { return nil }
        if cryptosuite == ECDSASD2023.name { return try? ECDSASD2023.baseSignature(in: proofValue) }
        return try? Multibase.decode(proofValue, expecting: .base58btc)
    }
}
