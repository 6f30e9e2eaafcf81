import Cryptography
package import Encodings
import GRDB
import Glibc

/// The organisation's register: one SQLite file with its persons, definitions, awards, status lists and audit trail.
///
/// Several processes may have it open at once. Reading sees one moment and never waits; writing is one transaction
/// at a time, waits up to 30 seconds for its turn, and is on the disk when `write` returns. Deleted content is
/// overwritten in the file.
package final class Register: Sendable {
    /// How long a transaction waits for another process, in seconds.
    static let busyTimeoutSeconds = 30.0

    /// The file, as it was named when opened; messages name it so.
    package let path: String
    package let isReadOnly: Bool
    private let pool: DatabasePool

    private init(path: String, isReadOnly: Bool, pool: DatabasePool) {
        self.path = path
        self.isReadOnly = isReadOnly
        self.pool = pool
    }

    /// Makes a new register, mode 0600, with the first entry of its audit trail.
    ///
    /// - Throws: `register.already-exists`, `register.cannot-open`, and what writing throws; then no file is left.
    package static func create(
        at path: String, now: Timestamp, using generator: inout some RandomNumberGenerator
    ) throws(RegisterError) -> Register {
        try RegisterFile.makeEmpty(at: path)
        do {
            let pool = try openPool(at: path, readOnly: false, busyTimeout: busyTimeoutSeconds)
            let register = Register(path: path, isReadOnly: false, pool: pool)
            try pool.writeWithoutTransaction { db in
                try RegisterSchema.current.create(in: db) {
                    let transaction = RegisterTransaction(db, path: path)
                    let id = UUIDv4.make(using: &generator)
                    try transaction.recordRegister(id: id, at: now)
                    try transaction.appendAudit(
                        .registerCreated, subjects: ["urn:uuid:\(id)"], at: now, using: &generator)
                }
            }
            return register
        } catch {
            RegisterFile.remove(at: path)
            throw RegisterError(sqlite: error, path: path)
        }
    }

    /// Opens the register.
    ///
    /// Opening for writing brings an older file to the present schema first.
    ///
    /// - Throws: `register.missing`, `register.not-a-register`, `register.newer-schema`, `register.older-schema`
    ///   (only for reading), `register.read-only`, `register.busy`, `register.cannot-open`.
    package static func open(at path: String, readOnly: Bool) throws(RegisterError) -> Register {
        try open(at: path, readOnly: readOnly, schema: .current, busyTimeout: busyTimeoutSeconds)
    }

    static func open(
        at path: String, readOnly: Bool, schema: RegisterSchema, busyTimeout: Double
    ) throws(RegisterError) -> Register {
        try RegisterFile.check(at: path, readOnly: readOnly)
        do {
            // Looked at through a reader first: opening for writing would turn another program's file to WAL.
            let version = try RegisterFile.inspect(at: path, busyTimeout: busyTimeout) { db in
                try schema.checkedVersion(of: db, at: path)
            }
            if readOnly, version < schema.version {
                throw RegisterError(
                    .olderSchema, "The register \"\(path)\" was written by an older version of the program.",
                    hint: "A command that writes, such as `passportctl publish`, brings it up to date.")
            }
            let pool = try openPool(at: path, readOnly: readOnly, busyTimeout: busyTimeout)
            if version < schema.version { try pool.writeWithoutTransaction { try schema.migrate($0, at: path) } }
            return Register(path: path, isReadOnly: readOnly, pool: pool)
        } catch {
            throw RegisterError(sqlite: error, path: path)
        }
    }

    /// Closes the file; what is called afterwards throws. Letting go of the register closes it, too.
    package func close() throws(RegisterError) {
        do {
            // The last connection to close must be one that writes, for only such a one folds the log into the file.
            pool.invalidateReadOnlyConnections()
            try pool.close()
        } catch { throw RegisterError(sqlite: error, path: path) }
    }

    /// Reads one moment of the register; what others write meanwhile isn't seen.
    ///
    /// - Parameter body: must not keep the reader. Its own errors come out as they are.
    package func read<Value>(_ body: (RegisterReader) throws -> Value) throws -> Value {
        try mapped { try pool.read { db in try body(RegisterReader(db, path: path)) } }
    }

    /// Does all of `body` or, when it throws, none of it; no other process writes meanwhile.
    ///
    /// - Parameter body: must not keep the transaction. Its own errors come out as they are.
    @discardableResult
    package func write<Value>(_ body: (RegisterTransaction) throws -> Value) throws -> Value {
        guard !isReadOnly else {
            throw RegisterError(
                .readOnly, "The register \"\(path)\" was opened only for reading.",
                hint: "This is a fault in the program: the command should have opened it for writing.")
        }
        return try mapped {
            try pool.writeWithoutTransaction { db in
                var value: Value?
                errno = 0
                do {
                    try db.inTransaction(.immediate) {
                        let transaction = RegisterTransaction(db, path: path)
                        value = try body(transaction)
                        try transaction.finish()
                        return .commit
                    }
                } catch let error as DatabaseError {
                    // Only the connection knows what the system said to it.
                    throw RegisterError(sqlite: error, path: path, systemError: db.systemError)
                }
                guard let value else { throw RegisterError(.fault, "A transaction ended without an answer.") }
                return value
            }
        }
    }

    /// Turns the database's errors into ours, and lets those of the caller's own closure pass.
    private func mapped<Value>(_ body: () throws -> Value) throws -> Value {
        do { return try body() } catch let error as DatabaseError { throw RegisterError(sqlite: error, path: path) }
    }

    private static func openPool(at path: String, readOnly: Bool, busyTimeout: Double) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(busyTimeout)
        configuration.label = "register"
        configuration.prepareDatabase { db in
            // Freed pages are overwritten with zeros, so that what is erased is in no byte of the file.
            try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA cache_size = -16000; PRAGMA trusted_schema = OFF")
        }
        let pool = try DatabasePool(path: path, configuration: configuration)
        if !readOnly {
            // GRDB asks for NORMAL when it turns WAL on; a commit has to survive a power cut.
            try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
        }
        return pool
    }
}
