import Encodings

/// Tells before a file is sent whether a receiver will take it.
package struct Doctor: Sendable {
    private let facts: FileFacts

    package init(_ facts: FileFacts) { self.facts = facts }

    package func examine(for target: ReceiverTarget) -> DoctorAnswer { examine(for: target, by: target.rules) }

    /// - Parameter rules: what is known of the receiver; with none nothing can be said
    package func examine(for target: ReceiverTarget, by rules: [ReceiverRule]) -> DoctorAnswer {
        var findings: [DoctorAnswer.Finding] = []
        for rule in rules where rule.kinds?.contains(facts.kind) ?? true {
            // Without a credential there is nothing that most rules could be about.
            guard !facts.document.isEmpty || rule.demand.isAboutFile else { continue }
            findings.append(DoctorAnswer.Finding(rule: rule, answer: facts.answer(to: rule.demand)))
        }
        return DoctorAnswer(
            target: target, facts: facts, findings: findings, asOf: rules.filter(\.isOwn).map(\.source.date).min())
    }
}

extension ReceiverDemand {
    /// Whether it can be asked of a file whose content isn't read here.
    fileprivate var isAboutFile: Bool {
        switch self {
        case .container, .kind, .sealed, .notInFile: true
        default: false
        }
    }
}
