import Encodings

/// An achievement whatever its version: its id without the `/v<version>` at the end.
package struct AchievementKey: Sendable, Hashable {
    package let text: String
    /// Whether the id named a version; ids of our own badges do.
    package let hasVersion: Bool

    package init(id: String) {
        let bytes = Array(id.utf8)
        var end = bytes.count
        while end > 0, (0x30...0x39).contains(bytes[end - 1]) { end -= 1 }
        let isVersion =
            end < bytes.count && end > 2 && bytes[end] != 0x30 && bytes[end - 1] == UInt8(ascii: "v")
            && bytes[end - 2] == UInt8(ascii: "/")
        text = isVersion ? String(decoding: bytes[..<(end - 2)], as: UTF8.self) : id
        hasVersion = isVersion
    }

    /// Whether it is the badge of that slug: by its exact id, never by a name or code it gives itself.
    package func isBadge(_ slug: String, of base: String) -> Bool { hasVersion && text.hasSameBytes(as: base + slug) }

    /// What stands before the badge's own name, as far as the last slash.
    var base: [UInt8] { text.utf8.lastIndex(of: UInt8(ascii: "/")).map { Array(text.utf8[...$0]) } ?? [] }

    package static func == (left: AchievementKey, right: AchievementKey) -> Bool {
        left.text.hasSameBytes(as: right.text)
    }
    package func hash(into hasher: inout Hasher) { for byte in text.utf8 { hasher.combine(byte) } }
}

/// A credential by who issued it and its id, byte for byte: others may use the same id.
package struct CredentialKey: Sendable, Hashable {
    package let issuer: String
    package let id: String

    package init(issuer: String, id: String) {
        self.issuer = issuer
        self.id = id
    }

    package static func == (left: CredentialKey, right: CredentialKey) -> Bool {
        left.id.hasSameBytes(as: right.id) && left.issuer.hasSameBytes(as: right.issuer)
    }

    package func hash(into hasher: inout Hasher) {
        for byte in id.utf8 { hasher.combine(byte) }
        hasher.combine(0xFF as UInt8)
        for byte in issuer.utf8 { hasher.combine(byte) }
    }
}
