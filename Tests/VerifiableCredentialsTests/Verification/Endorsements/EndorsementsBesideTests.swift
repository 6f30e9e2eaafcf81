import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Endorsements that travel beside the badge, as they must when they name its bytes.
@Suite("Endorsements beside a badge")
struct EndorsementsBesideTests {
    typealias Sample = TestEndorsement

    private static func badge() throws -> [UInt8] {
        // As a person may have it: not as our program would write it.
        JSONWriter.pretty(.object(try Bench.signed()))
    }

    /// The badge's report, with endorsements among the files given.
    private func judge(_ badge: [UInt8], beside endorsements: [[UInt8]], bench: Bench = Sample.bench)
        -> VerificationReport
    {
        let verifier = bench.verifier.considering(
            endorsements: endorsements.enumerated().map { (bytes: $1, source: "endorsement-\($0).json") })
        return Bench.checked(verifier.judgeDocument(badge, source: "badge.json").report)
    }

    private func bytes(_ endorsement: JSONObject) -> [UInt8] { JSONWriter.compact(.object(endorsement)) }

    // MARK: Files given together

    @Test("is shown with the badge that it names, with what it says of it")
    func together() throws {
        let report = judge(
            try Self.badge(),
            beside: [bytes(try Sample.signed(of: Sample.badgeID)), Array(try Sample.jwt(of: TestBadge.issuer).utf8)])
        #expect(report.verdict == .valid && report[.endorsements]?.code == .endorsementsOK)
        #expect(report.endorsements.map(\.place) == ["endorsement-0.json", "endorsement-1.json"])
        #expect(report.endorsements.map(\.thing) == [.credential, .profile])
        #expect(report.endorsements.allSatisfy { $0.isBeside && $0.report.verdict == .valid })
        #expect(report.endorsements.allSatisfy { $0.report[.badge]?.code == .endorsementByID })
    }

    @Test("with the digest of the badge's file endorses exactly these bytes, and no others")
    func digest() throws {
        let badge = try Self.badge()
        func report(_ digested: [UInt8], for badge: [UInt8]) throws -> CheckResult? {
            let endorsement = try Sample.signed(
                of: Sample.badgeID, [("relatedResource", [Sample.resource(Sample.badgeID, digested)])])
            let report = judge(badge, beside: [bytes(endorsement)])
            #expect(report.verdict == .valid)
            return report.endorsements.first?.report[.badge]
        }
        #expect(try report(badge, for: badge)?.code == .endorsementExact)
        // The same badge, awarded anew under the same id: another level, another day.
        let other = JSONWriter.pretty(
            .object(try Bench.signed(TestBadge.credential([("validFrom", "2026-10-05T00:00:00Z")]))))
        let result = try report(badge, for: other)
        #expect(result?.outcome == .failed && result?.code == .endorsementDigest)
        // A JWT is its own bytes.
        let jwt = Array(try Bench.jwt().utf8)
        #expect(try report(jwt, for: jwt)?.code == .endorsementExact)
    }

    @Test("of something else isn't shown with the badge")
    func unrelated() throws {
        let report = judge(try Self.badge(), beside: [bytes(try Sample.signed(of: "urn:uuid:other"))])
        #expect(report.endorsements.isEmpty && report[.endorsements]?.code == .endorsementsNone)
    }

    @Test("adds to those in the badge, and a bad one is shown bad")
    func both() throws {
        let inside = TestBadge.credential([("endorsement", [.object(try Sample.signed(of: Sample.badgeID))])])
        let expired = try Sample.signed(of: Sample.badgeID, [("validUntil", "2026-10-02T00:00:00Z")])
        let report = judge(
            bytes(try Bench.signed(inside)), beside: [bytes(expired), bytes(Sample.credential(of: Sample.badgeID))])
        #expect(report.endorsements.map(\.isBeside) == [false, true, true])
        #expect(report.endorsements.map(\.report.verdict) == [.valid, .invalid, .invalid])
        #expect(report[.endorsements]?.code == .endorsementsMixed && report.verdict == .valid)
    }

    @Test("is a document of its own when it is the file that is asked about")
    func alone() throws {
        let endorsement = bytes(try Sample.signed(of: Sample.badgeID))
        let report = judge(endorsement, beside: [endorsement])
        expect(report, .badge, .notApplicable, .endorsementAlone, .valid)
        #expect(report.endorsements.isEmpty)
        #expect(ReportText(report, in: .en).headline == "Genuine endorsement.")
        #expect(report.credential?.kind == "EndorsementCredential" && report[.schema]?.code == .schemaOK)
    }

    @Test("isn't taken from what is no endorsement")
    func others() throws {
        let report = judge(
            try Self.badge(), beside: [try Self.badge(), Array("{}".utf8), Array("not JSON".utf8), [0xFF, 0xD8, 0xFF]])
        #expect(report.endorsements.isEmpty && report.verdict == .valid)
    }

    // MARK: In a presentation

    private func presentation(_ members: [JSONValue], bench: Bench = Sample.bench) throws -> VerificationReport {
        let bytes = JSONWriter.compact(.object(try TestPresentation.signed(members)))
        return Bench.checked(bench.verifier.judgeDocument(bytes, source: "passport.json").report)
    }

    @Test("in one presentation is shown with its badge, whichever comes first")
    func presented() throws {
        let badge = JSONValue.object(try Bench.signed())
        let endorsement = JSONValue.object(try Sample.signed(of: TestBadge.achievementID))
        for members in [[badge, endorsement], [endorsement, badge]] {
            let report = try presentation(members)
            #expect(report.worst == .valid && report.inner.count == 2)
            let place = members[0] == badge ? 0 : 1
            let (badgeReport, other) = (report.inner[place], report.inner[1 - place])
            #expect(badgeReport[.endorsements]?.code == .endorsementsOK)
            #expect(badgeReport.endorsements.first?.thing == .achievement)
            #expect(badgeReport.endorsements.first?.place == "passport.json#/verifiableCredential/\(1 - place)")
            #expect(badgeReport.endorsements.first?.report[.badge]?.code == .endorsementByID)
            #expect(other[.badge]?.code == .endorsementAlone && other.endorsements.isEmpty)
        }
    }

    @Test("in a presentation may name the badge's canonical bytes; the file's own are gone there")
    func presentedDigest() throws {
        let badge = try Bench.signed()
        for (digested, code) in [
            (JCS.canonicalize(.object(badge)), VerificationCode.endorsementExact),
            (JSONWriter.compact(.object(badge)), .endorsementExact),
            (JSONWriter.pretty(.object(badge)), .endorsementDigest),
        ] as [([UInt8], VerificationCode)] {
            let endorsement = try Sample.signed(
                of: Sample.badgeID, [("relatedResource", [Sample.resource(Sample.badgeID, digested)])])
            let found = try presentation([.object(badge), .object(endorsement)]).inner[0].endorsements.first
            #expect(found?.report[.badge]?.code == code)
            // Whether the bytes were the same before nobody can tell here.
            #expect(found?.report[.badge]?.outcome == (code == .endorsementExact ? .passed : .undetermined))
        }
        let jwt = try Bench.jwt()
        let endorsement = try Sample.signed(
            of: Sample.badgeID, [("relatedResource", [Sample.resource(Sample.badgeID, Array(jwt.utf8))])])
        let report = try presentation([TestPresentation.envelope(jwt), .object(endorsement)])
        #expect(report.inner[0].endorsements.first?.report[.badge]?.code == .endorsementExact)
    }

    @Test("isn't asked whose it is, and says what a conflict left open")
    func questions() throws {
        var bench = Sample.bench
        bench.policy.recipient = TestBadge.email
        let badge = JSONValue.object(try Bench.signed())
        let endorsement = try Sample.signed(of: Sample.badgeID)
        #expect(try presentation([badge, .object(endorsement)], bench: bench).worst == .valid)
        let other = try Sample.signed(of: Sample.badgeID, [("credentialSubject.endorsementComment", "No.")])
        let report = try presentation([badge, .object(endorsement), .object(other)])
        #expect(report.inner[0].verdict == .valid)
        #expect(report.inner[0].endorsements.map { $0.report[.claims]?.code } == [.innerConflict, .innerConflict])
        #expect(report.inner[0][.endorsements]?.code == .endorsementsMixed)
    }
}
