import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// `digestMultibase` and `digestSRI` (VC Data Model 2.0 §5.3).
@Suite struct NamedDigestsTests {
    private static let bytes = Array("a report".utf8)
    private static let digests = ByteDigests(of: bytes)

    private static func multihash(_ code: UInt8, _ digest: [UInt8], as base: Multibase.Base = .base64url) -> String {
        Multibase.encode([code, UInt8(digest.count)] + digest, as: base)
    }

    @Test("Each SHA-2 multihash is read, in both bases", arguments: Multibase.Base.allCases)
    func multibase(_ base: Multibase.Base) {
        for (code, digest) in [
            (0x12, SHA256.hash(Self.bytes)), (0x20, SHA384.hash(Self.bytes)), (0x13, SHA512.hash(Self.bytes)),
        ] as [(UInt8, [UInt8])] {
            let named = NamedDigests(multibase: .string(Self.multihash(code, digest, as: base)), sri: nil)
            #expect(named.isComparable && named.fit(Self.digests) && !named.isUnreadable)
            #expect(!named.fit(ByteDigests(of: [1])))
            // The same digest under another function's code isn't one.
            let other = NamedDigests(multibase: .string(Self.multihash(code ^ 0x01, digest, as: base)), sri: nil)
            #expect(!other.fit(Self.digests))
        }
    }

    @Test("What is no such digest is there and can't be read")
    func unreadable() {
        let digest = SHA256.hash(Self.bytes)
        for text in [
            "", "u", "z", "uEiA", "f1220" + "00", Base64URL.encode([0x12, 0x20] + digest),
            Self.multihash(0x11, Array(digest.prefix(20))), Self.multihash(0x12, Array(digest.prefix(31))),
            Multibase.encode([0x12, 0x20] + digest + [0], as: .base64url), Multibase.encode(digest, as: .base64url),
            Multibase.encode([0x12, 0x1F] + digest, as: .base64url),
        ] {
            let named = NamedDigests(multibase: .string(text), sri: nil)
            #expect(named.isUnreadable && !named.isComparable && !named.isEmpty && !named.fit(Self.digests), "\(text)")
        }
        for value in [5, ["a", "b"], ["@value": "x"], .null] as [JSONValue] {
            #expect(NamedDigests(multibase: value, sri: nil).isUnreadable)
            #expect(NamedDigests(multibase: nil, sri: value).isUnreadable)
        }
        #expect(NamedDigests(multibase: nil, sri: nil).isEmpty)
    }

    @Test("Subresource Integrity: any of the strongest, options passed over, weaker ones don't help")
    func subresourceIntegrity() {
        let sha256 = "sha256-\(Base64.encode(SHA256.hash(Self.bytes)))"
        let sha384 = "sha384-\(Base64.encode(SHA384.hash(Self.bytes)))"
        let sha512 = "sha512-\(Base64.encode(SHA512.hash(Self.bytes)))"
        let other = "sha384-\(Base64.encode(SHA384.hash([1])))"
        func fits(_ text: String) -> Bool { NamedDigests(multibase: nil, sri: .string(text)).fit(Self.digests) }
        for text in [
            sha256, sha384, sha512, "\(sha256)?ct=application/pdf", " \(sha256)\t\(sha512)\n", "\(other) \(sha384)",
            "md5-AAAA \(sha256)", "\(sha256) junk",
        ] {
            #expect(fits(text), "\(text)")
        }
        for text in [
            other, "\(sha256) \(other)", sha256.uppercased(), "sha256-AAAA", "sha256", "-", "",
            sha256.replacing("sha256", with: "sha384"), "sha256-\(Base64URL.encode(SHA256.hash(Self.bytes)))",
        ] {
            #expect(!fits(text), "\(text)")
        }
    }

    @Test("With both members both have to fit; one that can't be read leaves the other")
    func both() {
        let multibase = JSONValue.string(Self.multihash(0x12, SHA256.hash(Self.bytes)))
        let sri = JSONValue.string("sha384-\(Base64.encode(SHA384.hash(Self.bytes)))")
        let wrong = JSONValue.string("sha384-\(Base64.encode(SHA384.hash([1])))")
        #expect(NamedDigests(multibase: multibase, sri: sri).fit(Self.digests))
        #expect(!NamedDigests(multibase: multibase, sri: wrong).fit(Self.digests))
        let half = NamedDigests(multibase: "uEiA", sri: sri)
        #expect(half.fit(Self.digests) && half.isUnreadable && half.isComparable)
    }

    @Test("Digests of bytes in pieces are those of the whole")
    func stream() {
        var generator = SeededGenerator(seed: 8)
        let bytes = generator.bytes(count: 10_000)
        var stream = ByteDigests.Stream()
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(Int.random(in: 1...999, using: &generator)))
            piece.withUnsafeBytes { stream.update($0) }
            rest = rest.dropFirst(piece.count)
        }
        #expect(stream.finalize() == ByteDigests(of: bytes))
    }
}
