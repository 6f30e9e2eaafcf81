internal import Encodings

/// A PNG or SVG that stands inside a badge as a `data:` URI, known for one by its bytes.
///
/// An SVG from a stranger is shown as a picture only (`<img>`), where it can neither run nor fetch anything.
public struct EmbeddedImage: Sendable, Hashable {
    public enum Format: String, Sendable, CaseIterable {
        case png = "image/png"
        case svg = "image/svg+xml"

        /// What the name of such a file ends in, behind the dot.
        public var suffix: String { self == .png ? "png" : "svg" }
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

    /// UTF-8 whose first element, after what may stand before it, is `svg` with or without a prefix, and that ends
    /// with a tag.
    private static func isSVG(_ bytes: [UInt8]) -> Bool {
        guard String(validating: bytes, as: UTF8.self) != nil else { return false }
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        while true {
            rest = rest.drop(while: isSpace)
            if let after = rest.skipping("<?", through: "?>") ?? rest.skipping("<!--", through: "-->")
                ?? rest.skipping("<!DOCTYPE", through: ">")
            {
                rest = after
            } else {
                break
            }
        }
        guard rest.first == UInt8(ascii: "<"), rest.last(where: { !isSpace($0) }) == UInt8(ascii: ">") else {
            return false
        }
        let name = rest.dropFirst().prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && !isSpace($0) }
        return name.elementsEqual("svg".utf8) || name.suffix(4).elementsEqual(":svg".utf8)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}

extension ArraySlice<UInt8> {
    /// The bytes after the first `end`, when they begin with `start`.
    fileprivate func skipping(_ start: String, through end: String) -> ArraySlice<UInt8>? {
        let (start, end) = (Array(start.utf8), Array(end.utf8))
        guard starts(with: start) else { return nil }
        var place = startIndex + start.count
        while endIndex - place >= end.count {
            if self[place] == end[0], self[place..<(place + end.count)].elementsEqual(end) {
                return self[(place + end.count)...]
            }
            place += 1
        }
        return nil
    }
}

extension UInt8 {
    var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
