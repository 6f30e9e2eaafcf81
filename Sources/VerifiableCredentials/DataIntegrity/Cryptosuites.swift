/// The cryptosuites that are read and written here. A new one is a file beside this one and a line in the list.
public enum Cryptosuites {
    public static let all: [any Cryptosuite] = [EdDSAJCS2022(), ECDSAJCS2019()]

    /// The suite that made the proof; nothing when it isn't known here.
    public static func named(_ proof: DataIntegrityProof) -> (any Cryptosuite)? {
        all.first { suite in
            guard proof.type == suite.proofType else { return false }
            return suite.proofType == "DataIntegrityProof" ? proof.cryptosuite == suite.name : true
        }
    }
}
