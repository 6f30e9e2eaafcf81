import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Context addresses")
struct OpenBadgesContextsTests {
    @Test("Every address we know is one that 1EdTech serves", .needsCorpus("ob3-spec"))
    func known() throws {
        let documents = try JSONParser.parse(try Corpus.read("documents.json"))
        let served = documents["contexts"]?.arrayValue?.compactMap { $0["url"]?.stringValue } ?? []
        #expect(OpenBadgesContexts.store.contexts.allSatisfy { served.contains($0.url) })
        #expect(served.contains(OpenBadgesContexts.credentialsV1) && served.contains(OpenBadgesContexts.credentialsV2))
    }

    @Test("The schema's context stands last, and only when a schema is named")
    func issued() {
        #expect(OpenBadgesContexts.issued(namingSchema: false).count == 2)
        #expect(OpenBadgesContexts.issued(namingSchema: true).last == OpenBadgesContexts.openBadgesExtensions)
    }
}
