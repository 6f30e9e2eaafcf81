package import Encodings

/// What is known of how one receiver will take one file.
package struct DoctorAnswer: Sendable {
    package enum Verdict: String, Sendable, CaseIterable {
        /// All that it is known to ask is there.
        case yes
        case no
        /// It depends on what neither the file nor the table shows.
        case unknown
    }

    /// A rule that was held against the file.
    package struct Finding: Sendable {
        package let rule: ReceiverRule
        package let answer: DemandAnswer

        var found: DemandAnswer.Found {
            switch answer {
            case .broken(let found), .unseen(let found): found
            case .holds, .beside: .nothing
            }
        }
    }

    package let target: ReceiverTarget
    package let facts: FileFacts
    package let findings: [Finding]
    /// The day of the oldest of the receiver's sources; nothing when there is none.
    package let asOf: CalendarDay?

    /// The rules that decide against it.
    package var refusing: [Finding] { findings.filter { $0.rule.weight == .refuses && $0.isBroken } }
    /// The rules by which it could go either way.
    package var undecided: [Finding] {
        findings.filter { $0.rule.weight == .refuses && $0.isUnseen && $0.rule.unseen == .undecided }
    }
    package var warnings: [Finding] { findings.filter { $0.rule.weight == .warns && $0.isBroken } }
    /// What no file shows, and what the receiver will look up for itself.
    package var outside: [Finding] {
        findings.filter { $0.isUnseen && ($0.rule.weight == .outside || $0.rule.unseen == .told) }
    }

    package var verdict: Verdict {
        if !refusing.isEmpty { return .no }
        return undecided.isEmpty && hasFacts ? .yes : .unknown
    }

    /// How many rules the file gave occasion to ask about.
    package var held: Int { findings.count { $0.answer != .beside } }

    /// Whether anything is known that could have spoken against the file.
    package var hasFacts: Bool { findings.contains { $0.rule.weight == .refuses } }

    /// How old the oldest of the receiver's facts is.
    package var ageDays: Int? { asOf.map { max(0, $0.days(until: CalendarDay(of: facts.at))) } }
}

extension DoctorAnswer.Finding {
    var isBroken: Bool { if case .broken = answer { true } else { false } }
    fileprivate var isUnseen: Bool { if case .unseen = answer { true } else { false } }
}
