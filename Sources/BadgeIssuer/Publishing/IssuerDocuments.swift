import Encodings
import VerifiableCredentials

/// What a site says of its issuer: the DID document and the profile.
enum IssuerDocuments {
    /// Contexts under which an Open Badges object stands alone.
    static let contexts: JSONValue = [
        "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]

    /// The object with its contexts in front.
    static func standingAlone(_ object: JSONObject) -> JSONObject {
        var document: JSONObject = ["@context": contexts]
        for member in object.members { document[member.name] = member.value }
        return document
    }

    /// The DID document with every awarding key; nothing for a did:key, whose document is made of itself.
    ///
    /// Retired, lost and ceased keys stay, without dates, or others would refuse the badges they signed. A stolen key
    /// stands in it with the time of the theft and may be used for nothing: others can't tell its old badges from
    /// the thief's. The checkpoint key isn't in it, since it may sign no badge. A key for trust bundles stands in it, so
    /// that receivers can pin it, and may be used for nothing that a DID document names.
    ///
    /// - Parameter bundleKeys: the active ones.
    static func didDocument(
        issuer: DID, keys: [WorkspaceKey], bundleKeys: [WorkspaceKey] = [], history: KeyHistory
    ) -> JSONObject? {
        guard issuer.method == "web" else { return nil }
        var usable: [VerificationMethod] = []
        var revoked: [VerificationMethod] = []
        for key in keys {
            let method = VerificationMethod(id: key.id, controller: issuer.description, publicKey: key.publicKey)
            if let end = history.key(key.publicKey)?.end, end.state == .compromised {
                revoked.append(
                    VerificationMethod(
                        id: method.id, type: method.type, controller: method.controller, publicKey: key.publicKey,
                        revoked: end.since))
            } else {
                usable.append(method)
            }
        }
        let unusable =
            revoked
            + bundleKeys.map {
                VerificationMethod(id: $0.id, controller: issuer.description, publicKey: $0.publicKey)
            }
        return DIDDocument(id: issuer, publishing: usable, unusable: unusable).json
    }

    /// Where did:web looks for the document, below the site's root: a bare domain's also under `.well-known`.
    static func didDocumentPaths(issuer: DID) -> [String] {
        let isBareDomain = !issuer.methodSpecificID.utf8.contains(UInt8(ascii: ":"))
        return isBareDomain ? ["did.json", ".well-known/did.json"] : ["did.json"]
    }

    static func profile(_ identity: IssuerIdentity) -> JSONObject {
        standingAlone(identity.profile(in: identity.mainLanguage))
    }
}
