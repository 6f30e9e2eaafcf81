/// Finds badges in an SVG from a stranger, and the place where one would go.
///
/// It reads XML as far as that asks for: tags, attributes, comments, CDATA sections, and past document types and
/// processing instructions. It expands no entities and opens nothing. Whether the picture is harmless is decided by
/// `SVGScanner`, where somebody bakes into it.
struct SVGMarkup {
    /// The start tag of the root.
    struct Root {
        let name: ArraySlice<UInt8>
        /// Behind the name, where an attribute can go.
        let attributes: Int
        /// Where its `>` or `/>` begins.
        let close: Int
        let isEmpty: Bool
        /// The namespace that it declares for the prefix `openbadges`.
        let namespace: [UInt8]?
    }

    static let namespace = "https://purl.imsglobal.org/ob/v3p0"
    static let prefix = "openbadges"
    private static let olderNamespace = "http://openbadges.org"

    /// Deeper nesting than drawing programs make, even bad ones.
    private static let maxDepth = 1000
    /// More attributes than any element of SVG has; each is compared with all before it.
    private static let maxAttributes = 200

    private(set) var root: Root?
    private(set) var badges = BakedBadges()

    private let bytes: [UInt8]
    private var offset = 0
    private var open: [Element] = []
    private var badge: SVGBadgeElement?

    private struct Element {
        let name: ArraySlice<UInt8>
        /// Namespaces by prefix; the value is nothing when it can't be read.
        let namespaces: [(prefix: ArraySlice<UInt8>, name: [UInt8]?)]
    }

    private struct Attribute {
        let name: ArraySlice<UInt8>
        let value: ArraySlice<UInt8>
    }

    /// The markup, or nothing when the document's root isn't `svg`.
    ///
    /// - Throws: `damaged` when it can't be read to its end.
    static func read(_ bytes: [UInt8]) throws(PictureFlaw) -> SVGMarkup? {
        var markup = SVGMarkup(bytes: bytes)
        return try markup.scan() ? markup : nil
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    // MARK: The document

    private mutating func scan() throws(PictureFlaw) -> Bool {
        while offset < bytes.count {
            guard bytes[offset] == UInt8(ascii: "<") else {
                let end = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                badge?.append(text: bytes[offset..<end])
                offset = end
                continue
            }
            if starts("<!--") {
                try skip(4, through: "-->", "a comment")
            } else if starts("<![CDATA[") {
                let start = offset + 9
                try skip(9, through: "]]>", "a CDATA section")
                badge?.append(characterData: bytes[start..<(offset - 3)])
            } else if starts("<!") {
                try skipDeclaration()
            } else if starts("<?") {
                try skip(2, through: "?>", "a processing instruction")
            } else if starts("</") {
                try endTag()
            } else {
                try startTag()
                if let root, !XMLText.localName(root.name).elementsEqual("svg".utf8) { return false }
            }
        }
        guard root != nil, open.isEmpty else { throw broken("it ends before its last element does") }
        return true
    }

    private mutating func startTag() throws(PictureFlaw) {
        let start = offset
        offset += 1
        let name = try readName()
        let afterName = offset
        var attributes: [Attribute] = []
        while true {
            skipSpace()
            if starts("/>") || starts(">") { break }
            let attribute = try readAttribute()
            guard attributes.count < Self.maxAttributes,
                !attributes.contains(where: { $0.name.elementsEqual(attribute.name) })
            else { throw broken("an element has an attribute twice, or too many") }
            attributes.append(attribute)
        }
        let close = offset
        let isEmpty = starts("/>")
        offset += isEmpty ? 2 : 1

        let element = Element(name: name, namespaces: Self.namespaces(attributes))
        open.append(element)
        guard open.count <= Self.maxDepth else { throw broken("its elements stand too deep in each other") }
        if open.count == 1 {
            guard root == nil else { throw broken("it has a second root element") }
            let declared = element.namespaces.first { $0.prefix.elementsEqual(Self.prefix.utf8) }
            root = Root(
                name: name, attributes: afterName, close: close, isEmpty: isEmpty,
                namespace: declared.map { $0.name ?? [] })
        }
        if badge != nil {
            badge?.hasElements = true
        } else if let kind = kind(of: name) {
            let verify = attributes.first { $0.name.elementsEqual("verify".utf8) }
            badge = SVGBadgeElement(kind: kind, start: start, depth: open.count, verify: verify?.value)
        }
        if isEmpty { closeElement() }
    }

    private mutating func endTag() throws(PictureFlaw) {
        offset += 2
        let name = try readName()
        skipSpace()
        guard starts(">"), open.last?.name.elementsEqual(name) == true else {
            throw broken("an end tag doesn't belong to the element before it")
        }
        offset += 1
        closeElement()
    }

    /// Ends the innermost element; `offset` is behind it.
    private mutating func closeElement() {
        if let badge, badge.depth == open.count {
            badges.ranges.append(badge.start..<offset)
            switch badge.kind {
            case .older: badges.hasOlder = true
            case .credential: if let finding = badge.finding { badges.findings.append(finding) }
            }
            self.badge = nil
        }
        open.removeLast()
    }

    // MARK: Names and namespaces

    private func kind(of name: ArraySlice<UInt8>) -> SVGBadgeElement.Kind? {
        let local = XMLText.localName(name)
        let kind: SVGBadgeElement.Kind
        if local.elementsEqual("credential".utf8) {
            kind = .credential
        } else if local.elementsEqual("assertion".utf8) {
            kind = .older
        } else {
            return nil
        }
        // Much software finds it by its full name alone, so one under another namespace is meant as a badge too.
        if name.elementsEqual("\(Self.prefix):".utf8 + Array(local)) { return kind }
        let expected = kind == .credential ? Self.namespace : Self.olderNamespace
        return namespace(of: name)?.elementsEqual(expected.utf8) == true ? kind : nil
    }

    private func namespace(of name: ArraySlice<UInt8>) -> [UInt8]? {
        let prefix = XMLText.prefix(name)
        for element in open.reversed() {
            if let found = element.namespaces.first(where: { $0.prefix.elementsEqual(prefix) }) { return found.name }
        }
        return nil
    }

    private static func namespaces(_ attributes: [Attribute]) -> [(prefix: ArraySlice<UInt8>, name: [UInt8]?)] {
        attributes.compactMap { attribute in
            if attribute.name.elementsEqual("xmlns".utf8) { return ([], XMLText.attribute(attribute.value)) }
            guard XMLText.prefix(attribute.name).elementsEqual("xmlns".utf8) else { return nil }
            return (XMLText.localName(attribute.name), XMLText.attribute(attribute.value))
        }
    }

    // MARK: Its parts

    private mutating func readName() throws(PictureFlaw) -> ArraySlice<UInt8> {
        let start = offset
        let stops = Array(" \t\r\n/>=<\"'&".utf8)
        while offset < bytes.count, !stops.contains(bytes[offset]) { offset += 1 }
        guard offset > start, offset < bytes.count else { throw broken("a name is missing or doesn't end") }
        return bytes[start..<offset]
    }

    private mutating func readAttribute() throws(PictureFlaw) -> Attribute {
        let name = try readName()
        skipSpace()
        guard starts("=") else { throw broken("an attribute has no value") }
        offset += 1
        skipSpace()
        guard offset < bytes.count, bytes[offset] == 0x22 || bytes[offset] == 0x27 else {
            throw broken("an attribute's value isn't in quotation marks")
        }
        let quote = bytes[offset]
        guard let end = bytes[(offset + 1)...].firstIndex(of: quote) else {
            throw broken("an attribute's value doesn't end")
        }
        defer { offset = end + 1 }
        return Attribute(name: name, value: bytes[(offset + 1)..<end])
    }

    /// A document type, with what it declares in brackets.
    private mutating func skipDeclaration() throws(PictureFlaw) {
        var brackets = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = bytes[(offset + 1)...].firstIndex(of: bytes[offset]) else {
                    throw broken("the DOCTYPE doesn't end")
                }
                offset = end
            case UInt8(ascii: "["): brackets += 1
            case UInt8(ascii: "]"): brackets -= 1
            case UInt8(ascii: "<") where starts("<!--"):
                try skip(4, through: "-->", "a comment")
                continue
            case UInt8(ascii: "<") where starts("<?"):
                try skip(2, through: "?>", "a processing instruction")
                continue
            case UInt8(ascii: ">") where brackets <= 0:
                offset += 1
                return
            default: break
            }
            offset += 1
        }
        throw broken("the DOCTYPE doesn't end")
    }

    /// Goes on behind the next occurrence of `end`, which is looked for that many bytes on.
    private mutating func skip(
        _ count: Int, through end: StaticString, _ what: String
    ) throws(PictureFlaw) {
        let wanted = end.withUTF8Buffer { Array($0) }
        var found: Int?
        var index = offset + count
        while found == nil, index + wanted.count <= bytes.count {
            if bytes[index] == wanted[0], bytes[index..<(index + wanted.count)].elementsEqual(wanted) { found = index }
            index += 1
        }
        guard let found else { throw broken("\(what) doesn't end") }
        offset = found + end.utf8CodeUnitCount
    }

    private mutating func skipSpace() {
        while offset < bytes.count, XMLText.isSpace(bytes[offset]) { offset += 1 }
    }

    private func starts(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { bytes[offset...].starts(with: $0) }
    }

    private func broken(_ reason: String) -> PictureFlaw {
        PictureFlaw(.damaged, reason, line: 1 + bytes[..<min(offset, bytes.count)].count { $0 == 0x0A })
    }
}
