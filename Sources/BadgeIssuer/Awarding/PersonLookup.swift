import Encodings

/// Finds whose a row is: by passport number, student id or email, else by a name that is unique
/// among those without an email address.
struct PersonLookup {
    let reader: RegisterReader
    /// Those who were erased, and whom no list brings back; none where they are meant to come back.
    let erased: ErasedIdentifiers

    enum Answer {
        /// Somebody in the register, who may gain what it doesn't know of them yet.
        case known(Person)
        /// Somebody new.
        case new
        case refused(AwardFinding)
    }

    func find(_ recipient: AwardRequest.Recipient, row: Int?) throws(RegisterError) -> Answer {
        func refused(
            _ field: AwardField, _ code: AwardError.Code, _ message: String, _ hint: String? = nil
        ) -> Answer {
            .refused(AwardFinding(row: row, field: field, code, message, hint: hint))
        }
        var found: Person?
        for (field, key) in recipient.keys {
            guard let person = try reader.person(key) else {
                guard !erased.contains(recipient) else { return .refused(.erasedPerson(row)) }
                // What names a person of this register only can't belong to a new one.
                switch field {
                case .passportNumber:
                    return refused(
                        field, .passportNumber, "Nobody in the register has this passport number.",
                        "Check it against the slip; for a new learner leave it empty, and one is given.")
                case .learner where recipient.personID != nil:
                    return refused(field, .learner, "Nobody in the register has this id.")
                default: continue
                }
            }
            if let found, found.id != person.id { return Self.conflict(row, field) }
            found = person
        }
        if let found {
            guard let field = recipient.fieldConflicting(with: found.details) else { return .known(found) }
            return Self.conflict(row, field)
        }
        guard !recipient.hasIdentifier, let name = recipient.nameKey else { return .new }
        let namesakes = try reader.emaillessPersons(named: name)
        guard namesakes.count < 2 else { return .refused(.namesake(row)) }
        if let namesake = namesakes.first { return .known(namesake) }
        return erased.contains(recipient) ? .refused(.erasedPerson(row)) : .new
    }

    private static func conflict(_ row: Int?, _ field: AwardField) -> Answer {
        .refused(
            AwardFinding(
                row: row, field: field, .identifierConflict,
                "The row's identifiers don't belong to one and the same person.",
                hint: "Compare them with the register; leave out the one that is wrong."))
    }
}

/// The rows of one file by the people they mean, for what can only be seen when they lie side by side.
struct FilePeople {
    private var rowsOfName: [String: Int] = [:]
    private var groups: [Identity: Int] = [:]
    private var details: [PersonDetails] = []

    private enum Identity: Hashable {
        case person(String)
        case email(String)
        case studentID(String)
        case did(String)
        case name(String)
    }

    init(_ requests: [AwardRequest]) {
        for request in requests {
            if let name = request.recipient.nameKey { rowsOfName[name, default: 0] += 1 }
        }
    }

    /// Whether the row says only a name, and other rows say the same one.
    func isNamesake(_ recipient: AwardRequest.Recipient) -> Bool {
        guard !recipient.hasIdentifier, let name = recipient.nameKey else { return false }
        return rowsOfName[name, default: 0] > 1
    }

    /// A number for the person, the same for each of their rows; nothing when this row contradicts an earlier one.
    mutating func number(of recipient: AwardRequest.Recipient, known: Person?) -> Int? {
        let own = recipient.details(language: nil)
        var identities: [Identity] = []
        if let known { identities.append(.person(known.id)) }
        if let email = own.email { identities.append(.email(email)) }
        if let studentID = own.studentID { identities.append(.studentID(studentID)) }
        if let did = own.did { identities.append(.did(did)) }
        if identities.isEmpty, let name = recipient.nameKey { identities.append(.name(name)) }

        let met = Set(identities.compactMap { groups[$0] })
        guard met.count < 2 else { return nil }
        let number = met.first ?? details.count
        if number == details.count { details.append(PersonDetails()) }
        guard recipient.fieldConflicting(with: details[number]) == nil else { return nil }
        details[number] = details[number].filled(from: known.map { own.filled(from: $0.details) } ?? own)
        for identity in identities { groups[identity] = number }
        return number
    }
}

extension AwardRequest.Recipient {
    /// By what the register can find the person, with the field that says it.
    fileprivate var keys: [(AwardField, PersonKey)] {
        var keys: [(AwardField, PersonKey)] = []
        if let personID { keys.append((.learner, .id(personID))) }
        if let passportNumber { keys.append((.passportNumber, .passportNumber(passportNumber))) }
        if let did { keys.append((.learner, .did(did))) }
        if let studentID { keys.append((.studentID, .studentID(studentID))) }
        if let email { keys.append((.email, .email(email))) }
        return keys
    }

    /// The first identifier that somebody with these details has otherwise.
    fileprivate func fieldConflicting(with known: PersonDetails) -> AwardField? {
        let own = details(language: nil)
        let pairs: [(AwardField, String?, String?)] = [
            (.email, own.email, known.email), (.studentID, own.studentID, known.studentID),
            (.learner, own.did, known.did),
        ]
        for case (let field, let mine?, let theirs?) in pairs where !mine.hasSameBytes(as: theirs) { return field }
        return nil
    }
}

extension AwardFinding {
    static func erasedPerson(_ row: Int?) -> AwardFinding {
        AwardFinding(
            row: row, .erasedPerson, "The learner was erased from the register, and an older list doesn't undo that.",
            hint: "Leave the row out. If the learner came back and wants the badge, add --force.")
    }

    static func namesake(_ row: Int?) -> AwardFinding {
        AwardFinding(
            row: row, field: .name, .namesake, "There are several learners of this name, and nothing tells them apart.",
            hint: "Add an email address, a student id or a passport number to each of them.")
    }
}
