import Cryptography
import Encodings

/// A folder with a file for each case, `passport.recognition-case/1`, named by the case and by nothing of the person.
package struct CaseFolder: Sendable {
    private let path: String

    /// - Throws: `ReceiverError` for a folder that can't be written into
    package init(_ path: String) throws(ReceiverError) {
        self.path = path
        try OutputFile.checkFolder(path)
    }

    /// The file of a case: its id where that is a plain name, else what is plain of it and a digest of all.
    package static func fileName(of caseID: String) -> String {
        let prefix = "urn:uuid:"
        let id = caseID.hasPrefix(prefix) ? String(caseID.dropFirst(prefix.count)) : caseID
        let plain = String(decoding: id.utf8.filter(isPlain).prefix(64), as: UTF8.self)
        guard !plain.hasSameBytes(as: id) || plain.isEmpty else { return "case-\(plain).json" }
        let digest = Base16.encode(SHA256.hash(Array(caseID.utf8))).prefix(16)
        return "case-\(plain)\(plain.isEmpty ? "" : "-")\(digest).json"
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }

    private func file(of caseID: String) -> String { "\(path)/\(Self.fileName(of: caseID))" }

    /// The case as it was kept before; nothing when there is no file of it.
    ///
    /// - Throws: `RecognitionError` for a file that is no case's; `ReceiverError`
    package func dossier(of caseID: String) throws -> CaseDossier? {
        guard InputFile.kind(of: file(of: caseID)) != .missing else { return nil }
        return try Self.read(file(of: caseID))
    }

    /// - Throws: `RecognitionError` for a file that is no case's; `ReceiverError`
    package static func read(_ path: String) throws -> CaseDossier {
        let bytes = try InputFile.read(path, limit: RecognitionCaseFile.maxBytes)
        do throws(RecognitionError) {
            return try RecognitionCaseFile.readDossier(bytes)
        } catch {
            throw RecognitionError(
                error.code, "\(InputFile.name(path)): \(error.message)", hint: error.hint, cause: error.cause)
        }
    }

    /// Writes the case's file whole, unless it holds the very same already.
    package func write(_ dossier: CaseDossier) throws(ReceiverError) {
        try OutputFile.makeFolder(path)
        try Self.write(dossier, to: file(of: dossier.recognitionCase.id))
    }

    package static func write(_ dossier: CaseDossier, to path: String) throws(ReceiverError) {
        let bytes = JSONWriter.pretty(.object(RecognitionCaseFile.json(of: dossier)))
        if let held = try? InputFile.read(path, limit: bytes.count), held == bytes { return }
        try OutputFile.write(bytes, to: path, mode: 0o600)
    }
}
