import BadgeDefinitions
import Cryptography
package import Encodings
import VerifiableCredentials

/// Reads an application's file; the first mistake ends it, named with its field and its line.
///
/// The file comes from a stranger: nothing in it is followed as a path or an address, unknown fields are refused, and
/// an identity code anywhere in it is refused without being shown.
struct ApplicationReader {
    /// A long application with all its evidence is a tenth of this.
    static let maxBytes = 256 << 10
    private static let limits = JSONLimits(
        maxBytes: maxBytes, maxDepth: 8, maxValues: 2000, maxStringBytes: maxBytes)

    /// Longest texts in characters: some pages for the text, a line for a name.
    static let maxText = 10_000
    static let maxName = 300
    /// As many as a definition may ask for.
    static let maxEvidence = 50

    private let bytes: [UInt8]
    /// The file as messages name it.
    private let name: String
    /// Nothing for what the register holds: its day was checked when it came.
    private let now: Timestamp?

    init(_ bytes: [UInt8], name: String, now: Timestamp?) {
        self.bytes = bytes
        self.name = name
        self.now = now
    }

    /// - Throws: `JSONError`, `ApplicationError`, `AwardError` `row.identity-code`.
    func read() throws -> BadgeApplication {
        let tree: JSONValue
        do throws(JSONError) {
            tree = try JSONParser.parse(bytes, limits: Self.limits)
        } catch {
            throw JSONError(
                error.code, "\(name) isn't an application, at \(error.position): \(error.message)",
                hint: "Correct it there, or write the application anew with `passportctl application new`.",
                at: error.position)
        }
        guard case .object(let root) = tree else { throw wrongType(.root, tree, "an object in { }") }
        try checkFormat(root)
        try refuseUnknown(
            root, at: .root,
            known: [
                "format", "id", "badge", "badgeBase", "applicant", "level", "text", "evidence", "language",
                "submittedOn",
            ])
        let application = BadgeApplication(
            id: try id(root), slug: try slug(root), badgeBase: try badgeBase(root), applicant: try applicant(root),
            level: try level(root), text: try longText(root), evidence: try evidence(root),
            language: try language(root), submittedOn: try submittedOn(root))
        try refuseIdentityCodes(application)
        return application
    }

    private func checkFormat(_ root: JSONObject) throws {
        let path = JSONPath.root.appending("format")
        let found = try text(root, "format")
        guard !found.hasSameBytes(as: BadgeApplication.format) else { return }
        throw failure(
            .format, path, "the format is \"\(shown(found))\", and \"\(BadgeApplication.format)\" is read here",
            hint: "Begin the file with \"format\": \"\(BadgeApplication.format)\".")
    }

    // MARK: Fields

    private func id(_ root: JSONObject) throws -> String {
        let id = try text(root, "id")
        let prefix = "urn:uuid:"
        guard id.utf8.count == 45, id.hasPrefix(prefix), let reference = try? AwardReference(id),
            reference.start.hasSameBytes(as: id)
        else {
            throw failure(
                .field, .root.appending("id"), "\"id\" isn't written as urn:uuid: and a UUID in lower case",
                hint: "`passportctl application new` gives one; it stays the same when the application is mended.")
        }
        return id
    }

    private func slug(_ root: JSONObject) throws -> String {
        let slug = try text(root, "badge")
        guard NameForms.isSlug(slug) else {
            throw failure(
                .field, .root.appending("badge"), "\"badge\" can't be \"\(shown(slug))\"",
                hint: "It is the badge's short name, such as tiimityo.")
        }
        return slug
    }

    private func badgeBase(_ root: JSONObject) throws -> String? {
        guard let base = try optionalText(root, "badgeBase") else { return nil }
        guard NameForms.isAbsoluteURI(base), base.utf8.last == UInt8(ascii: "/") else {
            throw failure(
                .field, .root.appending("badgeBase"), "\"badgeBase\" isn't an address that ends in a slash",
                hint: "Copy it from the badge's page, or leave it out.")
        }
        return base
    }

    private func applicant(_ root: JSONObject) throws -> BadgeApplication.Applicant {
        let path = JSONPath.root.appending("applicant")
        guard let value = root["applicant"] else { throw missing("applicant") }
        guard case .object(let object) = value else { throw wrongType(path, value, "an object in { }") }
        let kinds = ["email", "did", "passportNumber"]
        try refuseUnknown(object, at: path, known: kinds + ["name"])
        let given = kinds.filter { object[$0] != nil }
        guard given.count == 1, let kind = given.first else {
            throw failure(
                .field, path,
                given.isEmpty ? "nothing says who applies" : "the applicant is named by \(given.count) identifiers",
                hint: "Give one of email, did and passportNumber.")
        }
        let text = try text(object, kind, at: path)
        guard !IdentityCode.occurs(in: text) else { throw identityCode(path.appending(kind)) }
        let name = try optionalText(object, "name", at: path)
        if let name { try checkLength(name, Self.maxName, path.appending("name")) }
        return BadgeApplication.Applicant(try identifier(kind, text, at: path.appending(kind)), name: name)
    }

    private func identifier(
        _ kind: String, _ text: String, at path: JSONPath
    ) throws -> BadgeApplication.Applicant.Identifier {
        switch kind {
        case "email":
            if let email = EmailAddress(text) { return .email(email.description) }
            throw failure(.field, path, "the email address isn't one", hint: "It looks like name@example.org.")
        case "did":
            if DID(text) != nil { return .did(text) }
            throw failure(
                .field, path, "the DID isn't written as a DID is", hint: "Copy it whole; it looks like did:key:z6Mk….")
        default:
            if let number = PassportNumber(text) { return .passportNumber(number) }
            throw failure(
                .field, path, "the passport number isn't one",
                hint: "It looks like 7K2M-9QXT-41VB-8; check it against the slip.")
        }
    }

    private func level(_ root: JSONObject) throws -> Int? {
        switch root["level"] {
        case nil: return nil
        case .number(let number)?:
            if let level = number.intValue, (1...4).contains(level) { return level }
            fallthrough
        case _?:
            throw failure(
                .field, .root.appending("level"), "\"level\" isn't a number from 1 to 4",
                hint: "Write 2 for the second level, or leave it out.")
        }
    }

    private func longText(_ root: JSONObject) throws -> String {
        let text = try text(root, "text")
        try checkLength(text, Self.maxText, .root.appending("text"))
        return text
    }

    private func language(_ root: JSONObject) throws -> String {
        let language = try text(root, "language")
        guard LanguageCodes.contains(language) else {
            throw failure(
                .field, .root.appending("language"), "\"\(shown(language))\" is not a language code",
                hint: "Use the two letters of ISO 639-1, such as fi, sv or en.")
        }
        return language
    }

    private func submittedOn(_ root: JSONObject) throws -> CalendarDay {
        let path = JSONPath.root.appending("submittedOn")
        let day = try self.day(try text(root, "submittedOn"), at: path)
        if let now, day > CalendarDay(of: now) {
            throw failure(
                .date, path, "the application is dated \(day), which lies in the future",
                hint: "Write the day on which it is handed in.")
        }
        return day
    }

    // MARK: Values

    func day(_ text: String, at path: JSONPath) throws -> CalendarDay {
        guard let day = try? CalendarDay(iso: text) else {
            throw failure(.date, path, "\"\(shown(text))\" is not a day", hint: "Write the day like 2026-05-29.")
        }
        return day
    }

    func text(_ object: JSONObject, _ field: String, at path: JSONPath = .root) throws -> String {
        guard let text = try optionalText(object, field, at: path) else { throw missing(field, from: path) }
        return text
    }

    func optionalText(_ object: JSONObject, _ field: String, at path: JSONPath = .root) throws -> String? {
        switch object[field] {
        case nil: return nil
        case .string(let text)?:
            guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
                throw failure(.field, path.appending(field), "\"\(field)\" is empty")
            }
            return text
        case let value?: throw wrongType(path.appending(field), value, "a text in quotation marks")
        }
    }

    func checkLength(_ text: String, _ most: Int, _ path: JSONPath) throws {
        guard text.utf8.count > most, text.count > most || text.utf8.count > 4 * most else { return }
        throw failure(.textLimit, path, "\(path) is longer than \(most) characters", hint: "Shorten it.")
    }

    func refuseUnknown(_ object: JSONObject, at path: JSONPath, known: [String]) throws {
        for name in object.names where !known.contains(where: { $0.hasSameBytes(as: name) }) {
            throw failure(
                .field, path.appending(name), "the field \"\(shown(name))\" isn't known",
                hint: NearestName.find(name, among: known.filter { object[$0] == nil }).map {
                    "Did you mean \"\($0)\"?"
                }
                    ?? "Known are: \(known.joined(separator: ", ")).")
        }
    }

    // MARK: Failures

    private func refuseIdentityCodes(_ application: BadgeApplication) throws {
        var texts: [(JSONPath, String?)] = [
            (.root.appending("text"), application.text),
            (.root.appending("applicant").appending("name"), application.applicant.name),
        ]
        for (place, piece) in application.evidence.enumerated() {
            let path = JSONPath.root.appending("evidence").appending(place)
            texts.append((path.appending("name"), piece.name))
            if case .url(let url) = piece.source { texts.append((path.appending("url"), url)) }
        }
        for case (let path, let text?) in texts where IdentityCode.occurs(in: text) { throw identityCode(path) }
    }

    private func identityCode(_ path: JSONPath) -> AwardError {
        AwardError(
            .identityCode, "In \(place(path)), \(path) has what looks like a Finnish personal identity code.",
            hint: "Take it out of the application; it is never needed here, and it is neither kept nor shown.")
    }

    func shown(_ text: String) -> String { UTF8Text.escapedForTerminal(String(text.prefix(60))) }

    private func place(_ path: JSONPath) -> String {
        guard let position = JSONLocator.position(of: path, in: bytes) else { return name }
        return "\(name), \(position)"
    }

    func failure(
        _ code: ApplicationError.Code, _ path: JSONPath, _ what: String, hint: String? = nil
    ) -> ApplicationError {
        ApplicationError(code, "In \(place(path)), \(what).", hint: hint, cause: path.description)
    }

    private func missing(_ field: String, from path: JSONPath = .root) -> ApplicationError {
        failure(.field, path, "the field \"\(field)\" is missing")
    }

    func wrongType(_ path: JSONPath, _ value: JSONValue, _ expected: String) -> ApplicationError {
        failure(.field, path, "\(path) is a \(value.kindName); \(expected) belongs there")
    }
}

extension BadgeApplication {
    package static let maxBytes = ApplicationReader.maxBytes

    /// - Parameter name: of the file, for messages, in quotation marks.
    /// - Throws: `JSONError`, `ApplicationError`, `AwardError` `row.identity-code`; none repeats what a person is told by.
    package init(reading bytes: [UInt8], named name: String, at now: Timestamp) throws {
        self = try ApplicationReader(bytes, name: name, now: now).read()
    }

    /// What the register holds.
    init(stored bytes: [UInt8]) throws(RegisterError) {
        do {
            self = try ApplicationReader(bytes, name: "the register", now: nil).read()
        } catch {
            throw RegisterError(
                .corrupt, "The register holds an application that can't be read.",
                hint: "Keep the file as it is and restore the newest backup beside it.",
                cause: (error as? any CodedError)?.codeText)
        }
    }
}
