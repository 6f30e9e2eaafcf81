/// The badges found in a picture, before anything is decided about them.
struct BakedBadges {
    enum Finding {
        case payload([UInt8])
        case compressed
        /// Not as the standard says, and why.
        case malformed(String)
    }

    var findings: [Finding] = []
    /// Whether a badge of Open Badges 2.0 or older is there.
    var hasOlder = false
    /// What has to go when another badge goes in: whole chunks or elements, in their order, none within another.
    var ranges: [Range<Int>] = []

    var isEmpty: Bool { findings.isEmpty && !hasOlder }

    /// - Parameter name: the picture's file, for messages
    func content(named name: String) throws(BakingError) -> PictureContent {
        // The standard forbids a second one; which of the two a reader takes would be a matter of luck.
        guard findings.count <= 1 else {
            throw BakingError(
                .severalBadges, "The picture \(name) has \(findings.count) badges in it, and only one may be there.",
                hint: "Ask for the badge's own file, or for a picture with one badge.",
                cause: "\(findings.count) badges in it")
        }
        switch findings.first {
        case .payload(let bytes): return .credential(bytes)
        case .compressed:
            throw BakingError(
                .compressed, "The badge in the picture \(name) is compressed, which the standard forbids.",
                hint: "Ask the issuer for the badge's own file, or for one that keeps the standard.",
                cause: "the badge is compressed")
        case .malformed(let reason):
            throw BakingError(
                .malformed, "The badge in the picture \(name) isn't put in as the standard says: \(reason).",
                hint: "Ask the issuer for the badge's own file, or for one that keeps the standard.", cause: reason)
        case nil: return hasOlder ? .openBadges2 : .noBadge
        }
    }
}

// MARK: PNG

extension BakedBadges {
    /// The keyword of the chunk (§5.3.1).
    static let keyword = "openbadgecredential"
    /// The keyword of Open Badges 1.0 to 2.1.
    static let olderKeyword = "openbadges"

    init(in png: PNGFile) {
        for chunk in png.texts {
            let data = png.bytes[chunk.data]
            guard let end = data.firstIndex(of: 0) else { continue }
            let name = data[..<end]
            if name.elementsEqual(Self.olderKeyword.utf8) {
                hasOlder = true
            } else if name.elementsEqual(Self.keyword.utf8) {
                findings.append(Self.finding(in: data[(end + 1)...], ofType: chunk.type))
            } else {
                continue
            }
            ranges.append(chunk.whole)
        }
    }

    /// Reads what follows the keyword: in iTXt two bytes about compression, language, keyword in that language, text
    /// (W3C PNG §11.3.3.4).
    private static func finding(in rest: ArraySlice<UInt8>, ofType type: [UInt8]) -> Finding {
        if type.elementsEqual("zTXt".utf8) { return .compressed }
        guard type.elementsEqual("iTXt".utf8) else { return .malformed("it stands in a tEXt chunk instead of iTXt") }
        guard let flag = rest.first, rest.count >= 2 else { return .malformed("its chunk is cut short") }
        guard flag == 0 else {
            return flag == 1
                ? .compressed : .malformed("its chunk says neither that it is compressed nor that it isn't")
        }
        let texts = rest.dropFirst(2).split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard texts.count == 3, let text = texts.last else { return .malformed("its chunk is cut short") }
        guard String(validating: text, as: UTF8.self) != nil else { return .malformed("its text isn't UTF-8") }
        return .payload(Array(text))
    }
}
