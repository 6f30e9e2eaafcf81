import Encodings

/// Why somebody can't be put on a pathway, or a milestone can't be given.
package struct PathwayError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// The pathway is a draft or retired.
        case notPublished = "pathway.not-published"
        /// The person isn't on the pathway.
        case notEnrolled = "pathway.not-enrolled"
        /// There is no definition of the milestone with the pathway's version.
        case milestone = "pathway.milestone"
        /// What the milestone rests on was changed while it was being given.
        case changed = "pathway.changed"
        /// The certificate isn't one, isn't genuine, or isn't this learner's.
        case certificate = "pathway.certificate"
        /// The pathway in the register can't be read by this version of the program.
        case unreadable = "pathway.unreadable"
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
    package static func == (left: PathwayError, right: PathwayError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
