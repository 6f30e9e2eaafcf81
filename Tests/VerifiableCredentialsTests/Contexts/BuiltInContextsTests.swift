import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite("W3C's contexts")
struct BuiltInContextsTests {
    struct Published {
        let file: [UInt8]
        let sha256: String?
    }

    /// What the corpus has under that address.
    static func published(_ url: String) throws -> Published {
        let documents = try JSONParser.parse(Corpus.read("documents.json"))
        let entry = try #require(documents["contexts"]?.arrayValue?.first { $0["url"]?.stringValue == url })
        return Published(
            file: try Corpus.read(try #require(entry["file"]?.stringValue)),
            sha256: entry["publishedSha256"]?.stringValue)
    }

    @Test(
        "Each table equals the published file as JSON", .needsCorpus("contexts"),
        arguments: BuiltInContexts.all.map(\.url))
    func equal(_ url: String) throws {
        let context = try #require(BuiltInContexts.all.first { $0.url == url })
        #expect(context.json == (try JSONParser.parse(Self.published(url).file)))
    }

    @Test(
        "The digests are those that the standards publish, and those of the files", .needsCorpus("contexts"),
        arguments: BuiltInContexts.all.map(\.url))
    func digests(_ url: String) throws {
        let context = try #require(BuiltInContexts.all.first { $0.url == url })
        let published = try Self.published(url)
        #expect(context.publishedSHA256 == published.sha256)
        if let pinned = context.publishedSHA256 { #expect(Base16.encode(SHA256.hash(published.file)) == pinned) }
        #expect(context.digest == SHA256.hash(JCS.canonicalize(try JSONParser.parse(published.file))))
    }

    @Test("A context is found by the bytes of its address alone")
    func lookup() {
        let store = ContextStore(BuiltInContexts.all)
        #expect(store.document(at: "https://www.w3.org/ns/credentials/v2")?.json["@context"]?["name"] != nil)
        #expect(store.contains("https://www.w3.org/ns/credentials/v2"))
        for other in ["https://www.w3.org/ns/credentials/v2/", "https://WWW.w3.org/ns/credentials/v2", ""] {
            #expect(!store.contains(other))
            #expect(store.document(at: other) == nil)
        }
    }

    @Test("No address stands twice")
    func unique() {
        let urls = BuiltInContexts.all.map(\.url)
        #expect(Set(urls).count == urls.count)
    }
}
