/// Checks a PNG (W3C PNG, third edition, §5) by its chunks. The pixels are never unpacked.
package enum PNGFile {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func hasSignature(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

    /// Signature, IHDR first and sound, every chunk whole with its CRC, IDAT there, IEND last and nothing after.
    static func check(_ bytes: [UInt8], named name: String) throws(DefinitionError) {
        func broken(_ cause: String) -> DefinitionError {
            DefinitionError(
                .image, "The picture \"\(name)\" is a damaged PNG.", hint: "Save it anew from a drawing program.",
                cause: cause)
        }
        guard hasSignature(bytes) else { throw broken("no signature") }
        var offset = signature.count
        var isFirst = true
        var hasData = false
        while true {
            // A chunk is its length, its type, its data and the CRC over type and data.
            guard bytes.count - offset >= 12 else { throw broken("ends within a chunk") }
            let length = Int(word(bytes, at: offset))
            guard length <= bytes.count - offset - 12 else { throw broken("a chunk is longer than the file") }
            let type = Array(bytes[(offset + 4)..<(offset + 8)])
            guard type.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) else { throw broken("no chunk type") }
            let data = bytes[(offset + 8)..<(offset + 8 + length)]
            let sum = CRC32.checksum(bytes[(offset + 4)..<(offset + 8 + length)])
            guard sum == word(bytes, at: offset + 8 + length) else { throw broken("a CRC doesn't match") }
            offset += 12 + length

            let isHeader = type.elementsEqual("IHDR".utf8)
            guard isHeader == isFirst else { throw broken("IHDR isn't the first chunk and the only one") }
            isFirst = false
            if isHeader {
                guard isSoundHeader(Array(data)) else { throw broken("IHDR says what it can't") }
            } else if type.elementsEqual("IDAT".utf8) {
                hasData = true
            } else if type.elementsEqual("IEND".utf8) {
                guard data.isEmpty, hasData else { throw broken("IEND has data or comes before IDAT") }
                guard offset == bytes.count else { throw broken("something follows IEND") }
                return
            }
        }
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
}
