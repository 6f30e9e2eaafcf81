import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// What is read is what was signed, and dates.
@Suite struct ClaimRuleTests {
    let bench = Bench()

    private func judge(_ changes: [(String, JSONValue?)]) throws -> VerificationReport {
        bench.judge(try Bench.signed(TestBadge.credential(changes)))
    }

    // MARK: Keywords and value objects

    static let readPlaces = [
        "", "issuer.", "credentialSubject.", "credentialSubject.achievement.", "credentialSubject.identifier.0.",
        "credentialSubject.achievement.criteria.", "credentialStatus.",
    ]

    @Test("A JSON-LD keyword in any object that is read fails", arguments: readPlaces)
    func keywords(_ place: String) throws {
        for keyword in [
            "@id", "@type", "@index", "@included", "@nest", "@reverse", "@graph", "@value", "@direction", "@language",
            "@base",
        ] {
            let status =
                place == "credentialStatus." ? [("credentialStatus", TestBadge.statusEntry() as JSONValue?)] : []
            let report = try judge(status + [("\(place)\(keyword)", "urn:x")])
            expect(report, .claims, .failed, .claimsKeyword, .invalid)
            #expect(report[.claims]?.values["member"] == keyword)
        }
    }

    @Test("A keyword in the proof fails too")
    func keywordInProof() throws {
        let badge = try Bench.signed(more: ["@index": "x"])
        expect(bench.judge(badge), .claims, .failed, .claimsKeyword, .invalid)
    }

    @Test(
        "A value object or a nested list fails where a plain value is due",
        arguments: [
            "credentialSubject.achievement.id", "credentialSubject.achievement.humanCode", "awardedDate",
            "credentialSubject.identifier.0.identityHash", "credentialSubject.achievement.achievementType",
        ])
    func valueObjects(_ path: String) throws {
        let object: JSONValue = ["@value": "x", "@language": "fi"]
        for value in [object, [object], ["x", object], [["x"]]] as [JSONValue] {
            expect(try judge([(path, value)]), .claims, .failed, .claimsValue, .invalid)
        }
    }

    @Test("Names and descriptions in a language are no fault")
    func languages() throws {
        #expect(try judge([("name", ["@value": "Tiimityö", "@language": "fi"])]).verdict == .valid)
        #expect(try judge([("credentialSubject.achievement.name", ["@value": "Tiimityö"])]).verdict == .valid)
    }

    // MARK: Contexts

    @Test("A context that isn't built in leaves the badge undetermined, wherever it stands and in every format")
    func unknownContext() throws {
        let contexts = TestBadge.credential()["@context"]?.asList ?? []
        for (path, value) in [
            ("@context", .array(contexts + ["https://evil.example/c"])),
            ("@context", .array(contexts + [["validUntil": "https://evil.example/x"]])),
            ("@context", .array(contexts + ["https://www.w3.org/ns/credentials/v2/"])),
            ("credentialSubject.@context", "https://evil.example/c"),
            ("credentialSubject.achievement.@context", ["x": "https://evil.example/x"]),
            ("credentialSubject.achievement.@context", nil),
        ] as [(String, JSONValue?)] {
            // A null takes all meanings away, and is a member like any other.
            let badge = TestBadge.credential([(path, value ?? .null)])
            expect(bench.judge(try Bench.signed(badge)), .contexts, .undetermined, .contextsUnknown, .undetermined)
            expect(bench.judge(jwt: try Bench.jwt(badge)), .contexts, .undetermined, .contextsUnknown, .undetermined)
        }
    }

    @Test("Known contexts in nested objects are fine; more than sixteen in one place are not read")
    func contextLimit() throws {
        let known: JSONValue = "https://www.w3.org/ns/credentials/v2"
        let usual = TestBadge.credential()["@context"]?.asList ?? []
        func contexts(_ count: Int) -> JSONValue { .array(usual + Array(repeating: known, count: count - usual.count)) }
        for path in ["@context", "credentialSubject.@context"] {
            #expect(try judge([(path, contexts(16))]).verdict == .valid)
            expect(try judge([(path, contexts(17))]), .contexts, .undetermined, .limitMembers, .undetermined)
        }
    }

    // MARK: Dates

    @Test("The last moment still counts; the next doesn't")
    func expiry() throws {
        let now = FixedClock.now
        #expect(try judge([("validUntil", .string(now.description))]).verdict == .valid)
        let past = try judge([("validUntil", .string(now.adding(seconds: -1).description))])
        expect(past, .validity, .failed, .validityExpired, .invalid)
    }

    @Test("A first day may be five minutes ahead of our clock, not more")
    func notYet() throws {
        let now = FixedClock.now
        #expect(try judge([("validFrom", .string(now.adding(seconds: 300).description))]).verdict == .valid)
        let early = try judge([("validFrom", .string(now.adding(seconds: 301).description))])
        expect(early, .validity, .failed, .validityNotYet, .invalid)
    }

    @Test("Dates in the wrong order contradict each other")
    func order() throws {
        let report = try judge([("validFrom", "2026-10-01T00:00:00Z"), ("validUntil", "2026-09-01T00:00:00Z")])
        expect(report, .validity, .failed, .validityOrder, .invalid)
    }

    @Test("A moment is a moment in whatever zone it is written")
    func zones() throws {
        #expect(try judge([("validUntil", "2026-11-21T12:00:00+02:00")]).verdict == .valid)
        expect(
            try judge([("validUntil", "2026-11-21T11:59:59+02:00")]), .validity, .failed, .validityExpired, .invalid)
    }

    @Test("Asked for a day in the past, an expired badge was valid then and has expired since")
    func wasValid() throws {
        var bench = bench
        bench.at = FixedClock.now.adding(seconds: -86_400 * 10)
        let badge = try Bench.signed(TestBadge.credential([("validUntil", "2026-11-15T00:00:00Z")]))
        let report = bench.judge(badge)
        expect(report, .validity, .passed, .validityWasValid, .valid)
        #expect(ReportText(report, in: .en).headline.contains("it has expired since (2026-11-15)"))
        bench.at = FixedClock.now.adding(seconds: -86_400 * 2)
        expect(bench.judge(badge), .validity, .failed, .validityExpired, .invalid)
        bench.at = Bench.created.adding(seconds: -86_400)
        expect(bench.judge(badge), .validity, .failed, .validityNotYet, .invalid)
    }

    @Test("A badge that ends with the calendar is judged and shown")
    func endOfTime() throws {
        let report = try judge([("validUntil", "9999-12-31T23:59:59Z")])
        #expect(report.verdict == .valid)
        #expect(ReportText(report, in: .fi).lines.contains { $0.contains("9999") })
    }

    @Test("Of two names for one date the narrower holds: an end can't be hidden under the other model's name")
    func bothNames() throws {
        let report = try judge([("validUntil", "2030-01-01T00:00:00Z"), ("expirationDate", "2026-10-01T00:00:00Z")])
        expect(report, .validity, .failed, .validityExpired, .invalid)
        let late = try judge([("issuanceDate", "2027-01-01T00:00:00Z")])
        expect(late, .validity, .failed, .validityNotYet, .invalid)
    }
}
