import Cryptography
import Encodings
package import OpenBadges
import VerifiableCredentials

/// Badges baked each into its own picture, for places that show badges as pictures.
package struct BakedPortfolio: Sendable {
    package struct Picture: Sendable {
        /// Made of the badge's short name and its UUID: nothing that a stranger wrote becomes a path.
        package let name: String
        package let bytes: [UInt8]
    }

    /// In the order of the badges.
    package let pictures: [Picture]

    /// - Throws: `BakingError` `image.missing` for a badge without a picture in it, and what a picture is refused for
    package init(_ badges: [ChosenBadge]) throws(BakingError) {
        var pictures: [Picture] = []
        var taken: Set<String> = []
        for chosen in badges {
            let shown = "\"\(UTF8Text.shown(chosen.name))\""
            guard let image = chosen.badge.image?.embedded else {
                throw BakingError(
                    .missing, "The badge \(shown) has no picture in it to be baked into.",
                    hint: "Leave it out, or hand over the passport file instead.")
            }
            // A picture that came with a badge in it gets this one in its place.
            let picture = try BadgePicture(image.bytes, named: "of \(shown)", replacing: true)
            let bytes = try picture.baked(with: chosen.item.bytes, named: shown)
            let stems = Self.stems(of: chosen)
            let stem = stems.first { !taken.contains($0) } ?? "\(stems[1])-\(taken.count)"
            taken.insert(stem)
            pictures.append(Picture(name: "\(stem).\(picture.format.suffix)", bytes: bytes))
        }
        self.pictures = pictures
    }

    /// A short and a long name.
    private static func stems(of chosen: ChosenBadge) -> [String] {
        let slug = slug(of: chosen.badge.achievement)
        let digits = uuid(chosen.view.id) ?? Base16.encode(SHA256.hash(chosen.item.bytes).prefix(16))
        return ["\(slug)-\(digits.prefix(8))", "\(slug)-\(digits)"]
    }

    /// The badge's name in its address, before the version; else the code people know it by.
    private static func slug(of achievement: Achievement?) -> String {
        var parts = (achievement?.id ?? "").split(separator: "/").map(String.init)
        if let last = parts.last, last.hasPrefix("v"), last.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber }) {
            parts.removeLast()
        }
        return [parts.count > 2 ? parts.last : nil, achievement?.humanCode].compactMap(\.self).first(where: isSlug)
            ?? "badge"
    }

    private static func isSlug(_ text: String) -> Bool {
        (2...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-")
            } && text.utf8.first != UInt8(ascii: "-")
    }

    private static func uuid(_ id: String?) -> String? {
        guard let id, id.hasPrefix("urn:uuid:") else { return nil }
        let text = id.dropFirst(9)
        let isUUID =
            text.utf8.count == 36
            && text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || $0 == UInt8(ascii: "-")
            }
        return isUUID ? String(text) : nil
    }
}
