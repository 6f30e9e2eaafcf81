public import Encodings

/// An organisation or person that issues, creates or assesses (Profile, appendix A).
///
/// Everything in it is what the issuer says of itself; who it is follows from its key alone.
public struct BadgeProfile: JSONView {
    public let json: JSONObject

    public init(_ json: JSONObject) { self.json = json }

    /// Whether it only says who is meant.
    var isReference: Bool { json.names.allSatisfy { ["id", "type"].contains($0) } }

    public var name: String? { text("name") }
    public var description: String? { text("description") }
    public var url: String? { text("url") }
    public var email: String? { text("email") }
    public var image: BadgeImage? { viewOrID("image") }
    public var parentOrg: BadgeProfile? { viewOrID("parentOrg") }
    public var otherIdentifiers: [IdentifierEntry] { views("otherIdentifier") }
}

/// Another identifier of an organisation: a business id, say (IdentifierEntry, appendix A).
public struct IdentifierEntry: JSONView {
    public let json: JSONObject

    public init(_ json: JSONObject) { self.json = json }

    public var identifier: String? { text("identifier") }
    public var identifierType: String? { text("identifierType") }
}

/// A picture: its address or, in a `data:` URI, its bytes (Image, appendix A).
public struct BadgeImage: JSONView {
    public let json: JSONObject

    public init(_ json: JSONObject) { self.json = json }

    public var caption: String? { text("caption") }
    /// Whether the bytes are in the badge itself.
    public var isEmbedded: Bool { id?.utf8.prefix(5).map(\.asciiLowercased).elementsEqual("data:".utf8) ?? false }
    /// The bytes in the badge itself, if they are a PNG or an SVG.
    public var embedded: EmbeddedImage? { id.flatMap { try? EmbeddedImage(dataURI: $0) } }
}

/// What shows that the badge was earned (Evidence, appendix A).
public struct Evidence: JSONView {
    public let json: JSONObject

    public init(_ json: JSONObject) { self.json = json }

    public var name: String? { text("name") }
    public var description: String? { text("description") }
    public var narrative: String? { text("narrative") }
    public var genre: String? { text("genre") }
    public var audience: String? { text("audience") }
    /// The multihash of the file's bytes in multibase, when the evidence is a file.
    public var digestMultibase: String? { text("digestMultibase") }
    /// The same as Subresource Integrity writes it.
    public var digestSRI: String? { text("digestSRI") }
}
