import Encodings
import Testing
import TestSupport

@Suite("PyLD", .needsPeers, .needsCorpus("contexts"))
struct LinkedDataTests {
    private let badges: IssuedBadges
    private let corpus: String

    init() throws {
        badges = try IssuedBadges.shared.get()
        corpus = try #require(Corpus.root)
    }

    private struct Expansion {
        let dropped: [String]
        let relative: [String]
        let quads: Int

        init(_ json: JSONValue) {
            dropped = (json["dropped"]?.arrayValue ?? []).compactMap(\.stringValue)
            relative = (json["relative"]?.arrayValue ?? []).compactMap(\.stringValue)
            quads = Int(json["quads"]?.numberValue?.text ?? "") ?? 0
        }
    }

    private func expand(_ files: [String]) throws -> [Expansion] {
        let answer = try Peers.ask(
            "expand", ["corpus": .string(corpus), "files": .array(files.map { .string($0) })])
        return (answer.arrayValue ?? []).map(Expansion.init)
    }

    @Test("No term of a badge is undefined and no identifier relative, in any language or format")
    func sampleBadges() throws {
        let files = badges.json + badges.jwt + badges.holdable + [badges.fullest]
        let expansions = try expand(files)
        #expect(expansions.count == files.count)
        for (file, expansion) in zip(files, expansions) {
            #expect(expansion.dropped.isEmpty, "\(file)")
            #expect(expansion.relative.isEmpty, "\(file)")
            #expect(expansion.quads > 40, "\(file)")
        }
    }

    @Test("What is published reads as linked data: DID document, profile, achievements, status list")
    func site() throws {
        // Checkpoint and trust bundle are our own formats, no linked data.
        let own = ["site/checkpoint.json", "site/trust-bundle.json"]
        let files = badges.folder.files().filter { name in
            name.hasPrefix("site/") && name.hasSuffix(".json") && !own.contains(name)
        }.map { badges.folder.path(of: $0) }
        // DID document, profile, two status lists; and each achievement in its own language and all of them.
        #expect(files.count == 4 + (badges.slugs.count + 1) * 4)
        #expect(files.contains(badges.didDocument))
        for (file, expansion) in zip(files, try expand(files)) {
            #expect(expansion.dropped.isEmpty, "\(file)")
            #expect(expansion.relative.isEmpty, "\(file)")
            #expect(expansion.quads > 0, "\(file)")
        }
    }

    @Test("The strictness is real: an undefined term and a relative identifier are seen")
    func faults() throws {
        var credential = try #require(JSONParser.parse(badges.folder.read("fullest.json")).objectValue)
        credential["nobodyDefinedThis"] = "word"
        credential["id"] = "relative"
        let file = try badges.folder.write("faults/terms.json", JSONWriter.compact(.object(credential)))
        let expansion = try #require(try expand([file]).first)
        #expect(expansion.dropped == ["nobodyDefinedThis"])
        #expect(expansion.relative == ["relative"])
    }
}
