package import BadgeDefinitions
import Encodings

extension DefinitionSnapshot {
    /// What the register keeps of a definition that is published: its JSON with the workspace's values, and its picture.
    package init(of definition: BadgeDefinition, image: DefinitionImage?) {
        var files: [File] = []
        if let image, let name = definition.image { files.append(File(name: name, bytes: image.bytes)) }
        var json = definition.json
        json["status"] = .string(Status.published.rawValue)
        self.init(
            badgeBase: definition.badgeBase, slug: definition.slug, version: definition.version,
            achievementID: definition.achievementID, digest: definition.digest,
            json: JSONWriter.compact(.object(json)), status: .published, validFrom: definition.validFrom,
            validUntil: definition.validUntil, repeatable: definition.isRepeatable,
            suspendable: definition.isSuspendable, files: files)
    }
}
