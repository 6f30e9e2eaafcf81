import Encodings
import TestSupport
import Testing

/// One row of the multibase project's CSV files: a base, and the text that stands for the file's bytes in it.
struct MultibaseRow: Sendable, CustomStringConvertible {
    var file: String
    var base: String
    var plain: [UInt8]
    var encoded: String

    var description: String { "\(file): \(base)" }

    static func all() -> [MultibaseRow] {
        guard Corpus.root != nil else { return [] }
        return Corpus.files(in: "multibase").filter { $0.hasSuffix(".csv") }.flatMap { file -> [MultibaseRow] in
            let text = (try? Corpus.read("multibase/\(file)")) ?? []
            let rows = String(decoding: text, as: UTF8.self).split(separator: "\n").map { line in
                line.split(separator: ",", maxSplits: 1).map(String.init)
            }
            let plain = Array(unquoted(rows[0][1]).replacing("\\x00", with: "\0").utf8)
            return rows.dropFirst().map {
                MultibaseRow(file: file, base: $0[0], plain: plain, encoded: unquoted($0[1]))
            }
        }
    }

    private static func unquoted(_ field: String) -> String {
        String(field.drop { $0 == " " || $0 == "\"" }.prefix { $0 != "\"" })
    }
}

@Suite struct MultibaseTests {
    @Test(
        "The multibase project's rows: two bases are read and written, the others refused", .needsCorpus("multibase"),
        arguments: MultibaseRow.all())
    func row(_ row: MultibaseRow) throws {
        let base: Multibase.Base
        switch row.base {
        case "base58btc": base = .base58btc
        case "base64url": base = .base64url
        default:
            #expect(throws: EncodingError(.multibaseUnsupported, "")) { try Multibase.decode(row.encoded) }
            return
        }
        #expect(Multibase.encode(row.plain, as: base) == row.encoded)
        #expect(try Multibase.decode(row.encoded) == row.plain)
    }

    @Test("The corpus holds rows of both bases", .needsCorpus("multibase"))
    func rowsArePresent() {
        #expect(MultibaseRow.all().count { $0.base == "base58btc" } == 2)
        #expect(MultibaseRow.all().count { $0.base == "base64url" } == 2)
    }

    @Test(
        "Text without a known first character is refused",
        arguments: ["", "é", "Z6Mk", "f00", "mAA", "UAA==", "H4sIAA"])
    func unsupported(_ text: String) {
        #expect(throws: EncodingError(.multibaseUnsupported, "")) { try Multibase.decode(text) }
        #expect(Multibase.base(of: text) == nil)
    }

    @Test("Where one base is due the other is refused")
    func expecting() throws {
        #expect(try Multibase.decode("z2", expecting: .base58btc) == [1])
        #expect(try Multibase.decode("uAQ", expecting: .base64url) == [1])
        #expect(throws: EncodingError(.multibaseUnsupported, "")) { try Multibase.decode("uAQ", expecting: .base58btc) }
        #expect(throws: EncodingError(.multibaseUnsupported, "")) { try Multibase.decode("z2", expecting: .base64url) }
    }

    @Test("The base's own refusals pass through")
    func innerErrors() {
        #expect(throws: EncodingError(.base58, "")) { try Multibase.decode("z0") }
        #expect(throws: EncodingError(.base64URL, "")) { try Multibase.decode("uAQ==") }
        #expect(throws: EncodingError(.base58Limit, "")) {
            try Multibase.decode("z" + String(repeating: "2", count: 9000))
        }
    }

    @Test("Decoding undoes encoding")
    func roundTrip() {
        forAll("decoding undoes encoding") { generator in
            let bytes = generator.bytes(upTo: 100)
            return try Multibase.Base.allCases.allSatisfy {
                try Multibase.decode(Multibase.encode(bytes, as: $0), expecting: $0) == bytes
            }
        }
    }
}
