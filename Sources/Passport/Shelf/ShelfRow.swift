import Encodings
import struct Foundation.Data
internal import GRDB

/// One row of a result, read by place. A value of an unexpected kind reads as none, which means a damaged file.
struct ShelfRow {
    private let row: Row

    init(_ row: Row) { self.row = row }

    func text(_ place: Int) -> String? { String.fromDatabaseValue(row[place]) }
    func number(_ place: Int) -> Int? { Int.fromDatabaseValue(row[place]) }
    func flag(_ place: Int) -> Bool? { number(place).flatMap { [0: false, 1: true][$0] } }
    func bytes(_ place: Int) -> [UInt8]? { Data.fromDatabaseValue(row[place]).map { [UInt8]($0) } }
    func isNull(_ place: Int) -> Bool { (row[place] as DatabaseValue).isNull }

    func instant(_ place: Int) -> Timestamp? {
        Int64.fromDatabaseValue(row[place]).flatMap { Timestamp(exactlySecondsSince1970: $0) }
    }
}

extension Array where Element == UInt8 {
    /// The bytes as SQLite takes them.
    var blob: Data { Data(self) }
}
