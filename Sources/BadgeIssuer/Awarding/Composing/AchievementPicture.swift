import Encodings

/// How a badge carries its picture.
package enum AchievementPicture: Sendable, Hashable {
    /// Inside, as a data URI.
    case embedded(dataURI: String)
    /// At a URL.
    case linked(url: String)

    /// What `--image` chooses.
    package enum Choice: String, Sendable, CaseIterable {
        case embed, link, none
    }

    /// An SVG up to this size travels inside the badge.
    package static let embeddedLimit = 8 << 10

    /// The picture as asked for: an SVG that is too big to travel, or a PNG, is linked instead, and left out where
    /// there is no site to link to.
    ///
    /// - Parameters:
    ///   - name: the file's name, which is also its name on the site.
    ///   - bytes: the file's content, checked when the definition was read.
    ///   - achievementID: the folder that `publish` puts the file in; no link is made unless it is a web address.
    package init?(_ choice: Choice, name: String, bytes: [UInt8]?, achievementID: String) {
        if choice == .none { return nil }
        if choice == .embed, let bytes, bytes.count <= Self.embeddedLimit, name.hasSuffix(".svg") {
            self = .embedded(dataURI: "data:image/svg+xml;base64," + Base64.encode(bytes))
            return
        }
        guard achievementID.hasPrefix("https://") || achievementID.hasPrefix("http://") else { return nil }
        self = .linked(url: "\(achievementID)/\(name)")
    }

    var id: String {
        switch self {
        case .embedded(let uri): uri
        case .linked(let url): url
        }
    }
}
