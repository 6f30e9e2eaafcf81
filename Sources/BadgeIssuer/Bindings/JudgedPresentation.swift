import Encodings

/// What a verifier says of a presentation, as far as a binding rests on it.
package struct JudgedPresentation: Sendable {
    /// The DID that the presentation says it is by.
    package let holder: String?
    /// The DID of the key whose signature was found to fit; nothing where none did.
    package let signer: String?
    /// Whether it answers the challenge and names one of the receivers that were asked for.
    package let isForUs: Bool
    /// Why not, in one sentence.
    package let refusal: (code: String, message: String)?

    package init(holder: String?, signer: String?, isForUs: Bool, refusal: (code: String, message: String)? = nil) {
        self.holder = holder
        self.signer = signer
        self.isForUs = isForUs
        self.refusal = refusal
    }
}

/// Judges a presentation that should answer a challenge and be addressed to one of the names.
package typealias PresentationJudge = (
    _ bytes: [UInt8], _ challenge: String, _ domains: [String]
) -> JudgedPresentation

/// The challenge that a file says it answers. Nothing about it is believed.
enum AnsweredChallenge {
    /// - Throws: `BindingError` `binding.unreadable` for a file that is no presentation.
    static func read(_ bytes: [UInt8]) throws(BindingError) -> [String] {
        guard bytes.count <= JSONLimits.passport.maxBytes else { throw unreadable("is too large") }
        let start = bytes.firstIndex { !($0 == 0x20 || (0x09...0x0D).contains($0)) }
        guard let start else { throw unreadable("is empty") }
        if bytes[start] == UInt8(ascii: "{") {
            guard let object = (try? JSONParser.parse(bytes, limits: .passport))?.objectValue,
                (object["type"]?.asList ?? []).contains("VerifiablePresentation")
            else { throw unreadable("isn't a presentation") }
            return (object["proof"]?.asList ?? []).compactMap { $0["challenge"]?.stringValue }
        }
        // A presentation as a JWT; its challenge is `nonce`.
        let parts = bytes[start...].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let payload = try? Base64URL.decode(parts[1]),
            let claims = (try? JSONParser.parse(payload, limits: .passport))?.objectValue
        else { throw unreadable("isn't a presentation") }
        return [claims["nonce"]?.stringValue].compactMap(\.self)
    }

    private static func unreadable(_ what: String) -> BindingError {
        BindingError(
            .unreadable, "The proof \(what).",
            hint: "The learner makes it with `passportctl passport export --for … --challenge …`, and nothing chosen.")
    }
}
