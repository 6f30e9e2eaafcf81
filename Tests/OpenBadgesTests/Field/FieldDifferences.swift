import OpenBadges
import TestSupport
import VerifiableCredentials

/// Files of which we say something else than their labels call for, each with the reason.
enum FieldDifferences {
    struct Difference: Sendable {
        let verdict: Verdict
        /// The answer that decides.
        let code: VerificationCode
        let reason: String
    }

    static let files: [String: Difference] = [
        "1edtech-validator ob30/simple-eddsa-2022.json": Difference(
            verdict: .undetermined, code: .proofUnsupported,
            reason:
                "Data Integrity EdDSA Cryptosuites 1.0 §3 has the suites eddsa-rdfc-2022 and eddsa-jcs-2022; eddsa-2022"
                + " is the name of a draft, and the reference validator warns of it, too"),
        "1edtech-validator ob30/sd/derivedcredential.json": Difference(
            verdict: .undetermined, code: .validityNotShown,
            reason:
                "Data Integrity ECDSA Cryptosuites 1.0 §3.6: the holder chooses what is disclosed, and neither an end"
                + " nor a status is; that there was none can't be told from that it was left out"),
        "1edtech-validator ob30/simple-context-version.json": Difference(
            verdict: .valid, code: .contextsOK,
            reason: "context-3.0.2.json is a published version of Open Badges 3.0 and has every word of the badge; the"
                + " reference validator asks for the newest one, which no section of the standard does"),
        "1edtech-validator ob30/simple-err-proof-method-unknown-scheme.json": Difference(
            verdict: .undetermined, code: .keyUnavailable,
            reason: "Controlled Identifiers 1.0 §3.3 asks of a verification method's name that it is a URL, which"
                + " xxx:z6Mk… is; that the method can't be found leaves the signature unchecked and not false"),
        "1edtech-validator ob30/simple-err-proof-method.json": Difference(
            verdict: .undetermined, code: .keyUnavailable,
            reason:
                "the method's fragment is no key that anybody could pin; Data Integrity 1.0 §4.4: a method that can't"
                + " be retrieved leaves the proof unverified"),
        "1edtech-validator ob30/velocity.jwt": Difference(
            verdict: .undetermined, code: .keyUnavailable,
            reason:
                "its key stands in a did:velocity document and its words in a context of the network's own, neither of"
                + " which is at hand; the reference outcome comes from the network"),
        "1edtech-validator clr20/simple.jwt": Difference(
            verdict: .undetermined, code: .contextsUnknown,
            reason:
                "the signature fits the key in the header, once that is pinned; but the context is that of a draft of"
                + " CLR 2.0, which is published no more, and JSON-LD 1.1 §3.1 gives words their meaning by contexts"),
        "signed-credentials waltid-openbadgecredential_sample.signed": Difference(
            verdict: .invalid, code: .claimsJWT,
            reason: "VC Data Model 1.1 §6.3.1: iss MUST represent the issuer property; here they are two DIDs"),
    ]

    /// Why badges of the field don't keep the schema that 1EdTech publishes: the place and what is due there.
    ///
    /// Each names the class of Open Badges 3.0, appendix B (data models), from which the schemas are made.
    static let schema: [String: String] = [
        "$.issuer.image schema.kind": "Profile: image is an Image, an object with an id",
        "$.issuer.image.type schema.type": "Image: its type is the one word Image",
        "$.issuer schema.kind": "AchievementCredential, under VC Data Model 1.1: issuer is a Profile",
        "$.credentialSubject.achievement.achievementType schema.vocabulary":
            "AchievementType: a listed word, or one of one's own that begins with ext:",
        "$.credentialSubject.achievement.image schema.kind": "Achievement: image is an Image",
        "$.credentialSubject.achievement schema.missing": "AchievementSubject: achievement is required",
        "$.credentialSubject.achievement.creator.endorsement[0].id schema.missing":
            "EndorsementCredential, under VC Data Model 1.1: id is required",
        "$.validFrom schema.missing": "AchievementCredential: validFrom is required",
        "$.name schema.missing": "AchievementCredential, under VC Data Model 1.1: name is required",
        "$.issuer.type schema.missing": "Profile: type is required",
        "$.issuer.type schema.type": "Profile: type must contain Profile",
        "$.issuer.parentOrg.type schema.type": "Profile: type must contain Profile",
        "$.issuer.otherIdentifier[0].type schema.type": "IdentifierEntry: its type is that one word",
        "$.credentialSubject.type schema.missing": "AchievementSubject: type is required",
    ]
}
