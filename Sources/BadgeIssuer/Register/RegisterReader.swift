package import Encodings
import GRDB

/// Looks things up in one moment of the register.
///
/// Valid inside the closure it was handed to. The lookups stand in extensions by subject: persons, definitions,
/// awards, status lists, the audit trail.
package class RegisterReader {
    let db: Database
    /// The register's file, for messages.
    let path: String?

    init(_ db: Database, path: String?) {
        self.db = db
        self.path = path
    }

    /// The register's own id, a UUID, and when it was made.
    package func registerIdentity() throws(RegisterError) -> (id: String, created: Timestamp) {
        guard let row = try first("SELECT id, created_at FROM register") else {
            throw RegisterError(.corrupt, "The register has lost its own id.")
        }
        return (try row.text(0), try row.instant(1))
    }

    // Statements are prepared once a connection and kept by GRDB under their text, here under their identity.
    private var statements: [UInt: Statement] = [:]
    var personNumbers: [String: Int] = [:]

    func first(_ sql: StaticString, _ arguments: [RegisterValue] = []) throws(RegisterError) -> RegisterRow? {
        try run(sql.key, sql.description) { try Row.fetchOne($0, arguments: StatementArguments(arguments)) }
            .map(RegisterRow.init)
    }

    func first(_ statement: RegisterStatement, _ arguments: [RegisterValue]) throws(RegisterError) -> RegisterRow? {
        try run(statement.key, statement.sql) { try Row.fetchOne($0, arguments: StatementArguments(arguments)) }
            .map(RegisterRow.init)
    }

    func all(_ sql: StaticString, _ arguments: [RegisterValue] = []) throws(RegisterError) -> [RegisterRow] {
        try run(sql.key, sql.description) { try Row.fetchAll($0, arguments: StatementArguments(arguments)) }
            .map(RegisterRow.init)
    }

    func all(_ statement: RegisterStatement, _ arguments: [RegisterValue]) throws(RegisterError) -> [RegisterRow] {
        try run(statement.key, statement.sql) { try Row.fetchAll($0, arguments: StatementArguments(arguments)) }
            .map(RegisterRow.init)
    }

    /// Hands over the prepared statement; one that failed is prepared anew the next time.
    func run<Value>(
        _ key: UInt, _ sql: @autoclosure () -> String, _ body: (Statement) throws -> Value
    ) throws(RegisterError) -> Value {
        do {
            if let statement = statements[key] { return try body(statement) }
            let statement = try db.cachedStatement(sql: sql())
            statements[key] = statement
            return try body(statement)
        } catch {
            statements[key] = nil
            throw RegisterError(sqlite: error, path: path, systemError: db.systemError)
        }
    }

    /// Goes through the rows one by one, holding one at a time; `body` may look up whatever it likes.
    func forEach(_ sql: String, _ arguments: [RegisterValue] = [], _ body: (RegisterRow) throws -> Void) throws {
        let cursor = try Row.fetchCursor(db.makeStatement(sql: sql), arguments: StatementArguments(arguments))
        while let row = try cursor.next() { try body(RegisterRow(row)) }
    }
}
