public import Encodings

/// What the W3C data model says about a credential, read from its JSON without changing it.
///
/// Nothing here throws: a member of the wrong shape reads as absent, and `CredentialForm` says what is wrong with it.
/// [VC Data Model 2.0 §4](https://www.w3.org/TR/vc-data-model-2.0/#basic-concepts)
public struct CredentialView: Sendable {
    public let json: JSONObject
    /// The data model that the first context names, when it names one.
    public let version: DataModelVersion?

    public init(_ json: JSONObject) {
        self.json = json
        version = json["@context"]?.asList.first?.stringValue.flatMap(DataModelVersion.init(contextURL:))
    }

    public var contexts: [JSONValue] { json["@context"]?.asList ?? [] }
    public var id: String? { json["id"]?.stringValue }
    public var types: [String] { json["type"]?.asList.compactMap(\.stringValue) ?? [] }
    public var name: String? { Self.text(json["name"]) }

    public var issuerID: String? { Self.identifier(of: json["issuer"]) }
    public var issuerName: String? { Self.text(json["issuer"]?["name"]) }

    /// The one subject; nothing when there are several, for their order says nothing.
    public var subject: JSONObject? {
        let subjects = json["credentialSubject"]?.asList ?? []
        return subjects.count == 1 ? subjects[0].objectValue : nil
    }
    public var subjectID: String? { subject?["id"]?.stringValue }

    /// `validFrom`, or `issuanceDate` of data model 1.1; the later where both stand.
    public var validFrom: Timestamp? { Self.startMembers.compactMap(timestamp).max() }
    /// `validUntil`, or `expirationDate` of data model 1.1; the earlier where both stand, so that none hides an end.
    public var validUntil: Timestamp? { Self.endMembers.compactMap(timestamp).min() }

    static let startMembers = ["validFrom", "issuanceDate"]
    static let endMembers = ["validUntil", "expirationDate"]

    public var statusEntries: [JSONValue] { json["credentialStatus"]?.asList ?? [] }
    public var proofs: [JSONValue] { json["proof"]?.asList ?? [] }

    public func hasType(_ type: String) -> Bool { types.contains { $0.hasSameBytes(as: type) } }

    private func timestamp(_ member: String) -> Timestamp? {
        json[member]?.stringValue.flatMap { try? Timestamp(rfc3339: $0) }
    }

    /// The one text of a member, brackets or not.
    private static func text(_ value: JSONValue?) -> String? {
        let values = value?.asList ?? []
        return values.count == 1 ? values[0].stringValue : nil
    }

    /// The id of a node given either by its id alone or as an object.
    static func identifier(of value: JSONValue?) -> String? {
        value?.stringValue ?? value?["id"]?.stringValue
    }
}

/// The two data models whose credentials are read.
public enum DataModelVersion: String, Sendable, CaseIterable {
    case v1 = "1.1"
    case v2 = "2.0"

    public var contextURL: String {
        switch self {
        case .v1: "https://www.w3.org/2018/credentials/v1"
        case .v2: "https://www.w3.org/ns/credentials/v2"
        }
    }

    public init?(contextURL: String) {
        guard let version = Self.allCases.first(where: { $0.contextURL.hasSameBytes(as: contextURL) }) else {
            return nil
        }
        self = version
    }
}
