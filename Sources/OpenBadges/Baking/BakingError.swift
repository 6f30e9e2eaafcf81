public import Encodings

/// Why a badge doesn't go into a picture, or doesn't come out of one.
public struct BakingError: CodedError, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        /// The file is neither a PNG nor an SVG.
        case notPicture = "image.not-a-picture"
        /// The picture was changed or cut off on its way, or never was sound.
        case damaged = "image.damaged"
        /// The SVG has something in it that runs, loads or hides.
        case unsafe = "image.unsafe"
        /// The picture has more bytes than are read.
        case tooLarge = "limit.image-bytes"
        /// There is no badge in the picture.
        case noBadge = "image.no-badge"
        /// The badge in the picture is an Open Badge 2.0 or older.
        case openBadges2 = "image.open-badges-2"
        /// There is a badge in the picture already, and it is not to be replaced.
        case alreadyBaked = "image.already-baked"
        /// The badge in the PNG is compressed, which the standard forbids.
        case compressed = "image.compressed-badge"
        /// There is more than one badge in the picture, which the standard forbids.
        case severalBadges = "image.several-badges"
        /// The badge stands in the picture in another way than the standard says.
        case malformed = "image.malformed-badge"
        /// What should go into the picture is no badge.
        case notBadge = "image.not-a-credential"
        /// The badge has a character that an SVG can't hold.
        case character = "image.character"
        /// The badge's definition has no picture of that kind.
        case missing = "image.missing"
    }

    public let code: Code
    public let message: String
    public let hint: String?
    public let cause: String?

    public init(_ code: Code, _ message: String, hint: String? = nil, cause: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
        self.cause = cause
    }

    public var codeText: String { code.rawValue }
    public static func == (left: BakingError, right: BakingError) -> Bool { left.code == right.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension BakingError {
    /// - Parameter name: the picture's file, as it may stand in a message
    init(_ flaw: PictureFlaw, in name: String) {
        switch flaw.kind {
        case .damaged:
            self.init(
                .damaged, "The picture \(name) is damaged: \(flaw.place).",
                hint: "Ask for a fresh copy, or save it anew from a drawing program.", cause: flaw.reason)
        case .unsafe:
            self.init(
                .unsafe, "The picture \(name) can't be used: \(flaw.place).",
                hint: "A badge's picture holds shapes, colours and text alone; save it as plain SVG.",
                cause: flaw.reason)
        }
    }

    static func tooLarge(_ name: String) -> BakingError {
        BakingError(
            .tooLarge,
            "The picture \(name) has more than the \(PictureContent.maxBytes) bytes that are read of a picture.",
            hint: "Make it smaller; 512 by 512 pixels are enough for a badge.")
    }
}
