import BadgeIssuer
import Encodings
import Passport

/// A file to hand over.
struct ExportFile {
    /// Its name in a folder; nothing when the person has named the file.
    let name: String?
    let bytes: [UInt8]
}

/// Where an export goes: one new file, a folder of pictures, or standard output.
struct ExportDestination {
    private let path: String
    private let isFolder: Bool
    private let force: Bool

    /// - Throws: `ReceiverError` when nothing could be written there
    init(_ path: String?, format: PassportExportCommand.Format, force: Bool) throws {
        guard let path else { throw UsageError(.missing, "There is no name for the file.", hint: "Give one with -o.") }
        self.path = path
        self.force = force
        isFolder = format == .png
        if isFolder {
            guard path != "-" else {
                throw UsageError(.value, "Pictures go into a folder.", hint: "Name it with -o.")
            }
            try OutputFile.checkFolder(path)
        } else if path != "-" {
            guard force || InputFile.kind(of: path) == .missing else {
                throw ReceiverError(
                    .exists, "There is a file \(shown) already, and it stays.",
                    hint: "Name another with -o, or say --force to replace it.")
            }
            try OutputFile.checkFile(path)
        }
    }

    var isStandardOutput: Bool { path == "-" }
    var shown: String { isStandardOutput ? "standard output" : "\"\(UTF8Text.escapedForTerminal(path))\"" }

    func path(of file: ExportFile) -> String {
        guard let name = file.name else { return path }
        return path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    }

    /// Writes whole files for their owner's eyes; of several pictures all are written or none.
    ///
    /// - Throws: `FileError`, `ReceiverError`
    func write(_ files: [ExportFile]) throws {
        guard !isStandardOutput else {
            for file in files { Terminal.result(bytes: file.bytes) }
            return
        }
        guard isFolder else {
            for file in files {
                try WholeFile.write(file.bytes, to: path, mode: 0o600, existing: force ? .replace : .refuse)
            }
            return
        }
        try OutputFile.makeFolder(path)
        let folder = try FolderHandle(opening: path)
        if !force {
            for file in files where InputFile.kind(of: path(of: file)) != .missing {
                throw ReceiverError(
                    .exists,
                    "There is a file \"\(UTF8Text.escapedForTerminal(path(of: file)))\" already, and it stays.",
                    hint: "Name another folder with -o, or say --force to replace what is there.")
            }
        }
        var written: [String] = []
        do {
            for file in files {
                guard let name = file.name else { continue }
                try folder.write(file.bytes, as: name, mode: 0o600, existing: force ? .replace : .refuse)
                written.append(name)
            }
        } catch {
            for name in written where !force { OutputFile.remove(path(of: ExportFile(name: name, bytes: []))) }
            throw error
        }
    }
}
