import Encodings
import OpenBadges
import TestSupport
import Testing

/// A learner record of our own against others' tools, and our reading of CLR 2.0's schema against jsonschema's.
@Suite("Learner records", .needsPeers, .needsCorpus("schemas"))
struct LearnerRecordTests {
    private let badges: IssuedBadges
    private let corpus: String

    init() throws {
        badges = try IssuedBadges.shared.get()
        corpus = try #require(Corpus.root)
    }

    /// A transcript of all sample badges in one language.
    private static let record = Result {
        let badges = try IssuedBadges.shared.get()
        let path = badges.folder.path(of: "record.json")
        try IssuedBadges.run(
            [
                "register", "transcript", "fi.json@example.org", "-o", path, "--workspace",
                badges.folder.path(of: "workspace"),
            ], in: badges.folder)
        return path
    }

    private func errors(in documents: [JSONValue], named name: String) throws -> [[String]] {
        let answer = try Peers.ask(
            "validate_learner_record",
            [
                "schema": .string("\(corpus)/schemas/ob_v3p0_achievementcredential_schema.compacted-form.json"),
                "documents": .string(try badges.folder.write(name, JSONWriter.compact(.array(documents)))),
            ])
        return (answer.arrayValue ?? []).map { ($0.arrayValue ?? []).compactMap(\.stringValue) }
    }

    @Test("a transcript keeps the published schema, and so do the badges in it")
    func schema() throws {
        let record = try JSONParser.parse(badges.folder.read("record.json", after: Self.record))
        #expect(try errors(in: [record], named: "records/own.json") == [[]])
        let inner = try #require(record["credentialSubject"]?["verifiableCredential"]?.arrayValue)
        #expect(inner.count == badges.slugs.count)
    }

    @Test("no term of it is undefined and no identifier relative")
    func linkedData() throws {
        let answer = try Peers.ask(
            "expand", ["corpus": .string(corpus), "files": [.string(try Self.record.get())]])
        let expansion = try #require(answer.arrayValue?.first)
        #expect(expansion["dropped"] == [] && expansion["relative"] == [])
        #expect(Int(expansion["quads"]?.numberValue?.text ?? "") ?? 0 > 26 * 100)
    }

    @Test("its proof fits by the standard's steps, and no longer after a change; so do those of the badges in it")
    func proof() throws {
        let record = try JSONParser.parse(badges.folder.read("record.json", after: Self.record))
        var files = [try Self.record.get()]
        for (index, badge) in (record["credentialSubject"]?["verifiableCredential"]?.asList ?? []).prefix(3)
            .enumerated()
        {
            files.append(try badges.folder.write("records/inner-\(index).json", JSONWriter.compact(badge)))
        }
        let answer = try Peers.ask(
            "verify_proof",
            [
                "corpus": .string(corpus), "document": .string(badges.didDocument),
                "files": .array(files.map { .string($0) }),
            ])
        #expect(answer.arrayValue?.count == 4)
        for outcome in answer.arrayValue ?? [] {
            #expect(outcome["proof"]?["ok"] == true, "\(outcome["proof"]?["error"]?.stringValue ?? "")")
            #expect(outcome["tampered"]?["error"] == "AssertionError: signature")
        }
    }

    @Test("our schema rules and jsonschema answer the same of 600 damaged records")
    func damage() throws {
        let sample = try JSONParser.parse(Corpus.read("1edtech-validator/fixtures/clr20/simple.json"))
        var generator = SeededGenerator(seed: 20)
        let documents = [sample] + (0..<600).map { _ in Self.damaged(sample, using: &generator) }
        let errors = try errors(in: documents, named: "records/damaged.json")
        #expect(errors.count == documents.count)
        var sound = 0
        for (document, errors) in zip(documents, errors) {
            guard let object = document.objectValue else {
                #expect(!errors.isEmpty)
                continue
            }
            let accepts = OpenBadgeSchema.accepts(object, as: .clrCredential, form: .compacted)
            sound += accepts ? 1 : 0
            #expect(
                accepts == errors.isEmpty, "\(errors) \(String(decoding: JSONWriter.compact(document), as: UTF8.self))")
        }
        // Neither all nor none of them.
        #expect((60..<540).contains(sound))
    }

    /// One place of a document changed, left out or doubled.
    private static func damaged(_ value: JSONValue, using generator: inout SeededGenerator) -> JSONValue {
        let roll = Int.random(in: 0..<8, using: &generator)
        let leavesOut = Int.random(in: 0..<6, using: &generator) == 0
        switch (value, roll) {
        case (.object(var object), 1...) where !object.isEmpty:
            let name = object.names[Int.random(in: 0..<object.count, using: &generator)]
            object[name] = leavesOut ? nil : object[name].map { damaged($0, using: &generator) }
            return .object(object)
        case (.array(var elements), 1...) where !elements.isEmpty:
            let place = Int.random(in: 0..<elements.count, using: &generator)
            if leavesOut {
                elements.remove(at: place)
            } else {
                elements[place] = damaged(elements[place], using: &generator)
            }
            return .array(elements)
        default:
            let values: [JSONValue] = [
                .array([value]), .null, 7, ["id": value], "x", true, ["fi": "x"], [], [:],
            ]
            return values[Int.random(in: 0..<values.count, using: &generator)]
        }
    }
}

extension ScratchFolder {
    /// A file that something makes first.
    fileprivate func read(_ name: String, after making: Result<String, any Error>) throws -> [UInt8] {
        _ = try making.get()
        return try read(name)
    }
}
