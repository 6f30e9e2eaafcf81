import Encodings
internal import GRDB

extension Shelf {
    /// Notes what was handed to whom.
    package func recordShare(_ share: ShelfShare) throws(ShelfError) {
        let items = String(decoding: JSONWriter.compact(.array(share.items.map(JSONValue.string))), as: UTF8.self)
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO shares (at, receiver, purpose, until, file_digest, items, showed_name, form)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    share.at.seconds, share.receiver, share.purpose, share.until?.seconds, share.fileDigest.blob, items,
                    share.showedName ? 1 : 0, share.form.rawValue,
                ])
        }
    }

    /// The ledger, the oldest first.
    package func shares() throws(ShelfError) -> [ShelfShare] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT at, receiver, purpose, until, file_digest, items, showed_name, form FROM shares
                    ORDER BY number
                    """
            ).map { row in
                guard let share = ShelfShare(ShelfRow(row)) else { throw ShelfError.damaged(self.path) }
                return share
            }
        }
    }
}

extension ShelfShare {
    /// - Returns: nothing when the row isn't what the program writes.
    fileprivate init?(_ row: ShelfRow) {
        guard let at = row.instant(0), let digest = row.bytes(4), let showedName = row.flag(6),
            let form = row.text(7).flatMap(Form.init),
            let items = row.text(5).flatMap({ try? JSONParser.parse(Array($0.utf8)) })?.arrayValue,
            row.isNull(3) || row.instant(3) != nil
        else { return nil }
        self.init(
            at: at, receiver: row.text(1), purpose: row.text(2), until: row.instant(3), fileDigest: digest,
            items: items.compactMap(\.stringValue), showedName: showedName, form: form)
    }
}
