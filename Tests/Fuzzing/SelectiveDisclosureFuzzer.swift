// module: OpenBadges
// seeds: Tests/Fuzzing/Seeds/sd-derived.cbor Tests/Fuzzing/Seeds/sd-base.cbor examples/tiimityo.json
// parts: Choices Badge Contexts
import Encodings
import OpenBadges
import VerifiableCredentials

private let derived = FuzzBadge.all.last { $0.suite.name == "ecdsa-sd-2023" }

/// A badge's proof value for selective disclosure, replaced by any bytes or changed in its parts: it fits only when it
/// holds the same parts, and its signature is read as one.
func fuzz(_ bytes: [UInt8]) {
    guard let derived, let text = derived.document["proof"]?["proofValue"]?.stringValue,
        let genuine = accepted({
            try CBORReader.parse(Array(Multibase.decode(text, expecting: .base64url).dropFirst(3)))
        })
    else { fatalError("the badge has no proof value") }
    check([0xD9, 0x5D, 0x01] + bytes, derived, genuine)
    check([0xD9, 0x5D, 0x00] + bytes, derived, genuine)
    var choices = Choices(bytes)
    var changed = genuine
    for _ in 0..<(1 + choices.number(below: 3)) { changed = change(changed, &choices) }
    check([0xD9, 0x5D, 0x01] + CBORWriter.encode(changed), derived, genuine)
}

private func check(_ bytes: [UInt8], _ derived: FuzzBadge.Signed, _ genuine: CBORValue) {
    var document = derived.document
    guard var json = document["proof"]?.objectValue else { return }
    json["proofValue"] = .string(Multibase.encode(bytes, as: .base64url))
    document["proof"] = .object(json)
    guard let proof = accepted({ try DataIntegrityProof(json: json) }) else { return }
    let outcome = derived.suite.verify(document: document, proof: proof, key: derived.key)
    let value = accepted { try CBORReader.parse(Array(bytes.dropFirst(3))) }
    if let signature = proof.signature {
        claim("the signature is the first part", value?.arrayValue?.first?.bytesValue == signature)
        claim("a signature has 64 bytes", signature.count == 64)
    }
    if outcome == .verified {
        claim("other parts don't fit", value.map(parts) == parts(genuine))
    }
}

/// The parts in one order: which statements must be shown is a set.
private func parts(_ value: CBORValue) -> [UInt8] {
    var elements = value.arrayValue ?? []
    if let places = elements.last?.arrayValue {
        elements[elements.count - 1] = .array(places.sorted { ($0.unsignedValue ?? 0) < ($1.unsignedValue ?? 0) })
    }
    return CBORWriter.encode(.array(elements))
}

private func change(_ value: CBORValue, _ choices: inout Choices) -> CBORValue {
    switch value {
    case .array(var elements) where !elements.isEmpty:
        let place = choices.number(below: elements.count)
        switch choices.number(below: 8) {
        case 0: elements.remove(at: place)
        case 1: elements.append(elements[place])
        case 2: elements.swapAt(0, place)
        default: elements[place] = change(elements[place], &choices)
        }
        return .array(elements)
    case .map(var entries) where !entries.isEmpty:
        let (place, other) = (choices.number(below: entries.count), choices.number(below: entries.count))
        switch choices.number(below: 5) {
        case 0: entries.remove(at: place)
        case 1: entries[place] = .init(.unsigned(UInt64(choices.byte())), entries[place].value)
        case 2:
            // Two labels change places.
            let (one, two) = (entries[place], entries[other])
            entries[place] = .init(one.key, two.value)
            entries[other] = .init(two.key, one.value)
        case 3: entries.append(.init(.unsigned(UInt64(choices.byte()) << 56), entries[place].value))
        default: entries[place] = .init(entries[place].key, change(entries[place].value, &choices))
        }
        return .map(entries)
    case .bytes(var content) where !content.isEmpty:
        switch choices.number(below: 4) {
        case 0: content.removeLast()
        case 1: content.append(choices.byte())
        default: content[choices.number(below: content.count)] ^= 1 << (choices.byte() & 7)
        }
        return .bytes(content)
    case .unsigned(let number):
        return choices.one(of: [.unsigned(number &+ 1), .unsigned(number &- 1), .unsigned(.max), .negative(number)])
    default:
        return choices.one(of: [.null, .unsigned(0), .bytes([]), .text(""), .array([]), .map([]), .bool(true)])
    }
}
