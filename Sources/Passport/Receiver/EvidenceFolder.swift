import Encodings
import Glibc
package import VerifiableCredentials

/// Reads a folder of evidence: each file in it by its name and digests, whatever it is and says.
///
/// Only what the folder lists is opened, no folders in it, and no links.
package struct EvidenceFolder {
    package let files: EvidenceFiles
    /// Names of what lies there and wasn't read: links, folders, and what may not be read.
    package let leftOut: [String]

    /// A case has some dozens of pieces; a folder with more is somebody's whole disk.
    static let maxFiles = 10_000
    /// Films are evidence, too: at some 300 MB a second this takes a minute.
    static let maxBytes = 16 << 30
    /// Read at once, so that memory doesn't grow with a file.
    private static let pieceBytes = 1 << 20

    /// - Throws: `ReceiverError` `file.missing` when there is no such folder, `limit.evidence` when it holds more than is
    ///   read.
    package init(_ folder: String, maxBytes: Int = Self.maxBytes) throws(ReceiverError) {
        guard InputFile.kind(of: folder) == .folder else {
            throw ReceiverError(
                .missing, "There is no folder \(InputFile.name(folder)).",
                hint: "Give the folder that the evidence lies in.")
        }
        let names = try InputFile.names(in: folder)
        guard names.count <= Self.maxFiles else {
            throw Self.tooMuch(folder, "\(names.count) files; at most \(Self.maxFiles) are read")
        }
        var (files, leftOut, bytesLeft): ([EvidenceFiles.File], [String], Int) = ([], [], maxBytes)
        for name in names {
            switch Self.digests(of: "\(folder)/\(name)", bytesLeft: &bytesLeft) {
            case .read(let digests): files.append(EvidenceFiles.File(name: name, digests: digests))
            case .notRead: leftOut.append(name)
            case .tooLarge: throw Self.tooMuch(folder, "more than \(maxBytes) bytes")
            }
        }
        self.files = EvidenceFiles(files)
        self.leftOut = leftOut
    }

    private enum Reading {
        case read(ByteDigests)
        case notRead, tooLarge
    }

    private static func digests(of path: String, bytesLeft: inout Int) -> Reading {
        // O_NONBLOCK: opening a pipe that nobody writes to must not hang.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { return .notRead }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .notRead }
        guard status.st_size <= bytesLeft else { return .tooLarge }
        var stream = ByteDigests.Stream()
        var piece = [UInt8](repeating: 0, count: min(pieceBytes, max(Int(status.st_size), 4096)))
        while true {
            let got = piece.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if got < 0, errno == EINTR { continue }
            if got < 0 { return .notRead }
            if got == 0 { return .read(stream.finalize()) }
            // It may grow while it is read.
            bytesLeft -= got
            guard bytesLeft >= 0 else { return .tooLarge }
            piece.withUnsafeBytes { stream.update(UnsafeRawBufferPointer(rebasing: $0[..<got])) }
        }
    }

    private static func tooMuch(_ folder: String, _ what: String) -> ReceiverError {
        ReceiverError(
            .tooMuchEvidence, "The evidence folder \(InputFile.name(folder)) holds \(what).",
            hint: "Put the files that the badges speak of into a folder of their own.")
    }
}
