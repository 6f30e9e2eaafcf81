/// Someone who earns badges, as far as the register must know them.
@dynamicMemberLookup
package struct Person: Sendable, Hashable {
    /// A UUID in lower case. It stays inside: no credential and no file name carries it.
    package let id: String
    /// What is printed on the learner's slip.
    package let passportNumber: PassportNumber
    package let details: PersonDetails

    package init(id: String, passportNumber: PassportNumber, details: PersonDetails) {
        self.id = id
        self.passportNumber = passportNumber
        self.details = details
    }

    /// `person.email` for `person.details.email`.
    package subscript<Value>(dynamicMember path: KeyPath<PersonDetails, Value>) -> Value { details[keyPath: path] }
}
