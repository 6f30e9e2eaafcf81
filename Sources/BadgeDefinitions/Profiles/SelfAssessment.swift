package import Encodings

/// What somebody says of their own skills, 0 to 4 each: shown beside what is proven, and never in its place.
package struct SelfAssessment: Sendable, Hashable {
    package let day: CalendarDay?
    private let levels: [(skill: [UInt8], level: Int)]

    package static func == (left: SelfAssessment, right: SelfAssessment) -> Bool {
        left.day == right.day && left.levels.elementsEqual(right.levels) { $0 == $1 }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(day)
        for entry in levels { hasher.combine(entry.skill) }
    }

    package func level(of skill: String) -> Int? { levels.first { $0.skill.elementsEqual(skill.utf8) }?.level }

    package static let format = "passport.self-assessment/1"

    /// Reads `passport.self-assessment/1`, and finds everything that is wrong with it.
    package static func read(
        _ bytes: [UInt8], file: String
    ) -> (assessment: SelfAssessment?, findings: [DefinitionFinding]) {
        let root: JSONObject
        switch DefinitionFile.object(in: bytes, file: file) {
        case .success(let object): root = object
        case .failure(let refusal): return (nil, [refusal.finding])
        }
        let log = FindingLog(file: file)
        guard DefinitionFile.check(format, of: root, log: log) else { return (nil, log.located(in: bytes)) }
        let fields = ObjectReader(root, at: .root, fields: ["format", "date", "answers"], log: log)
        let day = fields.day("date")
        var seen: [String] = []
        var levels: [(skill: [UInt8], level: Int)] = []
        for (value, path) in fields.list("answers") ?? [] {
            guard let item = ObjectReader(value, at: path, fields: ["skill", "level"], log: log) else { continue }
            let level = item.whole("level", in: 0...4, code: .level)
            guard let skill = item.skill("skill"), item.isNew(skill, among: seen, at: item.path("skill")) else {
                continue
            }
            seen.append(skill)
            if let level { levels.append((Array(skill.utf8), level)) }
        }
        let assessment = log.hasErrors ? nil : SelfAssessment(day: day, levels: levels)
        return (assessment, log.located(in: bytes))
    }
}
