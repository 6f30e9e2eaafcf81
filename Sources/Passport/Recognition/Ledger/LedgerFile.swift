import Encodings
import Glibc

/// The ledger on the disk, open to one command at a time; others wait until it is let go.
///
/// A line more is a new file beside, put in the old one's place when it is on the disk: whatever happens, there is the
/// ledger as it was or as it is to be.
package final class LedgerFile {
    private let path: String
    private let folder: Int32
    private var state: State

    /// What the ledger was at a moment.
    package struct State {
        fileprivate var ledger: RecognitionLedger
        fileprivate var bytes: [UInt8]
    }

    /// Opens the ledger for writing; one that is missing is made by its first lines.
    ///
    /// - Throws: `RecognitionError` `recognition.ledger`; `ReceiverError`
    package init(_ path: String) throws {
        self.path = path
        try OutputFile.checkFile(path)
        folder = try Self.lock(path)
        do {
            let isNew = InputFile.kind(of: path) == .missing
            let bytes =
                isNew ? [] : try InputFile.read(path, limit: RecognitionLedger.maxBytes, followingLinks: false)
            state = State(ledger: try RecognitionLedger(parsing: bytes), bytes: bytes)
        } catch {
            close(folder)
            throw error
        }
    }

    // Closing lets go.
    deinit { close(folder) }

    package var ledger: RecognitionLedger { state.ledger }

    /// The ledger for reading, as it is at this moment.
    ///
    /// - Returns: nothing when there is none yet
    /// - Throws: `RecognitionError` `recognition.ledger`; `ReceiverError`
    package static func read(_ path: String) throws -> RecognitionLedger? {
        guard InputFile.kind(of: path) != .missing else { return nil }
        return try RecognitionLedger(parsing: InputFile.read(path, limit: RecognitionLedger.maxBytes))
    }

    /// Adds lines.
    ///
    /// - Returns: the ledger as it was, to take the lines back by.
    /// - Throws: `ReceiverError`; the ledger stays as it was then
    @discardableResult
    package func append(_ lines: [LedgerLine]) throws(ReceiverError) -> State {
        let before = state
        guard !lines.isEmpty else { return before }
        let isOpen = before.bytes.last.map { $0 != 0x0A } ?? false
        let bytes = before.bytes + (isOpen ? [0x0A] : []) + RecognitionLedger.bytes(of: lines)
        try OutputFile.write(bytes, to: path, mode: 0o600)
        state.bytes = bytes
        for line in lines { state.ledger.append(line) }
        return before
    }

    /// Takes back what was added, when what it belonged to came to nothing.
    ///
    /// - Throws: `ReceiverError`
    package func takeBack(to before: State) throws(ReceiverError) {
        guard before.bytes != state.bytes else { return }
        try OutputFile.write(before.bytes, to: path, mode: 0o600)
        state = before
    }

    /// Waits until nobody else holds the ledger's folder: the file itself is another one after each change.
    private static func lock(_ path: String) throws(ReceiverError) -> Int32 {
        let slash = path.lastIndex(of: "/")
        let name = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let folder = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failure(path, errno) }
        while flock(folder, LOCK_EX) != 0 {
            guard errno == EINTR else {
                let number = errno
                close(folder)
                throw failure(path, number)
            }
        }
        return folder
    }

    private static func failure(_ path: String, _ number: Int32) -> ReceiverError {
        let reason = String(cString: strerror(number))
        return ReceiverError(
            .unwritable, "The ledger \(InputFile.name(path)) can't be opened for writing: \(reason).",
            hint: "Check that the folder exists, and that you may write there.", cause: reason)
    }
}
