import Encodings

/// Why the receiver's memory can't be read or written.
package struct MemoryError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// The file is no SQLite database, or one of another program.
        case notAMemory = "memory.not-a-memory"
        /// A newer version of the program wrote it.
        case newerSchema = "memory.newer-schema"
        /// A link stands where the file itself is due.
        case link = "memory.link"
        /// Others than its owner may read or change it.
        case permissions = "memory.permissions"
        /// The file or its folder may not be written.
        case readOnly = "memory.read-only"
        /// A command was cut short while it wrote, and what it left can't be taken back with the rights at hand.
        case unfinished = "memory.unfinished"
        /// Another process held it for longer than we wait.
        case busy = "memory.busy"
        /// It can't be opened with the rights at hand.
        case cannotOpen = "memory.cannot-open"
        /// There is no room, or reading or writing failed.
        case inputOutput = "memory.input-output"
        /// It holds what no version of the program writes.
        case damaged = "memory.damaged"
        /// A fault in the program or in SQLite.
        case fault = "memory.fault"
    }

    package let code: Code
    package let message: String
    package let hint: String?
    package let cause: String?

    package init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.cause = cause
    }

    package var codeText: String { code.rawValue }
    package static func == (left: MemoryError, right: MemoryError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
