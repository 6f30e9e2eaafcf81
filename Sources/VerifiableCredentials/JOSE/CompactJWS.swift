public import Cryptography
public import Encodings

/// A signed text of three parts, after [RFC 7515 §7.1](https://www.rfc-editor.org/rfc/rfc7515#section-7.1).
///
/// All rules of form are checked when it is read, before any key is looked for: one that exists is a JWS that may be
/// judged. Whether its signature fits is asked with `isValid(for:)`.
public struct CompactJWS: Sendable, Hashable {
    public let header: JOSEHeader
    public let payload: [UInt8]
    public let signature: [UInt8]
    /// What is signed: the first two parts with the dot between them, as they came.
    public let signingInput: [UInt8]

    /// Whether `typ` says that it is a presentation rather than a credential.
    public var isPresentation: Bool { header.kind == .presentation }

    /// Reads a text; white space around it is passed over, for files end with a line break.
    ///
    /// - Parameter limits: of the payload; its bytes bound the text as well.
    /// - Throws: `JOSEError` `jose.malformed`, `jose.unsupported-serialization`, `limit.jwt-bytes`, and the header's.
    public init(parsing text: [UInt8], limits: JSONLimits = .document) throws(JOSEError) {
        // Base64url makes four letters of three bytes; header and signature come on top.
        guard text.count <= limits.maxBytes / 3 * 4 + 32 * 1024 else {
            throw JOSEError(.tooLarge, "The JWT has \(text.count) bytes, more than a badge may have.")
        }
        let layout = JWSLayout(of: text)
        guard layout.first != UInt8(ascii: "{"), layout.first != UInt8(ascii: "[") else {
            throw Self.unsupported("This is a JWS in its JSON form, which isn't read here.")
        }
        guard !layout.hasTilde else {
            throw Self.unsupported("This is a credential with selective disclosure (SD-JWT), which isn't read here.")
        }
        guard layout.dots.count == 2 else {
            switch layout.dots.count {
            case 0: throw JOSEError.malformed("The text is not a JWT: it has no dots.")
            case 1: throw JOSEError.malformed("The text is not a whole JWT: its signature is missing.")
            case 4: throw Self.unsupported("This is an encrypted JWT (JWE), which isn't read here.")
            default: throw JOSEError.malformed("The text is not a JWT: it doesn't have three parts.")
            }
        }
        let (first, second) = (layout.dots[0], layout.dots[1])
        header = try JOSEHeader(parsing: Self.decode(text[layout.start..<first], part: "header"))
        payload = try Self.decode(text[(first + 1)..<second], part: "content")
        signature = try Self.decode(text[(second + 1)..<layout.end], part: "signature")
        signingInput = Array(text[layout.start..<second])
    }

    /// Whether the key signed it, with the algorithm that the header names.
    public func isValid(for key: PublicKey) -> Bool {
        key.isValid(signature: signature, for: signingInput, using: header.alg)
    }

    /// Signs bytes under a header.
    ///
    /// - Parameter header: its members in their order, without `alg`, which is put first.
    /// - Throws: `JOSEError` `jose.signing` when key and algorithm don't go together or libcrypto fails.
    public static func sign(
        payload: [UInt8], header: JSONObject, key: PrivateKey, algorithm: SignatureAlgorithm? = nil
    ) throws(JOSEError) -> String {
        let algorithm = algorithm ?? key.type.signatureAlgorithm
        guard algorithm.keyType == key.type else {
            throw JOSEError(
                .signing, "A key of type \(key.type.rawValue) doesn't sign with \(algorithm.joseName).",
                hint: "Choose the key that goes with the algorithm.")
        }
        var members: JSONObject = ["alg": .string(algorithm.joseName)]
        for member in header.members where member.name != "alg" { members[member.name] = member.value }
        var text = Base64URL.encodedBytes(JSONWriter.compact(.object(members)))
        text.append(UInt8(ascii: "."))
        text.append(contentsOf: Base64URL.encodedBytes(payload))
        let signature: [UInt8]
        do {
            signature = try key.sign(text, using: algorithm)
        } catch {
            throw JOSEError(.signing, "The signature couldn't be made.", hint: error.hint, cause: error.description)
        }
        text.append(UInt8(ascii: "."))
        text.append(contentsOf: Base64URL.encodedBytes(signature))
        return String(decoding: text, as: UTF8.self)
    }

    private static func decode(_ text: ArraySlice<UInt8>, part: String) throws(JOSEError) -> [UInt8] {
        do {
            return try Base64URL.decode(text)
        } catch {
            throw JOSEError.malformed("The JWT's \(part) is not in canonical base64url.", cause: error.description)
        }
    }

    private static func unsupported(_ message: String) -> JOSEError {
        JOSEError(
            .unsupportedSerialization, message,
            hint: "Ask the issuer for a plain JWT or a credential with an embedded proof.")
    }
}
