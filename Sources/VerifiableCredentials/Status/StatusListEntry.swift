public import Encodings

/// Where a credential's status stands: one place in one list, after
/// [Bitstring Status List 1.0 §2.1](https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry).
public struct StatusListEntry: Sendable, Hashable {
    public static let typeName = "BitstringStatusListEntry"

    public let id: String?
    public let type: String
    /// `revocation`, `suspension`, `refresh`, `message`, or another's own word.
    public let purpose: String
    public let index: Int
    /// The URL of the list's credential.
    public let listCredential: String
    /// How many bits the entry has.
    public let size: Int

    /// A place in a list of 16 MiB has nine digits.
    private static let maxIndexDigits = 9

    public init(
        listCredential: String, index: Int, purpose: String, id: String? = nil
    ) {
        self.id = id
        self.type = Self.typeName
        self.purpose = purpose
        self.index = index
        self.listCredential = listCredential
        self.size = 1
    }

    /// Reads one element of `credentialStatus`.
    ///
    /// - Throws: `StatusError` `status.type-unknown`, `status.entry-malformed`.
    public init(json: JSONValue) throws(StatusError) {
        guard let object = json.objectValue else { throw Self.malformed("is no object") }
        guard let type = Self.onlyText(object["type"]) else { throw Self.malformed("has no single type") }
        guard type == Self.typeName else {
            throw StatusError(
                .typeUnknown, "The badge's status is of a type that isn't read here (\"\(type.prefix(60))\").",
                hint: "Ask the issuer whether the badge still holds.")
        }
        guard let purpose = object["statusPurpose"]?.stringValue, !purpose.isEmpty else {
            throw Self.malformed("has no \"statusPurpose\"")
        }
        guard let digits = object["statusListIndex"]?.stringValue,
            (1...Self.maxIndexDigits).contains(digits.utf8.count),
            digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let index = Int(digits)
        else { throw Self.malformed("has no \"statusListIndex\" of digits") }
        guard let list = object["statusListCredential"]?.stringValue, !list.isEmpty else {
            throw Self.malformed("has no \"statusListCredential\"")
        }
        if let value = object["statusSize"] {
            // As the double that is signed, `1.0` and `1` are one number.
            guard let size = value.numberValue.flatMap({ Int(exactly: $0.double) }), (1...64).contains(size) else {
                throw Self.malformed("has a \"statusSize\" that is no count of bits")
            }
            self.size = size
        } else {
            size = 1
        }
        guard object["id"] == nil || object["id"]?.stringValue != nil else {
            throw Self.malformed("has a broken \"id\"")
        }
        id = object["id"]?.stringValue
        self.type = type
        self.purpose = purpose
        self.index = index
        listCredential = list
    }

    /// The entry as it goes into a credential: plain strings, as the schema of Open Badges 3.0 has them.
    public var json: JSONObject {
        var object: JSONObject = [:]
        object["id"] = .string(id ?? "\(listCredential)#\(index)")
        object["type"] = .string(type)
        object["statusPurpose"] = .string(purpose)
        object["statusListIndex"] = .string(String(index))
        object["statusListCredential"] = .string(listCredential)
        return object
    }

    /// The entry's value in the list: 0 when the purpose doesn't apply.
    ///
    /// - Throws: `StatusError` `status.index-out-of-range`.
    public func value(in bits: Bitstring) throws(StatusError) -> UInt64 {
        guard let value = bits.value(at: index, size: size) else {
            throw StatusError(
                .indexOutOfRange, "The badge's place in the status list, \(index), lies beyond the list's end.",
                hint: "Ask the issuer for its current status list.")
        }
        return value
    }

    private static func onlyText(_ value: JSONValue?) -> String? {
        guard let list = value?.asList, list.count == 1 else { return nil }
        return list[0].stringValue
    }

    private static func malformed(_ what: String) -> StatusError {
        StatusError(
            .entryMalformed, "The badge's \"credentialStatus\" \(what).",
            hint: "Ask the issuer whether the badge still holds.")
    }
}
