package import Encodings

/// One rule of a pathway as a learner meets it: what is there, what is asked, and by which badges it could be met.
package struct PathwayPart: Sendable, Hashable {
    package let rule: PathwayRule
    package let isMet: Bool
    /// In the rule's own measure: badges, hours, categories, items, or parts met.
    package let have: DecimalHundredths
    package let need: DecimalHundredths
    /// Slugs of the rule's badges that don't count yet, in the order of the file; any of them brings it further.
    package let missing: [String]
    /// The parts of `allOf` and `anyOf`.
    package let parts: [PathwayPart]

    /// How much is missing; nothing when it is met.
    package var short: DecimalHundredths {
        isMet ? .zero : DecimalHundredths(hundredths: max(0, need.hundredths - have.hundredths))
    }

    /// The rules that ask for something themselves.
    package var leaves: [PathwayPart] { parts.isEmpty ? [self] : parts.flatMap(\.leaves) }

    // For rules that count whole things.
    package var wholeHave: Int { have.hundredths / 100 }
    package var wholeNeed: Int { need.hundredths / 100 }
    package var wholeShort: Int { short.hundredths / 100 }
}
