import Encodings
import struct Foundation.Data
internal import GRDB

/// One row of the memory, read by place; what isn't as it was written means a damaged file.
struct MemoryRow {
    private let row: Row
    private let path: String

    init(_ row: Row, at path: String) {
        self.row = row
        self.path = path
    }

    func text(_ place: Int) throws(MemoryError) -> String {
        guard let text = String.fromDatabaseValue(row[place]) else { throw .damaged(path) }
        return text
    }

    func number(_ place: Int) throws(MemoryError) -> Int {
        guard let number = Int.fromDatabaseValue(row[place]) else { throw .damaged(path) }
        return number
    }

    func bytes(_ place: Int) throws(MemoryError) -> [UInt8] {
        guard let data = Data.fromDatabaseValue(row[place]) else { throw .damaged(path) }
        return [UInt8](data)
    }

    func instant(_ place: Int) throws(MemoryError) -> Timestamp {
        guard let instant = try? Timestamp(rfc3339: text(place)) else { throw .damaged(path) }
        return instant
    }
}
