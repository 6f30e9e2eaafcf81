import BadgeDefinitions
package import Encodings

/// What became of an application that was handed in.
package struct ApplicationReceipt: Sendable {
    package static let format = "passport.application-receipt/1"

    package enum Outcome: Sendable {
        case recorded
        /// A returned application came back mended.
        case resubmitted
        /// The same was handed in before.
        case unchanged
        case refused(any CodedError)

        var word: String {
            switch self {
            case .recorded: "recorded"
            case .resubmitted: "resubmitted"
            case .unchanged: "unchanged"
            case .refused: "refused"
            }
        }
    }

    /// The file's name.
    package let source: String
    /// Nothing for a file that isn't one.
    package let application: BadgeApplication?
    package var outcome: Outcome
    package var state = ApplicationState.submitted
    /// Places of the evidence whose file came along.
    package var compared: Set<Int> = []
    /// The number given to a learner whom the register didn't know.
    package var newPassportNumber: PassportNumber?

    init(_ item: ApplicationIntake.Item) {
        source = item.source
        application = item.application
        outcome = .unchanged
    }

    /// A file that can't be read as an application.
    package init(source: String, refusal: any CodedError) {
        self.source = source
        application = nil
        outcome = .refused(refusal)
    }

    package var refusal: (any CodedError)? { if case .refused(let error) = outcome { error } else { nil } }

    /// One line of `--json`.
    package var json: JSONObject {
        func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
        var object: JSONObject = [
            "format": .string(Self.format), "source": .string(source), "application": text(application?.id),
            "badge": text(application?.slug), "outcome": .string(outcome.word),
        ]
        object["state"] = refusal == nil ? .string(state.rawValue) : .null
        object["evidence"] = .array(
            (application?.evidence ?? []).enumerated().map { place, piece in
                .object([
                    "kind": .string(piece.kind.rawValue), "name": text(piece.name),
                    "compared": piece.sha256 == nil ? .null : .bool(compared.contains(place)),
                ])
            })
        object["passportNumber"] = text(newPassportNumber?.description)
        if let refusal {
            object["code"] = .string(refusal.codeText)
            object["message"] = .string(refusal.message)
            object["hint"] = text(refusal.hint)
        }
        return object
    }
}
