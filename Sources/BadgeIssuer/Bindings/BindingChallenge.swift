import Cryptography
package import Encodings

/// A random text that a learner has to sign with the key of a DID, to show that it is theirs.
package struct BindingChallenge: Sendable, Hashable {
    /// 32 random bytes in base64url.
    package let text: String
    package let personID: String
    package let did: String
    package let made: Timestamp
    /// The first moment at which it counts no more.
    package let ends: Timestamp
    package let used: Timestamp?

    /// How long a challenge waits for its answer.
    package static let validDays = 30

    static func text(using generator: inout some RandomNumberGenerator) -> String {
        Base64URL.encode((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    /// Compared in a time that tells nothing of where two texts differ.
    func fits(_ answer: String) -> Bool { constantTimeEqual(Array(text.utf8), Array(answer.utf8)) }

    func isOpen(at now: Timestamp) -> Bool { used == nil && now < ends }
}
