import BadgeDefinitions
import Encodings

/// Reads the fields of one JSON object of a rule file, and notes each that is missing, unknown or of the wrong type.
///
/// Every reader answers `nil` both for a field that isn't there and for one that was noted as wrong, so that reading
/// goes on and finds the rest.
struct RuleFields {
    let object: JSONObject
    let path: JSONPath
    let log: RecognitionLog

    init(_ object: JSONObject, at path: JSONPath, fields: [String], log: RecognitionLog) {
        (self.object, self.path, self.log) = (object, path, log)
        for name in object.names where !fields.contains(where: { $0.hasSameBytes(as: name) }) {
            let free = fields.filter { object[$0] == nil }
            log.error(
                .field, at: path.appending(name), "The field \"\(Self.quoted(name))\" isn't known here.",
                hint: Self.nearest(name, among: free) ?? "Known are: \(fields.joined(separator: ", ")).")
        }
    }

    init?(_ value: JSONValue, at path: JSONPath, fields: [String], log: RecognitionLog) {
        guard case .object(let object) = value else {
            log.error(.field, at: path, "\(path) is a \(value.kindName); an object in { } belongs here.")
            return nil
        }
        self.init(object, at: path, fields: fields, log: log)
    }

    /// The object in a field, read by the same rules.
    func object(_ name: String, fields: [String], isRequired: Bool) -> RuleFields? {
        value(name, isRequired: isRequired).flatMap { RuleFields($0, at: path(name), fields: fields, log: log) }
    }

    func path(_ name: String) -> JSONPath { path.appending(name) }

    /// The value of the field; `null` counts as none where the field isn't required.
    func value(_ name: String, isRequired: Bool) -> JSONValue? {
        switch object[name] {
        case nil:
            if isRequired {
                log.error(
                    .field, at: path, "The field \"\(name)\" is missing\(path.steps.isEmpty ? "" : " from \(path)").")
            }
            return nil
        case .null? where !isRequired: return nil
        case let value?: return value
        }
    }

    func wrongType(_ name: String, _ value: JSONValue, expected: String) {
        log.error(.field, at: path(name), "\"\(name)\" is a \(value.kindName); \(expected) belongs here.")
    }

    // MARK: Words

    /// A text that isn't blank.
    func text(_ name: String, isRequired: Bool = true) -> String? {
        guard let value = value(name, isRequired: isRequired) else { return nil }
        guard case .string(let text) = value else {
            wrongType(name, value, expected: "a text in quotation marks")
            return nil
        }
        guard !text.allSatisfy(\.isWhitespace) else {
            log.error(.field, at: path(name), "\"\(name)\" is empty.")
            return nil
        }
        return text
    }

    func flag(_ name: String, otherwise: Bool) -> Bool {
        guard let value = value(name, isRequired: false) else { return otherwise }
        guard case .bool(let flag) = value else {
            wrongType(name, value, expected: "true or false")
            return otherwise
        }
        return flag
    }

    func word<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String, _: Word.Type, isRequired: Bool = true
    ) -> Word? {
        guard let text = text(name, isRequired: isRequired) else { return nil }
        if let word = Word.allCases.first(where: { $0.rawValue.hasSameBytes(as: text) }) { return word }
        let words = Word.allCases.map(\.rawValue)
        log.error(
            .field, at: path(name), "\"\(name)\" can't be \"\(Self.quoted(text))\".",
            hint: Self.nearest(text, among: words) ?? "It is one of: \(words.joined(separator: ", ")).")
        return nil
    }

    func slug(_ name: String) -> String? {
        guard let text = text(name), !NameForms.isSlug(text) else { return object[name]?.stringValue }
        log.error(
            .field, at: path(name), "\"\(name)\" can't be \"\(Self.quoted(text))\".",
            hint: "Use 2 to 64 of the characters a–z, 0–9 and hyphen.")
        return nil
    }

    func uri(_ name: String) -> String? {
        guard let text = text(name), !NameForms.isAbsoluteURI(text) else { return object[name]?.stringValue }
        log.error(
            .uri, at: path(name), "\"\(name)\" says \"\(Self.quoted(text))\", which is not a full address.",
            hint: "Write it with its beginning, such as https:// or did:.")
        return nil
    }

    func day(_ name: String) -> CalendarDay? {
        guard let text = text(name, isRequired: false) else { return nil }
        if let day = CalendarDay(text) { return day }
        log.error(
            .date, at: path(name), "\"\(name)\" says \"\(Self.quoted(text))\", which is not a day.",
            hint: "Write the day like 2026-05-29.")
        return nil
    }

    // MARK: Numbers

    func whole(_ name: String, in range: ClosedRange<Int>, isRequired: Bool = true) -> Int? {
        guard
            let number = decimal(
                name, from: DecimalHundredths(hundredths: range.lowerBound * 100),
                to: DecimalHundredths(hundredths: range.upperBound * 100), isRequired: isRequired)
        else { return nil }
        guard number.hundredths % 100 == 0 else {
            log.error(.number, at: path(name), "\"\(name)\" is \(number); a whole number belongs here.")
            return nil
        }
        return number.hundredths / 100
    }

    /// A decimal number within the range, in hundredths.
    func decimal(
        _ name: String, from least: DecimalHundredths, to most: DecimalHundredths, isRequired: Bool = true
    ) -> DecimalHundredths? {
        guard let value = value(name, isRequired: isRequired) else { return nil }
        guard case .number(let number) = value else {
            wrongType(name, value, expected: "a number without quotation marks")
            return nil
        }
        guard let decimal = DecimalHundredths(number), least <= decimal, decimal <= most else {
            log.error(
                .number, at: path(name),
                "\"\(name)\" is \(Self.quoted(number.text)); a number from \(least) to \(most) with at most two "
                    + "decimals belongs here.")
            return nil
        }
        return decimal
    }

    // MARK: Helpers

    static func quoted(_ text: String) -> String {
        let start = text.prefix(60)
        return UTF8Text.escapedForTerminal(String(start)) + (start.endIndex < text.endIndex ? "…" : "")
    }

    static func nearest(_ name: String, among words: [String]) -> String? {
        NearestName.find(name, among: words).map { "Did you mean \"\($0)\"?" }
    }
}
