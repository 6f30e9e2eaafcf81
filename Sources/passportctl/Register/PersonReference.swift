import BadgeIssuer
import Encodings

/// A person of the register as people name them: an email address, a DID, a passport number, or the id there.
struct PersonReference {
    private let key: PersonKey

    /// - Throws: `AwardError` `row.email`, `row.learner`, `row.passport-number`, `row.identity-code`; the text itself isn't
    ///   repeated.
    init(_ text: String) throws {
        if text.utf8.count == 36, text.utf8.allSatisfy({ Base16.value($0) != nil || $0 == UInt8(ascii: "-") }) {
            key = .id(text.lowercased())
            return
        }
        let recipient = try AwardRequest.Recipient(to: text)
        if let email = recipient.email {
            key = .email(email)
        } else if let did = recipient.did {
            key = .did(did)
        } else if let number = recipient.passportNumber {
            key = .passportNumber(number)
        } else {
            throw UsageError(.value, "Nobody is named.", hint: "Give an email address, a DID or a passport number.")
        }
    }

    /// - Throws: `register.person-missing`.
    func person(in register: Register) throws -> Person {
        guard let person = try register.read({ try $0.person(key) }) else {
            throw RegisterError(
                .personMissing, "Nobody in the register is known by that.",
                hint: "`passportctl register list` shows who has badges here.")
        }
        return person
    }
}
