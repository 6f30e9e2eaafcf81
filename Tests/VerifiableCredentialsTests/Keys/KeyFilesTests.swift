import Cryptography
import Encodings
import Glibc
import TestSupport
import Testing
import VerifiableCredentials

@Suite struct KeyFilesTests {
    let folder: ScratchFolder
    let passphrase = Passphrase("sanat jotka vain minä tiedän")

    init() throws { folder = try ScratchFolder() }

    private func mode(_ name: String) -> mode_t {
        var status = stat()
        return lstat(folder.path(of: name), &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test("A key's two files are written for the right eyes and read back", arguments: TestKeys.byAlgorithm.map(\.key))
    func roundTrip(_ key: PrivateKey) throws {
        try KeyFiles.write(key, fragment: "key-1", folder: folder.path, passphrase: nil)
        #expect(folder.files() == ["key-1.jwk", "key-1.pem"])
        #expect(mode("key-1.pem") == 0o600)
        #expect(mode("key-1.jwk") == 0o644)
        let read = try KeyFiles.readPrivate(fragment: "key-1", folder: folder.path, passphrase: nil)
        #expect(read.publicKey == key.publicKey)
        #expect(try KeyFiles.readPublic(fragment: "key-1", folder: folder.path) == key.publicKey)
        #expect(try JSONParser.parse(folder.read("key-1.jwk")).objectValue == key.publicKey.jwk)
    }

    @Test("An encrypted key opens with its passphrase only")
    func encrypted() throws {
        try KeyFiles.write(TestKeys.ed25519, fragment: "k", folder: folder.path, passphrase: passphrase)
        #expect(try folder.text("k.pem").hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----"))
        let read = try KeyFiles.readPrivate(fragment: "k", folder: folder.path, passphrase: passphrase)
        #expect(read.publicKey == TestKeys.ed25519.publicKey)
        for wrong in [nil, Passphrase("other")] {
            #expect(throws: KeyFileError(.passphrase, "")) {
                try KeyFiles.readPrivate(fragment: "k", folder: folder.path, passphrase: wrong)
            }
        }
    }

    @Test("A key is never written over, nor half written")
    func exists() throws {
        try KeyFiles.write(TestKeys.ed25519, fragment: "k", folder: folder.path, passphrase: nil)
        let before = try folder.read("k.pem")
        #expect(throws: KeyFileError(.exists, "")) {
            try KeyFiles.write(TestKeys.p256, fragment: "k", folder: folder.path, passphrase: nil)
        }
        #expect(try folder.read("k.pem") == before)

        try folder.write("half.jwk", "in the way")
        #expect(throws: KeyFileError(.exists, "")) {
            try KeyFiles.write(TestKeys.p256, fragment: "half", folder: folder.path, passphrase: nil)
        }
        #expect(!folder.exists("half.pem"))
    }

    @Test("A link in the new file's place is not followed")
    func writesThroughNoLink() throws {
        symlink(folder.path(of: "elsewhere"), folder.path(of: "k.pem"))
        #expect(throws: KeyFileError(.exists, "")) {
            try KeyFiles.write(TestKeys.p256, fragment: "k", folder: folder.path, passphrase: nil)
        }
        #expect(!folder.exists("elsewhere"))
    }

    @Test("A folder that isn't there takes no key")
    func noFolder() {
        #expect(throws: KeyFileError(.unwritable, "")) {
            try KeyFiles.write(TestKeys.p256, fragment: "k", folder: folder.path(of: "none"), passphrase: nil)
        }
    }

    @Test(
        "A name can't lead out of the folder",
        arguments: ["", "../k", "a/b", ".", "a.b", "-k", "K", "k\u{0}", "ä", String(repeating: "k", count: 65)])
    func names(_ fragment: String) {
        #expect(throws: KeyFileError(.name, "")) {
            try KeyFiles.write(TestKeys.p256, fragment: fragment, folder: folder.path, passphrase: nil)
        }
        #expect(throws: KeyFileError(.name, "")) {
            try KeyFiles.readPrivate(fragment: fragment, folder: folder.path, passphrase: nil)
        }
    }

    @Test(
        "A secret that others may read or change is refused",
        arguments: [0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o644, 0o666] as [mode_t])
    func permissions(_ mode: mode_t) throws {
        try KeyFiles.write(TestKeys.ed25519, fragment: "k", folder: folder.path, passphrase: nil)
        chmod(folder.path(of: "k.pem"), mode)
        #expect(throws: KeyFileError(.permissions, "")) {
            try KeyFiles.readPrivate(fragment: "k", folder: folder.path, passphrase: nil)
        }
        chmod(folder.path(of: "k.pem"), 0o400)
        #expect(throws: Never.self) { try KeyFiles.readPrivate(fragment: "k", folder: folder.path, passphrase: nil) }
    }

    @Test("A secret of another user is refused", .enabled("only root can give files away") { geteuid() == 0 })
    func owner() throws {
        let path = try folder.write("secret", "words\n")
        chmod(path, 0o600)
        #expect(try SecretFile.read(path) == Array("words\n".utf8))
        chown(path, 65_534, 65_534)
        #expect(throws: KeyFileError(.permissions, "")) { try SecretFile.read(path) }
    }

    @Test("A secret is not read through a link, nor from what is no file")
    func links() throws {
        let path = try folder.write("secret", "words")
        chmod(path, 0o600)
        symlink(path, folder.path(of: "link"))
        #expect(throws: KeyFileError(.link, "")) { try SecretFile.read(folder.path(of: "link")) }
        #expect(throws: KeyFileError(.link, "")) { try SecretFile.read(folder.path) }
        // A pipe that nobody writes to would be waited for without end.
        mkfifo(folder.path(of: "pipe"), 0o600)
        #expect(throws: KeyFileError(.link, "")) { try SecretFile.read(folder.path(of: "pipe")) }
        #expect(throws: KeyFileError(.missing, "")) { try SecretFile.read(folder.path(of: "none")) }
        #expect(throws: KeyFileError(.missing, "")) { try SecretFile.read(path + "/none") }
    }

    @Test("A file larger than any secret is refused, one as large is read")
    func size() throws {
        let path = try folder.write("secret", [UInt8](repeating: 0x61, count: SecretFile.maxBytes))
        chmod(path, 0o600)
        #expect(try SecretFile.read(path).count == SecretFile.maxBytes)
        let larger = try folder.write("larger", [UInt8](repeating: 0x61, count: SecretFile.maxBytes + 1))
        chmod(larger, 0o600)
        #expect(throws: KeyFileError(.tooLarge, "")) { try SecretFile.read(larger) }
    }

    @Test(
        "A passphrase is the first line without its end", arguments: ["words", "words\n", "words\r\n", "words\nmore\n"])
    func passphraseFile(_ text: String) throws {
        let path = try folder.write("secret", text)
        chmod(path, 0o600)
        #expect(try SecretFile.passphrase(path).matches(Passphrase("words")))
    }

    @Test("An empty first line is no passphrase", arguments: ["", "\n", "\r\n", "\nwords"])
    func emptyPassphrase(_ text: String) throws {
        let path = try folder.write("secret", text)
        chmod(path, 0o600)
        #expect(throws: KeyFileError(.passphrase, "")) { try SecretFile.passphrase(path) }
    }

    @Test("Halves of different keys, and files that hold no key, are refused")
    func halves() throws {
        try KeyFiles.write(TestKeys.ed25519, fragment: "k", folder: folder.path, passphrase: nil)
        try folder.write("k.jwk", JSONWriter.pretty(.object(TestKeys.otherEd25519.publicKey.jwk)))
        #expect(throws: KeyFileError(.publicMismatch, "")) {
            try KeyFiles.readPrivate(fragment: "k", folder: folder.path, passphrase: nil)
        }
        for text in ["", "[]", "{\"kty\":\"oct\"}"] {
            try folder.write("k.jwk", text)
            #expect(throws: KeyFileError(.key, "")) { try KeyFiles.readPublic(fragment: "k", folder: folder.path) }
        }
        let path = try folder.write("other.pem", "no key")
        chmod(path, 0o600)
        #expect(throws: KeyFileError(.key, "")) { try KeyFiles.readPrivate(path, passphrase: nil) }
    }
}
