import Cryptography
import Encodings

/// The files of a workspace one after another: for each a length, a line of JSON with name and size, and its bytes;
/// the manifest before the first, an end after the last.
enum BackupArchive {
    static let maxRecordBytes = 65_536
    /// Files other than the register are read at once: pictures and texts.
    static let maxFileBytes = 64 << 20

    enum Record {
        case manifest(BackupManifest)
        case file(name: [String], size: Int)
        case end
    }

    static func write(_ manifest: BackupManifest, to sealer: BackupSealer) throws {
        try write(manifest.json, to: sealer)
    }

    static func writeHead(of name: [String], size: Int, to sealer: BackupSealer) throws {
        try write(
            ["name": .array(name.map(JSONValue.string)), "size": .number(JSONNumber(size))], to: sealer)
    }

    static func writeEnd(to sealer: BackupSealer) throws { try write(["end": true], to: sealer) }

    private static func write(_ record: JSONObject, to sealer: BackupSealer) throws {
        let bytes = JCS.canonicalize(.object(record))
        try sealer.append(BackupPart.bigEndian(UInt64(bytes.count), count: 4) + bytes)
    }

    static func readRecord(from opener: BackupOpener) throws -> Record {
        let length = Int(BackupPart.number(try opener.read(4)))
        guard length <= maxRecordBytes, let object = try? JSONParser.parse(opener.read(length)).objectValue else {
            throw BackupError.unusable(.contents, "it isn't put together as a backup is")
        }
        if let manifest = BackupManifest(json: object) { return .manifest(manifest) }
        if object["end"] == true { return .end }
        guard let parts = object["name"]?.arrayValue?.map(\.stringValue),
            let size = object["size"]?.numberValue?.intValue,
            size >= 0, (1...8).contains(parts.count), parts.allSatisfy({ $0.map(isPlain) ?? false })
        else { throw BackupError.unusable(.contents, "it holds a file that no backup holds") }
        return .file(name: parts.compactMap(\.self), size: size)
    }

    /// Whether a part of a name leads nowhere else.
    static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".." && name.utf8.count <= 255
            && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
    }

    /// Which rights a restored file gets: what is secret is its owner's alone.
    static func mode(of name: [String]) -> UInt32 {
        switch name.first {
        case Workspace.keysName: name.last?.hasSuffix(".jwk") == true ? 0o644 : 0o600
        case Workspace.registerName, ErasureJournal.fileName: 0o600
        default: 0o644
        }
    }
}
