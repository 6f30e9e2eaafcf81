// module: VerifiableCredentials
// seeds: examples/status-1.json
import Encodings
import VerifiableCredentials

/// Any JSON as a status list and as an entry, any text as its bits: what is read is written and read again as the same.
func fuzz(_ bytes: [UInt8]) {
    if let json = accepted({ try JSONParser.parse(bytes, limits: .statusList) }) {
        if let object = json.objectValue, let list = accepted({ try StatusListCredential(json: object) }) {
            claim("a list has a purpose", !list.purposes.isEmpty)
            if let bits = accepted({ try list.bits() }) { check(bits) }
        }
        if let entry = accepted({ try StatusListEntry(json: json) }) {
            let again = accepted { try StatusListEntry(json: .object(entry.json)) }
            claim("an entry is read again", again?.index == entry.index && again?.purpose == entry.purpose)
        }
    }
    if let bits = accepted({ try Bitstring(encodedList: String(decoding: bytes, as: UTF8.self)) }) { check(bits) }
    // Bits that are what the input says.
    if let bits = accepted({ try Bitstring(encodedList: Multibase.encode(Gzip.compress(bytes), as: .base64url)) }) {
        claim("there are as many bits as were packed", bits.count == bytes.count * 8)
        check(bits)
    }
}

private func check(_ bits: Bitstring) {
    guard bits.count <= 1 << 16 else { return }
    claim("bits are read again", accepted { try Bitstring(encodedList: bits.encodedList) } == bits)
    var copy = Bitstring(count: bits.count)
    for index in bits.setIndexes {
        claim("a set bit reads as set", bits[index] == true)
        claim("its place exists", accepted { try copy.set(index) } != nil)
    }
    claim("the set places are all that is said", copy == bits)
    claim("a place behind the end isn't there", bits[bits.count] == nil && bits[-1] == nil)
    claim("so for entries of several bits", bits.value(at: bits.count, size: 8) == nil)
}
