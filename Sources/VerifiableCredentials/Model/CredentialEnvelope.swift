import Encodings

/// A credential or presentation in a `data:` URL, the form in which a JWT stands in JSON-LD.
///
/// [VC Data Model 2.0 §4.13](https://www.w3.org/TR/vc-data-model-2.0/#enveloped-verifiable-credentials)
enum CredentialEnvelope {
    static let credentialType = "EnvelopedVerifiableCredential"
    static let presentationType = "EnvelopedVerifiablePresentation"

    static func isEnvelope(_ types: [String]) -> Bool {
        types.contains(credentialType) || types.contains(presentationType)
    }

    /// The compact JWS in the envelope; nothing when it holds another form, as SD-JWT or COSE.
    ///
    /// - Throws: `Malformed` when it is no `data:` URL with a media type.
    static func jws(in envelope: JSONObject) throws(Malformed) -> [UInt8]? {
        guard let id = envelope["id"]?.stringValue, id.utf8.count > 5,
            String(decoding: id.utf8.prefix(5), as: UTF8.self).lowercased() == "data:",
            let comma = id.utf8.firstIndex(of: UInt8(ascii: ","))
        else { throw Malformed() }
        let media = id.utf8[id.utf8.index(id.startIndex, offsetBy: 5)..<comma]
        var name = String(decoding: media, as: UTF8.self).lowercased()
        // A compact JWS is base64url already; some say so.
        if name.hasSuffix(";base64url") { name.removeLast(";base64url".count) }
        guard mediaTypes.contains(name) else { return nil }
        return Array(id.utf8[id.utf8.index(after: comma)...])
    }

    /// Whether it names the context that gives the word for an envelope its meaning, as it must.
    static func hasContext(_ envelope: JSONObject) -> Bool {
        envelope["@context"]?.asList.contains(.string(DataModelVersion.v2.contextURL)) ?? false
    }

    struct Malformed: Error {}

    /// Those of VC-JOSE-COSE §6.1, and of its drafts that are in the field.
    private static let mediaTypes: Set<String> = [
        "application/vc+jwt", "application/vp+jwt", "application/vc+ld+jwt", "application/vp+ld+jwt",
        "application/vc-ld+jwt", "application/vp-ld+jwt", "application/jwt",
    ]
}
