/// The DIDs that somebody's word counts for: one, or all below it, as in `did:web:passi.example:*`.
///
/// Whole segments between colons are compared: `did:web:passi.example:*` covers `did:web:passi.example:org:koulu`, but
/// neither `did:web:passi.example.evil.example` nor `did:web:passi.example` itself, which is another site's owner.
public struct DIDPattern: Sendable, Hashable, LosslessStringConvertible {
    public let description: String
    private let base: String
    private let isSubtree: Bool

    /// - Parameter description: a DID, or a DID and `:*`. A method alone (`did:web:*`) covers everybody and is refused.
    public init?(_ description: String) {
        let ending = ":*"
        isSubtree = description.utf8.count > ending.utf8.count && description.utf8.suffix(2).elementsEqual(ending.utf8)
        base = isSubtree ? String(description.dropLast(2)) : description
        guard DID(base) != nil,
            !isSubtree || Self.arePlain(base.utf8.split(separator: 0x3A, omittingEmptySubsequences: false).dropFirst(3))
        else { return nil }
        self.description = description
    }

    public func covers(_ did: DID) -> Bool {
        guard isSubtree else { return did.description.hasSameBytes(as: base) }
        let text = did.description.utf8
        guard text.starts(with: "\(base):".utf8) else { return false }
        let below = text.dropFirst(base.utf8.count + 1)
        return Self.arePlain(below.split(separator: 0x3A, omittingEmptySubsequences: false)[...])
    }

    /// A did:web's segments become those of a path, in which these lead elsewhere.
    private static func arePlain(_ segments: ArraySlice<Substring.UTF8View>) -> Bool {
        segments.allSatisfy { segment in
            !segment.isEmpty && !segment.contains(UInt8(ascii: "%")) && !segment.elementsEqual(".".utf8)
                && !segment.elementsEqual("..".utf8)
        }
    }
}
