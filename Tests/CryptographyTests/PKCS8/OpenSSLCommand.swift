import Foundation
import TestSupport
import Testing

/// The `openssl` command line, to see whether others read what we write and we read what they write.
enum OpenSSLCommand {
    static let path: String? = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Runs a command in the folder; answers its exit status.
    static func run(_ arguments: [String], in folder: ScratchFolder) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "/usr/bin/openssl")
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

extension Trait where Self == ConditionTrait {
    /// Skips the test where the command isn't installed.
    static var needsOpenSSLCommand: Self {
        .enabled(if: OpenSSLCommand.path != nil, "The openssl command isn't installed.")
    }
}
