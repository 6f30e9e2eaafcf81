package import Encodings

/// Who fetches a document from the web. `Passport` itself opens no connection.
package protocol WebSource: Sendable {
    /// - Parameters:
    ///   - types: media types, as `Accept` has them.
    ///   - maxBytes: more of it isn't read.
    func get(_ address: String, accepting types: String, maxBytes: Int) throws(WebFailure) -> WebAnswer
}

/// A document as it came from the web.
package struct WebAnswer: Sendable {
    package let body: [UInt8]
    /// How long its server says that it stays the same.
    package let maxAgeSeconds: Int?
    /// Whether its server lets it be kept.
    package let mayBeKept: Bool

    package init(body: [UInt8], maxAgeSeconds: Int? = nil, mayBeKept: Bool = true) {
        self.body = body
        self.maxAgeSeconds = maxAgeSeconds
        self.mayBeKept = mayBeKept
    }
}

/// Why a document couldn't be fetched.
package struct WebFailure: Error {
    package let reason: any CodedError
    /// Whether other documents of the same server can't be fetched either.
    package let isOfServer: Bool

    package init(_ reason: any CodedError, isOfServer: Bool) {
        self.reason = reason
        self.isOfServer = isOfServer
    }
}
