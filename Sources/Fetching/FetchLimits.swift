/// How much a server may take of our time and memory.
package struct FetchLimits: Sendable {
    /// A server on the other side of the earth answers within one second.
    package var connectMilliseconds = 5_000
    /// All of one document, redirects included; at a tenth of a megabyte a second the largest one fits.
    package var totalMilliseconds = 20_000
    /// Slower than that for so long is a server that wants to keep us waiting.
    package var slowBytesPerSecond = 1_000
    package var slowSeconds = 5
    /// A document that moved within its site is one step away.
    package var maxRedirects = 3
    /// Real ones have two.
    package var maxHeaderBytes = 64 << 10

    package init() {}
}
