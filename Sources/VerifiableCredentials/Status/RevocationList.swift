public import Encodings

/// A list of withdrawn credentials by their ids, after the
/// [1EdTech Revocation List Status Method 1.0](https://www.imsglobal.org/spec/vcrl/v1p0/).
///
/// Nobody signs it, and it has no date: it is as good as the way it came by.
public struct RevocationList: Sendable {
    /// The type of a `credentialStatus` whose `id` is the address of such a list.
    public static let entryTypeName = "1EdTechRevocationList"

    /// The address at which it says it is published.
    public let id: String?
    public let issuer: String?
    private let revoked: Set<[UInt8]>

    /// Whether this is such a list rather than something else.
    public static func isList(_ json: JSONObject) -> Bool { json["revokedCredentials"] != nil }

    /// - Throws: `StatusError` `status.list-malformed`; a list that can be read in part would hide the rest.
    public init(json: JSONObject) throws(StatusError) {
        guard let elements = json["revokedCredentials"]?.arrayValue else {
            throw Self.malformed("has no list of \"revokedCredentials\"")
        }
        var revoked: Set<[UInt8]> = []
        for element in elements {
            guard let id = element["id"]?.stringValue else { throw Self.malformed("names a credential without an id") }
            let flag = element["revoked"]
            guard flag == nil || flag?.boolValue != nil else {
                throw Self.malformed("has a \"revoked\" that is neither true nor false")
            }
            // To be named is enough; only a plain false takes it back.
            if flag?.boolValue ?? true { revoked.insert(Array(id.utf8)) }
        }
        id = json["id"]?.stringValue
        issuer = json["issuer"]?.stringValue ?? json["issuer"]?["id"]?.stringValue
        self.revoked = revoked
    }

    public func revokes(_ credentialID: String) -> Bool { revoked.contains(Array(credentialID.utf8)) }

    private static func malformed(_ what: String) -> StatusError {
        StatusError(
            .listMalformed, "The list of withdrawn badges \(what).",
            hint: "Ask the issuer to publish its list again.")
    }
}
