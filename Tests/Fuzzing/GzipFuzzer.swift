// module: Encodings
// seeds: examples/class.csv
import Encodings

/// Any bytes as gzip: nothing beyond the limit comes out, and whatever is packed comes back.
func fuzz(_ bytes: [UInt8]) {
    let limit = 1 << 16
    if let read = accepted({ try Gzip.inflate(bytes, limit: limit) }) {
        claim("the limit holds", read.count <= limit)
        claim("it packs and unpacks again", accepted { try Gzip.inflate(Gzip.compress(read), limit: limit) } == read)
    }
    let packed = Gzip.compress(bytes)
    claim("the bytes come back", accepted { try Gzip.inflate(packed, limit: bytes.count) } == bytes)
    claim("packing is always the same", Gzip.compress(bytes) == packed)
    if !bytes.isEmpty {
        claim("a limit below refuses", accepted { try Gzip.inflate(packed, limit: bytes.count - 1) } == nil)
    }
    claim("one member and no more", accepted { try Gzip.inflate(packed + packed, limit: 2 * limit) } == nil)
    // A header that is sound lets the deflate data behind it vary.
    _ = accepted { try Gzip.inflate([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + bytes, limit: limit) }
}
