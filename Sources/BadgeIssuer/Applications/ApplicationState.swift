/// Where an application is in its life: submitted → returned ⇄ submitted; submitted → approved | rejected; any open one
/// → withdrawn.
package enum ApplicationState: String, Sendable, CaseIterable {
    case submitted
    /// Given back with a reason; the learner may mend it and hand it in again.
    case returned
    /// The badge was awarded.
    case approved
    case rejected
    case withdrawn

    /// Whether it still waits for somebody: the assessor, or the learner.
    package var isOpen: Bool { self == .submitted || self == .returned }

    package func canBecome(_ next: ApplicationState) -> Bool {
        switch (self, next) {
        case (.submitted, .returned), (.returned, .submitted), (.submitted, .approved), (.submitted, .rejected): true
        case (_, .withdrawn): isOpen
        default: false
        }
    }
}
