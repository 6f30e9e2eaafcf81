import Foundation
import TestSupport
import Testing

/// Golden files under `Texts/Golden`; `RECORD_SNAPSHOTS=1` writes them anew, to be reviewed as a diff.
enum GoldenText {
    private static let folder = "\(PackageRoot.path)/Tests/VerifiableCredentialsTests/Texts/Golden"

    static func expect(
        _ lines: [String], are name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let text = lines.joined(separator: "\n") + "\n"
        let url = URL(fileURLWithPath: "\(folder)/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: url)
        }
        guard let golden = try? String(contentsOf: url, encoding: .utf8) else {
            Issue.record("there is no \(name) yet; RECORD_SNAPSHOTS=1 writes it", sourceLocation: sourceLocation)
            return
        }
        #expect(Array(text.utf8) == Array(golden.utf8), "see Golden/\(name)", sourceLocation: sourceLocation)
    }
}
