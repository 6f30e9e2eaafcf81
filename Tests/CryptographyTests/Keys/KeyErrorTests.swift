import Cryptography
import Encodings
import Testing

struct KeyErrorTests {
    @Test("Codes read area.kebab-reason, and no two are the same")
    func codes() throws {
        let form = try Regex("key(\\.[a-z]+(-[a-z]+)*)")
        for code in KeyError.Code.allCases { #expect(code.rawValue.wholeMatch(of: form) != nil) }
        #expect(Set(KeyError.Code.allCases.map(\.rawValue)).count == KeyError.Code.allCases.count)
    }

    @Test("Errors are equal by their code, and say message and code")
    func equality() {
        let error = KeyError(.malformed, "It isn't a key.", hint: "Ask again.", cause: "bad")
        #expect(error == KeyError(.malformed, "Something else."))
        #expect(error != KeyError(.unsupported, "It isn't a key."))
        #expect(error.description == "It isn't a key. (key.malformed)")
    }
}
