import BadgeIssuer
import Encodings
import Testing
import TestSupport

@Suite("Awards in the register")
struct AwardRecordTests {
    @Test("an award comes back as it was recorded, and its bytes byte for byte")
    func roundTrip() throws {
        let fixture = try RegisterFixture()
        let person = try fixture.person()
        let evidence = [
            EvidenceRecord(
                id: "urn:uuid:5b1f7d0e-0000-4000-8000-000000000001", kind: .document, name: "Raportti",
                sha256: [UInt8](repeating: 7, count: 32), capturedDate: try CalendarDay(iso: "2026-05-20")),
            EvidenceRecord(id: "https://video.example/1", kind: .link, url: "https://video.example/1"),
        ]
        let given = try fixture.give(to: person, evidence: evidence)
        let (found, bytes) = try fixture.register.read { (try $0.award(given.id), try $0.signedBytes(given.id)) }
        let award = try #require(found)
        #expect(bytes == given.signedBytes)
        #expect(award.signedBytes == nil)
        #expect(award.evidence == evidence)
        #expect(award.statusEntries == given.statusEntries)
        #expect(award.personID == person.id)
        #expect(award.sha256 == given.sha256)
        #expect(award.hours == DecimalHundredths(hundredths: 2700))
        #expect(award.state == .issued)
        #expect(award.verificationMethod == RegisterFixture.method)
    }
}
