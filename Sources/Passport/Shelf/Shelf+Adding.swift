package import Encodings
internal import GRDB
package import VerifiableCredentials

extension Shelf {
    /// Puts what a file holds on the shelf, as far as it may be there: every credential by its own verdict.
    ///
    /// Invalid ones stay away; what could not be checked is kept as such. Nothing is kept twice. Of two versions of one
    /// credential the newer stays, when both are genuine; two that contradict each other both stay, and neither counts.
    ///
    /// - Parameter verifier: the one that judged the document.
    package func add(
        _ document: JudgedDocument, judgedBy verifier: Verifier, at now: Timestamp
    ) throws(ShelfError) -> [ShelfIntake] {
        let source = document.report.source
        let credentials = document.credentials
        guard !credentials.isEmpty else { return [ShelfIntake(source: source, .empty, document.report)] }
        return try write { db in
            let intake = Intake(
                shelf: self, db: db, source: source, verifier: HolderVerifier(verifier), now: now)
            return try credentials.map { try intake.take($0) }
        }
    }
}

/// Takes in one credential, inside of a transaction.
private struct Intake {
    let shelf: Shelf
    let db: Database
    let source: String
    let verifier: HolderVerifier
    let now: Timestamp

    func take(_ document: JudgedDocument) throws -> ShelfIntake {
        guard let json = document.json, document.report[.form]?.outcome == .passed else {
            return ShelfIntake(source: source, .empty, document.report)
        }
        let report = verifier.report(document.report, of: json)
        guard !ShelfIdentity.isNoBadge(json) else { return ShelfIntake(source: source, .leftOut, report) }
        let identity = ShelfIdentity(json)
        let bytes = document.isJWS ? Self.trimmed(document.bytes) : document.bytes
        if let same = try items("payload = ?", identity.payload).first {
            return try takeAgain(bytes, isJWS: document.isJWS, report, beside: same)
        }
        guard report.verdict != .invalid else { return ShelfIntake(source: source, .refused, report) }
        let equals = try identity.equality.map { try items("equality = ?", $0) } ?? []
        let draft = Draft(
            identity: identity, bytes: bytes, isJWS: document.isJWS,
            validFrom: CredentialView(json).validFrom,
            isGenuine: ShelfItem.isGenuine(report.checks, issuer: report.credential?.issuer))
        guard let first = equals.first else {
            let number = try insert(draft, report.checks)
            return ShelfIntake(source: source, report.verdict == .valid ? .added : .unverified, report, number: number)
        }
        if draft.isGenuine, equals.allSatisfy(\.isGenuine), let new = draft.validFrom {
            let days = equals.map(\.view.validFrom)
            if days.allSatisfy({ $0.map { $0 < new } ?? false }) {
                for other in equals.dropFirst() {
                    try db.execute(sql: "DELETE FROM items WHERE number = ?", arguments: [other.number])
                }
                try replace(first.number, with: draft, report.checks)
                return ShelfIntake(source: source, .replaced, report, number: first.number)
            }
            if let newer = zip(equals, days).first(where: { $0.1.map { new < $0 } ?? false })?.0 {
                return ShelfIntake(source: source, .older, report, number: newer.number)
            }
        }
        let number = try insert(draft, report.checks)
        return ShelfIntake(source: source, .conflicting, report, number: number, conflicts: equals.map(\.number))
    }

    private struct Draft {
        let identity: ShelfIdentity
        let bytes: [UInt8]
        let isJWS: Bool
        let validFrom: Timestamp?
        let isGenuine: Bool
    }

    /// The same words are there: what is known better now is noted, and nothing else changes.
    private func takeAgain(
        _ bytes: [UInt8], isJWS: Bool, _ report: VerificationReport, beside item: ShelfItem
    ) throws -> ShelfIntake {
        let before = Verdict(item.checks)
        if report.verdict == .invalid {
            // Another signature around the same words says nothing of the one that is kept.
            if bytes == item.bytes { try note(report.checks, on: item.number) }
            return ShelfIntake(source: source, .refused, report, number: item.number)
        }
        guard report.verdict < before, before != .invalid || bytes == item.bytes else {
            return ShelfIntake(source: source, .unchanged, report, number: item.number)
        }
        if bytes != item.bytes {
            try db.execute(
                sql: "UPDATE items SET document = ?, is_jws = ? WHERE number = ?",
                arguments: [bytes.blob, isJWS ? 1 : 0, item.number])
        }
        try note(report.checks, on: item.number)
        return ShelfIntake(source: source, .rechecked, report, number: item.number)
    }

    // MARK: Rows

    private func items(_ condition: String, _ digest: [UInt8]) throws -> [ShelfItem] {
        // The column and nothing else: `condition` names it with its question mark.
        try shelf.items(in: db, where: condition, [digest.blob])
    }

    private func insert(_ draft: Draft, _ checks: [CheckResult]) throws -> Int {
        guard let count = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM items"), count < Shelf.maxItems else {
            throw ShelfError(
                .tooMany, "The shelf \(InputFile.name(shelf.path)) is full: it holds \(Shelf.maxItems) things.",
                hint: "Remove what you no longer need, or make a second shelf with `passportctl passport create`.")
        }
        try db.execute(
            sql: """
                INSERT INTO items (id, equality, payload, document, is_jws, kind, added_at, checks, checked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                draft.identity.id, draft.identity.equality?.blob, draft.identity.payload.blob, draft.bytes.blob,
                draft.isJWS ? 1 : 0, draft.identity.kind.rawValue, now.seconds, Shelf.text(checks), now.seconds,
            ])
        return Int(db.lastInsertedRowID)
    }

    private func replace(_ number: Int, with draft: Draft, _ checks: [CheckResult]) throws {
        try db.execute(
            sql: """
                UPDATE items SET id = ?, equality = ?, payload = ?, document = ?, is_jws = ?, kind = ?, added_at = ?
                WHERE number = ?
                """,
            arguments: [
                draft.identity.id, draft.identity.equality?.blob, draft.identity.payload.blob, draft.bytes.blob,
                draft.isJWS ? 1 : 0, draft.identity.kind.rawValue, now.seconds, number,
            ])
        try note(checks, on: number)
    }

    private func note(_ checks: [CheckResult], on number: Int) throws {
        try db.execute(
            sql: "UPDATE items SET checks = ?, checked_at = ? WHERE number = ?",
            arguments: [Shelf.text(checks), now.seconds, number])
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
        guard let start = bytes.firstIndex(where: { !isSpace($0) }),
            let end = bytes.lastIndex(where: { !isSpace($0) })
        else { return bytes }
        return Array(bytes[start...end])
    }
}
