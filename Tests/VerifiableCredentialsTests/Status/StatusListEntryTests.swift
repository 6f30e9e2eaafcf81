import Encodings
import Testing
import VerifiableCredentials

@Suite struct StatusListEntryTests {
    static let json: JSONObject = [
        "id": "https://school.example/status/1#94567",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": "94567",
        "statusListCredential": "https://school.example/status/1",
    ]

    @Test("An entry is read and written in the standard's members")
    func roundTrip() throws {
        let entry = try StatusListEntry(json: .object(Self.json))
        #expect(entry.index == 94_567)
        #expect(entry.purpose == "revocation")
        #expect(entry.listCredential == "https://school.example/status/1")
        #expect(entry.size == 1)
        #expect(entry.json == Self.json)
        #expect(
            StatusListEntry(listCredential: "https://school.example/status/1", index: 94_567, purpose: "revocation")
                .json
                == Self.json)
    }

    @Test("An entry with a broken member is refused", arguments: broken)
    func refused(_ name: String, _ value: JSONValue?) {
        var json = Self.json
        json[name] = value
        #expect(throws: StatusError(.entryMalformed, "")) { try StatusListEntry(json: .object(json)) }
    }

    static let broken: [(String, JSONValue?)] = [
        ("statusListIndex", nil), ("statusListIndex", 94_567), ("statusListIndex", ""), ("statusListIndex", "-1"),
        ("statusListIndex", "+1"), ("statusListIndex", "1.0"), ("statusListIndex", " 1"), ("statusListIndex", "0x1"),
        ("statusListIndex", "١"), ("statusListIndex", "9999999999"), ("statusPurpose", nil), ("statusPurpose", ""),
        ("statusPurpose", ["revocation"]), ("statusListCredential", nil), ("statusListCredential", ""),
        ("statusListCredential", 1), ("statusSize", 0), ("statusSize", "1"), ("statusSize", 65), ("id", 1),
        ("type", nil),
        ("type", ["BitstringStatusListEntry", "Other"]),
    ]

    @Test("An entry of another type is told apart from a broken one")
    func otherType() {
        var json = Self.json
        json["type"] = "1EdTechRevocationList"
        #expect(throws: StatusError(.typeUnknown, "")) { try StatusListEntry(json: .object(json)) }
        json["type"] = ["BitstringStatusListEntry"]
        #expect(throws: Never.self) { try StatusListEntry(json: .object(json)) }
        #expect(throws: StatusError(.entryMalformed, "")) { try StatusListEntry(json: "revoked") }
    }

    @Test("The entry's bit is read at its own place")
    func value() throws {
        var bits = Bitstring()
        let entry = try StatusListEntry(json: .object(Self.json))
        #expect(try entry.value(in: bits) == 0)
        try bits.set(94_566)
        try bits.set(94_568)
        #expect(try entry.value(in: bits) == 0)
        try bits.set(94_567)
        #expect(try entry.value(in: bits) == 1)
    }
}
