import Cryptography
import Encodings
import VerifiableCredentials

/// The secret that turns identifiers into the codes of the erasure journal.
///
/// An address can be guessed and hashed by anyone; with this key, which is kept outside the register, only the
/// organisation can tell whether somebody was erased.
package struct ErasureKey: Sendable, Hashable {
    package static let fileName = "erasure-1.key"
    static let byteCount = 32

    private let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The code that stands for an identifier.
    package func code(of identifier: PersonIdentifier) -> String {
        code("passport.erasure-identifier/1\n\(identifier.kind.rawValue)\n\(identifier.value)")
    }

    /// The code by which an entry of the journal is known to be the organisation's own.
    func seal(_ entry: JSONObject) -> String {
        code("passport.erasure-entry/1\n" + String(decoding: JCS.canonicalize(.object(entry)), as: UTF8.self))
    }

    private func code(_ text: String) -> String {
        "u" + Base64URL.encode(HMACSHA256.code(for: Array(text.utf8), key: bytes))
    }

    // MARK: The file

    /// The key of a workspace; nothing when none was made yet.
    ///
    /// - Throws: `ErasureError` `erasure.key-malformed`, `KeyFileError` for rights that are too wide.
    package static func read(in folder: String) throws -> ErasureKey? {
        var text: [UInt8]
        do throws(KeyFileError) {
            text = try SecretFile.read("\(folder)/\(fileName)")
        } catch {
            guard error.code != .missing else { return nil }
            throw error
        }
        defer { wipe(&text) }
        if text.last == UInt8(ascii: "\n") { text.removeLast() }
        guard let bytes = try? Base64URL.decode(text), bytes.count == byteCount else {
            throw ErasureError(
                .keyMalformed, "\"\(UTF8Text.escapedForTerminal("\(folder)/\(fileName)"))\" holds no erasure key.",
                hint: "Take the file back from a backup.")
        }
        return ErasureKey(bytes)
    }

    /// The key of a workspace, made when there is none.
    ///
    /// - Throws: as `read(in:)`; `ErasureError` `erasure.unwritable`.
    package static func readOrMake(in folder: String) throws -> ErasureKey {
        if let key = try read(in: folder) { return key }
        let key = ErasureKey(try Randomness.bytes(byteCount))
        do throws(FileError) {
            try WholeFile.write(key.fileBytes, to: "\(folder)/\(fileName)", mode: 0o600)
        } catch {
            // Another command made it at the same moment.
            if error.code == .exists, let made = try read(in: folder) { return made }
            throw ErasureError(
                .unwritable, "The erasure key can't be written: \(error.message)", hint: error.hint,
                cause: error.cause)
        }
        return key
    }

    var fileBytes: [UInt8] { Array((Base64URL.encode(bytes) + "\n").utf8) }
}

extension ErasureKey: CustomStringConvertible, CustomReflectable {
    package var description: String { "ErasureKey(hidden)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
