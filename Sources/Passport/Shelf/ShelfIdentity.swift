import BadgeDefinitions
import Cryptography
import Encodings
import OpenBadges
import VerifiableCredentials

/// By what a credential is told from others on a shelf.
struct ShelfIdentity {
    let id: String
    /// Of equal credentials one is a newer version of the other; nothing for one without an id, which equals none.
    ///
    /// [Open Badges 3.0, credential equality](https://www.imsglobal.org/spec/ob/v3p0/#credential-equality-and-comparison-algorithm):
    /// the same issuer's and the same own id, percent-encoding undone and white space around them cut off.
    let equality: [UInt8]?
    /// What it says, whoever wrapped it how: one credential signed twice is still one.
    let payload: [UInt8]
    let kind: ShelfItem.Kind

    init(_ json: JSONObject) {
        let view = CredentialView(json)
        id = view.id ?? ""
        if let issuer = view.issuerID, let id = view.id, !id.isEmpty {
            let parts = [issuer, id].map(Self.normalised)
            equality = SHA256.hash(parts[0] + [0] + parts[1])
        } else {
            equality = nil
        }
        payload = SHA256.hash(JCS.canonicalize(.object(json.removing("proof"))))
        kind = Self.kind(json, view)
    }

    /// Whether it is something that travels beside badges: a status list, a document of keys, a name that somebody gives
    /// themself.
    static func isNoBadge(_ json: JSONObject) -> Bool {
        let view = CredentialView(json)
        if ["BitstringStatusListCredential", "StatusList2021Credential"].contains(where: view.hasType) { return true }
        guard view.types.allSatisfy({ $0 == OpenBadgesTerm.verifiableCredential }) else { return false }
        if let issuer = view.issuerID, let subject = view.subjectID, issuer.hasSameBytes(as: subject) { return true }
        return json["relatedResource"]?.asList.contains { $0["mediaType"]?.stringValue == "application/did+json" }
            ?? false
    }

    /// - Returns: the bytes that an id stands for; none of them is zero unless it wrote `%00`.
    private static func normalised(_ text: String) -> [UInt8] {
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        var result: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = Self.value(ofHex: rest.prefix(2)) {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return result
    }

    private static func value(ofHex digits: ArraySlice<UInt8>) -> UInt8? {
        guard digits.count == 2 else { return nil }
        return UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    private static func kind(_ json: JSONObject, _ view: CredentialView) -> ShelfItem.Kind {
        if view.hasType(OpenBadgesTerm.recognitionDecision) { return .decision }
        let badge = AchievementCredentialView(json)
        if badge.isAchievementCredential {
            return badge.achievement?.achievementType == CountedCertificate.achievementType ? .certificate : .badge
        }
        return view.hasType("EndorsementCredential") ? .endorsement : .other
    }
}
