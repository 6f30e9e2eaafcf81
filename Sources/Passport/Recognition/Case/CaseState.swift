/// Where a case stands between application and the end of its appeal.
package enum CaseState: String, Sendable, CaseIterable {
    case evaluated
    case needsEvidence = "needs-evidence"
    case decided
    /// Challenged, or the decision was overturned: it waits for a new one.
    case appealed
    case closed

    /// Whether it may be decided as it stands.
    package var isOpen: Bool { self == .evaluated || self == .needsEvidence || self == .appealed }

    package func canBecome(_ next: CaseState) -> Bool {
        switch (self, next) {
        case (.evaluated, .needsEvidence), (.needsEvidence, .evaluated), (.evaluated, .decided),
            (.needsEvidence, .decided), (.decided, .appealed), (.appealed, .decided), (.decided, .closed):
            true
        default: false
        }
    }
}
