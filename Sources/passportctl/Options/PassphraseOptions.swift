import ArgumentParser
import Cryptography
import Encodings
import Glibc
import VerifiableCredentials

/// Where the passphrase of the private keys comes from.
struct PassphraseOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A file whose first line is the passphrase of the keys.", valueName: "file"))
    var passphraseFile: String?

    /// The passphrase that was given by option or environment; never asks.
    func given(_ environment: [String: String]) throws -> Passphrase? {
        if let path = passphraseFile ?? environment["PASSPORT_PASSPHRASE_FILE"].flatMap({ $0.isEmpty ? nil : $0 }) {
            return try SecretFile.passphrase(path)
        }
        return environment["PASSPORT_PASSPHRASE"].flatMap { $0.isEmpty ? nil : Passphrase($0) }
    }

    /// Opens keys with the given passphrase, or with one asked for on the terminal when the keys turn out to need one.
    ///
    /// - Parameter open: throws `KeyError` `key.passphrase-missing` for encrypted keys without a passphrase
    func unlock<Keys>(_ environment: [String: String], _ open: (Passphrase?) throws -> Keys) throws -> Keys {
        let given = try given(environment)
        do {
            return try open(given)
        } catch let error as KeyError where error.code == .passphraseMissing {
            guard given == nil, let typed = Self.ask("Passphrase of the keys: ") else {
                throw KeyError(
                    .passphraseMissing, error.message,
                    hint: "Give it with --passphrase-file, $PASSPORT_PASSPHRASE_FILE or $PASSPORT_PASSPHRASE.",
                    cause: error.cause)
            }
            return try open(typed)
        }
    }

    /// A passphrase for new keys: given, or typed twice on the terminal.
    func chosen(_ environment: [String: String]) throws -> Passphrase {
        if let given = try given(environment) {
            guard !given.isEmpty else {
                throw UsageError(
                    .value, "The passphrase is empty.", hint: "Write one into the file, or say --no-passphrase.")
            }
            return given
        }
        guard let first = Self.ask("New passphrase for the keys: "), let second = Self.ask("The same again: ") else {
            throw KeyError(
                .passphraseMissing, "New keys need a passphrase, and there is no terminal to ask for one.",
                hint: "Give it with --passphrase-file or $PASSPORT_PASSPHRASE, or say --no-passphrase.")
        }
        guard !first.isEmpty, first.matches(second) else {
            throw UsageError(.value, "The two passphrases differ or are empty.", hint: "Try again.")
        }
        return first
    }

    /// Asks on the terminal without echo; nothing when there is none.
    static func ask(_ prompt: String) -> Passphrase? {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { return nil }
        defer { close(terminal) }
        var settings = termios()
        guard tcgetattr(terminal, &settings) == 0 else { return nil }
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(terminal, TCSAFLUSH, &silent)
        defer { tcsetattr(terminal, TCSAFLUSH, &settings) }
        _ = prompt.withCString { Glibc.write(terminal, $0, strlen($0)) }
        var bytes: [UInt8] = []
        defer { wipe(&bytes) }
        bytes.reserveCapacity(1024)
        var byte: UInt8 = 0
        while bytes.count < 1024, Glibc.read(terminal, &byte, 1) == 1, byte != 0x0A { bytes.append(byte) }
        _ = Glibc.write(terminal, "\n", 1)
        return Passphrase(bytes)
    }
}
