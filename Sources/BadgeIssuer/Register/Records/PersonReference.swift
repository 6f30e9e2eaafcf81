import Encodings
import VerifiableCredentials

/// A person as people name one: by passport number, email address, DID, student id or the register's own id.
package struct PersonReference: Sendable, Hashable {
    /// The ways to look it up, in the order in which they are tried.
    let keys: [PersonKey]
    /// The same, as the erasure journal knows those who are gone.
    let identifiers: [PersonIdentifier]
    /// The register's own id, when it can be one.
    let personID: String?

    /// - Throws: `AwardError` `row.identity-code`; the text isn't repeated.
    package init(_ text: String) throws(AwardError) {
        guard !IdentityCode.occurs(in: text) else {
            throw AwardError(
                .identityCode, "What was given as the person looks like a Finnish personal identity code.",
                hint: "Use a passport number, an email address, a student id, a DID or the register's id.")
        }
        var keys: [PersonKey] = []
        var identifiers: [PersonIdentifier] = []
        if let number = PassportNumber(text) {
            keys.append(.passportNumber(number))
            identifiers.append(.init(.passportNumber, number.description))
        }
        if text.hasPrefix("did:"), let did = PersonalText.stored(text) {
            keys.append(.did(did))
            identifiers.append(.init(.did, did))
        } else if text.contains("@"), let email = PersonalText.email(text) {
            keys.append(.email(email))
            identifiers.append(.init(.email, email))
        }
        personID = Self.isUUID(text) ? text.lowercased() : nil
        if let personID { keys.append(.id(personID)) }
        if let studentID = PersonalText.stored(text) {
            keys.append(.studentID(studentID))
            identifiers.append(.init(.studentID, studentID))
        }
        self.keys = keys
        self.identifiers = identifiers
    }

    private static func isUUID(_ text: String) -> Bool {
        text.utf8.count == 36
            && text.utf8.enumerated().allSatisfy { place, byte in
                [8, 13, 18, 23].contains(place) ? byte == UInt8(ascii: "-") : isHexDigit(byte)
            }
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}

extension RegisterReader {
    /// The person that a reference means; nothing when there is none.
    package func person(_ reference: PersonReference) throws(RegisterError) -> Person? {
        for key in reference.keys { if let person = try person(key) { return person } }
        return nil
    }
}
