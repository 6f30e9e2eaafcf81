package import BadgeDefinitions
package import Encodings

extension DefinitionSnapshot {
    /// What the register keeps of a definition that is being published.
    package init(of definition: BadgeDefinition, image: DefinitionImage?) {
        var files: [File] = []
        if let name = definition.image, let image { files.append(File(name: name, bytes: image.bytes)) }
        self.init(
            badgeBase: definition.badgeBase, slug: definition.slug, version: definition.version,
            achievementID: definition.achievementID, digest: definition.digest,
            json: JCS.canonicalize(.object(definition.json)), validFrom: definition.validFrom,
            validUntil: definition.validUntil, repeatable: definition.isRepeatable,
            suspendable: definition.isSuspendable, files: files)
    }

    /// The definition as it was published.
    ///
    /// - Throws: `PublishError` `publish.definition` when this version of the program doesn't accept it any more.
    package func definition() throws(PublishError) -> BadgeDefinition {
        // The snapshot has both filled in; what stands here is never used.
        let defaults = DefinitionDefaults.outsideWorkspace
        let (definition, findings) = DefinitionReader.read(json, file: "\(slug) v\(version)", defaults: defaults)
        guard let definition else {
            let first = findings.first(where: \.isError)
            throw PublishError(
                .definition, "Version \(version) of \"\(slug)\" in the register can't be read.",
                hint: "Use the version of the program that published it, or restore the register from a backup.",
                cause: first?.description)
        }
        return definition
    }
}

extension RegisterTransaction {
    /// Records a definition as published, with its entry in the audit trail. The same again changes nothing.
    ///
    /// - Returns: whether it is new.
    /// - Throws: `RegisterError` `register.definition-frozen`.
    @discardableResult
    package func publish(
        _ definition: BadgeDefinition, image: DefinitionImage?, issuedBy: String? = nil, at now: Timestamp,
        using generator: inout some RandomNumberGenerator
    ) throws(RegisterError) -> Bool {
        let isNew = try recordPublished(DefinitionSnapshot(of: definition, image: image), at: now)
        if isNew {
            try appendAudit(
                .definitionPublished, who: issuedBy, subjects: [definition.achievementID], at: now, using: &generator)
        }
        return isNew
    }
}
