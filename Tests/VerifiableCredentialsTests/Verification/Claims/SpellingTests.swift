import Cryptography
import Encodings
import LinkedData
import OpenBadges
import Synchronization
import TestSupport
import Testing
import VerifiableCredentials

/// What is read is what was signed: every member that is read, written in every way that leaves the signature whole.
@Suite("Claims: one statement, many spellings") struct SpellingTests {
    private static let suite = EdDSARDFC2022(contexts: OpenBadgesContexts.store.prepared)
    private static let key = SigningKey(verificationMethod: TestBadge.methodID, privateKey: TestBadge.key)

    private func sign(_ document: JSONObject) throws -> JSONObject {
        try DataIntegrity.secure(document, suite: Self.suite, key: Self.key, created: FixedClock.now)
    }

    /// What the check finds in a document whose signature fits; nothing when it doesn't fit.
    private func judge(_ document: JSONObject, _ proof: DataIntegrityProof, _ shapes: NodeShapes) -> (
        difference: ReadingDifference?, fits: Bool
    ) {
        var memory = DocumentMemory()
        let outcome = Self.suite.verify(
            document: document, proof: proof, key: TestBadge.key.publicKey, memory: &memory)
        guard case .verified = outcome, let expanded = memory.latest?.canonical.expanded else { return (nil, false) }
        return (expanded.difference(in: shapes), true)
    }

    /// The values of a property in expanded form, under the IRI that the object's name has there.
    private func meaning(
        of name: String, in object: ReadObject, of document: JSONObject, _ shapes: NodeShapes
    ) throws -> (
        String, [JSONValue]
    )? {
        let expanded = try JSONLD.expand(
            .object(document), contexts: OpenBadgesContexts.store.prepared, options: .signing)
        let node = NodeIndex(expanded).all.first { $0.path == object.path }
        let shape = try #require(shapes[object.shape]?.properties.first { $0.name == name })
        for iri in shape.iris {
            guard let node, !node.values(of: iri).isEmpty, let json = node.json[iri]?.arrayValue else { continue }
            return (iri, json)
        }
        return nil
    }

    @Test(
        "A signature that still fits comes with the same reading, or the claims fail",
        arguments: SpelledBadges.all.map(\.name))
    func spellings(_ name: String) throws {
        let document = try #require(SpelledBadges.all.first { $0.name == name }?.document)
        var dangerous: [String: Int] = [:]
        let shapes = OpenBadgeProfile().shapes(for: document)
        for object in ReadObject.all(in: document, of: shapes) {
            let base = try sign(Spellings.base(document, about: object))
            let proof = try DataIntegrityProof(json: try #require(base["proof"]))
            let (difference, fits) = judge(base, proof, shapes)
            try #require(fits && difference == nil, "\(object): \(String(describing: difference))")
            let reading = NamedReading(base, shapes)
            let members = JSONValue.object(base).at(object.path)?.objectValue?.names ?? []
            for property in shapes[object.shape]?.properties ?? [] where members.contains(property.name) {
                let (iri, expanded) = try #require(
                    try meaning(of: property.name, in: object, of: base.removing("proof"), shapes),
                    "\(object.path) \(property.name)")
                let spellings = Spellings(
                    base: base, object: object, name: property.name, iri: iri, expanded: expanded)
                for (word, variant) in spellings.all {
                    let (difference, fits) = judge(variant, proof, shapes)
                    guard fits else { continue }
                    dangerous["\(object.shape).\(property.name)", default: 0] += 1
                    #expect(
                        difference != nil || NamedReading(variant, shapes) == reading || hasUnreadableStatus(variant),
                        "\(name) \(object.path) \(property.name): \(word)")
                }
            }
        }
        // A test of nothing would pass.
        for (term, count) in dangerous { #expect(count >= 6, "\(term): \(count)") }
        #expect(dangerous.count >= (name == "credential" ? 50 : 5), "\(dangerous.count)")
    }

    /// An entry that isn't written as the standard has it leaves a badge undetermined.
    private func hasUnreadableStatus(_ document: JSONObject) -> Bool {
        CredentialView(document).statusEntries.contains { entry in
            guard entry["type"] == "BitstringStatusListEntry" else { return false }
            return (try? StatusListEntry(json: entry)) == nil
        }
    }

    @Test("The samples have every member that is read")
    func everyMember() {
        var met: Set<String> = []
        for (_, document) in SpelledBadges.all {
            for object in ReadObject.all(in: document, of: OpenBadgeProfile().shapes(for: document)) {
                for name in JSONValue.object(document).at(object.path)?.objectValue?.names ?? [] {
                    met.insert("\(object.shape).\(name)")
                }
            }
        }
        let all = BadgeShapes.endorsement.shapes.filter { $0.name != CredentialShapes.proof }.flatMap { shape in
            shape.properties.map { "\(shape.name).\($0.name)" }
        }
        // Embedded endorsements are in what the spellings start from.
        let others = ["credential.endorsement", "Profile.endorsement", "Achievement.endorsement"]
        #expect(Set(all).subtracting(met).sorted() == others.sorted())
    }
}
