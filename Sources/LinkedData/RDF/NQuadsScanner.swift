import Encodings

/// One run of ``NQuadsParser`` over a text. The productions are those of
/// [the grammar](https://www.w3.org/TR/n-quads/#sec-grammar).
struct NQuadsScanner {
    var dataset: Dataset
    let maxQuads: Int
    private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var offset = 0
    /// Text whose escapes were read.
    private var decoded: [UInt8] = []

    init(dataset: Dataset, maxQuads: Int) {
        self.dataset = dataset
        self.maxQuads = maxQuads
    }

    /// `nquadsDoc ::= statement? (EOL statement)* EOL?`, where a line may be empty or a comment.
    mutating func scan(_ text: UnsafeBufferPointer<UInt8>) throws(RDFError) {
        bytes = text
        offset = 0
        defer { bytes = UnsafeBufferPointer(start: nil, count: 0) }
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw fail(.invalidUTF8, "the bytes are not UTF-8.", at: error.byteOffsets.lowerBound)
        }
        while true {
            skipBlanks()
            if let byte = peek(), !Self.isEndOfLine(byte), byte != UInt8(ascii: "#") { try statement() }
            skipBlanks()
            if peek() == UInt8(ascii: "#") { skipComment() }
            guard let byte = peek() else { return }
            guard Self.isEndOfLine(byte) else {
                throw fail(.malformed, "after the full stop of a statement the line has to end.")
            }
            offset += 1
        }
    }

    /// `statement ::= subject predicate object graphLabel? '.'`
    private mutating func statement() throws(RDFError) {
        guard let subject = try resource() else {
            throw fail(.malformed, "a subject is an IRI in angle brackets or a blank node.")
        }
        skipBlanks()
        guard peek() == UInt8(ascii: "<") else {
            throw fail(.malformed, "a predicate is an IRI in angle brackets.")
        }
        let predicate = try iri()
        skipBlanks()
        let object = try self.object()
        skipBlanks()
        let graph = try resource() ?? .defaultGraph
        skipBlanks()
        guard peek() == UInt8(ascii: ".") else {
            throw fail(.malformed, "a statement has three or four parts and then a full stop.")
        }
        offset += 1
        dataset.insert(Dataset.Quad(subject, predicate, object, graph: graph))
        guard dataset.quads.count <= maxQuads else {
            throw RDFError(
                .tooManyQuads, "The N-Quads text has more than \(maxQuads) quads.",
                hint: "Check that it is the right file; real ones are far smaller.")
        }
    }

    /// An IRI or a blank node, or nothing when none begins here.
    private mutating func resource() throws(RDFError) -> Dataset.Term? {
        switch peek() {
        case UInt8(ascii: "<"): try iri()
        case UInt8(ascii: "_"): try blankNode()
        default: nil
        }
    }

    private mutating func object() throws(RDFError) -> Dataset.Term {
        if let resource = try resource() { return resource }
        guard peek() == UInt8(ascii: "\"") else {
            throw fail(.malformed, "an object is an IRI in angle brackets, a blank node or a text in quotation marks.")
        }
        return try literal()
    }

    /// `IRIREF ::= '<' ([^#x00-#x20<>"{}|^`\] | UCHAR)* '>'`, which has to be absolute.
    private mutating func iri() throws(RDFError) -> Dataset.Term {
        let start = offset + 1
        offset = IRISyntax.legalEnd(of: bytes, from: start)
        var hasEscapes = false
        while true {
            guard let byte = peek() else { throw fail(.malformed, "an IRI doesn't end.", at: start - 1) }
            if byte == UInt8(ascii: ">") { break }
            if byte == UInt8(ascii: "\\") {
                if !hasEscapes { beginDecoding(from: start) }
                hasEscapes = true
                offset += 1
                try numericEscape()
                continue
            }
            guard !IRISyntax.isIllegal(byte) else { throw fail(.iri, "an IRI can't have this character.") }
            if hasEscapes { decoded.append(byte) }
            offset += 1
        }
        let text = UnsafeBufferPointer(rebasing: bytes[start..<offset])
        offset += 1
        let term: Dataset.Term?
        if hasEscapes {
            term = Self.isAbsolute(decoded) ? dataset.iri(decoded) : nil
        } else {
            term = IRISyntax.hasScheme(text) ? dataset.internIRI(text) : nil
        }
        guard let term else {
            throw fail(.iri, "an IRI has to be absolute and of characters that IRIs have.", at: start - 1)
        }
        return term
    }

    private static func isAbsolute(_ text: [UInt8]) -> Bool { IRISyntax.isAbsolute(text) }

    /// `BLANK_NODE_LABEL ::= '_:' (PN_CHARS_U | [0-9]) ((PN_CHARS | '.')* PN_CHARS)?`
    private mutating func blankNode() throws(RDFError) -> Dataset.Term {
        let start = offset + 2
        guard start <= bytes.count, bytes[start - 1] == UInt8(ascii: ":") else {
            throw fail(.malformed, "a blank node begins with \"_:\".")
        }
        offset = start + BlankNodeLabelSyntax.length(of: UnsafeBufferPointer(rebasing: bytes[start...]))
        guard offset > start else { throw fail(.malformed, "a blank node has no label.") }
        return dataset.internLabel(UnsafeBufferPointer(rebasing: bytes[start..<offset]))
    }

    /// `literal ::= STRING_LITERAL_QUOTE ('^^' IRIREF | LANGTAG)?`
    private mutating func literal() throws(RDFError) -> Dataset.Term {
        let start = offset + 1
        let hasEscapes = try quoted()
        let text = UnsafeBufferPointer(rebasing: bytes[start..<offset])
        offset += 1
        // What a datatype's IRI decodes must not overwrite the text.
        var escaped: [UInt8] = []
        if hasEscapes { swap(&escaped, &decoded) }
        skipBlanks()
        var datatype = Dataset.Term.xsdString
        var language: UnsafeBufferPointer<UInt8>?
        switch peek() {
        case UInt8(ascii: "^"):
            guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "^") else {
                throw fail(.malformed, "a datatype begins with \"^^\".")
            }
            offset += 2
            skipBlanks()
            guard peek() == UInt8(ascii: "<") else { throw fail(.malformed, "a datatype is an IRI in angle brackets.") }
            datatype = try iri()
        case UInt8(ascii: "@"):
            language = try languageTag()
            datatype = .rdfLangString
        default: break
        }
        guard hasEscapes else { return dataset.internLiteral(text, datatype: datatype, language: language) }
        let term = escaped.withUnsafeBufferPointer {
            dataset.internLiteral($0, datatype: datatype, language: language)
        }
        swap(&escaped, &decoded)
        return term
    }

    /// Goes to the closing quotation mark; with escapes in the text, ``decoded`` is what it says.
    private mutating func quoted() throws(RDFError) -> Bool {
        let quote = offset
        let start = offset + 1
        offset = plainEnd(from: start)
        var hasEscapes = false
        while true {
            switch peek() {
            case nil, UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                throw fail(.malformed, "a text has no closing quotation mark on its line.", at: quote)
            case UInt8(ascii: "\""):
                return hasEscapes
            case UInt8(ascii: "\\"):
                if !hasEscapes { beginDecoding(from: start) }
                hasEscapes = true
                offset += 1
                if let letter = peek(), let character = LiteralSpelling.character(ofEscape: letter) {
                    decoded.append(character)
                    offset += 1
                } else {
                    try numericEscape()
                }
            case let byte?:
                if hasEscapes { decoded.append(byte) }
                offset += 1
            }
        }
    }

    /// `LANGTAG ::= '@' [a-zA-Z]+ ('-' [a-zA-Z0-9]+)*`, without `@`.
    private mutating func languageTag() throws(RDFError) -> UnsafeBufferPointer<UInt8> {
        offset += 1
        let tag = LanguageTagSyntax.prefix(UnsafeBufferPointer(rebasing: bytes[offset...]))
        guard LanguageTagSyntax.isLegal(tag) else { throw fail(.malformed, "a language tag isn't well-formed.") }
        offset += tag.count
        return tag
    }

    // MARK: Escapes

    private mutating func beginDecoding(from start: Int) {
        decoded.removeAll(keepingCapacity: true)
        decoded.append(contentsOf: bytes[start..<offset])
    }

    /// `UCHAR ::= '\u' HEX HEX HEX HEX | '\U' HEX HEX HEX HEX HEX HEX HEX HEX`, from after the backslash on.
    private mutating func numericEscape() throws(RDFError) {
        let start = offset - 1
        let length: Int
        switch peek() {
        case UInt8(ascii: "u"): length = 4
        case UInt8(ascii: "U"): length = 8
        default: throw fail(.malformed, "there is no such escape.", at: start)
        }
        offset += 1
        var value: UInt32 = 0
        for _ in 0..<length {
            guard let byte = peek(), let digit = Base16.value(byte) else {
                throw fail(.malformed, "an escape has too few hexadecimal digits.", at: start)
            }
            value = value << 4 | UInt32(digit)
            offset += 1
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw fail(.malformed, "an escape stands for no character.", at: start)
        }
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { decoded.append(unit) }
    }

    // MARK: Bytes

    /// Where the bytes that stand for themselves in a text end: mostly at the closing quotation mark.
    @inline(__always)
    private func plainEnd(from start: Int) -> Int {
        let bytes = bytes
        var end = start
        while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x0A, 0x0D: return end
            default: end += 1
            }
        }
        return end
    }

    @inline(__always)
    private func peek() -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// White space within a line: spaces and tabs.
    @inline(__always)
    private mutating func skipBlanks() {
        while let byte = peek(), byte == 0x20 || byte == 0x09 { offset += 1 }
    }

    private mutating func skipComment() {
        while let byte = peek(), !Self.isEndOfLine(byte) { offset += 1 }
    }

    @inline(__always)
    private static func isEndOfLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private func fail(_ code: RDFError.Code, _ reason: String, at place: Int? = nil) -> RDFError {
        let position = TextPosition(of: place ?? offset, in: bytes)
        return RDFError(code, "The N-Quads text is wrong at \(position): \(reason)", at: position)
    }
}
