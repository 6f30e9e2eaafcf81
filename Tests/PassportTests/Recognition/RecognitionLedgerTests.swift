import Encodings
import Passport
import TestSupport
import Testing

/// What earlier decisions have used.
@Suite("The ledger")
struct RecognitionLedgerTests {
    private let day = CalendarDay("2026-09-10") ?? CalendarDay(of: SampleBadges.now)

    private func entry(_ id: String, decision: String = "urn:uuid:d1", applicant: String = "anna") -> LedgerEntry {
        LedgerEntry(
            institution: "did:web:amk.example:org", applicant: applicant,
            credential: CredentialKey(issuer: Made.issuer, id: id), achievement: "\(SampleBadges.base)aa/v1",
            replaces: ["urn:uuid:old"], decision: decision, consumedOn: day)
    }

    private func find(_ id: String, in ledger: RecognitionLedger, issuer: String = Made.issuer) -> LedgerEntry? {
        ledger.entry(
            issuer: issuer, id: id, replaces: [], achievement: nil, applicants: ["x"],
            institution: "did:web:amk.example:org")
    }

    @Test("comes back from its own bytes, one line an entry")
    func roundTrip() throws {
        let lines: [LedgerLine] = [
            .used(entry("urn:uuid:a")), .used(entry("urn:uuid:b", decision: "urn:uuid:d2")),
            .freed(decision: "urn:uuid:d1", on: day),
        ]
        let bytes = RecognitionLedger.bytes(of: lines)
        #expect(bytes.count { $0 == 0x0A } == 3)
        let ledger = try RecognitionLedger(parsing: bytes + Array("\r\n\n".utf8))
        #expect(ledger.lines == lines)
        #expect(RecognitionLedger.bytes(of: ledger.lines) == bytes)
        #expect(try RecognitionLedger(parsing: []).lines.isEmpty)
    }

    @Test("knows a credential by issuer and id, and what it corrects")
    func keys() {
        let ledger = RecognitionLedger([.used(entry("urn:uuid:a"))])
        #expect(find("urn:uuid:a", in: ledger) != nil)
        #expect(find("urn:uuid:old", in: ledger) != nil)
        #expect(find("urn:uuid:a", in: ledger, issuer: "did:web:other.example") == nil)
        #expect(find("urn:uuid:b", in: ledger) == nil)
    }

    @Test("frees what an overturned decision used, and nothing else")
    func freeing() throws {
        var ledger = RecognitionLedger([
            .used(entry("urn:uuid:a")), .used(entry("urn:uuid:b", decision: "urn:uuid:d2", applicant: "bertta")),
        ])
        #expect(ledger.hasDecision("urn:uuid:d1"))
        ledger.append(try ledger.freeing("urn:uuid:d1", on: day))
        #expect(find("urn:uuid:a", in: ledger) == nil)
        #expect(find("urn:uuid:b", in: ledger) != nil)
        #expect(!ledger.hasDecision("urn:uuid:d1"))
        #expect(throws: RecognitionError(.unknownDecision, "")) { try ledger.freeing("urn:uuid:d1", on: day) }
        // Credited anew by a later decision.
        ledger.append(.used(entry("urn:uuid:a", decision: "urn:uuid:d3")))
        #expect(find("urn:uuid:a", in: ledger)?.decision == "urn:uuid:d3")
    }

    @Test(
        "is refused for a line that can't be read, with its number",
        arguments: [
            "{", "[]", "{}", "{\"format\":\"passport.recognition-ledger/2\"}",
            "{\"format\":\"passport.recognition-ledger/1\",\"freed\":\"x\"}",
            "{\"format\":\"passport.recognition-ledger/1\",\"freed\":\"x\",\"freedOn\":\"2026-02-30\"}",
            "{\"format\":\"passport.recognition-ledger/1\",\"freed\":\"x\",\"freedOn\":\"2026-02-03\",\"by\":\"y\"}",
        ])
    func broken(_ text: String) {
        let good = RecognitionLedger.bytes(of: [.used(entry("urn:uuid:a"))])
        do {
            _ = try RecognitionLedger(parsing: good + Array(text.utf8))
            Issue.record("read")
        } catch {
            #expect(error.code == .ledger)
            #expect(error.message.contains("Line 2"))
        }
    }
}
