import Cryptography
import Encodings
import TestSupport
import Testing

/// Time stamps of RFC 3161, made by the `openssl` command.
@Suite("Time stamps", .needsOpenSSLCommand)
struct TimestampTokenTests {
    private static let bytes = Array("allekirjoitus".utf8)
    private static let digest = SHA256.hash(bytes)
    private static let authority = Result { try TimeAuthority() }

    private func authority() throws -> TimeAuthority { try Self.authority.get() }

    /// What a receiver gets who pinned that root.
    private func verify(_ bytes: [UInt8], by pem: [UInt8]...) throws -> String {
        try TimestampToken(parsing: bytes).verify(by: pem.map { try TSACertificate(pem: $0) })
    }

    private func code(_ bytes: [UInt8], by pem: [UInt8]) throws -> TimestampError.Code? {
        do {
            _ = try verify(bytes, by: pem)
            return nil
        } catch let error as TimestampError {
            #expect(!error.message.isEmpty && error.message.hasSuffix("."))
            return error.code
        }
    }

    // MARK: What counts

    @Test(
        "An answer of `openssl ts` counts for those bytes, by its root or by its own certificate",
        arguments: [true, false])
    func genuine(_ isBare: Bool) throws {
        let authority = try authority()
        let before = Timestamp.now().wholeSeconds
        let bytes = try authority.stamp(Self.digest, accuracy: "secs:2, millisecs:500", isBare: isBare)
        let token = try TimestampToken(parsing: bytes)
        #expect(token.isOver(Self.bytes))
        #expect(!token.isOver(Self.bytes + [0]) && !token.isOver(Self.digest) && !token.isOver([]))
        #expect(token.time >= before && token.time <= Timestamp.now())
        #expect(
            token.latest
                == Timestamp(
                    exactlySecondsSince1970: token.time.seconds + 2, nanoseconds: 500_000_000))
        #expect(try verify(bytes, by: authority.root) == "CN=Aikaleimapalvelu,O=Aika Oy,C=FI")
        #expect(try verify(bytes, by: authority.certificate) == "CN=Aikaleimapalvelu,O=Aika Oy,C=FI")
        #expect(try verify(bytes, by: TimeAuthority.otherRoot(), authority.root).hasPrefix("CN=Aikaleimapalvelu"))
    }

    @Test("SHA-384 and SHA-512 of the bytes are stamps of them, too", arguments: ["sha384", "sha512"])
    func longerDigests(_ algorithm: String) throws {
        let digest = algorithm == "sha384" ? SHA384.hash(Self.bytes) : SHA512.hash(Self.bytes)
        let bytes = try authority().stamp(digest, algorithm, signedOver: algorithm)
        #expect(try TimestampToken(parsing: bytes).isOver(Self.bytes))
        #expect(try code(bytes, by: authority().root) == nil)
    }

    @Test("A token without certificates counts where the authority's own is pinned")
    func withoutCertificates() throws {
        let bytes = try authority().stamp(Self.digest, asksCertificate: false)
        #expect(try code(bytes, by: authority().certificate) == nil)
        #expect(try code(bytes, by: authority().root) == .notPinned)
    }

    // MARK: When

    @Test(
        "The moment that counts is the last at which it may have been made",
        arguments: [
            ("20261121100000Z", nil, "2026-11-21T10:00:01Z"), ("20261121100000Z", [0], "2026-11-21T10:00:00Z"),
            ("20261121100000Z", [1], "2026-11-21T10:00:01Z"), ("20261121100000.75Z", [2], "2026-11-21T10:00:02.75Z"),
            ("20261121100000.75Z", [1, 500], "2026-11-21T10:00:02.25Z"),
            ("20261121100000Z", [0, 1, 5], "2026-11-21T10:00:00.001005Z"),
            ("20261121235959.999999999Z", nil, "2026-11-22T00:00:00.999999999Z"),
        ] as [(String, [Int]?, String)])
    func latest(_ time: String, _ accuracy: [Int]?, _ expected: String) throws {
        let token = try TimestampToken(parsing: authority().token(Self.digest, time: time, accuracy: accuracy))
        #expect(token.latest.description == expected)
        #expect((token.accuracy == nil) == (accuracy == nil))
    }

    @Test(
        "A time or an accuracy that is none is refused",
        arguments: [
            ("20261121100000", nil), ("20261121100000+0200", nil), ("20261321100000Z", nil), ("202611211000Z", nil),
            ("20261121100000.1234567890Z", nil), ("20261121100000,5Z", nil), ("20261121106000Z", nil),
            ("20261121100000Z", [-1]), ("20261121100000Z", [0, 1000]), ("20261121100000Z", [0, 0, 1000]),
        ] as [(String, [Int]?)])
    func noTime(_ time: String, _ accuracy: [Int]?) throws {
        let bytes = try authority().token(Self.digest, time: time, accuracy: accuracy)
        #expect(throws: TimestampError(.malformed, "")) { try TimestampToken(parsing: bytes) }
    }

    @Test("The certificate must have been valid when it stamped; whether it still is doesn't matter")
    func validity() throws {
        let authority = try authority()
        func year(_ number: Int) throws -> [UInt8] {
            try authority.token(Self.digest, time: "\(number)1121100000Z")
        }
        let now = try #require(Int(Timestamp.now().description.prefix(4)))
        #expect(try code(year(now - 2), by: authority.root) == .certificate)
        #expect(try code(year(now + 3), by: authority.root) == .certificate)
        #expect(try code(year(now + 3), by: authority.certificate) == .certificate)
    }

    // MARK: What doesn't count

    @Test("By a root that isn't pinned, or with none pinned, it is nobody's word")
    func notPinned() throws {
        let bytes = try authority().stamp(Self.digest)
        #expect(try code(bytes, by: TimeAuthority.otherRoot()) == .notPinned)
        #expect(throws: TimestampError(.notPinned, "")) { try TimestampToken(parsing: bytes).verify(by: []) }
    }

    @Test(
        "A certificate that isn't for time stamps alone, and critically so, signs none",
        arguments: [TimeAuthority.Flaw.noPurpose, .purposeNotCritical, .otherPurpose, .unknownPurpose])
    func purpose(_ flaw: TimeAuthority.Flaw) throws {
        let authority = try TimeAuthority(flaw)
        let bytes = try authority.token(Self.digest, time: Self.now())
        #expect(try code(bytes, by: authority.root) == .certificate)
        // Nor can it be pinned itself.
        #expect(throws: TimestampError(.certificate, "")) { try TSACertificate(pem: authority.certificate) }
    }

    @Test(
        "Short keys and SHA-1 in a certificate are too weak",
        arguments: [TimeAuthority.Flaw.shortKey, .sha1Certificate])
    func weakCertificate(_ flaw: TimeAuthority.Flaw) throws {
        let authority = try TimeAuthority(flaw)
        #expect(try code(authority.stamp(Self.digest), by: authority.root) == .weak)
    }

    @Test("A SHA-1 digest of what was stamped, and a signature over SHA-1, are too weak")
    func weakDigest() throws {
        let imprint = try authority().stamp([UInt8](repeating: 7, count: 20), "sha1")
        #expect(throws: TimestampError(.weak, "")) { try TimestampToken(parsing: imprint) }
        let signature = try authority().stamp(Self.digest, signedOver: "sha1")
        #expect(try TimestampToken(parsing: signature).isOver(Self.bytes))
        #expect(try code(signature, by: authority().root) == .weak)
    }

    @Test("No byte of what the authority signed can be changed")
    func tampered() throws {
        let original = try authority().stamp(Self.digest)
        #expect(try code(original, by: authority().root) == nil)
        // The last digit of the time, and the digest.
        let text = Array(String(try TimestampToken(parsing: original).time.description.prefix(4)).utf8)
        let year = try #require(Self.place(of: text, in: original))
        let imprint = try #require(Self.place(of: Self.digest, in: original))
        for place in [year + 13, imprint, imprint + 31] {
            var bytes = original
            bytes[place] ^= 1
            #expect(try code(bytes, by: authority().root) == .signature, "\(place)")
        }
        // Anywhere else it is refused for some reason, or what counts is what it was.
        for place in stride(from: 0, to: original.count, by: 7) {
            var bytes = original
            bytes[place] ^= 0x10
            guard let token = try? TimestampToken(parsing: bytes),
                (try? token.verify(by: [TSACertificate(pem: authority().root)])) != nil
            else { continue }
            let known = try TimestampToken(parsing: original)
            #expect(token.time == known.time && token.latest == known.latest && token.isOver(Self.bytes), "\(place)")
        }
    }

    private static func place(of part: [UInt8], in bytes: [UInt8]) -> Int? {
        bytes.indices.first { bytes[$0...].starts(with: part) }
    }

    @Test("Another's token with a certificate of the pinned authority in it is no token of that authority's")
    func swappedCertificate() throws {
        // Both authorities' certificates have the same names and number: only the keys tell them apart.
        let bytes = try TimeAuthority().stamp(Self.digest, asksCertificate: false)
        #expect(try code(bytes, by: authority().certificate) == .signature)
    }

    @Test("A refusal, garbage, parts of a stamp and more than a stamp are none")
    func malformed() throws {
        let whole = try authority().stamp(Self.digest)
        let bare = try authority().stamp(Self.digest, isBare: true)
        #expect(throws: TimestampError(.notGranted, "")) { try TimestampToken(parsing: TimeAuthority.refusal) }
        var others: [[UInt8]] = [
            [], [0x30], [0x30, 0x80], Array("{\"a\": 1}".utf8), Array("-----BEGIN PKCS7-----\n".utf8),
            whole + [0], bare + bare, [0x30, 0x03] + TimeAuthority.refusal,
            [UInt8](repeating: 0x30, count: 4096), whole + [UInt8](repeating: 0, count: TimestampToken.maxBytes),
            try authority().root, try authority().rootDER,
            try authority().token(Self.digest, time: Self.now(), version: 2),
            try authority().token(Array(Self.digest.dropLast()), time: Self.now()),
            try authority().token(Self.digest, time: Self.now(), hasCriticalExtension: true),
            try authority().token(Self.digest, time: Self.now(), contentType: "1.2.840.113549.1.7.1"),
        ]
        others += stride(from: 1, to: whole.count, by: 11).map { Array(whole.prefix($0)) }
        others += stride(from: 1, to: bare.count, by: 11).map { Array(bare.prefix($0)) }
        for bytes in others {
            #expect(throws: TimestampError(.malformed, ""), "\(bytes.prefix(24))") {
                try TimestampToken(parsing: bytes)
            }
        }
    }

    private static func now() -> String {
        String(Timestamp.now().wholeSeconds.description.filter { !"-:T".contains($0) })
    }
}
