import Encodings

/// A credential as an endorsement may name it by digest.
///
/// A credential that travels inside another document no longer has the bytes of its file, only its members as they were
/// written; so the ways in which a program would write those are compared, too.
final class EndorsedDocument {
    let id: String?
    /// Whether the bytes are those of the credential's own file or compact JWS.
    let hasOwnBytes: Bool
    private let bytes: [UInt8]
    private let json: JSONObject
    private lazy var forms: [ByteDigests] = Self.forms(of: .object(json), bytes)

    init(_ json: JSONObject, bytes: [UInt8], hasOwnBytes: Bool) {
        id = json["id"]?.stringValue
        self.json = json
        self.bytes = bytes
        self.hasOwnBytes = hasOwnBytes
    }

    /// Whether digests are those of the credential.
    func fits(_ digests: NamedDigests) -> Bool { forms.contains(where: digests.fit) }

    /// Whether digests are those of a part of it, as a program would write it.
    func fits(_ digests: NamedDigests, part: JSONValue) -> Bool { Self.forms(of: part).contains(where: digests.fit) }

    private static func forms(of json: JSONValue, _ bytes: [UInt8]? = nil) -> [ByteDigests] {
        [bytes, JSONWriter.compact(json), JCS.canonicalize(json)].compactMap(\.self).map { ByteDigests(of: $0) }
    }
}
