import BadgeIssuer
import Encodings
import Glibc

/// The program's exit statuses, and the only place that turns a code into one.
///
/// A command that has said all there is to say ends by throwing its status.
enum ExitStatus: Int32, Error {
    case done = 0
    /// `verify`: at least one is not valid.
    case invalid = 1
    /// `verify`: none invalid, some undetermined.
    case undetermined = 2
    case usage = 64
    case badInput = 65
    case missingInput = 66
    case unavailable = 69
    case fault = 70
    case cannotCreate = 73
    case inputOutput = 74
    case permission = 77
    case settings = 78

    /// The status for an error's code. A code's own row comes before its area's.
    init(code: String) {
        if let status = Self.byCode[code] {
            self = status
        } else {
            self = Self.byArea[String(code.prefix { $0 != "." })] ?? .fault
        }
    }

    private static let byCode: [String: ExitStatus] = [
        "file.missing": .missingInput,
        "file.unreadable": .inputOutput,
        "file.not-written": .cannotCreate,
        "file.not-a-published-folder": .badInput,
        "file.wrong-kind": .badInput,
        "trust.missing": .missingInput,
        "trust.exists": .cannotCreate,
        "trust.unknown-issuer": .badInput,
        "key.wrong-passphrase": .permission,
        "key.passphrase-missing": .permission,
        "key.openssl": .fault,
        "usage.value": .usage,
        "usage.missing": .usage,
    ]

    private static let byArea: [String: ExitStatus] = [
        "award": .badInput, "csv": .badInput, "definition": .badInput, "did": .badInput, "encoding": .badInput,
        "jose": .badInput, "json": .badInput, "limit": .badInput, "row": .badInput, "state": .badInput,
        "status": .badInput, "trust": .badInput, "organisation": .badInput, "pathway": .badInput,
        "key": .settings, "key-file": .permission, "register": .settings, "workspace": .settings, "proof": .fault,
        "right": .permission,
    ]
}
