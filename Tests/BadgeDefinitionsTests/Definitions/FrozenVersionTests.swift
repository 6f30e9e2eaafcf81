import BadgeDefinitions
import Encodings
import Testing

@Suite("A published version")
struct FrozenVersionTests {
    private func read(_ text: String, after published: BadgeDefinition) -> [DefinitionFinding] {
        DefinitionReader.read(Array(text.utf8), file: "tiimityo.json", defaults: Texts.defaults) { definition in
            definition.version == published.version
                ? FrozenVersion(digest: published.digest, json: published.json) : nil
        }
        .findings
    }

    @Test("may change its status and last day and nothing else")
    func frozen() throws {
        let published = try #require(Texts.read(Texts.badge).definition)
        #expect(read(Texts.badge, after: published).isEmpty)
        #expect(read(try Texts.badge("\"published\"", "\"retired\""), after: published).isEmpty)
        #expect(
            read(try Texts.badge("\"validUntil\": null", "\"validUntil\": \"2030-12-31\""), after: published).isEmpty)

        let findings = read(try Texts.badge("\"Teamwork\"", "\"Team work\""), after: published)
        #expect(findings.map(\.codeText) == ["definition.frozen"])
        #expect(findings.map(\.path.description) == ["$.name.en"])
        #expect(findings.first?.hint?.contains("\"version\" to 2") == true)
    }

    @Test("gives way to a new version")
    func newVersion() throws {
        let published = try #require(Texts.read(Texts.badge).definition)
        var text = try Texts.badge("\"Teamwork\"", "\"Team work\"")
        text = try Texts.changed(text, "\"version\": 1", "\"version\": 2")
        #expect(read(text, after: published).isEmpty)
    }

    @Test("is recognised however the file is laid out, and changed by another workspace's base")
    func digest() throws {
        let one = try #require(Texts.read(Texts.badge).definition)
        let compact = String(decoding: JSONWriter.compact(.object(one.json)), as: UTF8.self)
        #expect(Texts.read(compact).definition?.digest == one.digest)
        #expect(one.digest.count == 32)
        let elsewhere = DefinitionReader.read(
            Array(Texts.badge.utf8), file: "tiimityo.json",
            defaults: DefinitionDefaults(badgeBase: "https://other.example/badges/", creator: Texts.defaults.creator))
        #expect(elsewhere.definition?.digest != one.digest)
    }
}
