import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@testable import OpenBadges

@Suite("1EdTech's contexts")
struct OpenBadgesContextTablesTests {
    private static func published(_ url: String) throws -> JSONValue {
        let documents = try JSONParser.parse(Corpus.read("documents.json"))
        let entry = try #require(documents["contexts"]?.arrayValue?.first { $0["url"]?.stringValue == url })
        return try JSONParser.parse(Corpus.read(try #require(entry["file"]?.stringValue)))
    }

    @Test(
        "Each table equals the published file as JSON", .needsCorpus("contexts"),
        arguments: OpenBadgesContexts.all.map(\.url).filter { $0 != OpenBadgesContexts.openBadges303 })
    func equal(_ url: String) throws {
        let context = try #require(OpenBadgesContexts.all.first { $0.url == url })
        #expect(context.json == (try Self.published(url)))
    }

    @Test("3.0.3 ships in its later state; without two terms it is the earlier one", .needsCorpus("contexts"))
    func states() throws {
        let later = try JSONParser.parse(Corpus.read("contexts/ob-v3p0-3.0.3.later.json"))
        let shipped = try #require(OpenBadgesContexts.store.document(at: OpenBadgesContexts.openBadges))
        #expect(shipped.json == later)
        let earlier = try Self.published(OpenBadgesContexts.openBadges303)
        #expect(earlier != later)
        #expect(OpenBadges303Context.table.without("endorsementJwt", "jti").document == earlier)
        #expect(OpenBadges303Context.earlierTable.document == earlier)
    }
}
