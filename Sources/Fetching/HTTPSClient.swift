/// Fetches single documents from servers that nobody vouches for, named by strangers.
///
/// Only by https, with the server's certificate checked, from public addresses unless the user has allowed others, from
/// the one server that was named, within limits of size and time. The server learns the address that asks and the
/// document that is asked for, nothing else.
package struct HTTPSClient: Sendable {
    private let allowsOwnNetwork: Bool
    private let authorities: [UInt8]?
    private let limits: FetchLimits

    /// The product, and nothing about who runs it.
    static let userAgent = "passportctl"

    /// - Parameters:
    ///   - allowsOwnNetwork: whether servers of this machine's own network may be asked.
    ///   - authorities: PEM of certificate authorities that are believed besides the system's.
    /// - Throws: `FetchError` `fetch.authorities`.
    package init(
        allowsOwnNetwork: Bool = false, authorities: [UInt8]? = nil, limits: FetchLimits = FetchLimits()
    ) throws(FetchError) {
        self.allowsOwnNetwork = allowsOwnNetwork
        self.authorities = authorities
        self.limits = limits
        if let authorities, !String(decoding: authorities, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") {
            throw FetchError(
                .authorities, "The file of certificate authorities holds no certificate.",
                hint: "Give a file in PEM form; it has lines that say BEGIN CERTIFICATE.")
        }
    }

    /// - Parameters:
    ///   - types: media types, as `Accept` has them.
    ///   - maxBytes: more of the document isn't read.
    /// - Throws: `FetchError`.
    package func get(_ text: String, accepting types: String, maxBytes: Int) throws(FetchError) -> HTTPSAnswer {
        let first = try WebAddress(text)
        var address = first
        let clock = ContinuousClock()
        let end = clock.now + .milliseconds(limits.totalMilliseconds)
        for _ in 0...limits.maxRedirects {
            if let literal = address.literal, !allows(literal) { throw Self.notPublic(address, cause: nil) }
            let remaining = (end - clock.now) / .milliseconds(1)
            guard remaining >= 1 else {
                throw FetchError(.timeout, "The server \(first.authority) is too slow.", hint: "Try again later.")
            }
            let received = try Transfer(
                address: address, accept: types, maxBytes: maxBytes, allowsOwnNetwork: allowsOwnNetwork,
                authorities: authorities, limits: limits, remainingMilliseconds: Int(remaining)
            ).perform()
            switch received.status {
            case 200: return HTTPSAnswer(body: received.body, cacheControl: received.cacheControl)
            case 301, 302, 303, 307, 308: address = try follow(received.redirect, from: first)
            default:
                throw FetchError(
                    .status, "The server answered \(received.status) for \(address.text).",
                    hint: "Ask the issuer whether it still publishes it there.")
            }
        }
        throw FetchError(
            .redirect, "\(first.text) leads from one address to the next.",
            hint: "Ask the issuer to mend its server.")
    }

    /// A document may have moved within its own server; what another one says was not asked for.
    private func follow(_ text: String?, from first: WebAddress) throws(FetchError) -> WebAddress {
        guard let text, let address = try? WebAddress(text), address.authority == first.authority else {
            throw FetchError(
                .redirect, "\(first.text) leads to another server, which isn't asked.",
                hint: "Ask the issuer to publish it where its badges say that it is.", cause: text)
        }
        return address
    }

    private func allows(_ address: IPAddress) -> Bool {
        address.reach == .everywhere || (address.reach == .ownNetwork && allowsOwnNetwork)
    }

    static func notPublic(_ address: WebAddress, cause: String?) -> FetchError {
        FetchError(
            .privateAddress, "The server \(address.authority) doesn't stand in the public network.",
            hint: "If it is one of your own and you trust who named it, say --allow-private.", cause: cause)
    }
}

/// A document as its server gave it out.
package struct HTTPSAnswer: Sendable {
    package let body: [UInt8]
    /// How long the server says that it stays the same.
    package let maxAgeSeconds: Int?
    /// Whether the server lets it be kept.
    package let mayBeKept: Bool

    init(body: [UInt8], cacheControl: String?) {
        self.body = body
        let directives = (cacheControl ?? "").split(separator: ",")
        mayBeKept = !directives.contains("no-store")
        // RFC 9111 §5.2.2.4: kept, but asked about each time.
        maxAgeSeconds =
            directives.contains("no-cache")
            ? 0 : directives.lazy.compactMap { $0.hasPrefix("max-age=") ? Int($0.dropFirst(8)) : nil }.first
    }
}
