import Encodings
import TestSupport
import Testing

@Suite struct GzipTests {
    @Test("Unpacking undoes packing, from nothing to more than one buffer")
    func roundTrip() {
        forAll("unpacking undoes packing", rounds: 40) { generator in
            let bytes = generator.bytes(upTo: 200_000) + [UInt8](repeating: 7, count: 100_000)
            return try Gzip.inflate(Gzip.compress(bytes), limit: bytes.count) == bytes
        }
        #expect(throws: Never.self) { try Gzip.inflate(Gzip.compress([]), limit: 0) }
    }

    @Test("The header names no time, no file and no system, so the same bytes give the same member")
    func deterministic() {
        let list = [UInt8](repeating: 0, count: 16_384)
        let packed = Gzip.compress(list)
        #expect(Array(packed.prefix(10)) == [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255])
        #expect(Gzip.compress(list) == packed)
        #expect(packed.count < 100)
    }

    @Test("The limit is the last size that is unpacked")
    func limit() throws {
        for count in [1, 65_535, 65_536, 65_537, 131_072] {
            let packed = Gzip.compress([UInt8](repeating: 1, count: count))
            #expect(try Gzip.inflate(packed, limit: count).count == count)
            #expect(throws: EncodingError(.gzipLimit, "")) { try Gzip.inflate(packed, limit: count - 1) }
        }
    }

    @Test("A small file that would unpack to 200 MB is stopped at the limit")
    func bomb() {
        let packed = Gzip.compress([UInt8](repeating: 0, count: 200_000_000))
        #expect(packed.count < 300_000)
        let duration = ContinuousClock().measure {
            #expect(throws: EncodingError(.gzipLimit, "")) { try Gzip.inflate(packed, limit: 1_000_000) }
        }
        #expect(duration < .seconds(1))
    }

    @Test("A member that is cut short, anywhere, is refused")
    func truncated() {
        let packed = Gzip.compress(Array("A list that somebody cut".utf8))
        for count in 0..<packed.count {
            #expect(throws: EncodingError(.gzip, "")) { try Gzip.inflate(Array(packed.prefix(count)), limit: 1000) }
        }
    }

    @Test("Bytes after the member are refused, be they zeros or a second member")
    func trailing() {
        let packed = Gzip.compress(Array("one".utf8))
        for rest in [[0], packed, [UInt8](repeating: 0, count: 70_000)] {
            #expect(throws: EncodingError(.gzip, "")) { try Gzip.inflate(packed + rest, limit: 1000) }
        }
    }

    @Test("A damaged checksum or length is refused")
    func damaged() {
        let packed = Gzip.compress(Array("A list with a changed byte".utf8))
        for place in (packed.count - 8)..<packed.count {
            var changed = packed
            changed[place] ^= 1
            #expect(throws: EncodingError(.gzip, "")) { try Gzip.inflate(changed, limit: 1000) }
        }
    }

    @Test(
        "Raw deflate, zlib and plain bytes are no gzip", arguments: ["0300", "789c030000000001", "68656c6c6f", "1f8b"])
    func otherForms(_ hex: String) throws {
        let bytes = try Base16.decode(hex)
        #expect(throws: EncodingError(.gzip, "")) { try Gzip.inflate(bytes, limit: 1000) }
    }

    @Test("Random damage ends in an answer, never in a crash")
    func fuzz() {
        forAll("damage is answered", rounds: 500) { generator in
            let bytes = generator.bytes(upTo: 500)
            var packed = Gzip.compress(bytes)
            for _ in 0...Int.random(in: 0...3, using: &generator) {
                packed[Int.random(in: 0..<packed.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            do {
                // Some header bytes mean nothing; what unpacks must still be what was packed.
                return try Gzip.inflate(packed, limit: 2000) == bytes
            } catch let error as EncodingError {
                return error.code == .gzip || error.code == .gzipLimit
            }
        }
    }

    @Test(
        "The corpus's status lists unpack to their number of bits", .needsCorpus("bitstring-status-list"),
        arguments: Corpus.cases("bitstring-status-list"))
    func statusList(_ vector: CorpusVector) throws {
        let encoded = try #require(vector.text("encodedList"))
        guard encoded.hasPrefix("u") else {
            #expect(throws: EncodingError(.multibaseUnsupported, "")) { try Multibase.decode(encoded) }
            return
        }
        let bytes = try Gzip.inflate(Multibase.decode(encoded, expecting: .base64url), limit: 16 * 1024 * 1024)
        #expect(bytes.count * 8 == vector.entry["bits"]?.numberValue?.intValue)
        guard let set = vector.entry["set"]?.arrayValue else { return }
        let found = (0..<bytes.count * 8).filter { bytes[$0 / 8] & (0x80 >> UInt8($0 % 8)) != 0 }
        #expect(found == set.compactMap { $0.numberValue?.intValue })
    }
}
