public import Encodings
public import LinkedData
public import VerifiableCredentials

/// Where Open Badges 3.0 lets others say something: of a credential, an achievement, and profiles (appendix A,
/// `endorsement` and `endorsementJwt`).
extension OpenBadgeProfile {
    public func shapes(for credential: JSONObject) -> NodeShapes {
        CredentialView(credential).hasType(OpenBadgesTerm.endorsementCredential) ? BadgeShapes.endorsement : shapes
    }

    public func endorsement(_ credential: JSONObject) -> EndorsementClaim? {
        guard CredentialView(credential).hasType(OpenBadgesTerm.endorsementCredential) else { return nil }
        let subject = CredentialView(credential).subject.map(EndorsementSubject.init)
        return EndorsementClaim(
            subject: subject?.id, comment: subject?.endorsementComment,
            resources: RelatedResource.all(in: credential))
    }

    public func endorsements(in credential: JSONObject) -> [EmbeddedEndorsement] {
        guard EndorsementOwners.mayHoldAny(credential) else { return [] }
        let owners = EndorsementOwners(credential)
        let members = owners.all.flatMap { owner in
            Self.members.flatMap { name -> [(EndorsementOwners.Owner, JSONPath, JSONValue)] in
                switch owner.json[name] {
                case nil, .null?: []
                case .array(let elements)?:
                    elements.enumerated().map { (owner, owner.path.appending(name).appending($0), $1) }
                case let value?: [(owner, owner.path.appending(name), value)]
                }
            }
        }
        guard !members.isEmpty else { return [] }
        let everything = owners.everything
        return members.map { owner, path, member in
            // On a credential endorsers may speak of what it describes, too; elsewhere of what they stand in.
            EmbeddedEndorsement(
                path: path, member: member, things: owner.isCredential ? everything : [owner.thing].compactMap(\.self))
        }
    }

    public func endorsable(in credential: JSONObject) -> [EndorsedThing] {
        endorsement(credential) == nil ? EndorsementOwners(credential).everything : []
    }

    private static let members = ["endorsement", "endorsementJwt"]
}

/// What an endorsement is about (EndorsementSubject, appendix A).
struct EndorsementSubject: JSONView {
    let json: JSONObject

    init(_ json: JSONObject) { self.json = json }

    var endorsementComment: String? { text("endorsementComment") }
}

/// The objects of a credential in which endorsements may stand.
struct EndorsementOwners {
    struct Owner {
        let path: JSONPath
        let json: JSONObject
        /// What it is; nothing when it has no id, so that nobody can speak of it.
        let thing: EndorsedThing?
        /// Whether it is the credential itself.
        var isCredential = false
    }

    private let credential: JSONObject
    private(set) var all: [Owner] = []

    init(_ credential: JSONObject) {
        self.credential = credential
        all = [Owner(path: .root, json: credential, thing: nil, isCredential: true)]
        profiles(credential["issuer"], at: JSONPath.root.appending("issuer"))
        Self.each(credential["credentialSubject"], at: JSONPath.root.appending("credentialSubject")) { subject, path in
            profiles(subject["source"], at: path.appending("source"))
            Self.each(subject["achievement"], at: path.appending("achievement")) { achievement, path in
                let creator = achievement["creator"] ?? credential["issuer"]
                all.append(
                    Owner(
                        path: path, json: achievement,
                        thing: Self.thing(
                            .achievement, achievement,
                            ownVoices: [Self.identifier(creator)].compactMap(\.self) + learners)))
                profiles(achievement["creator"], at: path.appending("creator"))
            }
        }
    }

    /// Whether there is an endorsement in a credential at all; most have none, and this tells at little cost.
    static func mayHoldAny(_ object: JSONObject, depth: Int = 0) -> Bool {
        if object["endorsement"] != nil || object["endorsementJwt"] != nil { return true }
        guard depth < 3 + maxParents else { return false }
        return parts.contains { name in
            switch object[name] {
            case .object(let part)?: mayHoldAny(part, depth: depth + 1)
            case .array(let elements)?:
                elements.contains { $0.objectValue.map { mayHoldAny($0, depth: depth + 1) } ?? false }
            default: false
            }
        }
    }

    private static let parts = ["issuer", "credentialSubject", "achievement", "creator", "source", "parentOrg"]

    /// All that the credential describes and somebody may speak for, itself first.
    var everything: [EndorsedThing] {
        let issuer = [Self.identifier(credential["issuer"])].compactMap(\.self)
        let own = Self.thing(.credential, credential, ownVoices: issuer + learners)
        let people = credential["credentialSubject"]?.asList.compactMap(\.objectValue) ?? []
        let unspoken = [credential["issuer"]].compactMap { $0?.stringValue }.map {
            EndorsedThing(kind: .profile, id: $0, json: .string($0), ownVoices: [$0])
        }
        return [own].compactMap(\.self) + all.compactMap(\.thing) + unspoken
            + people.compactMap { Self.thing(.learner, $0, ownVoices: learners) }
    }

    /// The ids of those whom the credential is about.
    private var learners: [String] {
        credential["credentialSubject"]?.asList.compactMap { $0["id"]?.stringValue } ?? []
    }

    /// A profile, and the organisation that it is part of.
    private mutating func profiles(_ value: JSONValue?, at path: JSONPath, depth: Int = 0) {
        guard let value, depth < Self.maxParents else { return }
        var found: [(JSONObject, JSONPath)] = []
        Self.each(value, at: path) { found.append(($0, $1)) }
        for (profile, path) in found {
            let id = profile["id"]?.stringValue
            all.append(
                Owner(
                    path: path, json: profile,
                    thing: Self.thing(.profile, profile, ownVoices: [id].compactMap(\.self))))
            profiles(profile["parentOrg"], at: path.appending("parentOrg"), depth: depth + 1)
        }
    }

    /// No organisation stands deeper in others.
    private static let maxParents = 4

    private static func each(_ value: JSONValue?, at path: JSONPath, _ body: (JSONObject, JSONPath) -> Void) {
        switch value {
        case .object(let object)?: body(object, path)
        case .array(let elements)?:
            for (index, element) in elements.enumerated() {
                if let object = element.objectValue { body(object, path.appending(index)) }
            }
        default: break
        }
    }

    private static func identifier(_ value: JSONValue?) -> String? { value?.stringValue ?? value?["id"]?.stringValue }

    private static func thing(
        _ kind: EndorsedThing.Kind, _ object: JSONObject, ownVoices: [String]
    ) -> EndorsedThing? {
        object["id"]?.stringValue.map {
            EndorsedThing(kind: kind, id: $0, json: .object(object), ownVoices: ownVoices)
        }
    }
}
