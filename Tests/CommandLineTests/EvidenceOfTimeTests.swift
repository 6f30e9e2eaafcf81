import BadgeDefinitions
import BadgeIssuer
import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

/// Two machines, and only files go from one to the other: what a receiver can still believe of a school whose keys
/// changed hands.
@Suite("Evidence of time", .needsOpenSSL)
struct EvidenceOfTimeTests {
    private func publish(_ school: School, to folder: String = "site") throws {
        let run = try school.run("publish", "-o", folder, "-q")
        try #require(run.status == 0, "\(run.stderr)")
    }

    private func check(_ name: String, in run: Run) throws -> JSONValue? {
        try run.objects().first?["checks"]?.arrayValue?.first { $0["check"]?.stringValue == name }
    }

    private func code(_ name: String, in run: Run) throws -> String? { try check(name, in: run)?["code"]?.stringValue }

    /// What a thief with a copy of the key makes of a badge: another one, dated as he likes.
    private func forge(_ badge: [UInt8], by school: School, at time: Timestamp) throws -> [UInt8] {
        let stolen = SigningKey(
            verificationMethod: "\(School.issuer)#ed25519-1",
            privateKey: try KeyFiles.readPrivate(
                fragment: "ed25519-1", folder: school.folder.path(of: "stolen"), passphrase: nil))
        var credential = try #require(try JSONParser.parse(badge).objectValue).removing("proof")
        credential["id"] = .string("urn:uuid:\(UUID().uuidString.lowercased())")
        credential["validFrom"] = .string(time.description)
        return JSONWriter.compact(
            .object(try DataIntegrity.secure(credential, suite: EdDSAJCS2022(), key: stolen, created: time)))
    }

    private func since(after seconds: Double = 2.1) -> String {
        Thread.sleep(forTimeInterval: seconds)
        return Timestamp.now().wholeSeconds.description
    }

    // MARK: A theft, and the five ways it can go

    @Test(
        "after a theft a badge stands by the school's list, by the shop's memory or by a time stamp, and else is open")
    func compromised() throws {
        // Given badges, one of which the shop has seen, and one that the learner had stamped when it was new
        let school = try School()
        for name in ["anna", "seen", "stamped"] { try school.award(to: "\(name)@example.org") }
        try school.award(to: "jwt@example.org", "--format", "jwt")
        try publish(school, to: "old-site")
        let shop = try Desk()
        let authority = try TimeAuthority()
        for name in ["anna.json", "seen.json", "stamped.json", "jwt.json", "old-site"] {
            try shop.receive(name, from: school)
        }
        try shop.folder.write("root.pem", authority.root)
        let trust = ["--trust", "trust.json"]
        for arguments in [[School.issuer, "--name", "Koulu", "--bundle", "old-site"], ["--tsa", "root.pem"]] {
            #expect(try shop.run(["trust", "add"] + arguments + trust).status == 0)
        }
        #expect(try shop.run(["verify", "seen.json", "--bundle", "old-site", "-q"] + trust).status == 0)
        let learner = try Desk()
        for name in ["stamped.json", "jwt.json"] {
            try learner.receive(name, from: school)
            // The learner has nothing but the file, and gets what must be stamped all the same.
            let digest = try check("proof", in: learner.run("verify", name, "--json"))?["detail"]?["signatureSHA256"]
            let stamp = try authority.stamp(Base16.decode(try #require(digest?.stringValue)))
            try shop.folder.write("\(name).tsr", stamp)
        }

        // When the keys are stolen, and the school takes them back
        try FileManager.default.copyItem(
            atPath: school.folder.path(of: "school/keys"), toPath: school.folder.path(of: "stolen"))
        let theft = since()
        let revoked = try school.run(
            "key", "revoke", "ed25519-1", "p256-1", "--reason", "compromised", "--since", theft, "--recovery-key",
            "school/recovery-key.pem", "--no-passphrase", "-q")
        #expect(revoked.status == 0, "\(revoked.stderr)")
        try publish(school)
        try shop.receive("site", from: school)
        try shop.receive("site", as: "site-without-lists", from: school)
        try FileManager.default.removeItem(atPath: shop.folder.path(of: "site-without-lists/issuance"))
        let real = try school.folder.read("anna.json")
        let moment = try Timestamp(rfc3339: theft)
        try shop.folder.write("backdated.json", try forge(real, by: school, at: moment.adding(seconds: -1)))
        try shop.folder.write("later.json", try forge(real, by: school, at: moment))
        // The thief's stamp is of today.
        let forged = try #require(
            try check("proof", in: shop.run("verify", "backdated.json", "--json"))?["detail"]?["signatureSHA256"]?
                .stringValue)
        try shop.folder.write("backdated.json.tsr", try authority.stamp(Base16.decode(forged)))
        func verify(_ file: String, _ more: String...) throws -> Run {
            try shop.run(["verify", file, "--json"] + more + trust)
        }
        let bare = ["--bundle", "site-without-lists"]

        // Then without any evidence a real badge is open (a)
        let open = try shop.run(["verify", "anna.json", "--json"] + bare + trust)
        #expect(open.status == 2)
        #expect(try code("proof", in: open) == "key.time-unproven")
        // by the school's list it is good (b)
        let listed = try verify("anna.json", "--bundle", "site")
        #expect(listed.status == 0, "\(listed.stdout)")
        #expect(try check("proof", in: listed)?["detail"]?["evidence"] == "issuance-list")
        // by the shop's own memory (c)
        let seen = try verify("seen.json", "--bundle", "site-without-lists")
        #expect(seen.status == 0, "\(seen.stdout)")
        #expect(try check("proof", in: seen)?["detail"]?["evidence"] == "first-seen")
        #expect(try verify("seen.json", "--bundle", "site-without-lists", "--no-state").status == 2)
        // by a time stamp, in both forms (d)
        for name in ["stamped.json", "jwt.json"] {
            let stamped = try verify(name, "--bundle", "site-without-lists", "--no-state")
            #expect(stamped.status == 0, "\(stamped.stdout)")
            #expect(try code("proof", in: stamped) == "key.time-proven")
            #expect(try check("proof", in: stamped)?["detail"]?["evidence"] == "rfc3161")
        }
        for (language, words) in [("fi", "(aikaleima)"), ("sv", "(en tidsstämpel)"), ("en", "(a time stamp)")] {
            let text = try shop.run(["verify", "stamped.json", "--lang", language] + bare + trust)
            #expect(text.status == 0 && text.stdout.contains(words), "\(text.stdout)")
        }
        // not for who didn't pin the authority, and the report says so
        let removed = try shop.run("trust", "list", "--trust", "trust.json", "--json").objects()
        let fingerprint = try #require(removed.last?["fingerprint"]?.stringValue)
        try shop.folder.write("narrow.json", shop.folder.read("trust.json"))
        #expect(try shop.run("trust", "remove", "--tsa", fingerprint, "--trust", "narrow.json").status == 0)
        let unpinned = try shop.run(["verify", "stamped.json", "--trust", "narrow.json", "--json"] + bare)
        #expect(unpinned.status == 2)
        #expect(try check("proof", in: unpinned)?["notes"]?.arrayValue?.first?["code"] == "timestamp.not-pinned")
        // what is dated after the theft is false (e), and a backdated one is open, its stamp too late
        let later = try verify("later.json", "--bundle", "site")
        #expect(later.status == 1)
        #expect(try code("proof", in: later) == "key.revoked")
        let backdated = try verify("backdated.json", "--bundle", "site")
        #expect(backdated.status == 2)
        #expect(try check("proof", in: backdated)?["notes"]?.arrayValue?.first?["code"] == "timestamp.too-late")

        // And in a folder of the shop's the stamps go with their badges
        let all = try shop.run(["verify", shop.folder.path, "-q", "--bundle", "site-without-lists"] + trust)
        #expect(all.status == 1)
        #expect(!all.stdout.contains(".tsr:"))
        #expect(all.stdout.contains("stamped.json: Genuine badge."))
    }

    @Test("a broken stamp beside a good badge changes nothing, and is named")
    func broken() throws {
        let school = try School()
        let badge = try school.award(to: "anna@example.org")
        try publish(school)
        let shop = try Desk()
        for name in [badge, "site"] { try shop.receive(name, from: school) }
        #expect(
            try shop.run("trust", "add", School.issuer, "--name", "Koulu", "--bundle", "site", "-q").status == 0)
        try shop.folder.write("\(badge).tsr", "hello")
        let run = try shop.run("verify", badge, "--bundle", "site", "--lang", "fi")
        #expect(run.status == 0, "\(run.stdout)")
        #expect(run.stdout.contains("\"\(badge).tsr\" ei voi lukea aikaleimana."), "\(run.stdout)")
        let explained = try shop.run("verify", "--explain", "timestamp.malformed", "--lang", "sv")
        #expect(explained.status == 0 && explained.stdout.contains("RFC 3161"))
    }

    // MARK: Lost, and forked

    @Test("what a lost key signed before stands by the issuer's own date, and what is dated later falls")
    func lost() throws {
        let school = try School()
        let badge = try school.award(to: "anna@example.org")
        try FileManager.default.copyItem(
            atPath: school.folder.path(of: "school/keys"), toPath: school.folder.path(of: "stolen"))
        let since = since(after: 1.1)
        let run = try school.run(
            "key", "revoke", "ed25519-1", "--reason", "lost", "--since", since, "--recovery-key",
            "school/recovery-key.pem", "--no-passphrase", "-q")
        #expect(run.status == 0, "\(run.stderr)")
        try publish(school)
        let shop = try Desk()
        for name in [badge, "site"] { try shop.receive(name, from: school) }
        try shop.receive("school/keys/p256-1.jwk", as: "p256-1.jwk", from: school)
        #expect(try shop.run("trust", "add", School.issuer, "--name", "K", "--key", "p256-1.jwk", "-q").status == 0)
        let before = try shop.run("verify", badge, "--bundle", "site", "--lang", "en")
        #expect(before.status == 0, "\(before.stdout)")
        #expect(before.stdout.contains("the issuer's own statement"), "\(before.stdout)")
        try shop.folder.write(
            "later.json", try forge(shop.folder.read(badge), by: school, at: Timestamp(rfc3339: since)))
        let after = try shop.run("verify", "later.json", "--bundle", "site", "--json")
        #expect(after.status == 1)
        #expect(try code("proof", in: after) == "key.revoked")
    }

    @Test("two histories that part leave all open, and a shop that holds one notices the other")
    func fork() throws {
        let school = try School()
        let badge = try school.award(to: "anna@example.org")
        try publish(school)
        let shop = try Desk()
        try shop.receive("site", as: "first-site", from: school)
        try shop.receive(badge, from: school)
        #expect(
            try shop.run("trust", "add", School.issuer, "--name", "K", "--bundle", "first-site", "-q").status == 0)
        // Whoever has a copy of the keys goes on with a history of his own.
        let other = try Desk()
        try other.receive("school", from: school)
        let own = ["PASSPORT_WORKSPACE": "school"]
        #expect(try school.run("key", "rotate", "--no-passphrase", "-q").status == 0)
        #expect(try other.run("key", "rotate", "--no-passphrase", "-q", environment: own).status == 0)
        try publish(school)
        #expect(try other.run("publish", "-o", "site", "-q", environment: own).status == 0)
        try shop.receive("site", from: school)
        try FileManager.default.copyItem(
            atPath: other.folder.path(of: "site"), toPath: shop.folder.path(of: "other-site"))
        let both = try shop.run("verify", badge, "--bundle", "site", "--bundle", "other-site", "--no-state", "--json")
        #expect(both.status == 2)
        #expect(try code("proof", in: both) == "history.fork")
        // One after the other: the second contradicts what was seen.
        #expect(try shop.run("verify", badge, "--bundle", "site", "-q").status == 0)
        let second = try shop.run("verify", badge, "--bundle", "other-site", "--json")
        #expect(second.status == 2)
        #expect(try code("proof", in: second) == "history.fork")
    }

    // MARK: Bundles of different dates

    @Test("of two bundles the newer is taken, says as of when it is, and the older is refused from then on")
    func twoBundles() throws {
        // Given a school that awarded 40 days ago and signed a bundle then, and another 10 days ago
        let past = Timestamp.now().wholeSeconds.adding(seconds: -40 * 86_400)
        let folder = try ScratchFolder()
        var generator = SystemRandom()
        let sample = "\(PackageRoot.path)/badge-definitions/tiimityo"
        let definition = try String(contentsOfFile: "\(sample).json", encoding: .utf8)
        try folder.write(
            "samples/tiimityo.json", definition.replacingOccurrences(of: "2026-01-01", with: "2020-01-01"))
        try FileManager.default.copyItem(atPath: "\(sample).svg", toPath: folder.path(of: "samples/tiimityo.svg"))
        let workspace = try WorkspaceInitializer.initialise(
            WorkspaceRequest(
                folder: folder.path(of: "koulu"), name: LanguageMap([("fi", "Koulu")]),
                url: "https://passi.example/org/koulu", samples: SampleSet(folder: folder.path(of: "samples"))),
            passphrase: nil, at: past, using: &generator
        ).workspace
        try KeyCustodian.ensureBundleKey(of: workspace, passphrase: nil, at: past, trustsClock: false)
        let keys = try IssuerKeys.load(workspace, passphrase: nil, for: [.dataIntegrity, .checkpoint, .bundle])
        let register = try Register.open(at: workspace.registerPath, readOnly: false)
        let snapshot = try #require(try register.read { try $0.snapshot(slug: "tiimityo", version: 1) })
        let awarder = Awarder(
            register: register, definition: try snapshot.definition(), files: snapshot.files,
            issuer: AwardIssuer(workspace.settings), securer: try keys.securer(for: .json), judge: { _ in nil })
        let request = AwardRequest(
            recipient: .init(email: "anna@example.org"), level: "2", date: CalendarDay(of: past),
            evidence: [AwardEvidence(kind: .observation, title: "Havainto", source: .none)])
        let row = try #require(
            try awarder.award([request], options: AwardOptions(), now: past.adding(seconds: 3600)).rows.first)
        let id = try #require(row.credentialID)
        let shop = try Desk()
        try shop.folder.write("anna.json", try #require(try register.read { try $0.signedBytes(id) }))
        for (name, days) in [("first.json", 0), ("second.json", 30)] {
            _ = try SitePublisher.publish(
                workspace, register: register, keys: keys, to: folder.path(of: "site"),
                at: past.adding(seconds: days * 86_400 + 7200))
            try shop.folder.write(name, try folder.read("site/trust-bundle.json"))
        }
        try register.close()
        try shop.folder.write("bundle-1.jwk", try folder.read("koulu/keys/bundle-1.jwk"))
        func take(_ name: String, _ more: String...) throws -> Run {
            try shop.run(["trust", "import", name, "--signer", "did:web:passi.example:org:koulu"] + more)
        }

        // When the shop has the first one
        let first = try take("first.json", "--key", "bundle-1.jwk", "--for", "did:web:passi.example:org:koulu")
        #expect(first.status == 0, "\(first.stderr)")
        #expect(first.stdout.contains("(39 days old)"), "\(first.stdout)")
        // Then its list of withdrawals is too old to say anything
        let stale = try shop.run("verify", "anna.json", "--json")
        #expect(stale.status == 2)
        #expect(try code("status", in: stale) == "status.stale")
        // and with the second all is known, as of ten days ago
        let second = try take("second.json")
        #expect(second.status == 0, "\(second.stderr)")
        let fresh = try shop.run("verify", "anna.json", "--json")
        #expect(fresh.status == 0, "\(fresh.stdout)")
        #expect(try check("issuer", in: fresh)?["detail"]?["ageDays"] == 9)
        #expect(try check("status", in: fresh)?["detail"]?["ageDays"] == 9)
        let text = try shop.run("verify", "anna.json", "--lang", "en")
        #expect(text.stdout.contains("(9 days old)"), "\(text.stdout)")
        #expect(try shop.run("trust", "list").stdout.contains("(9 days old)"))
        // and the first is refused, wherever it is given.
        try take("first.json").expectRefusal(65, "bundle.rollback", naming: "is 1", "number 2")
        try shop.run("verify", "anna.json", "--bundle", "first.json").expectRefusal(65, "bundle.rollback")
        #expect(try shop.run("verify", "anna.json", "-q").status == 0)
    }
}
