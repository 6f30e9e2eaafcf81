import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Credentials from the field: their words have meanings, save for those that were looked at one by one.
@Suite struct TermWalkCorpusTests {
    /// Where a credential uses a word that its contexts don't define; expansion drops it there.
    static let undefined: [String: String] = [
        // No context of these names the types of 1EdTech's extensions.
        "ob30/complete_v1.json": "$.credentialSubject.achievement.creator.endorsement[0].credentialSchema[0].type",
        // Made to be wrong, in a type or in what the type would have defined.
        "ob30/simple-err-credential-subject-profile-type.json": "$.credentialSubject.source.type",
        "ob30/simple-err-evidence-type.json": "$.evidence[1].type",
        "ob30/simple-err-issuer-parentorg-type.json": "$.issuer.parentOrg.type[0]",
        "ob30/simple-err-issuer-type.json": "$.issuer.type[0]",
        "ob30/simple-err-proof-method-no-scheme.json": "$.proof[0].verificationMethod",
        "ob30/simple-err-type.json": "$.type[1]",
        "verifier-core-safeModeBreaker": "$.credentialStatus.type",
        "credential-issuer-object-id-no-url-fail": "$.issuer.id",
        "credential-proof-missing-type-fail": "$.proof.created",
        "names-and-descriptions/credential-description-extra-prop-en-fail": "$.description.url",
        "names-and-descriptions/credential-name-extra-prop-en-fail": "$.name.url",
        "names-and-descriptions/issuer-name-extra-prop-en-fail": "$.issuer.name.url",
        "presentation-holder-fail": "$.holder",
        "presentation-holder-object-fail": "$.holder.id",
        // No context at all.
        "example-1-bad-cardinality": "$.id",
        // Unsigned samples with a type of the implementer's own.
        "waltid-openbadgecredential_sample.invalidnotbefore": "$.credentialSchema.type",
        "waltid-openbadgecredential_sample.invalidschema": "$.nome",
        // An unsigned example that takes a word from DID documents.
        "impl-migrating-upgraded-ob-2.0-assertion-included-within-clr-2.0": "$.issuer.alsoKnownAs",
    ]

    static var credentials: [CorpusVector] {
        ["dcc", "signed-credentials", "ob3-spec", "1edtech-validator", "vcdm2", "vcdm11", "vc-jose-cose"]
            .flatMap { Corpus.cases($0) }
    }

    private func json(_ vector: CorpusVector) throws -> JSONObject? {
        let bytes = try vector.read(vector.text("file") == nil ? "input" : "file")
        if case .credential(let presented) = PresentedFile.read(bytes) { return presented.credential }
        return try? JSONParser.parse(bytes).objectValue
    }

    @Test(
        "Words without a meaning are found where they are, and nowhere else", .needsCorpus("dcc"),
        arguments: credentials)
    func words(_ vector: CorpusVector) throws {
        guard let json = try json(vector), json["@context"] != nil else { return }
        let first = OpenBadgesContexts.store.findings(in: json).first { finding in
            if case .unknownContext = finding.kind { false } else { true }
        }
        #expect(first?.path.description == Self.undefined[vector.id], "\(first.map { "\($0)" } ?? "nothing")")
    }

    @Test("The order of members says nothing", .needsCorpus("dcc"), arguments: credentials)
    func order(_ vector: CorpusVector) throws {
        guard let json = try json(vector) else { return }
        let store = OpenBadgesContexts.store
        let expected = Set(store.findings(in: json, atMost: 1000))
        forAll("shuffled members give the same findings", rounds: 3) { generator in
            let shuffled = Self.shuffled(.object(json), using: &generator).objectValue ?? [:]
            return Set(store.findings(in: shuffled, atMost: 1000)) == expected
        }
    }

    private static func shuffled(_ value: JSONValue, using generator: inout SeededGenerator) -> JSONValue {
        switch value {
        case .object(let object):
            var members = object.members
            for index in members.indices {
                members[index].value = shuffled(members[index].value, using: &generator)
            }
            return .object(JSONObject(uniqueMembers: members.shuffled(using: &generator)))
        case .array(let elements): return .array(elements.map { shuffled($0, using: &generator) })
        default: return value
        }
    }
}
