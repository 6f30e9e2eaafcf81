import OpenBadges

/// The picture of a badge, told by its bytes and found to be harmless.
package struct DefinitionImage: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        case png, svg

        package var mediaType: String { self == .png ? "image/png" : "image/svg+xml" }
    }

    package let kind: Kind
    package let bytes: [UInt8]

    /// No picture of a badge needs more, and every badge may be sent with its picture.
    package static let maxBytes = 256 << 10
    /// An SVG up to this size travels inside the badge; a larger one is linked, so that badges stay small.
    package static let maxEmbeddedBytes = 8 << 10

    /// Whether it travels inside the badge as a `data:` URI.
    package var isEmbeddable: Bool { kind == .svg && bytes.count <= Self.maxEmbeddedBytes }

    /// The picture, or why it can't be one.
    ///
    /// - Parameter name: the file's name, for the message; its ending must fit the bytes, since web servers go by it.
    /// - Throws: `DefinitionError` `definition.image` for what is too big, no PNG or SVG, or broken;
    ///   `definition.image-unsafe` for an SVG that could run, load or hide something.
    package static func check(_ bytes: [UInt8], named name: String) throws(DefinitionError) -> DefinitionImage {
        guard bytes.count <= maxBytes else {
            throw DefinitionError(
                .image, "The picture \"\(name)\" has \(bytes.count) bytes; at most \(maxBytes) are allowed.",
                hint: "Make it smaller: 512 by 512 pixels are enough.")
        }
        let kind: Kind
        if PNGFile.hasSignature(bytes) {
            do throws(PictureFlaw) {
                _ = try PNGFile(bytes)
            } catch {
                throw DefinitionError(
                    .image, "The picture \"\(name)\" is a damaged PNG.", hint: "Save it anew from a drawing program.",
                    cause: error.reason)
            }
            kind = .png
        } else {
            guard SVGScanner.looksLikeXML(bytes) else {
                throw DefinitionError(
                    .image, "The picture \"\(name)\" is neither a PNG nor an SVG.",
                    hint: "Save it as one of them; a new name alone doesn't change what a file is.")
            }
            do throws(PictureFlaw) {
                try SVGScanner.check(bytes)
            } catch {
                throw refusal(error, of: name)
            }
            kind = .svg
        }
        guard name.utf8.suffix(4).elementsEqual(".\(kind.rawValue)".utf8) else {
            throw DefinitionError(
                .image, "The picture \"\(name)\" is a file of the kind \(kind.rawValue) under another kind's name.",
                hint: "Give its name the ending \".\(kind.rawValue)\", in the definition too.")
        }
        return DefinitionImage(kind: kind, bytes: bytes)
    }
    private static func refusal(_ flaw: PictureFlaw, of name: String) -> DefinitionError {
        switch flaw.kind {
        case .damaged:
            DefinitionError(
                .image, "The picture \"\(name)\" is a damaged SVG: \(flaw.place).",
                hint: "Save it anew from a drawing program, as plain SVG.")
        case .unsafe:
            DefinitionError(
                .imageUnsafe, "The picture \"\(name)\" can't be used: \(flaw.place).",
                hint: "A badge's picture holds shapes, colours and text alone; save it as plain SVG.")
        }
    }
}
