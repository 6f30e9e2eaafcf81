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

    /// Whether it is a compact JWS rather than JSON.
    var isJWS: Bool { if case .jws = securing { true } else { false } }
}

/// What a file of unknown kind turned out to be.
public enum PresentedFile: Sendable {
    case credential(PresentedCredential)
    /// Credentials that somebody wrapped.
    case presentation(PresentedPresentation)
    /// Nothing that can be judged as a credential; the result is the report's `form` check.
    case refused(CheckResult)

    /// Tells JSON, a compact JWS and pictures apart by their bytes, never by a file name.
    ///
    /// - Parameter holdsOthers: whether a credential is there to hold others, and may be as large as a presentation.
    public static func read(
        _ bytes: [UInt8], holdsOthers: (JSONObject) -> Bool = { _ in false }
    ) -> PresentedFile {
        let single = read(bytes, limits: .document)
        guard case .refused(let result) = single, result.check == .form, result.outcome == .undetermined,
            [.limitBytes, .limitJSON].contains(result.code)
        else { return single }
        // Only what holds many credentials may be larger than one.
        let whole = read(bytes, limits: .passport)
        switch whole {
        case .presentation: return whole
        case .credential(let presented) where holdsOthers(presented.credential): return whole
        case .refused, .credential: return single
        }
    }

    private static func read(_ bytes: [UInt8], limits: JSONLimits) -> PresentedFile {
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
        return read(object, bytes: bytes, limits: limits)
    }

    private static func read(_ object: JSONObject, bytes: [UInt8], limits: JSONLimits) -> PresentedFile {
        let types = object["type"]?.asList.compactMap(\.stringValue) ?? []
        if CredentialEnvelope.isEnvelope(types) { return open(object, types: types, limits: limits) }
        if types.contains(presentationType) {
            return .presentation(PresentedPresentation(bytes: bytes, securing: .embedded, json: object))
        }
        if let refusal = otherKind(object) { return .refused(refusal) }
        return .credential(PresentedCredential(bytes: bytes, securing: .embedded, credential: object))
    }

    /// What is inside an envelope. The envelope itself is signed by nobody and says nothing.
    private static func open(_ envelope: JSONObject, types: [String], limits: JSONLimits) -> PresentedFile {
        do throws(CredentialEnvelope.Malformed) {
            guard let jws = try CredentialEnvelope.jws(in: envelope) else {
                return .refused(CheckResult(.form, .undetermined, .formEnveloped))
            }
            guard CredentialEnvelope.hasContext(envelope) else {
                let problem = "$['@context'] of the envelope doesn't say what an envelope is"
                return .refused(
                    CheckResult(
                        .form, .failed, .formModel, ["problem": problem], detail: ["problem": .string(problem)]))
            }
            let inside = readJWS(jws, text: jws, limits: limits)
            switch inside {
            case .credential where types.contains(CredentialEnvelope.credentialType): return inside
            case .presentation where types.contains(CredentialEnvelope.presentationType): return inside
            case .refused: return inside
            case .credential, .presentation: return .refused(CheckResult(.form, .failed, .formNotCredential))
            }
        } catch {
            return .refused(
                CheckResult(
                    .form, .failed, .formModel, ["problem": "$.id is no data: address with a credential in it"],
                    detail: ["problem": "$.id is no data: address with a credential in it"]))
        }
    }

    /// A credential as it stands inside another document: an object, an envelope, or a compact JWS.
    ///
    /// - Parameter limits: those of one credential, or of one that holds others in its turn.
    static func read(member value: JSONValue, holdsOthers: (JSONObject) -> Bool) -> PresentedFile {
        if let text = value.stringValue {
            let bytes = Array(text.utf8)
            return readJWS(bytes, text: bytes, limits: .document)
        }
        guard let object = value.objectValue else { return .refused(CheckResult(.form, .failed, .formNotCredential)) }
        let bytes = JSONWriter.compact(value)
        if !holdsOthers(object) {
            guard bytes.count <= JSONLimits.document.maxBytes else {
                return .refused(
                    CheckResult(.form, .undetermined, .limitBytes, ["limit": "\(JSONLimits.document.maxBytes)"]))
            }
            guard value.holdsAtMost(JSONLimits.document.maxValues) else {
                return .refused(
                    CheckResult(
                        .form, .undetermined, .limitMembers,
                        ["member": "verifiableCredential", "limit": "\(JSONLimits.document.maxValues)"]))
            }
        }
        return read(object, bytes: bytes, limits: .document)
    }

    private static func readJWS(_ bytes: [UInt8], text: [UInt8], limits: JSONLimits) -> PresentedFile {
        // Neither prose nor a picture is called a broken JWT.
        guard text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), text.contains(UInt8(ascii: ".")) else {
            return .refused(CheckResult(.form, .failed, .formNotCredential))
        }
        do throws(JOSEError) {
            let jws = try CompactJWS(parsing: text, limits: limits)
            let content = try VCJWT.read(jws, limits: limits)
            if content.isPresentation {
                return .presentation(
                    PresentedPresentation(bytes: bytes, securing: .jws(jws, content), json: content.credential))
            }
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

    private static let presentationType = "VerifiablePresentation"

    /// Things that resemble a credential and are told by name rather than called broken.
    private static func otherKind(_ object: JSONObject) -> CheckResult? {
        let contexts = object["@context"]?.asList.compactMap(\.stringValue) ?? []
        if contexts.contains(where: {
            $0.hasPrefix("https://w3id.org/openbadges/v2") || $0.hasPrefix("https://w3id.org/openbadges/v1")
        }) {
            return CheckResult(.form, .undetermined, .formOpenBadges2)
        }
        return nil
    }
}

extension JSONValue {
    /// Whether there are no more values in it than that, itself among them.
    fileprivate func holdsAtMost(_ limit: Int) -> Bool {
        var left = limit
        count(&left)
        return left >= 0
    }

    private func count(_ left: inout Int) {
        left -= 1
        guard left >= 0 else { return }
        if let array = arrayValue {
            for element in array { element.count(&left) }
        } else if let object = objectValue {
            for member in object.members { member.value.count(&left) }
        }
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
