public import Encodings

/// The credential that carries a status list, after
/// [Bitstring Status List 1.0 §2.2](https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistcredential).
///
/// What it says; its proof, issuer and age are judged elsewhere.
public struct StatusListCredential: Sendable, Hashable {
    public static let typeName = "BitstringStatusListCredential"
    public static let subjectTypeName = "BitstringStatusList"

    public let id: String?
    public let issuer: String
    /// One or more purposes that the bits speak of.
    public let purposes: [String]
    public let encodedList: String
    public let validFrom: Timestamp?
    public let validUntil: Timestamp?

    /// Reads a list's credential; its bits are unpacked by `bits()`.
    ///
    /// - Throws: `StatusError` `status.list-malformed`.
    public init(json: JSONObject) throws(StatusError) {
        guard Self.texts(json["type"]).contains(Self.typeName) else {
            throw Self.malformed("is not of the type \(Self.typeName)")
        }
        guard let issuer = json["issuer"]?.stringValue ?? json["issuer"]?["id"]?.stringValue else {
            throw Self.malformed("doesn't say who made it")
        }
        guard let subjects = json["credentialSubject"]?.asList, subjects.count == 1,
            let subject = subjects[0].objectValue,
            Self.texts(subject["type"]).contains(Self.subjectTypeName)
        else { throw Self.malformed("has no single subject of the type \(Self.subjectTypeName)") }
        let purposes = Self.texts(subject["statusPurpose"])
        guard !purposes.isEmpty, purposes.count == subject["statusPurpose"]?.asList.count else {
            throw Self.malformed("doesn't say what its bits mean")
        }
        guard let list = subject["encodedList"]?.stringValue else { throw Self.malformed("has no \"encodedList\"") }
        id = json["id"]?.stringValue
        self.issuer = issuer
        self.purposes = purposes
        encodedList = list
        validFrom = try Self.instant("validFrom", in: json)
        validUntil = try Self.instant("validUntil", in: json)
    }

    /// - Throws: `StatusError` `status.encoded-list-malformed`, `limit.status-list`.
    public func bits() throws(StatusError) -> Bitstring { try Bitstring(encodedList: encodedList) }

    /// The unsigned credential for a list: the bits and who says so from when.
    ///
    /// - Parameter id: the URL at which it is published; the subject is `<id>#list`.
    public static func compose(
        id: String, issuer: String, purpose: String, bits: Bitstring, validFrom: Timestamp, validUntil: Timestamp?
    ) -> JSONObject {
        compose(
            id: id, issuer: issuer, purpose: purpose, encodedList: bits.encodedList, validFrom: validFrom,
            validUntil: validUntil)
    }

    /// As above, for bits that are encoded already.
    public static func compose(
        id: String, issuer: String, purpose: String, encodedList: String, validFrom: Timestamp, validUntil: Timestamp?
    ) -> JSONObject {
        var credential: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2"],
            "id": .string(id),
            "type": ["VerifiableCredential", .string(typeName)],
            "issuer": .string(issuer),
            "validFrom": .string(validFrom.description),
        ]
        if let validUntil { credential["validUntil"] = .string(validUntil.description) }
        credential["credentialSubject"] = [
            "id": .string(id + "#list"),
            "type": .string(subjectTypeName),
            "statusPurpose": .string(purpose),
            "encodedList": .string(encodedList),
        ]
        return credential
    }

    private static func texts(_ value: JSONValue?) -> [String] { (value?.asList ?? []).compactMap(\.stringValue) }

    private static func instant(_ name: String, in json: JSONObject) throws(StatusError) -> Timestamp? {
        guard let value = json[name] else { return nil }
        guard let text = value.stringValue, let instant = try? Timestamp(rfc3339: text) else {
            throw malformed("has a \"\(name)\" that is no date and time with a zone")
        }
        return instant
    }

    private static func malformed(_ what: String) -> StatusError {
        StatusError(
            .listMalformed, "The status list \(what).", hint: "Ask the issuer to publish its status list again.")
    }
}
