import Encodings
import struct Foundation.Data
import GRDB

/// One row of a result, read by place. A value of an unexpected kind means a damaged file, not a crash.
struct RegisterRow {
    private let row: Row

    init(_ row: Row) { self.row = row }

    func text(_ place: Int) throws(RegisterError) -> String { try known(optionalText(place)) }
    func optionalText(_ place: Int) -> String? { String.fromDatabaseValue(row[place]) }

    func number(_ place: Int) throws(RegisterError) -> Int { try known(optionalNumber(place)) }
    func optionalNumber(_ place: Int) -> Int? { Int.fromDatabaseValue(row[place]) }

    func bytes(_ place: Int) throws(RegisterError) -> [UInt8] { try known(optionalBytes(place)) }
    func optionalBytes(_ place: Int) -> [UInt8]? { Data.fromDatabaseValue(row[place]).map { [UInt8]($0) } }

    func instant(_ place: Int) throws(RegisterError) -> Timestamp { try known(optionalInstant(place)) }
    func optionalInstant(_ place: Int) throws(RegisterError) -> Timestamp? {
        guard let seconds = Int64.fromDatabaseValue(row[place]) else { return nil }
        return try known(Timestamp(exactlySecondsSince1970: seconds))
    }

    func day(_ place: Int) throws(RegisterError) -> CalendarDay { try known(optionalDay(place)) }
    func optionalDay(_ place: Int) throws(RegisterError) -> CalendarDay? {
        guard let text = optionalText(place) else { return nil }
        return try known(try? CalendarDay(iso: text))
    }

    func optionalHundredths(_ place: Int) -> DecimalHundredths? {
        optionalNumber(place).map(DecimalHundredths.init(hundredths:))
    }

    /// A word out of a fixed list.
    func word<Word: RawRepresentable>(_ place: Int) throws(RegisterError) -> Word where Word.RawValue == String {
        try known(Word(rawValue: text(place)))
    }

    private func known<Value>(_ value: Value?) throws(RegisterError) -> Value {
        guard let value else {
            throw RegisterError(
                .corrupt, "The register holds a value that it never wrote.",
                hint: "Keep the file as it is and restore the newest backup beside it.")
        }
        return value
    }
}

/// What can stand for a `?` in a statement.
typealias RegisterValue = (any DatabaseValueConvertible)?

extension Array where Element == UInt8 {
    /// The bytes as SQLite takes them.
    var blob: Data { Data(self) }
}
