import Cryptography
import Encodings
import TestSupport
import Testing

@Suite("Sealing with a passphrase")
struct SealingTests {
    private func bytes(_ hex: String) throws -> [UInt8] { try Base16.decode(hex) }

    /// Test cases 13 to 16 of the paper that proposed the mode (McGrew, Viega, "The Galois/Counter Mode of Operation").
    @Test("AES-256-GCM gives the published answers")
    func published() throws {
        let zero = [UInt8](repeating: 0, count: 32)
        let nonce = [UInt8](repeating: 0, count: 12)
        #expect(
            try AES256GCM(key: zero).seal([], nonce: nonce, data: []) == bytes("530f8afbc74536b9a963b4f1c4cb738b"))
        #expect(
            try AES256GCM(key: zero).seal([UInt8](repeating: 0, count: 16), nonce: nonce, data: [])
                == bytes("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"))
        let key = try bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308")
        let text = try bytes(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
        )
        let sealed = try AES256GCM(key: key).seal(
            text, nonce: bytes("cafebabefacedbaddecaf888"), data: bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2"))
        #expect(
            try sealed
                == bytes(
                    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                        + "76fc6ece0f4e1768cddf8853bb2d551b"))
    }

    @Test("what was sealed opens again, and with any bit changed it doesn't")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 41)
        let cipher = try AES256GCM(key: generator.bytes(count: 32))
        for size in [0, 1, 15, 16, 17, 1000, 65_536] {
            let (text, nonce, data) = (
                generator.bytes(count: size), generator.bytes(count: 12), generator.bytes(count: 40)
            )
            let sealed = try cipher.seal(text, nonce: nonce, data: data)
            #expect(sealed.count == size + 16)
            #expect(cipher.open(sealed, nonce: nonce, data: data) == text)
            var changed = sealed
            changed[Int.random(in: sealed.indices, using: &generator)] ^=
                1 << UInt8.random(in: 0..<8, using: &generator)
            #expect(cipher.open(changed, nonce: nonce, data: data) == nil)
            #expect(cipher.open(Array(sealed.dropLast()), nonce: nonce, data: data) == nil)
            #expect(cipher.open(sealed, nonce: generator.bytes(count: 12), data: data) == nil)
            #expect(cipher.open(sealed, nonce: nonce, data: data + [0]) == nil)
        }
        #expect(cipher.open([1, 2, 3], nonce: [UInt8](repeating: 0, count: 12), data: []) == nil)
    }

    @Test("lengths that the mode doesn't have are refused")
    func lengths() throws {
        #expect(throws: KeyError(.openSSL, "")) { try AES256GCM(key: [1, 2, 3]) }
        let cipher = try AES256GCM(key: [UInt8](repeating: 1, count: 32))
        #expect(throws: KeyError(.openSSL, "")) { try cipher.seal([1], nonce: [1], data: []) }
        #expect(cipher.open([UInt8](repeating: 0, count: 32), nonce: [1], data: []) == nil)
    }

    @Test("a passphrase gives the same key again, and another one or another salt another")
    func derivation() throws {
        let salt = Array("0123456789abcdef".utf8)
        let key = try PassphraseKey.derive(Passphrase("kolme sanaa vain"), salt: salt, count: 64)
        #expect(key.count == 64)
        // The same numbers through another implementation: hashlib.scrypt(n=16384, r=8, p=5, maxmem=2**26).
        #expect(Base16.encode(key.prefix(32)) == "81bf288884f8dd9c1cfd144bf943020cce622bc2318644e03492a19b52de614b")
        #expect(try PassphraseKey.derive(Passphrase("kolme sanaa vain"), salt: salt, count: 64) == key)
        #expect(try PassphraseKey.derive(Passphrase("kolme sanaa voin"), salt: salt, count: 64) != key)
        #expect(try PassphraseKey.derive(Passphrase("kolme sanaa vain"), salt: salt.reversed(), count: 64) != key)
        #expect("\(PassphraseKey.cost)" == "(n: 16384, r: 8, p: 5)")
    }
}
