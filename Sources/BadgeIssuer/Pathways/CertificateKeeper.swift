package import BadgeDefinitions
import Cryptography
package import Encodings

/// Notes certificates of competence that learners show, for pathways that ask for one.
///
/// Of the certificate only its id, its issuer, its digest and the number of its items are kept.
package struct CertificateKeeper: Sendable {
    /// A reference to the member of staff, no name.
    private let who: String?

    package init(who: String? = nil) { self.who = who }

    /// - Parameters:
    ///   - credential: a certificate that was verified and found to be this person's.
    ///   - bytes: its file.
    /// - Throws: `PathwayError` `pathway.certificate` for another kind of credential; `RegisterError`.
    @discardableResult
    package func record(
        _ credential: JSONObject, bytes: [UInt8], of person: Person, in register: Register, at now: Timestamp
    ) throws -> CountedCertificate {
        guard let certificate = CountedCertificate(credential: credential),
            let issuer = credential["issuer"]?.stringValue ?? credential["issuer"]?["id"]?.stringValue
        else {
            throw PathwayError(
                .certificate, "The file is a credential, but no certificate of competence.",
                hint: "Such a certificate is of the type \(CountedCertificate.achievementType).")
        }
        let now = now.wholeSeconds
        return try register.write { transaction in
            try transaction.recordCertificate(
                certificate, issuer: issuer, sha256: SHA256.hash(bytes), of: person.id, at: now)
            var generator = SystemRandom()
            // The certificate's id is a stranger's text and stays out of the trail.
            try transaction.appendAudit(
                .certificateShown, who: who, persons: [person.id], at: now, using: &generator)
            return certificate
        }
    }
}
