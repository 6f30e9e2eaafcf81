import Cryptography
import Encodings

/// UUIDs that are made of what they name, so that the same thing has the same one on every run (version 8,
/// RFC 9562 §5.8).
enum NamedUUID {
    /// `urn:uuid:…`
    static func urn(_ name: String) -> String {
        var bytes = Array(SHA256.hash(Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = Base16.encode(bytes)
        var text = "urn:uuid:"
        for (place, character) in hex.enumerated() {
            if [8, 12, 16, 20].contains(place) { text.append("-") }
            text.append(character)
        }
        return text
    }
}
