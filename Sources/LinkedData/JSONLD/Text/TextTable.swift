/// The number of a text in a `TextTable`; keywords have their own numbers, and nought is no text.
struct TextID: Hashable, Sendable {
    let rawValue: UInt32

    @inline(__always)
    init(rawValue: UInt32) { self.rawValue = rawValue }
    @inline(__always)
    init(_ keyword: Keyword) { rawValue = UInt32(keyword.rawValue) }

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
    /// Hash in the upper half, number of the record counted from one in the lower.
    private var slots: [UInt64]

    private struct Record: Sendable {
        let range: TextRange
        let hash: UInt32
        let kind: IRI.Kind
    }

    init() {
        slots = [UInt64](repeating: 0, count: 256)
        bytes.reserveCapacity(8192)
        records.reserveCapacity(128)
    }

    var count: Int { records.count }

    /// The number of an IRI, a blank node identifier or a relative reference.
    @inline(__always)
    mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> TextID {
        intern(text, hash: ByteHash.hash(text))
    }

    mutating func intern(_ text: String, hash: UInt32) -> TextID {
        var text = text
        return text.withUTF8 { intern($0, hash: hash) }
    }

    mutating func intern(_ text: String) -> TextID {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    mutating func intern(_ text: UnsafeBufferPointer<UInt8>, hash: UInt32) -> TextID {
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != 0 {
            let entry = slots[slot]
            if UInt32(entry >> 32) == hash {
                let place = Int(entry & 0xFFFF_FFFF) - 1
                if has(text, at: records[place].range) {
                    return TextID(rawValue: TextID.firstText + UInt32(place))
                }
            }
            slot = (slot + 1) & mask
        }
        let place = records.count
        records.append(Record(range: store(text), hash: hash, kind: IRI.kind(of: text)))
        slots[slot] = UInt64(hash) << 32 | UInt64(place + 1)
        if records.count * 3 > slots.count * 2 { grow() }
        return TextID(rawValue: TextID.firstText + UInt32(place))
    }

    /// Keeps a text without looking for an equal one.
    @inline(__always)
    mutating func store(_ text: UnsafeBufferPointer<UInt8>) -> TextRange {
        let range = TextRange(offset: UInt32(bytes.count), count: UInt32(text.count))
        bytes.append(contentsOf: text)
        return range
    }

    mutating func store(_ text: String) -> TextRange {
        var text = text
        return text.withUTF8 { store($0) }
    }

    private func has(_ text: UnsafeBufferPointer<UInt8>, at range: TextRange) -> Bool {
        guard Int(range.count) == text.count else { return false }
        return bytes.withUnsafeBufferPointer {
            UnsafeBufferPointer(rebasing: $0[Int(range.offset)..<Int(range.offset + range.count)])
                .hasSameBytes(as: text)
        }
    }

    private mutating func grow() {
        slots = [UInt64](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (place, record) in records.enumerated() {
            var slot = Int(record.hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt64(record.hash) << 32 | UInt64(place + 1)
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

    /// The number of a text that has been met.
    func find(_ text: String) -> TextID? {
        let hash = ByteHash.hash(text)
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        var text = text
        while slots[slot] != 0 {
            let place = Int(slots[slot] & 0xFFFF_FFFF) - 1
            let range = records[place].range
            if UInt32(slots[slot] >> 32) == hash, text.withUTF8({ has($0, at: range) }) {
                return TextID(rawValue: TextID.firstText + UInt32(place))
            }
            slot = (slot + 1) & mask
        }
        return nil
    }
}
