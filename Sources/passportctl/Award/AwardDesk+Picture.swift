import BadgeDefinitions
import BadgeIssuer
import Encodings
import OpenBadges

extension AwardDesk {
    /// The picture that the badge is baked into: the definition's own, or the one of that kind beside it.
    ///
    /// - Throws: `BakingError` `image.missing` and what `BadgePicture` refuses; `DefinitionError` for a picture that a
    ///   definition may not have; `FileError`
    func picture(_ format: EmbeddedImage.Format) throws -> BadgePicture {
        let definition = item.entry.definition
        guard let name = definition.image, let own = item.entry.image else {
            throw BakingError(
                .missing, "The badge \"\(definition.slug)\" has no picture to be baked into.",
                hint: "Name one as \"image\" in its definition, or award it without --bake.")
        }
        if own.kind.rawValue == format.suffix { return try BadgePicture(own.bytes, named: "\"\(name)\"") }
        // The name is checked to be a plain one; its ending fits its kind.
        let other = "\(name.dropLast(own.kind.rawValue.utf8.count))\(format.suffix)"
        let folder = try FolderHandle(opening: workspace.definitionsFolder)
        guard let bytes = try folder.read(other, atMost: DefinitionImage.maxBytes) else {
            throw BakingError(
                .missing,
                "The badge \"\(definition.slug)\" has no \(format.suffix.uppercased()): there is no \"\(other)\" beside \"\(name)\".",
                hint: "Save the picture as \(other) too, or say --bake \(own.kind.rawValue).")
        }
        _ = try DefinitionImage.check(bytes, named: other)
        return try BadgePicture(bytes, named: "\"\(other)\"")
    }
}
