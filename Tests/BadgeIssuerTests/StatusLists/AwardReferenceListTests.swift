import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("Files that name badges")
struct AwardReferenceListTests {
    private static let ids = (1...3).map { "urn:uuid:1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4be\($0)" }

    private func starts(_ text: String) throws -> [String] {
        try AwardReferenceList.read(Array(text.utf8), name: "ids.txt").map(\.start)
    }

    @Test(
        "one id a line, with blank lines, notes and the line ends of any system",
        arguments: ["\n", "\r\n"])
    func lines(lineEnd: String) throws {
        let text = [
            "# revoked, in autumn; see minutes", Self.ids[0], "", "  \(Self.ids[1].dropFirst(9))  ", Self.ids[2],
        ]
        #expect(try starts(text.joined(separator: lineEnd)) == Self.ids)
        #expect(try starts("\u{FEFF}\(Self.ids[0])\(lineEnd)") == [Self.ids[0]])
    }

    @Test("the report of a class: rows with a badge, but not those whose badge was revoked before")
    func report() throws {
        var report = AwardReport(slug: "tiimityo", version: 1, isDryRun: false)
        for (row, outcome) in [AwardReport.Outcome.awarded, .revokedBefore, .alreadyHad].enumerated() {
            var line = AwardReport.Row(row: row + 2, outcome: outcome, findings: [])
            line.name = "Anna \"Ansa\"; Aalto\nToinen"
            line.credentialID = Self.ids[row]
            report.rows.append(line)
        }
        report.rows.append(.init(row: 5, outcome: .refused, findings: []))
        let references = try AwardReferenceList.read(report.csv, name: "report.csv")
        #expect(references.map(\.start) == [Self.ids[0], Self.ids[2]])
    }

    @Test("a table saved anew with other separators", arguments: [",", "\t", ";"])
    func separators(separator: String) throws {
        let lines = [["Name", "Credential"], ["\"A\(separator) B\"", Self.ids[0]], ["C", ""]]
        #expect(try starts(lines.map { $0.joined(separator: separator) }.joined(separator: "\n")) == [Self.ids[0]])
    }

    @Test("what is wrong is told by its place, without what stands there")
    func refusals() throws {
        for (text, place) in [
            ("\(Self.ids[0])\nAnna Aalto\n", "Line 2"), ("name;credential\nAnna Aalto;Anna Aalto\n", "Row 2"),
        ] {
            let error = try #require(throws: RegisterError.self) { try starts(text) }
            #expect(error.code == .awardReference)
            #expect(error.message.contains("\(place) of ids.txt"))
            #expect(!error.message.contains("Anna"))
        }
        for (text, code) in [
            ("", AwardError.Code.csvMalformed), ("# nothing\n", .csvMalformed), ("name;email\nA;b\n", .csvHeader),
            ("a\u{0}b", .csvEncoding),
        ] {
            #expect(throws: AwardError(code, ""), "\(text)") { try starts(text) }
        }
    }
}
