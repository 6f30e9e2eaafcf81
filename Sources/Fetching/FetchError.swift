import Encodings

/// Why something on the web couldn't be fetched.
package struct FetchError: CodedError, Hashable {
    package enum Code: String, Sendable, CaseIterable {
        /// Only https is asked, and this is no https address.
        case notHTTPS = "fetch.not-https"
        /// The address can't be read, or says more than where something is.
        case address = "fetch.address"
        /// The port is one that other services than web servers have.
        case port = "fetch.port"
        /// The server is in a network that isn't public.
        case privateAddress = "fetch.private-address"
        /// Nobody knows a server of that name.
        case nameUnknown = "fetch.name-unknown"
        /// The server takes no connection.
        case unreachable = "fetch.unreachable"
        /// The server didn't show that it is the one that was asked.
        case certificate = "fetch.certificate"
        /// No secure connection came about.
        case tls = "fetch.tls"
        /// The server took too long, or sent too slowly.
        case timeout = "fetch.timeout"
        /// It sends more than is read of such a document.
        case tooLarge = "fetch.too-large"
        /// It points elsewhere: to another server, or in a circle.
        case redirect = "fetch.redirect"
        /// The server has answered that it doesn't give the document out.
        case status = "fetch.status"
        /// The answer is compressed, which nobody asked for.
        case encoded = "fetch.encoded"
        /// The connection broke off.
        case brokenOff = "fetch.broken-off"
        /// The library that connections are made with isn't there.
        case noLibrary = "fetch.no-library"
        /// The file of certificate authorities holds none.
        case authorities = "fetch.authorities"
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

    /// Whether other documents of the same server can't be fetched either.
    package var isOfServer: Bool {
        switch code {
        case .privateAddress, .nameUnknown, .unreachable, .certificate, .tls, .timeout, .noLibrary: true
        default: false
        }
    }

    package var codeText: String { code.rawValue }
    package static func == (left: FetchError, right: FetchError) -> Bool { left.code == right.code }
    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
