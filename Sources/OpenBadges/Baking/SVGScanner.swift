import Encodings

/// Decides whether an SVG is a picture and nothing more: well-formed, without anything that runs, loads or hides.
///
/// It reads XML strictly and refuses what a picture doesn't need: document types and the entities that come with
/// them, processing instructions, script and event handlers, HTML inside, references to anything outside the file.
/// Pages still show such a picture only in `<img>`.
package struct SVGScanner {
    /// Whether the bytes begin as a text that may be SVG does: white space aside, with `<`.
    package static func looksLikeXML(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(byteOrderMark.count) : bytes[...]
        return start.first { !XMLText.isSpace($0) } == UInt8(ascii: "<")
    }

    /// - Throws: `damaged` for broken XML or another root than `svg`, `unsafe` for what is refused; both say where.
    package static func check(_ bytes: [UInt8]) throws(PictureFlaw) {
        var scanner = SVGScanner(bytes)
        try scanner.scan()
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// Deeper nesting than any drawing program makes.
    private static let maxDepth = 100
    /// More attributes than any element of SVG has; each is compared with all before it.
    private static let maxAttributes = 200

    private let bytes: [UInt8]
    private var offset = 0
    private var open: [String] = []
    private var hasRoot = false
    /// The text of the `style` element that is open.
    private var style: [UInt8]?

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    // MARK: The document

    private mutating func scan() throws(PictureFlaw) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw broken("it isn't UTF-8") }
        guard !bytes.contains(where: { $0 < 0x20 && !XMLText.isSpace($0) }) else {
            throw broken("it has control characters")
        }
        if bytes.starts(with: Self.byteOrderMark) { offset = Self.byteOrderMark.count }
        if starts("<?xml"), offset + 5 < bytes.count, XMLText.isSpace(bytes[offset + 5]) { try xmlDeclaration() }
        while offset < bytes.count {
            if bytes[offset] != UInt8(ascii: "<") {
                try text()
            } else if starts("<!--") {
                try comment()
            } else if starts("<![CDATA[") {
                try characterData()
            } else if starts("<!") {
                throw unsafe("it has a DOCTYPE or an entity declaration")
            } else if starts("<?") {
                throw unsafe("it has a processing instruction")
            } else if starts("</") {
                try endTag()
            } else {
                try startTag()
            }
        }
        guard hasRoot, open.isEmpty else { throw broken("it ends before its last element does") }
    }

    /// Tolerated at the very start, as long as it speaks of UTF-8.
    private mutating func xmlDeclaration() throws(PictureFlaw) {
        guard let end = find("?>") else { throw broken("the XML declaration doesn't end") }
        let text = String(decoding: bytes[offset..<end], as: UTF8.self).lowercased()
        guard !text.contains("encoding") || text.contains("\"utf-8\"") || text.contains("'utf-8'") else {
            throw broken("it says that it isn't UTF-8")
        }
        offset = end + 2
    }

    private mutating func text() throws(PictureFlaw) {
        let end = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        let raw = bytes[offset..<end]
        if open.isEmpty {
            guard raw.allSatisfy(XMLText.isSpace) else { throw broken("it has text outside the picture") }
        } else {
            let decoded = try decodingReferences(raw)
            style?.append(contentsOf: decoded)
        }
        offset = end
    }

    private mutating func comment() throws(PictureFlaw) {
        offset += 4
        guard let end = find("--") else { throw broken("a comment doesn't end") }
        offset = end
        guard starts("-->") else { throw broken("a comment has two hyphens within") }
        offset += 3
    }

    private mutating func characterData() throws(PictureFlaw) {
        guard !open.isEmpty else { throw broken("it has text outside the picture") }
        offset += 9
        guard let end = find("]]>") else { throw broken("a CDATA section doesn't end") }
        style?.append(contentsOf: bytes[offset..<end])
        offset = end + 3
    }

    private mutating func endTag() throws(PictureFlaw) {
        offset += 2
        let tag = try readName()
        skipSpace()
        guard starts(">"), open.popLast()?.hasSameBytes(as: tag) == true else {
            throw broken("</\(tag)> ends no element")
        }
        offset += 1
        if let style, SVGRules.localName(tag) == "style" {
            if let reason = SVGRules.refusal(ofStyle: style) { throw unsafe(reason) }
            self.style = nil
        }
    }

    private mutating func startTag() throws(PictureFlaw) {
        offset += 1
        let tag = try readName()
        if let reason = SVGRules.refusal(ofElement: tag) { throw unsafe(reason) }
        guard style == nil else { throw unsafe("its style sheet has elements within") }
        var attributes: [(name: String, value: [UInt8])] = []
        while true {
            let hadSpace = skipSpace()
            guard offset < bytes.count else { throw broken("<\(tag)> doesn't end") }
            if starts("/>") || starts(">") { break }
            guard hadSpace else { throw broken("two attributes of <\(tag)> stand together") }
            let attribute = try readAttribute()
            guard attributes.count < Self.maxAttributes,
                !attributes.contains(where: { $0.name.hasSameBytes(as: attribute.name) })
            else { throw broken("<\(tag)> has \(attribute.name) twice, or too many attributes") }
            attributes.append(attribute)
            if let reason = SVGRules.refusal(ofAttribute: attribute.name, value: attribute.value, on: tag) {
                throw unsafe(reason)
            }
        }
        if open.isEmpty {
            guard !hasRoot else { throw broken("it has a second root element") }
            guard SVGRules.isRoot(tag, attributes) else {
                throw broken("its root isn't an svg element of the SVG namespace")
            }
            hasRoot = true
        }
        if starts("/>") {
            offset += 2
            return
        }
        offset += 1
        open.append(tag)
        guard open.count <= Self.maxDepth else { throw broken("its elements stand too deep in each other") }
        if SVGRules.localName(tag) == "style" { style = [] }
    }

    // MARK: Its parts

    private mutating func readAttribute() throws(PictureFlaw) -> (name: String, value: [UInt8]) {
        let attribute = try readName()
        skipSpace()
        guard starts("=") else { throw broken("the attribute \(attribute) has no value") }
        offset += 1
        skipSpace()
        guard offset < bytes.count, bytes[offset] == 0x22 || bytes[offset] == 0x27 else {
            throw broken("the value of \(attribute) isn't in quotation marks")
        }
        let quote = bytes[offset]
        offset += 1
        guard let end = bytes[offset...].firstIndex(of: quote), !bytes[offset..<end].contains(UInt8(ascii: "<")) else {
            throw broken("the value of \(attribute) doesn't end")
        }
        let value = try decodingReferences(bytes[offset..<end])
        offset = end + 1
        return (attribute, value)
    }

    /// A name of ASCII characters, or beyond ASCII of any; at most one colon.
    private mutating func readName() throws(PictureFlaw) -> String {
        let start = offset
        while offset < bytes.count {
            let byte = bytes[offset]
            let isLetter = (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 || byte == 0x5F || byte == 0x3A
            let isInner = (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
            guard isLetter || (isInner && offset > start) else { break }
            offset += 1
        }
        let text = bytes[start..<offset]
        guard !text.isEmpty, text.count <= 200, text.filter({ $0 == 0x3A }).count <= 1, text.first != 0x3A,
            text.last != 0x3A
        else {
            offset = start
            throw broken("a name is missing or isn't one")
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The text with character references decoded; only XML's own five entities exist without a DOCTYPE.
    private func decodingReferences(_ raw: ArraySlice<UInt8>) throws(PictureFlaw) -> [UInt8] {
        guard raw.contains(UInt8(ascii: "&")) else { return Array(raw) }
        var result: [UInt8] = []
        var rest = raw
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "&") else {
                result.append(byte)
                continue
            }
            guard let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
                throw broken("an & begins no character reference")
            }
            let reference = String(decoding: rest[..<end], as: UTF8.self)
            guard let scalar = XMLText.scalar(of: reference) else { throw unsafe("it has the entity &\(reference);") }
            result.append(contentsOf: String(Character(scalar)).utf8)
            rest = rest[(end + 1)...]
        }
        return result
    }

    // MARK: Helpers

    private func starts(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[offset...].starts(with: $0) }
    }

    private func find(_ text: StaticString) -> Int? {
        text.withUTF8Buffer { wanted in
            var index = offset
            while index + wanted.count <= bytes.count {
                if bytes[index] == wanted[0], bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
                    return index
                }
                index += 1
            }
            return nil
        }
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = offset
        while offset < bytes.count, XMLText.isSpace(bytes[offset]) { offset += 1 }
        return offset > start
    }

    private var line: Int { 1 + bytes[..<min(offset, bytes.count)].count { $0 == 0x0A } }

    private func broken(_ reason: String) -> PictureFlaw { PictureFlaw(.damaged, reason, line: line) }

    private func unsafe(_ reason: String) -> PictureFlaw { PictureFlaw(.unsafe, reason, line: line) }
}
