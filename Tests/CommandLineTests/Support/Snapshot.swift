import Foundation
import TestSupport
import Testing

/// Golden files under `Snapshots`; `RECORD_SNAPSHOTS=1` writes them anew, to be reviewed as a diff.
enum Snapshot {
    private static let folder = "\(PackageRoot.path)/Tests/CommandLineTests/Snapshots"

    static func expect(
        _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let url = URL(fileURLWithPath: "\(folder)/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(text.utf8).write(to: url)
        }
        guard let golden = try? String(contentsOf: url, encoding: .utf8) else {
            Issue.record("there is no \(name) yet; RECORD_SNAPSHOTS=1 writes it", sourceLocation: sourceLocation)
            return
        }
        #expect(text == golden, "see Snapshots/\(name)", sourceLocation: sourceLocation)
    }
}
