internal import Encodings

/// A PNG or SVG that stands inside a badge as a `data:` URI, known for one by its bytes.
///
/// An SVG from a stranger is shown as a picture only (`<img>`), where it can neither run nor fetch anything.
public struct EmbeddedImage: Sendable, Hashable {
    public enum Format: String, Sendable, CaseIterable {
        case png = "image/png"
        case svg = "image/svg+xml"
    }

    public let format: Format
    public let bytes: [UInt8]

    /// Larger pictures are linked, so that a badge stays something one can mail.
    public static let maxBytes = 350 * 1024

    /// Why a `data:` URI isn't a picture that we take.
    public enum Flaw: Error, Sendable, Hashable {
        /// Not `data:image/png;base64,…` or `data:image/svg+xml;base64,…`, or not base64.
        case uri
        /// More than `maxBytes`.
        case size
        /// The bytes aren't what the media type says.
        case content
    }

    public init(dataURI: String) throws(Flaw) {
        guard let comma = dataURI.utf8.firstIndex(of: UInt8(ascii: ",")) else { throw .uri }
        let head = String(decoding: dataURI.utf8[..<comma].map { $0.asciiLowercased }, as: UTF8.self)
        guard let format = Format.allCases.first(where: { head == "data:\($0.rawValue);base64" }) else { throw .uri }
        let body = dataURI.utf8[dataURI.utf8.index(after: comma)...]
        guard body.count <= (Self.maxBytes + 2) / 3 * 4 else { throw .size }
        guard let bytes = try? Base64.decode(body) else { throw .uri }
        guard bytes.count <= Self.maxBytes else { throw .size }
        guard Self.isImage(bytes, format) else { throw .content }
        self.format = format
        self.bytes = bytes
    }

    /// Whether bytes are an image of a format, as far as its outer structure tells.
    public static func isImage(_ bytes: [UInt8], _ format: Format) -> Bool {
        switch format {
        case .png: isPNG(bytes)
        case .svg: isSVG(bytes)
        }
    }

    // MARK: PNG

    /// The signature, IHDR first with a size, chunks that fill the bytes exactly, IEND last. Checksums aren't computed.
    private static func isPNG(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return false }
        var offset = 8
        var isFirst = true
        while bytes.count - offset >= 12 {
            let length = number(bytes, at: offset)
            let name = bytes[(offset + 4)..<(offset + 8)]
            guard length <= bytes.count - offset - 12 else { return false }
            if isFirst {
                guard name.elementsEqual("IHDR".utf8), length == 13, number(bytes, at: offset + 8) > 0,
                    number(bytes, at: offset + 12) > 0
                else { return false }
                isFirst = false
            }
            offset += 12 + length
            if name.elementsEqual("IEND".utf8) { return length == 0 && offset == bytes.count }
        }
        return false
    }

    private static func number(_ bytes: [UInt8], at offset: Int) -> Int {
        bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
    }

    // MARK: SVG

    /// UTF-8 whose first element, after what may stand before it, is `svg` with or without a prefix.
    private static func isSVG(_ bytes: [UInt8]) -> Bool {
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        var rest = Substring(text).drop { $0 == "\u{FEFF}" }
        while true {
            rest = rest.drop(while: \.isWhitespace)
            if let after = rest.skipping("<?", through: "?>") ?? rest.skipping("<!--", through: "-->") {
                rest = after
            } else if let after = rest.skipping("<!DOCTYPE", through: ">") {
                rest = after
            } else {
                break
            }
        }
        guard rest.first == "<" else { return false }
        let name = rest.dropFirst().prefix { $0 != ">" && $0 != "/" && !$0.isWhitespace }
        guard name == "svg" || name.hasSuffix(":svg") else { return false }
        // The root closes itself or is closed at the end.
        let end = text.drop { $0.isWhitespace }.reversed().drop(while: \.isWhitespace)
        return end.first == ">"
    }
}

extension Substring {
    /// The text after the first `end`, when it begins with `start`.
    fileprivate func skipping(_ start: String, through end: String) -> Substring? {
        guard hasPrefix(start) else { return nil }
        var rest = dropFirst(start.count)
        while !rest.isEmpty {
            if rest.hasPrefix(end) { return rest.dropFirst(end.count) }
            rest = rest.dropFirst()
        }
        return nil
    }
}

extension UInt8 {
    var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
