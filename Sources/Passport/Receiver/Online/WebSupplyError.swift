import Encodings

/// Why a document from the web isn't used, beyond what the connection itself can say.
package struct WebSupplyError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// What is published there is something else than what was named.
        case otherContent = "fetch.other-content"
        /// Files name more addresses, or slower ones, than are asked in one run.
        case tooMany = "fetch.too-many"
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
    package static func == (left: WebSupplyError, right: WebSupplyError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
