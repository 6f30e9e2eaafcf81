// module: VerifiableCredentials
// seeds: keys/key-history.jsonl
import Encodings
import VerifiableCredentials

/// What the history in the source tree says; a changed one may be accepted only when it says the same.
private let genuine = lines(readFile("keys/key-history.jsonl"))

/// Any bytes as a key history: one that is accepted begins with an entry that its own key signed.
func fuzz(_ bytes: [UInt8]) {
    guard let history = accepted({ try KeyHistory(parsing: bytes) }), let first = history.entries.first else { return }
    claim("a history begins with its first entry", first.sequence == 0)
    claim("no signed byte was changed", lines(bytes).first == genuine.first)
}

/// The lines by their values, as they are signed.
private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
        accepted { JCS.canonicalize(try JSONParser.parse(Array(line))) }
    }
}
