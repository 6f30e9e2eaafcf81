import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// What others say of a badge: judged by itself, and changing nothing.
@Suite("Endorsements in a badge")
struct EndorsementTests {
    typealias Sample = TestEndorsement

    /// A place for endorsements, and what may stand endorsed there.
    struct Place: Sendable, CustomTestStringConvertible {
        let path: String
        let subject: String
        let kind: EndorsedThing.Kind
        var changes: [(String, JSONValue?)] = []

        var testDescription: String { "\(path) of \(kind.rawValue)" }
    }

    private static let cafe = "did:web:cafe.example"
    private static let cafeProfile: JSONValue = ["id": .string(cafe), "type": ["Profile"], "name": "The Café"]

    static let places: [Place] = [
        Place(path: "endorsement", subject: Sample.badgeID, kind: .credential),
        Place(path: "endorsement", subject: TestBadge.achievementID, kind: .achievement),
        Place(path: "endorsement", subject: TestBadge.issuer, kind: .profile),
        Place(path: "endorsement", subject: Sample.learnerID, kind: .learner),
        Place(path: "issuer.endorsement", subject: TestBadge.issuer, kind: .profile),
        Place(
            path: "issuer.parentOrg.endorsement", subject: cafe, kind: .profile,
            changes: [("issuer.parentOrg", cafeProfile)]),
        Place(path: "credentialSubject.achievement.endorsement", subject: TestBadge.achievementID, kind: .achievement),
        Place(
            path: "credentialSubject.achievement.creator.endorsement", subject: cafe, kind: .profile,
            changes: [("credentialSubject.achievement.creator", cafeProfile)]),
        Place(
            path: "credentialSubject.source.endorsement", subject: cafe, kind: .profile,
            changes: [("credentialSubject.source", cafeProfile)]),
    ]

    @Test("is judged wherever the standard lets it stand, as JSON and as a JWT", arguments: places)
    func everywhere(_ place: Place) throws {
        let asJSON: JSONValue = .object(try Sample.signed(of: place.subject))
        let asJWT: JSONValue = .string(try Sample.jwt(of: place.subject))
        for (path, endorsement) in [(place.path, asJSON), ("\(place.path)Jwt", asJWT)] {
            let (badge, report) = try Sample.judge(endorsement, at: path, place.changes)
            #expect(badge.verdict == .valid && badge[.endorsements]?.code == .endorsementsOK)
            #expect(badge[.endorsements]?.outcome == .passed && badge.worst == .valid && badge.inner.isEmpty)
            #expect(report?.report.verdict == .valid && report?.thing == place.kind && report?.isBeside == false)
            #expect(report?.place == "$.\(path)[0]")
            #expect(
                report?.report.source == "badge.json#/\(path.split(separator: ".").joined(separator: "/"))/0")
            expect(try #require(report).report, .badge, .passed, .endorsementByID, .valid)
            #expect(report?.claim?.comment == Sample.comment)
        }
    }

    @Test("stands without brackets just as well, and several are judged each by itself")
    func several() throws {
        let good = try Sample.signed(of: Sample.badgeID)
        let badge = TestBadge.credential([
            ("endorsement", .object(good)),
            (
                "issuer.endorsement",
                [.object(try Sample.signed(of: TestBadge.issuer)), .object(Sample.credential(of: "x:y"))]
            ),
        ])
        let report = Sample.bench.judge(try Bench.signed(badge))
        #expect(report.endorsements.map(\.report.verdict) == [.valid, .valid, .undetermined])
        #expect(
            report.endorsements.map(\.place) == ["$.endorsement", "$.issuer.endorsement[0]", "$.issuer.endorsement[1]"])
        let check = try #require(report[.endorsements])
        #expect(check.code == .endorsementsMixed && check.outcome == .notApplicable && report.verdict == .valid)
        #expect(check.values["valid"] == "2" && check.values["undetermined"] == "1" && check.values["invalid"] == "0")
    }

    @Test("none is no question")
    func none() throws {
        let report = Sample.bench.judge(try Bench.signed(TestBadge.credential([("endorsement", [])])))
        expect(report, .endorsements, .notApplicable, .endorsementsNone, .valid)
        #expect(report.json()["endorsements"] == nil)
    }

    // MARK: It helps and harms nobody

    @Test("that is forged, unsigned, expired or another's leaves the badge as good as it is")
    func bad() throws {
        let good = try Sample.signed(of: Sample.badgeID)
        func changed(_ path: String, _ value: JSONValue?) -> JSONValue {
            .object(TestBadge.replacing(path, in: good, by: value))
        }
        let expired = try Sample.signed(of: Sample.badgeID, [("validUntil", "2026-10-02T00:00:00Z")])
        let stranger = try Sample.signed(
            of: Sample.badgeID,
            by: SigningKey(verificationMethod: Sample.key.verificationMethod, privateKey: TestBadge.thirdKey))
        let inAnothersName = try Sample.signed(of: Sample.badgeID, by: Bench.selfNamed(TestBadge.thirdKey))
        for (endorsement, check, code, verdict) in [
            (changed("credentialSubject.endorsementComment", "Bad."), .proof, .proofMismatch, .invalid),
            (changed("proof", nil), .proof, .innerNoProof, .undetermined),
            (.object(expired), .validity, .validityExpired, .invalid),
            (.object(stranger), .proof, .proofMismatch, .invalid),
            (.object(inAnothersName), .controller, .controllerMismatch, .invalid),
            (changed("@context", nil), .form, .formModel, .invalid),
            ("a.b.c", .form, .formJWS, .invalid),
            ("https://region.example/endorsement", .form, .formNotCredential, .invalid),
            (5, .form, .formNotCredential, .invalid),
        ] as [(JSONValue, Check, VerificationCode, Verdict)] {
            let (badge, report) = try Sample.judge(endorsement)
            #expect(report?.report[check]?.code == code, "\(code.rawValue)")
            #expect(report?.report.verdict == verdict, "\(code.rawValue)")
            #expect(badge[.endorsements]?.code == .endorsementsMixed)
            #expect(badge.checks.allSatisfy { $0.check == .schema || $0.outcome != .failed }, "\(code.rawValue)")
            #expect(badge[.issuer]?.code == .issuerOK && badge.worst == badge.verdict)
        }
    }

    @Test("that was withdrawn by its endorser is shown so, by the endorser's list")
    func withdrawn() throws {
        let list = "https://region.example/status/1.json"
        let endorsement = try Sample.signed(
            of: Sample.badgeID, [("credentialStatus", TestBadge.statusEntry(7, list: list))])
        var bench = Sample.bench
        var bits = Bitstring()
        try bits.set(7)
        bench.lists = [
            try Bench.signed(
                [
                    "@context": ["https://www.w3.org/ns/credentials/v2"], "id": .string(list),
                    "type": ["VerifiableCredential", "BitstringStatusListCredential"],
                    "issuer": .string(Sample.region), "validFrom": .string(FixedClock.now.description),
                    "credentialSubject": [
                        "id": .string("\(list)#list"), "type": "BitstringStatusList", "statusPurpose": "revocation",
                        "encodedList": .string(bits.encodedList),
                    ],
                ], by: Sample.key)
        ]
        let (badge, report) = try Sample.judge(.object(endorsement), bench: bench)
        #expect(report?.report[.status]?.code == .statusRevoked && report?.report.verdict == .invalid)
        #expect(badge.verdict == .valid && badge[.status]?.code == .statusNone)
    }

    @Test("lends the badge no trust, and takes none from it")
    func trust() throws {
        var bench = Sample.bench
        let all = try #require(bench.trust)
        let endorsement = JSONValue.object(try Sample.signed(of: Sample.badgeID))
        bench.trust = TrustList(updated: all.updated, issuers: all.issuers.filter { $0.did == Sample.region })
        let documents = [try Bench.document([("ed25519-1", TestBadge.key)])]
        bench.documents = documents
        let unknown = try Sample.judge(endorsement, bench: bench)
        expect(unknown.badge, .issuer, .undetermined, .issuerUnknown, .undetermined)
        #expect(unknown.endorsement?.report.verdict == .valid)

        bench.trust = TrustList(updated: all.updated, issuers: all.issuers.filter { $0.did == TestBadge.issuer })
        bench.documents = [try Bench.document(of: Sample.region, [("ed25519-1", TestBadge.otherKey)])]
        let stranger = try Sample.judge(endorsement, bench: bench)
        #expect(stranger.badge.verdict == .valid)
        expect(
            try #require(stranger.endorsement).report, .issuer, .undetermined, .issuerUnknown, .undetermined)
    }

    @Test("counts within what the receiver lets the endorser speak for: its role and its subjects")
    func scope() throws {
        func outcome(_ change: (inout TrustedIssuer) -> Void) throws -> VerificationCode? {
            var bench = Sample.bench
            var entries = try #require(bench.trust).issuers
            change(&entries[1])
            bench.trust = TrustList(updated: FixedClock.now, issuers: entries)
            let endorsement = try Sample.signed(of: TestBadge.achievementID)
            return try Sample.judge(.object(endorsement), bench: bench).endorsement?.report[.issuer]?.code
        }
        #expect(try outcome { $0.roles = ["endorser"] } == .issuerOK)
        #expect(try outcome { $0.roles = ["issuer"] } == .issuerOK)
        #expect(try outcome { $0.roles = ["employer"] } == .issuerScope)
        #expect(try outcome { $0.kinds = ["EndorsementCredential"] } == .issuerOK)
        #expect(try outcome { $0.kinds = ["OpenBadgeCredential"] } == .issuerScope)
        #expect(try outcome { $0.achievements = ["https://school.example/badges/"] } == .issuerOK)
        #expect(try outcome { $0.achievements = ["https://region.example/badges/"] } == .issuerScope)
    }

    @Test("says nothing for a badge that isn't confirmed itself")
    func unconfirmed() throws {
        let badge = TestBadge.credential([("endorsement", [.object(try Sample.signed(of: Sample.badgeID))])])
        let report = Sample.bench.judge(badge)
        expect(report, .endorsements, .undetermined, .proofRequired, .invalid)
        // Its own report stands all the same.
        #expect(report.endorsements.map(\.report.verdict) == [.valid])
        let text = ReportText(report, in: .en).lines.joined(separator: "\n")
        #expect(text.contains("so they say nothing for it") && !text.contains("Genuine endorsement"))
        #expect(!text.contains(Sample.comment))
    }

    @Test("is asked neither whose it is nor what a receiver demands of badges")
    func questions() throws {
        var bench = Sample.bench
        bench.policy.recipient = TestBadge.email
        bench.policy.demands.kinds = ["OpenBadgeCredential"]
        bench.policy.demands.requiredChecks = [.status]
        let (badge, report) = try Sample.judge(.object(try Sample.signed(of: Sample.badgeID)), bench: bench)
        #expect(report?.report.verdict == .valid)
        #expect(report?.report[.recipient]?.code == .recipientNotAsked)
        #expect(badge[.status]?.code == .policyCheckRequired && badge[.recipient]?.code == .recipientOK)
    }

    @Test("may be demanded by a receiver, who then wants all to be good")
    func demanded() throws {
        var bench = Sample.bench
        bench.policy.demands.requiredChecks = [.endorsements]
        let good = try Sample.judge(.object(try Sample.signed(of: Sample.badgeID)), bench: bench)
        #expect(good.badge.verdict == .valid && good.badge[.endorsements]?.code == .endorsementsOK)
        let unsigned = try Sample.judge(.object(Sample.credential(of: Sample.badgeID)), bench: bench)
        expect(unsigned.badge, .endorsements, .undetermined, .policyCheckRequired, .undetermined)
        expect(bench.judge(try Bench.signed()), .endorsements, .undetermined, .policyCheckRequired, .undetermined)
    }

    // MARK: The report

    @Test("has a report of its own in the JSON, with what it is about")
    func json() throws {
        let (badge, _) = try Sample.judge(.object(try Sample.signed(of: TestBadge.achievementID)))
        let json = try #require(badge.json()["endorsements"]?.arrayValue?.first)
        #expect(json["format"] == "passport.report/1" && json["verdict"] == "valid")
        #expect(json["credential"]?["kind"] == "EndorsementCredential")
        #expect(json["checks"]?.arrayValue?.count == Check.allCases.count)
        let about = json["endorsement"]
        #expect(about?["of"] == "achievement" && about?["beside"] == false && about?["place"] == "$.endorsement[0]")
        #expect(about?["subject"]?.stringValue == TestBadge.achievementID)
        #expect(about?["comment"]?.stringValue == Sample.comment)
        // What nobody has signed isn't told.
        let unsigned = try Sample.judge(.object(Sample.credential(of: TestBadge.achievementID)))
        #expect(unsigned.badge.json()["endorsements"]?.arrayValue?.first?["endorsement"]?["comment"] == nil)
    }

    @Test("is told to people: who, of what, and whether it is genuine", arguments: ReportLanguage.allCases)
    func text(_ language: ReportLanguage) throws {
        let good = try Sample.judge(.object(try Sample.signed(of: Sample.badgeID))).badge
        for voice in [nil, ReportVoice.plain, .exact] {
            let lines = ReportText(good, in: language, voice: voice).lines.joined(separator: "\n")
            let (genuine, byID) =
                switch language {
                case .en: ("Endorsement: Genuine endorsement.", "It endorses this badge, by id only.")
                case .fi: ("Suositus: Aito suositus.", "Sen kohde on tämä merkki, pelkän tunnisteen perusteella.")
                case .sv: ("Rekommendation: Äkta rekommendation.", "Den gäller det här märket, enbart enligt id.")
                }
            #expect(lines.contains(genuine) && lines.contains(byID), "\(lines)")
            #expect(lines.contains("The Region (did:web:region.example), ") && lines.contains("“\(Sample.comment)”"))
        }
        let forged = try Sample.judge(
            .object(
                TestBadge.replacing(
                    "credentialSubject.endorsementComment", in: try Sample.signed(of: Sample.badgeID),
                    by: "\u{1B}[31mBad.")))
        let lines = ReportText(forged.badge, in: language).lines.joined(separator: "\n")
        #expect(!lines.contains("Bad.") && !lines.contains("The Region ("))
        #expect(ReportText(forged.badge, in: language).headline == ReportText(good, in: language).headline)
    }

    @Test("with control characters paints nobody's terminal")
    func controls() throws {
        let comment = "Good\u{1B}[2J\u{202E}\n[ok] The signature fits."
        let endorsement = try Sample.signed(
            of: Sample.badgeID, [("credentialSubject.endorsementComment", .string(comment))])
        let lines = ReportText(try Sample.judge(.object(endorsement)).badge, in: .en).lines
        #expect(!lines.contains { $0.contains("\u{1B}") || $0.contains("\u{202E}") || $0.contains("\n") })
        #expect(lines.contains { $0.contains("Good\\u{1B}[2J\\u{202E}") })
    }
}
