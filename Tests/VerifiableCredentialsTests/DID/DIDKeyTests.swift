import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite struct DIDKeyTests {
    static let known = ["ed25519", "p256", "p384", "rsa"]

    @Test(
        "The did:key project's vectors: keys of our types are read, others refused", .needsCorpus("did-key"),
        arguments: Corpus.cases("did-key").filter { $0.id.hasPrefix("did:key:") })
    func vector(_ vector: CorpusVector) throws {
        let did = try #require(DID(vector.id))
        guard let expected = Self.expectedKey(of: vector.entry) else {
            #expect(throws: DIDError(.key, "")) { try DIDKey.document(for: did) }
            return
        }
        let document = try DIDKey.document(for: did)
        let method = try #require(document.method("\(did)#\(did.methodSpecificID)", for: "assertionMethod"))
        #expect(method.publicKey == expected)
        #expect(method.controller == vector.id)
        #expect(DIDKey.did(for: expected) == did)
        #expect(DIDKey.verificationMethodID(for: expected) == method.id)
    }

    /// The key beside the DID, in whichever form the vector has it; nothing for a type that isn't read here.
    private static func expectedKey(of entry: JSONValue) -> PublicKey? {
        if let text = entry["verificationKeyPair"]?["publicKeyBase58"]?.stringValue,
            entry["verificationKeyPair"]?["type"] == "Ed25519VerificationKey2018"
        {
            return (try? Base58BTC.decode(text)).flatMap { try? PublicKey(ed25519: $0) }
        }
        if let text = entry["verificationMethod"]?["publicKeyBase58"]?.stringValue,
            entry["verificationMethod"]?["type"] == "P256Key2021"
        {
            return (try? Base58BTC.decode(text)).flatMap { try? PublicKey(.p256, point: $0) }
        }
        let jwk = entry["publicKeyJwk"] ?? entry["verificationMethod"]?["publicKeyJwk"]
        return jwk?.objectValue.flatMap { try? PublicKey(jwk: $0) }
    }

    @Test("The corpus has eight did:keys of our types", .needsCorpus("did-key"))
    func vectorsArePresent() {
        let all = Corpus.cases("did-key")
        #expect(all.count { Self.expectedKey(of: $0.entry) != nil } == 8)
        #expect(Set(all.compactMap { Self.expectedKey(of: $0.entry)?.type.rawValue }) == Set(Self.known))
    }

    @Test(
        "The keys of the vectors' own DID documents are those of ours", .needsCorpus("did-key"),
        arguments: Corpus.cases("did-key").filter { $0.entry["didDocument"]?["id"] != nil })
    func ownDocument(_ vector: CorpusVector) throws {
        guard let expected = Self.expectedKey(of: vector.entry), let json = vector.entry["didDocument"] else { return }
        let theirs = try DIDDocument(json: json)
        let did = try #require(DID(vector.id))
        let ours = try DIDKey.document(for: did)
        let id = "\(did)#\(did.methodSpecificID)"
        #expect(theirs.method(id, for: "assertionMethod")?.publicKey == expected)
        #expect(ours.method(id, for: "assertionMethod")?.publicKey == expected)
    }

    @Test("Every type of key has a did:key that leads back to it", arguments: TestKeys.byAlgorithm.map(\.key.publicKey))
    func roundTrip(_ key: PublicKey) throws {
        let did = DIDKey.did(for: key)
        let document = try #require(try SelfDescribingDID.document(for: did))
        #expect(document.verificationMethods.map(\.publicKey) == [key])
        // What is published is read as what it is.
        #expect(try DIDDocument(json: .object(document.json)) == document)
    }

    @Test(
        "A did:key that isn't one key in one spelling is refused",
        arguments: [
            "did:key:z", "did:key:z6Mk", "did:key:u7QEB",
            "did:key:1.1:z6MkvqoYXQfDDJRv8L4wKzxYeuKyVZBfi9Qo6Ro8MiLH3kDQ",
            "did:key:z6LSeu9HkTHSfLLeUs2nnzUSNedgDUevfNQgQjQC23ZCit6F",
        ])
    func refused(_ text: String) throws {
        let did = try #require(DID(text))
        #expect(throws: DIDError(.key, "")) { try DIDKey.document(for: did) }
        #expect(throws: DIDError(.key, "")) { try SelfDescribingDID.document(for: did) }
    }

    @Test("Other methods don't describe themselves")
    func others() throws {
        let did = try #require(DID("did:web:school.example"))
        #expect(try SelfDescribingDID.document(for: did) == nil)
        #expect(throws: DIDError(.methodUnsupported, "")) { try DIDKey.document(for: did) }
        #expect(throws: DIDError(.methodUnsupported, "")) { try DIDJWK.document(for: did) }
    }
}
