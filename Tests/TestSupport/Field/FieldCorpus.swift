import Cryptography
public import Encodings

/// The suites with files of the field, and what a receiver would judge all of them by: one trust list that pins their
/// keys, the DID documents and the lists of withdrawals, each with the address where it is found.
public enum FieldCorpus {
    public static let suites = ["dcc", "signed-credentials", "1edtech-validator", "ob3-spec"]

    /// All files but those of Open Badges 2.0.
    public static let files: [FieldFile] = suites.flatMap { suite in
        Corpus.cases(suite).filter { !$0.id.hasPrefix("ob20/") }.map { FieldFile($0) }
    }

    // MARK: Documents

    /// A list of withdrawals, and an address at which it is found.
    public struct Found: Sendable {
        public let address: String
        /// Its path below the corpus.
        public let file: String
        public let json: JSONObject
    }

    private static let documents: [Found] = {
        let listing = (try? TestJSON.parse(Corpus.read("documents.json"))) ?? .null
        return (listing["other"]?.arrayValue ?? []).flatMap { entry -> [Found] in
            guard let file = entry["file"]?.stringValue, let address = entry["url"]?.stringValue,
                let json = (try? TestJSON.parse(Corpus.read(file)))?.objectValue
            else { return [] }
            var addresses = [address]
            // The file's own place in its repository, which is on the web too.
            if let source = entry["source"]?.stringValue, let path = entry["path"]?.stringValue {
                addresses.append("https://raw.githubusercontent.com/\(source)/refs/heads/main/\(path)")
            }
            return addresses.map { Found(address: $0, file: file, json: json) }
        }
    }()

    public static let statusLists = documents.filter { !$0.file.hasSuffix("did.json") }

    /// Each file once.
    public static let didDocuments: [Found] = documents.filter {
        $0.file.hasSuffix("did.json") && $0.address.hasSuffix("did.json")
            && $0.address.hasPrefix("https://digitalcredentials.github.io/")
    }

    /// The list that is found at that address.
    public static func list(at address: String) -> Found? { statusLists.first { $0.address == address } }

    // MARK: Trust

    /// `passport.trust/1`: every issuer of the files, by the keys that its proofs name, with the issuers of the lists.
    public static let trustList: JSONObject = {
        var issuers: [(did: String, keys: [JSONObject])] = []
        func pin(_ method: String, of issuer: String, _ key: JSONObject) {
            let place = issuers.firstIndex { $0.did == issuer }
            guard let place else { return issuers.append((issuer, [key])) }
            if !issuers[place].keys.contains(where: { $0["id"]?.stringValue == method }) {
                issuers[place].keys.append(key)
            }
        }
        for document in files.compactMap(\.json).flatMap(withInner) + statusLists.map(\.json) {
            guard let issuer = identifier(of: document["issuer"]),
                issuer.hasPrefix("did:") || issuer.hasPrefix("https:")
            else { continue }
            for proof in document["proof"]?.asList ?? [] {
                // The key of a did:web or of an address is named by what it is; that's the issuer's word, taken here.
                guard let method = proof["verificationMethod"]?.stringValue, method.hasPrefix("\(issuer)#"),
                    let name = method.split(separator: "#").last.map(String.init),
                    (try? PublicKey(multikey: name)) != nil
                else { continue }
                pin(method, of: issuer, ["id": .string(method), "publicKeyMultibase": .string(name)])
            }
        }
        for file in files where file.kind == .jwt {
            guard let (issuer, key) = headerKey(of: file.bytes) else { continue }
            pin("\(issuer)#jwk", of: issuer, ["id": .string("\(issuer)#jwk"), "publicKeyJwk": key])
        }
        let lists = Set(statusLists.compactMap { identifier(of: $0.json["issuer"]) }).sorted()
        return [
            "format": "passport.trust/1", "updated": "2026-11-21T00:00:00Z",
            "issuers": .array(
                issuers.map { issuer in
                    [
                        "did": .string(issuer.did), "name": "An issuer of the field",
                        "keys": .array(issuer.keys.map { .object($0) }),
                        "statusIssuers": .array(lists.map { .string($0) }),
                    ]
                }),
        ]
    }()

    /// The key that a JWT brings along, which proves nothing until somebody pins it.
    private static func headerKey(of bytes: [UInt8]) -> (String, JSONValue)? {
        let parts = bytes.split(separator: UInt8(ascii: ".")).map { Array($0) }
        guard parts.count == 3, let header = try? TestJSON.parse(Base64URL.decode(parts[0])), let key = header["jwk"],
            let payload = try? TestJSON.parse(Base64URL.decode(parts[1])),
            let issuer = identifier(of: payload["vc"]?["issuer"] ?? payload["issuer"])
        else { return nil }
        return (issuer, key)
    }

    private static func withInner(_ document: JSONObject) -> [JSONObject] {
        let inner = document["credentialSubject"]?["verifiableCredential"]?.asList ?? []
        return [document] + inner.compactMap(\.objectValue)
    }

    // MARK: Reading

    static func identifier(of value: JSONValue?) -> String? { value?.stringValue ?? value?["id"]?.stringValue }

    static func texts(_ value: JSONValue?) -> [String] { (value?.asList ?? []).compactMap(\.stringValue) }
}
