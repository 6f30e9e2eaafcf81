package import Cryptography
import Encodings

/// The kinds of key that can be made here, with the sizes of RSA.
package enum KeyAlgorithm: String, Sendable, CaseIterable {
    case ed25519, p256, p384, rsa2048, rsa3072, rsa4096

    /// - Parameter text: a name; `rsa` is RSA with 3072 bits.
    package init?(_ text: String) {
        let name = text.lowercased()
        self.init(rawValue: name == "rsa" ? Self.rsa3072.rawValue : name)
    }

    /// The kind of a key that is there.
    package init(of key: PublicKey) {
        switch key.type {
        case .ed25519: self = .ed25519
        case .p256: self = .p256
        case .p384: self = .p384
        case .rsa:
            let modulus = (try? Base64URL.decode(key.jwk["n"]?.stringValue ?? ""))?.count ?? 0
            self = modulus <= 256 ? .rsa2048 : modulus <= 384 ? .rsa3072 : .rsa4096
        }
    }

    package var type: KeyType {
        switch self {
        case .ed25519: .ed25519
        case .p256: .p256
        case .p384: .p384
        case .rsa2048, .rsa3072, .rsa4096: .rsa
        }
    }

    /// What the names of such keys begin with, before the hyphen and a number.
    var series: String { type.rawValue }

    func generate() throws(KeyError) -> PrivateKey {
        switch self {
        case .rsa2048: try PrivateKey.generate(.rsa, rsaBits: 2048)
        case .rsa4096: try PrivateKey.generate(.rsa, rsaBits: 4096)
        default: try PrivateKey.generate(type)
        }
    }
}
