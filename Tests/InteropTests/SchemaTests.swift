import Encodings
import Testing
import TestSupport

/// 1EdTech publishes its schema in two forms: one in which every set is an array, and one that takes a single value in
/// its place. Badges are written in the array form, which both accept.
@Suite("jsonschema", .needsPeers, .needsCorpus("schemas"))
struct SchemaTests {
    private let badges: IssuedBadges
    private let schemas: String

    init() throws {
        badges = try IssuedBadges.shared.get()
        schemas = "\(try #require(Corpus.root))/schemas/ob_v3p0_achievementcredential_schema"
    }

    private func errors(in files: [String], form: String) throws -> [[String]] {
        let answer = try Peers.ask(
            "validate_schema",
            [
                "schema": .string("\(schemas).\(form)-form.json"),
                "files": .array(files.map { .string($0) }),
            ])
        return (answer.arrayValue ?? []).map { ($0.arrayValue ?? []).compactMap(\.stringValue) }
    }

    @Test(
        "Every sample badge keeps 1EdTech's schema, in every language and both formats",
        arguments: ["array", "compacted"])
    func sampleBadges(form: String) throws {
        #expect(badges.slugs.count == 26)
        #expect(badges.json.count == 26 * 3)
        #expect(badges.jwt.count == 26 * 3)
        let files = badges.json + badges.jwt + [badges.fullest]
        let errors = try errors(in: files, form: form)
        #expect(errors.count == files.count)
        for (file, errors) in zip(files, errors) { #expect(errors.isEmpty, "\(file)") }
    }

    /// The data model allows several status entries, 1EdTech's schema one: such a badge names no schema, and the lint of
    /// its definition says what that may cost.
    @Test("A badge that can be put on hold keeps the schema but for its second status entry")
    func holdable() throws {
        let errors = try errors(in: badges.holdable, form: "array")
        #expect(errors.count == 2)
        for errors in errors {
            #expect(errors.count == 1)
            #expect(errors.first?.hasPrefix("$.credentialStatus: ") == true)
        }
        #expect(try JSONParser.parse(badges.folder.read("holdable.json"))["credentialSchema"] == nil)
    }

    @Test("jsonschema would have seen a fault: a plain type, a date without its zone, no achievement")
    func faults() throws {
        let sound = try JSONParser.parse(badges.folder.read("fullest.json"))
        func changed(_ name: String, _ change: (inout JSONObject) -> Void) throws -> String {
            var credential = try #require(sound.objectValue)
            change(&credential)
            return try badges.folder.write("faults/\(name).json", JSONWriter.compact(.object(credential)))
        }
        let files = [
            try changed("type") { $0["type"] = "OpenBadgeCredential" },
            try changed("date") { $0["validFrom"] = "2026-11-21T10:00:00" },
            try changed("subject") { $0["credentialSubject"] = ["id": "urn:uuid:1", "type": ["AchievementSubject"]] },
        ]
        let errors = try errors(in: files, form: "array")
        #expect(errors.count == files.count)
        for (file, errors) in zip(files, errors) { #expect(!errors.isEmpty, "\(file)") }
    }
}
