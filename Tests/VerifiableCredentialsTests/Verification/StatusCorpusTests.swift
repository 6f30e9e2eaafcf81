import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// The corpus's bitstrings in signed lists, asked for badges at the places that their labels speak of.
@Suite struct StatusCorpusTests {
    private func judge(_ encodedList: String, at index: Int) throws -> VerificationReport {
        let list = try StatusRuleTests.list { list in
            list = TestBadge.replacing("credentialSubject.encodedList", in: list, by: .string(encodedList))
        }
        let badge = try Bench.signed(TestBadge.credential([("credentialStatus", TestBadge.statusEntry(index))]))
        return Bench(lists: [list]).judge(badge)
    }

    @Test(
        "Set bits withdraw, others don't, and what a list lacks is named", .needsCorpus("bitstring-status-list"),
        arguments: Corpus.cases("bitstring-status-list"))
    func vector(_ vector: CorpusVector) throws {
        let encoded = try #require(vector.text("encodedList"))
        let count = vector.entry["bits"]?.numberValue?.intValue ?? Bitstring.minimumCount
        if let index = vector.text("statusListIndex").flatMap({ Int($0) }) {
            expect(try judge(encoded, at: index), .status, .undetermined, .statusRange, .undetermined)
            return
        }
        let set = (vector.entry["set"]?.arrayValue ?? []).compactMap { $0.numberValue?.intValue }
        var remarks: [VerificationCode] = []
        if count < Bitstring.minimumCount { remarks.append(.statusListShort) }
        if !encoded.hasPrefix("u") { remarks.append(.statusListUnprefixed) }
        // What isn't to the letter is labelled an error for the strict; here it is read and named.
        #expect((vector.text("expect") == "ok") == remarks.isEmpty)
        for index in set {
            let report = try judge(encoded, at: index)
            expect(report, .status, .failed, .statusRevoked, .invalid)
            #expect(report[.status]?.remarks == remarks)
        }
        let clear = [0, 1, 5, 77, count - 1].filter { !set.contains($0) }
        for index in clear {
            let report = try judge(encoded, at: index)
            expect(report, .status, .passed, .statusOK, .valid)
            #expect(report[.status]?.remarks == remarks)
            for language in ReportLanguage.allCases {
                let lines = ReportText(report, in: language).lines
                for remark in remarks { #expect(lines.contains { $0.contains(remark.text[language]) }) }
            }
        }
        expect(try judge(encoded, at: count), .status, .undetermined, .statusRange, .undetermined)
    }
}
