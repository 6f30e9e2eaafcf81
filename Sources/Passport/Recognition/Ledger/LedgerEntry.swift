package import Encodings

/// One line of the ledger: a credential that a decision has used, or a decision that was overturned.
package enum LedgerLine: Sendable, Hashable {
    case used(LedgerEntry)
    /// What the decision used is free again.
    case freed(decision: String, on: CalendarDay)
}

/// A credential that a decision has turned into credits.
package struct LedgerEntry: Sendable, Hashable {
    /// The institution's DID or URL: each counts for itself.
    package let institution: String
    package let applicant: String
    package let credential: CredentialKey
    /// The achievement's id, in the version of the credential.
    package let achievement: String?
    /// Ids of the earlier credentials that this one corrected: the chain counts once.
    package let replaces: [String]
    package let decision: String
    package let consumedOn: CalendarDay

    package init(
        institution: String, applicant: String, credential: CredentialKey, achievement: String?,
        replaces: [String] = [],
        decision: String, consumedOn: CalendarDay
    ) {
        self.institution = institution
        self.applicant = applicant
        self.credential = credential
        self.achievement = achievement
        self.replaces = replaces
        self.decision = decision
        self.consumedOn = consumedOn
    }
}

extension LedgerLine {
    package static let format = "passport.recognition-ledger/1"

    /// The line as JSON, without white space.
    package var json: JSONObject {
        switch self {
        case .used(let entry):
            var object: JSONObject = [
                "format": .string(Self.format), "institution": .string(entry.institution),
                "applicant": .string(entry.applicant), "issuer": .string(entry.credential.issuer),
                "credential": .string(entry.credential.id),
            ]
            if let achievement = entry.achievement { object["achievement"] = .string(achievement) }
            if !entry.replaces.isEmpty { object["replaces"] = .array(entry.replaces.map { .string($0) }) }
            object["decision"] = .string(entry.decision)
            object["consumedOn"] = .string(entry.consumedOn.description)
            return object
        case .freed(let decision, let day):
            return [
                "format": .string(Self.format), "freed": .string(decision), "freedOn": .string(day.description),
            ]
        }
    }

    /// - Returns: the line, or what is the matter with it.
    static func read(_ json: JSONValue) -> Result<LedgerLine, LedgerFlaw> {
        guard let object = json.objectValue else { return .failure(LedgerFlaw("it is no object in { }")) }
        guard object["format"]?.stringValue.map({ $0.hasSameBytes(as: format) }) ?? false else {
            return .failure(LedgerFlaw("its format is not \"\(format)\""))
        }
        do throws(LedgerFlaw) {
            if object["freed"] != nil {
                try check(object, names: ["format", "freed", "freedOn"])
                return .success(.freed(decision: try text("freed", object), on: try day("freedOn", object)))
            }
            try check(
                object,
                names: [
                    "format", "institution", "applicant", "issuer", "credential", "achievement", "replaces", "decision",
                    "consumedOn",
                ])
            let replaces = object["replaces"]?.arrayValue ?? []
            guard object["replaces"].map({ $0.arrayValue != nil }) ?? true,
                replaces.allSatisfy({ $0.stringValue != nil })
            else { throw LedgerFlaw("\"replaces\" is no list of texts") }
            return .success(
                .used(
                    LedgerEntry(
                        institution: try text("institution", object), applicant: try text("applicant", object),
                        credential: CredentialKey(
                            issuer: try text("issuer", object), id: try text("credential", object)),
                        achievement: object["achievement"] == nil ? nil : try text("achievement", object),
                        replaces: replaces.compactMap(\.stringValue), decision: try text("decision", object),
                        consumedOn: try day("consumedOn", object))))
        } catch {
            return .failure(error)
        }
    }

    private static func check(_ object: JSONObject, names: [String]) throws(LedgerFlaw) {
        for name in object.names where !names.contains(where: { $0.hasSameBytes(as: name) }) {
            throw LedgerFlaw("the field \"\(RuleFields.quoted(name))\" isn't known")
        }
    }

    private static func text(_ name: String, _ object: JSONObject) throws(LedgerFlaw) -> String {
        guard let text = object[name]?.stringValue, !text.isEmpty else { throw LedgerFlaw("\"\(name)\" is no text") }
        return text
    }

    private static func day(_ name: String, _ object: JSONObject) throws(LedgerFlaw) -> CalendarDay {
        guard let day = CalendarDay(try text(name, object)) else {
            throw LedgerFlaw("\"\(name)\" is no day like 2026-05-29")
        }
        return day
    }
}

/// What is the matter with a line, as the end of a sentence.
struct LedgerFlaw: Error {
    let what: String

    init(_ what: String) { self.what = what }
}
