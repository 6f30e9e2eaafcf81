import Encodings
import OpenBadges
import TestSupport
import Testing

/// The labels in the corpus say what an independent JSON Schema validator answers for 1EdTech's schema files.
@Suite("Open Badges schema against the corpus")
struct SchemaCorpusTests {
    static let suites = ["ob3-spec", "1edtech-validator", "dcc", "signed-credentials"]
    static let labelled = suites.flatMap(Corpus.cases).filter { $0.entry["schema"]?.objectValue != nil }

    @Test("Every labelled credential is judged as its label says", .needsCorpus("ob3-spec"), arguments: labelled)
    func label(_ vector: CorpusVector) throws {
        let credential = try #require(try JSONParser.parse(try vector.read("file")).objectValue)
        let label = vector.entry["schema"]
        let isArray = OpenBadgeSchema.accepts(credential, form: .array)
        let isCompacted = OpenBadgeSchema.accepts(credential, form: .compacted)
        let isAny = isCompacted || OpenBadgeSchema.accepts(credential, form: .compactedVCDM11)
        #expect(isArray == label?["arrayForm"]?.boolValue)
        #expect(isCompacted == label?["compactedForm"]?.boolValue)
        #expect(isAny == label?["anyForm"]?.boolValue)
        // A credential that any form of its own version takes has no findings, and one that none takes has some.
        if isAny || isArray { #expect(OpenBadgeSchema.findings(in: credential) == []) }
    }

    @Test("No label is left out", .needsCorpus("ob3-spec"))
    func count() { #expect(Self.labelled.count == 102) }

    @Test("Stopping at the first finding and naming all give one answer", .needsCorpus("ob3-spec"), arguments: labelled)
    func oneAnswer(_ vector: CorpusVector) throws {
        let credential = try #require(try JSONParser.parse(try vector.read("file")).objectValue)
        for form in OpenBadgeSchema.Form.allCases {
            let findings = OpenBadgeSchema.findings(in: credential, form: form)
            #expect(findings.isEmpty == OpenBadgeSchema.accepts(credential, form: form))
        }
    }

    @Test(
        "A badge of the first 3.0 days is taken under the schema of those days", .needsCorpus("dcc"),
        arguments: Corpus.cases("dcc").filter { $0.id.hasPrefix("v1/ed25519/didWeb/oidf") })
    func firstSchema(_ vector: CorpusVector) throws {
        let credential = try #require(try JSONParser.parse(try vector.read("file")).objectValue)
        #expect(!OpenBadgeSchema.accepts(credential, form: .compactedVCDM11))
        #expect(OpenBadgeSchema.accepts(credential, form: .arrayVCDM11))
        #expect(OpenBadgeSchema.findings(in: credential) == [])
    }
}
