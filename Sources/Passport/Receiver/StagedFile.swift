import Encodings

/// A file that is written and synced beside its place, and takes the place together with something else; without that
/// it is gone again.
struct StagedFile: ~Copyable {
    private let path: String
    /// What stands in the place; nothing where there is no file.
    private let before: [UInt8]?
    private var draft: DraftFile
    private var isPut = false

    private init(path: String, before: [UInt8]?, draft: consuming DraftFile) {
        self.path = path
        self.before = before
        self.draft = draft
    }

    /// - Throws: `ReceiverError` `file.unwritable`, `file.no-space`, and those of reading what is there.
    static func make(_ bytes: [UInt8], at path: String, mode: UInt32 = 0o644) throws(ReceiverError) -> StagedFile {
        var before: [UInt8]?
        if InputFile.kind(of: path) == .file { before = try InputFile.read(path, limit: TrustListFile.maxBytes) }
        return StagedFile(path: path, before: before, draft: try draft(bytes, of: path, mode: mode))
    }

    private static func draft(
        _ bytes: [UInt8], of path: String, mode: UInt32
    ) throws(ReceiverError) -> DraftFile {
        do throws(DraftFile.Failure) {
            let draft = try DraftFile(of: path, mode: mode, heedsMask: true)
            try draft.write(bytes)
            try draft.sync()
            return draft
        } catch {
            throw OutputFile.failure(path, error.number)
        }
    }

    /// - Throws: `ReceiverError`; what stood there before stays.
    mutating func put() throws(ReceiverError) {
        do throws(DraftFile.Failure) {
            isPut = try draft.put(as: path, replacing: true)
        } catch {
            throw OutputFile.failure(path, error.number)
        }
    }

    /// Puts back what stood there before.
    func takeBack() {
        guard isPut else { return }
        guard let before else { return OutputFile.remove(path) }
        try? OutputFile.write(before, to: path)
    }
}
