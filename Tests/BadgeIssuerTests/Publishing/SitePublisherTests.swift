import BadgeDefinitions
import BadgeIssuer
import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Publishing the site")
struct SitePublisherTests {
    let samples: ScratchFolder
    let sampleSet: SampleSet

    init() throws {
        samples = try ScratchFolder()
        sampleSet = try WorkspaceFixture.smallSamples(in: samples, slugs: ["tiimityo", "koonti-ensiaskel"])
    }

    /// A workspace with two badges and one award, and what publishing it gives.
    private final class Site {
        let fixture: WorkspaceFixture
        let register: Register
        let keys: IssuerKeys
        var path: String { fixture.scratch.path(of: "site") }

        init(_ fixture: WorkspaceFixture) throws {
            self.fixture = fixture
            register = try fixture.register()
            keys = try fixture.keys()
            try fixture.award(
                register,
                to: PersonDetails(name: "Anna Aalto", email: "anna.aalto@koulu.example", studentID: "A-4711"))
        }

        @discardableResult
        func publish(to folder: String? = nil, after seconds: Int = 0) throws -> PublishReport {
            try SitePublisher.publish(
                fixture.workspace, register: register, keys: keys, to: folder ?? path,
                at: fixture.now.adding(seconds: seconds))
        }

        func json(_ name: String) throws -> JSONObject {
            try #require(try JSONParser.parse(fixture.scratch.read("site/\(name)")).objectValue)
        }

        func files() -> [String] {
            fixture.scratch.files().filter { $0.hasPrefix("site/") }.map { String($0.dropFirst(5)) }
        }

        func facts() throws -> [String: FileFacts] {
            var facts: [String: FileFacts] = [:]
            for name in files() { facts[name] = try FileFacts("\(path)/\(name)") }
            return facts
        }
    }

    private func site(url: String? = WorkspaceFixture.url) throws -> Site {
        try Site(WorkspaceFixture(url: url, samples: sampleSet))
    }

    // MARK: What stands where

    private static func badge(_ slug: String, _ folder: String = "badges") -> [String] {
        [
            "achievement.json", "en/achievement.json", "en/index.html", "fi/achievement.json", "fi/index.html",
            "index.html", "\(slug).svg", "sv/achievement.json", "sv/index.html",
        ]
        .map { "\(folder)/\(slug)/v1/\($0)" }
    }

    private static let front = ["en/index.html", "fi/index.html", "index.html", "passport.css", "sv/index.html"]

    @Test(
        "the DID document stands where did:web looks for it",
        arguments: [
            ("https://passi.example", ["did.json", ".well-known/did.json"]),
            ("https://passi.example:8443/", ["did.json", ".well-known/did.json"]),
            ("https://passi.example/org/koulu", ["did.json"]),
        ])
    func layout(_ url: String, _ documents: [String]) throws {
        let site = try site(url: url)
        let report = try site.publish()
        let expected =
            documents + Self.badge("koonti-ensiaskel") + Self.badge("tiimityo")
            + Self.front + ["checkpoint.json", "issuer.json", "key-history.jsonl", "status/1.json"]
        #expect(site.files() == expected.sorted())
        #expect(report.written.sorted() == expected.sorted())
        #expect(report.unchanged == [] && report.elsewhere == [])
        for name in documents {
            let document = try DIDDocument(json: .object(site.json(name)))
            #expect(document.id.description == site.fixture.workspace.settings.issuer)
        }
    }

    @Test("a did:key workspace has no DID document, and its lists have names of their own")
    func didKey() throws {
        let site = try site(url: nil)
        try site.publish()
        let issuer = site.fixture.workspace.settings.issuer
        let expected =
            Self.badge("koonti-ensiaskel") + Self.badge("tiimityo")
            + Self.front + ["checkpoint.json", "issuer.json", "key-history.jsonl", "status/1.json"]
        #expect(site.files() == expected.sorted())
        #expect(try site.json("status/1.json")["id"]?.stringValue?.hasPrefix("urn:uuid:") == true)
        #expect(
            try site.json("badges/tiimityo/v1/achievement.json")["id"]?.stringValue == "\(issuer)/badges/tiimityo/v1")
    }

    @Test("files are for everyone, folders too")
    func rights() throws {
        let site = try site()
        try site.publish()
        #expect(try site.facts().values.allSatisfy { $0.mode == 0o644 })
        for folder in ["", "/badges", "/badges/tiimityo/v1/sv", "/status"] {
            #expect(try FileFacts(site.path + folder).mode == 0o755)
        }
    }

    @Test("the DID document has every awarding key for assertions, and no other key")
    func didDocument() throws {
        let site = try site()
        try site.publish()
        let document = try DIDDocument(json: .object(site.json("did.json")))
        let did = "did:web:passi.example:org:koulu"
        #expect(document.verificationMethods.map(\.id) == ["\(did)#ed25519-1", "\(did)#p256-1"])
        #expect(document.verificationMethods.map(\.type) == ["Multikey", "JsonWebKey"])
        #expect(document.assertionMethod == ["\(did)#ed25519-1", "\(did)#p256-1"])
        #expect(
            document.json["@context"] == [
                "https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1",
                "https://w3id.org/security/jwk/v1",
            ])
        #expect(document.verificationMethods[0].publicKey == site.keys.ed25519?.privateKey.publicKey)
        #expect(document.verificationMethods[1].publicKey == site.keys.p256?.privateKey.publicKey)
    }

    @Test("the profile and the key history are the workspace's")
    func issuer() throws {
        let site = try site()
        try site.publish()
        let profile = try site.json("issuer.json")
        #expect(profile.names.first == "@context")
        #expect(profile.removing("@context") == site.fixture.workspace.identity.profile(in: "fi"))
        #expect(
            try site.fixture.scratch.read("site/key-history.jsonl")
                == site.fixture.scratch.read("koulu/key-history.jsonl"))
    }

    // MARK: Achievements

    @Test("an achievement is the very object that a credential embeds, with contexts to stand alone")
    func achievement() throws {
        let site = try site()
        try site.publish()
        let snapshot = try #require(try site.register.read { try $0.snapshot(slug: "tiimityo", version: 1) })
        let definition = try snapshot.definition()
        let issuer = AwardIssuer(site.fixture.workspace.settings)
        for language in ["fi", "sv", "en"] {
            let composer = CredentialComposer(
                definition: definition, issuer: issuer.profile(language), creatorName: issuer.creatorName(language),
                picture: AchievementPicture(
                    .embed, name: "tiimityo.svg", bytes: snapshot.files.first?.bytes,
                    achievementID: definition.achievementID),
                language: language)
            let award = AwardValues(awardedDate: try CalendarDay(iso: "2026-10-13"), language: language)
            let credential = composer.compose(
                id: "urn:uuid:x", award: award,
                recipient: CredentialRecipient(passportNumber: "x"), status: [], validFrom: site.fixture.now,
                using: &site.fixture.generator)
            let embedded = try #require(credential["credentialSubject"]?["achievement"]?.objectValue)
            if language == "fi" {
                let published = try site.json("badges/tiimityo/v1/achievement.json")
                #expect(published.removing("@context") == embedded)
                #expect(published["@context"]?.arrayValue?.count == 2)
            }
            var translated = embedded
            translated["id"] = .string("\(definition.achievementID)/\(language)")
            #expect(
                try site.json("badges/tiimityo/v1/\(language)/achievement.json").removing("@context") == translated)
        }
    }

    @Test("every language that an achievement relates to is on the site")
    func related() throws {
        let site = try site()
        try site.publish()
        let files = Set(site.files())
        for name in Self.badge("tiimityo") where name.hasSuffix(".json") {
            let related = try site.json(name)["related"]?.arrayValue ?? []
            #expect(related.count == 2)
            for id in related.compactMap({ $0["id"]?.stringValue }) {
                let path = id.dropFirst("\(WorkspaceFixture.url)/".count)
                #expect(files.contains("\(path)/achievement.json"), "\(id)")
            }
        }
    }

    @Test("a linked picture is where the link leads")
    func linkedPicture() throws {
        let site = try site()
        let settings = site.fixture.workspace.settings
        let text = String(decoding: settings.bytes, as: UTF8.self).replacing(#""embed""#, with: #""link""#)
        try site.fixture.scratch.write("koulu/workspace.json", text)
        let workspace = try Workspace(at: site.fixture.workspace.root)
        _ = try SitePublisher.publish(
            workspace, register: site.register, keys: site.keys, to: site.path, at: site.fixture.now)
        let image = try #require(try site.json("badges/tiimityo/v1/achievement.json")["image"]?["id"]?.stringValue)
        let path = image.dropFirst("\(WorkspaceFixture.url)/".count)
        #expect(try site.fixture.scratch.read("site/\(path)") == samples.read("samples/tiimityo.svg"))
    }

    @Test("a retired version stays on the site, and a file that was never published doesn't get there")
    func retired() throws {
        let site = try site()
        try site.register.write { try $0.retire(slug: "tiimityo", version: 1, at: site.fixture.now) }
        try site.fixture.scratch.write(
            "koulu/badge-definitions/uusi.json",
            site.fixture.scratch.text("koulu/badge-definitions/tiimityo.json").replacing(
                "\"tiimityo\"", with: "\"uusi\""))
        try site.publish()
        #expect(site.files().contains("badges/tiimityo/v1/achievement.json"))
        #expect(!site.files().contains { $0.contains("uusi") })
    }

    @Test("badges of another site's address are left to that site")
    func elsewhere() throws {
        let site = try site()
        let settings = site.fixture.workspace.settings
        let text = String(decoding: settings.bytes, as: UTF8.self).replacing(
            "\(WorkspaceFixture.url)/badges/", with: "https://muu.example/b/")
        try site.fixture.scratch.write("koulu/workspace.json", text)
        let workspace = try Workspace(at: site.fixture.workspace.root)
        let library = try DefinitionLibrary.load(
            folder: workspace.definitionsFolder, defaults: workspace.settings.definitionDefaults)
        let entry = try #require(library.entries.first { $0.definition.slug == "tiimityo" })
        try site.register.write {
            try $0.publish(entry.definition, image: entry.image, at: site.fixture.now, using: &site.fixture.generator)
        }
        let report = try SitePublisher.publish(
            workspace, register: site.register, keys: site.keys, to: site.path, at: site.fixture.now)
        #expect(report.elsewhere == ["https://muu.example/b/tiimityo/v1"])
    }

    // MARK: Again

    @Test("a second time on the same day touches no file")
    func twice() throws {
        let site = try site()
        let first = try site.publish()
        let before = try site.facts()
        let second = try site.publish(after: 86_399)
        #expect(second.written == [])
        #expect(second.unchanged.sorted() == first.written.sorted())
        #expect(try site.facts() == before)
    }

    @Test("a day later only the list and the checkpoint are new")
    func nextDay() throws {
        let site = try site()
        try site.publish()
        #expect(try site.publish(after: 86_400).written == ["status/1.json", "checkpoint.json"])
    }

    @Test("by a clock behind the newest list nothing is signed, unless it is said to be right; lists stay in order")
    func clockSetBack() throws {
        let site = try site()
        try site.publish(after: 3600)
        let before = try site.facts()
        #expect(throws: RegisterError(.clockBehind, "")) { try site.publish(to: site.path, after: 3299) }
        #expect(try site.facts() == before)
        try site.publish(after: 3300)
        let id = try #require(try site.register.read { try $0.awards().first?.id })
        try site.register.write { transaction in
            try transaction.changeState(of: id, to: .revoked, reason: "error", at: site.fixture.now)
        }
        let first = try site.json("status/1.json")["validFrom"]?.stringValue ?? ""
        _ = try SitePublisher.publish(
            site.fixture.workspace, register: site.register, keys: site.keys, to: site.path, at: site.fixture.now,
            trustsClock: true)
        let second = try site.json("status/1.json")["validFrom"]?.stringValue ?? ""
        #expect(first < second, "a receiver keeps to the newest list it saw")
    }

    @Test("a revocation shows at once in the list and the checkpoint, and nowhere else")
    func revocation() throws {
        let site = try site()
        try site.publish()
        let id = try #require(
            try site.register.read { try $0.awards(AwardFilter()).first?.id })
        try site.register.write { transaction in
            try transaction.changeState(of: id, to: .revoked, reason: "error", at: site.fixture.now)
            try transaction.appendAudit(
                .awardRevoked, subjects: [id], at: site.fixture.now, using: &site.fixture.generator)
        }
        #expect(try site.publish(after: 60).written == ["status/1.json", "checkpoint.json"])
    }

    @Test("into another folder the same bytes are written")
    func anotherFolder() throws {
        let site = try site()
        try site.publish()
        let other = site.fixture.scratch.path(of: "other")
        try site.publish(to: other, after: 60)
        for name in site.files() {
            #expect(try site.fixture.scratch.read("other/\(name)") == site.fixture.scratch.read("site/\(name)"))
        }
    }

    @Test("a file that somebody changed is put right, and one of their own is left alone")
    func foreignFiles() throws {
        let site = try site()
        try site.publish()
        let genuine = try site.fixture.scratch.read("site/did.json")
        try site.fixture.scratch.write("site/did.json", "{}")
        try site.fixture.scratch.write("site/index.html", "<p>Tervetuloa</p>")
        #expect(try site.publish().written == ["did.json"])
        #expect(try site.fixture.scratch.read("site/did.json") == genuine)
        #expect(try site.fixture.scratch.text("site/index.html") == "<p>Tervetuloa</p>")
        #expect(entries(of: site.path).allSatisfy { !$0.hasSuffix(".part") })
    }

    // MARK: Refusals

    @Test("a link to a folder isn't followed")
    func linkedFolder() throws {
        let site = try site()
        let outside = try ScratchFolder()
        try FileManager.default.createDirectory(atPath: site.path, withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: "\(site.path)/status", withDestinationPath: outside.path)
        #expect(throws: FileError(.link, "")) { try site.publish() }
        #expect(entries(of: outside.path) == [])
    }

    @Test("a link to a file is replaced, and what it led to stays")
    func linkedFile() throws {
        let site = try site()
        let outside = try ScratchFolder()
        let target = try outside.write("target", "x")
        try FileManager.default.createDirectory(atPath: site.path, withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: "\(site.path)/did.json", withDestinationPath: target)
        try site.publish()
        #expect(try outside.text("target") == "x")
        #expect(try site.json("did.json")["id"] != nil)
    }

    @Test(
        "a folder that would put the keys on the web is refused",
        arguments: [
            "koulu", "koulu/", "koulu/keys", "koulu/keys/new", "koulu/badge-definitions", "", "link", "koulu/../koulu",
        ])
    func unsafeFolder(_ name: String) throws {
        let site = try site()
        try FileManager.default.createSymbolicLink(
            atPath: site.fixture.scratch.path(of: "link"), withDestinationPath: site.fixture.workspace.root)
        let before = entries(of: site.fixture.scratch.path)
        #expect(throws: PublishError(.unsafeFolder, "")) { try site.publish(to: site.fixture.scratch.path(of: name)) }
        #expect(entries(of: site.fixture.scratch.path) == before)
    }

    @Test("a folder of its own in the workspace is fine")
    func innerFolder() throws {
        let site = try site()
        #expect(try site.publish(to: site.fixture.scratch.path(of: "koulu/site")).written.contains("did.json"))
    }

    @Test("a missing or foreign key history ends it before anything is written")
    func keyHistory() throws {
        let site = try site()
        let other = try WorkspaceFixture(url: "https://muu.example")
        try site.fixture.scratch.write("koulu/key-history.jsonl", other.scratch.read("koulu/key-history.jsonl"))
        #expect(throws: PublishError(.keyHistory, "")) { try site.publish() }
        try FileManager.default.removeItem(atPath: site.fixture.workspace.keyHistoryPath)
        #expect(throws: PublishError(.keyHistory, "")) { try site.publish() }
        #expect(site.files() == [])
    }

    // MARK: Privacy

    @Test("no file says who was awarded, what is known of them, or when")
    func privacy() throws {
        let site = try site()
        try site.publish()
        let award = try #require(try site.register.read { try $0.awards(AwardFilter()).first })
        let person = try #require(award.personID)
        let number = try #require(try site.register.read { try $0.person(.id(person)) }).passportNumber.description
        for name in site.files() {
            let text = try site.fixture.scratch.text("site/\(name)")
            for secret in [
                "Anna", "Aalto", "anna.aalto", "A-4711", "kampanjaa", "2026-10-13", person, number, award.id,
                String(award.id.dropFirst(9)), "#\(award.statusEntries[0].index)",
            ] {
                #expect(!text.contains(secret), "\(name): \(secret)")
            }
        }
    }
}
