import Encodings
internal import GRDB
import VerifiableCredentials

extension Shelf {
    /// A passport carries at most 500 credentials; a life of badges has room beside that.
    package static let maxItems = 5_000

    /// All that is kept, in the order of the numbers.
    package func items() throws(ShelfError) -> [ShelfItem] {
        try read { db in try self.items(in: db) }
    }

    /// Removes items; their bytes are overwritten.
    package func remove(_ numbers: [Int]) throws(ShelfError) {
        try write { db in
            for number in numbers { try db.execute(sql: "DELETE FROM items WHERE number = ?", arguments: [number]) }
        }
    }

    func items(in db: Database) throws -> [ShelfItem] {
        let equals = try Row.fetchAll(db, sql: "SELECT number, equality FROM items WHERE equality IS NOT NULL")
            .map(ShelfRow.init)
        var numbers: [[UInt8]: [Int]] = [:]
        for row in equals {
            guard let number = row.number(0), let equality = row.bytes(1) else { throw ShelfError.damaged(path) }
            numbers[equality, default: []].append(number)
        }
        return try items(in: db, where: "TRUE", conflicts: { numbers[$0] ?? [] })
    }

    /// - Parameter conflicts: the numbers of the items of that equality.
    func items(
        in db: Database, where condition: String, _ arguments: StatementArguments = [],
        conflicts: ([UInt8]) -> [Int] = { _ in [] }
    ) throws -> [ShelfItem] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT number, id, equality, document, is_jws, kind, added_at, checks, checked_at FROM items
                WHERE \(condition) ORDER BY number
                """,
            arguments: arguments)
        return try rows.map { row in
            let row = ShelfRow(row)
            let others = row.bytes(2).map(conflicts) ?? []
            guard let number = row.number(0), let item = ShelfItem(row, conflicts: others.filter { $0 != number })
            else { throw ShelfError.damaged(path) }
            return item
        }
    }
}

extension ShelfItem {
    /// - Returns: nothing when the row isn't what the program writes.
    fileprivate init?(_ row: ShelfRow, conflicts: [Int]) {
        guard let number = row.number(0), let id = row.text(1), let bytes = row.bytes(3), let isJWS = row.flag(4),
            let kind = row.text(5).flatMap(Kind.init), let addedAt = row.instant(6),
            let stored = row.text(7).flatMap({ try? JSONParser.parse(Array($0.utf8)) })?.arrayValue,
            let checkedAt = row.instant(8), case .credential(let presented) = PresentedFile.read(bytes)
        else { return nil }
        let checks = stored.compactMap(CheckResult.init(stored:))
        // A check that only a later version of the program knows decides nothing here.
        let isWhole = !checks.isEmpty && checks.count == stored.count
        self.init(
            number: number, id: id, bytes: bytes, isJWS: isJWS, json: presented.credential, kind: kind,
            addedAt: addedAt,
            verdict: conflicts.isEmpty && isWhole ? Verdict(checks) : max(Verdict(checks), .undetermined),
            reasons: Self.reasons(in: checks)
                + (conflicts.isEmpty ? [] : [CheckResult(.claims, .undetermined, .innerConflict)]),
            checks: checks, checkedAt: checkedAt, conflicts: conflicts)
    }
}
