import Encodings
import Testing

@Suite struct EncodingErrorTests {
    @Test("Equality looks at the code alone, and the description carries it")
    func equality() {
        #expect(EncodingError(.gzip, "One.") == EncodingError(.gzip, "Two.", hint: "Three."))
        #expect(EncodingError(.gzip, "One.") != EncodingError(.gzipLimit, "One."))
        #expect(EncodingError(.gzip, "One.").description == "One. (encoding.gzip)")
    }

    @Test("Codes are an area and a reason", arguments: EncodingError.Code.allCases)
    func codes(_ code: EncodingError.Code) throws {
        #expect(code.rawValue.wholeMatch(of: /(encoding|limit)\.[a-z0-9]+(-[a-z0-9]+)*/) != nil)
    }
}
