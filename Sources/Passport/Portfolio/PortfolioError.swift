import Encodings

/// Why a passport file can't be made.
package struct PortfolioError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// Nothing was chosen, and no challenge is to be answered.
        case nothingChosen = "portfolio.nothing-chosen"
        /// A chosen badge is not valid.
        case notValid = "portfolio.not-valid"
        /// The end is past, or further away than a signature may hold.
        case until = "portfolio.until"
        /// There is no name to show, or one that can't stand there.
        case name = "portfolio.name"
        /// No chosen badge lets parts of it be left out.
        case notSelective = "portfolio.not-selective"
        /// The issuer wants every reader to see that part.
        case mustBeShown = "portfolio.must-be-shown"
        /// A chosen credential can't travel in the form asked for.
        case form = "portfolio.form"
        /// The file that was made doesn't read as what was chosen.
        case selfCheck = "portfolio.self-check"
        /// More credentials than receivers read of one file.
        case tooMany = "limit.passport-credentials"
        /// More bytes than receivers read of one file.
        case tooLarge = "limit.passport-bytes"
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
    package static func == (left: PortfolioError, right: PortfolioError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
