import CSQLite
import Glibc

/// The least that storing can cost: rows of 2 KB in SQLite, 500 to a transaction, each on the disk before the next.
enum PlainInserts {
    /// Rows a second.
    static func rate(rows: Int, path: String) throws -> Double {
        var database: OpaquePointer?
        guard sqlite3_open(path, &database) == SQLITE_OK else { throw BenchError("\(path) can't be opened") }
        defer { sqlite3_close(database) }
        func execute(_ sql: String) throws {
            guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw BenchError("SQLite: \(sql)") }
        }
        try execute("PRAGMA journal_mode = WAL")
        try execute("PRAGMA synchronous = FULL")
        try execute(
            "CREATE TABLE rows (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, bytes BLOB NOT NULL) STRICT")
        var statement: OpaquePointer?
        guard
            sqlite3_prepare_v2(database, "INSERT INTO rows (id, bytes) VALUES (?, ?)", -1, &statement, nil) == SQLITE_OK
        else { throw BenchError("SQLite takes no rows") }
        defer { sqlite3_finalize(statement) }
        let bytes = [UInt8](repeating: 0x61, count: 2048)
        var random = SystemRandomNumberGenerator()
        let start = WallClock.now
        for row in 0..<rows {
            if row % 500 == 0 { try execute("BEGIN IMMEDIATE") }
            let id = String(random.next(), radix: 16) + String(random.next(), radix: 16)
            // The values outlive the step, so SQLite needs no copies.
            let result = id.withCString { text in
                bytes.withUnsafeBytes { buffer in
                    sqlite3_bind_text(statement, 1, text, -1, nil)
                    sqlite3_bind_blob(statement, 2, buffer.baseAddress, Int32(buffer.count), nil)
                    return sqlite3_step(statement)
                }
            }
            guard result == SQLITE_DONE else { throw BenchError("SQLite refused a row") }
            sqlite3_reset(statement)
            if row % 500 == 499 || row == rows - 1 { try execute("COMMIT") }
        }
        return Double(rows) / (WallClock.now - start)
    }
}
