package import Encodings

/// What a person agreed to: for what, towards whom, since when and until when.
package struct Consent: Sendable, Hashable {
    package enum Purpose: String, Sendable, CaseIterable {
        /// National badges are stored in Koski.
        case koski
    }

    package let purpose: Purpose
    package let receiver: String
    package let given: CalendarDay
    /// From that day on it doesn't hold.
    package let withdrawn: CalendarDay?

    package init(purpose: Purpose, receiver: String, given: CalendarDay, withdrawn: CalendarDay? = nil) {
        self.purpose = purpose
        self.receiver = receiver
        self.given = given
        self.withdrawn = withdrawn
    }

    package func holds(on day: CalendarDay) -> Bool { given <= day && withdrawn.map { day < $0 } ?? true }

    /// The consent for `--json`.
    package var json: JSONObject {
        [
            "purpose": .string(purpose.rawValue), "receiver": .string(receiver), "given": .string(given.description),
            "withdrawn": withdrawn.map { .string($0.description) } ?? .null,
        ]
    }
}
