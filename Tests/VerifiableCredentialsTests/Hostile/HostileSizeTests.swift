import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Files at the limits and beyond: what is too much is said to be, and never takes the work it asks for.
@Suite("Hostile files: sizes") struct HostileSizeTests {
    private func nested(_ depth: Int) -> JSONValue {
        var value: JSONValue = ["@id": "urn:end"]
        for _ in 0..<depth { value = ["urn:p": value] }
        return value
    }

    @Test("Objects in each other are read as deep as JSON may be")
    func depth() throws {
        let document = try HostileFile.signed([("urn:p", nested(60))])
        #expect(HostileFile.judge(document)[.proof]?.code == .proofOK)
        expectLimit(HostileFile.judge(HostileFile.unsigned([("urn:p", nested(64))])), .form, .limitJSON)
        var lists: JSONValue = "x"
        for _ in 0..<30 { lists = ["@list": [lists]] }
        #expect(HostileFile.judge(HostileFile.unsigned([("urn:p", lists)]))[.proof]?.code == .proofMismatch)
        var graphs: JSONValue = ["urn:p": 1]
        for _ in 0..<30 { graphs = ["@graph": [graphs]] }
        #expect(HostileFile.judge(HostileFile.unsigned([("urn:p", graphs)]))[.proof]?.outcome == .failed)
    }

    @Test("More than 20,000 values or 2 MiB are not read")
    func values() {
        let many = JSONValue.array((0..<20_000).map { .number(JSONNumber($0)) })
        expectLimit(HostileFile.judge(HostileFile.unsigned([("urn:p", many)])), .form, .limitJSON)
        let long = JSONValue.string(String(repeating: "x", count: 1 << 20))
        expectLimit(HostileFile.judge(HostileFile.unsigned([("urn:p", long), ("urn:q", long)])), .form, .limitBytes)
    }

    @Test("A badge of nearly 20,000 values has a form, so that the signature decides")
    func large() throws {
        let many = JSONValue.array((0..<19_000).map { .number(JSONNumber($0)) })
        let document = try HostileFile.signed([("urn:p", many)])
        #expect(HostileFile.judge(document)[.proof]?.code == .proofOK)
    }

    @Test("An image of 350 KB is signed and read like any text")
    func image() throws {
        let image = "data:image/png;base64," + String(repeating: "A", count: 350_000)
        let changes: [(String, JSONValue?)] = [
            ("credentialSubject.achievement.image", ["id": .string(image), "type": "Image"])
        ]
        let document = try HostileFile.signed(changes)
        #expect(HostileFile.judge(document)[.proof]?.code == .proofOK)
        let changed = TestBadge.replacing(
            "credentialSubject.achievement.image.id", in: document, by: .string(image.dropLast() + "B"))
        #expect(HostileFile.judge(changed)[.proof]?.code == .proofMismatch)
    }

    @Test("Long texts that multiply are given up", arguments: ["@language", "@type", "@vocab"])
    func bombs(_ keyword: String) {
        let long =
            keyword == "@language"
            ? Array(repeating: "aaaaaaaa", count: 100_000).joined(separator: "-")
            : "urn:" + String(repeating: "a", count: 900_000) + ":"
        let values = JSONValue.array((0..<9_000).map { .string("\($0)") })
        let document: [(String, JSONValue?)]
        if keyword == "@vocab" {
            let members = (0..<9_000).map { JSONObject.Member(name: "w\($0)", value: 1) }
            document = [
                ("@context", HostileFile.contexts(["@vocab": .string(long)])),
                ("urn:p", .object(JSONObject(uniqueMembers: members))),
            ]
        } else {
            document = [
                ("@context", HostileFile.contexts(["p": ["@id": "urn:p", keyword: .string(long)]])), ("p", values),
            ]
        }
        expectLimit(HostileFile.judge(HostileFile.unsigned(document)))
    }

    @Test("A status list of many megabytes with a signature over linked data is read")
    func statusList() throws {
        // Its bits are noise, so that packing them doesn't make them fewer.
        var generator = SeededGenerator(seed: 25)
        let packed = Gzip.compress(generator.bytes(count: 12 << 20))
        var list = StatusListCredential.compose(
            id: TestBadge.listURL, issuer: TestBadge.issuer, purpose: "revocation", bits: Bitstring(count: 131_072),
            validFrom: FixedClock.now, validUntil: nil)
        list = TestBadge.replacing(
            "credentialSubject.encodedList", in: list, by: .string(Multibase.encode(packed, as: .base64url)))
        list = try DataIntegrity.secure(
            list, suite: HostileFile.suite("eddsa-rdfc-2022"), key: Bench.schoolKey, created: Bench.created)
        let badge = try HostileFile.signed([("credentialStatus", TestBadge.statusEntry())])
        let report = HostileFile.judge(badge, bench: Bench(lists: [list]))
        #expect(report[.proof]?.code == .proofOK)
        // The bit is one of the noise's.
        #expect(report[.status]?.code == .statusOK || report[.status]?.code == .statusRevoked)
    }
}
