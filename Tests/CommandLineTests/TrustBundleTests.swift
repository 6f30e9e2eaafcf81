import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

/// Two machines that never see each other's network: a school that publishes, and a shop that gets one file of it now
/// and then.
@Suite("Trust bundles")
struct TrustBundleTests {
    private static let bundle = "site/trust-bundle.json"

    private func publish(_ school: School) throws {
        let run = try school.run("publish", "-o", "site", "-q")
        try #require(run.status == 0, "\(run.stderr)")
    }

    /// Takes the school's bundle of today in, by the key that came in a letter.
    private func take(
        _ school: School, in shop: Desk, as name: String, more: [String] = []
    ) throws -> Run {
        try shop.receive(Self.bundle, as: name, from: school)
        return try shop.run(["trust", "import", name, "--signer", School.issuer, "--trust", "trust.json"] + more)
    }

    /// A shop that trusts the school by its bundle alone.
    private func shop(of school: School) throws -> Desk {
        try publish(school)
        let shop = try Desk()
        try shop.receive("school/keys/bundle-1.jwk", as: "bundle-1.jwk", from: school)
        let run = try take(school, in: shop, as: "first.json", more: ["--for", School.issuer, "--key", "bundle-1.jwk"])
        try #require(run.status == 0, "\(run.stderr)")
        return shop
    }

    private func verify(_ shop: Desk, _ arguments: String...) throws -> Run {
        try shop.run(["verify"] + arguments + ["--trust", "trust.json"])
    }

    private func code(_ check: String, in run: Run) throws -> String? {
        try run.objects().first?["checks"]?.arrayValue?.first { $0["check"]?.stringValue == check }?["code"]?
            .stringValue
    }

    // MARK: One file is enough

    @Test("a shop with one file and a key in a letter knows the school's badges, offline")
    func taken() throws {
        let school = try School()
        let badge = try school.award(to: "anna@example.org")
        let shop = try shop(of: school)
        try shop.receive(badge, from: school)
        let run = try verify(shop, badge, "--json")
        #expect(run.status == 0, "\(run.stdout)")
        #expect(try code("issuer", in: run) == "issuer.key-by-history")
        #expect(try code("status", in: run) == "status.ok")
        let text = try verify(shop, badge, "--lang", "en")
        #expect(text.stdout.contains("(0 days old)"))
        // Nothing that was held makes it undecided again.
        let without = try verify(shop, badge, "--no-state", "--json")
        #expect(without.status == 2)
        #expect(try code("proof", in: without) == "key.unavailable")
        let named = try verify(shop, badge, "--no-state", "--bundle", "first.json", "-q")
        #expect(named.status == 0, "\(named.stdout)")
    }

    @Test("import shows the fingerprint, for whom the signer speaks, and what it ignored")
    func answer() throws {
        let school = try School()
        try publish(school)
        let shop = try Desk()
        try shop.receive(Self.bundle, as: "b.json", from: school)
        try shop.receive("site/did.json", as: "did.json", from: school)
        let pin = ["trust", "import", "b.json", "--signer", School.issuer, "--did-document", "did.json"]
        let run = try shop.run(pin + ["--for", "did:web:passi.example:*", "--for", "did:web:a.example", "--json"])
        #expect(run.status == 0, "\(run.stderr)")
        let object = try #require(try run.objects().first)
        #expect(object["format"] == "passport.trust-import/1")
        let listed = try school.run("key", "list", "--json").objects().first {
            $0["id"]?.stringValue?.hasSuffix("#bundle-1") == true
        }
        #expect(object["fingerprint"] != nil && object["fingerprint"] == listed?["fingerprint"])
        #expect(object["issuers"] == [.string(School.issuer)] && object["ageDays"] == 0)
        let narrow = try shop.run(pin + ["--for", "did:web:a.example", "--trust", "narrow.json"])
        #expect(narrow.status == 0, "\(narrow.stderr)")
        #expect(narrow.stderr.contains("ignored: \(School.issuer)"))
        #expect(narrow.stdout.contains("signs bundles") && !narrow.stdout.contains("speaks for"))
        try shop.run(pin + ["--for", "did:web:*"]).expectRefusal(65, "trust.pattern")
        try shop.run([
            "trust", "import", "b.json", "--signer", School.issuer, "--for", "did:web:a.example", "--trust", "n.json",
        ])
        .expectRefusal(65, "trust.key", naming: "--key")
        try shop.run(["trust", "import", "did.json", "--signer", School.issuer, "--for", School.issuer])
            .expectRefusal(65, "bundle.format", naming: "did.json")
    }

    @Test("trust list says who is believed by whose word, as of when, with fingerprints")
    func list() throws {
        let school = try School()
        let shop = try shop(of: school)
        let own = try shop.run(
            "trust", "add", "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK", "--name", "K", "--trust",
            "trust.json")
        #expect(own.status == 0)
        let text = try shop.run("trust", "list", "--trust", "trust.json")
        #expect(text.stdout.contains("by your own pin, as of"))
        #expect(text.stdout.contains("\(School.issuer)  signs bundles"))
        #expect(text.stdout.contains("by the bundle of \(School.issuer), as of"))
        #expect(text.stdout.contains("(0 days old), until"))
        let objects = try shop.run("trust", "list", "--trust", "trust.json", "--json").objects()
        #expect(
            objects.map { $0["format"]?.stringValue } == [
                "passport.trusted-issuer/1", "passport.bundle-signer/1", "passport.trusted-issuer/1",
            ])
        #expect(objects.map { $0["by"]?.stringValue } == ["own-pin", nil, "bundle"])
        #expect(objects[1]["bundle"]?["sequence"] == 1)
        #expect(objects[2]["fingerprints"]?.arrayValue?.count == 2)
        // Whose word counts no more is believed for nobody.
        let removed = try shop.run("trust", "remove", School.issuer, "--trust", "trust.json")
        #expect(removed.status == 0 && removed.stderr.contains("no longer speaks for anybody"))
        #expect(try !shop.run("trust", "list", "--trust", "trust.json").stdout.contains(School.issuer))
    }

    // MARK: News

    @Test("a rotation is told by the next bundle; an older bundle is refused, by import and by verify")
    func rotation() throws {
        let school = try School()
        let shop = try shop(of: school)
        let rotated = try school.run("key", "rotate", "--no-passphrase", "-q")
        #expect(rotated.status == 0, "\(rotated.stderr)")
        let badge = try school.award(to: "ben@example.org")
        try publish(school)
        try shop.receive(badge, from: school)
        // The shop hasn't heard of the new key, and says so.
        let before = try verify(shop, badge, "--json")
        #expect(before.status == 2)
        #expect(try code("proof", in: before) == "key.unknown")
        let second = try take(school, in: shop, as: "second.json")
        #expect(second.status == 0, "\(second.stderr)")
        #expect(try verify(shop, badge, "-q").status == 0)
        let held = try shop.folder.read("trust.json")
        try shop.run("trust", "import", "first.json", "--signer", School.issuer, "--trust", "trust.json")
            .expectRefusal(65, "bundle.rollback", naming: "is 1", "number 2")
        try verify(shop, badge, "--bundle", "first.json").expectRefusal(65, "bundle.rollback")
        #expect(try shop.folder.read("trust.json") == held)
        #expect(try verify(shop, badge, "-q").status == 0)
    }

    @Test("a theft is told by the next bundle: the thief's badges fall, the school's stand, the old folder is no help")
    func theft() throws {
        let school = try School()
        let badge = try school.award(to: "anna@example.org")
        let seen = try school.award(to: "aada@example.org")
        let shop = try shop(of: school)
        for name in [badge, seen] { try shop.receive(name, from: school) }
        try shop.receive("site", as: "old-site", from: school)
        #expect(try verify(shop, seen, "-q").status == 0)
        let thief = SigningKey(
            verificationMethod: "\(School.issuer)#ed25519-1",
            privateKey: try KeyFiles.readPrivate(
                fragment: "ed25519-1", folder: school.folder.path(of: "school/keys"), passphrase: nil))
        var forged = try #require(try JSONParser.parse(school.folder.read(badge)).objectValue).removing("proof")
        forged["id"] = "urn:uuid:7f3d5c1e-2a44-4a0e-9a86-3f8f1df6c001"
        let date = try #require(forged["validFrom"]?.stringValue.flatMap { try? Timestamp(rfc3339: $0) })
        try shop.folder.write(
            "forged.json",
            JSONWriter.compact(
                .object(try DataIntegrity.secure(forged, suite: EdDSAJCS2022(), key: thief, created: date))))
        let revoked = try school.run(
            "key", "revoke", "ed25519-1", "bundle-1", "--reason", "compromised", "--recovery-key",
            "school/recovery-key.pem", "--no-passphrase", "-q")
        #expect(revoked.status == 0, "\(revoked.stderr)")
        try publish(school)
        // Signed with the next bundle key, to which the school's history leads from the pinned one.
        let second = try take(school, in: shop, as: "second.json")
        #expect(second.status == 0, "\(second.stderr)")
        let real = try verify(shop, badge, "--json")
        #expect(real.status == 0, "\(real.stdout)")
        #expect(try code("proof", in: real) == "key.time-proven")
        let false1 = try verify(shop, "forged.json", "--json")
        #expect(false1.status == 2)
        #expect(try code("proof", in: false1) == "key.time-unproven")
        // The thief hands over the folder from before: it was seen that there is more.
        let false2 = try verify(shop, "forged.json", "--bundle", "old-site", "--json")
        #expect(try code("proof", in: false2) == "key.time-unproven")
        #expect(try verify(shop, "forged.json", "--bundle", "old-site", "--no-state", "-q").status == 2)
    }

    @Test("a badge that this shop saw before the theft needs no other evidence")
    func firstSeen() throws {
        let school = try School()
        let badge = try school.award(to: "anna@example.org")
        let late = try school.award(to: "late@example.org")
        let shop = try shop(of: school)
        try shop.receive(badge, from: school)
        try shop.receive(late, from: school)
        #expect(try verify(shop, badge, "-q").status == 0)
        let since = Timestamp.now().wholeSeconds.adding(seconds: 1)
        Thread.sleep(forTimeInterval: 1.1)
        let revoked = try school.run(
            "key", "revoke", "ed25519-1", "--reason", "compromised", "--since", since.description, "--recovery-key",
            "school/recovery-key.pem", "--no-passphrase", "-q")
        #expect(revoked.status == 0, "\(revoked.stderr)")
        // The issuance list isn't among what the shop gets.
        try publish(school)
        try shop.receive("site/did.json", as: "news/did.json", from: school, making: "news")
        try shop.receive("site/key-history.jsonl", as: "news/key-history.jsonl", from: school)
        let run = try verify(shop, badge, "--bundle", "news", "--json")
        #expect(try code("proof", in: run) == "key.time-proven", "\(run.stdout)")
        let unseen = try verify(shop, late, "--bundle", "news", "--json")
        #expect(try code("proof", in: unseen) == "key.time-unproven")
    }

    @Test("a closure is told by the last bundle, with the successor")
    func closure() throws {
        let school = try School()
        let badge = try school.award(to: "anna@example.org")
        let shop = try shop(of: school)
        try shop.receive(badge, from: school)
        let closed = try school.run(
            "key", "revoke", "--reason", "ceased", "--successor", "did:web:seuraaja.example", "-q")
        #expect(closed.status == 0, "\(closed.stderr)")
        try publish(school)
        let last = try take(school, in: shop, as: "last.json")
        #expect(last.status == 0, "\(last.stderr)")
        let run = try verify(shop, badge, "--json")
        #expect(run.status == 0, "\(run.stdout)")
        #expect(try code("status", in: run) == "status.final")
        let text = try verify(shop, badge, "--lang", "en")
        #expect(text.stdout.contains("its work goes on at did:web:seuraaja.example"), "\(text.stdout)")
    }

    // MARK: A network

    @Test("a region signs for its members, after checking each by its own trust list")
    func network() throws {
        // Given a school, and a region that knows it by its key
        let school = try School()
        let badge = try school.award(to: "anna@example.org")
        try publish(school)
        let region = try Desk()
        let made = try region.run(
            "init", "region", "--name", "Maakunta", "--url", "https://region.example", "--no-passphrase")
        try #require(made.status == 0, "\(made.stderr)")
        try region.receive("site", as: "koulu", from: school)
        let sign = ["trust", "bundle", "--workspace", "region", "--add", "koulu", "-o", "network.json"]

        // When it signs for the school before it has pinned it, then after
        try region.run(sign).expectRefusal(65, "bundle.member", naming: School.issuer)
        #expect(!region.folder.exists("network.json"))
        let pinned = try region.run(
            "trust", "add", School.issuer, "--name", "Koulu", "--bundle", "koulu", "--workspace", "region", "--trust",
            "region/trust.json")
        #expect(pinned.status == 0, "\(pinned.stderr)")
        let run = try region.run(sign + ["--json"])
        #expect(run.status == 0, "\(run.stderr)")
        #expect(
            try run.objects().first?["issuers"] == [.string("did:web:region.example"), .string(School.issuer)])
        try region.run(sign).expectRefusal(73, "file.exists")
        try region.run(sign + ["--force", "--valid-days", "0"]).expectRefusal(64, "usage.value")

        // Then a shop that pinned the region for the school believes its badges
        let shop = try Desk()
        try shop.receive(badge, from: school)
        for name in ["network.json", "region/keys/bundle-1.jwk"] {
            try shop.folder.write(String(name.split(separator: "/").last ?? ""), try region.folder.read(name))
        }
        let taken = try shop.run(
            "trust", "import", "network.json", "--signer", "did:web:region.example", "--key", "bundle-1.jwk", "--for",
            "did:web:passi.example:*", "--trust", "trust.json")
        #expect(taken.status == 0, "\(taken.stderr)")
        #expect(taken.stderr.contains("ignored: did:web:region.example"))
        let report = try verify(shop, badge, "--json")
        #expect(report.status == 0, "\(report.stdout)")
        let detail = try report.objects().first?["checks"]?.arrayValue?.last?["detail"]
        #expect(detail?["bundle"]?["signer"] == "did:web:region.example")
        // And a folder that somebody changed isn't taken into the next one.
        let list = try region.folder.text("koulu/status/1.json")
        try region.folder.write(
            "koulu/status/1.json", list.replacingOccurrences(of: "revocation", with: "suspension"))
        try region.run(sign + ["--force"]).expectRefusal(65, "bundle.member", naming: "status/1.json")
    }

    // MARK: What isn't right

    @Test("a changed bundle is refused wherever it is given")
    func changed() throws {
        let school = try School()
        let badge = try school.award(to: "anna@example.org")
        let shop = try shop(of: school)
        try shop.receive(badge, from: school)
        let text = try shop.folder.text("first.json")
        // The first of them is the bundle's own; those of the key history follow.
        let number = try #require(text.firstRange(of: "\"sequence\": 1"))
        try shop.folder.write("raised.json", text.replacingCharacters(in: number, with: "\"sequence\": 9"))
        try shop.run("trust", "import", "raised.json", "--signer", School.issuer, "--trust", "trust.json")
            .expectRefusal(65, "bundle.signature")
        try verify(shop, badge, "--bundle", "raised.json").expectRefusal(65, "bundle.signature")
        try shop.folder.write("cut.json", String(text.dropLast(200)))
        try verify(shop, badge, "--bundle", "cut.json").expectRefusal(65, "bundle.format", naming: "cut.json")
    }

    @Test("an older list of withdrawals is noticed, and a memory that can't be written is only a warning")
    func rollback() throws {
        let school = try School()
        let badge = try school.award(to: "anna@example.org")
        try publish(school)
        let shop = try Desk()
        for (name, new) in [(badge, badge), ("site", "old-site")] { try shop.receive(name, as: new, from: school) }
        let added = try shop.run(
            "trust", "add", School.issuer, "--name", "Koulu", "--bundle", "old-site", "--trust", "trust.json")
        #expect(added.status == 0)
        let other = try school.award(to: "ben@example.org")
        Thread.sleep(forTimeInterval: 1.1)
        let id = try #require(try JSONParser.parse(school.folder.read(other))["id"]?.stringValue)
        #expect(try school.run("revoke", id, "--reason", "error", "-q").status == 0)
        try publish(school)
        try shop.receive("site", from: school)
        #expect(try verify(shop, badge, "--bundle", "site", "-q").status == 0)
        let old = try verify(shop, badge, "--bundle", "old-site", "--json")
        #expect(old.status == 2)
        #expect(try code("status", in: old) == "status.rollback")
        #expect(try verify(shop, badge, "--bundle", "old-site", "--no-state", "-q").status == 0)
        // A folder stands where the memory is due: that is refused, since it hides what was seen.
        try FileManager.default.removeItem(atPath: shop.folder.path(of: "trust.json.state"))
        try FileManager.default.createDirectory(
            atPath: shop.folder.path(of: "trust.json.state"), withIntermediateDirectories: false)
        try verify(shop, badge, "--bundle", "site").expectRefusal(78, "memory.not-a-memory", naming: "--no-state")
    }

    @Test("publish makes the key once, encrypted like the others, and says it in key list")
    func custody() throws {
        let school = try School(isEncrypted: true)
        let secret = ["PASSPORT_PASSPHRASE": School.passphrase]
        #expect(try school.run("publish", "-o", "site", "-q").status == 77)
        let run = try school.run("publish", "-o", "site", "-q", environment: secret)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(try school.folder.text("school/keys/bundle-1.pem").contains("ENCRYPTED PRIVATE KEY"))
        let keys = try school.run("key", "list", "--json").objects()
        let bundle = try #require(keys.first { $0["id"]?.stringValue?.hasSuffix("#bundle-1") == true })
        #expect(bundle["signs"] == ["bundle"] && bundle["state"] == "active")
        #expect(
            try school.run("publish", "-o", "site", "--json", environment: secret).objects().first?["written"] == [])
    }
}

extension Desk {
    /// As `receive`, making a folder for it first.
    fileprivate func receive(_ name: String, as newName: String, from school: School, making folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: self.folder.path(of: folder), withIntermediateDirectories: true)
        try receive(name, as: newName, from: school)
    }
}
