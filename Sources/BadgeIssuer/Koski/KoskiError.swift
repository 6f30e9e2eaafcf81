import Encodings

/// Why rows for Koski can't be written, or a consent can't be noted.
package struct KoskiError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// The settings have no OID of the organisation.
        case noOID = "koski.no-oid"
        /// There is no consent in force that could be withdrawn.
        case noConsent = "koski.no-consent"
        /// The day lies in the future, or a consent would be withdrawn before it was given.
        case consentDay = "koski.consent-day"
    }

    package let code: Code
    package let message: String
    package let hint: String?

    init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    package var codeText: String { code.rawValue }
    package static func == (left: KoskiError, right: KoskiError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
