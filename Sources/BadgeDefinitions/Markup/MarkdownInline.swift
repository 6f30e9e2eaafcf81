/// One run of text with emphasis, links and escapes in it.
///
/// Each kind of mark stands in itself at most once, and a mark that has no partner is looked for once, so the work
/// grows with the length of the text whatever it holds.
struct MarkdownInline: Sendable {
    private indirect enum Piece {
        case text(ArraySlice<UInt8>)
        case strong([Piece])
        case emphasis([Piece])
        case link([Piece], WebLink)
    }

    /// What may still begin inside the pieces that are open.
    private struct Marks: OptionSet {
        let rawValue: Int
        static let strong = Marks(rawValue: 1)
        static let emphasis = Marks(rawValue: 2)
        static let link = Marks(rawValue: 4)
        static let all: Marks = [.strong, .emphasis, .link]
    }

    private let pieces: [Piece]

    init(_ lines: [Substring]) {
        let bytes = Array(lines.joined(separator: " ").utf8)
        pieces = Self.parse(bytes[...], .all)
    }

    var html: HTML { HTML(pieces.map(Self.render), separator: "") }
    var plain: String { pieces.map(Self.plain).joined() }

    private static func render(_ piece: Piece) -> HTML {
        switch piece {
        case .text(let bytes): HTML(escaping: String(decoding: bytes, as: UTF8.self))
        case .strong(let inner): "<strong>\(HTML(inner.map(render), separator: ""))</strong>"
        case .emphasis(let inner): "<em>\(HTML(inner.map(render), separator: ""))</em>"
        case .link(let inner, let link): "<a href=\"\(link.address)\">\(HTML(inner.map(render), separator: ""))</a>"
        }
    }

    private static func plain(_ piece: Piece) -> String {
        switch piece {
        case .text(let bytes): String(decoding: bytes, as: UTF8.self)
        case .strong(let inner), .emphasis(let inner), .link(let inner, _): inner.map(plain).joined()
        }
    }

    // MARK: Parsing

    private static func parse(_ bytes: ArraySlice<UInt8>, _ allowed: Marks) -> [Piece] {
        var pieces: [Piece] = []
        var start = bytes.startIndex
        var index = start
        var open = allowed
        /// Ends the text before a piece, and goes on behind it.
        func put(_ piece: Piece?, from: Int, to next: Int) {
            if start < from { pieces.append(.text(bytes[start..<from])) }
            if let piece { pieces.append(piece) }
            (start, index) = (next, next)
        }
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\\") where index + 1 < bytes.endIndex && isPunctuation(bytes[index + 1]):
                put(nil, from: index, to: index + 1)
                index += 1
            case UInt8(ascii: "*"):
                let run = runLength(bytes, index)
                let mark: Marks = run == 1 ? .emphasis : .strong
                let width = mark == .strong ? 2 : 1
                guard open.contains(mark), isOpening(bytes, index, run) else {
                    index += run
                    continue
                }
                guard let end = closing(bytes, from: index + run, width: width) else {
                    // There is none further on either.
                    open.remove(mark)
                    index += run
                    continue
                }
                let inner = parse(bytes[(index + width)..<end], allowed.subtracting(mark))
                put(mark == .strong ? .strong(inner) : .emphasis(inner), from: index, to: end + width)
            case UInt8(ascii: "[") where open.contains(.link):
                guard let (label, link, end) = link(bytes, from: index) else {
                    index += 1
                    continue
                }
                put(.link(parse(label, allowed.subtracting(.link)), link), from: index, to: end)
            default: index += 1
            }
        }
        put(nil, from: bytes.endIndex, to: bytes.endIndex)
        return pieces
    }

    private static func runLength(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Int {
        bytes[index...].prefix { $0 == UInt8(ascii: "*") }.count
    }

    /// At the start of a word. Three marks are strong emphasis around emphasis; more aren't marks.
    private static func isOpening(_ bytes: ArraySlice<UInt8>, _ index: Int, _ run: Int) -> Bool {
        let next = index + run
        guard run <= 3, next < bytes.endIndex, bytes[next] != UInt8(ascii: " ") else { return false }
        return index == bytes.startIndex || !isWord(bytes[index - 1])
    }

    /// At the end of a word, as many marks as it was opened with.
    private static func closing(_ bytes: ArraySlice<UInt8>, from start: Int, width: Int) -> Int? {
        var index = start
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            guard bytes[index] == UInt8(ascii: "*") else {
                index += 1
                continue
            }
            let run = runLength(bytes, index)
            let end = index + run
            let isAtEnd = end == bytes.endIndex || !isWord(bytes[end])
            if index > start, bytes[index - 1] != UInt8(ascii: " "), isAtEnd, run == width || run == 3 {
                return end - width
            }
            index = end
        }
        return nil
    }

    /// `[label](https://…)` without brackets in the label.
    private static func link(
        _ bytes: ArraySlice<UInt8>, from start: Int
    ) -> (label: ArraySlice<UInt8>, link: WebLink, end: Int)? {
        guard let close = bytes[(start + 1)...].firstIndex(where: { "[]".utf8.contains($0) }),
            bytes[close] == UInt8(ascii: "]"), close > start + 1, close + 1 < bytes.endIndex,
            bytes[close + 1] == UInt8(ascii: "("),
            let end = bytes[(close + 2)...].firstIndex(where: { "() ".utf8.contains($0) }),
            bytes[end] == UInt8(ascii: ")"),
            let link = WebLink(String(decoding: bytes[(close + 2)..<end], as: UTF8.self))
        else { return nil }
        return (bytes[(start + 1)..<close], link, end + 1)
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x7E).contains(byte) && !isWord(byte)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
}
