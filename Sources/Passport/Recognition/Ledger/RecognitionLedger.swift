package import Encodings

/// What earlier decisions have used, so that no work is credited twice over the years: JSON Lines, only ever appended to.
package struct RecognitionLedger: Sendable, Hashable {
    package private(set) var lines: [LedgerLine] = []
    /// What holds now: used, and by a decision that stands.
    private var byCredential: [CredentialKey: [LedgerEntry]] = [:]
    private var byAchievement: [ApplicantAchievement: [LedgerEntry]] = [:]

    /// Some hundred thousand lines.
    package static let maxBytes = 64 << 20
    /// A line has some ten values.
    private static let lineLimits = JSONLimits(
        maxBytes: 64 << 10, maxDepth: 4, maxValues: 2_000, maxStringBytes: 8 << 10)

    private struct ApplicantAchievement: Sendable, Hashable {
        let applicant: ApplicantKey
        let achievement: AchievementKey

        init(_ applicant: String, _ achievement: String) {
            self.applicant = ApplicantKey(applicant)
            self.achievement = AchievementKey(id: achievement)
        }
    }

    package init() {}

    package init(_ lines: [LedgerLine]) {
        for line in lines { append(line) }
    }

    /// Reads a ledger; an empty file is an empty one.
    ///
    /// - Throws: `RecognitionError` `recognition.ledger` with the number of the line
    package init(parsing bytes: [UInt8]) throws(RecognitionError) {
        guard bytes.count <= Self.maxBytes else {
            throw RecognitionError(
                .ledger, "The ledger has more than the \(Self.maxBytes) bytes that are read of one.",
                hint: "Begin a new ledger for later years, and keep the old one with it.")
        }
        for (index, text) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard text.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
            append(try Self.line(Array(text), number: index + 1))
        }
    }

    private static func line(_ text: [UInt8], number: Int) throws(RecognitionError) -> LedgerLine {
        let what: String
        do throws(JSONError) {
            switch LedgerLine.read(try JSONParser.parse(text, limits: lineLimits)) {
            case .success(let line): return line
            case .failure(let flaw): what = flaw.what
            }
        } catch {
            what = "it isn't JSON"
        }
        throw RecognitionError(
            .ledger, "Line \(number) of the ledger can't be read: \(what).",
            hint: "Take the ledger from a backup; a line that is left out lets work be credited twice.")
    }

    /// The bytes of further lines, to be appended to the file.
    package static func bytes(of lines: [LedgerLine]) -> [UInt8] {
        lines.flatMap { JSONWriter.compact(.object($0.json)) + [0x0A] }
    }

    // MARK: Asking

    /// Whether the ledger has a decision that stands.
    package func hasDecision(_ id: String) -> Bool {
        byCredential.values.contains { $0.contains { $0.decision.hasSameBytes(as: id) } }
    }

    /// The entry by which a credential was used before: itself, one it corrects, or another of the same achievement
    /// that this applicant had credited.
    package func entry(
        issuer: String, id: String, replaces: [String], achievement: String?, applicants: [String], institution: String
    ) -> LedgerEntry? {
        func ours(_ entries: [LedgerEntry]?) -> LedgerEntry? {
            entries?.first { $0.institution.hasSameBytes(as: institution) }
        }
        for id in [id] + replaces {
            if let entry = ours(byCredential[CredentialKey(issuer: issuer, id: id)]) { return entry }
        }
        guard let achievement else { return nil }
        for applicant in applicants {
            if let entry = ours(byAchievement[ApplicantAchievement(applicant, achievement)]) { return entry }
        }
        return nil
    }

    func entry(of facts: CredentialFacts, applicants: [String], institution: String) -> LedgerEntry? {
        facts.key.flatMap { key in
            entry(
                issuer: key.issuer, id: key.id, replaces: facts.submitted.replaces, achievement: facts.achievementID,
                applicants: applicants, institution: institution)
        }
    }

    /// The ledger as it would be without that decision.
    package func without(_ decision: String) -> RecognitionLedger {
        var rest = self
        rest.free(decision)
        return rest
    }

    // MARK: Adding

    package mutating func append(_ line: LedgerLine) {
        lines.append(line)
        switch line {
        case .used(let entry):
            for id in [entry.credential.id] + entry.replaces {
                byCredential[CredentialKey(issuer: entry.credential.issuer, id: id), default: []].append(entry)
            }
            guard let achievement = entry.achievement else { return }
            byAchievement[ApplicantAchievement(entry.applicant, achievement), default: []].append(entry)
        case .freed(let decision, _): free(decision)
        }
    }

    private mutating func free(_ decision: String) {
        byCredential = byCredential.compactMapValues { Self.without(decision, $0) }
        byAchievement = byAchievement.compactMapValues { Self.without(decision, $0) }
    }

    private static func without(_ decision: String, _ entries: [LedgerEntry]) -> [LedgerEntry]? {
        let rest = entries.filter { !$0.decision.hasSameBytes(as: decision) }
        return rest.isEmpty ? nil : rest
    }

    /// The line by which an overturned decision frees what it used.
    ///
    /// - Throws: `RecognitionError` `recognition.unknown-decision`
    package func freeing(_ decision: String, on day: CalendarDay) throws(RecognitionError) -> LedgerLine {
        guard hasDecision(decision) else {
            throw RecognitionError(
                .unknownDecision,
                "The ledger has no decision \"\(RuleFields.quoted(decision))\" that stands.",
                hint: "Check the decision's id, and that it is this institution's ledger.")
        }
        return .freed(decision: decision, on: day)
    }
}
