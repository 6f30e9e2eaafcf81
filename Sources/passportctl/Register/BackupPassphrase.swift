import Cryptography
import VerifiableCredentials

extension PassphraseOptions {
    /// A passphrase for a new backup: given, or typed twice on the terminal.
    func chosenForBackup(_ environment: [String: String]) throws -> Passphrase {
        if let given = try given(environment) {
            guard !given.isEmpty else {
                throw UsageError(.value, "The passphrase is empty.", hint: "Write one into the file.")
            }
            return given
        }
        guard let first = Self.ask("Passphrase for the backup: "), let second = Self.ask("The same again: ") else {
            throw Self.missingForBackup
        }
        guard !first.isEmpty, first.matches(second) else {
            throw UsageError(.value, "The two passphrases differ or are empty.", hint: "Try again.")
        }
        return first
    }

    /// The passphrase of a backup that is there.
    func ofBackup(_ environment: [String: String]) throws -> Passphrase {
        guard let passphrase = try given(environment) ?? Self.ask("Passphrase of the backup: ") else {
            throw Self.missingForBackup
        }
        return passphrase
    }

    private static var missingForBackup: KeyError {
        KeyError(
            .passphraseMissing, "A backup is encrypted with a passphrase, and there is no terminal to ask for one.",
            hint: "Give it with --passphrase-file, $PASSPORT_PASSPHRASE_FILE or $PASSPORT_PASSPHRASE.")
    }
}
