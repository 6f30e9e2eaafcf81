import Foundation
import Glibc
import TestSupport
import Testing

/// Runs the program in a mount namespace of its own, where a disk may be tiny or write-protected.
///
/// Needs `unshare` and the right to use it, which root has, and on many machines everybody. Elsewhere the tests that
/// need it are skipped by name.
enum Sandbox {
    private static let unshare = "/usr/bin/unshare"

    /// Whether a file system can be mounted here.
    static let isAvailable: Bool = {
        guard access(unshare, X_OK) == 0, let desk = try? Desk(),
            let run = try? desk.run(
                [],
                through: wrapper("mount -t tmpfs -o size=64k none \"$HOME\" && mount -o remount,size=128k \"$HOME\""))
        else { return false }
        return run.status == 0
    }()

    static let reason: Comment = "Nothing can be mounted here; run the tests as root, or allow user namespaces."

    /// A shell script that finds the program as `$passportctl`.
    static func wrapper(_ script: String) -> [String] {
        [unshare, "--map-root-user", "--mount", "/bin/sh", "-c", "passportctl=$1\n\(script)", "sh"]
    }

    /// Runs the script beside a school, whose workspace it finds.
    static func run(_ script: String, beside folder: ScratchFolder) throws -> Run {
        try Desk(folder).run([], through: wrapper(script), environment: AwardedClass.environment)
    }
}
