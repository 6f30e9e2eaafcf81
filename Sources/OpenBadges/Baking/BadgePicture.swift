internal import Encodings
internal import VerifiableCredentials

/// A picture that badges are baked into: checked once, then used for as many as wanted.
///
/// [Open Badges 3.0 §5.3](https://www.imsglobal.org/spec/ob/v3p0/#baked-badge). The badge comes out again byte for
/// byte, whatever XML does to line ends, white space and `]]>`.
public struct BadgePicture: Sendable {
    public let format: EmbeddedImage.Format
    /// What stands before and after the badge.
    private let head: [UInt8]
    private let tail: [UInt8]
    /// The namespace, for an SVG whose root has the prefix for something else.
    private let declaration: String

    /// - Parameter name: the picture's file, for messages
    /// - Parameter replacing: whether a badge that is in the picture goes
    /// - Throws: `image.not-a-picture`, `image.damaged`, `image.unsafe`, `image.already-baked`, `limit.image-bytes`
    public init(
        _ bytes: [UInt8], named name: String = "of the badge", replacing: Bool = false
    ) throws(BakingError) {
        guard bytes.count <= PictureContent.maxBytes else { throw .tooLarge(name) }
        let frame: Frame?
        do throws(PictureFlaw) {
            frame =
                PNGFile.hasSignature(bytes)
                ? try Frame(png: bytes) : SVGScanner.looksLikeXML(bytes) ? try Frame(svg: bytes) : nil
        } catch {
            throw BakingError(error, in: name)
        }
        guard let frame else {
            throw BakingError(
                .notPicture, "The file \(name) is neither a PNG nor an SVG.", hint: "Save the picture as one of them.")
        }
        guard replacing || frame.badges.isEmpty else {
            let older = frame.badges.findings.isEmpty ? ", an Open Badge 2.0 or older" : ""
            throw BakingError(
                .alreadyBaked, "There is a badge in the picture \(name) already\(older).",
                hint: "Take a picture without a badge, or say --force to put the new badge in the old one's place.")
        }
        format = frame.format
        head = frame.head
        tail = frame.tail
        declaration = frame.declaration
    }

    /// The picture with a badge in it.
    ///
    /// - Parameter badge: JSON text or a compact JWS; white space around the latter is left out
    /// - Throws: `image.not-a-credential`; `image.character` when an SVG can't hold it
    public func baked(with badge: [UInt8], named name: String = "of the badge") throws(BakingError) -> [UInt8] {
        let token = try Self.token(badge, name)
        switch format {
        case .png:
            // Keyword, its end, two bytes about compression, no language, no keyword in it (W3C PNG §11.3.3.4).
            return head + PNGFile.chunk("iTXt", Array(BakedBadges.keyword.utf8) + [0, 0, 0, 0, 0] + (token ?? badge))
                + tail
        case .svg:
            let tag = "\(SVGMarkup.prefix):credential"
            if let token {
                return head + Array("<\(tag)\(declaration) verify=\"".utf8) + token + Array("\"></\(tag)>".utf8) + tail
            }
            guard XMLText.canHold(badge) else {
                throw BakingError(
                    .character, "The badge \(name) has a character in it that an SVG can't hold.",
                    hint: "Bake it into a PNG.")
            }
            return head + Array("<\(tag)\(declaration)>".utf8) + XMLText.characterData(badge)
                + Array("</\(tag)>".utf8) + tail
        }
    }

    /// The badge's compact JWS, or nothing when it is JSON.
    private static func token(_ badge: [UInt8], _ name: String) throws(BakingError) -> [UInt8]? {
        let kinds = [OpenBadgesTerm.openBadgeCredential, OpenBadgesTerm.achievementCredential]
        if case .credential(let presented) = PresentedFile.read(badge), kinds.contains(where: presented.view.hasType) {
            guard case .jws = presented.securing else { return nil }
            return XMLText.trimmed(badge)
        }
        throw BakingError(
            .notBadge, "The file \(name) is no Open Badge 3.0.",
            hint: "Give the badge's own file, .json or .jwt; `passportctl verify` says more about it.")
    }
}

// MARK: Where the badge goes

extension BadgePicture {
    private struct Frame {
        let format: EmbeddedImage.Format
        let badges: BakedBadges
        let head: [UInt8]
        let tail: [UInt8]
        var declaration = ""

        /// Right before IEND.
        init(png bytes: [UInt8]) throws(PictureFlaw) {
            let png = try PNGFile(bytes)
            format = .png
            badges = BakedBadges(in: png)
            head = Self.cut(badges.ranges, from: bytes, 0..<png.end)
            tail = Array(bytes[png.end...])
        }

        /// Right behind the start tag of `svg`, which declares the prefix.
        init?(svg bytes: [UInt8]) throws(PictureFlaw) {
            try SVGScanner.check(bytes)
            guard let markup = try SVGMarkup.read(bytes), let root = markup.root else { return nil }
            format = .svg
            badges = markup.badges
            let namespace = " xmlns:\(SVGMarkup.prefix)=\"\(SVGMarkup.namespace)\""
            if let declared = root.namespace, !declared.elementsEqual(SVGMarkup.namespace.utf8) {
                declaration = namespace
            }
            head =
                bytes[..<root.attributes] + (root.namespace == nil ? Array(namespace.utf8) : [])
                + bytes[root.attributes..<root.close] + Array(">".utf8)
            let end = root.close + (root.isEmpty ? 2 : 1)
            tail =
                (root.isEmpty ? Array("</".utf8) + root.name + Array(">".utf8) : [])
                + Self.cut(badges.ranges, from: bytes, end..<bytes.count)
        }

        /// The bytes of a range without those of the ranges within it.
        private static func cut(_ ranges: [Range<Int>], from bytes: [UInt8], _ whole: Range<Int>) -> [UInt8] {
            var kept: [UInt8] = []
            var start = whole.lowerBound
            for range in ranges {
                kept += bytes[start..<range.lowerBound]
                start = range.upperBound
            }
            return kept + bytes[start..<whole.upperBound]
        }
    }
}
