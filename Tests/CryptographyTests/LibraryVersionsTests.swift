import Cryptography
import Testing

struct LibraryVersionsTests {
    @Test("libcrypto tells a version of three numbers, the first at least 3")
    func openSSL() throws {
        let numbers = LibraryVersions.openSSL.split(separator: ".")
        #expect(numbers.count == 3)
        #expect(try #require(Int(numbers[0])) >= 3)
    }
}
