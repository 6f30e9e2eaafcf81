import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite struct KeyHistoryTests {
    static let keys = [
        KeyHistoryEntry.Key(id: "did:web:school.example#key-1", publicKey: TestKeys.ed25519.publicKey),
        KeyHistoryEntry.Key(id: "did:web:school.example#p256-1", publicKey: TestKeys.p256.publicKey),
    ]

    private func line(did: String = "did:web:school.example", signer: SigningKey? = nil) throws -> [UInt8] {
        try KeyHistory.initialLine(
            did: #require(DID(did)), keys: Self.keys, recoveryKey: TestKeys.otherEd25519.publicKey,
            signer: signer ?? TestKeys.signing(TestKeys.ed25519), at: FixedClock.now)
    }

    private func object() throws -> JSONObject { try #require(try JSONParser.parse(line()).objectValue) }

    private func signed(_ object: JSONObject, by key: PrivateKey = TestKeys.ed25519) throws -> [UInt8] {
        let document = try DataIntegrity.secure(
            object.removing("proof"), suite: EdDSAJCS2022(), key: TestKeys.signing(key), created: FixedClock.now)
        return JSONWriter.compact(.object(document)) + [0x0A]
    }

    @Test("A history begins with one signed line that names keys and the recovery key's digest")
    func begins() throws {
        let bytes = try line()
        #expect(bytes.last == 0x0A)
        #expect(bytes.count { $0 == 0x0A } == 1)
        let history = try KeyHistory(parsing: bytes)
        let entry = try #require(history.entries.first)
        #expect(history.entries.count == 1)
        #expect(entry.sequence == 0)
        #expect(entry.previous == nil)
        #expect(entry.at == FixedClock.now)
        #expect(entry.keys == Self.keys)
        #expect(entry.event == .initial)
        #expect(entry.recoveryKeyDigest == KeyHistoryEntry.recoveryKeyDigest(of: TestKeys.otherEd25519.publicKey))
        #expect(entry.recoveryKeyDigest.hasPrefix("uEi"))
        #expect(history.head == entry.digest)
        #expect(entry.digest == KeyHistoryEntry.digest(of: JCS.canonicalize(.object(entry.json))))
        #expect(try object()["format"] == "passport.key-history/1")
    }

    @Test("It isn't begun by a key that isn't in it, or of another type, or for another's DID")
    func wrongSigner() {
        #expect(throws: KeyHistoryError(.signing, "")) {
            try line(signer: TestKeys.signing(TestKeys.otherEd25519))
        }
        #expect(throws: KeyHistoryError(.signing, "")) { try line(signer: TestKeys.signing(TestKeys.p256)) }
        #expect(throws: KeyHistoryError(.signing, "")) { try line(did: "did:web:other.example") }
    }

    @Test("A history with one changed member doesn't hold", arguments: ["at", "keys", "recoveryKeyDigest", "extra"])
    func changed(_ name: String) throws {
        var object = try object()
        switch name {
        case "at": object["at"] = "2026-11-21T10:00:01Z"
        case "keys": object["keys"] = .array(Array(try #require(object["keys"]?.arrayValue).prefix(1)))
        case "recoveryKeyDigest":
            object["recoveryKeyDigest"] = .string(KeyHistoryEntry.recoveryKeyDigest(of: TestKeys.p256.publicKey))
        default: object["extra"] = 1
        }
        #expect(throws: KeyHistoryError(.proof, "")) { try KeyHistory(parsing: JSONWriter.compact(.object(object))) }
        // What the organisation itself signs so is its own affair.
        #expect(throws: Never.self) { try KeyHistory(parsing: signed(object)) }
    }

    @Test("A history without a proof, or with one by a stranger or for another purpose, doesn't hold")
    func proofs() throws {
        let object = try object()
        #expect(throws: KeyHistoryError(.proof, "")) {
            try KeyHistory(parsing: JSONWriter.compact(.object(object.removing("proof"))))
        }
        #expect(throws: KeyHistoryError(.proof, "")) {
            try KeyHistory(parsing: signed(object, by: TestKeys.otherEd25519))
        }
        let stranger = SigningKey(verificationMethod: "did:web:mallory.example#1", privateKey: TestKeys.otherEd25519)
        for (key, purpose) in [(stranger, "assertionMethod"), (TestKeys.signing(TestKeys.ed25519), "authentication")] {
            let document = try DataIntegrity.secure(
                object.removing("proof"), suite: EdDSAJCS2022(), key: key, created: FixedClock.now, purpose: purpose)
            #expect(throws: KeyHistoryError(.proof, "")) {
                try KeyHistory(parsing: JSONWriter.compact(.object(document)))
            }
        }
    }

    @Test("An entry out of its place breaks the chain")
    func chain() throws {
        let first = try line()
        #expect(throws: KeyHistoryError(.chainBroken, "")) { try KeyHistory(parsing: first + first) }
        var object = try object()
        object["sequence"] = 1
        #expect(throws: KeyHistoryError(.chainBroken, "")) { try KeyHistory(parsing: signed(object)) }
        // A second beginning, however well chained, is a fork.
        object["previous"] = .string(try #require(try KeyHistory(parsing: first).head))
        #expect(throws: KeyHistoryError(.chainBroken, "")) { try KeyHistory(parsing: first + signed(object)) }
        #expect(throws: KeyHistoryError(.chainBroken, "")) { try KeyHistory(parsing: signed(object)) }
    }

    @Test("An entry of another DID doesn't follow")
    func otherDID() throws {
        let first = try line()
        var object = try object()
        object["sequence"] = 1
        object["previous"] = .string(try #require(try KeyHistory(parsing: first).head))
        object["did"] = "did:web:other.example"
        object["keys"] = [
            .object([
                "id": "did:web:other.example#1", "publicKeyMultibase": .string(TestKeys.ed25519.publicKey.multikey),
            ])
        ]
        #expect(throws: KeyHistoryError(.didChanged, "")) { try KeyHistory(parsing: first + signed(object)) }
    }

    @Test("The format is checked before anything else, and unknown events are named so")
    func formats() throws {
        var object = try object()
        object["format"] = "passport.key-history/2"
        object["sequence"] = "x"
        #expect(throws: KeyHistoryError(.format, "")) { try KeyHistory(parsing: signed(object)) }
        object = try self.object()
        object["event"] = "rotate"
        #expect(throws: KeyHistoryError(.eventUnsupported, "")) { try KeyHistory(parsing: signed(object)) }
    }

    @Test(
        "A member that is missing or of the wrong kind is refused",
        arguments: [
            ("sequence", nil), ("sequence", "0"), ("sequence", -1), ("previous", nil), ("previous", 1), ("at", nil),
            ("at", "yesterday"), ("did", nil), ("did", "https://school.example"), ("event", nil), ("keys", nil),
            ("keys", []), ("keys", [["id": "did:web:school.example#a"]]), ("keys", ["did:web:school.example#a"]),
            ("recoveryKeyDigest", nil), ("recoveryKeyDigest", "uEi"), ("recoveryKeyDigest", "zEi"),
        ] as [(String, JSONValue?)])
    func malformed(_ name: String, _ value: JSONValue?) throws {
        var object = try object()
        object[name] = value
        let error = #expect(throws: KeyHistoryError.self) {
            try KeyHistory(parsing: JSONWriter.compact(.object(object)))
        }
        #expect(error?.code == (name == "sequence" && value == -1 ? .chainBroken : .malformed))
    }

    @Test("A text that is no JSON Lines is refused", arguments: ["", "\n", "x", "{}x", "\n\n"])
    func noJSON(_ text: String) {
        #expect(throws: KeyHistoryError(.malformed, "")) { try KeyHistory(parsing: Array(text.utf8)) }
    }

    @Test("One flipped bit never leaves the same history standing")
    func flippedBits() throws {
        let bytes = try line()
        let original = try KeyHistory(parsing: bytes)
        forAll("a changed history doesn't hold", rounds: 1_000) { generator in
            var changed = bytes
            let place = Int.random(in: 0..<(bytes.count - 1), using: &generator)
            changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            guard let history = try? KeyHistory(parsing: changed) else { return true }
            return history == original
        }
    }
}
