/// What a file of unknown kind has to do with baking.
///
/// [Open Badges 3.0 §5.3](https://www.imsglobal.org/spec/ob/v3p0/#baked-badge). Nothing about the badge is believed,
/// and nothing about the picture matters to it: a badge is judged by itself.
public enum PictureContent: Sendable, Hashable {
    /// Neither a PNG nor an SVG.
    case notPicture
    /// A picture without a badge, such as a screenshot.
    case noBadge
    /// A picture with a badge of Open Badges 2.0 or older.
    case openBadges2
    /// The badge as it was put in: JSON text or a compact JWS.
    case credential([UInt8])

    /// The largest picture that is read: a badge in a large drawing, or what a phone's camera takes.
    public static let maxBytes = 16 << 20

    /// Takes the badge out of a picture, told by its bytes.
    ///
    /// - Parameter name: the picture's file, for messages
    /// - Throws: `image.damaged`; `image.compressed-badge`, `image.several-badges`, `image.malformed-badge` for a badge
    ///   that breaks the standard's rules on baking; `limit.image-bytes`
    public static func read(_ bytes: [UInt8], named name: String = "of the badge") throws(BakingError) -> PictureContent
    {
        let isPNG = PNGFile.hasSignature(bytes)
        guard isPNG || SVGScanner.looksLikeXML(bytes) else { return .notPicture }
        guard bytes.count <= maxBytes else { throw .tooLarge(name) }
        let badges: BakedBadges
        do throws(PictureFlaw) {
            if isPNG {
                badges = BakedBadges(in: try PNGFile(bytes, endsThere: false))
            } else {
                guard let markup = try SVGMarkup.read(bytes) else { return .notPicture }
                badges = markup.badges
            }
        } catch {
            throw BakingError(error, in: name)
        }
        return try badges.content(named: name)
    }
}
