import BadgeDefinitions
package import Encodings
package import OpenBadges
import VerifiableCredentials

/// Turns a decision into a credential that the learner can keep: an Open Badge whose type also says
/// `ext:RecognitionDecision`. It is ready to be secured, and names the applicant only by salted hashes.
///
/// Credits stand as `creditsEarned`, since the institution grants them by its curriculum; each rule has a result for its
/// outcome and one for its credits, the officer's reasons stand beside, and the credentials it rests on are its evidence.
/// See [Open Badges 3.0 §B.1.2 AchievementCredential](https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential).
package struct DecisionComposer: Sendable {
    let decision: RecognitionDecision
    let grounds: DecisionGrounds
    /// The subject's id: the learner's DID, or a fresh `urn:uuid:`.
    let subjectID: String
    let identifiers: [IdentityObject]
    let language: ReportLanguage

    var rules: RecognitionRules { decision.recognitionCase.rules }

    package init(
        _ decision: RecognitionDecision, grounds: DecisionGrounds, subjectID: String, identifiers: [IdentityObject]
    ) {
        self.decision = decision
        self.grounds = grounds
        self.subjectID = subjectID
        self.identifiers = identifiers
        language = ReportLanguage(rawValue: decision.language) ?? .en
    }

    /// The credential without status and proof.
    package var credential: JSONObject {
        [
            "@context": [
                "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
            ],
            "id": .string(decision.id),
            "type": [
                .string(OpenBadgesTerm.verifiableCredential), .string(OpenBadgesTerm.openBadgeCredential),
                .string(OpenBadgesTerm.recognitionDecision),
            ],
            "name": .string(DecisionWords.name[language]),
            "issuer": .object(issuer),
            "validFrom": .string(decision.decided.wholeSeconds.description),
            "awardedDate": .string(decision.decidedOn.noonZ.description),
            "credentialSubject": .object(subject),
            "evidence": .array(credentialEvidence + groundEvidence),
        ]
    }

    private var issuer: JSONObject {
        var profile: JSONObject = [
            "id": .string(rules.institution.id), "type": [.string(OpenBadgesTerm.profile)],
            "name": .string(rules.institution.name.text(in: language.rawValue)),
        ]
        if let yTunnus = rules.institution.yTunnus {
            profile["otherIdentifier"] = [
                [
                    "type": .string(OpenBadgesTerm.identifierEntry), "identifier": .string(yTunnus),
                    "identifierType": .string(OpenBadgesTerm.yTunnus),
                ]
            ]
        }
        return profile
    }

    private var subject: JSONObject {
        var subject: JSONObject = [
            "id": .string(subjectID), "type": [.string(OpenBadgesTerm.achievementSubject)],
        ]
        if !identifiers.isEmpty { subject["identifier"] = .array(identifiers.map { .object($0.json) }) }
        if let number = JSONNumber(text: decision.total.description) { subject["creditsEarned"] = .number(number) }
        subject["narrative"] = .string(narrative)
        subject["achievement"] = .object(achievement)
        subject["result"] = .array(results.map(\.result))
        return subject
    }

    // MARK: The achievement

    /// `<institution>/recognition/<rule file>/v<version>`.
    var achievementID: String {
        let base = rules.institution.id
        return "\(base.hasSuffix("/") ? String(base.dropLast()) : base)/recognition/\(rules.id)/v\(rules.version)"
    }

    private var achievement: JSONObject {
        var achievement: JSONObject = [
            "id": .string(achievementID), "type": [.string(OpenBadgesTerm.achievement)], "achievementType": "Course",
            "name": .string(DecisionWords.name[language]),
            "description": .string(
                DecisionWords.description.filled(
                    [
                        "institution": rules.institution.name.text(in: language.rawValue), "rules": rules.id,
                        "version": "\(rules.version)",
                    ], in: language)),
            "criteria": ["narrative": .string(DecisionWords.criteria[language])],
            "inLanguage": .string(language.rawValue), "version": .string("\(rules.version)"),
        ]
        // ECTS has an address in the European Commission's list of credit systems.
        if rules.creditUnit == .op {
            achievement["alignment"] = [
                [
                    "type": [.string(OpenBadgesTerm.alignment)], "targetName": "ECTS",
                    "targetUrl": .string(OpenBadgesTerm.ectsCredit),
                    "targetType": .string(OpenBadgesTerm.creditUnit), "targetCode": "op",
                ]
            ]
        }
        achievement["resultDescription"] = .array(results.map(\.description))
        return achievement
    }

    // MARK: In words

    /// The decision as its reader needs it: what is given for what, why it was changed, and how to appeal.
    private var narrative: String {
        let unit = RecognitionWords.unit(rules.creditUnit)[language]
        var lines = decision.grants.filter { $0.credits > .zero || $0.amendment != nil }.map { grant in
            var values = [
                "course": grant.outcome.rule.target.name.text(in: language.rawValue),
                "credits": RecognitionWords.number(grant.credits, in: language), "unit": unit,
            ]
            values["reason"] = grant.amendment?.reason
            return DecisionWords.granted.filled(values, in: language)
        }
        lines.append(
            DecisionWords.total.filled(
                [
                    "credits": RecognitionWords.number(decision.total, in: language), "unit": unit,
                    "applied": LocalizedText.day(decision.recognitionCase.applied.noonZ, in: language),
                ], in: language))
        if let appeal = rules.appeal {
            lines.append(RecognitionWords.appeal.filled(["days": "\(appeal.days)", "to": appeal.to], in: language))
        }
        return lines.map { "- \($0)" }.joined(separator: "\n")
    }
}
