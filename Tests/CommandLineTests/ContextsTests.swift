import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

@Suite("passportctl verify --contexts, and --version --verbose")
struct ContextsTests {
    private let desk: Desk
    private let url = "https://example.org/terms/v1"
    private let terms = #"{"@context": {"Medal": "urn:x:Medal", "metal": "urn:x:metal"}}"#

    init() throws {
        desk = try Desk(ScratchFolder())
        let key = TestBadge.key
        let issuer = DIDKey.did(for: key.publicKey).description
        let contexts = (TestBadge.credential()["@context"]?.asList ?? []) + [.string(url)]
        let badge = try DataIntegrity.secure(
            TestBadge.credential([
                ("@context", .array(contexts)), ("issuer", ["id": .string(issuer), "type": ["Profile"], "name": "A"]),
                ("credentialSubject.achievement.metal", "silver"),
            ]), suite: EdDSAJCS2022(),
            key: SigningKey(verificationMethod: DIDKey.verificationMethodID(for: key.publicKey), privateKey: key),
            created: FixedClock.now)
        try desk.folder.write("badge.json", String(decoding: JSONWriter.compact(.object(badge)), as: UTF8.self))
        try desk.folder.write("terms.json", terms)
        try list()
    }

    private func list(file: String = "terms.json", digestOf content: String? = nil) throws {
        let digest = [0x12, 0x20] + SHA256.hash(Array((content ?? terms).utf8))
        try desk.folder.write(
            "contexts.json",
            """
            {"format": "passport.contexts/1", "contexts": [
              {"url": "\(url)", "file": "\(file)", "digestMultibase": "\(Multibase.encode(digest, as: .base64url))"}]}
            """)
    }

    /// The code of the report's `contexts` check.
    private func code(_ options: String...) throws -> String? {
        let run = try desk.run(["verify", "badge.json", "--json"] + options)
        let checks = try #require(run.objects().first?["checks"]?.arrayValue)
        return checks.first { $0["check"] == "contexts" }?["code"]?.stringValue
    }

    @Test("a context of one's own is used when it is listed, and only then")
    func used() throws {
        #expect(try code() == "contexts.unknown")
        #expect(try code("--contexts", "contexts.json") == "contexts.ok")
    }

    @Test(
        "a list that is none is named, with what one looks like",
        arguments: [
            "{}", #"{"format": "passport.contexts/1"}"#,
            #"{"format": "passport.contexts/1", "contexts": [{"url": 1}]}"#,
        ])
    func broken(list: String) throws {
        try desk.folder.write("contexts.json", list)
        let run = try desk.run("verify", "badge.json", "--contexts", "contexts.json")
        #expect(run.status == 65)
        #expect(run.stderr.contains("\"contexts.json\""))
        #expect(run.stderr.contains("hint: "))
        #expect(run.stderr.contains("(context.list)"))
    }

    @Test("a file that isn't the pinned one, or a link to it, is refused")
    func pinned() throws {
        try list(digestOf: "other")
        var run = try desk.run("verify", "badge.json", "--contexts", "contexts.json")
        #expect(run.status == 65)
        #expect(run.stdout.isEmpty)
        #expect(run.stderr.contains("(context.digest-mismatch)"))
        try list(file: "link.json")
        try FileManager.default.createSymbolicLink(
            atPath: desk.folder.path(of: "link.json"), withDestinationPath: "terms.json")
        run = try desk.run("verify", "badge.json", "--contexts", "contexts.json")
        #expect(run.status == 65)
        #expect(run.stderr.contains("(file.wrong-kind)"))
        run = try desk.run("verify", "badge.json", "--contexts", "nowhere.json")
        #expect(run.status == 66)
    }

    @Test(
        "--version --verbose lists every context with a digest",
        arguments: [["--version", "--verbose"], ["-v", "--version"]])
    func version(_ arguments: [String]) throws {
        let run = try desk.run(arguments)
        #expect(run.status == 0)
        #expect(run.stderr.isEmpty)
        let lines = run.stdout.split(separator: "\n")
        #expect(lines[0].wholeMatch(of: /passportctl [0-9.]+ \(OpenSSL [0-9.]+, SQLite [0-9.]+\)/) != nil)
        let contexts = lines.dropFirst(2)
        #expect(contexts.allSatisfy { $0.wholeMatch(of: #/  [0-9a-f]{64}  https://[^ ]+/#) != nil })
        #expect(contexts.contains { $0.hasSuffix(" https://www.w3.org/ns/credentials/v2") })
        #expect(contexts.contains { $0.hasSuffix(" https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json") })
    }
}
