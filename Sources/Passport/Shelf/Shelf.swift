package import Cryptography
package import Encodings
internal import GRDB
package import VerifiableCredentials

/// A learner's shelf: one SQLite file with the learner's own key, the badges kept, and a ledger of what was shared.
///
/// It is the learner's alone: no server knows it, and only its owner may read the file. Several commands may have it
/// open at once; writing is one transaction at a time and on the disk when it returns. What is removed is overwritten.
package final class Shelf: Sendable {
    /// The environment's word for where the shelf is.
    package static let variable = "PASSPORT_SHELF"
    /// How long a command waits for another one, in seconds.
    package static let busyTimeoutSeconds = 30.0

    /// The file, as it was named when opened; messages name it so.
    package let path: String
    package let isReadOnly: Bool
    /// The learner's `did:key`.
    package let did: String
    package let createdAt: Timestamp
    let database: DatabaseQueue
    private let privateKey: String

    /// Makes a new shelf, mode 0600, with a fresh Ed25519 key.
    ///
    /// - Parameter passphrase: encrypts the key; without one it lies there as it is.
    /// - Throws: `ShelfError` `shelf.already-exists`, `shelf.cannot-open`; `KeyError`; then no file is left.
    package static func create(at path: String, passphrase: Passphrase?, now: Timestamp) throws -> Shelf {
        try ShelfFile.makeEmpty(at: path)
        do {
            let key = try PrivateKey.generate(.ed25519)
            var pem = try key.pem(passphrase: passphrase)
            defer { wipe(&pem) }
            let did = DIDKey.did(for: key.publicKey).description
            let text = String(decoding: pem, as: UTF8.self)
            let database = try openDatabase(at: path)
            try database.writeWithoutTransaction { db in
                try ShelfSchema.current.create(in: db) {
                    try db.execute(
                        sql: "INSERT INTO shelf (number, did, private_key, created_at) VALUES (1, ?, ?, ?)",
                        arguments: [did, text, now.seconds])
                }
            }
            return try Shelf(path: path, isReadOnly: false, database: database)
        } catch {
            ShelfFile.remove(at: path)
            throw error is KeyError ? error : ShelfError(sqlite: error, path: path)
        }
    }

    /// Finds out whether a shelf could be made there, before anybody chooses a passphrase; makes the default folder.
    ///
    /// - Throws: `ShelfError` `shelf.already-exists`; `ReceiverError` for the folder.
    package static func checkPlace(_ path: String) throws {
        guard InputFile.kind(of: path) == .missing else { throw ShelfFile.alreadyExists(path) }
        try OutputFile.makeFolder(ShelfFile.folder(of: path))
        try OutputFile.checkFile(path)
    }

    /// Opens the shelf.
    ///
    /// - Parameter readOnly: for commands that only look; opening for writing brings an older file to the present schema.
    /// - Throws: `shelf.missing`, `shelf.link`, `shelf.permissions`, `shelf.not-a-shelf`, `shelf.newer-schema`,
    ///   `shelf.older-schema` (only for reading), `shelf.read-only`, `shelf.busy`, `shelf.cannot-open`,
    ///   `shelf.corrupt`.
    package static func open(at path: String, readOnly: Bool = false) throws(ShelfError) -> Shelf {
        try open(at: path, readOnly: readOnly, schema: .current, busyTimeout: busyTimeoutSeconds)
    }

    static func open(
        at path: String, readOnly: Bool, schema: ShelfSchema, busyTimeout: Double
    ) throws(ShelfError) -> Shelf {
        let isAtRest = try ShelfFile.check(at: path, readOnly: readOnly)
        do {
            // Looked at through a reader first: opening for writing would turn another program's file to WAL.
            let version = try inspect(path, isAtRest: isAtRest, busyTimeout: busyTimeout) { db in
                try schema.checkedVersion(of: db, at: path)
            }
            if version < schema.version, readOnly {
                throw ShelfError(
                    .olderSchema,
                    "The shelf \(InputFile.name(path)) was written by an older version of the program.",
                    hint: "A command that writes, such as `passportctl passport add`, brings it up to date.")
            }
            guard !isAtRest else {
                return try Shelf(path: path, isReadOnly: true, database: try openAtRest(path))
            }
            let database = try openDatabase(at: path, readOnly: readOnly, busyTimeout: busyTimeout)
            if version < schema.version {
                try database.writeWithoutTransaction { try schema.migrate($0, at: path) }
            }
            return try Shelf(path: path, isReadOnly: readOnly, database: database)
        } catch {
            throw ShelfError(sqlite: error, path: path)
        }
    }

    private init(path: String, isReadOnly: Bool, database: DatabaseQueue) throws {
        self.path = path
        self.isReadOnly = isReadOnly
        self.database = database
        let row = try database.read { db in
            try Row.fetchOne(db, sql: "SELECT did, private_key, created_at FROM shelf").map(ShelfRow.init)
        }
        guard let row, let did = row.text(0), let key = row.text(1), let created = row.instant(2) else {
            throw ShelfError.damaged(path)
        }
        (self.did, privateKey, createdAt) = (did, key, created)
    }

    /// The learner's key, whose DID is the shelf's.
    ///
    /// - Throws: `KeyError` `key.passphrase-missing` and `key.wrong-passphrase`; `ShelfError` `shelf.corrupt` for a key
    ///   that can't be read, or isn't the one of the DID.
    package func key(passphrase: Passphrase?) throws -> SigningKey {
        let key: PrivateKey
        do throws(KeyError) {
            key = try PrivateKey(pem: Array(privateKey.utf8), passphrase: passphrase)
        } catch {
            switch error.code {
            case .passphraseMissing:
                throw KeyError(
                    .passphraseMissing, "The key on the shelf \(InputFile.name(path)) needs its passphrase.",
                    hint: "Give it with --passphrase-file, $PASSPORT_PASSPHRASE_FILE or $PASSPORT_PASSPHRASE.")
            case .wrongPassphrase:
                throw KeyError(
                    .wrongPassphrase, "The passphrase doesn't open the key on the shelf \(InputFile.name(path)).",
                    hint: "It is the one that the shelf was made with. The badges can be read without it.")
            case .openSSL: throw error
            default: throw ShelfError.damaged(path, cause: error.codeText)
            }
        }
        guard DIDKey.did(for: key.publicKey).description.hasSameBytes(as: did) else { throw ShelfError.damaged(path) }
        return SigningKey(
            verificationMethod: DIDKey.verificationMethodID(for: key.publicKey), privateKey: key)
    }

    /// Closes the file; what is called afterwards throws. Letting go of the shelf closes it, too.
    package func close() throws(ShelfError) {
        do { try database.close() } catch { throw ShelfError(sqlite: error, path: path) }
    }

    // MARK: Reading and writing

    func read<Value>(_ body: (Database) throws -> Value) throws(ShelfError) -> Value {
        do { return try database.read(body) } catch { throw ShelfError(sqlite: error, path: path) }
    }

    /// Does all of `body` or, when it throws, none of it; no other process writes meanwhile.
    @discardableResult
    func write<Value>(_ body: (Database) throws -> Value) throws(ShelfError) -> Value {
        guard !isReadOnly else {
            throw ShelfError(
                .readOnly, "The shelf \(InputFile.name(path)) was opened only for reading.",
                hint: "Run the command as the shelf's owner, on a disk that isn't write-protected.")
        }
        do {
            return try database.writeWithoutTransaction { db in
                do {
                    var value: Value?
                    try db.inTransaction(.immediate) {
                        value = try body(db)
                        return .commit
                    }
                    guard let value else { throw ShelfError(.fault, "A transaction ended without an answer.") }
                    return value
                } catch let error as DatabaseError {
                    // Only the connection knows what the system said to it.
                    throw ShelfError(sqlite: error, path: path, systemError: db.shelfSystemError)
                }
            }
        } catch { throw ShelfError(sqlite: error, path: path) }
    }

    // MARK: Opening

    /// Opens the database for reading, lets `look` see it, and closes it again.
    static func inspect<Value>(
        _ path: String, isAtRest: Bool, busyTimeout: Double, _ look: (Database) throws -> Value
    ) throws -> Value {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(busyTimeout)
        let queue = try DatabaseQueue(
            path: isAtRest ? ShelfFile.name(atRest: path) : path, configuration: configuration)
        defer { try? queue.close() }
        return try queue.read(look)
    }

    private static func openAtRest(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "shelf"
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
        return try DatabaseQueue(path: ShelfFile.name(atRest: path), configuration: configuration)
    }

    /// A command that only reads has a connection that could write, too: the last such one to close folds SQLite's log
    /// into the file and leaves nothing beside it.
    private static func openDatabase(
        at path: String, readOnly: Bool = false, busyTimeout: Double = busyTimeoutSeconds
    ) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.journalMode = .wal
        configuration.busyMode = .timeout(busyTimeout)
        configuration.label = "shelf"
        configuration.prepareDatabase { db in
            // Freed pages are overwritten with zeros, so that what was removed is in no byte of the file.
            try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { db in
            // GRDB asks for NORMAL when it turns WAL on; what is kept has to survive a power cut.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            if readOnly { try db.execute(sql: "PRAGMA query_only = ON") }
        }
        return queue
    }
}
