public import Encodings

/// Why a file with a secret can't be read or written.
public struct KeyFileError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// There is no such file.
        case missing = "key-file.missing"
        /// Others than its owner may read or change the file, or it belongs to somebody else.
        case permissions = "key-file.permissions"
        /// The name leads to another file through a link, or to something that is no file.
        case link = "key-file.link"
        /// A key of that name exists already; keys are never written over.
        case exists = "key-file.exists"
        /// The name can't be a key's name.
        case name = "key-file.name"
        /// The file is larger than any key or passphrase.
        case tooLarge = "limit.key-file"
        /// The public file beside the private key holds another key.
        case publicMismatch = "key-file.public-mismatch"
        /// Reading failed.
        case unreadable = "key-file.unreadable"
        /// Writing failed.
        case unwritable = "key-file.unwritable"
        /// There is no room for it.
        case noSpace = "file.no-space"
        /// The file was read, but the key in it can't be used; the cause says why.
        case key = "key-file.key"
        /// The key is encrypted and the passphrase is missing or wrong.
        case passphrase = "key-file.passphrase"
    }

    public let code: Code
    public let message: String
    public let hint: String?
    public let cause: String?

    public init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.cause = cause
    }

    public var codeText: String { code.rawValue }
    public static func == (left: KeyFileError, right: KeyFileError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
