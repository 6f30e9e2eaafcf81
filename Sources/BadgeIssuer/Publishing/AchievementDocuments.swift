import BadgeDefinitions
import Encodings

/// The files that a published version of a badge has on the site.
struct AchievementDocuments {
    let settings: WorkspaceSettings

    /// A file by its path below the site's root.
    struct File {
        let path: String
        let bytes: [UInt8]
    }

    /// The achievement in the main language under the badge's own id, in each language under that language's id, and
    /// the picture.
    ///
    /// - Parameter pictures: the files that go with the definition.
    func files(of badge: PublishedBadge, pictures: [DefinitionSnapshot.File]) -> [File] {
        let (definition, folder) = (badge.definition, badge.folder)
        let picture = AchievementPicture(definition: definition, files: pictures, choice: settings.defaults.image)
        var files = [
            File(
                path: "\(folder)/achievement.json",
                bytes: document(achievement(definition, picture, in: settings.defaults.language)))
        ]
        for language in definition.languages where definition.name[language] != nil {
            var achievement = achievement(definition, picture, in: language)
            achievement["id"] = .string("\(definition.achievementID)/\(language)")
            files.append(File(path: "\(folder)/\(language)/achievement.json", bytes: document(achievement)))
        }
        files += pictures.map { File(path: "\(folder)/\($0.name)", bytes: $0.bytes) }
        return files
    }

    /// The very object that credentials embed.
    private func achievement(
        _ definition: BadgeDefinition, _ picture: AchievementPicture?, in language: String
    ) -> JSONObject {
        let isOwn = definition.creator.hasSameBytes(as: settings.issuer)
        return AchievementComposer(definition: definition, language: language).achievement(
            creatorName: isOwn ? IssuerIdentity(settings).name(in: language) : nil, picture: picture)
    }

    private func document(_ achievement: JSONObject) -> [UInt8] {
        JSONWriter.pretty(.object(IssuerDocuments.standingAlone(achievement)))
    }

    /// Where an achievement's id leads on this site, below its root: `badges/tiimityo/v1`; nothing when it belongs to
    /// another site.
    func folder(of snapshot: DefinitionSnapshot) -> String? {
        // Without a site there are no addresses to match, and the folder is made for handing over.
        guard let url = settings.url else {
            return snapshot.badgeBase == settings.badgeBase
                ? "badges/\(snapshot.slug)/v\(snapshot.version)" : nil
        }
        let root = "\(url)/"
        guard snapshot.achievementID.hasPrefix(root) else { return nil }
        let path = String(snapshot.achievementID.dropFirst(root.count))
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.allSatisfy(Self.isPlain) ? path : nil
    }

    /// A name that means the same in an address and on a disk, and leads nowhere else.
    private static func isPlain(_ part: Substring) -> Bool {
        !part.isEmpty && part.utf8.first != UInt8(ascii: ".")
            && part.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || "._~-".utf8.contains(byte)
            }
    }
}
