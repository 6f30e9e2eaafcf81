import Cryptography
import Encodings

/// Stands for a reference in the audit trail: without its salt it can be tied to nobody, with it to one alone.
enum AuditCommitment {
    static let saltByteCount = 16

    static func text(of reference: String, salt: [UInt8]) -> String {
        "u" + Base64URL.encode(SHA256.hash(salt, Array(reference.utf8)))
    }

    static func salt(using generator: inout some RandomNumberGenerator) -> [UInt8] {
        var salt: [UInt8] = []
        salt.reserveCapacity(saltByteCount)
        for _ in 0..<saltByteCount / 8 {
            let word: UInt64 = generator.next()
            withUnsafeBytes(of: word) { salt.append(contentsOf: $0) }
        }
        return salt
    }
}
