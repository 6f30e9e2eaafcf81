import Cryptography
import Encodings

/// One key of each type for the whole run; making an RSA key takes most of a second.
enum TestKeys {
    private static let keys: [KeyType: Result<PrivateKey, KeyError>] = Dictionary(
        uniqueKeysWithValues: KeyType.allCases.map { type in
            (type, Result { () throws(KeyError) in try PrivateKey.generate(type) })
        })

    static func key(_ type: KeyType) throws -> PrivateKey {
        guard let key = try keys[type]?.get() else { throw KeyError(.unsupported, "No key of this type was made.") }
        return key
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
