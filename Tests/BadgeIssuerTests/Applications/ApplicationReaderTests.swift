import BadgeDefinitions
import Encodings
import Foundation
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Reading an application") struct ApplicationReaderTests {
    static let example: JSONObject = {
        let bytes = FileManager.default.contents(atPath: "\(PackageRoot.path)/examples/application.json") ?? Data()
        return (try? JSONParser.parse([UInt8](bytes)).objectValue) ?? JSONObject()
    }()

    static func read(_ json: JSONObject, at now: Timestamp = FixedClock.now) throws -> BadgeApplication {
        try BadgeApplication(reading: JSONWriter.pretty(.object(json)), named: "\"anna.json\"", at: now)
    }

    /// The example with one member set, or with `nil` left out.
    static func changed(_ name: String, _ value: JSONValue?) -> JSONObject {
        var json = example
        json[name] = value
        return json
    }

    static func code(of json: JSONObject) -> String? {
        do {
            _ = try read(json)
            return nil
        } catch { return (error as? any CodedError)?.codeText }
    }

    @Test("the example in the documents is one, and comes out as it went in")
    func example() throws {
        let application = try Self.read(Self.example)
        #expect(application.slug == "tiimityo")
        #expect(application.applicant.identifier == .email("anna@example.org"))
        #expect(application.level == 2)
        #expect(application.evidence.map(\.kind) == [.link, .document, .observation])
        #expect(application.evidence[1].sha256 == Array(application.evidence[1].sha256 ?? []))
        #expect(application.json == Self.example)
        #expect(try Self.read(application.json) == application)
    }

    @Test("however its file is laid out, it is the same application")
    func digest() throws {
        let application = try Self.read(Self.example)
        let turned = JSONObject(uniqueMembers: Self.example.members.reversed())
        let compact = try BadgeApplication(
            reading: JSONWriter.compact(.object(turned)), named: "x", at: FixedClock.now)
        #expect(compact.digest == application.digest)
        #expect(try Self.read(Self.changed("text", "Muuta.")).digest != application.digest)
    }

    @Test("an email address is read in the register's spelling")
    func email() throws {
        let json = Self.changed("applicant", ["email": " Anna@Example.ORG "])
        #expect(try Self.read(json).applicant.identifier == .email("anna@example.org"))
    }

    @Test(
        "what it can't say is refused",
        arguments: [
            ("format", "passport.application/2", "application.format"), ("format", nil, "application.field"),
            ("id", "7c1f0a52", "application.field"), ("id", nil, "application.field"),
            ("id", "urn:uuid:7C1F0A52-3B0E-4D8E-9A55-2F6B8F1C9D31", "application.field"),
            ("badge", "Tiimityö", "application.field"), ("badge", "../../etc/passwd", "application.field"),
            ("badge", nil, "application.field"), ("badgeBase", "https://passi.example/badges", "application.field"),
            ("badgeBase", nil as JSONValue?, nil), ("level", 5, "application.field"),
            ("level", "2", "application.field"),
            ("level", true, "application.field"), ("level", nil, nil), ("text", " \n ", "application.field"),
            ("text", nil, "application.field"), ("text", 3, "application.field"),
            ("language", "fin", "application.field"),
            ("submittedOn", "29.5.2026", "application.date"), ("submittedOn", "2026-02-31", "application.date"),
            ("submittedOn", "2026-11-22", "application.date"), ("submittedOn", "2026-11-21", nil),
            ("grade", 5, "application.field"), ("applicant", "anna@example.org", "application.field"),
            ("applicant", [:], "application.field"), ("applicant", ["name": "Anna"], "application.field"),
            ("applicant", ["email": "anna@"], "application.field"),
            ("applicant", ["email": "anna@example.org", "did": "did:key:z6Mk"], "application.field"),
            ("applicant", ["did": "key:z6Mk"], "application.field"),
            ("applicant", ["passportNumber": "7K2M-9QXT-41VB-9"], "application.field"),
            ("applicant", ["studentNumber": "123"], "application.field"), ("evidence", nil, nil),
            ("evidence", [], nil), ("evidence", ["https://example.org"], "application.field"),
        ] as [(String, JSONValue?, String?)])
    func fields(name: String, value: JSONValue?, code: String?) {
        #expect(Self.code(of: Self.changed(name, value)) == code)
    }

    @Test(
        "evidence is a link with a url, a file with a digest, or something seen that has a name",
        arguments: [
            (["kind": "link", "url": "https://example.org/a"], nil),
            (["kind": "link", "name": "A link"], "application.evidence"),
            (["kind": "document", "name": "A file"], "application.evidence"),
            (["kind": "observation"], "application.evidence"), (["kind": "reflection", "name": "Päiväkirja"], nil),
            (["kind": "award", "name": "A badge"], "application.field"),
            (["kind": "link", "url": "file:///etc/passwd"], "application.evidence"),
            (["kind": "link", "url": "../secret"], "application.evidence"),
            (["kind": "link", "url": "javascript:alert(1)"], "application.evidence"),
            (["kind": "link", "url": "https://"], "application.evidence"),
            (["kind": "document", "digestMultibase": "zQm"], "application.evidence"),
            (["kind": "document", "digestMultibase": "uEiA"], "application.evidence"),
            (
                ["kind": "document", "url": "https://example.org/a", "digestMultibase": "uEiA"],
                "application.evidence"
            ),
            (["kind": "link", "url": "https://example.org/a", "path": "a.pdf"], "application.field"),
            (["kind": "observation", "name": "x", "capturedDate": "eilen"], "application.date"),
        ] as [(JSONValue, String?)])
    func evidence(piece: JSONValue, code: String?) {
        #expect(Self.code(of: Self.changed("evidence", [piece])) == code)
    }

    @Test("the same piece twice, more pieces and longer texts than anybody needs are refused")
    func limits() {
        let link: JSONValue = ["kind": "link", "url": "https://example.org/a"]
        #expect(Self.code(of: Self.changed("evidence", [link, link])) == "application.evidence")
        let seen: JSONValue = ["kind": "observation", "name": "x"]
        let most = ApplicationReader.maxEvidence
        #expect(Self.code(of: Self.changed("evidence", .array(Array(repeating: seen, count: most)))) == nil)
        #expect(
            Self.code(of: Self.changed("evidence", .array(Array(repeating: seen, count: most + 1))))
                == "limit.application-evidence")
        let long = String(repeating: "ä", count: ApplicationReader.maxText)
        #expect(Self.code(of: Self.changed("text", .string(long))) == nil)
        #expect(Self.code(of: Self.changed("text", .string(long + "x"))) == "limit.application-text")
        #expect(
            Self.code(
                of: Self.changed(
                    "evidence", [["kind": "observation", "name": .string(String(repeating: "x", count: 301))]]))
                == "limit.application-text")
        #expect(
            Self.code(of: Self.changed("text", .string(String(repeating: "x", count: ApplicationReader.maxBytes))))
                == "limit.json-bytes")
    }

    @Test(
        "an identity code is refused wherever it stands, and not shown",
        arguments: [
            ("text", "Hetuni on 010203A9987."),
            ("applicant", ["email": "anna@example.org", "name": "Anna 010203A9987"]),
            ("applicant", ["email": "010203A9987@example.org"]),
            ("evidence", [["kind": "observation", "name": "010203A9987"]]),
            ("evidence", [["kind": "link", "url": "https://example.org/010203A9987"]]),
        ] as [(String, JSONValue)])
    func identityCodes(name: String, value: JSONValue) throws {
        let error = try #require(throws: AwardError.self) { try Self.read(Self.changed(name, value)) }
        #expect(error.code == .identityCode)
        #expect(!error.message.contains("010203") && error.hint?.contains("010203") != true)
    }

    @Test("a mistake is named with the file, the line and the column")
    func place() throws {
        let text = "{\n  \"format\": \"passport.application/1\",\n  \"badge\": 5\n}"
        let error = try #require(throws: ApplicationError.self) {
            try BadgeApplication(reading: Array(text.utf8), named: "\"anna.json\"", at: FixedClock.now)
        }
        #expect(error.message.contains("\"anna.json\", line 1, column 1"))
        let broken = try #require(throws: JSONError.self) {
            try BadgeApplication(reading: Array("{\n  \"format\" 1}".utf8), named: "\"anna.json\"", at: FixedClock.now)
        }
        #expect(broken.message.contains("\"anna.json\"") && broken.message.contains("line 2"))
    }

    @Test("no bytes make it crash")
    func anyInput() throws {
        let whole = JSONWriter.compact(.object(Self.example))
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<300 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
            }
            _ = try? BadgeApplication(reading: bytes, named: "x", at: FixedClock.now)
            _ = try? BadgeApplication(
                reading: Array(whole.prefix(Int.random(in: 0..<whole.count, using: &generator))), named: "x",
                at: FixedClock.now)
        }
    }
}
