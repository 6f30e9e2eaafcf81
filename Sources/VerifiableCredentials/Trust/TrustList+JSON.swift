import Cryptography
public import Encodings

extension TrustList {
    /// Reads a trust list strictly: an unknown member could be one that was meant to narrow the trust.
    public init(json: JSONValue) throws(TrustError) {
        guard let object = json.objectValue, object["format"]?.stringValue == Self.format else {
            throw TrustError(
                .format, "The file doesn't say that it is a trust list.",
                hint: "A trust list begins with \"format\": \"\(Self.format)\"; `passportctl trust init` makes one.")
        }
        let reader = TrustFieldReader(object, at: .root)
        try reader.allow(["format", "updated", "issuers", "bundleSigners", "tsaCertificates"])
        guard let updated = try reader.timestamp("updated") else { throw reader.missing("updated") }
        self.init(updated: updated)
        if let value = object["bundleSigners"] {
            guard let signers = value.arrayValue else { throw reader.wrong("bundleSigners", due: "a list") }
            bundleSigners = try Self.signers(signers)
        }
        if let value = object["tsaCertificates"] {
            guard let texts = value.arrayValue else { throw reader.wrong("tsaCertificates", due: "a list") }
            tsaCertificates = try Self.certificates(texts)
        }
        guard let entries = object["issuers"]?.arrayValue else { throw reader.missing("issuers") }
        for (index, entry) in entries.enumerated() {
            let issuer = try TrustedIssuer(json: entry, at: JSONPath.root.appending("issuers").appending(index))
            for name in [issuer.did] + issuer.alsoKnownAs where self.issuer(name) != nil {
                throw TrustError(
                    .duplicate, "The issuer \(UTF8Text.shown(name)) stands twice in the trust list.",
                    hint: "Give each issuer one entry, with its other names under alsoKnownAs.")
            }
            issuers.append(issuer)
        }
    }

    private static func signers(_ values: [JSONValue]) throws(TrustError) -> [BundleSigner] {
        var signers: [BundleSigner] = []
        for (index, value) in values.enumerated() {
            let signer = try BundleSigner(json: value, at: JSONPath.root.appending("bundleSigners").appending(index))
            guard !signers.contains(where: { $0.did.hasSameBytes(as: signer.did) }) else {
                throw TrustError(
                    .duplicate, "The bundle signer \(UTF8Text.shown(signer.did)) stands twice in the trust list.")
            }
            signers.append(signer)
        }
        return signers
    }

    /// A certificate stands there as `x5c` of RFC 7517 writes it, the base64 of its DER, or as the text of a PEM file.
    private static func certificates(_ values: [JSONValue]) throws(TrustError) -> [TSACertificate] {
        var certificates: [TSACertificate] = []
        for (index, value) in values.enumerated() {
            let path = JSONPath.root.appending("tsaCertificates").appending(index)
            guard let text = value.stringValue, !text.isEmpty else {
                throw TrustError(.field, "At \(path) of the trust list a certificate is due, in base64 or PEM.")
            }
            let certificate: TSACertificate
            do throws(TimestampError) {
                if let der = try? Base64.decode(text) {
                    certificate = try TSACertificate(der: der)
                } else {
                    certificate = try TSACertificate(pem: Array(text.utf8))
                }
            } catch {
                throw TrustError(
                    .certificate, "The certificate at \(path) of the trust list can't be used: \(error.message)",
                    hint: error.hint, cause: error.cause)
            }
            guard !certificates.contains(certificate) else {
                throw TrustError(
                    .duplicate, "The certificate \(certificate.fingerprint) stands twice in the trust list.")
            }
            certificates.append(certificate)
        }
        return certificates
    }

    public var json: JSONValue {
        var object: JSONObject = [
            "format": .string(Self.format), "updated": .string(updated.description),
            "issuers": .array(issuers.map(\.json)),
        ]
        object["bundleSigners"] = bundleSigners.map { .array($0.map(\.json)) }
        object["tsaCertificates"] = tsaCertificates.map { .array($0.map { .string(Base64.encode($0.der)) }) }
        return .object(object)
    }
}

extension TrustedIssuer {
    private static let members = [
        "did", "alsoKnownAs", "name", "roles", "keys", "keysAsOf", "historyStart", "achievements", "kinds",
        "statusExpected",
        "statusIssuers", "validFrom", "validUntil", "source",
    ]

    init(json: JSONValue, at path: JSONPath) throws(TrustError) {
        guard let object = json.objectValue else {
            throw TrustError(.field, "At \(path) of the trust list an object is due.")
        }
        let reader = TrustFieldReader(object, at: path)
        try reader.allow(Self.members)
        guard let did = try reader.text("did") else { throw reader.missing("did") }
        guard DID(did) != nil || did.utf8.starts(with: "https://".utf8) && NormalizedURL(did) != nil else {
            throw reader.wrong("did", due: "a DID or an https address")
        }
        guard let name = try reader.text("name") else { throw reader.missing("name") }
        guard let entries = object["keys"]?.arrayValue, !entries.isEmpty else { throw reader.missing("keys") }
        var keys: [PinnedKey] = []
        for (index, entry) in entries.enumerated() {
            let key = try PinnedKey(json: entry, at: path.appending("keys").appending(index))
            guard !keys.contains(where: { $0.id.hasSameBytes(as: key.id) }) else {
                throw TrustError(.duplicate, "The key \(UTF8Text.shown(key.id)) stands twice in the trust list.")
            }
            keys.append(key)
        }
        self.init(did: did, name: name, keys: keys)
        alsoKnownAs = try reader.texts("alsoKnownAs")
        roles = try reader.texts("roles")
        keysAsOf = try reader.timestamp("keysAsOf")
        historyStart = try reader.text("historyStart")
        achievements = try reader.texts("achievements")
        for prefix in achievements { try Self.check(prefix: prefix) }
        kinds = try reader.texts("kinds")
        statusIssuers = try reader.texts("statusIssuers")
        if let value = object["statusExpected"] {
            guard let flag = value.boolValue else { throw reader.wrong("statusExpected", due: "true or false") }
            statusExpected = flag
        }
        validFrom = try reader.timestamp("validFrom")
        validUntil = try reader.timestamp("validUntil")
        if let validFrom, let validUntil, validUntil < validFrom {
            throw reader.wrong("validUntil", due: "a time after validFrom")
        }
        source = try reader.text("source")
    }

    /// A prefix must end in `/`: without it `…/badges` would also cover `…/badges-of-another`.
    public static func check(prefix: String) throws(TrustError) {
        guard prefix.hasSuffix("/"), NormalizedURL(prefix) != nil else {
            throw TrustError(
                .prefix,
                "\"\(UTF8Text.escapedForTerminal(prefix))\" can't be used as the beginning of achievement addresses.",
                hint: "Give an absolute address that ends in /, such as https://passi.example/badges/.")
        }
    }

    public var json: JSONValue {
        var object: JSONObject = ["did": .string(did), "name": .string(name)]
        func list(_ values: [String]) -> JSONValue? { values.isEmpty ? nil : .array(values.map { .string($0) }) }
        object["alsoKnownAs"] = list(alsoKnownAs)
        object["roles"] = list(roles)
        object["keys"] = .array(keys.map(\.json))
        object["keysAsOf"] = keysAsOf.map { .string($0.description) }
        object["historyStart"] = historyStart.map { .string($0) }
        object["achievements"] = list(achievements)
        object["kinds"] = list(kinds)
        if statusExpected { object["statusExpected"] = true }
        object["statusIssuers"] = list(statusIssuers)
        object["validFrom"] = validFrom.map { .string($0.description) }
        object["validUntil"] = validUntil.map { .string($0.description) }
        object["source"] = source.map { .string($0) }
        return .object(object)
    }
}

extension PinnedKey {
    /// - Parameter isOfIssuer: whether it is to sign badges, so that a DID that spells its key out has no other.
    init(json: JSONValue, at path: JSONPath, isOfIssuer: Bool = true) throws(TrustError) {
        guard let object = json.objectValue else {
            throw TrustError(.field, "At \(path) of the trust list an object is due.")
        }
        let reader = TrustFieldReader(object, at: path)
        try reader.allow(["id", "publicKeyMultibase", "publicKeyJwk"])
        guard let id = try reader.text("id") else { throw reader.missing("id") }
        do throws(KeyError) {
            switch (object["publicKeyMultibase"]?.stringValue, object["publicKeyJwk"]?.objectValue) {
            case (let multikey?, nil): self.init(id: id, publicKey: try PublicKey(multikey: multikey))
            case (nil, let jwk?): self.init(id: id, publicKey: try PublicKey(jwk: jwk))
            default:
                throw KeyError(.malformed, "exactly one of publicKeyMultibase and publicKeyJwk is due")
            }
        } catch {
            throw TrustError(.key, "The key at \(path) of the trust list can't be used: \(error.message)")
        }
        // did:key and did:jwk spell their key out; another under that name would be taken for it.
        if isOfIssuer, let did = DIDURL(id)?.did, let own = try? SelfDescribingDID.document(for: did),
            !own.verificationMethods.contains(where: { $0.publicKey == publicKey })
        {
            throw TrustError(.key, "The key at \(path) of the trust list is not the one that its id spells out.")
        }
    }

    public var json: JSONValue {
        switch publicKey.type {
        case .ed25519: ["id": .string(id), "publicKeyMultibase": .string(publicKey.multikey)]
        default: ["id": .string(id), "publicKeyJwk": .object(publicKey.jwk)]
        }
    }
}

/// Reads the members of one object of a trust list, naming the place of what is wrong.
struct TrustFieldReader {
    let object: JSONObject
    let path: JSONPath

    init(_ object: JSONObject, at path: JSONPath) {
        self.object = object
        self.path = path
    }

    func allow(_ names: [String]) throws(TrustError) {
        guard let stranger = object.names.first(where: { name in !names.contains { $0.hasSameBytes(as: name) } }) else {
            return
        }
        throw TrustError(
            .field,
            "The trust list has a member that isn't known: \(path.appending(UTF8Text.escapedForTerminal(stranger))).",
            hint: "Known here are \(names.joined(separator: ", ")).")
    }

    func missing(_ name: String) -> TrustError {
        TrustError(.field, "The trust list lacks \(path.appending(name)).")
    }

    func wrong(_ name: String, due: String) -> TrustError {
        TrustError(.field, "At \(path.appending(name)) of the trust list \(due) is due.")
    }

    func text(_ name: String) throws(TrustError) -> String? {
        guard let value = object[name], !value.isNull else { return nil }
        guard let text = value.stringValue, !text.isEmpty else { throw wrong(name, due: "a text") }
        return text
    }

    /// A list that stands there must name something: an empty one reads as "nothing" to people and as "no limit" here.
    func texts(_ name: String) throws(TrustError) -> [String] {
        guard let value = object[name] else { return [] }
        let texts = value.arrayValue?.compactMap(\.stringValue) ?? []
        guard !texts.isEmpty, texts.count == value.arrayValue?.count, !texts.contains("") else {
            throw wrong(name, due: "a list of at least one text")
        }
        return texts
    }

    func timestamp(_ name: String) throws(TrustError) -> Timestamp? {
        guard let text = try text(name) else { return nil }
        guard let timestamp = try? Timestamp(rfc3339: text) else {
            throw wrong(name, due: "a time such as 2026-11-21T10:00:00Z")
        }
        return timestamp
    }
}
