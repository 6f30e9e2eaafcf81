import Encodings
import Foundation
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// Many files at once: every one gets its own line, in its place.
@Suite struct BatchJudgeTests {
    private let batch = BatchJudge(verifier: ReceiverFixture.verifier(), at: FixedClock.now)

    private func judge(_ inputs: [BatchJudge.Input]) -> [VerificationReport] {
        var reports: [VerificationReport] = []
        batch.judge(inputs) { reports.append($0) }
        return reports
    }

    @Test("Reports come in the order of the files, also beyond one window")
    func order() throws {
        let folder = try ScratchFolder()
        let good = try ReceiverFixture.badge()
        let inputs = try (0..<300).map { number in
            let isGood = number % 3 != 0
            return BatchJudge.Input.file(try folder.write("\(number).json", isGood ? good : Array("{}".utf8)))
        }
        let reports = judge(inputs)
        #expect(reports.map(\.source) == inputs.map(\.source))
        for (number, report) in reports.enumerated() {
            #expect(report.verdict == (number % 3 != 0 ? .valid : .invalid))
        }
    }

    @Test("A folder is every file in it by the bytes of their names; folders inside and hidden files are left out")
    func folders() throws {
        let folder = try ScratchFolder()
        for name in ["b.json", "a.json", "Z.jwt", "ä.json", ".hidden", "inner/c.json"] { try folder.write(name, "{}") }
        let inputs = try BatchJudge.expand(["\(folder.path)/", "-", "missing.json"])
        #expect(
            inputs == ["Z.jwt", "a.json", "b.json", "ä.json"].map { .file("\(folder.path)/\($0)") } + [
                .standardInput, .file("missing.json"),
            ])
        #expect(inputs[4].source == "-")
        let empty = try ScratchFolder()
        #expect(try BatchJudge.expand([empty.path]).isEmpty)
    }

    @Test("A missing, an unreadable and an oversized file are one undetermined line each, and the others go on")
    func unreadable() throws {
        let folder = try ScratchFolder()
        let good = try folder.write("good.json", try ReceiverFixture.badge())
        let large = try folder.write("large.json", [UInt8](repeating: 0x20, count: JSONLimits.document.maxBytes + 1))
        let pipe = folder.path(of: "pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        let dangling = folder.path(of: "dangling")
        #expect(symlink("/nowhere/at/all", dangling) == 0)
        let reports = judge([folder.path(of: "missing"), pipe, dangling, large, good].map { .file($0) })
        #expect(
            reports.map { $0[.form]?.code } == [
                .formUnreadable, .formUnreadable, .formUnreadable, .limitBytes, .formOK,
            ])
        #expect(reports.map(\.verdict) == [.undetermined, .undetermined, .undetermined, .undetermined, .valid])
        for report in reports.dropLast() {
            for language in ReportLanguage.allCases {
                #expect(!ReportText(report, in: language).headline.contains("–"))
            }
        }
        // Found in a folder, each is a line too.
        let found = judge(try BatchJudge.expand([folder.path]))
        #expect(found.count == 4)
        #expect(found.count { $0.verdict == .valid } == 1)
    }

    @Test("A receiver that throws stops the run")
    func stopping() throws {
        struct Enough: Error {}
        let folder = try ScratchFolder()
        let path = try folder.write("a.json", "{}")
        var count = 0
        #expect(throws: Enough.self) {
            try batch.judge(Array(repeating: .file(path), count: 10)) { _ in
                count += 1
                if count == 3 { throw Enough() }
            }
        }
        #expect(count == 3)
    }
}
