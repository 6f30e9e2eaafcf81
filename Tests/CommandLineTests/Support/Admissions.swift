import Encodings
import Foundation
import TestSupport
import Testing

/// A university that recognises the badges of a school: its rules, its trust list, and an inbox of applicants.
///
/// Awarding takes some seconds, so it is done once and every test works on a copy of its own. All days are counted from
/// today, since a badge is valid from the moment it was signed.
struct Admissions {
    let folder: ScratchFolder

    static let r1 = ["pelisaannot", "tyoturvallisuus", "tiimityo"]
    static let r2 = ["yrittajamainen-asenne", "liiketoimintamalli", "talous-ja-hinnoittelu"]
    static let others = ["monialainen-projekti", "digityovalineet", "vahvuudet", "urasuunnitelma"]
    /// With `r1`, what makes the pathway `tyoelamapassi` whole.
    static let rest = [
        "vahvuudet", "asiakaskohtaaminen", "yrittajamainen-asenne", "alueen-tyoelama", "digityovalineet",
    ]
    static let today = CalendarDay(of: .now())

    init() throws {
        folder = try ScratchFolder()
        let template = try Self.template.get()
        for name in ["amk", "inbox", "site", "rules.json", "trust.json"] {
            try FileManager.default.copyItem(atPath: template.path(of: name), toPath: folder.path(of: name))
        }
    }

    // MARK: Running

    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Run {
        try Desk(folder).run(
            arguments, environment: ["PASSPORT_TRUST": "trust.json"].merging(environment) { $1 })
    }

    func run(_ arguments: String...) throws -> Run { try run(arguments) }

    /// The one line for an applicant whose folder of the inbox is named.
    func evaluate(_ name: String, _ more: String..., rules: String = "rules.json") throws -> Line {
        let run = try run(
            [
                "recognise", "inbox/\(name)", "--rules", rules, "--applicant", "\(name)@example.org", "--bundle",
                "site", "--json",
            ] + more)
        guard run.status == 0 else { throw Failed(run.stderr) }
        let lines = try run.objects()
        #expect(lines.count == 1)
        return Line(json: try #require(lines.first))
    }

    /// Evaluates and answers the case's file.
    func caseFile(_ name: String, _ more: String...) throws -> String {
        let run = try run(
            [
                "recognise", "inbox/\(name)", "--rules", "rules.json", "--applicant", "\(name)@example.org", "--bundle",
                "site", "--cases", "cases", "--case", name, "-q",
            ] + more)
        guard run.status == 0 else { throw Failed(run.stderr) }
        return "cases/case-\(name).json"
    }

    func decide(_ file: String, _ more: String...) throws -> Run {
        try run(["recognise", "decide", file, "--workspace", "amk"] + more)
    }

    /// The rule file with texts replaced, under a name of its own.
    func changeRules(_ old: String, _ new: String, as name: String) throws -> String {
        let text = try folder.text("rules.json")
        try #require(text.contains(old))
        try folder.write(name, text.replacingOccurrences(of: old, with: new))
        return name
    }

    // MARK: Making

    private static let template = Result { try make() }

    private static func make() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        func run(_ arguments: String...) throws {
            let run = try Desk(folder).run(arguments, environment: ["PASSPORT_SAMPLES": folder.path(of: "samples")])
            guard run.status == 0 else { throw Failed(run.stderr) }
        }
        try makeSamples(in: folder)
        try run(
            "init", "school", "--name", "Esimerkki-ammattiopisto", "--url",
            "https://passi.example/org/ammattiopisto", "--samples", "--no-passphrase")
        try run(
            "init", "amk", "--name", "Esimerkki-ammattikorkeakoulu", "--url", "https://amk.example/org",
            "--no-passphrase")
        let maker = ApplicantMaker(folder: folder)
        try maker.makeAll(today: today)
        try run("publish", "-o", "site", "--workspace", "school", "-q")
        try run(
            "trust", "add", School.issuer, "--name", "Ammattiopisto", "--did-document", "site/did.json",
            "--achievements", School.badges, "--trust", "trust.json")
        let rules = String(decoding: try ExampleFile.read("recognition-rules.json"), as: UTF8.self)
            .replacingOccurrences(of: "https://passi.example/badges/", with: School.badges)
            .replacingOccurrences(of: "\"2026-08-01\"", with: "\"2020-01-01\"")
            .replacingOccurrences(of: "\"2027-07-31\"", with: "\"2099-07-31\"")
        try folder.write("rules.json", rules)
        return folder
    }

    /// The sample badges as they could have been for ten years, one with a level that was dropped since.
    private static func makeSamples(in folder: ScratchFolder) throws {
        try FileManager.default.copyItem(
            atPath: "\(PackageRoot.path)/badge-definitions", toPath: folder.path(of: "samples"))
        for name in folder.files() where name.hasPrefix("samples/") && name.hasSuffix(".json") {
            let text = try folder.text(name)
            try folder.write(
                name, text.replacingOccurrences(of: "\"validFrom\": \"2026-", with: "\"validFrom\": \"2010-"))
        }
        let name = "samples/talous-ja-hinnoittelu.json"
        var json = try #require(try JSONParser.parse(try folder.read(name)).objectValue)
        json["levels"] = .array(
            [["code": "L1", "ordinal": 1, "name": ["fi": "perustaso", "sv": "grundnivå", "en": "foundation"]]]
                + (json["levels"]?.asList ?? []))
        json["requiredLevel"] = "L1"
        try folder.write(name, JSONWriter.pretty(.object(json)))
    }

    /// What `--json` says of one applicant.
    struct Line {
        let json: JSONObject

        /// `granted 2.00`, with reasons behind.
        func outcome(_ rule: String) -> String {
            let found = json["outcomes"]?.asList.first { $0["rule"]?.stringValue == rule }
            let words = [found?["outcome"], found?["credits"]].map { $0?.stringValue ?? "none" }
            return (words + (found?["reasons"]?.asList ?? []).compactMap(\.stringValue)).joined(separator: " ")
        }

        /// The reasons of the badge of that slug.
        func reasons(_ slug: String) -> [String] {
            let found = json["credentials"]?.asList.first {
                $0["achievement"]?.stringValue?.contains("/\(slug)/") ?? false
            }
            return (found?["reasons"]?.asList ?? []).compactMap(\.stringValue)
        }

        /// The slugs of the badges that a rule rests on.
        func used(_ rule: String) -> [String] {
            let ids = json["outcomes"]?.asList.first { $0["rule"]?.stringValue == rule }?["credentials"]?.asList ?? []
            return ids.compactMap { id in
                let badge = json["credentials"]?.asList.first { $0["id"] == id }
                return badge?["achievement"]?.stringValue?.split(separator: "/").dropLast().last.map(String.init)
            }.sorted()
        }

        var total: String { json["total"]?.stringValue ?? "" }
        var headlines: [String] {
            (json["credentials"]?.asList ?? []).compactMap { $0["reasons"]?.asList.first?.stringValue }
        }
    }
}

/// Awards the badges of each applicant and sorts them into the inbox.
private struct ApplicantMaker {
    let folder: ScratchFolder

    /// One badge of one learner.
    struct Row {
        var learner: String
        var evidence = "document: raportti"
        var hours = ""
        var date = ""
        var level = ""
    }

    func makeAll(today: CalendarDay) throws {
        typealias A = Admissions
        let limit = today.adding(months: -120)
        var rows: [String: [Row]] = [:]
        func give(_ learner: String, _ slugs: [String]) {
            for slug in slugs {
                let level = slug == "talous-ja-hinnoittelu" ? "2" : ""
                rows[slug, default: []].append(Row(learner: learner, level: level))
            }
        }
        give("t1", A.r2)
        give("t2", Array(A.r2.prefix(2)))
        rows["talous-ja-hinnoittelu", default: []].append(Row(learner: "t2", level: "1"))
        rows["pelisaannot", default: []] += [
            Row(learner: "t3a", date: limit.description), Row(learner: "t3b", date: limit.adding(days: 1).description),
        ]
        give("t4", A.r1)
        give("t5", A.r1 + A.r2 + A.others)
        give("t7", ["vahvuudet", "urasuunnitelma"])
        rows["vahvuudet", default: []] += [Row(learner: "t8a", hours: "14"), Row(learner: "t8b", hours: "13")]
        give("t9", A.r1 + A.rest)
        for slug in A.r1 { rows[slug, default: []].append(Row(learner: "t10", evidence: Self.weak[slug] ?? "")) }
        for (slug, rows) in rows.sorted(by: { $0.key < $1.key }) { try award(slug, rows) }
        try awardMilestone()
    }

    /// What the definition lets pass that is no document.
    private static let weak = ["tiimityo": "https://portfolio.example.org/t10"]

    private func award(_ slug: String, _ rows: [Row]) throws {
        let lines = rows.map { "\($0.learner)@example.org;\($0.evidence);\($0.hours);\($0.date);\($0.level)" }
        try folder.write(
            "class.csv", (["email;evidence;hours;date;level"] + lines).joined(separator: "\n") + "\n")
        let out = "out-\(slug)"
        let run = try Desk(folder).run(
            "award", slug, "--csv", "class.csv", "-o", out, "--workspace", "school", "--force", "-q")
        guard run.status == 0 else { throw Failed("\(slug): \(run.stdout)\(run.stderr)") }
        let report = try folder.text("\(out)/\(slug)-report.csv").components(separatedBy: "\r\n").dropFirst()
            .filter { !$0.isEmpty }
        for (row, line) in zip(rows, report) {
            let file = try #require(line.split(separator: ";").last.map(String.init))
            try folder.write("inbox/\(row.learner)/\(slug).json", try folder.read("\(out)/\(file)"))
        }
    }

    private func awardMilestone() throws {
        for arguments in [
            ["pathway", "enrol", "tyoelamapassi", "t9@example.org", "--by", "staff-7", "--workspace", "school"],
            ["pathway", "check", "--award", "-o", "milestones", "--workspace", "school"],
        ] {
            let run = try Desk(folder).run(arguments)
            guard run.status == 0 else { throw Failed(run.stderr) }
        }
        let file = try #require(folder.files().first { $0.hasPrefix("milestones/koonti-tyoelamapassi") })
        try folder.write("inbox/t9/koonti-tyoelamapassi.json", try folder.read(file))
    }
}
