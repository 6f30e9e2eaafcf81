import Encodings
import Glibc

/// Finds the endorsements among files that are checked together, so that each badge's report can say what they say of
/// it, whichever file comes first.
package struct EndorsementFiles {
    package private(set) var files: [(bytes: [UInt8], source: String)] = []
    /// Whether more was there than is kept, so that nothing is.
    package private(set) var isTooMuch = false

    /// Files in which endorsements are looked for. Who gives more has badges of many people, not one person's with what
    /// others say of them, and each file would be read twice.
    package static let maxFiles = 1_000
    /// What is kept of them at most.
    static let maxBytes = 64 << 20

    package init(among inputs: [BatchJudge.Input]) {
        guard (2...Self.maxFiles).contains(inputs.count) else { return }
        var bytesLeft = Self.maxBytes
        for case .file(let path) in inputs {
            guard let bytes = try? InputFile.read(path, limit: JSONLimits.document.maxBytes), Self.isLikely(bytes)
            else { continue }
            bytesLeft -= bytes.count
            guard bytesLeft >= 0 else {
                files = []
                isTooMuch = true
                return
            }
            files.append((bytes, path))
        }
    }

    /// Whether the word for endorsements stands in the JSON, or in what a compact JWS has signed. Those who judge look
    /// closer.
    private static func isLikely(_ bytes: [UInt8]) -> Bool {
        if holdsWord(bytes) { return true }
        let parts = bytes.split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, let payload = try? Base64URL.decode(parts[1]) else { return false }
        return holdsWord(payload)
    }

    private static func holdsWord(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { text in
            var rest = text[...]
            while rest.count >= word.count, let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress,
                let found = memchr(start, Int32(word[0]), rest.count - word.count + 1)
            {
                if memcmp(found, word, word.count) == 0 { return true }
                rest = rest.dropFirst(UnsafeRawPointer(found) - start + 1)
            }
            return false
        }
    }

    private static let word = Array("EndorsementCredential".utf8)
}
