package import BadgeDefinitions
import Cryptography
package import Encodings

/// Publishes and retires definitions: first in the register, then in the file that mirrors it.
package struct DefinitionPublisher {
    private let catalogue: DefinitionCatalogue
    private let register: Register

    package init(_ catalogue: DefinitionCatalogue, register: Register) {
        self.catalogue = catalogue
        self.register = register
    }

    /// Freezes a version and lets it be awarded.
    ///
    /// - Throws: `DefinitionError`, `LifecycleError` `state.transition`, `RegisterError`, `FileError`
    package func publish(_ name: String, version: Int? = nil, at now: Timestamp) throws -> BadgeDefinition {
        let item = try catalogue.item(name, version: version)
        // A file may say "published" before the register has heard of it; publishing is then what makes it so.
        let status = item.isRecorded ? item.status : DefinitionStatus.draft
        try DefinitionLifecycle.apply(.publish, to: status, of: item.entry.definition.slug)
        var generator = SystemRandom()
        try register.write { transaction in
            try transaction.publish(item.entry.definition, image: item.entry.image, at: now, using: &generator)
        }
        try mirror(item.entry, status: .published, validUntil: nil)
        return item.entry.definition
    }

    /// Ends awarding of a version today; what was awarded stays valid.
    ///
    /// - Throws: as `publish`
    package func retire(_ name: String, version: Int? = nil, at now: Timestamp) throws -> BadgeDefinition {
        let item = try catalogue.item(name, version: version)
        let definition = item.entry.definition
        try DefinitionLifecycle.apply(.retire, to: item.status, of: definition.slug)
        var generator = SystemRandom()
        try register.write { transaction in
            try transaction.publish(definition, image: item.entry.image, at: now, using: &generator)
            try transaction.retire(
                slug: definition.slug, version: definition.version, badgeBase: definition.badgeBase, at: now)
            try transaction.appendAudit(
                .definitionRetired, subjects: [definition.achievementID], at: now, using: &generator)
        }
        let today = CalendarDay(of: now)
        try mirror(item.entry, status: .retired, validUntil: min(today, definition.validUntil ?? today))
        return definition
    }

    /// Writes the status and last day that the register decided into the definition's file.
    private func mirror(
        _ entry: DefinitionLibrary.Entry, status: DefinitionStatus, validUntil: CalendarDay?
    ) throws {
        let folder = try FolderHandle(opening: catalogue.workspace.definitionsFolder)
        guard let bytes = try folder.read(entry.file, atMost: DefinitionFile.maxBytes),
            var object = try? JSONParser.parse(bytes).objectValue
        else { return }
        object["status"] = .string(status.rawValue)
        if let validUntil { object["validUntil"] = .string(validUntil.description) }
        try folder.write(JSONWriter.pretty(.object(object)), as: entry.file, mode: 0o644, existing: .replace)
    }
}
