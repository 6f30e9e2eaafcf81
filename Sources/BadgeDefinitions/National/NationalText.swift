/// A text of ePerusteet as plain text: it is stored as HTML, with paragraphs, lists and character references.
///
/// What the text says is kept: list items become lines, links keep their address, unknown tags lose only their
/// formatting. Whatever can't be carried over is named in `notes`, so that nothing goes unnoticed.
struct NationalText {
    /// A paragraph or an item of a list, without markup and with single spaces.
    struct Block: Hashable {
        var text: String
        var isItem: Bool
    }

    private(set) var blocks: [Block] = []
    /// What was left out, in full words; each once.
    private(set) var notes: [String] = []

    private var current = ""
    private var listDepth = 0
    private var isInItem = false
    private var links: [String?] = []

    init(html: String) {
        var scalars = Array(html.unicodeScalars)[...]
        while let scalar = scalars.first {
            switch scalar {
            case "<" where Self.beginsTag(scalars): takeTag(&scalars)
            case "&": takeReference(&scalars)
            default:
                append(scalar)
                scalars.removeFirst()
            }
        }
        endBlock()
    }

    /// Paragraphs with a blank line between them, items as lines with a hyphen.
    var paragraphs: String {
        var text = ""
        for (place, block) in blocks.enumerated() {
            if place > 0 { text += block.isItem ? "\n" : "\n\n" }
            text += block.isItem ? "- \(block.text)" : block.text
        }
        return text
    }

    /// All in one line, for a text that itself stands as an item of a list.
    var line: String {
        var text = ""
        for (place, block) in blocks.enumerated() {
            if place > 0 { text += block.isItem && blocks[place - 1].isItem ? "; " : " " }
            text += block.text
        }
        return text
    }

    /// The items when the text is nothing but a list of several.
    var items: [String]? { blocks.count > 1 && blocks.allSatisfy(\.isItem) ? blocks.map(\.text) : nil }

    // MARK: Characters

    private mutating func append(_ scalar: Unicode.Scalar) {
        switch scalar.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: appendSpace()
        case .control:
            if "\t\n\r".unicodeScalars.contains(scalar) { appendSpace() } else { note("invisible characters") }
        // A soft hyphen or a joiner is only for layout; one that turns the reading direction hides what is said.
        case .format:
            if (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value) {
                note("invisible characters")
            }
        default: current.unicodeScalars.append(scalar)
        }
    }

    private mutating func appendSpace() {
        if !current.isEmpty, current.unicodeScalars.last != " " { current.unicodeScalars.append(" ") }
    }

    private mutating func note(_ what: String) {
        if !notes.contains(what) { notes.append(what) }
    }

    private mutating func endBlock() {
        while current.unicodeScalars.last == " " { current.unicodeScalars.removeLast() }
        if !current.isEmpty { blocks.append(Block(text: current, isItem: isInItem)) }
        current = ""
    }

    // MARK: Tags

    /// A tag begins with a letter, a slash or a bang; any other `<` is a sign of its own.
    private static func beginsTag(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let next = scalars.dropFirst().first else { return false }
        return next.properties.isAlphabetic || next == "/" || next == "!"
    }

    private mutating func takeTag(_ scalars: inout ArraySlice<Unicode.Scalar>) {
        if scalars.starts(with: "<!--".unicodeScalars) {
            note("comments")
            skip(&scalars, past: "-->")
            return
        }
        let rest = scalars.dropFirst()
        guard let end = Self.endOfTag(rest) else {
            // No end: it is text.
            append("<")
            scalars.removeFirst()
            return
        }
        let inside = rest[..<end]
        scalars = rest[rest.index(after: end)...]
        let isClosing = inside.first == "/"
        let nameStart = isClosing ? inside.dropFirst() : inside
        let name = String(
            String.UnicodeScalarView(nameStart.prefix { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
        )
        .lowercased()
        if isClosing { close(name) } else { open(name, inside, &scalars) }
    }

    /// The place of the tag's `>`, past values in quotation marks.
    private static func endOfTag(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
        var quote: Unicode.Scalar?
        for index in scalars.indices {
            let scalar = scalars[index]
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if scalar == ">" {
                return index
            } else if scalar == "<" {
                return nil
            }
        }
        return nil
    }

    private mutating func open(
        _ name: String, _ inside: ArraySlice<Unicode.Scalar>, _ scalars: inout ArraySlice<Unicode.Scalar>
    ) {
        switch name {
        case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article":
            // A paragraph inside an item is the item's own text.
            if !isInItem { endBlock() } else { appendSpace() }
        case "br": appendSpace()
        case "ul", "ol":
            endBlock()
            isInItem = false
            listDepth += 1
        case "li":
            endBlock()
            isInItem = true
        case "a": links.append(Self.attribute("href", in: inside))
        case "b", "strong", "i", "em", "u", "span", "font", "sub", "sup", "small", "abbr", "tbody": break
        case "script", "style":
            note("<\(name)>")
            skip(&scalars, past: "</\(name)>")
        case "tr", "td", "th", "table":
            note("the layout of a table")
            if name == "tr" || name == "table" { endBlock() } else { appendSpace() }
        default: note("<\(String(name.prefix(20)))>")
        }
    }

    private mutating func close(_ name: String) {
        switch name {
        case "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article", "tr", "table":
            if !isInItem { endBlock() } else { appendSpace() }
        case "li":
            endBlock()
            isInItem = false
        case "ul", "ol":
            endBlock()
            isInItem = false
            listDepth = max(0, listDepth - 1)
        case "a":
            guard let link = links.popLast() ?? nil, !link.isEmpty, !current.hasSuffix(link) else { return }
            appendSpace()
            current += "(\(link))"
        default: break
        }
    }

    /// The value of an attribute, with its character references read; nothing but a web address is worth keeping.
    private static func attribute(_ name: String, in tag: ArraySlice<Unicode.Scalar>) -> String? {
        let text = String(String.UnicodeScalarView(tag))
        guard let start = text.lowercased().firstRange(of: "\(name)=") else { return nil }
        let offset = text.lowercased().distance(from: text.lowercased().startIndex, to: start.upperBound)
        var rest = text.dropFirst(offset)
        let value: Substring
        if let quote = rest.first, quote == "\"" || quote == "'" {
            rest = rest.dropFirst()
            value = rest.prefix { $0 != quote }
        } else {
            value = rest.prefix { !$0.isWhitespace }
        }
        let link = NationalText(html: String(value)).line
        let lower = link.lowercased()
        return lower.hasPrefix("https://") || lower.hasPrefix("http://") ? link : nil
    }

    private mutating func skip(_ scalars: inout ArraySlice<Unicode.Scalar>, past end: String) {
        let wanted = Array(end.unicodeScalars)
        while !scalars.isEmpty {
            let start = scalars.prefix(wanted.count).map { $0.properties.lowercaseMapping }
            if start == wanted.map({ $0.properties.lowercaseMapping }) {
                scalars = scalars.dropFirst(wanted.count)
                return
            }
            scalars.removeFirst()
        }
    }

    // MARK: Character references

    private mutating func takeReference(_ scalars: inout ArraySlice<Unicode.Scalar>) {
        let body = scalars.dropFirst().prefix(12)
        guard let end = body.firstIndex(of: ";"), let scalar = Self.scalar(body[body.startIndex..<end]) else {
            append("&")
            scalars.removeFirst()
            return
        }
        append(scalar)
        scalars = scalars[scalars.index(after: end)...]
    }

    private static func scalar(_ name: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
        let text = String(String.UnicodeScalarView(name))
        guard text.hasPrefix("#") else { return named[text].flatMap(Unicode.Scalar.init) }
        let digits = text.dropFirst()
        let isHex = digits.first == "x" || digits.first == "X"
        guard let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10), value > 0 else {
            return nil
        }
        return Unicode.Scalar(value)
    }

    /// Those that editors write in Finnish and Swedish texts; others stay as they are written.
    private static let named: [String: UInt32] = [
        "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "nbsp": 0xA0, "sect": 0xA7, "laquo": 0xAB,
        "shy": 0xAD, "deg": 0xB0, "para": 0xB6, "middot": 0xB7, "raquo": 0xBB, "frac12": 0xBD, "times": 0xD7,
        "auml": 0xE4, "Auml": 0xC4, "ouml": 0xF6, "Ouml": 0xD6, "aring": 0xE5, "Aring": 0xC5, "uuml": 0xFC,
        "Uuml": 0xDC, "eacute": 0xE9, "Eacute": 0xC9, "egrave": 0xE8, "scaron": 0x161, "Scaron": 0x160,
        "zcaron": 0x17E, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "ldquo": 0x201C,
        "rdquo": 0x201D, "bdquo": 0x201E, "bull": 0x2022, "hellip": 0x2026, "euro": 0x20AC, "ge": 0x2265, "le": 0x2264,
    ]
}
