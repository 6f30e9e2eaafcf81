import Cryptography
import Encodings

extension KeyHistoryEntry {
    /// Reads one line; its place in the chain and its signatures are checked by `KeyHistory`.
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
        let reader = Reader(object: object, line: line)
        guard let sequence = object["sequence"]?.numberValue?.intValue else { throw reader.broken("sequence") }
        guard let previous = object["previous"], previous.isNull || previous.stringValue != nil else {
            throw reader.broken("previous")
        }
        guard let at = try reader.instant("at") else { throw reader.broken("at") }
        guard let did = try reader.did("did") else { throw reader.broken("did") }
        guard let eventName = object["event"]?.stringValue else { throw reader.broken("event") }
        guard let event = Event(rawValue: eventName) else {
            throw KeyHistoryError(
                .eventUnsupported, "Line \(line) of the key history tells of something that isn't read here.",
                hint: "A newer version of this program may read it.")
        }
        guard let digest = object["recoveryKeyDigest"]?.stringValue, Self.isDigest(digest) else {
            throw reader.broken("recoveryKeyDigest")
        }
        let keys = try reader.keys(of: did)
        guard !keys.isEmpty || ![.initial, .added, .rotated].contains(event) else { throw reader.broken("keys") }
        var details = Details()
        details.ends = try reader.texts("ends")
        guard details.ends.isEmpty == [.initial, .added].contains(event) else { throw reader.broken("ends") }
        details.reason = try reader.text("reason").map { text throws(KeyHistoryError) in
            guard let reason = Reason(rawValue: text) else { throw reader.broken("reason") }
            return reason
        }
        guard (details.reason != nil) == (event == .revoked) else { throw reader.broken("reason") }
        details.since = try reader.instant("since")
        guard (details.since != nil) == [.revoked, .closed].contains(event) else { throw reader.broken("since") }
        details.successor = try reader.did("successor")
        details.finalLists = try reader.finalLists()
        details.recoveryKey = try reader.text("recoveryKey").map { text throws(KeyHistoryError) in
            guard let key = try? PublicKey(multikey: text), key.type == .ed25519 else {
                throw reader.broken("recoveryKey")
            }
            return key
        }
        details.signatures = try reader.signatures()
        self.init(
            sequence: sequence, previous: previous.stringValue, at: at, did: did, event: event, keys: keys,
            details: details, recoveryKeyDigest: digest, json: object)
    }

    /// A multihash of SHA-256 in multibase base64url.
    private static func isDigest(_ text: String) -> Bool {
        guard let bytes = try? Multibase.decode(text, expecting: .base64url) else { return false }
        return bytes.count == 34 && bytes[0] == 0x12 && bytes[1] == 0x20
    }

    private struct Reader {
        let object: JSONObject
        let line: Int

        func broken(_ name: String) -> KeyHistoryError {
            KeyHistory.malformed(line: line, "Line \(line) of the key history has no readable \"\(name)\".")
        }

        func text(_ name: String) throws(KeyHistoryError) -> String? {
            guard let value = object[name] else { return nil }
            guard let text = value.stringValue else { throw broken(name) }
            return text
        }

        func instant(_ name: String) throws(KeyHistoryError) -> Timestamp? {
            guard let text = try text(name) else { return nil }
            guard let instant = try? Timestamp(rfc3339: text) else { throw broken(name) }
            return instant
        }

        func did(_ name: String) throws(KeyHistoryError) -> DID? {
            guard let text = try text(name) else { return nil }
            guard let did = DID(text) else { throw broken(name) }
            return did
        }

        func list(_ name: String) throws(KeyHistoryError) -> [JSONValue] {
            guard let value = object[name] else { return [] }
            guard let list = value.arrayValue else { throw broken(name) }
            return list
        }

        func texts(_ name: String) throws(KeyHistoryError) -> [String] {
            var texts: [String] = []
            let list = try list(name)
            guard list.count <= KeyHistory.maxKeysPerEntry else { throw broken(name) }
            for element in list {
                guard let text = element.stringValue, !texts.contains(where: { $0.hasSameBytes(as: text) }) else {
                    throw broken(name)
                }
                texts.append(text)
            }
            return texts
        }

        func keys(of did: DID) throws(KeyHistoryError) -> [Key] {
            var keys: [Key] = []
            let list = try list("keys")
            guard list.count <= KeyHistory.maxKeysPerEntry else { throw broken("keys") }
            for element in list {
                guard let key = Self.key(element, of: did), !keys.contains(where: { $0.id == key.id }) else {
                    throw broken("keys")
                }
                keys.append(key)
            }
            return keys
        }

        func finalLists() throws(KeyHistoryError) -> [FinalList] {
            var lists: [FinalList] = []
            for element in try list("statusLists") {
                guard let id = element["id"]?.stringValue, let digest = element["digest"]?.stringValue,
                    isDigest(digest)
                else { throw broken("statusLists") }
                lists.append(FinalList(id: id, digest: digest))
            }
            return lists
        }

        func signatures() throws(KeyHistoryError) -> [Signature] {
            var signatures: [Signature] = []
            let list = try list("signatures")
            guard list.count <= 2 * KeyHistory.maxKeysPerEntry else { throw broken("signatures") }
            for element in list {
                guard let key = element["key"]?.stringValue, let value = element["value"]?.stringValue,
                    let bytes = try? Multibase.decode(value, expecting: .base64url),
                    !signatures.contains(where: { $0.key.hasSameBytes(as: key) })
                else { throw broken("signatures") }
                signatures.append(Signature(key: key, bytes: bytes))
            }
            return signatures
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
    }
}
