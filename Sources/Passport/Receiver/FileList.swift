import Encodings

/// A file in which the receiver names the files to judge, one a line, when they are too many for a command line.
package enum FileList {
    static let maxBytes = 16 << 20

    /// The names in their order; empty lines are passed over.
    ///
    /// - Parameter path: `-` is standard input
    /// - Throws: `ReceiverError`: `file.missing`, `file.unreadable`, `limit.file-bytes`; `file.wrong-kind` for what is no
    ///   text of names
    package static func read(_ path: String) throws(ReceiverError) -> [String] {
        let bytes =
            path == "-"
            ? try InputFile.readStandardInput(limit: maxBytes) : try InputFile.read(path, limit: maxBytes)
        // A name may hold any byte but these two; one that isn't text would be shown as another than it is.
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            throw ReceiverError(
                .wrongKind, "\(InputFile.name(path)) is no list of file names.",
                hint: "Write one name a line, as text in UTF-8; `ls` or `find` make such a list.")
        }
        return text.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
            let name = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            return name.isEmpty ? nil : String(Substring(name))
        }
    }
}
