import Encodings

/// Why something a receiver named can't be used.
package struct ReceiverError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// The file or folder doesn't exist.
        case missing = "file.missing"
        /// A file of that name is there already, and is not to be replaced.
        case exists = "file.exists"
        /// Whoever runs the program may not read the file.
        case permission = "file.permission"
        /// Reading failed.
        case unreadable = "file.unreadable"
        /// The file is larger than is read of its kind.
        case tooLarge = "limit.file-bytes"
        /// The file isn't what its option takes.
        case wrongKind = "file.wrong-kind"
        /// The folder wasn't made by `publish`.
        case notPublished = "file.not-a-published-folder"
        /// There is no room for the file.
        case noSpace = "file.no-space"
        /// Writing failed.
        case unwritable = "file.unwritable"
        /// A folder of evidence holds more than is read.
        case tooMuchEvidence = "limit.evidence"
        /// A published folder holds more status lists than are read.
        case tooManyLists = "limit.published-lists"
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
    package static func == (left: ReceiverError, right: ReceiverError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
