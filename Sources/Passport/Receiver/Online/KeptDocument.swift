import Cryptography
package import Encodings

/// A document from the web as it is kept on the disk: one line about it, then its bytes.
package struct KeptDocument: Sendable, Hashable {
    static let format = "passport.fetched/1"

    package let url: String
    package let fetchedAt: Timestamp
    /// Until when it needn't be asked for again.
    package let freshUntil: Timestamp
    package let body: [UInt8]

    package init(url: String, fetchedAt: Timestamp, freshUntil: Timestamp, body: [UInt8]) {
        self.url = url
        self.fetchedAt = fetchedAt
        self.freshUntil = freshUntil
        self.body = body
    }

    /// A document from the future was kept by another clock; that one's word on freshness counts for nothing.
    package func isFresh(at now: Timestamp) -> Bool { fetchedAt <= now && now < freshUntil }

    var bytes: [UInt8] {
        let head: JSONObject = [
            "format": .string(Self.format), "url": .string(url), "fetchedAt": .string(fetchedAt.description),
            "freshUntil": .string(freshUntil.description), "sha256": .string(Self.digest(body)),
        ]
        return JSONWriter.compact(.object(head)) + [0x0A] + body
    }

    /// Nothing for what isn't as it was written.
    init?(_ bytes: [UInt8]) {
        guard let end = bytes.firstIndex(of: 0x0A), let head = try? JSONParser.parse(Array(bytes[..<end])),
            head["format"]?.stringValue == Self.format, let url = head["url"]?.stringValue,
            let fetchedAt = head["fetchedAt"]?.stringValue.flatMap({ try? Timestamp(rfc3339: $0) }),
            let freshUntil = head["freshUntil"]?.stringValue.flatMap({ try? Timestamp(rfc3339: $0) })
        else { return nil }
        let body = Array(bytes[(end + 1)...])
        guard head["sha256"]?.stringValue == Self.digest(body) else { return nil }
        self.init(url: url, fetchedAt: fetchedAt, freshUntil: freshUntil, body: body)
    }

    static func digest(_ bytes: [UInt8]) -> String { Base16.encode(SHA256.hash(bytes)) }
}
