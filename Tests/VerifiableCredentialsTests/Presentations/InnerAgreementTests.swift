import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Credentials of one name in one file")
struct InnerAgreementTests {
    typealias Sample = TestPresentation

    private func inner(_ members: JSONValue...) throws -> [VerificationReport] {
        Sample.asking.judge(try Sample.signed(members, more: Sample.addressed)).inner
    }

    @Test("count once when they are the same")
    func same() throws {
        let reports = try inner(Sample.signedBadge(), Sample.signedBadge(2), Sample.signedBadge())
        #expect(reports.map(\.verdict) == [.valid, .valid])
        let jwts = try inner(Sample.envelope(Bench.jwt(Sample.badge())), Sample.envelope(Bench.jwt(Sample.badge())))
        #expect(jwts.map(\.verdict) == [.valid])
    }

    @Test("leave both open when they say different things")
    func different() throws {
        let other = try Sample.signedBadge(1, [("name", "Leadership")])
        let reports = try inner(Sample.signedBadge(), other, Sample.signedBadge(2))
        #expect(reports.map(\.verdict) == [.undetermined, .undetermined, .valid])
        #expect(reports.prefix(2).allSatisfy { $0[.claims]?.code == .innerConflict })
        let forged = JSONValue.object(
            TestBadge.replacing("name", in: try Bench.signed(Sample.badge()), by: "Leadership"))
        #expect(try inner(Sample.signedBadge(), forged).map(\.verdict) == [.undetermined, .invalid])
    }

    @Test("may be two states of one, when both are genuine and one is newer")
    func newer() throws {
        let newer = try Sample.signedBadge(1, [("name", "Leadership"), ("validFrom", "2026-09-29T07:12:32Z")])
        #expect(try inner(Sample.signedBadge(), newer).map(\.verdict) == [.valid, .valid])
    }
}
