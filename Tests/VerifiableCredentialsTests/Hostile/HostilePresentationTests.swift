import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Presentations made to be trouble")
struct HostilePresentationTests {
    /// A badge whose signature takes all the work that one may.
    private func poison(_ number: Int) -> JSONValue {
        .object(
            HostileFile.unsigned([
                ("id", .string("urn:example:poison-\(number)")), ("urn:nodes", HostileGraphTests.clique(12)),
            ]))
    }

    @Test("A dear credential is given up by itself, and the others are judged")
    func one() throws {
        let report = HostileFile.judge(
            TestPresentation.unsigned([poison(1), try TestPresentation.signedBadge()]))
        #expect(report.inner.map(\.verdict) == [.undetermined, .valid])
        #expect(report.inner.first?[.proof]?.code == .limitWork)
    }

    @Test("A hundred dear ones cost as much as a few")
    func many() throws {
        let report = HostileFile.judge(
            TestPresentation.unsigned((1...100).map(poison) + [try TestPresentation.signedBadge()]))
        #expect(report.inner.count == 101)
        #expect(report.inner.dropLast().allSatisfy { $0[.proof]?.code == .limitWork })
        #expect(report.worst == .undetermined)
    }

    @Test("Five hundred real badges are judged")
    func real() throws {
        let badges = try (0..<500).map { number in
            JSONValue.object(
                try HostileFile.signed([("id", .string("urn:example:badge-\(number)"))]))
        }
        let report = HostileFile.judge(try TestPresentation.signed(badges))
        #expect(report.worst == .valid && report.inner.count == 500)
    }
}
