import Encodings

extension AuditBreak: CodedError {
    package var codeText: String { reason.rawValue }

    package var message: String {
        let place = "entry \(sequence)"
        return switch reason {
        case .hash: "The audit trail was changed: \(place) isn't what was recorded, or isn't at its place."
        case .sequence: "The audit trail was changed: an entry before \(place) is gone or out of order."
        case .entry: "The audit trail was changed: \(place) isn't an entry that this register writes."
        case .commitment: "The audit trail's \(place) names another person or member of staff than it did."
        case .cut: "The audit trail was cut off: it ends at \(place), and a checkpoint knows of more."
        case .checkpoint: "The audit trail isn't the one of the checkpoint: they part at \(place)."
        }
    }

    package var hint: String? {
        "Keep the register as it is, find out who could write the file, and restore the newest backup that passes."
    }

    package var cause: String? { nil }
}
