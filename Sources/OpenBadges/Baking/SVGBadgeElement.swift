/// An element of an SVG that holds a badge, while it is being read.
struct SVGBadgeElement {
    enum Kind: Hashable {
        /// `openbadges:credential` of Open Badges 3.0.
        case credential
        /// `openbadges:assertion` of Open Badges 1.0 to 2.1.
        case older
    }

    /// A stretch of its text.
    private enum Piece {
        /// White space as it stands in the file, which may be there only to look well.
        case space([UInt8])
        case text([UInt8])
        case characterData([UInt8])
    }

    let kind: Kind
    let start: Int
    let depth: Int
    /// The attribute `verify`, which holds a compact JWS.
    let verify: ArraySlice<UInt8>?
    var hasElements = false
    private var pieces: [Piece] = []
    private var hasEntity = false

    init(kind: Kind, start: Int, depth: Int, verify: ArraySlice<UInt8>?) {
        self.kind = kind
        self.start = start
        self.depth = depth
        self.verify = verify
    }

    mutating func append(text raw: ArraySlice<UInt8>) {
        if raw.allSatisfy(XMLText.isSpace) {
            pieces.append(.space(XMLText.withLineFeeds(raw)))
        } else if let text = XMLText.decodingReferences(XMLText.withLineFeeds(raw)) {
            pieces.append(.text(text))
        } else {
            hasEntity = true
        }
    }

    mutating func append(characterData raw: ArraySlice<UInt8>) {
        pieces.append(.characterData(XMLText.withLineFeeds(raw)))
    }

    /// What it holds; nothing for an element that holds nothing, as pictures have it that are meant for baking.
    var finding: BakedBadges.Finding? {
        if hasElements { return .malformed("there are other elements in it") }
        if hasEntity { return .malformed("there is an entity in it that nobody declares") }
        var token: [UInt8] = []
        if let verify {
            guard let value = XMLText.attribute(verify) else {
                return .malformed("there is an entity in it that nobody declares")
            }
            token = XMLText.trimmed(value)
        }
        let text = self.text
        let hasText = !text.allSatisfy(XMLText.isSpace)
        switch (token.isEmpty, hasText) {
        case (true, false): return nil
        case (false, true): return .malformed("it has a signed text and a document, and they need not say the same")
        case (false, false): return Self.payload(token)
        case (true, true): return Self.payload(text)
        }
    }

    /// Its text without the white space around it; that within a CDATA section belongs to the badge.
    private var text: [UInt8] {
        var inner = pieces[...]
        while case .space = inner.first { inner.removeFirst() }
        while case .space = inner.last { inner.removeLast() }
        var hasCharacterData = false
        var text: [UInt8] = []
        for piece in inner {
            switch piece {
            case .space(let bytes), .text(let bytes): text += bytes
            case .characterData(let bytes):
                text += bytes
                hasCharacterData = true
            }
        }
        return hasCharacterData ? text : XMLText.trimmed(text)
    }

    private static func payload(_ bytes: [UInt8]) -> BakedBadges.Finding {
        String(validating: bytes, as: UTF8.self) == nil ? .malformed("its text isn't UTF-8") : .payload(bytes)
    }
}
