public import Cryptography
public import Encodings

/// The protected header of a JWS, read strictly before anything else is done with the text.
///
/// What [RFC 7515 §4](https://www.rfc-editor.org/rfc/rfc7515#section-4) offers is narrowed as
/// [RFC 8725](https://www.rfc-editor.org/rfc/rfc8725) advises: algorithm and type come from fixed lists, and no
/// member may bring a key from elsewhere or change what is signed.
public struct JOSEHeader: Sendable, Hashable {
    public let alg: SignatureAlgorithm
    /// As written, for example `JWT` or `application/vc+jwt`.
    public let typ: String?
    /// What the payload is, by `typ`.
    public let kind: Kind
    public let kid: String?
    public let cty: String?
    /// The key that the text brings along; it proves nothing by itself.
    public let jwk: JSONObject?
    /// The header as it came.
    public let json: JSONObject

    /// How the payload is to be read.
    public enum Kind: Sendable, Hashable {
        /// Open Badges 3.0 §8.2 and VCDM 1.1 §6.3.1: `typ` is `JWT` or absent.
        case jwt
        /// VC-JOSE-COSE §3.1.1: the payload is the credential.
        case credential
        /// VC-JOSE-COSE §3.1.2: the payload is the presentation.
        case presentation
    }

    /// The header's text is a few hundred bytes; with the `jwk` of the longest RSA key under 4 KiB.
    static let limits = JSONLimits(maxBytes: 16 * 1024, maxDepth: 4, maxValues: 100, maxStringBytes: 8 * 1024)

    /// Members that name keys elsewhere (RFC 7515 §4.1), change the signed bytes (RFC 7797) or demand extensions.
    static let forbidden = ["crit", "b64", "jku", "x5u", "x5c", "x5t", "x5t#S256", "zip", "enc"]

    /// - Throws: `JOSEError` `jose.header`, `jose.header-forbidden`, `jose.unsecured`, `jose.algorithm-unsupported`,
    ///   `jose.type`, `jose.unsupported-serialization`.
    init(parsing bytes: [UInt8]) throws(JOSEError) {
        let object: JSONObject
        do {
            guard let value = try JSONParser.parse(bytes, limits: Self.limits).objectValue else {
                throw JOSEError(.header, "The JWT's header is not a JSON object.", hint: JOSEError.askAgain)
            }
            object = value
        } catch let error as JOSEError {
            throw error
        } catch {
            throw JOSEError(
                .header, "The JWT's header is not the JSON it should be.", hint: JOSEError.askAgain,
                cause: String(describing: error))
        }
        if let name = Self.forbidden.first(where: { object[$0] != nil }) {
            throw JOSEError(
                .headerForbidden, "The JWT's header has the member \"\(name)\", which a badge must not have.",
                hint: JOSEError.askAgain)
        }
        alg = try Self.algorithm(of: object)
        typ = try Self.text("typ", of: object)
        kind = try Self.kind(ofType: typ)
        kid = try Self.text("kid", of: object)
        cty = try Self.text("cty", of: object)
        if let cty { try Self.checkContentType(cty) }
        switch object["jwk"] {
        case nil: jwk = nil
        case .object(let key)?:
            guard key["d"] == nil, key["k"] == nil else {
                throw JOSEError(
                    .header, "The JWT's header holds a private key.",
                    hint: "Tell the issuer at once: whoever has this file can sign in its name.")
            }
            jwk = key
        default: throw JOSEError(.header, "The JWT's header has a \"jwk\" that is no key.", hint: JOSEError.askAgain)
        }
        json = object
    }

    private static func algorithm(of header: JSONObject) throws(JOSEError) -> SignatureAlgorithm {
        guard let name = try text("alg", of: header) else {
            throw JOSEError(.header, "The JWT's header doesn't say how it was signed.", hint: JOSEError.askAgain)
        }
        if let algorithm = SignatureAlgorithm(joseName: name) { return algorithm }
        guard name.lowercased() != "none" else {
            throw JOSEError(.unsecured, "The JWT says of itself that it isn't signed.", hint: JOSEError.askAgain)
        }
        throw JOSEError(
            .algorithmUnsupported, "The JWT is signed in a way that isn't read here (\(name.prefix(40))).",
            hint: "Signatures by EdDSA, ES256, ES384 and RS256 are read; ask the issuer for one of them.")
    }

    private static func kind(ofType typ: String?) throws(JOSEError) -> Kind {
        guard let typ else { return .jwt }
        switch mediaType(typ) {
        case "jwt": return .jwt
        case "vc+jwt", "vc+ld+jwt": return .credential
        case "vp+jwt", "vp+ld+jwt": return .presentation
        case "vc+sd-jwt", "vp+sd-jwt", "dc+sd-jwt", "sd-jwt":
            throw JOSEError(
                .unsupportedSerialization,
                "This is a credential with selective disclosure (SD-JWT), which isn't read here.",
                hint: "Ask the issuer for a plain JWT or a credential with an embedded proof.")
        default:
            throw JOSEError(
                .type, "The JWT says that it is something else than a credential (\"\(typ.prefix(40))\").",
                hint: JOSEError.askAgain)
        }
    }

    /// A JWT within a JWT (RFC 7519 §5.2) would need its own judging; nobody issues badges so.
    private static func checkContentType(_ cty: String) throws(JOSEError) {
        let type = mediaType(cty)
        guard type == "jwt" || type == "jose" || type.utf8.suffix(4).elementsEqual("+jwt".utf8) else { return }
        throw JOSEError(
            .type, "The JWT holds another JWT where a credential is due.", hint: JOSEError.askAgain)
    }

    /// RFC 7515 §4.1.9: media types compare without case, and `application/` may be left out.
    private static func mediaType(_ text: String) -> String {
        let lowered = text.utf8.count <= 127 ? text.lowercased() : text
        return lowered.utf8.starts(with: "application/".utf8) ? String(lowered.dropFirst(12)) : lowered
    }

    private static func text(_ name: String, of header: JSONObject) throws(JOSEError) -> String? {
        guard let value = header[name] else { return nil }
        guard let text = value.stringValue else {
            throw JOSEError(
                .header, "The JWT's header has a \(value.kindName) as \"\(name)\" where text is due.",
                hint: JOSEError.askAgain)
        }
        return text
    }
}
