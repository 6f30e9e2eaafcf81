import BadgeDefinitions
import BadgeIssuer
import Cryptography
import Encodings
import Foundation
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Making a workspace")
struct WorkspaceInitializerTests {
    private func initialise(_ request: WorkspaceRequest, passphrase: Passphrase? = nil) throws {
        var generator = SeededGenerator(seed: 3)
        _ = try WorkspaceInitializer.initialise(request, passphrase: passphrase, at: FixedClock.now, using: &generator)
    }

    @Test("it has settings, keys, a recovery key, a key history and a register, for its owner alone")
    func content() throws {
        let fixture = try WorkspaceFixture()
        let root = fixture.workspace.root
        #expect(
            entries(of: root) == [
                "badge-definitions", "key-history.jsonl", "keys", "keys/checkpoint-1.jwk", "keys/checkpoint-1.pem",
                "keys/ed25519-1.jwk", "keys/ed25519-1.pem", "keys/p256-1.jwk", "keys/p256-1.pem", "recovery-key.pem",
                "register.sqlite", "workspace.json",
            ])
        #expect(entries(of: fixture.scratch.path).first == "koulu")
        #expect(fixture.outcome.recoveryKeyPath == "\(root)/recovery-key.pem")
        for (name, mode) in [
            ("", 0o700), ("/keys", 0o700), ("/keys/ed25519-1.pem", 0o600), ("/keys/p256-1.pem", 0o600),
            ("/keys/checkpoint-1.pem", 0o600), ("/recovery-key.pem", 0o600), ("/register.sqlite", 0o600),
            ("/keys/ed25519-1.jwk", 0o644),
        ] {
            #expect(try FileFacts(root + name).mode == mode, "\(name)")
        }
        #expect(fixture.workspace.settings.issuer == "did:web:passi.example:org:koulu")
        #expect(try Workspace(at: root).settings == fixture.workspace.settings)
    }

    @Test("the key history begins with the three keys and the recovery key's digest")
    func keyHistory() throws {
        let fixture = try WorkspaceFixture()
        let bytes = try fixture.scratch.read("koulu/key-history.jsonl")
        let entry = try #require(try KeyHistory(parsing: bytes).entries.first)
        let did = "did:web:passi.example:org:koulu"
        #expect(entry.keys.map(\.id) == ["ed25519-1", "p256-1", "checkpoint-1"].map { "\(did)#\($0)" })
        #expect(try Set(entry.keys.map(\.publicKey)) == Set(fixture.workspace.publicKeys().map(\.publicKey)))
        let recovery = try KeyFiles.readPrivate(fixture.outcome.recoveryKeyPath, passphrase: nil)
        #expect(entry.recoveryKeyDigest == KeyHistoryEntry.recoveryKeyDigest(of: recovery.publicKey))
        #expect(!entry.keys.map(\.publicKey).contains(recovery.publicKey))
        #expect(entry.at == FixedClock.now)
    }

    @Test("a passphrase encrypts every private key")
    func passphrase() throws {
        let passphrase = Passphrase("sala sana")
        let fixture = try WorkspaceFixture(passphrase: passphrase)
        for name in ["keys/ed25519-1.pem", "keys/p256-1.pem", "keys/checkpoint-1.pem", "recovery-key.pem"] {
            #expect(try fixture.scratch.text("koulu/\(name)").hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----"))
        }
        let keys = try IssuerKeys.load(fixture.workspace, passphrase: passphrase)
        #expect(keys.ed25519?.verificationMethod == "did:web:passi.example:org:koulu#ed25519-1")
        #expect(throws: KeyError(.wrongPassphrase, "")) {
            try IssuerKeys.load(fixture.workspace, passphrase: Passphrase("väärä"))
        }
        #expect(throws: KeyError(.passphraseMissing, "")) { try IssuerKeys.load(fixture.workspace, passphrase: nil) }
    }

    @Test("without an address the issuer is the Ed25519 key's did:key")
    func didKey() throws {
        let fixture = try WorkspaceFixture(url: nil)
        let settings = fixture.workspace.settings
        let keys = try fixture.keys()
        let key = try keys.dataIntegrityKey()
        #expect(settings.issuer == DIDKey.did(for: key.privateKey.publicKey).description)
        #expect(key.verificationMethod == "\(settings.issuer)#\(key.privateKey.publicKey.multikey)")
        #expect(settings.badgeBase == "\(settings.issuer)/badges/")
        // Nobody could look up its P-256 key.
        #expect(throws: WorkspaceError(.keyMissing, "")) { try keys.jwtKey() }
        #expect(try fixture.workspace.ownTrust().keys.map(\.id) == [key.verificationMethod])
        #expect(try KeyHistory(parsing: fixture.scratch.read("koulu/key-history.jsonl")).entries.count == 1)
    }

    @Test("the samples are copied with pictures and pathways, and published in the register")
    func samples() throws {
        let fixture = try WorkspaceFixture(samples: WorkspaceFixture.samples)
        let copied = entries(of: fixture.workspace.definitionsFolder)
        #expect(copied.filter { $0.hasSuffix(".svg") }.count == 26)
        #expect(copied.contains("pathways/tyoelamapassi.json"))
        #expect(copied.contains("tiimityo.png"))
        #expect(Set(fixture.outcome.pathways) == ["ensiaskel", "tyoelamapassi", "yrittajyyspassi"])
        let register = try fixture.register()
        let snapshots = try register.read { try $0.snapshots() }
        #expect(snapshots.count == 26)
        #expect(snapshots.map(\.slug) == fixture.outcome.published.sorted())
        #expect(snapshots.allSatisfy { $0.status == .published && $0.badgeBase == "\(WorkspaceFixture.url)/badges/" })
        let one = try #require(try register.read { try $0.snapshot(slug: "tiimityo", version: 1) })
        #expect(one.files.map(\.name) == ["tiimityo.svg"])
        #expect(try one.definition().digest == one.digest)
        #expect(try one.definition().creator == fixture.workspace.settings.issuer)
        #expect(try register.read { try $0.auditTrailHead().count } == 27)
    }

    @Test(
        "a folder with something in it is refused and left as it is",
        arguments: ["notes.txt", "workspace.json", ".git/x"])
    func notEmpty(_ name: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write("koulu/\(name)", "x")
        #expect(throws: WorkspaceError(.exists, "")) { try initialise(WorkspaceFixture.request(in: scratch)) }
        #expect(scratch.files() == ["koulu/\(name)"])
    }

    @Test("a file in the folder's place is refused, and so is a folder in no folder")
    func noPlace() throws {
        let scratch = try ScratchFolder()
        try scratch.write("koulu", "x")
        #expect(throws: WorkspaceError(.exists, "")) { try initialise(WorkspaceFixture.request(in: scratch)) }
        let request = WorkspaceFixture.request(in: scratch, folder: "no/where")
        #expect(throws: WorkspaceError(.unwritable, "")) { try initialise(request) }
        #expect(entries(of: scratch.path) == ["koulu"])
    }

    @Test("an empty folder becomes the workspace and stays the same folder")
    func emptyFolder() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path(of: "koulu")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        let before = try FileFacts(path)
        try initialise(WorkspaceFixture.request(in: scratch))
        #expect(try FileFacts(path).number == before.number)
        #expect(try FileFacts(path).mode == 0o700)
        #expect(entries(of: path).filter { $0.hasPrefix(".") } == [])
        #expect(try Workspace(at: path).publicKeys().count == 3)
        _ = try Register.open(at: "\(path)/register.sqlite", readOnly: true)
    }

    @Test("a failed run leaves nothing behind", arguments: [true, false])
    func failure(_ hasFolder: Bool) throws {
        let scratch = try ScratchFolder()
        let samples = try ScratchFolder()
        try samples.write("tiimityo.json", #"{"format":"passport.badge/1","id":"tiimityo"}"#)
        let path = scratch.path(of: "koulu")
        if hasFolder {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
        }
        let request = WorkspaceFixture.request(in: scratch, samples: SampleSet(folder: samples.path))
        #expect(throws: WorkspaceError(.samplesBroken, "")) { try initialise(request) }
        #expect(entries(of: scratch.path) == (hasFolder ? ["koulu"] : []))
        if hasFolder { #expect(try FileFacts(path).mode == 0o755) }
    }

    @Test("a sample that is a link isn't followed")
    func linkedSample() throws {
        let scratch = try ScratchFolder()
        let samples = try ScratchFolder()
        try FileManager.default.createSymbolicLink(
            atPath: samples.path(of: "a.json"), withDestinationPath: "/etc/passwd")
        let request = WorkspaceFixture.request(in: scratch, samples: SampleSet(folder: samples.path))
        #expect(throws: WorkspaceError(.samplesMissing, "")) { try initialise(request) }
        #expect(entries(of: scratch.path) == [])
    }

    struct Refusal: CustomTestStringConvertible, Sendable {
        let code: WorkspaceError.Code
        let change: @Sendable (inout WorkspaceRequest) -> Void
        var testDescription: String { code.rawValue }
    }

    @Test(
        "wrong values are refused before anything is made",
        arguments: [
            Refusal(code: .url) { $0.url = "http://passi.example" },
            Refusal(code: .url) { $0.url = "passi.example" },
            Refusal(code: .url) { $0.url = "https://127.0.0.1/x" },
            Refusal(code: .name) { $0.name = LanguageMap([("fi", " ")]) },
            Refusal(code: .name) { $0.name = LanguageMap([]) },
            Refusal(code: .language) { $0.languages = ["finnish"] },
            Refusal(code: .language) { $0.languages = [] },
            Refusal(code: .yTunnus) { $0.yTunnus = "1234567-8" },
            Refusal(code: .oid) { $0.oid = "1.2.3" },
            Refusal(code: .samplesMissing) { $0.samples = SampleSet(folder: "/no/such/folder") },
        ])
    func refusals(_ refusal: Refusal) throws {
        let scratch = try ScratchFolder()
        var request = WorkspaceFixture.request(in: scratch)
        refusal.change(&request)
        let error = #expect(throws: WorkspaceError.self) { try initialise(request) }
        #expect(error?.code == refusal.code)
        #expect(entries(of: scratch.path) == [])
    }
}
