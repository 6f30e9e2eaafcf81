import BadgeDefinitions
import Encodings
import Passport
import TestSupport
import Testing

/// Many applicants at once.
@Suite("A run of recognition")
struct RecognitionRunTests {
    @Test("Four hundred applicants come out the same on every run, and a copied badge sends both to the officer")
    func fourHundred() throws {
        let rules = try SampleBadges.rules()
        let slugs = SampleBadges.library.definitions.filter { !$0.isMilestone }.map(\.slug).sorted()
        let files: [[SubmittedCredential]] = (0..<400).map { applicant in
            (0..<10).map { number in
                let slug = slugs[(applicant * 7 + number) % slugs.count]
                return Made("urn:uuid:\(applicant)-\(number)", slug, hours: ["14", "27", "54"][number % 3]).submitted
            } + (applicant == 17 ? [Made("urn:uuid:16-0", slugs[(16 * 7) % slugs.count]).submitted] : [])
        }
        let shared = SubmittedCredential.shared(among: files)
        #expect(shared == [CredentialKey(issuer: Made.issuer, id: "urn:uuid:16-0")])
        func run() throws -> [[UInt8]] {
            try RecognitionCase.inWorkingOrder(
                files.enumerated().map { index, credentials in
                    try RecognitionApplication(
                        caseID: "c\(index)", applicant: "a\(index)", applied: SampleBadges.applied,
                        credentials: credentials, catalogue: SampleBadges.catalogue, shared: shared
                    ).evaluate(by: rules, at: SampleBadges.now)
                }
            ).map { JSONWriter.compact($0.json) }
        }
        let first = try run()
        #expect(try run() == first)
        let cases = [16, 17].map { index in
            first.map { String(decoding: $0, as: UTF8.self) }.first { $0.contains("\"case\":\"c\(index)\"") } ?? ""
        }
        for text in cases { #expect(text.contains("SHARED_CREDENTIAL")) }
    }
}
