// module: OpenBadges
// seeds: badge-definitions/tiimityo.png badge-definitions/palaute.png
import OpenBadges

private let badge =
    Array(
        #"{"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],"#
            .utf8)
    + Array(#""id":"urn:uuid:1","type":["VerifiableCredential","OpenBadgeCredential"],"issuer":"did:key:z1"}"#.utf8)

/// Any bytes as a PNG, with sums that fit and as they come: a badge that goes in comes out byte for byte.
func fuzz(_ bytes: [UInt8]) {
    bake(bytes)
    bake(repaired(bytes))
    bake(repaired(onePixel + bytes))
}

/// Signature and IHDR, so that small inputs reach what follows.
private let onePixel: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0,
    0, 0, 0, 0, 0, 0, 0,
]

private func bake(_ bytes: [UInt8]) {
    _ = accepted { try PictureContent.read(bytes) }
    guard let picture = accepted({ try BadgePicture(bytes, replacing: true) }) else { return }
    guard let baked = accepted({ try picture.baked(with: badge) }) else {
        fatalError("Not so: a sound picture takes a badge")
    }
    claim("the badge comes out again", accepted { try PictureContent.read(baked) } == .credential(badge))
    let again = accepted { try BadgePicture(baked, replacing: true).baked(with: badge) }
    claim("baking again changes nothing", again == baked)
    claim("a picture with a badge takes no second one", accepted { try BadgePicture(baked) } == nil)
}

/// The same chunks with the sums that they should have; libFuzzer finds no CRC by itself.
private func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var offset = 8
    while bytes.count - offset >= 12 {
        let length = bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
        guard length <= bytes.count - offset - 12 else { break }
        let end = offset + 8 + length
        let sum = CRC32.checksum(bytes[(offset + 4)..<end])
        for place in 0..<4 { bytes[end + place] = UInt8(truncatingIfNeeded: sum >> UInt32(24 - 8 * place)) }
        offset = end + 4
    }
    return bytes
}
