public import Encodings

/// A presentation as it arrived: credentials that somebody wrapped, and what secures the wrapper. Nothing is believed.
///
/// [VC Data Model 2.0 §4.13](https://www.w3.org/TR/vc-data-model-2.0/#verifiable-presentations)
public struct PresentedPresentation: Sendable {
    public let bytes: [UInt8]
    public let securing: PresentedCredential.Securing
    /// The presentation's JSON, its credentials included.
    public let json: JSONObject

    public init(bytes: [UInt8], securing: PresentedCredential.Securing, json: JSONObject) {
        self.bytes = bytes
        self.securing = securing
        self.json = json
    }

    /// The credentials, each as it stands there.
    public var members: [JSONValue] { json["verifiableCredential"]?.asList ?? [] }

    /// Who presents: as it says itself, else whose keys its proofs name, when that is one.
    var holder: String? {
        if let holder = CredentialView.identifier(of: json["holder"]) { return holder }
        guard json["holder"] == nil else { return nil }
        var names: [String] = []
        for proof in json["proof"]?.asList ?? [] {
            guard let name = proof["verificationMethod"]?.stringValue.flatMap({ DIDURL($0)?.did.description }) else {
                return nil
            }
            names.append(name)
        }
        if case .jws(let jws, let content) = securing {
            if let issuer = content.claims.issuer { return issuer }
            if let name = jws.header.kid.flatMap({ DIDURL($0)?.did.description }) { names.append(name) }
        }
        guard let first = names.first, names.allSatisfy({ $0.hasSameBytes(as: first) }) else { return nil }
        return first
    }
}
