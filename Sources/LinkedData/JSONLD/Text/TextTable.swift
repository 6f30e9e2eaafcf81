/// The number of a text in a `TextTable`; keywords have their own numbers, and nought is no text.
struct TextID: Hashable, Sendable {
    let rawValue: UInt32

    @inline(__always)
    init(rawValue: UInt32) { self.rawValue = rawValue }
    @inline(__always)
    init(_ keyword: Keyword) { rawValue = UInt32(keyword.rawValue) }
    @inline(__always)
    init(place: Int) { rawValue = Self.firstText + UInt32(truncatingIfNeeded: place) }

    static let none = TextID(rawValue: 0)
    static let firstText: UInt32 = 32

    @inline(__always)
    var isKeyword: Bool { rawValue < Self.firstText && rawValue != 0 }
    var keyword: Keyword? { rawValue < Self.firstText ? Keyword(rawValue: UInt8(rawValue)) : nil }
    /// The place in arrays that have something for each text.
    @inline(__always)
    var place: Int { Int(rawValue &- Self.firstText) }
}

/// A piece of a table's bytes.
struct TextRange: Sendable {
    var offset: UInt32 = 0
    var count: UInt32 = 0
}

/// Texts as bytes in one block: IRIs once each, so that equal ones have equal numbers, and other texts as they come.
struct TextTable: Sendable {
    private var bytes: [UInt8] = []
    private var records: [Record] = []
    private var index = HashIndex(capacity: 128)
    /// How many bytes the document's words may still come to; see ``isFull``.
    private(set) var bytesLeft: Int

    private struct Record: Sendable {
        let range: TextRange
        let kind: IRI.Kind
    }

    /// - Parameter limit: how many bytes IRIs, and texts that are kept again with each value, may come to.
    init(limit: Int = JSONLDLimits.document.textBytes) {
        bytesLeft = limit
        bytes.reserveCapacity(8192)
        records.reserveCapacity(128)
    }

    var count: Int { records.count }
    var byteCount: Int { bytes.count }
    /// Whether more has been asked for than there is room; from then on nothing that is read of the table is right.
    var isFull: Bool { bytesLeft < 0 }

    /// Takes room for bytes that are made or looked at once more than the document has them.
    @inline(__always)
    mutating func spend(_ count: Int) { bytesLeft -= count }

    /// The number of an IRI, a blank node identifier or a relative reference.
    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> TextID {
        intern(text, hash: SeededHash.hash(text))
    }

    /// The number of the IRI that a term stands for.
    @inline(__always)
    mutating func intern(iriOf definition: TermDefinition) -> TextID {
        guard var iri = definition.iri else { return .none }
        return iri.withUTF8 { intern($0, hash: definition.iriHash, kind: definition.iriKind) }
    }

    mutating func intern(_ text: String, hash: UInt32) -> TextID {
        var text = text
        return text.withUTF8 { intern($0, hash: hash) }
    }

    mutating func intern(_ text: String) -> TextID {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    private mutating func intern(
        _ text: UnsafeBufferPointer<UInt8>, hash: UInt32, kind: IRI.Kind? = nil
    ) -> TextID {
        if let place = place(of: text, hash: hash) {
            // Telling that it is the same takes reading it whole.
            spend(text.count / 32)
            return TextID(place: place)
        }
        let place = records.count
        index.insert(hash, place: place)
        records.append(Record(range: storeAgain(text), kind: kind ?? IRI.kind(of: text)))
        return TextID(place: place)
    }

    /// Keeps a text that may be kept any number of times, though it stands in the document once: one long name before
    /// thousands of short ones would else fill the memory.
    mutating func storeAgain(_ text: UnsafeBufferPointer<UInt8>) -> TextRange {
        spend(text.count)
        return isFull ? TextRange() : store(text)
    }

    mutating func storeAgain(_ text: String) -> TextRange {
        var text = text
        return text.withUTF8 { storeAgain($0) }
    }

    /// Keeps a text that stands in the document, without looking for an equal one.
    mutating func store(_ text: UnsafeBufferPointer<UInt8>) -> TextRange {
        let range = TextRange(offset: UInt32(bytes.count), count: UInt32(text.count))
        bytes.append(contentsOf: text)
        return range
    }

    mutating func store(_ text: String) -> TextRange {
        var text = text
        return text.withUTF8 { store($0) }
    }

    @inline(__always)
    private func place(of text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int? {
        index.first(hash) { place in
            withBytes(of: records[place].range) { $0.hasSameBytes(as: text) }
        }
    }

    // MARK: Reading

    @inline(__always)
    func withBytes<Result>(of range: TextRange, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        bytes.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[Int(range.offset)..<Int(range.offset + range.count)]))
        }
    }

    func text(_ range: TextRange) -> String { withBytes(of: range) { String(decoding: $0, as: UTF8.self) } }

    func text(_ id: TextID) -> String {
        if let keyword = id.keyword { return keyword.text }
        return id == .none ? "" : text(records[id.place].range)
    }

    /// - Parameter id: a text's number, not a keyword's.
    @inline(__always)
    func range(of id: TextID) -> TextRange { records[id.place].range }

    /// What kind of IRI a text is; a keyword and no text are relative, as neither is an IRI.
    @inline(__always)
    func kind(of id: TextID) -> IRI.Kind {
        id.rawValue < TextID.firstText ? .relative : records[id.place].kind
    }

    /// Whether a colon stands in a text; keywords have none.
    func hasColon(_ id: TextID) -> Bool {
        guard id.rawValue >= TextID.firstText else { return false }
        return withBytes(of: records[id.place].range) { $0.contains(UInt8(ascii: ":")) }
    }

    /// The number of a text that has been met.
    func find(_ text: String) -> TextID? {
        var text = text
        return text.withUTF8 { place(of: $0, hash: SeededHash.hash($0)).map { TextID(place: $0) } }
    }
}
