/// A PNG (W3C PNG, third edition, §5) by its chunks. The pixels are never unpacked.
package struct PNGFile {
    /// A chunk that holds text: `tEXt`, `zTXt` or `iTXt`.
    struct TextChunk {
        let type: [UInt8]
        let data: Range<Int>
        /// With its length, type and CRC.
        let whole: Range<Int>
    }

    let bytes: [UInt8]
    private(set) var texts: [TextChunk] = []
    /// Where IEND begins.
    private(set) var end = 0

    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// A picture of 16 MiB saved with the small chunks of 8 KB that some programs write has 2,000.
    private static let maxChunks = 20_000

    package static func hasSignature(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

    /// Reads signature, IHDR first and sound, every chunk whole with its CRC, IDAT there, IEND without data.
    ///
    /// - Parameter endsThere: whether nothing may follow IEND. Mail and memory sticks sometimes add bytes, which the
    ///   standard passes over.
    /// - Throws: `damaged`.
    package init(_ bytes: [UInt8], endsThere: Bool = true) throws(PictureFlaw) {
        func broken(_ reason: String) -> PictureFlaw { PictureFlaw(.damaged, reason) }
        guard Self.hasSignature(bytes) else { throw broken("no signature") }
        self.bytes = bytes
        var offset = Self.signature.count
        var count = 0
        var hasData = false
        while true {
            // A chunk is its length, its type, its data and the CRC over type and data.
            guard bytes.count - offset >= 12 else { throw broken("ends within a chunk") }
            let length = Int(Self.word(bytes, at: offset))
            guard length <= bytes.count - offset - 12 else { throw broken("a chunk is longer than the file") }
            let type = Array(bytes[(offset + 4)..<(offset + 8)])
            guard type.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else { throw broken("no chunk type") }
            let data = (offset + 8)..<(offset + 8 + length)
            let sum = CRC32.checksum(bytes[(offset + 4)..<data.upperBound])
            guard sum == Self.word(bytes, at: data.upperBound) else { throw broken("a CRC doesn't match") }
            let whole = offset..<(offset + 12 + length)
            offset = whole.upperBound

            let isHeader = type.elementsEqual("IHDR".utf8)
            guard isHeader == (count == 0) else { throw broken("IHDR isn't the first chunk and the only one") }
            count += 1
            guard count <= Self.maxChunks else { throw broken("more than \(Self.maxChunks) chunks") }
            if isHeader {
                guard Self.isSoundHeader(Array(bytes[data])) else { throw broken("IHDR says what it can't") }
            } else if type.elementsEqual("IDAT".utf8) {
                hasData = true
            } else if type.elementsEqual("IEND".utf8) {
                guard data.isEmpty, hasData else { throw broken("IEND has data or comes before IDAT") }
                guard !endsThere || offset == bytes.count else { throw broken("something follows IEND") }
                end = whole.lowerBound
                return
            } else if ["tEXt", "zTXt", "iTXt"].contains(where: { type.elementsEqual($0.utf8) }) {
                texts.append(TextChunk(type: type, data: data, whole: whole))
            }
        }
    }

    /// A chunk as it stands in a file.
    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return word(UInt32(data.count)) + body + word(CRC32.checksum(body))
    }

    /// §11.2.1: sizes above zero, and bit depths that the colour type has.
    private static func isSoundHeader(_ data: [UInt8]) -> Bool {
        guard data.count == 13 else { return false }
        let (width, height) = (word(data, at: 0), word(data, at: 4))
        guard (1...0x7FFF_FFFF).contains(width), (1...0x7FFF_FFFF).contains(height) else { return false }
        let depths: [UInt8: [UInt8]] = [
            0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
        ]
        guard depths[data[9]]?.contains(data[8]) == true else { return false }
        return data[10] == 0 && data[11] == 0 && data[12] <= 1
    }

    private static func word(_ bytes: [UInt8], at offset: Int) -> UInt32 {
        bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static func word(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
