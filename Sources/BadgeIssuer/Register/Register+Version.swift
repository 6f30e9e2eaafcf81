import GRDBSQLite

extension Register {
    /// The version of the SQLite library that registers are kept with.
    package static var sqliteVersion: String { String(cString: sqlite3_libversion()) }
}
