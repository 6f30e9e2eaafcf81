import Encodings
import TestSupport
import Testing

/// What one run of the built program answered.
struct Run {
    let status: Int32
    let stdout: String
    let stderr: String

    /// The lines of standard output as JSON: what `--json` promises.
    func objects() throws -> [JSONObject] {
        try stdout.split(separator: "\n").map { line in
            try #require(try JSONParser.parse(Array(line.utf8)).objectValue, "\(line) is no object")
        }
    }

    /// Standard output without its last line break.
    var answer: String { stdout.hasSuffix("\n") ? String(stdout.dropLast()) : stdout }
}

extension Run {
    /// Expects a refusal in the one form they all have: a sentence, a way out, the code, nothing on standard output.
    ///
    /// - Parameter names: what the messages must name
    func expectRefusal(
        _ status: Int32, _ code: String, naming names: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(self.status == status, "\(stderr)", sourceLocation: sourceLocation)
        #expect(stdout.isEmpty, sourceLocation: sourceLocation)
        let lines = stderr.split(separator: "\n")
        #expect(lines.first?.hasPrefix("passportctl: error: ") == true, "\(stderr)", sourceLocation: sourceLocation)
        #expect(lines.contains { $0.hasSuffix("(\(code))") }, "\(stderr)", sourceLocation: sourceLocation)
        for name in names { #expect(stderr.contains(name), "\(stderr)", sourceLocation: sourceLocation) }
        for line in lines where !line.hasPrefix("  ") {
            #expect(line.hasPrefix("passportctl: "), "\(line)", sourceLocation: sourceLocation)
        }
    }
}

/// A step on the way to what a test is about didn't work.
struct Failed: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
