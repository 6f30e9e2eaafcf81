import Cryptography
import Encodings
import TestSupport
import Testing

struct DigestTests {
    @Test(
        "SHA-256 gives the digests of NIST's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func sha256(text: String, digest: String) throws {
        #expect(try SHA256.hash(Array(text.utf8)) == hex(digest))
    }

    @Test(
        "SHA-384 gives the digests of NIST's examples",
        arguments: [
            (
                "",
                "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b"
            ),
            (
                "abc",
                "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
            ),
        ])
    func sha384(text: String, digest: String) throws {
        #expect(try SHA384.hash(Array(text.utf8)) == hex(digest))
    }

    @Test("SHA-512 gives the digests of NIST's examples, in one piece and as a stream", arguments: ["", "abc"])
    func sha512(text: String) throws {
        let digests = [
            "":
                "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e",
            "abc":
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
        ]
        let digest = try hex(try #require(digests[text]))
        #expect(SHA512.hash(Array(text.utf8)) == digest)
        var stream = SHA512.Stream()
        for byte in text.utf8 { withUnsafeBytes(of: byte) { stream.update($0) } }
        #expect(stream.finalize() == digest)
    }

    @Test("A million letters a give NIST's digest, in one piece and as a stream")
    func million() throws {
        let digest = try hex("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        #expect(SHA256.hash([UInt8](repeating: 0x61, count: 1_000_000)) == digest)
        var stream = SHA256.Stream()
        for _ in 0..<1_000 { stream.update([UInt8](repeating: 0x61, count: 1_000)) }
        #expect(stream.finalize() == digest)
    }

    @Test("A digest can be written to memory that is there already")
    func intoMemory() {
        let bytes = Array("abc".utf8)
        var short = [UInt8](repeating: 0xAA, count: SHA256.byteCount + 1)
        var long = [UInt8](repeating: 0xAA, count: SHA384.byteCount + 1)
        bytes.withUnsafeBytes { bytes in
            short.withUnsafeMutableBytes { SHA256.hash(bytes, into: $0) }
            long.withUnsafeMutableBytes { SHA384.hash(bytes, into: $0) }
        }
        #expect(short == SHA256.hash(bytes) + [0xAA])
        #expect(long == SHA384.hash(bytes) + [0xAA])
    }

    @Test("Two parts, a stream and a view of memory have the digest of the whole")
    func parts() {
        forAll("the digest doesn't depend on how the bytes come") { generator in
            let bytes = generator.bytes(upTo: 300)
            let cut = Int.random(in: 0...bytes.count, using: &generator)
            let (head, tail) = (Array(bytes[..<cut]), Array(bytes[cut...]))
            var short = SHA256.Stream()
            var long = SHA384.Stream()
            short.update(head)
            long.update(head)
            tail.withUnsafeBytes {
                short.update($0)
                long.update($0)
            }
            let streamed = (short.finalize(), long.finalize())
            let isSame256 = [SHA256.hash(head, tail), streamed.0, bytes.withUnsafeBytes { SHA256.hash($0) }]
                .allSatisfy { $0 == SHA256.hash(bytes) }
            let isSame384 = [SHA384.hash(head, tail), streamed.1, bytes.withUnsafeBytes { SHA384.hash($0) }]
                .allSatisfy { $0 == SHA384.hash(bytes) }
            return isSame256 && isSame384
        }
    }

    @Test("An open stream doesn't disturb a digest on the same thread")
    func interleaved() {
        var stream = SHA256.Stream()
        stream.update([1, 2])
        let other = SHA256.hash([9])
        stream.update([3])
        #expect(stream.finalize() == SHA256.hash([1, 2, 3]))
        #expect(other == SHA256.hash([9]))
    }

    @Test("Digests of many tasks at once don't mix")
    func parallel() async {
        let wanted = (0..<64).map { SHA256.hash([UInt8($0)]) }
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask { (0..<200).allSatisfy { _ in SHA256.hash([UInt8(number)]) == wanted[number] } }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test("HMAC-SHA-256 gives the codes of RFC 4231")
    func hmac() throws {
        #expect(
            try HMACSHA256.code(for: Array("Hi There".utf8), key: [UInt8](repeating: 0x0B, count: 20))
                == hex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"))
        #expect(
            try HMACSHA256.code(for: Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8))
                == hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"))
        #expect(
            try HMACSHA256.code(
                for: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
                key: [UInt8](repeating: 0xAA, count: 131))
                == hex("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"))
        #expect(
            try HMACSHA256.code(for: [], key: [])
                == hex("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"))
    }
}
