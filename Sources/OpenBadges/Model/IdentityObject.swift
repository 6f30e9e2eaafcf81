internal import Cryptography
public import Encodings

/// An identifier of the person a badge is for, usually only its salted hash (IdentityObject, appendix A).
///
/// The hash is `sha256$` and the hexadecimal SHA-256 of identifier and salt, one after the other in UTF-8. Salt and hash
/// stand together, so whoever has a list of likely addresses can try them all: a hash keeps an address from being read in
/// passing, no more.
public struct IdentityObject: Sendable, Hashable {
    public let identityType: IdentityType
    /// The hash, or the identifier itself when `isHashed` is false.
    public let identityHash: String
    public let isHashed: Bool
    public let salt: String?

    public init(identityType: IdentityType, identityHash: String, isHashed: Bool, salt: String?) {
        self.identityType = identityType
        self.identityHash = identityHash
        self.isHashed = isHashed
        self.salt = salt
    }

    /// What stands in a subject's `identifier`; nothing when a part that is needed is absent or of another kind.
    public init?(json: JSONValue) {
        guard let json = json.objectValue else { return nil }
        let view = IdentityMembers(json)
        guard let type = view.text("identityType"), let hash = view.text("identityHash"),
            let isHashed = view.single("hashed")?.boolValue
        else { return nil }
        let salt = view.text("salt")
        // A salt that can't be read isn't the same as none.
        guard salt != nil || json["salt"]?.asList.isEmpty ?? true else { return nil }
        self.init(identityType: IdentityType(rawValue: type), identityHash: hash, isHashed: isHashed, salt: salt)
    }

    /// The object's members, read as those of any other are.
    private struct IdentityMembers: JSONView {
        let json: JSONObject
        init(_ json: JSONObject) { self.json = json }
    }

    /// An identifier as we put it into a badge: normalised, then hashed with a salt.
    ///
    /// - Parameter salt: a fresh one for each identifier and credential, so that badges can't be linked by it.
    public static func hashed(_ identifier: String, as type: IdentityType, salt: String) -> IdentityObject {
        let digest = digest(of: IdentifierText.normalised(identifier, as: type), salt: salt)
        return IdentityObject(
            identityType: type, identityHash: "sha256$" + Base16.encode(digest), isHashed: true, salt: salt)
    }

    /// A salt: 16 random bytes in hexadecimal.
    public static func makeSalt(using generator: inout some RandomNumberGenerator) -> String {
        var bytes: [UInt8] = []
        for _ in 0..<2 {
            let word: UInt64 = generator.next()
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return Base16.encode(bytes)
    }

    /// The object as it stands in a badge.
    public var json: JSONObject {
        var object: JSONObject = [
            "type": .string(OpenBadgesTerm.identityObject), "hashed": .bool(isHashed),
            "identityHash": .string(identityHash), "identityType": .string(identityType.rawValue),
        ]
        if let salt { object["salt"] = .string(salt) }
        return object
    }

    // MARK: Comparing

    /// What comparing an identifier with this object says.
    public enum Comparison: Sendable, Hashable {
        /// The same, in the spelling that was typed.
        case sameAsTyped
        /// The same after normalising.
        case sameNormalised
        case different
        /// The hash can't be computed here: MD5, an unknown algorithm, or no hash at all.
        case unsupported
    }

    /// Whether an identifier is the one in this object; false, too, when that can't be told.
    public func matches(_ candidate: String) -> Bool {
        switch compare(candidate) {
        case .sameAsTyped, .sameNormalised: true
        case .different, .unsupported: false
        }
    }

    /// Compares an identifier as typed, then normalised, in a time that doesn't depend on where the hashes differ.
    public func compare(_ candidate: String) -> Comparison {
        let normalised = IdentifierText.normalised(candidate, as: identityType)
        guard isHashed else {
            if identityHash.hasSameBytes(as: candidate) { return .sameAsTyped }
            let own = IdentifierText.normalised(identityHash, as: identityType)
            return own.hasSameBytes(as: normalised) ? .sameNormalised : .different
        }
        guard let expected = sha256 else { return .unsupported }
        if constantTimeEqual(Self.digest(of: candidate, salt: salt), expected) { return .sameAsTyped }
        if candidate.hasSameBytes(as: normalised) { return .different }
        return constantTimeEqual(Self.digest(of: normalised, salt: salt), expected) ? .sameNormalised : .different
    }

    /// The bytes of a SHA-256 hash; hexadecimal in either case, as the standard has it.
    private var sha256: [UInt8]? {
        guard identityHash.hasPrefix("sha256$") else { return nil }
        let digest = try? Base16.decode(identityHash.dropFirst(7), anyCase: true)
        return digest.flatMap { $0.count == SHA256.byteCount ? $0 : nil }
    }

    private static func digest(of identifier: String, salt: String?) -> [UInt8] {
        SHA256.hash(Array(identifier.utf8), Array((salt ?? "").utf8))
    }
}
