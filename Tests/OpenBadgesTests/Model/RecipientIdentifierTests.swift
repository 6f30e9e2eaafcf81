import Encodings
import OpenBadges
import Testing

@Suite("Whose badge it is")
struct RecipientIdentifierTests {
    private func answer(_ text: String, _ subject: JSONObject) -> RecipientIdentifier.Answer {
        RecipientIdentifier(text).compare(with: AchievementSubject(subject))
    }

    private func subject(_ identities: IdentityObject..., id: String = "urn:uuid:1") -> JSONObject {
        ["id": .string(id), "identifier": .array(identities.map { .object($0.json) })]
    }

    let email = IdentityObject.hashed("anna@example.com", as: .emailAddress, salt: "1")
    let number = IdentityObject.hashed("7K2M-01QX-9ZTA-B", as: .passportNumber, salt: "2")

    @Test("An address among several identifiers is found, and how it was found is told")
    func found() {
        #expect(answer("anna@example.com", subject(number, email)) == .named(.emailAddress, normalised: false))
        #expect(answer("Anna@Example.com", subject(number, email)) == .named(.emailAddress, normalised: true))
        #expect(answer("7k2m01qx9ztab", subject(email, number)) == .named(.passportNumber, normalised: true))
    }

    @Test("Another of the same kind is different; none of the kind is nothing to compare")
    func notFound() {
        #expect(answer("eve@example.com", subject(email)) == .different)
        #expect(answer("eve@example.com", subject(number)) == .nothingToCompare)
        #expect(answer("0000-0000-0000-0", subject(email)) == .nothingToCompare)
        #expect(answer("0000-0000-0000-0", subject(number)) == .different)
        #expect(answer("Anna", subject(email, number)) == .nothingToCompare)
        #expect(answer("Anna", subject()) == .nothingToCompare)
    }

    @Test("A hash that can't be computed decides nothing")
    func unsupported() {
        let md5 = IdentityObject(identityType: .emailAddress, identityHash: "md5$00", isHashed: true, salt: nil)
        #expect(answer("anna@example.com", subject(md5)) == .nothingToCompare)
        #expect(answer("anna@example.com", subject(md5, email)) == .named(.emailAddress, normalised: false))
    }

    @Test("A DID is the subject's id or another; beside a urn there is nothing to compare")
    func did() {
        #expect(answer("did:key:zA", subject(id: "did:key:zA")) == .subjectID)
        #expect(answer("did:key:zB", subject(id: "did:key:zA")) == .different)
        #expect(answer("did:key:zA", subject(email)) == .nothingToCompare)
    }

    @Test("A name in an older badge is compared with a typed name")
    func name() {
        let name = IdentityObject(identityType: .name, identityHash: "Sam Smith", isHashed: false, salt: nil)
        #expect(answer("Sam Smith", subject(name)) == .named(.name, normalised: false))
        #expect(answer("Sam", subject(name)) == .different)
    }
}
