import Cryptography
package import Encodings
import OpenBadges
package import VerifiableCredentials

/// What a file is, as far as receivers ask about it. Nothing in it is believed.
package struct FileFacts: Sendable {
    /// How the file is packed.
    package enum Container: String, Sendable, CaseIterable {
        case json, jwt, png, svg
        /// A page with a passport in it.
        case page
        /// A JWT with parts that can be left out (SD-JWT).
        case sdJWT = "sd-jwt"
    }

    /// What is in it.
    package enum Kind: String, Sendable, CaseIterable {
        case badge
        /// A learner record of CLR 2.0.
        case transcript
        case endorsement
        case presentation
        case europeanCredential = "european-digital-credential"
        /// A European Digital Credential, or something else, under an e-seal: a JWS in its JSON form.
        case sealed
        case openBadges2 = "open-badges-2"
        case statusList = "status-list"
        case otherCredential = "other-credential"
        /// A form that isn't read here.
        case other
    }

    package let container: Container
    package let kind: Kind
    /// What receivers look at: the credential, of a presentation its first one, under a seal what was sealed.
    package let document: JSONObject
    /// The header of the JWT that the credential is.
    package let header: JSONObject?
    /// Our own verifier's answers on it; nothing for what it doesn't read.
    package let report: VerificationReport?
    /// DID documents at hand, whoever vouches for them.
    package let didDocuments: [DIDDocument]
    /// Status lists at hand, whoever made them.
    package let statusLists: [JSONObject]
    /// Whether the key that a JWT brings along has signed it; nothing without one.
    package let fitsOwnKey: Bool?
    /// The moment judged for.
    package let at: Timestamp

    package var view: CredentialView { CredentialView(document) }
    package var proofs: [JSONObject] { view.proofs.compactMap(\.objectValue) }
    package var isJWT: Bool { header != nil || container == .jwt }

    /// The name by which a proof's way of signing is told.
    package static func suite(of proof: JSONObject) -> String {
        let type = proof["type"]?.stringValue ?? ""
        return type.hasSameBytes(as: "DataIntegrityProof") ? proof["cryptosuite"]?.stringValue ?? type : type
    }
}

// MARK: Reading

extension FileFacts {
    /// - Parameters:
    ///   - name: the file's name, for messages
    ///   - material: what is known of keys and status lists
    ///   - verifier: makes one that judges by such material
    /// - Throws: `DoctorError` `doctor.unreadable`, `doctor.no-credential`
    package static func read(
        _ bytes: [UInt8], named name: String, by material: VerificationMaterial, at: Timestamp,
        verifier: (VerificationMaterial) -> Verifier
    ) throws(DoctorError) -> FileFacts {
        let opened = OpenedFile.open(bytes)
        guard case .credential(let payload) = opened else {
            guard case .refused(let result) = opened, result.code == .formOpenBadges2 else {
                throw DoctorError.noCredential(name, opened)
            }
            return FileFacts(bare: .openBadges2, container: picture(bytes), document: [:], at: at)
        }
        let container = container(of: bytes, payload: payload)
        if let other = otherForm(payload, container: container, at: at) { return other }
        var judged = verifier(material).judgeDocument(payload, source: name)
        guard judged.kind != .unreadable, let json = judged.json else {
            guard container == .jwt, let foreign = foreignJWT(payload, report: judged.report, at: at) else {
                throw DoctorError.unreadable(name, judged.report)
            }
            return foreign
        }
        if let known = knowingSpelledOutKey(of: json, material) {
            judged = verifier(known).judgeDocument(payload, source: name)
        }
        // Of several credentials receivers look at one after the other, and most at the first alone.
        let isPresentation = judged.kind == .presentation
        let shown = isPresentation ? judged.inner.first : judged
        // A JWT in an envelope of JSON is neither the one nor the other.
        let isEnvelope = judged.isJWS && container == .json
        let jws = shown.flatMap { $0.isJWS ? try? CompactJWS(parsing: $0.bytes) : nil }
        return FileFacts(
            container: container, kind: isEnvelope ? .other : isPresentation ? .presentation : kind(of: json),
            document: shown?.json ?? [:], header: jws?.header.json, report: shown?.report,
            didDocuments: material.didDocuments.map(\.document), statusLists: material.statusLists.map(\.credential),
            fitsOwnKey: fitsOwnKey(jws), at: at)
    }

    /// The material with the key that a proof spells out behind `#` of a web address, as some issuers write it. That
    /// says whether the signature fits, and nothing about whose it is.
    private static func knowingSpelledOutKey(
        of document: JSONObject, _ material: VerificationMaterial
    ) -> VerificationMaterial? {
        for proof in CredentialView(document).proofs {
            guard let name = proof["verificationMethod"]?.stringValue, name.hasPrefix("http"),
                let hash = name.lastIndex(of: "#"),
                let key = try? PublicKey(multikey: String(name[name.index(after: hash)...]))
            else { continue }
            var known = material
            var list = material.trust ?? TrustList(updated: .earliest)
            let keys = [PinnedKey(id: name, publicKey: key)]
            list.issuers.append(TrustedIssuer(did: String(name[..<hash]), name: "", keys: keys))
            known.trust = list
            return known
        }
        return nil
    }

    private init(
        bare kind: Kind, container: Container, document: JSONObject, header: JSONObject? = nil,
        report: VerificationReport? = nil, at: Timestamp
    ) {
        self.init(
            container: container, kind: kind, document: document, header: header, report: report, didDocuments: [],
            statusLists: [], fitsOwnKey: nil, at: at)
    }

    private static func container(of bytes: [UInt8], payload: [UInt8]) -> Container {
        if bytes.count != payload.count { return isPage(bytes) ? .page : picture(bytes) }
        let first = payload.first { !($0 == 0x20 || (0x09...0x0D).contains($0)) }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .json }
        return payload.contains(UInt8(ascii: "~")) ? .sdJWT : .jwt
    }

    private static func isPage(_ bytes: [UInt8]) -> Bool { (try? PassportPage.payload(of: bytes)) != nil }

    private static func picture(_ bytes: [UInt8]) -> Container {
        switch bytes.first {
        case 0x89: .png
        case UInt8(ascii: "{"): .json
        default: .svg
        }
    }

    /// Forms that the verifier turns away by name and that some receivers ask for.
    private static func otherForm(_ payload: [UInt8], container: Container, at: Timestamp) -> FileFacts? {
        if container == .sdJWT { return FileFacts(bare: .other, container: container, document: [:], at: at) }
        guard container == .json, let object = (try? JSONParser.parse(payload))?.objectValue else { return nil }
        if object["payload"] != nil, object["signatures"] != nil || object["signature"] != nil {
            return FileFacts(bare: .sealed, container: container, document: sealed(object), at: at)
        }
        let isOld = (object["@context"]?.asList ?? []).compactMap(\.stringValue).contains {
            $0.hasPrefix("https://w3id.org/openbadges/v2") || $0.hasPrefix("https://w3id.org/openbadges/v1")
        }
        guard isOld, !CredentialView(object).hasType(OpenBadgesTerm.verifiableCredential) else { return nil }
        return FileFacts(bare: .openBadges2, container: container, document: [:], at: at)
    }

    /// A JWT that the verifier turns away, for its algorithm or for a rule that not everybody has.
    private static func foreignJWT(_ payload: [UInt8], report: VerificationReport, at: Timestamp) -> FileFacts? {
        let parts = payload.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let header = object(parts[0]), let claims = object(parts[1]) else { return nil }
        let document = claims["vc"]?.objectValue ?? claims
        return FileFacts(
            bare: kind(of: document), container: .jwt, document: document, header: header, report: report, at: at)
    }

    private static func object(_ part: ArraySlice<UInt8>) -> JSONObject? {
        guard let bytes = try? Base64URL.decode(part) else { return nil }
        return (try? JSONParser.parse(bytes))?.objectValue
    }

    /// What stands under a seal (RFC 7515 §7.2), when that is a JSON object.
    private static func sealed(_ object: JSONObject) -> JSONObject {
        guard let text = object["payload"]?.stringValue, let bytes = try? Base64URL.decode(text),
            let document = (try? JSONParser.parse(bytes))?.objectValue
        else { return [:] }
        return document
    }

    private static func kind(of json: JSONObject) -> Kind {
        let view = CredentialView(json)
        guard view.hasType(OpenBadgesTerm.verifiableCredential) else { return .other }
        if view.hasType("EuropeanDigitalCredential") { return .europeanCredential }
        if view.hasType(OpenBadgesTerm.clrCredential) { return .transcript }
        if view.hasType(OpenBadgesTerm.openBadgeCredential) || view.hasType(OpenBadgesTerm.achievementCredential) {
            return .badge
        }
        if view.hasType(OpenBadgesTerm.endorsementCredential) { return .endorsement }
        let lists = ["BitstringStatusListCredential", "StatusList2021Credential"]
        return lists.contains { view.hasType($0) } ? .statusList : .otherCredential
    }

    private static func fitsOwnKey(_ jws: CompactJWS?) -> Bool? {
        guard let jws, jws.header.kid == nil, let jwk = jws.header.jwk else { return nil }
        guard let key = try? PublicKey(jwk: jwk) else { return false }
        return jws.isValid(for: key)
    }
}
