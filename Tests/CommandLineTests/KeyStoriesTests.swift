import BadgeDefinitions
import BadgeIssuer
import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Keys grow old, are given up, and are stolen")
struct KeyStoriesTests {
    /// A shop that knows the school by one key alone, as it stood in a letter.
    private func shop(pinning key: String, of school: School) throws -> Desk {
        let shop = try Desk()
        try shop.receive("school/keys/\(key).jwk", as: "\(key).jwk", from: school)
        let run = try shop.run("trust", "add", School.issuer, "--name", "Koulu", "--key", "\(key).jwk")
        try #require(run.status == 0, "\(run.stderr)")
        return shop
    }

    private func publish(_ school: School) throws {
        let run = try school.run("publish", "-o", "site", "-q")
        try #require(run.status == 0, "\(run.stderr)")
    }

    private func code(_ check: String, in run: Run) throws -> String? {
        try run.objects().first?["checks"]?.arrayValue?.first { $0["check"]?.stringValue == check }?["code"]?
            .stringValue
    }

    // MARK: A rotation

    @Test("a shop that pinned the first key alone believes badges from before and after a rotation")
    func rotation() throws {
        // Given badges of both forms, then new keys, then badges again
        let school = try School()
        try school.award(to: "anna@example.org")
        try school.award(to: "aada@example.org", "--format", "jwt")
        for algorithm in ["ed25519", "p256"] {
            let run = try school.run("key", "rotate", "--algorithm", algorithm, "--no-passphrase")
            try #require(run.status == 0, "\(run.stderr)")
        }
        try school.award(to: "ben@example.org")
        try school.award(to: "bea@example.org", "--format", "jwt")
        try publish(school)

        // When the shop has the published folder
        let shop = try shop(pinning: "ed25519-1", of: school)
        for name in ["anna.json", "aada.json", "ben.json", "bea.json", "site"] { try shop.receive(name, from: school) }

        // Then all are genuine, and it is told why
        let all = try shop.run("verify", "anna.json", "aada.json", "ben.json", "bea.json", "--bundle", "site", "-q")
        #expect(all.status == 0, "\(all.stdout)")
        #expect(all.stdout.split(separator: "\n").count == 4)
        let ben = try shop.run("verify", "ben.json", "--bundle", "site", "--json")
        #expect(try code("issuer", in: ben) == "issuer.key-by-history")
        let anna = try shop.run("verify", "anna.json", "--bundle", "site")
        #expect(anna.stdout.contains("is the issuer's own statement"))
        // What was shown once is remembered; without the folder and the memory the newer key is anybody's.
        let remembered = try shop.run("verify", "ben.json", "--json")
        #expect(try code("issuer", in: remembered) == "issuer.key-by-history")
        let without = try shop.run("verify", "ben.json", "--no-state", "--json")
        #expect(without.status == 2)
        #expect(try code("proof", in: without) == "key.unknown")
        // The workspace itself follows, too.
        #expect(try school.run("verify", "anna.json", "ben.json", "--bundle", "site", "-q").status == 0)
    }

    @Test("a shop that pins the published folder gets the keys in use, and how their history begins")
    func pinning() throws {
        let school = try School()
        _ = try school.run("key", "rotate", "--no-passphrase")
        try publish(school)
        let desk = try Desk()
        try desk.receive("site", from: school)
        let run = try desk.run("trust", "add", School.issuer, "--name", "Koulu", "--bundle", "site", "--json")
        let entry = try #require(try run.objects().first)
        #expect(
            entry["keys"]?.arrayValue?.map { $0["id"]?.stringValue?.split(separator: "#").last }
                == ["ed25519-2", "p256-1"])
        #expect(entry["historyStart"]?.stringValue?.hasPrefix("uEi") == true)
        #expect(entry["fingerprints"]?.arrayValue?.count == 2)
        // A folder whose history was tampered with pins nothing.
        try desk.folder.write(
            "site/key-history.jsonl",
            try desk.folder.text("site/key-history.jsonl").replacingOccurrences(of: "rotated", with: "retired"))
        try desk.run("trust", "add", School.issuer, "--name", "Koulu", "--bundle", "site", "--trust", "t.json")
            .expectRefusal(78, "history.not-allowed", naming: "key-history.jsonl")
        #expect(!desk.folder.exists("t.json"))
    }

    // MARK: A closure

    @Test("a school that closed years ago: its badges count, later ones don't, and the successor is named")
    func closure() throws {
        // Given a school that awarded, published and closed three years ago
        let past = Timestamp.now().wholeSeconds.adding(seconds: -3 * 365 * 86_400)
        let folder = try ScratchFolder()
        let badges = try Self.closedSchool(in: folder, at: past)

        // When an employer with its last site looks at a badge today
        let shop = Desk(folder)
        let added = try shop.run(
            "trust", "add", "did:web:passi.example:org:koulu", "--name", "Koulu", "--key", "koulu/keys/ed25519-1.jwk")
        #expect(added.status == 0, "\(added.stderr)")
        let before = try shop.run("verify", badges.before, "--bundle", "site", "--lang", "en")

        // Then it is genuine, withdrawals are known for good, and the report says who goes on
        #expect(before.status == 0, "\(before.stdout)")
        #expect(before.stdout.contains("has closed and signed its last list of withdrawals"))
        #expect(before.stdout.contains("its work goes on at did:web:seuraaja.example"))
        #expect(before.stdout.contains("the issuer's own statement"))
        // also decades from now, and not when it was withdrawn in time or signed afterwards
        #expect(try shop.run("verify", badges.before, "--bundle", "site", "--at", "2050-01-01").status == 0)
        let withdrawn = try shop.run("verify", badges.withdrawn, "--bundle", "site", "--json")
        #expect(withdrawn.status == 1)
        #expect(try code("status", in: withdrawn) == "status.revoked")
        let after = try shop.run("verify", badges.after, "--bundle", "site", "--json")
        #expect(after.status == 1)
        #expect(try code("proof", in: after) == "key.revoked")
    }

    @Test("closing by command: nothing is awarded any more, and the site keeps its last lists")
    func closing() throws {
        let school = try School()
        let file = try school.award(to: "anna@example.org")
        try publish(school)
        let run = try school.run(
            "key", "revoke", "--reason", "ceased", "--successor", "did:web:seuraaja.example", "--json")
        #expect(run.status == 0, "\(run.stderr)")
        let object = try #require(try run.objects().first)
        #expect(object["event"] == "closed" && object["finalLists"] == 1)
        #expect(object["successor"] == "did:web:seuraaja.example")
        try publish(school)
        let lists = try school.folder.read("site/status/1.json")
        try publish(school)
        #expect(try school.folder.read("site/status/1.json") == lists)
        let shop = try shop(pinning: "ed25519-1", of: school)
        for name in [file, "site"] { try shop.receive(name, from: school) }
        let report = try shop.run("verify", file, "--bundle", "site", "--json")
        #expect(report.status == 0, "\(report.stdout)")
        #expect(try code("status", in: report) == "status.final")
        try school.run("award", "tiimityo", "--to", "ben@example.org", "--evidence", School.evidence, "-o", "b.json")
            .expectRefusal(78, "workspace.key-missing", naming: "closed")
        try school.run("key", "rotate", "--no-passphrase").expectRefusal(65, "custody.closed")
    }

    /// A school made, used and closed in the past; answers the names of three badges' files.
    private static func closedSchool(
        in folder: ScratchFolder, at past: Timestamp
    ) throws -> (before: String, withdrawn: String, after: String) {
        var generator = SystemRandom()
        // A definition that was in force then.
        let sample = "\(PackageRoot.path)/badge-definitions/tiimityo"
        let definition = try String(contentsOfFile: "\(sample).json", encoding: .utf8)
        try folder.write(
            "samples/tiimityo.json", definition.replacingOccurrences(of: "2026-01-01", with: "2020-01-01"))
        try FileManager.default.copyItem(atPath: "\(sample).svg", toPath: folder.path(of: "samples/tiimityo.svg"))
        let request = WorkspaceRequest(
            folder: folder.path(of: "koulu"), name: LanguageMap([("fi", "Koulu")]),
            url: "https://passi.example/org/koulu",
            samples: SampleSet(folder: folder.path(of: "samples")))
        let workspace = try WorkspaceInitializer.initialise(request, passphrase: nil, at: past, using: &generator)
            .workspace
        let register = try Register.open(at: workspace.registerPath, readOnly: false)
        let keys = try IssuerKeys.load(workspace, passphrase: nil)
        let snapshot = try #require(try register.read { try $0.snapshot(slug: "tiimityo", version: 1) })
        let awarder = Awarder(
            register: register, definition: try snapshot.definition(), files: snapshot.files,
            issuer: AwardIssuer(workspace.settings), securer: try keys.securer(for: .json), judge: { _ in nil })
        func award(_ email: String, at time: Timestamp) throws -> (id: String, bytes: [UInt8]) {
            let request = AwardRequest(
                recipient: .init(email: email), level: "2", date: CalendarDay(of: time),
                evidence: [AwardEvidence(kind: .observation, title: "Havainto", source: .none)])
            let row = try #require(try awarder.award([request], options: AwardOptions(), now: time).rows.first)
            let id = try #require(row.credentialID, "\(row.findings)")
            return (id, try #require(try register.read { try $0.signedBytes(id) }))
        }
        let anna = try award("anna@example.org", at: past.adding(seconds: 86_400))
        let ben = try award("ben@example.org", at: past.adding(seconds: 86_400))
        try register.write { transaction in
            try transaction.changeState(of: ben.id, to: .revoked, reason: "error", at: past.adding(seconds: 90_000))
        }
        try register.close()

        let closed = past.adding(seconds: 30 * 86_400)
        _ = try KeyCustodian(workspace, opening: nil, newPassphrase: { nil }, at: closed)
            .close(since: nil, successor: DID("did:web:seuraaja.example"))
        let again = try Register.open(at: workspace.registerPath, readOnly: false)
        _ = try SitePublisher.publish(
            workspace, register: again, keys: IssuerKeys.load(workspace, passphrase: nil), to: folder.path(of: "site"),
            at: closed.adding(seconds: 60))
        try again.close()

        // Somebody who kept the key signs a year later.
        let late = try resigned(anna.bytes, by: try keys.dataIntegrityKey(), at: closed.adding(seconds: 365 * 86_400))
        try folder.write("anna.json", anna.bytes)
        try folder.write("ben.json", ben.bytes)
        try folder.write("late.json", late)
        return ("anna.json", "ben.json", "late.json")
    }

    /// The badge with another date and a new signature: what whoever has the key can make.
    private static func resigned(_ badge: [UInt8], by key: SigningKey, at time: Timestamp) throws -> [UInt8] {
        var credential = try #require(try JSONParser.parse(badge).objectValue).removing("proof")
        credential["id"] = .string("urn:uuid:\(UUID().uuidString.lowercased())")
        credential["validFrom"] = .string(time.description)
        let signed = try DataIntegrity.secure(credential, suite: EdDSAJCS2022(), key: key, created: time)
        return JSONWriter.compact(.object(signed))
    }

    // MARK: A theft

    @Test("a thief can backdate no badge, and can't rotate to a key of his own; real badges stay genuine")
    func theft() throws {
        // Given a school with badges, whose keys are copied one night
        let school = try School()
        try school.award(to: "anna@example.org")
        try school.award(to: "aada@example.org", "--format", "jwt")
        try publish(school)
        let shop = try Desk()
        try shop.receive("site", as: "old-site", from: school)
        let pinned = try shop.run("trust", "add", School.issuer, "--name", "Koulu", "--bundle", "old-site", "-q")
        #expect(pinned.status == 0, "\(pinned.stderr)")
        let thief = try Desk()
        try thief.receive("school", from: school)
        try FileManager.default.removeItem(atPath: thief.folder.path(of: "school/recovery-key.pem"))

        // When the school takes the keys back, and the thief goes on
        let revoked = try school.run(
            "key", "revoke", "ed25519-1", "p256-1", "checkpoint-1", "--reason", "compromised", "--recovery-key",
            "school/recovery-key.pem", "--no-passphrase", "--json")
        #expect(revoked.status == 0, "\(revoked.stderr)")
        try school.award(to: "ben@example.org")
        try publish(school)
        let folder = thief.folder.path(of: "school/keys")
        let stolen = SigningKey(
            verificationMethod: "\(School.issuer)#ed25519-1",
            privateKey: try KeyFiles.readPrivate(fragment: "ed25519-1", folder: folder, passphrase: nil))
        let yesterday = Timestamp.now().wholeSeconds.adding(seconds: -60)
        let real = try school.folder.read("anna.json")
        try shop.folder.write("backdated.json", try Self.resigned(real, by: stolen, at: yesterday))
        let own = ["PASSPORT_WORKSPACE": "school"]
        #expect(try thief.run("key", "rotate", "--no-passphrase", "-q", environment: own).status == 0)
        let forged = try thief.run(
            "award", "tiimityo", "--to", "eve@example.org", "--evidence", School.evidence, "-o", "eve.json",
            environment: own)
        #expect(forged.status == 0, "\(forged.stderr)")
        #expect(try thief.run("publish", "-o", "thief-site", "-q", environment: own).status == 0)

        // Then the shop, which pinned the very keys that were stolen, still believes the real badges
        for name in ["anna.json", "aada.json", "ben.json", "site"] { try shop.receive(name, from: school) }
        for (name, files) in [("thief-site", "thief-site"), ("eve.json", "eve.json")] {
            try FileManager.default.copyItem(
                atPath: thief.folder.path(of: files), toPath: shop.folder.path(of: name))
        }
        let all = try shop.run("verify", "anna.json", "aada.json", "ben.json", "--bundle", "site", "-q")
        #expect(all.status == 0, "\(all.stdout)")
        let anna = try shop.run("verify", "anna.json", "--bundle", "site", "--json")
        #expect(try code("proof", in: anna) == "key.time-proven")
        // and the backdated one stays open
        let backdated = try shop.run("verify", "backdated.json", "--bundle", "site", "--json")
        #expect(backdated.status == 2)
        #expect(try code("proof", in: backdated) == "key.time-unproven")
        // and the thief's rotation is refused, beside the school's history and without it
        let beside = try shop.run(
            "verify", "eve.json", "--bundle", "site", "--bundle", "thief-site", "--json")
        #expect(beside.status == 1)
        #expect(try code("proof", in: beside) == "proof.signature-mismatch")
        #expect(try shop.run("verify", "eve.json", "--bundle", "site", "-q").status == 1)
        #expect(
            try shop.run("verify", "ben.json", "--bundle", "thief-site", "--bundle", "site", "-q").status == 0)
        // The workspace's own verifier says the same as the shop's.
        try school.folder.write("backdated.json", try shop.folder.read("backdated.json"))
        #expect(try school.run("verify", "backdated.json", "--bundle", "site", "-q").status == 2)
        #expect(try school.run("verify", "anna.json", "--bundle", "site", "-q").status == 0)
    }
}
