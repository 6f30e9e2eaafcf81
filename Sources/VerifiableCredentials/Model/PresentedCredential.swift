public import Encodings

/// A credential as it arrived: its bytes, what secures it, and its JSON. Nothing about it is believed.
public struct PresentedCredential: Sendable {
    /// How the credential is secured.
    public enum Securing: Sendable {
        /// Plain JSON; its proofs, if any, are embedded.
        case embedded
        /// A compact JWS around it.
        case jws(CompactJWS, VCJWTContent)
    }

    public let bytes: [UInt8]
    public let securing: Securing
    /// The credential's JSON: all that was signed, unknown members too.
    public let credential: JSONObject

    public init(bytes: [UInt8], securing: Securing, credential: JSONObject) {
        self.bytes = bytes
        self.securing = securing
        self.credential = credential
    }

    public var view: CredentialView { CredentialView(credential) }
}

/// What a file of unknown kind turned out to be.
public enum PresentedFile: Sendable {
    case credential(PresentedCredential)
    /// Nothing that can be judged as a credential; the result is the report's `form` check.
    case refused(CheckResult)

    /// Tells JSON, a compact JWS and pictures apart by their bytes, never by a file name.
    public static func read(_ bytes: [UInt8], limits: JSONLimits = .document) -> PresentedFile {
        guard bytes.count <= limits.maxBytes else {
            return .refused(CheckResult(.form, .undetermined, .limitBytes, ["limit": "\(limits.maxBytes)"]))
        }
        if isRasterPicture(bytes) { return .refused(CheckResult(.form, .undetermined, .formPicture)) }
        // The parser names the byte order mark and its place.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return readJSON(bytes, limits: limits) }
        let start = bytes.firstIndex { !($0 == 0x20 || (0x09...0x0D).contains($0)) } ?? bytes.endIndex
        let text = bytes[start...]
        switch text.first {
        case nil: return .refused(CheckResult(.form, .failed, .formEmpty))
        case UInt8(ascii: "<"):
            return .refused(
                isSVG(text)
                    ? CheckResult(.form, .undetermined, .formPicture) : CheckResult(.form, .failed, .formNotCredential))
        case UInt8(ascii: "{"), UInt8(ascii: "["): return readJSON(bytes, limits: limits)
        default:
            let end = text.lastIndex { !($0 == 0x20 || (0x09...0x0D).contains($0)) } ?? text.startIndex
            return readJWS(bytes, text: Array(text[...end]), limits: limits)
        }
    }

    private static func readJSON(_ bytes: [UInt8], limits: JSONLimits) -> PresentedFile {
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONParser.parse(bytes, limits: limits)
        } catch {
            return .refused(CheckResult.json(error))
        }
        guard let object = value.objectValue else { return .refused(CheckResult(.form, .failed, .formNotCredential)) }
        if let refusal = otherKind(object) { return .refused(refusal) }
        return .credential(PresentedCredential(bytes: bytes, securing: .embedded, credential: object))
    }

    private static func readJWS(_ bytes: [UInt8], text: [UInt8], limits: JSONLimits) -> PresentedFile {
        // Neither prose nor a picture is called a broken JWT.
        guard text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), text.contains(UInt8(ascii: ".")) else {
            return .refused(CheckResult(.form, .failed, .formNotCredential))
        }
        do throws(JOSEError) {
            let jws = try CompactJWS(parsing: text)
            if jws.isPresentation { return .refused(CheckResult(.form, .undetermined, .formPresentation)) }
            let content = try VCJWT.read(jws)
            if let refusal = otherKind(content.credential) { return .refused(refusal) }
            return .credential(
                PresentedCredential(bytes: bytes, securing: .jws(jws, content), credential: content.credential))
        } catch {
            return .refused(CheckResult.jose(error))
        }
    }

    /// PNG, JPEG, GIF and WebP by their first bytes.
    private static func isRasterPicture(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) || bytes.starts(with: [0xFF, 0xD8, 0xFF])
            || bytes.starts(with: "GIF8".utf8)
            || bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
    }

    /// Whether an `svg` element begins near the start of a text in angle brackets; a web page is no picture.
    private static func isSVG(_ text: ArraySlice<UInt8>) -> Bool {
        let head = String(decoding: text.prefix(4096), as: UTF8.self)
        guard let root = head.range(ofTag: "svg") else { return false }
        return head.range(ofTag: "html").map { root < $0 } ?? true
    }

    /// Things that resemble a credential and are told by name rather than called broken.
    private static func otherKind(_ object: JSONObject) -> CheckResult? {
        let types = object["type"]?.asList.compactMap(\.stringValue) ?? []
        if types.contains("VerifiablePresentation") {
            return CheckResult(.form, .undetermined, .formPresentation)
        }
        if types.contains("EnvelopedVerifiableCredential") || types.contains("EnvelopedVerifiablePresentation") {
            return CheckResult(.form, .undetermined, .formEnveloped)
        }
        let contexts = object["@context"]?.asList.compactMap(\.stringValue) ?? []
        if contexts.contains(where: {
            $0.hasPrefix("https://w3id.org/openbadges/v2") || $0.hasPrefix("https://w3id.org/openbadges/v1")
        }) {
            return CheckResult(.form, .undetermined, .formOpenBadges2)
        }
        return nil
    }
}

extension String {
    /// Where an element of that name begins, with or without a prefix.
    fileprivate func range(ofTag name: String) -> Index? {
        var rest = self[...]
        while let open = rest.firstIndex(of: "<") {
            let tag = rest[index(after: open)...].prefix { !" \t\r\n/>".contains($0) }
            if tag.split(separator: ":").last?.lowercased() == name { return open }
            rest = rest[index(after: open)...]
        }
        return nil
    }
}
