import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// Lists that don't name themselves as the badge names them: the receiver's word ties the two, and nothing else does.
@Suite struct StatusAddressTests {
    private static let moved = "https://old.school.example/lists/1"

    private func judge(
        _ list: JSONObject, from address: String?, entry: JSONValue = TestBadge.statusEntry(), byHolder: Bool = false
    ) throws -> VerificationReport {
        var material = VerificationMaterial(trust: Bench.list(Bench.school()))
        material.statusLists = [
            .init(credential: list, source: "1.json", isHandedByHolder: byHolder, address: address)
        ]
        let verifier = Verifier(
            material: material, policy: VerificationPolicy(), profile: PlainProfile(),
            time: JudgementTime(now: FixedClock.now))
        let badge = try Bench.signed(TestBadge.credential([("credentialStatus", entry)]))
        return verifier.judge(JSONWriter.compact(.object(badge)), source: "badge.json")
    }

    @Test("A list under another name counts where the receiver says it is from, and is named so")
    func moved() throws {
        let clear = try judge(try StatusRuleTests.list(id: Self.moved), from: TestBadge.listURL)
        expect(clear, .status, .passed, .statusOK, .valid)
        #expect(clear[.status]?.remarks == [.statusListOtherName])
        let text = VerificationCode.statusListOtherName.text[.en]
        #expect(ReportText(clear, in: .en).lines.contains { $0.contains(text) })
        let set = try judge(try StatusRuleTests.list(set: [7], id: Self.moved), from: TestBadge.listURL)
        expect(set, .status, .failed, .statusRevoked, .invalid)
    }

    @Test("A list of another batch clears no badge and withdraws none, unless the receiver says it is the one")
    func substituted() throws {
        for bits in [[], [7]] {
            let other = try StatusRuleTests.list(set: bits, id: Self.moved)
            expect(try judge(other, from: nil), .status, .undetermined, .statusUnavailable, .undetermined)
            expect(try judge(other, from: Self.moved), .status, .undetermined, .statusUnavailable, .undetermined)
        }
    }

    @Test("A list without a name of its own counts where it was found, without remark")
    func nameless() throws {
        let list = try StatusRuleTests.list { $0["id"] = nil }
        expect(try judge(list, from: nil), .status, .undetermined, .statusUnavailable, .undetermined)
        let found = try judge(list, from: TestBadge.listURL)
        expect(found, .status, .passed, .statusOK, .valid)
        #expect(found[.status]?.remarks == [])
    }

    @Test("Where a list is from is no word on who made it")
    func stranger() throws {
        let key = SigningKey(verificationMethod: "did:web:other.example#key", privateKey: TestBadge.otherKey)
        let list = try StatusRuleTests.list(id: Self.moved, issuer: "did:web:other.example", by: key)
        let report = try judge(list, from: TestBadge.listURL)
        #expect(report.verdict == .undetermined && report[.status]?.outcome == .undetermined)
        let unsigned = try StatusRuleTests.list(set: [7], id: Self.moved, by: nil)
        expect(
            try judge(unsigned, from: TestBadge.listURL), .status, .undetermined, .statusUnsigned, .undetermined)
    }

    @Test("A place written as a number shows a withdrawal, and never that all is well")
    func number() throws {
        let entry = TestBadge.replacing(
            "statusListIndex", in: try #require(TestBadge.statusEntry().objectValue), by: 7)
        let set = try judge(try StatusRuleTests.list(set: [7]), from: nil, entry: .object(entry))
        expect(set, .status, .failed, .statusRevoked, .invalid)
        #expect(set[.status]?.remarks == [.statusIndexNumber])
        let clear = try judge(try StatusRuleTests.list(set: [8]), from: nil, entry: .object(entry))
        expect(clear, .status, .undetermined, .statusMalformed, .undetermined)
        let other = try StatusRuleTests.list(set: [7], id: Self.moved)
        let missing = try judge(other, from: nil, entry: .object(entry))
        expect(missing, .status, .undetermined, .statusUnavailable, .undetermined)
        for index in [JSONNumber(-7), try #require(JSONNumber(text: "7.5"))] {
            let odd = TestBadge.replacing("statusListIndex", in: entry, by: .number(index))
            let report = try judge(try StatusRuleTests.list(set: [7]), from: nil, entry: .object(odd))
            expect(report, .status, .undetermined, .statusMalformed, .undetermined)
        }
    }

    @Test("Entries of several bits make a list short that would be long enough for one")
    func wideEntries() throws {
        var entry = try #require(TestBadge.statusEntry().objectValue)
        let one = try judge(try StatusRuleTests.list(), from: nil, entry: .object(entry))
        #expect(one[.status]?.remarks == [])
        entry["statusSize"] = 2
        let two = try judge(try StatusRuleTests.list(), from: nil, entry: .object(entry))
        expect(two, .status, .passed, .statusOK, .valid)
        #expect(two[.status]?.remarks == [.statusListShort])
    }
}
