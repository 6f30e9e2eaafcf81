public import Encodings

/// Why a trust bundle can't be used or made.
public struct BundleError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// The file isn't a trust bundle that is read here.
        case format = "bundle.format"
        /// A member is missing, unknown or of the wrong kind.
        case field = "bundle.field"
        /// What the bundle holds of an issuer can't be read, or isn't genuine.
        case member = "bundle.member"
        /// What is to be put into a bundle of an issuer is older than what the bundle before says.
        case olderMember = "bundle.older-member"
        /// The signature doesn't fit, or isn't by a key of the signer's that is good for bundles.
        case signature = "bundle.signature"
        /// The bundle is another signer's than was said.
        case signer = "bundle.other-signer"
        /// The key signs badges, so it may sign no bundles.
        case awardKey = "bundle.award-key"
        /// The bundle is dated in the future, or ends before it begins.
        case dates = "bundle.dates"
        /// The bundle's time is over.
        case expired = "bundle.expired"
        /// The bundle is older than one that was seen, or says something else under the same number.
        case rollback = "bundle.rollback"
        /// More than is read of a bundle.
        case tooLarge = "limit.bundle"
        /// The bundle couldn't be signed.
        case signing = "bundle.signing"
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
    public static func == (left: BundleError, right: BundleError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
