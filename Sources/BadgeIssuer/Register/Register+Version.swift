import GRDB

extension Register {
    /// The version of the SQLite library that registers are kept with.
    package static var sqliteVersion: String {
        let queue = try? DatabaseQueue()
        return (try? queue?.read { db in try String.fetchOne(db, sql: "SELECT sqlite_version()") }) ?? "?"
    }
}
