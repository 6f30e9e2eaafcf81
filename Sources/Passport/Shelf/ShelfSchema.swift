internal import GRDB

/// The shelf's tables, and the steps that lead an older file to them.
///
/// `user_version` holds the number of the last step taken and `application_id` marks the file as a shelf. Steps are
/// only ever added; all that a file lacks run in one transaction.
struct ShelfSchema {
    /// "Hyll" in ASCII, which is a shelf in Finnish and Swedish alike.
    static let applicationID = 0x4879_6C6C

    /// The schema of this version of the program.
    static let current = ShelfSchema(steps: [version1])

    /// Step n leads from `user_version` n to n + 1.
    let steps: [String]

    var version: Int { steps.count }

    /// Makes the tables in an empty file, and whatever else `fill` adds, in one transaction.
    func create(in db: Database, fill: () throws -> Void) throws {
        try db.inTransaction(.immediate) {
            try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
            for step in steps { try db.execute(sql: step) }
            try db.execute(sql: "PRAGMA user_version = \(version)")
            try fill()
            return .commit
        }
    }

    /// Takes the steps that the file lacks.
    ///
    /// - Throws: `shelf.newer-schema` when the file has steps that this program doesn't know.
    func migrate(_ db: Database, at path: String) throws {
        try db.inTransaction(.immediate) {
            // Another process may have migrated between our look and our turn.
            for (index, step) in steps.enumerated().dropFirst(try checkedVersion(of: db, at: path)) {
                try db.execute(sql: step)
                try db.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
            return .commit
        }
    }

    /// The file's version, when it isn't newer than ours.
    ///
    /// - Throws: `shelf.not-a-shelf` for a database of another program, `shelf.newer-schema`.
    func checkedVersion(of db: Database, at path: String) throws -> Int {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == Self.applicationID,
            let found = try Int.fetchOne(db, sql: "PRAGMA user_version"), found > 0
        else {
            throw ShelfError(
                .notAShelf, "\(InputFile.name(path)) is an SQLite database, but not a shelf.",
                hint: "Check the path; a shelf is made by `passportctl passport create`.")
        }
        guard found <= version else {
            throw ShelfError(
                .newerSchema,
                "The shelf \(InputFile.name(path)) was written by a newer version of the program "
                    + "(schema \(found), not \(version)).",
                hint: "Install the newer version of passportctl; this one leaves the shelf untouched.")
        }
        return found
    }

    /// The first schema. Instants are whole seconds since 1970, digests 32 bytes, lists JSON arrays.
    ///
    /// `equality` tells which credentials are versions of one another, `payload` which are the same word for word.
    /// Equal ones may stand beside each other: that is a conflict, and it is shown.
    static let version1 = """
        CREATE TABLE shelf (
            number INTEGER PRIMARY KEY CHECK (number = 1),
            did TEXT NOT NULL CHECK (did LIKE 'did:key:z%'),
            private_key TEXT NOT NULL CHECK (private_key <> ''),
            created_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE items (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL,
            equality BLOB CHECK (length(equality) = 32),
            payload BLOB NOT NULL UNIQUE CHECK (length(payload) = 32),
            document BLOB NOT NULL CHECK (length(document) > 0),
            is_jws INTEGER NOT NULL CHECK (is_jws IN (0, 1)),
            kind TEXT NOT NULL CHECK (kind IN ('badge', 'certificate', 'endorsement', 'decision', 'other')),
            added_at INTEGER NOT NULL,
            checks TEXT NOT NULL CHECK (checks LIKE '[%]'),
            checked_at INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX items_by_equality ON items (equality) WHERE equality IS NOT NULL;

        CREATE TABLE shares (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            at INTEGER NOT NULL,
            receiver TEXT,
            purpose TEXT,
            until INTEGER,
            file_digest BLOB NOT NULL CHECK (length(file_digest) = 32),
            items TEXT NOT NULL CHECK (items LIKE '[%]'),
            showed_name INTEGER NOT NULL CHECK (showed_name IN (0, 1)),
            form TEXT NOT NULL CHECK (form IN ('presentation', 'page', 'pictures', 'elm', 'proof'))
        ) STRICT;
        """
}
