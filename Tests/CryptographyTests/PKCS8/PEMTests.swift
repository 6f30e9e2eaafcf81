import Cryptography
import Encodings
import TestSupport
import Testing

struct PEMTests {
    private static let passphrase = Passphrase("mänty & kuusi")

    @Test("A key comes back from its PEM file, plain and encrypted", arguments: KeyType.allCases)
    func roundTrip(type: KeyType) throws {
        let key = try TestKeys.key(type)
        let plain = try key.pem(passphrase: nil)
        #expect(try PrivateKey(pem: plain, passphrase: nil).publicKey == key.publicKey)
        #expect(String(decoding: plain, as: UTF8.self).hasPrefix("-----BEGIN PRIVATE KEY-----\n"))

        let encrypted = try key.pem(passphrase: Self.passphrase)
        let reread = try PrivateKey(pem: encrypted, passphrase: Self.passphrase)
        #expect(reread.publicKey == key.publicKey)
        let signature = try reread.sign([1], using: type.signatureAlgorithm)
        #expect(key.publicKey.isValid(signature: signature, for: [1], using: type.signatureAlgorithm))
        #expect(String(decoding: encrypted, as: UTF8.self).hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"))
        #expect(try key.pem(passphrase: Self.passphrase) != encrypted, "each writing has a salt of its own")
    }

    @Test("A wrong passphrase, an empty one and none are told apart from a broken file")
    func wrongPassphrase() throws {
        let pem = try TestKeys.key(.ed25519).pem(passphrase: Self.passphrase)
        func found(_ passphrase: Passphrase?) -> KeyError.Code? {
            code { () throws(KeyError) in _ = try PrivateKey(pem: pem, passphrase: passphrase) }
        }
        #expect(found(Passphrase("mänty & kuusi ")) == .wrongPassphrase)
        #expect(found(Passphrase("")) == .wrongPassphrase)
        #expect(found(nil) == .passphraseMissing)
        #expect(found(Self.passphrase) == nil)
    }

    @Test("An empty passphrase and one with a zero byte encrypt too, and open only themselves")
    func oddPassphrases() throws {
        let key = try TestKeys.key(.p256)
        for (words, others) in [([], [[0]]), ([1, 0, 2], [[1], [1, 0, 3]])] as [([UInt8], [[UInt8]])] {
            let pem = try key.pem(passphrase: Passphrase(words))
            #expect(try PrivateKey(pem: pem, passphrase: Passphrase(words)).publicKey == key.publicKey)
            for other in others where !other.allSatisfy({ $0 == 0 }) {
                let found = code { () throws(KeyError) in _ = try PrivateKey(pem: pem, passphrase: Passphrase(other)) }
                #expect(found == .wrongPassphrase)
            }
        }
    }

    @Test("A passphrase for a key that needs none is left unused")
    func needless() throws {
        let key = try TestKeys.key(.p384)
        #expect(try PrivateKey(pem: key.pem(passphrase: nil), passphrase: Self.passphrase).publicKey == key.publicKey)
    }

    @Test(
        "Keys that the openssl command encrypts are read", .needsOpenSSLCommand,
        arguments: [
            ["-scrypt"], ["-v2", "aes-256-cbc", "-v2prf", "hmacWithSHA256"], ["-v2", "aes-128-cbc", "-iter", "10000"],
        ])
    func readsCommand(options: [String]) throws {
        let folder = try ScratchFolder()
        let key = try TestKeys.key(.p256)
        try folder.write("plain.pem", key.pem(passphrase: nil))
        try #require(try openssl(["pkcs8", "-topk8", "-in", "plain.pem", "-out", "k.pem"] + options, folder) == 0)
        let pem = try folder.read("k.pem")
        #expect(try PrivateKey(pem: pem, passphrase: Passphrase("secret")).publicKey == key.publicKey)
        let found = code { () throws(KeyError) in _ = try PrivateKey(pem: pem, passphrase: Passphrase("Secret")) }
        #expect(found == .wrongPassphrase)
    }

    @Test("Keys of every type that the openssl command makes are read", .needsOpenSSLCommand)
    func readsGenerated() throws {
        let folder = try ScratchFolder()
        let made: [(KeyType, [String])] = [
            (.ed25519, ["-algorithm", "ED25519"]),
            (.p256, ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]),
            (.p384, ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"]),
            (.rsa, ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]),
        ]
        for (type, options) in made {
            try #require(try OpenSSLCommand.run(["genpkey", "-out", "k.pem"] + options, in: folder) == 0)
            #expect(try PrivateKey(pem: folder.read("k.pem"), passphrase: nil).type == type)
        }
    }

    @Test("The openssl command opens the keys that are written here, and verifies what they sign", .needsOpenSSLCommand)
    func commandReads() throws {
        let folder = try ScratchFolder()
        for type in KeyType.allCases {
            let key = try TestKeys.key(type)
            try folder.write("k.pem", key.pem(passphrase: Passphrase("secret")))
            let status = try OpenSSLCommand.run(
                ["pkey", "-in", "k.pem", "-passin", "pass:secret", "-pubout", "-out", "pub.pem"], in: folder)
            #expect(status == 0)
            guard type == .ed25519 || type == .rsa else { continue }
            try folder.write("message", "Tiimityö")
            try folder.write("signature", key.sign(Array("Tiimityö".utf8), using: type.signatureAlgorithm))
            let options = type == .rsa ? ["-digest", "sha256"] : []
            let verified = try OpenSSLCommand.run(
                [
                    "pkeyutl", "-verify", "-pubin", "-inkey", "pub.pem", "-rawin", "-in", "message", "-sigfile",
                    "signature",
                ] + options, in: folder)
            #expect(verified == 0)
        }
        let wrong = try OpenSSLCommand.run(["pkey", "-in", "k.pem", "-passin", "pass:Secret", "-noout"], in: folder)
        #expect(wrong != 0)
    }

    @Test(
        "Keys of other types, sizes and forms are refused by name", .needsOpenSSLCommand,
        arguments: [
            (["genpkey", "-algorithm", "X25519"], KeyError.Code.unsupported),
            (["genpkey", "-algorithm", "ED448"], .unsupported),
            (["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"], .unsupported),
            (["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"], .unsupported),
            (["genpkey", "-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"], .unsupported),
            (["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"], .weakRSA),
            (["ecparam", "-genkey", "-name", "prime256v1"], .unsupported),
            (["genrsa", "-traditional", "2048"], .unsupported),
            (["genrsa", "-traditional", "-aes128", "-passout", "pass:secret", "2048"], .unsupported),
        ])
    func otherKeys(command: [String], expected: KeyError.Code) throws {
        let folder = try ScratchFolder()
        let place = command[0] == "genrsa" ? command.count - 1 : command.count
        let arguments = Array(command[..<place]) + ["-out", "k.pem"] + command[place...]
        try #require(try OpenSSLCommand.run(arguments, in: folder) == 0)
        let pem = try folder.read("k.pem")
        #expect(
            code { () throws(KeyError) in _ = try PrivateKey(pem: pem, passphrase: Passphrase("secret")) } == expected)
    }

    @Test(
        "Old encryption is refused by name", .needsOpenSSLCommand,
        arguments: [
            (["-v2", "des3"], KeyError.Code.unsupported),
            (["-v1", "PBE-SHA1-3DES"], .unsupported),
        ])
    func otherEncryption(options: [String], expected: KeyError.Code) throws {
        let folder = try ScratchFolder()
        try folder.write("plain.pem", TestKeys.key(.p256).pem(passphrase: nil))
        try #require(try openssl(["pkcs8", "-topk8", "-in", "plain.pem", "-out", "k.pem"] + options, folder) == 0)
        let pem = try folder.read("k.pem")
        #expect(
            code { () throws(KeyError) in _ = try PrivateKey(pem: pem, passphrase: Passphrase("secret")) } == expected)
    }

    @Test("PBKDF2 that asks for eight million rounds is refused at once", .needsOpenSSLCommand)
    func iterations() throws {
        let folder = try ScratchFolder()
        try folder.write("plain.pem", TestKeys.key(.p256).pem(passphrase: nil))
        let options = ["-v2", "aes-256-cbc", "-iter", "65536"]
        try #require(try openssl(["pkcs8", "-topk8", "-in", "plain.pem", "-out", "k.pem"] + options, folder) == 0)
        let pem = try changing(folder.read("k.pem"), "0203010000", "02037fffff")
        let found = code { () throws(KeyError) in _ = try PrivateKey(pem: pem, passphrase: Passphrase("secret")) }
        #expect(found == .derivationTooCostly)
    }

    private func openssl(_ arguments: [String], _ folder: ScratchFolder) throws -> Int32 {
        try OpenSSLCommand.run(arguments + ["-passout", "pass:secret"], in: folder)
    }

    @Test(
        "A scrypt whose numbers make no sense or cost far more than ours is refused at once",
        arguments: [
            // N and p as DER INTEGERs in the place of ours.
            ("02024000", "02020000", KeyError.Code.malformed),  // N = 0
            ("02024000", "02024001", .malformed),  // N no power of two
            ("02024000", "02020001", .malformed),  // N = 1
            ("02024000", "0202c000", .malformed),  // N negative
            ("020105", "020100", .malformed),  // p = 0
            ("020105", "02017f", .derivationTooCostly),  // p = 127
        ])
    func scryptNumbers(old: String, new: String, expected: KeyError.Code) throws {
        let key = try TestKeys.key(.ed25519)
        let changed = try changing(key.pem(passphrase: Self.passphrase), old, new)
        #expect(
            code { () throws(KeyError) in _ = try PrivateKey(pem: changed, passphrase: Self.passphrase) } == expected)
    }

    @Test("N = 2³⁰, 2²⁰ and 2¹⁵ with r = 8 are too costly; 2¹³ is a wrong passphrase")
    func scryptCost() throws {
        let pem = try TestKeys.key(.ed25519).pem(passphrase: Self.passphrase)
        func found(_ n: UInt32) throws -> KeyError.Code? {
            let digits = (0..<4).map { UInt8(truncatingIfNeeded: n >> (24 - 8 * $0)) }
            let trimmed = Array(digits.drop { $0 == 0 })
            let number = (trimmed[0] >= 0x80 ? [0] : []) + trimmed
            let changed = try EncryptedKeyFile(pem).replacingCost(number)
            return code { () throws(KeyError) in _ = try PrivateKey(pem: changed, passphrase: Self.passphrase) }
        }
        #expect(try found(1 << 30) == .derivationTooCostly)
        #expect(try found(1 << 20) == .derivationTooCostly)
        #expect(try found(1 << 15) == .derivationTooCostly)
        #expect(try found(1 << 13) == .wrongPassphrase)
        #expect(try found(1 << 14) == nil)
    }

    private func changing(_ pem: [UInt8], _ old: String, _ new: String) throws -> [UInt8] {
        let file = try EncryptedKeyFile(pem)
        return try file.replacing(hex(old), hex(new))
    }

    @Test(
        "What isn't a private key in PEM form is refused",
        arguments: [
            "", "hello", "-----BEGIN PRIVATE KEY-----\n",
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
        ])
    func broken(text: String) {
        let found = code { () throws(KeyError) in _ = try PrivateKey(pem: Array(text.utf8), passphrase: Self.passphrase)
        }
        #expect(found == .malformed)
    }

    @Test("Two keys in one file, half a key, bytes behind the key and a huge file are refused")
    func notOneKey() throws {
        let pem = try TestKeys.key(.ed25519).pem(passphrase: nil)
        var pieces = try EncryptedKeyFile(pem)
        pieces.der.append(0)
        for bytes in [
            pem + pem, Array(pem.dropLast(40)), pem + Array(pem.dropLast(40)), pieces.pem,
            pem + [UInt8](repeating: 0x0A, count: 64 * 1024),
        ] {
            let found = code { () throws(KeyError) in _ = try PrivateKey(pem: bytes, passphrase: nil) }
            #expect(found == .malformed)
        }
        let certificate = Array("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".utf8)
        #expect(try PrivateKey(pem: Array("notes\n".utf8) + certificate + pem, passphrase: nil).type == .ed25519)
    }

    @Test("A key whose public part was exchanged is refused")
    func exchangedHalf() throws {
        var file = try EncryptedKeyFile(TestKeys.key(.p256).pem(passphrase: nil))
        let other = try TestKeys.key(.p256).publicKey
        let mine = try [4] + Base64URL.decode(#require(other.jwk["x"]?.stringValue))
        let stranger = try PrivateKey.generate(.p256).publicKey.jwk
        let theirs = try [4] + Base64URL.decode(#require(stranger["x"]?.stringValue))
        let place = try #require(file.der.firstRange(of: mine))
        let y = try Base64URL.decode(#require(stranger["y"]?.stringValue))
        file.der.replaceSubrange(place.lowerBound..<place.upperBound + 32, with: theirs + y)
        let found = code { () throws(KeyError) in _ = try PrivateKey(pem: file.pem, passphrase: nil) }
        #expect(found == .mismatchedHalves)
    }

    @Test("A flipped bit in a key file ends in an error or in a key that signs consistently")
    func flipped() throws {
        let plain = try TestKeys.key(.p256).pem(passphrase: nil)
        forAll("a changed file never stops the program", rounds: 200) { generator in
            var pem = plain
            pem[Int.random(in: pem.indices, using: &generator)] ^= 1 << UInt8.random(in: 0...6, using: &generator)
            guard let key = try? PrivateKey(pem: pem, passphrase: nil) else { return true }
            let signature = try key.sign([1], using: key.type.signatureAlgorithm)
            return key.publicKey.isValid(signature: signature, for: [1], using: key.type.signatureAlgorithm)
        }
    }
}

/// A PEM file taken apart, so that a test can change its DER.
private struct EncryptedKeyFile {
    let label: String
    var der: [UInt8]

    init(_ pem: [UInt8]) throws {
        let lines = String(decoding: pem, as: UTF8.self).split(separator: "\n")
        label = String(lines[0].replacing("-----BEGIN ", with: "").replacing("-----", with: ""))
        der = try Base64.decode(lines.dropFirst().dropLast().joined())
    }

    var pem: [UInt8] {
        let text = Base64.encode(der)
        let lines = stride(from: 0, to: text.utf8.count, by: 64).map { String(text.dropFirst($0).prefix(64)) }
        return Array("-----BEGIN \(label)-----\n\(lines.joined(separator: "\n"))\n-----END \(label)-----\n".utf8)
    }

    func replacing(_ old: [UInt8], _ new: [UInt8]) throws -> [UInt8] {
        var copy = self
        copy.der.replaceSubrange(try #require(der.firstRange(of: old)), with: new)
        return copy.pem
    }

    /// The same file with another N of scrypt, all lengths around it put right.
    func replacingCost(_ digits: [UInt8]) throws -> [UInt8] {
        let ours: [UInt8] = [0x02, 0x02, 0x40, 0x00]
        let place = try #require(der.firstRange(of: ours))
        let growth = digits.count - 2
        var copy = self
        copy.der.replaceSubrange(place, with: [0x02, UInt8(digits.count)] + digits)
        // Each SEQUENCE around N: a tag 0x30 before it whose content reaches beyond it.
        var index = 0
        while index < place.lowerBound {
            guard copy.der[index] == 0x30 else {
                index += copy.der[index] == 0x06 ? 2 + Int(copy.der[index + 1]) : 1
                continue
            }
            let isLong = copy.der[index + 1] == 0x81
            let lengthPlace = index + (isLong ? 2 : 1)
            if lengthPlace + 1 + Int(der[lengthPlace]) > place.lowerBound {
                copy.der[lengthPlace] = UInt8(Int(copy.der[lengthPlace]) + growth)
                index = lengthPlace + 1
            } else {
                index = lengthPlace + 1 + Int(der[lengthPlace])
            }
        }
        return copy.pem
    }
}
