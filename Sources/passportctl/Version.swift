import BadgeIssuer
import Cryptography

/// What this program is and what it runs on.
enum Version {
    static let number = "0.1.0"

    static var text: String {
        "passportctl \(number) (OpenSSL \(LibraryVersions.openSSL), SQLite \(Register.sqliteVersion))"
    }
}
