import Cryptography
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

    @Test("Time stamps are no files to judge: not in a folder, and not when they are named along with theirs")
    func timestamps() throws {
        let folder = try ScratchFolder()
        let names = ["a.json", "a.json.tsr", "b.png", "b.tsr", "c.tsr", ".tsr.json"]
        for name in names { try folder.write(name, "{}") }
        let paths = names.map { folder.path(of: $0) }
        #expect(try BatchJudge.expand([folder.path]) == ["a.json", "b.png"].map { .file(folder.path(of: $0)) })
        #expect(try BatchJudge.expand(paths) == [0, 2, 4, 5].map { .file(paths[$0]) })
        #expect(try BatchJudge.expand([paths[1]]) == [.file(paths[1])])
        let empty = try ScratchFolder()
        try empty.write("c.tsr", "{}")
        #expect(try BatchJudge.expand([empty.path]).isEmpty)
        let intake = ApplicantIntake(CaseNames(try SampleBadges.rules(), applied: CalendarDay(of: FixedClock.now)))
        let one = try intake.one([folder.path], identifiers: ["anna@example.org"], caseID: nil)
        #expect(one.flatMap(\.inputs).map { $0.source.hasSuffix(".tsr") } == [false, false])
    }

    @Test("A time stamp beside a file is read up to its size; a link, a folder and a pipe are not followed")
    func timestampFiles() throws {
        let folder = try ScratchFolder()
        let bytes = try ReceiverFixture.badge()
        for name in ["none", "text", "link", "folder", "pipe", "large", "both"] {
            try folder.write("\(name).json", bytes)
        }
        try folder.write("text.json.tsr", "hello")
        try folder.write("elsewhere", "hello")
        #expect(symlink(folder.path(of: "elsewhere"), folder.path(of: "link.json.tsr")) == 0)
        #expect(mkdir(folder.path(of: "folder.json.tsr"), 0o700) == 0)
        #expect(mkfifo(folder.path(of: "pipe.json.tsr"), 0o600) == 0)
        try folder.write("large.json.tsr", [UInt8](repeating: 0x30, count: TimestampToken.maxBytes + 1))
        try folder.write("both.json.tsr", "hello")
        try folder.write("both.tsr", "hello")
        func notes(_ name: String) throws -> [CheckNote] {
            let report = try #require(judge([.file(folder.path(of: "\(name).json"))]).first)
            #expect(report.verdict == .valid)
            return report[.proof]?.notes ?? []
        }
        #expect(try notes("none").isEmpty)
        for name in ["text", "link", "folder", "pipe", "large"] {
            let found = try notes(name)
            #expect(found.map(\.code) == [.timestampMalformed], "\(name)")
            #expect(found.first?.values["source"] == folder.path(of: "\(name).json.tsr"))
        }
        #expect(try notes("link").first?.values["problem"]?.contains("is a link") == true)
        #expect(
            try notes("both").map { $0.values["source"] } == ["both.json.tsr", "both.tsr"].map { folder.path(of: $0) })
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
