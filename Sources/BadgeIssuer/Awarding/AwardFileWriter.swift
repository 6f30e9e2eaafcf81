import Dispatch
import OpenBadges
import Synchronization

/// Writes a batch's files while the next batch is being signed.
final class AwardFileWriter: Sendable {
    /// One award's file.
    struct Item: Sendable {
        /// The award's place in the report.
        let index: Int
        let credentialID: String
        let bytes: [UInt8]

        /// Nothing for a row that wasn't awarded.
        init?(_ outcome: AwardBatch.Outcome) {
            guard let bytes = outcome.bytes, let id = outcome.row.credentialID else { return nil }
            self.index = outcome.index
            credentialID = id
            self.bytes = bytes
        }
    }

    private let folder: AwardFiles
    private let slug: String
    private let picture: BadgePicture?
    private let queue = DispatchQueue(label: "award-files")
    private let state = Mutex<(names: [Int: String], failure: AwardError?)>(([:], nil))

    init(folder: AwardFiles, slug: String, picture: BadgePicture?) {
        self.folder = folder
        self.slug = slug
        self.picture = picture
    }

    /// Begins to write the files, once those of the batch before are on the disk.
    ///
    /// - Throws: what went wrong with the batch before.
    func write(_ items: [Item]) throws(AwardError) {
        try wait()
        queue.async { [self] in
            do throws(AwardError) {
                let written = try Parallel.map(items) { (item) throws(AwardError) in
                    try folder.write(
                        item.bytes, slug: slug, credential: item.credentialID, in: picture, isNew: true
                    ).name
                }
                try folder.sync()
                state.withLock { state in
                    for (item, name) in zip(items, written) { state.names[item.index] = name }
                }
            } catch {
                state.withLock { $0.failure = error }
            }
        }
    }

    /// The files' names by the awards' places, when all are on the disk.
    func finish() throws(AwardError) -> [Int: String] {
        try wait()
        return state.withLock(\.names)
    }

    private func wait() throws(AwardError) {
        queue.sync {}
        if let failure = state.withLock(\.failure) { throw failure }
    }
}

extension AwardFiles {
    /// Writes a credential, or its picture, under the name that its id and its form give it.
    func write(
        _ bytes: [UInt8], slug: String, credential id: String, in picture: BadgePicture?, isNew: Bool
    ) throws(AwardError) -> (name: String, isNew: Bool) {
        let uuid = String(decoding: id.utf8.dropFirst("urn:uuid:".utf8.count), as: UTF8.self)
        if let picture {
            return try write(
                try picture.file(of: bytes), slug: slug, uuid: uuid, suffix: picture.format.suffix, isNew: isNew)
        }
        let suffix = bytes.first == UInt8(ascii: "{") ? "json" : "jwt"
        return try write(bytes, slug: slug, uuid: uuid, suffix: suffix, isNew: isNew)
    }
}

extension BadgePicture {
    /// The picture with an award's badge in it.
    ///
    /// - Throws: `AwardError` `award.output`; the award is recorded by then.
    fileprivate func file(of badge: [UInt8]) throws(AwardError) -> [UInt8] {
        do throws(BakingError) {
            return try baked(with: badge)
        } catch {
            throw AwardError(
                .output, "The badge is recorded, and no picture of it was written: \(error.message)", hint: error.hint,
                cause: error.codeText)
        }
    }
}
