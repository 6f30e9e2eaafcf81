import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// What a key history makes of a badge: which keys it leads to, and when each was good.
@Suite struct KeyHistoryRuleTests {
    private typealias School = SchoolHistory
    private static let day = SchoolHistory.day
    private static let p256Next = SchoolHistory.key("p256-2", TestKeys.p256)

    /// Trusts the school by these keys alone.
    private func bench(
        pinning keys: [SigningKey] = [SchoolHistory.first], _ histories: SchoolHistory...
    ) -> Bench {
        var bench = Bench(
            trust: Bench.list(
                Bench.school {
                    $0.keys = keys.map {
                        PinnedKey(id: $0.verificationMethod, publicKey: $0.privateKey.publicKey)
                    }
                }))
        bench.histories = histories.map(\.history)
        return bench
    }

    // MARK: Following

    @Test("A rotation leads from the pinned key to the new one, for JSON and JWT")
    func rotated() throws {
        var school = try School()
        try school.rotate(at: Self.day(100))
        try school.rotate(from: School.p256, to: Self.p256Next, by: School.second, at: Self.day(100))
        for key in [School.second, Self.p256Next] {
            let badge = try Bench.dated(Self.day(120), by: key)
            let report = bench(school).judge(badge)
            expect(report, .issuer, .passed, .issuerHistory, .valid)
            #expect(report[.proof]?.detail["keySource"] == "key-history")
            #expect(report[.proof]?.detail["keyState"] == "active")
            #expect(report[.issuer]?.detail["historyHead"] == .string(school.history.head ?? ""))
            expect(bench().judge(badge), .proof, .undetermined, .keyUnknown, .undetermined)
        }
        // What was pinned stays pinned, and is called so.
        expect(
            bench(school).judge(try Bench.dated(Self.day(50), by: School.first)), .issuer, .passed, .issuerOK, .valid)
    }

    @Test("A receiver that pinned any key that signed an entry can follow, forwards and backwards")
    func anyAnchor() throws {
        var school = try School()
        try school.rotate(at: Self.day(100))
        for pinned in [School.second, School.p256] {
            for (key, day) in [(School.first, 50), (School.second, 120)]
            where key.verificationMethod != pinned.verificationMethod {
                let report = bench(pinning: [pinned], school).judge(try Bench.dated(Self.day(day), by: key))
                expect(report, .issuer, .passed, .issuerHistory, .valid)
            }
        }
    }

    @Test("A history that no pinned key signed vouches for nothing, though it names the pinned key")
    func unpinned() throws {
        // A stranger begins a history in the school's name and puts the school's public key into it.
        let keys = [School.stranger, School.first].map {
            KeyHistoryEntry.Key(id: $0.verificationMethod, publicKey: $0.privateKey.publicKey)
        }
        let line = try KeyHistory.initialLine(
            did: #require(DID(School.did)), keys: keys, recoveryKey: School.seeded(9).publicKey,
            signer: School.stranger, at: School.began)
        var bench = bench()
        bench.histories = [try KeyHistory(parsing: line)]
        let badge = try Bench.dated(Self.day(50), by: School.stranger)
        expect(bench.judge(badge), .proof, .undetermined, .keyUnknown, .undetermined)
        bench.documents = [try Bench.document([("ed25519-9", TestBadge.thirdKey)])]
        expect(bench.judge(badge), .issuer, .undetermined, .issuerKeyNotPinned, .undetermined)
        // Nor does it hurt what is pinned.
        expect(bench.judge(try Bench.dated(Self.day(50), by: School.first)), .issuer, .passed, .issuerOK, .valid)
    }

    @Test("A key pinned for another issuer doesn't vouch for the school's history")
    func anothersPin() throws {
        var school = try School()
        try school.rotate(at: Self.day(100))
        var bench = bench(pinning: [Bench.selfNamed(School.seeded(3))], school)
        bench.trust?.issuers.append(
            TrustedIssuer(
                did: "did:web:other.example", name: "Other",
                keys: [PinnedKey(id: "did:web:other.example#1", publicKey: TestBadge.key.publicKey)]))
        let report = bench.judge(try Bench.dated(Self.day(120), by: School.second))
        expect(report, .proof, .undetermined, .keyUnknown, .undetermined)
    }

    @Test("The checkpoint key signs no badge, whatever the history says of it")
    func checkpointKey() throws {
        let report = bench(try School()).judge(try Bench.dated(Self.day(50), by: School.checkpoint))
        expect(report, .proof, .undetermined, .keyUnknown, .undetermined)
    }

    @Test("An issuer known by its address follows the history of the DID it is tied to")
    func alias() throws {
        var school = try School()
        try school.revoke(since: Self.day(90), at: Self.day(100))
        var bench = bench(school)
        bench.trust?.issuers[0].did = "https://school.example"
        bench.trust?.issuers[0].alsoKnownAs = [School.did]
        let stolen = bench.judge(try Bench.dated(Self.day(95), by: School.first))
        expect(stolen, .proof, .failed, .keyRevoked, .invalid)
        #expect(bench.judge(try Bench.dated(Self.day(120), by: School.second)).verdict == .valid)
    }

    // MARK: When a key was good

    @Test("A retired key: within its time by the issuer's word, outside not", arguments: [School.first, School.p256])
    func retired(_ key: SigningKey) throws {
        var school = try School()
        let next = key.privateKey.type == .ed25519 ? School.second : Self.p256Next
        try school.rotate(from: key, to: next, by: School.first, at: Self.day(100))
        let bench = bench(pinning: [key], school)
        let inside = bench.judge(try Bench.dated(Self.day(50), by: key))
        expect(inside, .issuer, .passed, .issuerOK, .valid)
        #expect(inside[.issuer]?.values["date"] == Self.day(50).description)
        #expect(inside[.proof]?.detail["keyState"] == "retired")
        let text = VerificationCode.issuerOK.text.filled(inside[.issuer]?.values ?? [:], in: .en)
        #expect(text.contains("the issuer's own statement"))
        #expect(bench.judge(try Bench.dated(Self.day(100), by: key)).verdict == .valid)
        let after = bench.judge(try Bench.dated(Self.day(100).adding(seconds: 1), by: key))
        expect(after, .proof, .failed, .keyRetired, .invalid)
        let before = bench.judge(try Bench.dated(Self.day(-1), by: key))
        expect(before, .proof, .failed, .keyWindow, .invalid)
        // An active key needs no date.
        let active = self.bench(pinning: [School.second], school)
        #expect(active.judge(try Bench.dated(Self.day(120), by: School.second))[.issuer]?.values["date"] == nil)
    }

    @Test("A lost or ceased key: before that moment by the issuer's word, from then on not", arguments: [true, false])
    func lostAndCeased(_ isLost: Bool) throws {
        for key in [School.first, School.p256] {
            var school = try School()
            if isLost {
                try school.revoke([key], .lost, since: Self.day(90), successors: [], at: Self.day(100))
            } else {
                try school.close(since: Self.day(90), successor: "did:web:next.example", at: Self.day(100))
            }
            let bench = bench(pinning: [key], school)
            let before = bench.judge(try Bench.dated(Self.day(90).adding(seconds: -1), by: key))
            expect(before, .issuer, .passed, .issuerOK, .valid)
            #expect(before[.issuer]?.values["date"] != nil)
            #expect(before[.issuer]?.detail["successor"] == (isLost ? nil : "did:web:next.example"))
            if !isLost {
                let text = VerificationCode.issuerOK.text.filled(before[.issuer]?.values ?? [:], in: .en)
                #expect(text.contains("closed on 2026-04-01") && text.contains("did:web:next.example"))
            }
            expect(
                bench.judge(try Bench.dated(Self.day(90), by: key)), .proof, .failed, .keyRevoked, .invalid)
        }
    }

    @Test("A key whose use has ended needs a date at all")
    func undated() throws {
        var school = try School()
        try school.rotate(at: Self.day(100))
        let undated = TestBadge.credential([("validFrom", nil)])
        var document = undated
        document["proof"] = .object(
            try EdDSAJCS2022().createProof(
                for: undated,
                options: [
                    "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022",
                    "verificationMethod": .string(School.first.verificationMethod),
                    "proofPurpose": "assertionMethod",
                ], key: TestBadge.key))
        // VC Data Model 1.1 has it under another name, which is read as well.
        let report = bench(school).judge(document)
        #expect(report.verdict != .valid)
        #expect(report[.proof]?.code == .keyTimeUnproven || report[.form]?.outcome == .failed)
    }

    // MARK: Theft

    /// The school whose keys were all stolen on the ninetieth day, and its list of what it had signed before.
    private func robbed(_ issued: [[UInt8]]) throws -> (school: SchoolHistory, lists: [IssuanceList]) {
        var school = try School()
        try school.revoke(
            [School.first, School.p256], since: Self.day(90), successors: [School.second, Self.p256Next],
            at: Self.day(100))
        let digests = try issued.map { try SHA256.hash(signature(of: $0)) }
        let lists = try [School.first, School.p256].map { key in
            try IssuanceList(
                parsing: IssuanceList.file(
                    issuer: School.did, key: key.verificationMethod, before: Self.day(90), asOf: Self.day(100),
                    digests: digests, signer: School.second))
        }
        return (school, lists)
    }

    private func signature(of badge: [UInt8]) throws -> [UInt8] {
        guard let object = try? JSONParser.parse(badge).objectValue else {
            return try CompactJWS(parsing: badge).signature
        }
        let value = try #require(object["proof"]?["proofValue"]?.stringValue)
        return try EdDSAJCS2022().decodeProofValue(value)
    }

    @Test(
        "A stolen key: what the issuance list has is good, what it lacks is open, what is dated later fails",
        arguments: [School.first, School.p256])
    func stolen(_ key: SigningKey) throws {
        let real = try Bench.dated(Self.day(50), by: key)
        let backdated = try Bench.dated(Self.day(51), by: key)
        let later = try Bench.dated(Self.day(90), by: key)
        let (school, lists) = try robbed([real, later])
        // The receiver pinned the very key that was stolen, or another one of the school's.
        for pinned in [[key], [School.second], [School.first, School.p256]] {
            var bench = bench(pinning: pinned, school)
            let unproven = bench.judge(real)
            expect(unproven, .proof, .undetermined, .keyTimeUnproven, .undetermined)
            bench.issuance = lists
            let proven = bench.judge(real)
            expect(proven, .proof, .passed, .keyTimeProven, .valid)
            #expect(proven[.proof]?.detail["evidence"] == "issuance-list")
            #expect(proven[.proof]?.detail["evidenceSource"] == "issuance.json")
            #expect(proven[.issuer]?.values["date"] == nil)
            expect(bench.judge(backdated), .proof, .undetermined, .keyTimeUnproven, .undetermined)
            expect(bench.judge(later), .proof, .failed, .keyRevoked, .invalid)
        }
    }

    @Test("A list that the thief signed, or one about another key, is no evidence")
    func falseEvidence() throws {
        let badge = try Bench.dated(Self.day(50), by: School.first)
        let (school, _) = try robbed([])
        func judge(_ key: SigningKey, by signer: SigningKey) throws -> VerificationReport {
            var bench = bench(school)
            bench.issuance = [
                try IssuanceList(
                    parsing: IssuanceList.file(
                        issuer: School.did, key: key.verificationMethod, before: Self.day(90), asOf: Self.day(100),
                        digests: [SHA256.hash(signature(of: badge))], signer: signer))
            ]
            return bench.judge(badge)
        }
        #expect(try judge(School.first, by: School.second).verdict == .valid)
        for (key, signer) in [
            (School.first, School.first), (School.first, School.stranger), (School.p256, School.second),
        ] {
            expect(try judge(key, by: signer), .proof, .undetermined, .keyTimeUnproven, .undetermined)
        }
    }

    private struct Seen: TimeEvidence {
        let kind = "first-seen"
        let source = "memory"
        let digest: [UInt8]
        let at: Timestamp

        func shows(_ signature: DatedSignature, before time: Timestamp, in history: KeyHistory) -> Bool {
            signature.digest == digest && at < time
        }
    }

    @Test("Other kinds of evidence count as well, when they are from before the theft")
    func otherEvidence() throws {
        let badge = try Bench.dated(Self.day(50), by: School.first)
        var bench = bench(try robbed([]).school)
        for (day, outcome) in [(60, Outcome.passed), (95, .undetermined)] {
            bench.evidence = [Seen(digest: SHA256.hash(try signature(of: badge)), at: Self.day(day))]
            #expect(bench.judge(badge)[.proof]?.outcome == outcome)
        }
    }

    @Test("A key that the thief rotates to after the theft is refused; one that the recovery key let stand is good")
    func thiefsRotation() throws {
        let begun = try School()
        var thief = begun
        try thief.rotate(to: School.stranger, at: Self.day(80))
        let forged = try Bench.dated(Self.day(85), by: School.stranger)
        var honest = begun
        try honest.revoke(since: Self.day(70), at: Self.day(100))
        // Alone the thief's history can't be told from a rotation; beside the school's it is overruled.
        #expect(bench(thief).judge(forged).verdict == .valid)
        expect(bench(thief, honest).judge(forged), .proof, .undetermined, .keyUnknown, .undetermined)
        expect(
            bench(thief, honest).judge(try Bench.dated(Self.day(120), by: School.second)), .issuer, .passed,
            .issuerHistory, .valid)
        // An honest rotation after an unnoticed theft stands in the chain that the recovery key confirmed.
        var rotated = begun
        try rotated.rotate(at: Self.day(80))
        try rotated.revoke(since: Self.day(70), successors: [], at: Self.day(100))
        let good = bench(rotated).judge(try Bench.dated(Self.day(120), by: School.second))
        expect(good, .issuer, .passed, .issuerHistory, .valid)
    }

    @Test("Histories that contradict each other leave every key of the issuer open, pinned or not")
    func fork() throws {
        let begun = try School()
        var one = begun
        try one.rotate(at: Self.day(80))
        var other = begun
        try other.rotate(to: School.stranger, at: Self.day(80))
        let bench = bench(one, other)
        for key in [School.first, School.second, School.stranger] {
            let report = bench.judge(try Bench.dated(Self.day(50), by: key))
            expect(report, .proof, .undetermined, .historyFork, .undetermined)
        }
        let pinnedJWT = self.bench(pinning: [School.p256], one, other)
        // The JWT key signed the common beginning only; its fate differs all the same.
        expect(
            pinnedJWT.judge(try Bench.dated(Self.day(50), by: School.p256)), .proof, .undetermined, .historyFork,
            .undetermined)
    }

    @Test("A trust list that knows how the history begins follows no other, though a stolen key signed it")
    func start() throws {
        let school = try School()
        var invented = try School(at: Self.day(3))
        try invented.rotate(to: School.stranger, at: Self.day(4))
        let forged = try Bench.dated(Self.day(50), by: School.stranger)
        var bench = bench(invented)
        #expect(bench.judge(forged).verdict == .valid)
        bench.trust?.issuers[0].historyStart = school.history.start
        expect(bench.judge(forged), .proof, .undetermined, .keyUnknown, .undetermined)
        bench.histories.append(school.history)
        expect(bench.judge(forged), .proof, .undetermined, .keyUnknown, .undetermined)
        #expect(bench.judge(try Bench.dated(Self.day(50), by: School.first)).verdict == .valid)
        // It survives the file.
        let read = try TrustList(json: #require(bench.trust).json)
        #expect(read.issuers[0].historyStart == school.history.start)
    }

    // MARK: Lists of withdrawals

    private func list(
        _ key: SigningKey, from: Timestamp, created: Timestamp? = nil, set: [Int] = [], until: Timestamp? = nil
    ) throws -> JSONObject {
        var bits = Bitstring(count: 131_072)
        for place in set { try bits.set(place) }
        return try Bench.signed(
            StatusListCredential.compose(
                id: TestBadge.listURL, issuer: School.did, purpose: "revocation", bits: bits, validFrom: from,
                validUntil: until), by: key, created: created ?? from)
    }

    private func judge(
        _ lists: [JSONObject], _ school: SchoolHistory, now: Timestamp, badgeBy key: SigningKey = School.p256
    ) throws -> VerificationReport {
        var bench = bench(pinning: [School.first, School.p256], school)
        bench.lists = lists
        bench.now = now
        return bench.judge(try Bench.dated(Self.day(20), by: key, status: TestBadge.statusEntry()))
    }

    @Test("A list by a retired key is good while it is fresh; one dated after the key's end is not")
    func listByOldKey() throws {
        var school = try School()
        try school.rotate(at: Self.day(100))
        let old = try list(School.first, from: Self.day(99))
        expect(try judge([old], school, now: Self.day(110)), .status, .passed, .statusOK, .valid)
        let late = try list(School.first, from: Self.day(105))
        expect(try judge([late], school, now: Self.day(110)), .status, .undetermined, .keyRetired, .undetermined)
        // The signature is dated well, what it says is newer than the key.
        let mixed = try list(School.first, from: Self.day(105), created: Self.day(99))
        expect(try judge([mixed], school, now: Self.day(110)), .status, .undetermined, .keyRevoked, .undetermined)
        let new = try list(School.second, from: Self.day(105))
        expect(try judge([new], school, now: Self.day(110)), .status, .passed, .statusOK, .valid)
    }

    @Test("A list by a stolen key counts only with evidence")
    func listByStolenKey() throws {
        var school = try School()
        try school.revoke(since: Self.day(100), at: Self.day(100))
        let old = try list(School.first, from: Self.day(99))
        let late = try list(School.first, from: Self.day(100), set: [7])
        let open = try judge([old], school, now: Self.day(105))
        expect(open, .status, .undetermined, .keyTimeUnproven, .undetermined)
        // A thief's list can't withdraw a badge either.
        expect(try judge([late], school, now: Self.day(105)), .status, .undetermined, .keyRevoked, .undetermined)
    }

    @Test("The last lists of a closed issuer never grow old; every other list of its does")
    func finalLists() throws {
        let last = try list(School.first, from: Self.day(200), set: [8])
        var school = try School()
        try school.close(
            since: Self.day(190), lists: [.init(id: TestBadge.listURL, credential: last)], at: Self.day(200))
        let years = Self.day(4000)
        let report = try judge([last], school, now: years)
        expect(report, .status, .passed, .statusFinal, .valid)
        #expect(report[.status]?.detail["final"] == true)
        // Without the history's word it is a list like any other.
        expect(try judge([last], School(), now: years), .status, .undetermined, .statusStale, .undetermined)
        // Whoever has the old key can't put another in its place, older or newer, nor say that nothing was withdrawn.
        let rival = try list(School.first, from: Self.day(189), created: Self.day(189))
        expect(try judge([rival], school, now: years), .status, .undetermined, .statusStale, .undetermined)
        expect(try judge([rival, last], school, now: years), .status, .passed, .statusFinal, .valid)
        var bench = bench(pinning: [School.first, School.p256], school)
        bench.lists = [last]
        bench.now = years
        let withdrawn = bench.judge(
            try Bench.dated(Self.day(20), by: School.p256, status: TestBadge.statusEntry(8)))
        expect(withdrawn, .status, .failed, .statusRevoked, .invalid)
        // One changed bit and it is no longer the list that was named.
        var changed = last
        changed["validUntil"] = "2040-01-01T00:00:00Z"
        #expect(try judge([changed], school, now: years).verdict == .undetermined)
    }
}
