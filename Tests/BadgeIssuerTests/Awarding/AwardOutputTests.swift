import Encodings
import Foundation
import Glibc
import TestSupport
import Testing

@testable import BadgeIssuer

@Suite("What awarding leaves behind") struct AwardOutputTests {
    private func mode(_ path: String) -> UInt32 {
        var status = stat()
        return lstat(path, &status) == 0 ? UInt32(status.st_mode) & 0o7777 : 0
    }

    @Test("A run again writes files that are missing, from the register and byte for byte")
    func missingFiles() throws {
        let fixture = try AwardFixture()
        let requests = try [AwardRequest.to("a@example.org"), .to("b@example.org")]
        let first = try fixture.award(requests) { $0.outputFolder = fixture.out }
        let name = "out/\(first.rows[0].file ?? "")"
        let bytes = try fixture.scratch.read(name)
        try FileManager.default.removeItem(atPath: fixture.scratch.path(of: name))
        let again = try fixture.award(requests) { $0.outputFolder = fixture.out }
        #expect(again.rows[0].file == first.rows[0].file)
        #expect(try fixture.scratch.read(name) == bytes)
        #expect(mode(fixture.scratch.path(of: name)) == 0o600)
        #expect(mode(fixture.out) == 0o700)
        #expect(
            name.hasPrefix("out/tiimityo-") && name.hasSuffix(".json")
                && name.utf8.count == "out/tiimityo-12345678.json".utf8.count)
    }

    @Test("A file that is in the way stays as it is, and no link is followed")
    func inTheWay() throws {
        let scratch = try ScratchFolder()
        let folder = scratch.path(of: "out")
        let files = try AwardFiles(folder: folder)
        let uuid = "0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11"
        try scratch.write("out/tiimityo-0c5f3a7e.json", "other")
        try scratch.write("precious", "precious")
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder)/tiimityo-0c5f3a7e-6d51.json", withDestinationPath: scratch.path(of: "precious"))
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder)/.tiimityo-\(uuid).part", withDestinationPath: scratch.path(of: "precious"))
        let (name, isNew) = try files.write([1, 2], slug: "tiimityo", uuid: uuid, suffix: "json")
        #expect(name == "tiimityo-\(uuid).json" && isNew)
        let (same, isNewAgain) = try files.write([1, 2], slug: "tiimityo", uuid: uuid, suffix: "json")
        #expect(same == name && !isNewAgain)
        #expect(try scratch.text("out/tiimityo-0c5f3a7e.json") == "other")
        #expect(try scratch.text("precious") == "precious")
        #expect(throws: AwardError(.output, "")) {
            try files.write([3], slug: "tiimityo", uuid: uuid, suffix: "json")
        }
        #expect(!scratch.files().contains { $0.hasSuffix(".part") })
        #expect(throws: AwardError(.output, "")) { try AwardFiles(folder: scratch.path(of: "no/such")) }
    }

    @Test("Cells that a spreadsheet would calculate get an apostrophe, and separators are quoted")
    func csv() throws {
        var report = AwardReport(slug: "tiimityo", version: 1, isDryRun: false)
        for name in ["=1+1", "+1", "-1", "@SUM", "\tx", "\rx", "Åke; \"Ö\"", "Aino"] {
            report.rows.append(AwardReport.Row(row: 2, outcome: .refused, findings: [], name: name))
        }
        let lines = String(decoding: report.csv, as: UTF8.self).unicodeScalars.split(separator: "\n").map(String.init)
        #expect(lines[0] == "\u{FEFF}row;outcome;code;message;person;name;passport number;credential;file\r")
        let cells = lines.dropFirst().map {
            $0.split(separator: ";", maxSplits: 5, omittingEmptySubsequences: false)[5]
        }
        #expect(
            cells == [
                "'=1+1;;;\r", "'+1;;;\r", "'-1;;;\r", "'@SUM;;;\r", "'\tx;;;\r", "\"'\rx\";;;\r",
                "\"Åke; \"\"Ö\"\"\";;;\r", "Aino;;;\r",
            ])
        // It can be read by the reader of class lists, as a list with a header.
        #expect(throws: AwardError(.csvHeader, "")) { try ClassList.read(report.csv) }
    }

    @Test("A row's JSON says format, outcome, code and where the badge is")
    func json() throws {
        let fixture = try AwardFixture()
        let report = try fixture.award([.to("a@example.org", row: 2)]) { $0.outputFolder = fixture.out }
        let line = try #require(report.jsonLines.first)
        #expect(line["format"] == "passport.award/1")
        #expect(line["row"] == 2 && line["outcome"] == "awarded" && line["code"] == "award.new")
        #expect(line["credential"]?.stringValue == report.rows[0].credentialID)
        #expect(line["passportNumber"]?.stringValue == report.rows[0].passportNumber?.description)
        #expect(line["supersedes"] == .null)
    }
}

@Suite("Work on all cores") struct ParallelTests {
    private struct Odd: Error, Equatable { let value: Int }

    @Test("Results come in the order of the values", arguments: [0, 1, 15, 16, 17, 1000])
    func order(count: Int) { #expect(Parallel.map(Array(0..<count)) { $0 * 2 } == (0..<count).map { $0 * 2 }) }

    @Test("An error comes out")
    func failure() {
        #expect(throws: Odd(value: 500)) {
            try Parallel.map(Array(0..<1000)) { (value) throws(Odd) -> Int in
                if value == 500 { throw Odd(value: value) }
                return value
            }
        }
    }
}
