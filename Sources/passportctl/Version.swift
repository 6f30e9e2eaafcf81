import BadgeIssuer
import Cryptography
import Encodings
import OpenBadges
import VerifiableCredentials

/// What this program is and what it runs on.
enum Version {
    static let number = "0.1.0"

    static var text: String {
        "passportctl \(number) (OpenSSL \(LibraryVersions.openSSL), SQLite \(Register.sqliteVersion))"
    }

    /// The same, and by which meanings it reads badges: each context with SHA-256 of its JCS form.
    static var details: String {
        let contexts = OpenBadgesContexts.store.contexts.map { "  \(Base16.encode($0.digest))  \($0.url)" }
        return ([text, "JSON-LD contexts, each with the SHA-256 of its canonical form (RFC 8785):"] + contexts)
            .joined(separator: "\n")
    }

    /// Whether the details are asked for. The argument parser answers `--version` by itself and looks no further.
    static func asksForDetails(_ arguments: some Collection<String>) -> Bool {
        arguments.count == 2 && arguments.contains("--version")
            && (arguments.contains("--verbose") || arguments.contains("-v"))
    }
}
