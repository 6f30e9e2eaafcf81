import Encodings

extension PassportPage {
    /// Why a page that should hold a passport doesn't give one.
    package enum Flaw: Error, Sendable, Hashable {
        /// More than one file is in it, and which one a reader takes would be a matter of luck.
        case several
        /// What is in it can't be taken out in one way only, and why.
        case broken(String)
        case tooLarge
    }

    /// A page is the passport file, the badges' pictures a second time, and some text.
    package static let maxBytes = PassportComposer.maxBytes + (16 << 20)

    /// The passport file out of a printable page: what stands in its one `<script type="application/json">`.
    ///
    /// Nothing else of the page is read, and nothing in it is believed. Every such element counts, wherever it stands:
    /// one that browsers pass over, as in a comment, must not make one file of two.
    ///
    /// - Returns: nothing when the bytes are no page, or one without a file in it.
    /// - Throws: `Flaw`
    package static func payload(of bytes: [UInt8]) throws(Flaw) -> [UInt8]? {
        guard looksLikePage(bytes) else { return nil }
        guard bytes.count <= maxBytes else { throw .tooLarge }
        var found: ArraySlice<UInt8>?
        var scanner = TagScanner(bytes)
        while let tag = try scanner.nextScript() {
            guard tag.isJSON else { continue }
            guard found == nil else { throw .several }
            found = try scanner.content()
        }
        guard let found else { return nil }
        let text = found.trimmingWhiteSpace
        guard !text.isEmpty else { throw .broken("the file in it is empty") }
        // Browsers read on behind the first end tag when a comment was begun before it.
        guard !TagScanner.contains(text, "<!--"), !TagScanner.contains(text, "<script") else {
            throw .broken("the file in it has markup in it")
        }
        return Array(text)
    }

    /// Whether the first thing in it, but for white space, is how pages begin; a drawing that mentions one is none.
    static func looksLikePage(_ bytes: [UInt8]) -> Bool {
        var head = bytes.prefix(1024)
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
        head = head.drop(while: TagScanner.isSpace)
        return TagScanner.begins(head, "<!doctype html") || TagScanner.begins(head, "<html")
    }
}

/// Walks over a page's bytes for its `script` tags, in time that grows with their number.
private struct TagScanner {
    struct Tag {
        let isJSON: Bool
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Moves behind the next start tag of that name.
    mutating func nextScript() throws(PassportPage.Flaw) -> Tag? {
        let name = Array("<script".utf8)
        while let start = Self.first(name, in: bytes[index...]) {
            index = start + name.count
            guard let next = bytes[index...].first else { return nil }
            guard Self.isSpace(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: ">") else { continue }
            return try attributes()
        }
        index = bytes.count
        return nil
    }

    /// What stands up to the element's end tag; moves behind it.
    mutating func content() throws(PassportPage.Flaw) -> ArraySlice<UInt8> {
        guard let end = Self.first(Array("</script".utf8), in: bytes[index...]) else {
            throw .broken("the file in it has no end")
        }
        defer { index = end }
        return bytes[index..<end]
    }

    /// Reads the attributes of the tag at hand, up to its `>`.
    private mutating func attributes() throws(PassportPage.Flaw) -> Tag {
        var types: [[UInt8]] = []
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: ">") {
                index += 1
                // Browsers take the first of two attributes of a name; other readers the last.
                guard types.count <= 1 else { throw .broken("a tag in it says its type twice") }
                return Tag(isJSON: types.first.map(Self.isJSON) ?? false)
            }
            if Self.isSpace(byte) || byte == UInt8(ascii: "/") {
                index += 1
                continue
            }
            let name = bytes[index...].prefix { !Self.isSpace($0) && !"=>/".utf8.contains($0) }
            index = max(name.endIndex, index + 1)
            let value = try self.value()
            if Self.equals(name, "type") { types.append(value) }
        }
        throw .broken("a tag in it has no end")
    }

    /// What follows a name's `=`, quoted or not; empty when there is none.
    private mutating func value() throws(PassportPage.Flaw) -> [UInt8] {
        let afterSpace = bytes[index...].drop(while: Self.isSpace).startIndex
        guard afterSpace < bytes.count, bytes[afterSpace] == UInt8(ascii: "=") else { return [] }
        index = bytes[(afterSpace + 1)...].drop(while: Self.isSpace).startIndex
        guard let quote = bytes[index...].first else { throw .broken("a tag in it has no end") }
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let value = bytes[index...].prefix { !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
            index = value.endIndex
            return Array(value)
        }
        guard let end = bytes[(index + 1)...].firstIndex(of: quote) else {
            throw .broken("a tag in it has no end")
        }
        defer { index = end + 1 }
        return Array(bytes[(index + 1)..<end])
    }

    // MARK: Bytes

    /// `application/json`, with parameters or not.
    private static func isJSON(_ type: [UInt8]) -> Bool {
        equals(type.prefix { $0 != UInt8(ascii: ";") }.trimmingWhiteSpace, "application/json")
    }

    static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) }

    private static func equals(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
        bytes.elementsEqual(word.utf8) { lowered($0) == $1 }
    }

    static func begins(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
        equals(bytes.prefix(word.utf8.count), word)
    }

    static func contains(_ bytes: ArraySlice<UInt8>, _ word: String) -> Bool {
        first(Array(word.utf8), in: bytes) != nil
    }

    /// The place of a lower-case word, whatever its case is there.
    private static func first(_ word: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let start = word.first, bytes.count >= word.count else { return nil }
        let last = bytes.endIndex - word.count
        var index = bytes.startIndex
        while index <= last {
            if bytes[index] == start, bytes[index..<(index + word.count)].elementsEqual(word, by: { lowered($0) == $1 })
            {
                return index
            }
            index += 1
        }
        return nil
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}

extension ArraySlice<UInt8> {
    fileprivate var trimmingWhiteSpace: ArraySlice<UInt8> {
        let start = drop(while: TagScanner.isSpace)
        guard let last = start.lastIndex(where: { !TagScanner.isSpace($0) }) else { return start.prefix(0) }
        return start[...last]
    }
}
