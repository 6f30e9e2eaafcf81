import Cryptography
import Encodings
import TestSupport
import Testing

struct DIDKeyVectorTests {
    private static let vectors = Corpus.cases("did-key").filter { $0.id.hasPrefix("did:key:") }

    @Test(
        "did:key's vectors give the keys that stand there, in each form", .needsCorpus("did-key"),
        arguments: vectors.filter { supportedType($0) != nil })
    func supported(_ vector: CorpusVector) throws {
        let key = try PublicKey(multikey: String(vector.id.dropFirst("did:key:".count)))
        #expect(key.type == Self.supportedType(vector))
        #expect("did:key:\(key.multikey)" == vector.id)
        #expect(try PublicKey(jwk: key.jwk) == key)

        var compared = 0
        for form in Self.publicForms(vector.entry) {
            if let members = form["publicKeyJwk"]?.objectValue {
                #expect(try PublicKey(jwk: members) == key)
                #expect(key.jwk == members)
                compared += 1
            }
            if let text = form["publicKeyBase58"]?.stringValue {
                // An older form of DID documents: the key's bytes without their number.
                let bytes = try Base58BTC.decode(text)
                if form["type"]?.stringValue?.hasPrefix("X25519") == true { continue }
                #expect(key.multicodecBytes.dropFirst(2).elementsEqual(bytes))
                compared += 1
            }
            if let members = form["privateKeyJwk"]?.objectValue {
                // One vector pads its private numbers, which RFC 7515 §2 forbids.
                let unpadded = members.members.map { ($0.name, $0.value.stringValue?.replacing("=", with: "") ?? "") }
                #expect(try PrivateKey(jwk: JSONObject(unpadded.map { ($0, .string($1)) })).publicKey == key)
                compared += 1
            }
        }
        if let seed = vector.text("seed"), key.type == .ed25519 {
            #expect(try PrivateKey(ed25519Seed: hex(seed)).publicKey == key)
        }
        #expect(compared > 0)
    }

    @Test(
        "did:key's vectors of other types are refused as such", .needsCorpus("did-key"),
        arguments: vectors.filter { supportedType($0) == nil })
    func unsupported(_ vector: CorpusVector) throws {
        let text = String(vector.id.dropFirst("did:key:".count))
        #expect(code { () throws(KeyError) in _ = try PublicKey(multikey: text) } == .unsupported)
    }

    @Test("All vectors are accounted for", .needsCorpus("did-key"))
    func counts() {
        let types = Self.vectors.map { Self.supportedType($0) }
        #expect(types.filter { $0 == .ed25519 }.count == 3)
        #expect(types.filter { $0 == .p256 }.count == 2)
        #expect(types.filter { $0 == .p384 }.count == 1)
        #expect(types.filter { $0 == .rsa }.count == 2)
        #expect(types.filter { $0 == nil }.count == 10)
    }

    private static func supportedType(_ vector: CorpusVector) -> KeyType? {
        let text = vector.id.dropFirst("did:key:".count)
        let starts: [(String, KeyType)] = [
            ("z6Mk", .ed25519), ("zDna", .p256), ("z82L", .p384), ("z4MX", .rsa), ("zgg", .rsa),
        ]
        return starts.first { text.hasPrefix($0.0) }?.1
    }

    /// The objects of a vector that hold a key.
    private static func publicForms(_ entry: JSONValue) -> [JSONValue] {
        let outer = [entry, entry["verificationKeyPair"], entry["verificationMethod"]].compactMap(\.self)
        return outer.filter { $0["publicKeyJwk"] != nil || $0["publicKeyBase58"] != nil }
            + (entry["didDocument"]?["verificationMethod"]?.asList ?? [])
    }
}
