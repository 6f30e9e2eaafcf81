/// What a school may know of a learner; everything may be missing.
///
/// Never a personal identity code, health, benefits, nationality or gender.
package struct PersonDetails: Sendable, Hashable {
    package var name: String?
    package var givenName: String?
    package var familyName: String?
    /// Stored trimmed, in NFC and lower case; unique in the register.
    package var email: String?
    /// The school's own id of the student; unique in the register, and never in a credential.
    package var studentID: String?
    /// The learner's own `did:key`, once bound.
    package var did: String?
    /// The language to write to the person in, ISO 639-1.
    package var language: String?

    package init(
        name: String? = nil, givenName: String? = nil, familyName: String? = nil, email: String? = nil,
        studentID: String? = nil, did: String? = nil, language: String? = nil
    ) {
        self.name = name
        self.givenName = givenName
        self.familyName = familyName
        self.email = email
        self.studentID = studentID
        self.did = did
        self.language = language
    }

    /// In the spelling in which the register stores and compares them; empty texts become missing.
    package var normalised: PersonDetails {
        PersonDetails(
            name: name.flatMap(PersonalText.stored), givenName: givenName.flatMap(PersonalText.stored),
            familyName: familyName.flatMap(PersonalText.stored), email: email.flatMap(PersonalText.email),
            studentID: studentID.flatMap(PersonalText.stored), did: did.flatMap(PersonalText.stored),
            language: language.flatMap(PersonalText.email))
    }

    /// These details, with the other's where these are missing.
    package func filled(from other: PersonDetails) -> PersonDetails {
        PersonDetails(
            name: name ?? other.name, givenName: givenName ?? other.givenName,
            familyName: familyName ?? other.familyName, email: email ?? other.email,
            studentID: studentID ?? other.studentID, did: did ?? other.did, language: language ?? other.language)
    }
}
