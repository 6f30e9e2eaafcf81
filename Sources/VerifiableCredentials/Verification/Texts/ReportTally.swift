/// How many of many files are genuine, undecided or not valid, and for which reasons.
public struct ReportTally: Sendable {
    /// Reasons that are named for each verdict; the rest is counted together.
    static let maxReasons = 6

    private var files: [Verdict: Int] = [:]
    private var reasons: [Verdict: [VerificationCode: Int]] = [:]

    public init() {}

    public subscript(_ verdict: Verdict) -> Int { files[verdict] ?? 0 }
    public var count: Int { files.values.reduce(0, +) }

    /// Counts a file by the worst that it holds, and for that by what decided.
    public mutating func add(_ report: VerificationReport) {
        files[report.worst, default: 0] += 1
        guard let code = Self.decidingCode(of: report) else { return }
        reasons[report.worst, default: [:]][code, default: 0] += 1
    }

    private static func decidingCode(of report: VerificationReport) -> VerificationCode? {
        guard report.worst != .valid else { return nil }
        guard report.verdict == report.worst else {
            return report.inner.first { $0.worst == report.worst }.flatMap(decidingCode)
        }
        if report[.status]?.code == .statusRevoked { return .statusRevoked }
        return report.decisive(report.worst == .invalid ? .failed : .undetermined)?.code
    }

    /// `16 files: 12 genuine; 3 undecided: 2 × the issuer isn't on your list, …; 1 not valid: …`
    public func line(in language: ReportLanguage) -> String {
        let parts = [Verdict.valid, .undetermined, .invalid].compactMap { verdict -> String? in
            guard self[verdict] > 0 || verdict == .valid else { return nil }
            let counted = Self.words(verdict).filled(["count": "\(self[verdict])"], in: language)
            let why = why(verdict, in: language)
            return why.isEmpty ? counted : "\(counted): \(why)"
        }
        return "\(Self.total.filled(["count": "\(count)"], in: language)) \(parts.joined(separator: "; "))."
    }

    private func why(_ verdict: Verdict, in language: ReportLanguage) -> String {
        let sorted = (reasons[verdict] ?? [:]).sorted { left, right in
            left.value == right.value
                ? left.key.rawValue.utf8.lexicographicallyPrecedes(right.key.rawValue.utf8) : left.value > right.value
        }
        var parts = sorted.prefix(Self.maxReasons).map { reason in
            let words = reason.key.reason?[language] ?? reason.key.rawValue
            return sorted.count == 1 ? words : "\(reason.value) × \(words)"
        }
        let rest = sorted.dropFirst(Self.maxReasons).map(\.value).reduce(0, +)
        if rest > 0 { parts.append("\(rest) × \(Self.others[language])") }
        return parts.joined(separator: ", ")
    }

    private static func words(_ verdict: Verdict) -> LocalizedText {
        switch verdict {
        case .valid: LocalizedText(en: "{count} genuine", fi: "aitoja {count}", sv: "äkta {count}")
        case .undetermined:
            LocalizedText(en: "{count} undecided", fi: "ratkaisematta {count}", sv: "oavgjorda {count}")
        case .invalid:
            LocalizedText(en: "{count} not valid", fi: "kelpaamattomia {count}", sv: "inte giltiga {count}")
        }
    }

    private static let total = LocalizedText(
        en: "{count} files:", fi: "Tiedostoja {count}:", sv: "Antal filer {count}:")
    private static let others = LocalizedText(en: "other reasons", fi: "muita syitä", sv: "andra skäl")
}
