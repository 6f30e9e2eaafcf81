import Encodings

/// An https address, as strictly read as it is asked for: a server, a port, a path.
///
/// After [RFC 3986](https://www.rfc-editor.org/rfc/rfc3986) without what only confuses: no user, no spaces or
/// backslashes, no letters beyond ASCII, no number that is an IPv4 address in disguise. A fragment is left out, since
/// it is never sent.
package struct WebAddress: Sendable, Hashable {
    /// In small letters; an IPv6 address in brackets.
    package let host: String
    package let port: Int
    /// Path and query, beginning with a slash.
    package let target: String
    /// The address that the host is, when it is no name.
    package let literal: IPAddress?

    /// Longer ones are no addresses of documents.
    static let maxBytes = 2048
    static let defaultPort = 443

    /// `host`, with the port where it isn't the usual one.
    package var authority: String { port == Self.defaultPort ? host : "\(host):\(port)" }
    package var text: String { "https://\(authority)\(target)" }

    /// - Throws: `FetchError` `fetch.not-https`, `fetch.address`, `fetch.port`.
    package init(_ text: String) throws(FetchError) {
        guard text.utf8.count <= Self.maxBytes else { throw Self.refused(text, "is too long") }
        let scheme = "https://"
        guard String(text.prefix(scheme.count)).lowercased() == scheme else {
            throw FetchError(
                .notHTTPS, "\"\(Self.shown(text))\" is no https address, and nothing else is asked.",
                hint: "Ask the issuer to publish it on https.")
        }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        guard rest.allSatisfy(Self.isAllowed) else {
            throw Self.refused(text, "has characters that none may have; names beyond ASCII are written as xn--")
        }
        let end = rest.firstIndex { [0x2F, 0x3F, 0x23].contains($0) } ?? rest.endIndex
        let authority = rest[..<end]
        guard !authority.contains(UInt8(ascii: "@")) else { throw Self.refused(text, "names a user") }
        let (host, digits) = Self.split(authority)
        guard let host, let (name, literal) = Self.host(host) else {
            throw Self.refused(text, "names no server")
        }
        self.host = name
        self.literal = literal
        port = try Self.port(digits, of: text)
        let target = rest[end...].prefix { $0 != UInt8(ascii: "#") }
        let path = String(Substring(target))
        self.target = path.hasPrefix("/") ? path : "/\(path)"
    }

    // MARK: Parts

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !"\"<>\\^`{|}".utf8.contains(byte)
    }

    private static func split(_ authority: Substring.UTF8View) -> (host: Substring.UTF8View?, port: Substring.UTF8View?)
    {
        if authority.first == UInt8(ascii: "[") {
            guard let close = authority.firstIndex(of: UInt8(ascii: "]")) else { return (nil, nil) }
            let after = authority[authority.index(after: close)...]
            guard after.isEmpty || after.first == UInt8(ascii: ":") else { return (nil, nil) }
            return (authority[...close], after.isEmpty ? nil : after.dropFirst())
        }
        guard let colon = authority.firstIndex(of: UInt8(ascii: ":")) else { return (authority, nil) }
        return (authority[..<colon], authority[authority.index(after: colon)...])
    }

    private static func host(_ text: Substring.UTF8View) -> (name: String, literal: IPAddress?)? {
        let name = String(Substring(text)).lowercased()
        if text.first == UInt8(ascii: "[") {
            guard let address = IPAddress(String(name.dropFirst().dropLast())), address.bytes.count == 16 else {
                return nil
            }
            return (name, address)
        }
        guard (1...253).contains(text.count) else { return nil }
        let labels = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let areLabels = labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
        }
        guard areLabels, let top = labels.last else { return nil }
        // What ends in a number is an address, or pretends to be one: 127.1, 0x7f000001.
        guard let first = top.first, isDigit(first) else { return (name, nil) }
        guard let address = IPAddress(name), address.bytes.count == 4 else { return nil }
        return (name, address)
    }

    /// The usual port, or one that no service of a machine's own has by right.
    private static func port(_ digits: Substring.UTF8View?, of text: String) throws(FetchError) -> Int {
        guard let digits, !digits.isEmpty else { return defaultPort }
        guard digits.count <= 5, digits.allSatisfy(isDigit), digits.first != UInt8(ascii: "0"),
            let port = Int(String(Substring(digits))), port <= 65_535
        else { throw refused(text, "has no readable port") }
        guard port == defaultPort || port >= 1024 else {
            throw FetchError(
                .port, "\"\(shown(text))\" has the port \(port), where no web server is asked.",
                hint: "Ports 443 and from 1024 on are asked; ask the issuer to publish it there.")
        }
        return port
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func shown(_ text: String) -> String { UTF8Text.shown(String(text.prefix(200))) }

    private static func refused(_ text: String, _ reason: String) -> FetchError {
        FetchError(
            .address, "\"\(shown(text))\" can't be asked: it \(reason).",
            hint: "Ask the issuer for the document, and give its file.")
    }
}
