import Cryptography
import Encodings

/// One key of each type for the whole run; an RSA key takes a while, so each is made when it is needed.
enum TestKeys {
    private static let ed25519 = make(.ed25519)
    private static let p256 = make(.p256)
    private static let p384 = make(.p384)
    private static let rsa = make(.rsa)

    static func key(_ type: KeyType) throws(KeyError) -> PrivateKey {
        switch type {
        case .ed25519: try ed25519.get()
        case .p256: try p256.get()
        case .p384: try p384.get()
        case .rsa: try rsa.get()
        }
    }

    private static func make(_ type: KeyType) -> Result<PrivateKey, KeyError> {
        Result { () throws(KeyError) in try PrivateKey.generate(type) }
    }
}

/// Bytes written as hexadecimal digits.
func hex(_ text: String) throws -> [UInt8] { try Base16.decode(text) }

/// A JSON Web Key of members that are all text.
func jwk(_ members: (String, String)...) -> JSONObject { JSONObject(members.map { ($0.0, .string($0.1)) }) }

/// The code of the error that an action ends in, `nil` when it succeeds.
func code(_ action: () throws(KeyError) -> Void) -> KeyError.Code? {
    do {
        try action()
        return nil
    } catch {
        return error.code
    }
}
