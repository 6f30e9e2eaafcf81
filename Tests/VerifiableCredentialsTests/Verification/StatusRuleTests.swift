import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Withdrawn or not, and how sure that is.
@Suite struct StatusRuleTests {
    static let now = FixedClock.now
    static let day = 86_400

    /// A signed list of the school's, with what a test changes.
    static func list(
        set: [Int] = [], purpose: JSONValue = "revocation", age: Int = 0, until: Timestamp? = nil, count: Int = 131_072,
        id: String = TestBadge.listURL, issuer: String = TestBadge.issuer, by key: SigningKey? = Bench.schoolKey,
        change: (inout JSONObject) -> Void = { _ in }
    ) throws -> JSONObject {
        var bits = Bitstring(count: count)
        for index in set { try bits.set(index) }
        let from = now.adding(seconds: -age)
        var credential = StatusListCredential.compose(
            id: id, issuer: issuer, purpose: "revocation", bits: bits, validFrom: from, validUntil: until)
        credential = TestBadge.replacing("credentialSubject.statusPurpose", in: credential, by: purpose)
        change(&credential)
        guard let key else { return credential }
        return try Bench.signed(credential, by: key, created: min(from, now))
    }

    func judge(
        _ entries: JSONValue? = TestBadge.statusEntry(), lists: [JSONObject],
        trust: TrustList = Bench.list(Bench.school()),
        at: Timestamp? = nil, contexts: [JSONValue]? = nil
    ) throws -> VerificationReport {
        let bench = Bench(trust: trust, lists: lists, at: at)
        var badge = TestBadge.credential([("credentialStatus", entries)])
        if let contexts { badge["@context"] = .array(contexts) }
        return bench.judge(try Bench.signed(badge))
    }

    // MARK: Without a list

    @Test("No way to withdraw it is not applicable, but undetermined where one was expected")
    func none() throws {
        expect(try judge(nil, lists: []), .status, .notApplicable, .statusNone, .valid)
        let expecting = Bench.list(Bench.school { $0.statusExpected = true })
        expect(try judge(nil, lists: [], trust: expecting), .status, .undetermined, .statusAbsent, .undetermined)
        // An entry that only informs is no way to withdraw.
        let refresh = TestBadge.statusEntry(purpose: "refresh")
        expect(try judge(refresh, lists: []), .status, .notApplicable, .statusNone, .valid)
        expect(try judge(refresh, lists: [], trust: expecting), .status, .undetermined, .statusAbsent, .undetermined)
    }

    @Test("A list that isn't at hand is undetermined; one under another address is not at hand")
    func unavailable() throws {
        expect(try judge(lists: []), .status, .undetermined, .statusUnavailable, .undetermined)
        let other = try Self.list(id: "https://school.example/status/2.json")
        expect(try judge(lists: [other]), .status, .undetermined, .statusUnavailable, .undetermined)
    }

    @Test("Kinds and purposes that aren't known are undetermined")
    func unknown() throws {
        let other: JSONValue = ["id": "https://school.example/revoked", "type": "JsonSchema"]
        expect(try judge(other, lists: []), .status, .undetermined, .statusTypeUnknown, .undetermined)
        expect(
            try judge(TestBadge.statusEntry(purpose: "parole"), lists: []), .status, .undetermined,
            .statusPurposeUnknown,
            .undetermined)
    }

    @Test(
        "An entry that can't be read is undetermined",
        arguments: [
            ("statusListIndex", "-1"), ("statusListIndex", "7.0"), ("statusListIndex", 7), ("statusListIndex", nil),
            ("statusListCredential", nil), ("statusPurpose", nil), ("statusListIndex", "12345678901234567890"),
        ] as [(String, JSONValue?)])
    func malformedEntry(_ member: String, _ value: JSONValue?) throws {
        let entry = TestBadge.replacing(member, in: try #require(TestBadge.statusEntry().objectValue), by: value)
        expect(
            try judge(.object(entry), lists: [try Self.list()]), .status, .undetermined, .statusMalformed, .undetermined
        )
    }

    @Test("More than eight entries are not judged")
    func manyEntries() throws {
        let entry = TestBadge.statusEntry()
        #expect(try judge(.array(Array(repeating: entry, count: 8)), lists: [try Self.list()]).verdict == .valid)
        let nine = try judge(.array(Array(repeating: entry, count: 9)), lists: [try Self.list()])
        expect(nine, .status, .undetermined, .limitMembers, .undetermined)
    }

    // MARK: With one list

    @Test("A fresh list decides, with its date and age")
    func fresh() throws {
        let report = try judge(lists: [try Self.list(set: [8], age: 3 * Self.day)])
        expect(report, .status, .passed, .statusOK, .valid)
        #expect(report[.status]?.detail["ageDays"] == 3)
        #expect(report[.status]?.detail["source"] == "1.json")
        #expect(report[.status]?.detail["notes"] == nil)
        expect(try judge(lists: [try Self.list(set: [7])]), .status, .failed, .statusRevoked, .invalid)
    }

    @Test("Suspended and revoked have their own codes and first lines, and revoked goes before suspended")
    func suspended() throws {
        let held = TestBadge.statusEntry(purpose: "suspension", list: "https://school.example/status/2.json")
        let lists = [
            try Self.list(), try Self.list(set: [7], purpose: "suspension", id: "https://school.example/status/2.json"),
        ]
        for entries in [[held, TestBadge.statusEntry()], [TestBadge.statusEntry(), held]] as [[JSONValue]] {
            let onHold = try judge(.array(entries), lists: lists)
            expect(onHold, .status, .failed, .statusSuspended, .invalid)
            #expect(ReportText(onHold, in: .en).headline == "Not valid now: on hold, ask the issuer.")
            let both = try judge(.array(entries), lists: [try Self.list(set: [7]), lists[1]])
            expect(both, .status, .failed, .statusRevoked, .invalid)
            #expect(ReportText(both, in: .en).headline == "Not valid: withdrawn by the issuer.")
            // A bit that is set holds although the other list is missing.
            expect(try judge(.array(entries), lists: [lists[1]]), .status, .failed, .statusSuspended, .invalid)
            expect(
                try judge(.array(entries), lists: [lists[0]]), .status, .undetermined, .statusUnavailable, .undetermined
            )
        }
    }

    @Test("Age ends at thirty days or at the list's own end, whichever is earlier; a revocation doesn't age")
    func stale() throws {
        #expect(try judge(lists: [try Self.list(age: 30 * Self.day)]).verdict == .valid)
        expect(
            try judge(lists: [try Self.list(age: 30 * Self.day + 1)]), .status, .undetermined, .statusStale,
            .undetermined)
        let ended = try Self.list(age: 10, until: Self.now.adding(seconds: -1))
        expect(try judge(lists: [ended]), .status, .undetermined, .statusStale, .undetermined)
        #expect(try judge(lists: [try Self.list(age: 10, until: Self.now)]).verdict == .valid)
        expect(
            try judge(lists: [try Self.list(set: [7], age: 400 * Self.day)]), .status, .failed, .statusRevoked, .invalid
        )
        let oldHold = try Self.list(set: [7], purpose: "suspension", age: 31 * Self.day)
        expect(
            try judge(TestBadge.statusEntry(purpose: "suspension"), lists: [oldHold]), .status, .undetermined,
            .statusStale,
            .undetermined)
    }

    @Test("A list from the future is undetermined, five minutes of skew apart")
    func future() throws {
        #expect(try judge(lists: [try Self.list(age: -300)]).verdict == .valid)
        expect(try judge(lists: [try Self.list(age: -301)]), .status, .undetermined, .statusFuture, .undetermined)
    }

    @Test("A list that nobody signed, or whose content was changed, decides nothing")
    func unsigned() throws {
        expect(try judge(lists: [try Self.list(by: nil)]), .status, .undetermined, .statusUnsigned, .undetermined)
        var cleared = try Self.list(set: [7])
        cleared["credentialSubject"] = try Self.list()["credentialSubject"]
        expect(try judge(lists: [cleared]), .status, .undetermined, .statusUnsigned, .undetermined)
        // The same with a bit set: an unsigned list can't withdraw a badge either.
        expect(
            try judge(lists: [try Self.list(set: [7], by: nil)]), .status, .undetermined, .statusUnsigned, .undetermined
        )
    }

    @Test("A list signed by a key that isn't pinned decides nothing")
    func unvouched() throws {
        let new = SigningKey(verificationMethod: TestBadge.issuer + "#new", privateKey: TestBadge.thirdKey)
        let list = try Self.list(by: new)
        expect(try judge(lists: [list]), .status, .undetermined, .statusUnvouched, .undetermined)
        var bench = Bench(documents: [try Bench.document([("new", TestBadge.thirdKey)])], lists: [list])
        let badge = try Bench.signed(TestBadge.credential([("credentialStatus", TestBadge.statusEntry())]))
        expect(bench.judge(badge), .status, .undetermined, .statusUnvouched, .undetermined)
        bench.trust = Bench.list(
            Bench.school {
                $0.keys.append(PinnedKey(id: new.verificationMethod, publicKey: TestBadge.thirdKey.publicKey))
            })
        #expect(bench.judge(badge).verdict == .valid)
    }

    @Test("A list in the school's name by somebody else's key decides nothing")
    func forgedList() throws {
        let forged = try Self.list(by: Bench.selfNamed(TestBadge.otherKey))
        expect(try judge(lists: [forged]), .status, .undetermined, .statusUnsigned, .undetermined)
    }

    @Test("Another issuer's list counts only when the trust list names that issuer for it")
    func otherIssuer() throws {
        let did = DIDKey.did(for: TestBadge.otherKey.publicKey).description
        let list = try Self.list(issuer: did, by: Bench.selfNamed(TestBadge.otherKey))
        expect(try judge(lists: [list]), .status, .undetermined, .statusIssuer, .undetermined)
        let revoking = try Self.list(set: [7], issuer: did, by: Bench.selfNamed(TestBadge.otherKey))
        expect(try judge(lists: [revoking]), .status, .undetermined, .statusIssuer, .undetermined)
        let named = Bench.list(Bench.school { $0.statusIssuers = [did] })
        #expect(try judge(lists: [list], trust: named).verdict == .valid)
        expect(try judge(lists: [revoking], trust: named), .status, .failed, .statusRevoked, .invalid)
    }

    @Test("A list under another of the issuer's own names is the issuer's")
    func ownOtherName() throws {
        let trust = Bench.list(Bench.school { $0.alsoKnownAs = ["https://school.example"] })
        #expect(try judge(lists: [try Self.list(issuer: "https://school.example")], trust: trust).verdict == .valid)
    }

    @Test("A list for another purpose, or that ends before the badge's place, decides nothing")
    func purposeAndLength() throws {
        expect(
            try judge(lists: [try Self.list(purpose: "suspension")]), .status, .undetermined, .statusPurpose,
            .undetermined)
        #expect(try judge(lists: [try Self.list(purpose: ["suspension", "revocation"])]).verdict == .valid)
        let far = TestBadge.statusEntry(131_072)
        expect(try judge(far, lists: [try Self.list()]), .status, .undetermined, .statusRange, .undetermined)
    }

    @Test("Short lists and lists without the prefix are read and named")
    func fieldLists() throws {
        let short = try judge(lists: [try Self.list(count: 64)])
        expect(short, .status, .passed, .statusOK, .valid)
        #expect(short[.status]?.detail["notes"] == ["status.list-short"])
        let bare = try Self.list(set: [7]) { list in
            let encoded = list["credentialSubject"]?["encodedList"]?.stringValue ?? ""
            list = TestBadge.replacing(
                "credentialSubject.encodedList", in: list, by: .string(String(encoded.dropFirst())))
        }
        let report = try judge(lists: [bare])
        expect(report, .status, .failed, .statusRevoked, .invalid)
        #expect(report[.status]?.detail["notes"] == ["status.list-without-prefix"])
    }

    @Test(
        "A list that isn't built as it must be decides nothing",
        arguments: [
            ("validFrom", nil), ("validFrom", "yesterday"), ("validUntil", "never"), ("type", ["VerifiableCredential"]),
            ("credentialSubject.encodedList", nil), ("credentialSubject.encodedList", "uAAAA"),
            ("credentialSubject.@id", "urn:x"), ("credentialSubject", []),
        ] as [(String, JSONValue?)])
    func malformedList(_ path: String, _ value: JSONValue?) throws {
        let list = try Self.list { $0 = TestBadge.replacing(path, in: $0, by: value) }
        expect(try judge(lists: [list]), .status, .undetermined, .statusMalformed, .undetermined)
    }

    @Test("Of several subjects none is taken for the list")
    func twoSubjects() throws {
        let list = try Self.list { list in
            let subject = list["credentialSubject"] ?? .null
            list["credentialSubject"] = [subject, subject]
        }
        expect(try judge(lists: [list]), .status, .undetermined, .statusMalformed, .undetermined)
    }

    @Test("A list that unpacks to more than sixteen MiB crosses a limit")
    func hugeList() throws {
        let limit = try Self.list(count: 16 << 23)
        #expect(try judge(lists: [limit]).verdict == .valid)
        let over = try Self.list(count: (16 << 23) + 8)
        expect(try judge(lists: [over]), .status, .undetermined, .limitStatusList, .undetermined)
    }

    @Test("An entry of several bits is read with all its bits")
    func statusSize() throws {
        var entry = try #require(TestBadge.statusEntry(3).objectValue)
        entry["statusSize"] = 2
        // The third pair of bits, not the third bit.
        expect(try judge(.object(entry), lists: [try Self.list(set: [7])]), .status, .failed, .statusRevoked, .invalid)
        #expect(try judge(.object(entry), lists: [try Self.list(set: [3])]).verdict == .valid)
    }

    @Test("StatusList2021 is read as the list it became")
    func statusList2021() throws {
        var entry = try #require(TestBadge.statusEntry().objectValue)
        entry["type"] = "StatusList2021Entry"
        let list = try Self.list(set: [7]) { list in
            list["type"] = ["VerifiableCredential", "StatusList2021Credential"]
            list = TestBadge.replacing("credentialSubject.type", in: list, by: "StatusList2021")
        }
        expect(try judge(.object(entry), lists: [list]), .status, .failed, .statusRevoked, .invalid)
        let contexts = (TestBadge.credential()["@context"]?.asList ?? []) + ["https://w3id.org/vc/status-list/2021/v1"]
        #expect(
            try judge(.object(entry).replacingIndex("8"), lists: [list], contexts: contexts).verdict == .valid)
    }

    // MARK: With several lists

    @Test("The newest genuine list decides, in either order")
    func newest() throws {
        let hold = TestBadge.statusEntry(purpose: "suspension")
        func list(_ set: [Int], age: Int) throws -> JSONObject {
            try Self.list(set: set, purpose: "suspension", age: age * Self.day)
        }
        for flip in [false, true] {
            let lifted = [try list([7], age: 5), try list([], age: 2)]
            #expect(try judge(hold, lists: flip ? lifted.reversed() : lifted).verdict == .valid)
            let held = [try list([], age: 5), try list([7], age: 2)]
            expect(
                try judge(hold, lists: flip ? held.reversed() : held), .status, .failed, .statusSuspended, .invalid)
            // Of the same moment: the one that says more holds.
            let twins = [try list([], age: 2), try list([7], age: 2)]
            expect(
                try judge(hold, lists: flip ? twins.reversed() : twins), .status, .failed, .statusSuspended, .invalid)
        }
    }

    @Test("A revocation in any genuine list holds, though a newer one lacks it")
    func revocationHolds() throws {
        let lists = [try Self.list(set: [7], age: 90 * Self.day), try Self.list(age: 1)]
        for flip in [false, true] {
            expect(
                try judge(lists: flip ? lists.reversed() : lists), .status, .failed, .statusRevoked, .invalid)
        }
    }

    @Test("A newer list by anybody else doesn't push the issuer's aside")
    func newerForeignList() throws {
        let hold = TestBadge.statusEntry(purpose: "suspension")
        let did = DIDKey.did(for: TestBadge.otherKey.publicKey).description
        let foreign = try Self.list(purpose: "suspension", issuer: did, by: Bench.selfNamed(TestBadge.otherKey))
        let unsigned = try Self.list(purpose: "suspension", by: nil)
        let own = try Self.list(set: [7], purpose: "suspension", age: 3 * Self.day)
        for lists in [[own, foreign, unsigned], [unsigned, foreign, own]] {
            expect(try judge(hold, lists: lists), .status, .failed, .statusSuspended, .invalid)
        }
        let good = try Self.list(age: 3 * Self.day)
        #expect(try judge(lists: [try Self.list(set: [7], by: nil), good]).verdict == .valid)
    }

    @Test("With --at in the past a revocation is judged as known now")
    func askedEarlier() throws {
        let report = try judge(lists: [try Self.list(set: [7])], at: Self.now.adding(seconds: -20 * Self.day))
        expect(report, .status, .failed, .statusRevoked, .invalid)
    }
}

extension JSONValue {
    fileprivate func replacingIndex(_ index: String) -> JSONValue {
        .object(TestBadge.replacing("statusListIndex", in: objectValue ?? JSONObject(), by: .string(index)))
    }
}
