import Encodings

/// Why a workspace can't be made, found or used.
package struct WorkspaceError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// No workspace was named, and none is in the current folder or above it.
        case missing = "workspace.missing"
        /// The folder in which a workspace is to be made has something in it.
        case exists = "workspace.exists"
        /// The settings have a field that is missing, unknown, of the wrong type, or says something it can't say.
        case settings = "workspace.settings"
        /// The settings are of a kind or version that this program doesn't read.
        case format = "workspace.format"
        /// The organisation's name is missing.
        case name = "workspace.name"
        /// The address is not one that a site of badges can have.
        case url = "workspace.url"
        /// The issuer isn't the one that the address, or the key without one, stands for.
        case issuer = "workspace.issuer"
        /// A language is not one of ISO 639-1.
        case language = "workspace.language"
        /// The settings file, a key or the key history can't be read.
        case unreadable = "workspace.unreadable"
        /// The workspace can't be written where it should be.
        case unwritable = "workspace.unwritable"
        /// A key that is needed isn't among the workspace's keys.
        case keyMissing = "workspace.key-missing"
        /// A key of the workspace isn't the one that its settings or its public half say.
        case keyMismatch = "workspace.key-mismatch"
        /// The sample definitions that come with the program aren't where they should be.
        case samplesMissing = "workspace.samples-missing"
        /// The sample definitions have mistakes, so none were taken.
        case samplesBroken = "workspace.samples-broken"
        /// The check digit or the form of a Finnish business identity code is wrong.
        case yTunnus = "organisation.y-tunnus"
        /// The text is not the OID of a Finnish education organisation.
        case oid = "organisation.oid"
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
    package static func == (left: WorkspaceError, right: WorkspaceError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
