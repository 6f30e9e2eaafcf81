import Cryptography
import VerifiableCredentials

/// The time stamps that lie beside files, by their names: `anna.json.tsr`, or `anna.tsr` as `openssl ts` users write it.
enum TimestampFiles {
    static let suffix = ".tsr"

    /// Whether a name is that of a time stamp rather than of something to judge.
    static func isTimestamp(_ path: String) -> Bool { path.utf8.count > suffix.utf8.count && path.hasSuffix(suffix) }

    /// The time stamps beside a file. A link is not followed: nobody's file may lead to another.
    static func beside(_ path: String) -> [FoundTimestamp] {
        names(beside: path).compactMap { name in
            do throws(ReceiverError) {
                let bytes = try InputFile.read(name, limit: TimestampToken.maxBytes, followingLinks: false)
                return FoundTimestamp(bytes, source: name)
            } catch {
                if error.code == .missing { return nil }
                return FoundTimestamp(unreadable: error.message, source: name)
            }
        }
    }

    /// The names that a time stamp of the file may have; the second is that of a file whose own name has an ending.
    private static func names(beside path: String) -> [String] {
        var names = [path + suffix]
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        if let dot = path[start...].lastIndex(of: "."), dot > start { names.append(path[..<dot] + suffix) }
        return names
    }

    /// The paths without the time stamps that were named along with their files, as `inbox/*` does.
    static func leavingOut(_ paths: [String]) -> [String] {
        guard paths.contains(where: isTimestamp) else { return paths }
        let companions = Set(paths.filter { !isTimestamp($0) }.flatMap(names))
        return paths.filter { !companions.contains($0) }
    }
}
