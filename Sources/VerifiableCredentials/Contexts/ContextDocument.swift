import Cryptography
public import Encodings

/// A JSON-LD context that is at hand: the address that credentials name, and what is published there.
public struct ContextDocument: Sendable {
    /// Addresses are compared byte for byte.
    public let url: String
    /// SHA-256 of the published file in hexadecimal, when the standard that the context belongs to states it.
    public let publishedSHA256: String?
    private let content: @Sendable () -> JSONValue

    /// - Parameter content: the object with the member `@context`; asked for whenever it is needed, so that a context
    ///   that nobody names is never made
    package init(_ url: String, publishedSHA256: String? = nil, content: @escaping @Sendable () -> JSONValue) {
        self.url = url
        self.publishedSHA256 = publishedSHA256
        self.content = content
    }

    /// The object with the member `@context`.
    public var json: JSONValue { content() }

    /// SHA-256 of the content's JCS form: it names what the context says, however it is laid out.
    public var digest: [UInt8] { SHA256.hash(JCS.canonicalize(json)) }
}
