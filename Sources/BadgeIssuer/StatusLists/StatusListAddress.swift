import Cryptography
import Encodings

extension WorkspaceSettings {
    /// The id of a status list: what `statusListCredential` says, and the list's own `id`.
    ///
    /// With a site it is the list's address; without one a UUID made of issuer and number, so that award and publish
    /// say the same without keeping it anywhere (version 8, RFC 9562 §5.8).
    ///
    /// - Parameter number: the list's number in the register.
    package func statusListID(_ number: Int) -> String {
        if let url { return "\(url)/\(Self.statusListFile(number))" }
        var bytes = Array(SHA256.hash(Array("passport.status-list/1\n\(issuer)\n\(number)".utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = Base16.encode(bytes)
        var text = ""
        for (place, character) in hex.enumerated() {
            if [8, 12, 16, 20].contains(place) { text.append("-") }
            text.append(character)
        }
        return "urn:uuid:\(text)"
    }

    /// Where a status list stands below the site's root.
    package static func statusListFile(_ number: Int) -> String { "status/\(number).json" }
}
