public import Encodings

/// What an endorsement says: of whom or what, in which words, and of which bytes.
public struct EndorsementClaim: Sendable {
    /// The id of what is endorsed.
    public let subject: String?
    public let comment: String?
    /// What it names by digests.
    public let resources: [RelatedResource]

    public init(subject: String?, comment: String?, resources: [RelatedResource]) {
        self.subject = subject
        self.comment = comment
        self.resources = resources
    }
}

/// Something in a credential that others may speak for.
public struct EndorsedThing: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case credential, achievement, profile, learner
    }

    public let kind: Kind
    public let id: String
    /// As it stands in the credential.
    public let json: JSONValue
    /// Whose word about it is no third party's.
    public let ownVoices: [String]

    public init(kind: Kind, id: String, json: JSONValue, ownVoices: [String]) {
        self.kind = kind
        self.id = id
        self.json = json
        self.ownVoices = ownVoices
    }
}

/// An endorsement as it stands in a credential. Nothing about it is believed.
public struct EmbeddedEndorsement: Sendable {
    /// Where it stands.
    public let path: JSONPath
    /// A credential, or one as a compact JWS.
    public let member: JSONValue
    /// What it may speak of in that place.
    public let things: [EndorsedThing]

    public init(path: JSONPath, member: JSONValue, things: [EndorsedThing]) {
        self.path = path
        self.member = member
        self.things = things
    }
}

/// An endorsement that was judged, and what it has to do with the credential whose report it stands in.
public struct EndorsementReport: Sendable {
    /// Where it was found: a path in the credential, or the name of a file or document beside it.
    public let place: String
    /// Whether it travels beside the credential rather than in it.
    public let isBeside: Bool
    public let claim: EndorsementClaim?
    /// What it speaks of; nothing when that is nothing here.
    public let thing: EndorsedThing.Kind?
    /// Its own report. Its `badge` check says what it has to do with the credential.
    public let report: VerificationReport

    /// Whether its words are the endorser's: what nobody has signed, or signed so that it reads otherwise, isn't told.
    var isSaid: Bool { [Check.proof, .claims].allSatisfy { report[$0]?.outcome == .passed } }

    /// The report with a word on what it is about, for programs.
    func json(in language: ReportLanguage) -> JSONValue {
        var json = report.json(in: language).objectValue ?? [:]
        var about: JSONObject = ["place": .string(place), "beside": .bool(isBeside)]
        about["of"] = thing.map { .string($0.rawValue) }
        about["subject"] = claim?.subject.map { .string($0) }
        if isSaid { about["comment"] = claim?.comment.map { .string($0) } }
        json["endorsement"] = .object(about)
        return .object(json)
    }
}
