// module: Encodings
// seeds: Tests/Fuzzing/Seeds/sd-derived.cbor Tests/Fuzzing/Seeds/sd-base.cbor Tests/Fuzzing/Seeds/kinds.cbor
import Encodings

/// Any bytes as CBOR: what is read has one spelling but for the order of map keys, and is written and read again.
func fuzz(_ bytes: [UInt8]) {
    guard let value = accepted({ try CBORReader.parse(bytes) }) else { return }
    let written = CBORWriter.encode(value)
    claim("what was written is as long", written.count == bytes.count)
    guard let again = accepted({ try CBORReader.parse(written) }) else {
        fatalError("Not so: what was written is read again")
    }
    claim("it is the same but for the order of keys", sorted(again) == sorted(value))
    claim("what was written is written again", CBORWriter.encode(again) == written)
    if !hasMap(value) { claim("without maps there is one spelling", written == bytes) }
    claim("nothing may follow", accepted { try CBORReader.parse(bytes + [0]) } == nil)
    claim("nothing may be missing", accepted { try CBORReader.parse(Array(bytes.dropLast())) } == nil)
}

private func hasMap(_ value: CBORValue) -> Bool {
    switch value {
    case .map: true
    case .array(let elements): elements.contains(where: hasMap)
    case .tagged(_, let content): hasMap(content)
    default: false
    }
}

private func sorted(_ value: CBORValue) -> CBORValue {
    switch value {
    case .array(let elements): return .array(elements.map(sorted))
    case .tagged(let tag, let content): return .tagged(tag, sorted(content))
    case .map(let entries):
        let sortedEntries = entries.map { CBORValue.Entry(sorted($0.key), sorted($0.value)) }
            .map { (CBORWriter.encode($0.key), $0) }
            .sorted { $0.0.lexicographicallyPrecedes($1.0) }
        return .map(sortedEntries.map(\.1))
    default: return value
    }
}
