import Cryptography
import Encodings
import Foundation
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// `verify` on what others say of a badge, and on its evidence, through the built program.
@Suite("passportctl verify: endorsements and evidence")
struct EndorsementTests {
    private static let region = "did:web:region.example"
    private static let key = SigningKey(verificationMethod: region + "#ed25519-1", privateKey: TestBadge.otherKey)
    private static let created = Timestamp(secondsSince1970: 1_790_665_951)
    private static let badgeID = "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11"

    private static func sign(_ credential: JSONObject, by key: SigningKey) throws -> JSONObject {
        try DataIntegrity.secure(credential, suite: EdDSAJCS2022(), key: key, created: created)
    }

    private static func badge(_ changes: [(String, JSONValue?)] = []) throws -> JSONObject {
        // The types of services are words of a vocabulary of its own.
        let contexts = TestBadge.credential()["@context"]?.asList ?? []
        let extensions: JSONValue = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
        return try sign(
            TestBadge.credential(changes + [("@context", .array(contexts + [extensions]))]),
            by: SigningKey(verificationMethod: TestBadge.methodID, privateKey: TestBadge.key))
    }

    private static func endorsement(of subject: String, digest bytes: [UInt8]? = nil) throws -> JSONObject {
        var credential: JSONObject = [
            "@context": .array(TestBadge.credential()["@context"]?.asList ?? []),
            "id": "urn:uuid:7c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c13",
            "type": ["VerifiableCredential", "EndorsementCredential"], "name": "An endorsement",
            "issuer": ["id": .string(region), "type": ["Profile"], "name": "The Region"],
            "validFrom": "2026-10-01T07:12:31Z",
            "credentialSubject": [
                "id": .string(subject), "type": ["EndorsementSubject"],
                "endorsementComment": "We hire people with this badge.",
            ],
        ]
        if let bytes {
            credential["relatedResource"] = [["id": .string(subject), "digestMultibase": .string(multibase(bytes))]]
        }
        return try sign(credential, by: key)
    }

    private static func multibase(_ bytes: [UInt8]) -> String {
        "u" + Base64URL.encode([0x12, 0x20] + SHA256.hash(bytes))
    }

    /// A receiver who lists the school and the region.
    private func receiver() throws -> Desk {
        let desk = try Desk()
        let issuers = [
            TrustedIssuer(
                did: TestBadge.issuer, name: "The School",
                keys: [PinnedKey(id: TestBadge.methodID, publicKey: TestBadge.key.publicKey)]),
            TrustedIssuer(
                did: Self.region, name: "The Region",
                keys: [PinnedKey(id: Self.key.verificationMethod, publicKey: TestBadge.otherKey.publicKey)]),
        ]
        let list = TrustList(updated: Self.created, issuers: issuers)
        try desk.folder.write("trust.json", JSONWriter.pretty(list.json))
        return desk
    }

    private func write(_ object: JSONObject, _ name: String, in desk: Desk) throws {
        try desk.folder.write(name, JSONWriter.pretty(.object(object)))
    }

    private func verify(_ desk: Desk, _ arguments: String...) throws -> Run {
        try desk.run(["verify"] + arguments + ["--trust", "trust.json", "--no-state"])
    }

    // MARK: Endorsements

    @Test("the report of an endorsed badge is the one that was reviewed", arguments: ["en", "fi", "sv"])
    func golden(language: String) throws {
        let desk = try receiver()
        let forged = TestBadge.replacing(
            "credentialSubject.endorsementComment", in: try Self.endorsement(of: Self.badgeID), by: "Never.")
        try write(
            try Self.badge([
                ("endorsement", [.object(try Self.endorsement(of: Self.badgeID)), .object(forged)]),
                ("credentialSubject.achievement.endorsement", [.object(try Self.endorsement(of: "urn:x:other"))]),
                ("refreshService", ["id": "https://school.example/refresh/1", "type": "1EdTechCredentialRefresh"]),
            ]), "badge.json", in: desk)
        let run = try verify(desk, "badge.json", "--lang", language, "--at", "2026-11-21T10:00:00Z")
        #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stdout)")
        // How old the trust list is depends on the day of the test.
        let steady = run.stdout.replacing(/\((\D*)\d+ (days old|pv|dygn)\)/) { "(\($0.output.1)N \($0.output.2))" }
        try Snapshot.expect(steady, is: "verify-endorsed-\(language).txt")
    }

    @Test("files given together are shown together, by exact bytes where the endorsement names them")
    func together() throws {
        let desk = try receiver()
        try write(try Self.badge(), "badge.json", in: desk)
        try write(
            try Self.endorsement(of: Self.badgeID, digest: desk.folder.read("badge.json")), "a-word.json", in: desk)
        for files in [["badge.json", "a-word.json"], ["a-word.json", "badge.json"]] {
            let run = try desk.run(["verify"] + files + ["--trust", "trust.json", "--no-state", "--json"])
            #expect(run.status == 0, "\(run.stdout)")
            let badge = try #require(try run.objects().first { $0["source"] == "badge.json" })
            let endorsement = try #require(badge["endorsements"]?.arrayValue?.first)
            #expect(endorsement["verdict"] == "valid" && endorsement["source"] == "a-word.json")
            #expect(endorsement["endorsement"]?["beside"] == true && endorsement["endorsement"]?["of"] == "credential")
            let check = endorsement["checks"]?.arrayValue?.first { $0["check"] == "badge" }
            #expect(check?["code"] == "endorsement.exact")
            let alone = try #require(try run.objects().first { $0["source"] == "a-word.json" })
            #expect(alone["endorsements"] == nil && alone["credential"]?["kind"] == "EndorsementCredential")
        }
        // The same badge written otherwise isn't the file that was endorsed.
        try desk.folder.write("badge.json", JSONWriter.compact(.object(try Self.badge([("name", "Team work")]))))
        let other = try verify(desk, "badge.json", "a-word.json")
        #expect(other.status == 0, "\(other.stdout)")
        #expect(other.stdout.contains("It endorses this badge in another wording than stands here."))
        #expect(try verify(desk, "badge.json").stdout.contains("ndorsement:") == false)
    }

    @Test("an endorsement that is no good changes neither verdict nor exit status")
    func harmless() throws {
        let desk = try receiver()
        try write(try Self.badge([("endorsementJwt", ["a.b.c"])]), "badge.json", in: desk)
        let run = try verify(desk, "badge.json")
        #expect(run.status == 0 && run.stdout.hasPrefix("badge.json: Genuine badge."), "\(run.stdout)")
        #expect(run.stdout.contains("  Endorsement: Not valid: "))
        let quiet = try verify(desk, "badge.json", "-q")
        #expect(quiet.answer == "badge.json: Genuine badge. Whose it is was not checked.")
    }

    @Test("each code is explained", arguments: ["endorsement.exact", "endorsement.by-id", "endorsements.too-many"])
    func explained(code: String) throws {
        let run = try Desk().run("verify", "--explain", code, "--lang", "fi")
        #expect(run.status == 0 && run.stdout.contains("uosit"), "\(run.stdout)")
    }

    // MARK: Evidence

    private func withEvidence() throws -> Desk {
        let desk = try receiver()
        let report = Array("A report on teamwork.\n".utf8)
        try desk.folder.write("case/report.txt", report)
        try desk.folder.write("case/film.mp4", "cut anew")
        try desk.folder.write("secret.txt", "not in the folder")
        func item(_ name: String, _ id: String, _ bytes: [UInt8]?) -> JSONValue {
            var item: JSONObject = ["id": .string(id), "type": ["Evidence"], "name": .string(name)]
            if let bytes { item["digestMultibase"] = .string(Self.multibase(bytes)) }
            return .object(item)
        }
        try write(
            try Self.badge([
                (
                    "evidence",
                    [
                        item("Report", "urn:uuid:1", report),
                        item("Film", "https://school.example/film.mp4", Array("the film".utf8)),
                        item("Outside", "https://school.example/../secret.txt", Array("not in the folder".utf8)),
                        item("Page", "https://school.example/page", nil),
                    ]
                )
            ]), "badge.json", in: desk)
        return desk
    }

    @Test("--evidence compares digests, and follows no path in a badge")
    func evidence() throws {
        let desk = try withEvidence()
        let run = try verify(desk, "badge.json", "--evidence", "case", "--json")
        #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
        let items = try #require(try run.objects().first?["credential"]?["evidence"]?.arrayValue)
        #expect(items.map { $0["compared"]?.stringValue } == ["fits", "differs", "no-file", "no-digest"])
        #expect(items.map { $0["file"]?.stringValue } == ["report.txt", "film.mp4", nil, nil])
        let text = try verify(desk, "badge.json", "--evidence", "case")
        #expect(text.stdout.contains("  Evidence: Report: the file report.txt is the very one\n"), "\(text.stdout)")
        #expect(text.stdout.contains("  Evidence: Film: the file film.mp4 is NOT the one that the badge names\n"))
        #expect(try !verify(desk, "badge.json").stdout.contains("the very one"))
    }

    @Test("links, folders and pipes in the evidence folder are left out and named")
    func oddFiles() throws {
        let desk = try withEvidence()
        try FileManager.default.createSymbolicLink(
            atPath: desk.folder.path(of: "case/link.txt"), withDestinationPath: "../secret.txt")
        try desk.folder.write("case/inner/secret.txt", "not in the folder")
        #expect(mkfifo(desk.folder.path(of: "case/pipe"), 0o600) == 0)
        let run = try verify(desk, "badge.json", "--evidence", "case", "--json")
        #expect(run.status == 0)
        let items = try #require(try run.objects().first?["credential"]?["evidence"]?.arrayValue)
        #expect(items[2]["compared"] == "no-file")
        for name in ["link.txt", "inner", "pipe"] {
            #expect(run.stderr.contains("\"\(name)\" in the evidence folder wasn't read"), "\(run.stderr)")
        }
    }

    @Test("a folder that isn't there is refused")
    func missingFolder() throws {
        let desk = try withEvidence()
        for name in ["nowhere", "badge.json"] {
            try verify(desk, "badge.json", "--evidence", name).expectRefusal(66, "file.missing", naming: name)
        }
        #expect(try verify(desk, "badge.json", "--evidence", "").status == 64)
    }
}
