import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// A trust list is read strictly: what isn't understood could be what was meant to narrow the trust.
@Suite struct TrustListReaderTests {
    static let full: JSONObject = [
        "format": "passport.trust/1", "updated": "2026-11-21T10:00:00Z",
        "issuers": [
            [
                "did": "did:web:school.example", "alsoKnownAs": ["https://school.example"], "name": "The School",
                "roles": ["issuer"],
                "keys": [
                    [
                        "id": .string(TestBadge.methodID),
                        "publicKeyMultibase": .string(TestBadge.key.publicKey.multikey),
                    ],
                    [
                        "id": "did:web:school.example#p256-1",
                        "publicKeyJwk": .object(TestBadge.p256Key.publicKey.jwk),
                    ],
                ],
                "keysAsOf": "2026-11-20T10:00:00Z", "achievements": ["https://school.example/badges/"],
                "kinds": ["OpenBadgeCredential"], "statusExpected": true, "statusIssuers": ["did:web:other.example"],
                "validFrom": "2026-01-01T00:00:00Z", "validUntil": "2027-01-01T00:00:00Z", "source": "by telephone",
            ]
        ],
        "bundleSigners": [], "tsaCertificates": [],
    ]

    @Test("A full list is read, and written as it was read")
    func full() throws {
        let list = try TrustList(json: .object(Self.full))
        let entry = try #require(list.issuers.first)
        #expect(entry.keys.map(\.fingerprint) == [TestBadge.key, TestBadge.p256Key].map(\.publicKey.thumbprint))
        #expect(entry.statusExpected && entry.statusIssuers == ["did:web:other.example"])
        #expect(entry.achievements == ["https://school.example/badges/"])
        #expect(list.json == .object(Self.full))
        #expect(list.issuer("https://school.example")?.did == "did:web:school.example")
        #expect(list.issuer("https://school.example/") == nil)
    }

    @Test("Certificates for time stamps are read from base64 and from PEM, and written as base64", .needsOpenSSL)
    func certificates() throws {
        let authority = try TimeAuthority()
        let der = JSONValue.string(Base64.encode(try authority.rootDER))
        func read(_ values: JSONValue...) throws -> TrustList {
            var full = Self.full
            full["tsaCertificates"] = .array(values)
            return try TrustList(json: .object(full))
        }
        let list = try read(der, .string(String(decoding: try authority.certificate, as: UTF8.self)))
        #expect(list.tsaCertificates?.map(\.subject) == ["CN=Aikajuuri,C=FI", "CN=Aikaleimapalvelu,O=Aika Oy,C=FI"])
        #expect(list.json["tsaCertificates"]?.arrayValue?.first == der)
        #expect(try TrustList(json: list.json).tsaCertificates == list.tsaCertificates)
        let other = JSONValue.string(Base64.encode(try TimeAuthority(.otherPurpose).certificate))
        for (values, code) in [
            ([der, der], .duplicate), (["AAAA"], .certificate), (["no certificate"], .certificate),
            ([other], .certificate),
            ([7], .field), ([""], .field), ([["der": der]], .field),
        ] as [([JSONValue], TrustError.Code)] {
            var full = Self.full
            full["tsaCertificates"] = .array(values)
            #expect(throws: TrustError(code, "")) { try TrustList(json: .object(full)) }
        }
        var full = Self.full
        full["tsaCertificates"] = der
        #expect(throws: TrustError(.field, "")) { try TrustList(json: .object(full)) }
    }

    @Test("A small list needs little")
    func small() throws {
        let entry: JSONObject = [
            "did": "did:web:a.example", "name": "A", "keys": Self.full["issuers"]?.arrayValue?[0]["keys"] ?? [],
        ]
        let list = try TrustList(json: [
            "format": "passport.trust/1", "updated": "2026-11-21T10:00:00Z", "issuers": [.object(entry)],
        ])
        #expect(list.issuers[0].achievements.isEmpty && !list.issuers[0].statusExpected)
    }

    @Test(
        "What can't be understood is refused, and named by its place",
        arguments: [
            ("format", "passport.trust/2", .format, ""), ("format", nil, .format, ""),
            ("updated", nil, .field, "$.updated"),
            ("updated", "today", .field, "$.updated"), ("issuers", nil, .field, "$.issuers"),
            ("expires", "x", .field, "$.expires"),
            ("issuers.0.did", nil, .field, "$.issuers[0].did"), ("issuers.0.did", "school", .field, "$.issuers[0].did"),
            ("issuers.0.did", "http://school.example", .field, "$.issuers[0].did"),
            ("issuers.0.name", "", .field, "$.issuers[0].name"), ("issuers.0.keys", [], .field, "$.issuers[0].keys"),
            ("issuers.0.onlyFor", "x", .field, "$.issuers[0].onlyFor"),
            ("issuers.0.achievements", [], .field, "$.issuers[0].achievements"),
            ("issuers.0.achievements", .some(.null), .field, "$.issuers[0].achievements"),
            ("issuers.0.achievements", "https://x/", .field, "$.issuers[0].achievements"),
            ("issuers.0.achievements", ["https://x/badges"], .prefix, "https://x/badges"),
            ("issuers.0.achievements", ["badges/"], .prefix, "badges/"),
            ("issuers.0.kinds", [], .field, "$.issuers[0].kinds"),
            ("issuers.0.roles", [1], .field, "$.issuers[0].roles"),
            ("issuers.0.statusExpected", "yes", .field, "$.issuers[0].statusExpected"),
            ("issuers.0.validUntil", "2025-01-01T00:00:00Z", .field, "$.issuers[0].validUntil"),
            ("issuers.0.validFrom", "2026", .field, "$.issuers[0].validFrom"),
            ("issuers.0.keysAsOf", 1, .field, "$.issuers[0].keysAsOf"),
            ("issuers.0.keys.0.id", nil, .field, "$.issuers[0].keys[0].id"),
            ("issuers.0.keys.0.use", "x", .field, "$.issuers[0].keys[0].use"),
            ("issuers.0.keys.0.publicKeyMultibase", nil, .key, "$.issuers[0].keys[0]"),
            ("issuers.0.keys.0.publicKeyMultibase", "z6Mk", .key, "$.issuers[0].keys[0]"),
            ("issuers.0.keys.0.publicKeyJwk", .object(TestBadge.p256Key.publicKey.jwk), .key, "$.issuers[0].keys[0]"),
            ("issuers.0.keys.1.publicKeyJwk.d", "AA", .key, "$.issuers[0].keys[1]"),
            ("issuers.0.keys.1.id", .string(TestBadge.methodID), .duplicate, TestBadge.methodID),
            (
                "issuers.0.keys.0.id", .string(Bench.selfNamed(TestBadge.otherKey).verificationMethod), .key,
                "$.issuers[0].keys[0]"
            ),
        ] as [(String, JSONValue?, TrustError.Code, String)])
    func refused(_ path: String, _ value: JSONValue?, _ code: TrustError.Code, _ place: String) {
        let json = TestBadge.replacing(path, in: Self.full, by: value)
        let error = #expect(throws: TrustError.self) { try TrustList(json: .object(json)) }
        #expect(error?.code == code)
        #expect(error?.message.contains(place) == true, "\(error?.message ?? "")")
    }

    @Test("An issuer stands once, under whichever of its names")
    func duplicates() throws {
        let entry = try #require(Self.full["issuers"]?.arrayValue?.first?.objectValue)
        var second = entry
        second["did"] = "did:web:other.example"
        for names in [["https://school.example"], ["did:web:school.example"]] as [[JSONValue]] {
            second["alsoKnownAs"] = .array(names)
            var list = Self.full
            list["issuers"] = [.object(entry), .object(second)]
            #expect(throws: TrustError(.duplicate, "")) { try TrustList(json: .object(list)) }
            list["issuers"] = [.object(second), .object(entry)]
            #expect(throws: TrustError(.duplicate, "")) { try TrustList(json: .object(list)) }
        }
        #expect(throws: TrustError(.format, "")) { try TrustList(json: []) }
    }
}
