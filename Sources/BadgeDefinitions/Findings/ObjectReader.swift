import Encodings

/// Reads the fields of one JSON object, and notes each that is missing, unknown or of the wrong type.
///
/// Every reader answers `nil` both for a field that isn't there and for one that was noted as wrong, so that reading
/// goes on and finds the rest.
struct ObjectReader {
    let object: JSONObject
    let path: JSONPath
    let log: FindingLog

    /// - Parameter fields: all names the object may have; any other is an error that names the nearest of them.
    init(_ object: JSONObject, at path: JSONPath, fields: [String], log: FindingLog) {
        (self.object, self.path, self.log) = (object, path, log)
        for name in object.names where !fields.contains(where: { $0.hasSameBytes(as: name) }) {
            let free = fields.filter { object[$0] == nil }
            log.error(
                .field, at: path.appending(name), "The field \"\(Quote.text(name))\" isn't known here.",
                hint: NearestName.hint(name, among: free) ?? "Known are: \(fields.joined(separator: ", ")).")
        }
    }

    /// The reader of the object at `path`, or `nil` and a finding when something else stands there.
    init?(_ value: JSONValue, at path: JSONPath, fields: [String], log: FindingLog) {
        guard case .object(let object) = value else {
            log.error(.field, at: path, "\(path) is a \(value.kindName); an object in { } belongs here.")
            return nil
        }
        self.init(object, at: path, fields: fields, log: log)
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

    // MARK: Simple values

    /// A text that isn't empty.
    func text(_ name: String, isRequired: Bool = true) -> String? {
        guard let value = value(name, isRequired: isRequired) else { return nil }
        guard case .string(let text) = value else {
            wrongType(name, value, expected: "a text in quotation marks")
            return nil
        }
        guard !text.isBlank else {
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

    /// A whole number within the range.
    func whole(
        _ name: String, in range: ClosedRange<Int>, isRequired: Bool = true, code: DefinitionError.Code = .field
    ) -> Int? {
        guard let value = value(name, isRequired: isRequired) else { return nil }
        guard case .number(let number) = value else {
            wrongType(name, value, expected: "a whole number")
            return nil
        }
        guard let hundredths = DecimalHundredths(number)?.hundredths, hundredths % 100 == 0,
            range.contains(hundredths / 100)
        else {
            log.error(
                code, at: path(name),
                "\"\(name)\" is \(Quote.text(number.text)); a whole number from \(range.lowerBound) to "
                    + "\(range.upperBound) belongs here.")
            return nil
        }
        return hundredths / 100
    }

    /// A decimal number within the range, in hundredths.
    func decimal(
        _ name: String, from least: DecimalHundredths, to most: DecimalHundredths, code: DefinitionError.Code
    ) -> DecimalHundredths? {
        guard let value = value(name, isRequired: true) else { return nil }
        guard case .number(let number) = value else {
            wrongType(name, value, expected: "a number without quotation marks")
            return nil
        }
        guard let decimal = DecimalHundredths(number), least <= decimal, decimal <= most else {
            log.error(
                code, at: path(name),
                "\"\(name)\" is \(Quote.text(number.text)); a number from \(least) to \(most) with at most two "
                    + "decimals belongs here.")
            return nil
        }
        return decimal
    }

    /// A calendar day, `2026-05-29`.
    func day(_ name: String) -> CalendarDay? {
        guard let value = value(name, isRequired: false) else { return nil }
        guard case .string(let text) = value else {
            wrongType(name, value, expected: "a day like \"2026-05-29\", or null,")
            return nil
        }
        guard let day = CalendarDay(text) else {
            log.error(
                .date, at: path(name), "\"\(name)\" says \"\(Quote.text(text))\", which is not a day.",
                hint: "Write the day like 2026-05-29.")
            return nil
        }
        return day
    }

    /// One of the words of an enum.
    func word<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String, _: Word.Type, isRequired: Bool = true, code: DefinitionError.Code = .field
    ) -> Word? {
        guard let text = text(name, isRequired: isRequired) else { return nil }
        return word(text, Word.self, at: path(name), called: name, code: code)
    }

    func word<Word: RawRepresentable<String> & CaseIterable>(
        _ text: String, _: Word.Type, at path: JSONPath, called name: String, code: DefinitionError.Code = .field
    ) -> Word? {
        if let word = Word.allCases.first(where: { $0.rawValue.hasSameBytes(as: text) }) { return word }
        let words = Word.allCases.map(\.rawValue)
        log.error(
            code, at: path, "\"\(name)\" can't be \"\(Quote.text(text))\".",
            hint: NearestName.hint(text, among: words) ?? "It is one of: \(words.joined(separator: ", ")).")
        return nil
    }

    // MARK: Texts with rules

    /// A slug: `[a-z0-9-]{2,64}`.
    func slug(_ name: String, isRequired: Bool = true) -> String? {
        guard let text = text(name, isRequired: isRequired) else { return nil }
        return slug(text, at: path(name), called: name)
    }

    func slug(_ text: String, at path: JSONPath, called name: String) -> String? {
        guard !NameForms.isSlug(text) else { return text }
        log.error(
            .field, at: path, "\"\(name)\" can't be \"\(Quote.text(text))\".",
            hint: "Use 2 to 64 of the characters a–z, 0–9 and hyphen.")
        return nil
    }

    func uri(_ name: String, isRequired: Bool = true) -> String? {
        guard let text = text(name, isRequired: isRequired) else { return nil }
        guard !NameForms.isAbsoluteURI(text) else { return text }
        log.error(
            .uri, at: path(name), "\"\(name)\" says \"\(Quote.text(text))\", which is not a full address.",
            hint: "Write it with its beginning, such as https:// or did:.")
        return nil
    }

    // MARK: Lists

    /// The elements with their paths; no elements when the field is missing and may be.
    func list(_ name: String, isRequired: Bool = true, atLeast: Int = 0) -> [(value: JSONValue, path: JSONPath)]? {
        guard let value = value(name, isRequired: isRequired) else { return isRequired ? nil : [] }
        guard case .array(let values) = value else {
            wrongType(name, value, expected: "a list in [ ]")
            return nil
        }
        guard values.count >= atLeast else {
            log.error(.field, at: path(name), "\"\(name)\" is empty; at least \(atLeast) belongs here.")
            return nil
        }
        return values.enumerated().map { ($0.element, path(name).appending($0.offset)) }
    }

    /// The texts of a list, none empty and none twice.
    func texts(_ name: String, isRequired: Bool = false, atLeast: Int = 0) -> [(text: String, path: JSONPath)] {
        var texts: [(text: String, path: JSONPath)] = []
        for (value, path) in list(name, isRequired: isRequired, atLeast: atLeast) ?? [] {
            guard case .string(let text) = value, !text.isBlank else {
                log.error(.field, at: path, "\(path) isn't a text; texts in quotation marks belong here.")
                continue
            }
            if isNew(text, among: texts.map(\.text), at: path) { texts.append((text, path)) }
        }
        return texts
    }

    /// Notes an id that stands a second time.
    func isNew(_ id: String, among earlier: [String], at path: JSONPath) -> Bool {
        guard earlier.contains(where: { $0.hasSameBytes(as: id) }) else { return true }
        log.error(
            .duplicateID, at: path, "\"\(Quote.text(id))\" stands here for the second time.",
            hint: "Leave one of them out, or give it a name of its own.")
        return false
    }
}
