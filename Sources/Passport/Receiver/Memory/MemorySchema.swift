internal import GRDB

/// The memory's tables. `user_version` holds the schema's number and `application_id` marks the file.
enum MemorySchema {
    /// "Muis" in ASCII, for muisti and minne.
    static let applicationID = 0x4D75_6973
    static let version = 1

    /// Whether there are tables; an empty file is a memory in which nothing stands yet.
    ///
    /// - Throws: `memory.not-a-memory` for a database of another program, `memory.newer-schema`.
    static func isMade(in db: Database, at path: String) throws -> Bool {
        let id = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        if id == 0, found == 0, try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0 { return false }
        guard id == applicationID, found > 0 else { throw MemoryError.notAMemory(path) }
        guard found <= version else {
            throw MemoryError(
                .newerSchema,
                "What was seen before, \(InputFile.name(path)), was written by a newer version of the program.",
                hint: "Install the newer version of passportctl, or judge without it with --no-state.")
        }
        let objects = try Row.fetchAll(db, sql: "SELECT name, type FROM sqlite_schema WHERE type <> 'index'")
            .map { row in (name: row["name"] as String? ?? "", type: row["type"] as String? ?? "") }
        // A view or a trigger could hide what was seen.
        guard objects.allSatisfy({ $0.type == "table" }),
            tableNames.allSatisfy({ name in objects.contains { $0.name == name } })
        else {
            throw MemoryError.damaged(path)
        }
        return true
    }

    private static let tableNames = ["times", "bundles", "lists", "histories", "first_seen"]

    /// Makes the tables where there are none, in the transaction at hand.
    static func make(in db: Database, at path: String) throws {
        guard try !isMade(in: db, at: path) else { return }
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: tables)
        try db.execute(sql: "PRAGMA user_version = \(version)")
    }

    /// Instants are RFC 3339 text, as a list's date may have a fraction; digests are 32 bytes.
    private static let tables = """
        CREATE TABLE times (
            number INTEGER PRIMARY KEY CHECK (number = 1),
            newest TEXT NOT NULL
        ) STRICT;

        CREATE TABLE bundles (
            signer TEXT PRIMARY KEY,
            sequence INTEGER NOT NULL CHECK (sequence > 0),
            as_of TEXT NOT NULL,
            digest TEXT NOT NULL,
            document BLOB NOT NULL
        ) STRICT;

        CREATE TABLE lists (
            url TEXT NOT NULL,
            issuer TEXT NOT NULL,
            valid_from TEXT NOT NULL,
            digest BLOB NOT NULL CHECK (length(digest) = 32),
            PRIMARY KEY (url, issuer)
        ) STRICT;

        CREATE TABLE histories (
            did TEXT PRIMARY KEY,
            entries INTEGER NOT NULL CHECK (entries > 0),
            head TEXT NOT NULL,
            document BLOB NOT NULL
        ) STRICT;

        CREATE TABLE first_seen (
            digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
            key TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX first_seen_by_key ON first_seen (key);
        """
}
