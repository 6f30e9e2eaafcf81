import Encodings
internal import GRDB
internal import GRDBSQLite
import Glibc

extension Shelf {
    /// The whole database as bytes, as of one moment, whatever others write meanwhile.
    func image() throws(ShelfError) -> [UInt8] {
        try read { db in
            var size: sqlite3_int64 = 0
            guard let pointer = sqlite3_serialize(db.sqliteConnection, "main", &size, 0) else {
                throw ShelfError(.fault, "The shelf \(InputFile.name(self.path)) couldn't be copied.")
            }
            defer { sqlite3_free(pointer) }
            var image = [UInt8](UnsafeBufferPointer(start: pointer, count: Int(size)))
            // SQLite's file format, §1.3.3: the two bytes that ask for a log beside the file. A copy has none yet.
            if image.count > Self.versionBytes.upperBound { image.replaceSubrange(Self.versionBytes, with: [1, 1]) }
            return image
        }
    }

    private static let versionBytes = 18..<20

    /// Whether bytes are the database of a shelf without a broken page.
    ///
    /// - Returns: the shelf's DID.
    /// - Throws: `shelf.not-a-shelf`, `shelf.newer-schema`, `shelf.corrupt`.
    static func check(image: [UInt8], named path: String, schema: ShelfSchema = .current) throws(ShelfError) -> String {
        do {
            let queue = try DatabaseQueue()
            defer { try? queue.close() }
            return try queue.writeWithoutTransaction { db in
                guard let copy = sqlite3_malloc64(sqlite3_uint64(max(image.count, 1))) else {
                    throw ShelfError(.fault, "There isn't enough memory to look into the backup.")
                }
                image.withUnsafeBytes {
                    copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
                }
                // SQLite frees the copy, also when it refuses it.
                let code = sqlite3_deserialize(
                    db.sqliteConnection, "main", copy.assumingMemoryBound(to: UInt8.self), sqlite3_int64(image.count),
                    sqlite3_int64(image.count),
                    UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY))
                guard code == SQLITE_OK else { throw ShelfError.damaged(path) }
                _ = try schema.checkedVersion(of: db, at: path)
                guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok",
                    let did = try String.fetchOne(db, sql: "SELECT did FROM shelf")
                else { throw ShelfError.damaged(path) }
                return did
            }
        } catch { throw ShelfError(sqlite: error, path: path) }
    }
}
