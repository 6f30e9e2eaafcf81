import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite struct StatusListCredentialTests {
    static func list() throws -> JSONObject {
        var bits = Bitstring()
        try bits.set(7)
        return StatusListCredential.compose(
            id: "https://school.example/status/1.json", issuer: "did:web:school.example", purpose: "revocation",
            bits: bits,
            validFrom: FixedClock.now, validUntil: nil)
    }

    @Test("A composed list has the standard's members in its order")
    func composed() throws {
        let list = try Self.list()
        #expect(list.names == ["@context", "id", "type", "issuer", "validFrom", "credentialSubject"])
        #expect(list["@context"] == ["https://www.w3.org/ns/credentials/v2"])
        #expect(list["type"] == ["VerifiableCredential", "BitstringStatusListCredential"])
        #expect(list["validFrom"] == "2026-11-21T10:00:00Z")
        let subject = try #require(list["credentialSubject"]?.objectValue)
        #expect(subject["id"] == "https://school.example/status/1.json#list")
        #expect(subject["type"] == "BitstringStatusList")
        let read = try StatusListCredential(json: list)
        #expect(read.purposes == ["revocation"])
        #expect(read.issuer == "did:web:school.example")
        #expect(read.validFrom == FixedClock.now)
        #expect(try read.bits().setIndexes == [7])
    }

    @Test("A list with a broken member is refused", arguments: broken)
    func refused(_ path: [String], _ value: JSONValue?) throws {
        var list = try Self.list()
        if path.count == 1 {
            list[path[0]] = value
        } else {
            var subject = try #require(list[path[0]]?.objectValue)
            subject[path[1]] = value
            list[path[0]] = .object(subject)
        }
        #expect(throws: StatusError(.listMalformed, "")) { try StatusListCredential(json: list) }
    }

    static let broken: [([String], JSONValue?)] = [
        (["type"], ["VerifiableCredential"]), (["issuer"], nil), (["issuer"], ["name": "School"]),
        (["credentialSubject"], nil), (["credentialSubject"], []), (["credentialSubject"], [[:], [:]]),
        (["credentialSubject", "type"], "Other"), (["credentialSubject", "statusPurpose"], nil),
        (["credentialSubject", "statusPurpose"], []), (["credentialSubject", "statusPurpose"], ["revocation", 1]),
        (["credentialSubject", "encodedList"], nil), (["credentialSubject", "encodedList"], 1),
        (["validFrom"], "yesterday"), (["validUntil"], 1),
    ]

    @Test(
        "Lists from the field are read", .needsCorpus("dcc"),
        arguments: [
            ("documents/1edtech/bit-string-list-testlist.json", true),
            ("documents/dcc/statusLists/didkey-ed25519Signature2020/e5WK8CbZ1GjycuPombrj.json", true),
            ("documents/dcc/statusLists/didkey-ed25519Signature2020/missingBitStringType.json", false),
        ])
    func field(_ path: String, isReadable: Bool) throws {
        let json = try #require(try JSONParser.parse(Corpus.read(path)).objectValue)
        if isReadable {
            #expect(try StatusListCredential(json: json).bits().count >= 100_000)
        } else {
            #expect(throws: StatusError(.listMalformed, "")) { try StatusListCredential(json: json) }
        }
    }

    @Test("A list whose bits were changed can't be unpacked", .needsCorpus("dcc"))
    func tampered() throws {
        let path = "documents/dcc/statusLists/didkey-ed25519Signature2020/tampered.json"
        let json = try #require(try JSONParser.parse(Corpus.read(path)).objectValue)
        #expect(throws: StatusError(.encodedListMalformed, "")) { try StatusListCredential(json: json).bits() }
    }
}
