import Encodings
import GRDB

/// Changes the register; everything in one transaction happens, or none of it.
///
/// Valid inside the closure it was handed to. What others have committed is seen, and nobody else writes until the
/// end, so a lookup stays true for the rest of the transaction.
package final class RegisterTransaction: RegisterReader {
    // What holds until the end of the transaction is looked up once.
    var auditHead: AuditHead?
    var definitionRows: [DefinitionKey: DefinitionRow] = [:]
    var signingKeyNumbers: [String: Int] = [:]
    var openLists: [StatusAllocation.Purpose: OpenList] = [:]

    struct DefinitionKey: Hashable {
        var badgeBase: String
        var slug: String
        var version: Int
    }

    struct DefinitionRow {
        var number: Int
        var badge: Int
        var achievementID: String
        var repeatable: Bool
    }

    /// The list that places are given from; how many are is written at the end.
    struct OpenList {
        var number: Int
        var allocated: Int
    }

    /// Writes what was only counted; called before the commit.
    func finish() throws(RegisterError) { try storeAllocatedCounts() }

    func recordRegister(id: String, at now: Timestamp) throws(RegisterError) {
        try execute("INSERT INTO register (number, id, created_at) VALUES (1, ?, ?)", [id, now.seconds])
    }

    /// - Returns: how many rows it changed.
    @discardableResult
    func execute(_ sql: StaticString, _ arguments: [RegisterValue]) throws(RegisterError) -> Int {
        try run(sql.key, sql.description) { try $0.execute(arguments: StatementArguments(arguments)) }
        return db.changesCount
    }

    var lastRow: Int { Int(db.lastInsertedRowID) }
}
