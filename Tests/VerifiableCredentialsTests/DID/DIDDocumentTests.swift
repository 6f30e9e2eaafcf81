import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite struct DIDDocumentTests {
    static let did = "did:web:school.example"
    static let key = TestKeys.ed25519.publicKey
    static let other = TestKeys.otherEd25519.publicKey

    static func multikey(_ id: String, _ key: PublicKey = key, controller: String = did) -> JSONValue {
        [
            "id": .string(id), "type": "Multikey", "controller": .string(controller),
            "publicKeyMultibase": .string(key.multikey),
        ]
    }

    static func document(_ members: (String, JSONValue)...) throws -> DIDDocument {
        try DIDDocument(json: .object(JSONObject([("id", .string(did))] + members)))
    }

    @Test("A key is found by its absolute name and for its purposes only")
    func purposes() throws {
        let document = try Self.document(
            ("verificationMethod", [Self.multikey("\(Self.did)#a"), Self.multikey("\(Self.did)#b", Self.other)]),
            ("assertionMethod", [.string("\(Self.did)#a")]), ("authentication", [.string("\(Self.did)#b")]))
        #expect(document.method("\(Self.did)#a", for: "assertionMethod")?.publicKey == Self.key)
        #expect(document.method("\(Self.did)#a", for: "authentication") == nil)
        #expect(document.method("\(Self.did)#b", for: "authentication")?.publicKey == Self.other)
        #expect(document.method("\(Self.did)#b", for: "assertionMethod") == nil)
        #expect(document.method("#a", for: "assertionMethod") == nil)
        #expect(document.method("\(Self.did)#a", for: "keyAgreement") == nil)
        #expect(document.verificationMethod("\(Self.did)#b")?.publicKey == Self.other)
    }

    @Test("Relative names are the document's own, and keys may stand inside a relationship")
    func relativeAndEmbedded() throws {
        let document = try Self.document(
            ("verificationMethod", [Self.multikey("#a")]),
            ("assertionMethod", ["#a", Self.multikey("#b", Self.other)]))
        #expect(document.assertionMethod == ["\(Self.did)#a", "\(Self.did)#b"])
        #expect(document.method("\(Self.did)#b", for: "assertionMethod")?.publicKey == Self.other)
    }

    @Test("A document doesn't speak for keys of another DID")
    func foreignKeys() throws {
        let victim = "did:web:victim.example"
        let document = try Self.document(
            ("verificationMethod", [Self.multikey("\(victim)#a")]),
            ("assertionMethod", [.string("\(victim)#a"), Self.multikey("\(victim)#b")]))
        #expect(document.verificationMethods.isEmpty)
        #expect(document.method("\(victim)#a", for: "assertionMethod") == nil)
        #expect(document.method("\(victim)#b", for: "assertionMethod") == nil)
    }

    @Test("Two keys of one name make the document unusable; the same key twice doesn't")
    func conflict() throws {
        #expect(throws: DIDError(.conflictingMethods, "")) {
            try Self.document(("verificationMethod", [Self.multikey("#a"), Self.multikey("#a", Self.other)]))
        }
        #expect(throws: DIDError(.conflictingMethods, "")) {
            try Self.document(
                ("verificationMethod", [Self.multikey("#a")]), ("assertionMethod", [Self.multikey("#a", Self.other)]))
        }
        let document = try Self.document(
            ("verificationMethod", [Self.multikey("#a")]), ("assertionMethod", [Self.multikey("#a")]))
        #expect(document.verificationMethods.count == 1)
    }

    @Test("Keys are read in each of their spellings")
    func spellings() throws {
        let p256 = TestKeys.p256.publicKey
        let cases: [(JSONObject, PublicKey)] = [
            (["type": "JsonWebKey", "publicKeyJwk": .object(p256.jwk)], p256),
            (["type": "JsonWebKey2020", "publicKeyJwk": .object(TestKeys.rsa.publicKey.jwk)], TestKeys.rsa.publicKey),
            (["type": "Multikey", "publicKeyMultibase": .string(p256.multikey)], p256),
            (["type": "Ed25519VerificationKey2020", "publicKeyMultibase": .string(Self.key.multikey)], Self.key),
            (
                [
                    "type": "Ed25519VerificationKey2018",
                    "publicKeyBase58": .string(Base58BTC.encode(Self.key.multicodecBytes.dropFirst(2))),
                ], Self.key
            ),
        ]
        for (members, key) in cases {
            var method = members
            method["id"] = "#k"
            method["controller"] = .string(Self.did)
            let document = try Self.document(("assertionMethod", [.object(method)]))
            #expect(document.method("\(Self.did)#k", for: "assertionMethod")?.publicKey == key)
        }
    }

    @Test("An object that is no usable key is passed over, and the others stay usable", arguments: unusable)
    func skipped(_ method: JSONValue) throws {
        let document = try Self.document(
            ("verificationMethod", [method, Self.multikey("#good")]), ("assertionMethod", ["#k", "#good"]))
        #expect(document.verificationMethods.map(\.id) == ["\(Self.did)#good"])
        #expect(document.method("\(Self.did)#k", for: "assertionMethod") == nil)
    }

    static let unusable: [JSONValue] = {
        let good = multikey("#k").objectValue ?? [:]
        func with(_ name: String, _ value: JSONValue?) -> JSONValue {
            var copy = good
            copy[name] = value
            return .object(copy)
        }
        var privateJWK = TestKeys.p256.publicKey.jwk
        privateJWK["d"] = "AAAA"
        var encryptionJWK = TestKeys.p256.publicKey.jwk
        encryptionJWK["use"] = "enc"
        let controller = JSONValue.string(did)
        return [
            with("type", "SomethingNew2030"), with("type", nil), with("controller", nil), with("id", nil),
            with("id", "#"), with("id", .string("\(did)/path#k")), with("publicKeyMultibase", "z6Mk"),
            with("publicKeyMultibase", nil), with("publicKeyJwk", .object(key.jwk)), with("expires", "tomorrow"),
            with("revoked", 1),
            with("type", "Ed25519VerificationKey2018").replacing(
                "publicKeyMultibase", TestKeys.p256.publicKey.multikey),
            ["id": "#k", "type": "JsonWebKey", "controller": controller, "publicKeyJwk": .object(privateJWK)],
            ["id": "#k", "type": "JsonWebKey", "controller": controller, "publicKeyJwk": .object(encryptionJWK)],
        ]
    }()

    @Test("The dates on which a key ends are kept")
    func dates() throws {
        var method = try #require(Self.multikey("#k").objectValue)
        method["expires"] = "2027-01-01T00:00:00Z"
        method["revoked"] = "2026-06-01T00:00:00Z"
        let document = try Self.document(("assertionMethod", [.object(method)]))
        let read = try #require(document.method("\(Self.did)#k", for: "assertionMethod"))
        #expect(read.expires?.description == "2027-01-01T00:00:00Z")
        #expect(read.revoked?.description == "2026-06-01T00:00:00Z")
        #expect(read.json["revoked"] == "2026-06-01T00:00:00Z")
    }

    @Test(
        "What is no DID document is refused",
        arguments: [
            nil, [], "did:web:a", [:], ["id": "https://school.example"], ["id": 1],
            ["id": "did:web:a", "verificationMethod": 1], ["id": "did:web:a", "verificationMethod": ["#a"]],
            ["id": "did:web:a", "assertionMethod": [1]], ["id": "did:web:a", "assertionMethod": true],
        ] as [JSONValue])
    func refused(_ json: JSONValue) {
        #expect(throws: DIDError(.document, "")) { try DIDDocument(json: json) }
    }

    @Test("What is published can be read, with Ed25519 as Multikey and the others as JsonWebKey")
    func published() throws {
        let did = try #require(DID(Self.did))
        let methods = TestKeys.byAlgorithm.enumerated().map { place, entry in
            VerificationMethod(id: "\(did)#key-\(place)", controller: Self.did, publicKey: entry.key.publicKey)
        }
        let document = DIDDocument(id: did, alsoKnownAs: ["https://school.example"], publishing: methods)
        #expect(document.verificationMethods.map(\.type) == ["Multikey", "JsonWebKey", "JsonWebKey", "JsonWebKey"])
        let bytes = JSONWriter.pretty(.object(document.json))
        #expect(try DIDDocument(json: JSONParser.parse(bytes)) == document)
    }

    @Test("Real DID documents are read", .needsCorpus("dcc"), arguments: ["legacy", "oidf"])
    func real(_ name: String) throws {
        let document = try DIDDocument(json: JSONParser.parse(Corpus.read("documents/dcc/dids/\(name)/did.json")))
        #expect(document.verificationMethods.count == 1)
        #expect(document.assertionMethod.count == 1)
        #expect(document.method(document.assertionMethod[0], for: "assertionMethod")?.publicKey.type == .ed25519)
    }
}

extension JSONValue {
    fileprivate func replacing(_ name: String, _ text: String) -> JSONValue {
        var object = objectValue ?? [:]
        object[name] = .string(text)
        return .object(object)
    }
}
