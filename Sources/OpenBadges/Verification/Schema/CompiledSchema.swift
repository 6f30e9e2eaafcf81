internal import Encodings

/// One published schema made ready for walking: for each class a small hash table from names to rules.
final class CompiledSchema: Sendable {
    let dialect: SchemaDialect
    /// By `SchemaClassID.rawValue`.
    let classes: [CompiledClass]

    private init(_ form: OpenBadgeSchema.Form) {
        let dialect = SchemaDialect(form)
        self.dialect = dialect
        classes = SchemaClassID.allCases.map { CompiledClass($0, in: dialect) }
    }

    static func schema(for form: OpenBadgeSchema.Form) -> CompiledSchema {
        switch form {
        case .array: array
        case .compacted: compacted
        case .arrayVCDM11: arrayVCDM11
        case .compactedVCDM11: compactedVCDM11
        }
    }

    private static let array = CompiledSchema(.array)
    private static let compacted = CompiledSchema(.compacted)
    private static let arrayVCDM11 = CompiledSchema(.arrayVCDM11)
    private static let compactedVCDM11 = CompiledSchema(.compactedVCDM11)
}

/// A class of a schema: names are found by a hash of length, first, middle and last byte, then compared.
struct CompiledClass: Sendable {
    let properties: [PropertyRule]
    /// One bit per property, by its place in `properties`.
    let required: UInt64
    let isClosed: Bool
    let requiredTypes: [[String]]

    private let names: [String]
    /// Place in `properties` plus one; zero is empty. A name lies in its own slot or in one after it.
    private let slots: [UInt8]
    private static let slotMask = 127

    init(_ id: SchemaClassID, in dialect: SchemaDialect) {
        let rule = ClassRule.rule(for: id, in: dialect)
        properties = rule.properties
        isClosed = rule.isClosed
        requiredTypes = id.requiredTypes
        required = rule.required.reduce(into: 0) { bits, name in
            if let place = rule.properties.firstIndex(where: { $0.name == name }) { bits |= 1 << UInt64(place) }
        }
        names = rule.properties.map(\.name)
        var slots = [UInt8](repeating: 0, count: Self.slotMask + 1)
        for (place, property) in rule.properties.enumerated() {
            var slot = SchemaText.withBytes(property.name, Self.slot)
            while slots[slot] != 0 { slot = (slot + 1) & Self.slotMask }
            slots[slot] = UInt8(place + 1)
        }
        self.slots = slots
    }

    /// The place of a property among `properties`.
    func place(of name: String) -> Int? {
        SchemaText.withBytes(name) { bytes in
            var slot = Self.slot(bytes)
            while true {
                let place = Int(slots[slot]) - 1
                if place < 0 { return nil }
                if names[place].hasSameBytes(as: name) { return place }
                slot = (slot + 1) & Self.slotMask
            }
        }
    }

    @inline(__always)
    private static func slot(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let count = bytes.count
        guard count > 0 else { return 0 }
        let mix = Int(bytes[0]) &* 31 &+ Int(bytes[count - 1]) &* 7 &+ Int(bytes[count / 2]) &* 3
        return (mix &+ count &* 13) & slotMask
    }
}
