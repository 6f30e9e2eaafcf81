import BadgeIssuer
import Encodings
import Foundation
import TestSupport

/// A class of learners and where their badges go, looked at from outside after whatever befell the program.
struct AwardedClass {
    let school: School
    let size: Int
    let format: String

    init(size: Int, format: String = "json") throws {
        school = try School()
        self.size = size
        self.format = format
        let rows = (1...size).map { "learner\($0)@example.org;https://portfolio.example.org/\($0)" }
        try school.folder.write("class.csv", (["email;evidence"] + rows).joined(separator: "\n") + "\n")
    }

    /// The command that is to lose, double and halve nothing.
    var command: [String] {
        ["award", "tiimityo", "--csv", "class.csv", "-o", "badges", "--format", format, "--quiet"]
    }

    static let environment = ["PASSPORT_WORKSPACE": "school"]

    func run(through wrapper: [String] = []) throws -> Run {
        try Desk(school.folder).run(command, through: wrapper, environment: Self.environment)
    }

    /// - Returns: whether it was killed; a run that was faster has to have done its work.
    func isKilled(after moment: Duration) throws -> Bool {
        guard let status = try Desk(school.folder).run(command, killedAfter: moment, environment: Self.environment)
        else { return true }
        guard status == 0 else { throw Failed("the award ended with the status \(status >> 8)") }
        return false
    }

    /// The register as it lies on the disk: a copy, so that the program finds it as its predecessor left it.
    private func register() throws -> (Register, ScratchFolder) {
        let copy = try ScratchFolder()
        for name in ["register.sqlite", "register.sqlite-wal"] where school.folder.exists("school/\(name)") {
            try copy.write(name, try school.folder.read("school/\(name)"))
        }
        return (try Register.open(at: copy.path(of: "register.sqlite"), readOnly: false), copy)
    }

    /// What is wrong with what a run left, however it ended: nothing may be lost, doubled or half-written.
    func flaws() throws -> [String] {
        var flaws: [String] = []
        let (register, copy) = try register()
        defer { withExtendedLifetime(copy) {} }
        let (awards, bytes, allocated) = try register.read { reader in
            try reader.checkIntegrity()
            if case .broken(let place) = try reader.verifyAuditChain() { flaws.append("audit trail: \(place)") }
            let awards = try reader.awards()
            return (
                awards, try awards.map { try reader.signedBytes($0.id) ?? [] },
                try reader.statusLists().map(\.allocated).reduce(0, +)
            )
        }
        try register.close()
        // All rows are of one batch, which is one transaction.
        if awards.count != 0, awards.count != size { flaws.append("\(awards.count) awards of \(size) rows") }
        if Set(awards.compactMap(\.personID)).count != awards.count { flaws.append("two awards of one learner") }
        if Set(awards.flatMap(\.statusEntries)).count != awards.count { flaws.append("a status index given twice") }
        if allocated != awards.count { flaws.append("\(allocated) status indexes for \(awards.count) awards") }

        var filed: [[UInt8]: String] = [:]
        for name in visibleFiles {
            let content = try school.folder.read("badges/\(name)")
            if let other = filed.updateValue(name, forKey: content) { flaws.append("\(name) is \(other) again") }
            if !bytes.contains(content) { flaws.append("\(name) isn't a badge of the register") }
        }
        if let report, report.count != size + 1 || !report.allSatisfy({ $0.filter { $0 == ";" }.count >= 8 }) {
            flaws.append("the report has \(report.count) lines")
        }
        return flaws
    }

    /// What is missing when a run has come to its end.
    func gaps() throws -> [String] {
        var gaps = try flaws()
        if visibleFiles.count != size { gaps.append("\(visibleFiles.count) files for \(size) rows") }
        let hidden = names.filter { $0.hasPrefix(".") }
        if !hidden.isEmpty { gaps.append("\(hidden) left behind") }
        let named = report?.dropFirst().filter { line in visibleFiles.contains { line.hasSuffix(";\($0)") } }
        if named?.count != size { gaps.append("the report names \(named?.count ?? 0) files") }
        let check = try school.run("register", "check", "--quiet")
        if check.status != 0 { gaps.append(check.stderr) }
        return gaps
    }

    private var names: [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: school.folder.path(of: "badges"))) ?? []
    }

    /// The badges' files.
    var visibleFiles: [String] { names.filter { !$0.hasPrefix(".") && !$0.hasSuffix("-report.csv") } }

    /// The lines of the report.
    private var report: [String]? {
        guard let text = try? school.folder.text("badges/tiimityo-report.csv") else { return nil }
        return text.components(separatedBy: "\r\n").filter { !$0.isEmpty }
    }
}
