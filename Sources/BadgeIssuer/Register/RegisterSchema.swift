import GRDB

/// The register's tables, and the steps that lead an older file to them.
///
/// `user_version` holds the number of the last step taken and `application_id` marks the file as a register. Steps
/// are only ever added; each runs in one transaction, so a crash leaves the file before or after it.
struct RegisterSchema {
    /// "Pass" in ASCII.
    static let applicationID: Int = 0x5061_7373

    /// The schema of this version of the program.
    static let current = RegisterSchema(steps: [version1, version2, version3, version4, version5])

    /// Step n leads from `user_version` n to n + 1.
    let steps: [String]

    var version: Int { steps.count }

    /// Which schema the file has.
    ///
    /// - Throws: `register.not-a-register` for a database of another program.
    static func version(of db: Database, at path: String) throws -> Int {
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID,
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version"), version > 0
        else {
            throw RegisterError(
                .notARegister, "\"\(path)\" is an SQLite database, but not a register.",
                hint: "Check the path; a register is made by `passportctl init`.")
        }
        return version
    }

    /// Takes the steps that the file lacks.
    ///
    /// - Throws: `register.newer-schema` when the file has steps that this program doesn't know.
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

    /// The file's version, when it isn't newer than ours.
    func checkedVersion(of db: Database, at path: String) throws -> Int {
        let found = try Self.version(of: db, at: path)
        guard found <= version else {
            throw RegisterError(
                .newerSchema,
                "The register \"\(path)\" was written by a newer version of the program (schema \(found), not \(version)).",
                hint: "Install the newer version of passportctl; this one leaves the register untouched.")
        }
        return found
    }
}
