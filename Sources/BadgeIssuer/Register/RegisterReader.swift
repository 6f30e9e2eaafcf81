package import Encodings
import GRDB

/// Looks things up in one moment of the register.
///
/// Valid inside the closure it was handed to. The lookups stand in extensions by subject: persons, definitions,
/// awards, status lists, the audit trail.
package class RegisterReader {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// The register's own id, a UUID, and when it was made.
    package func registerIdentity() throws(RegisterError) -> (id: String, created: Timestamp) {
        guard let row = try first("SELECT id, created_at FROM register") else {
            throw RegisterError(.corrupt, "The register has lost its own id.")
        }
        return (try row.text(0), try row.instant(1))
    }

    // Statements are prepared once a connection and kept by GRDB under their text.

    func first(_ sql: String, _ arguments: [RegisterValue] = []) throws(RegisterError) -> RegisterRow? {
        do {
            return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
                .map(RegisterRow.init)
        } catch { throw RegisterError(sqlite: error) }
    }

    func all(_ sql: String, _ arguments: [RegisterValue] = []) throws(RegisterError) -> [RegisterRow] {
        do {
            return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
                .map(RegisterRow.init)
        } catch { throw RegisterError(sqlite: error) }
    }

    /// Goes through the rows one by one, holding one at a time; `body` may look up whatever it likes.
    func forEach(_ sql: String, _ arguments: [RegisterValue] = [], _ body: (RegisterRow) throws -> Void) throws {
        let cursor = try Row.fetchCursor(db.makeStatement(sql: sql), arguments: StatementArguments(arguments))
        while let row = try cursor.next() { try body(RegisterRow(row)) }
    }
}
