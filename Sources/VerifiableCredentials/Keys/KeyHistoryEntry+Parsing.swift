import Cryptography
import Encodings

extension KeyHistoryEntry {
    /// Reads one line; its place in the chain and its proof are checked by `KeyHistory`.
    ///
    /// - Throws: `KeyHistoryError` `history.malformed`, `history.format`, `history.event-unsupported`.
    init(parsing bytes: [UInt8], line: Int) throws(KeyHistoryError) {
        let value: JSONValue
        do {
            value = try JSONParser.parse(bytes)
        } catch {
            throw KeyHistory.malformed(
                line: line, "Line \(line) of the key history is not JSON.", cause: error.description)
        }
        guard let object = value.objectValue, object["format"]?.stringValue == Self.format else {
            throw KeyHistoryError(
                .format, "Line \(line) is not an entry of a key history that is read here.",
                hint: "Check that this is the organisation's key-history.jsonl; a newer program may read it.")
        }
        func broken(_ name: String) -> KeyHistoryError {
            KeyHistory.malformed(line: line, "Line \(line) of the key history has no readable \"\(name)\".")
        }
        guard let sequence = object["sequence"]?.numberValue?.intValue else { throw broken("sequence") }
        guard let previous = object["previous"], previous.isNull || previous.stringValue != nil else {
            throw broken("previous")
        }
        guard let at = object["at"]?.stringValue.flatMap({ try? Timestamp(rfc3339: $0) }) else { throw broken("at") }
        guard let did = object["did"]?.stringValue.flatMap(DID.init) else { throw broken("did") }
        guard let eventName = object["event"]?.stringValue else { throw broken("event") }
        guard let event = Event(rawValue: eventName) else {
            throw KeyHistoryError(
                .eventUnsupported, "Line \(line) of the key history tells of something that isn't read here.",
                hint: "A newer version of this program may read it.")
        }
        guard let digest = object["recoveryKeyDigest"]?.stringValue, Self.isDigest(digest) else {
            throw broken("recoveryKeyDigest")
        }
        guard let list = object["keys"]?.arrayValue, !list.isEmpty else { throw broken("keys") }
        var keys: [Key] = []
        for element in list {
            guard let key = Self.key(element, of: did), !keys.contains(where: { $0.id == key.id }) else {
                throw broken("keys")
            }
            keys.append(key)
        }
        self.sequence = sequence
        self.previous = previous.stringValue
        self.at = at
        self.did = did
        self.event = event
        self.keys = keys
        self.recoveryKeyDigest = digest
        self.json = object
    }

    private static func key(_ value: JSONValue, of did: DID) -> Key? {
        guard let id = value["id"]?.stringValue, let url = DIDURL(id), url.did == did, url.fragment != nil else {
            return nil
        }
        switch (value["publicKeyMultibase"], value["publicKeyJwk"]) {
        case (.string(let multikey)?, nil):
            return (try? PublicKey(multikey: multikey)).map { Key(id: id, publicKey: $0) }
        case (nil, .object(let jwk)?):
            return (try? PublicKey(jwk: jwk)).map { Key(id: id, publicKey: $0) }
        default:
            return nil
        }
    }

    /// A multihash of SHA-256 in multibase base64url.
    private static func isDigest(_ text: String) -> Bool {
        guard let bytes = try? Multibase.decode(text, expecting: .base64url) else { return false }
        return bytes.count == 34 && bytes[0] == 0x12 && bytes[1] == 0x20
    }
}
