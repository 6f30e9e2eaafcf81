import Cryptography
import VerifiableCredentials

/// Keys that the tests of this target share; they sign nothing outside it.
enum TestKeys {
    /// From a fixed seed, so that signatures repeat.
    static let ed25519 = make { try PrivateKey(ed25519Seed: Array(1...32)) }
    static let otherEd25519 = make { try PrivateKey(ed25519Seed: Array(33...64)) }
    static let p256 = make { try PrivateKey.generate(.p256) }
    static let p384 = make { try PrivateKey.generate(.p384) }
    static let rsa = make { try PrivateKey.generate(.rsa) }

    static let byAlgorithm: [(algorithm: SignatureAlgorithm, key: PrivateKey)] = [
        (.ed25519, ed25519), (.ecdsaP256SHA256, p256), (.ecdsaP384SHA384, p384), (.rsaPKCS1SHA256, rsa),
    ]

    static func signing(_ key: PrivateKey) -> SigningKey {
        SigningKey(verificationMethod: "did:web:school.example#key-1", privateKey: key)
    }

    private static func make(_ key: () throws -> PrivateKey) -> PrivateKey {
        do { return try key() } catch { fatalError("a test key can't be made: \(error)") }
    }
}
