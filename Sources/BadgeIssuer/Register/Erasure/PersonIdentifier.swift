import Encodings

/// One thing by which a person is found, in the register's spelling.
package struct PersonIdentifier: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case email
        case studentID = "student-id"
        case passportNumber = "passport-number"
        case did
        /// Only of those who have no email address, as they alone are found by it.
        case name
    }

    package let kind: Kind
    package let value: String

    package init(_ kind: Kind, _ value: String) {
        self.kind = kind
        self.value = value
    }
}

extension Person {
    /// All by which old lists could name the person.
    var identifiers: [PersonIdentifier] {
        var identifiers = [PersonIdentifier(.passportNumber, passportNumber.description)]
        if let email = details.email { identifiers.append(.init(.email, email)) }
        if let studentID = details.studentID { identifiers.append(.init(.studentID, studentID)) }
        if let did = details.did { identifiers.append(.init(.did, did)) }
        let name = PersonalText.nameKey(
            name: details.name, givenName: details.givenName, familyName: details.familyName)
        if details.email == nil, let name { identifiers.append(.init(.name, name)) }
        return identifiers
    }
}

extension AwardRequest.Recipient {
    /// All by which the request names its learner; a name alone counts only where nothing else does.
    var identifiers: [PersonIdentifier] {
        let details = details(language: nil)
        var identifiers: [PersonIdentifier] = []
        if let passportNumber { identifiers.append(.init(.passportNumber, passportNumber.description)) }
        if let email = details.email { identifiers.append(.init(.email, email)) }
        if let studentID = details.studentID { identifiers.append(.init(.studentID, studentID)) }
        if let did = details.did { identifiers.append(.init(.did, did)) }
        if !hasIdentifier, let nameKey { identifiers.append(.init(.name, nameKey)) }
        return identifiers
    }
}
