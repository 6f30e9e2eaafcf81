import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite struct BitstringTests {
    @Test(
        "The corpus's lists have the bits that it says", .needsCorpus("bitstring-status-list"),
        arguments: Corpus.cases("bitstring-status-list"))
    func vector(_ vector: CorpusVector) throws {
        let bits = try Bitstring(encodedList: #require(vector.text("encodedList")))
        if let count = vector.entry["bits"]?.numberValue?.intValue { #expect(bits.count == count) }
        if let set = vector.entry["set"]?.arrayValue {
            #expect(bits.setIndexes == set.compactMap { $0.numberValue?.intValue })
        }
        // What the corpus calls errors: each has its own sign.
        #expect(bits.hasMultibasePrefix == (vector.id != "n2-no-multibase-prefix"))
        #expect(bits.isShort == (vector.id == "dcc-status-list"))
        if let index = vector.text("statusListIndex").flatMap({ Int($0) }) {
            #expect(bits[index] == nil)
            let entry = StatusListEntry(
                listCredential: "https://school.example/status/1", index: index, purpose: "revocation")
            #expect(throws: StatusError(.indexOutOfRange, "")) { try entry.value(in: bits) }
        }
    }

    @Test("Bits set are bits read, and the text brings them back")
    func roundTrip() {
        forAll("reading undoes writing") { generator in
            var bits = Bitstring(count: Int.random(in: 1...200_000, using: &generator))
            var expected: Set<Int> = []
            for _ in 0..<20 {
                let index = Int.random(in: 0..<bits.count, using: &generator)
                let value = Bool.random(using: &generator)
                try bits.set(index, to: value)
                if value { expected.insert(index) } else { expected.remove(index) }
            }
            let read = try Bitstring(encodedList: bits.encodedList)
            return read == bits && read.hasMultibasePrefix && Set(read.setIndexes) == expected
                && expected.allSatisfy { read[$0] == true } && read.encodedList == bits.encodedList
        }
    }

    @Test("Index 0 is the left-most bit of the first byte")
    func order() throws {
        var bits = Bitstring(count: 16)
        try bits.set(0)
        try bits.set(9)
        let packed = try Multibase.decode(bits.encodedList)
        #expect(try Gzip.inflate(packed, limit: 100) == [0b1000_0000, 0b0100_0000])
    }

    @Test("Outside the list there is no bit, and none can be set", arguments: [-1, 16, Int.max, Int.min])
    func outside(_ index: Int) {
        var bits = Bitstring(count: 16)
        #expect(bits[index] == nil)
        #expect(bits.value(at: index, size: 2) == nil)
        #expect(throws: StatusError(.indexOutOfRange, "")) { try bits.set(index) }
    }

    @Test("An entry of several bits is read from the left")
    func sizes() throws {
        var bits = Bitstring(count: 16)
        try bits.set(4)
        try bits.set(7)
        #expect(bits.value(at: 1, size: 4) == 0b1001)
        #expect(bits.value(at: 2, size: 2) == 0b10)
        #expect(bits.value(at: 8, size: 2) == nil)
        #expect(bits.value(at: 0, size: 64) == nil)
        #expect(bits.value(at: 0, size: 0) == nil)
    }

    @Test(
        "A list that isn't gzip in base64url is refused",
        arguments: ["", "u", "uAAAA", "H4sI", "zH4sI", "u H4sI", "uH4sI="])
    func refused(_ text: String) {
        #expect(throws: StatusError(.encodedListMalformed, "")) { try Bitstring(encodedList: text) }
    }

    @Test("A list that unpacks to more than 16 MiB is refused, one of 16 MiB is read")
    func bomb() throws {
        let most = Multibase.encode(Gzip.compress([UInt8](repeating: 0, count: 16 << 20)), as: .base64url)
        #expect(try Bitstring(encodedList: most).count == 8 * (16 << 20))
        let more = Multibase.encode(Gzip.compress([UInt8](repeating: 0, count: (16 << 20) + 1)), as: .base64url)
        #expect(throws: StatusError(.tooLarge, "")) { try Bitstring(encodedList: more) }
    }
}
