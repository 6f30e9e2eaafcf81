import BadgeDefinitions
import Cryptography
import Encodings
import OpenBadges
import VerifiableCredentials

/// What recognition looks at in one credential, read once. The credential itself isn't kept: a run has thousands.
struct CredentialFacts: Sendable {
    let submitted: SubmittedCredential
    let key: CredentialKey?
    let achievementID: String?
    let achievement: AchievementKey?
    /// The badge's name, in the language it speaks.
    let name: String?
    /// The achieved level's ordinal; a badge that names none claims no more than the lowest.
    let level: Int
    /// The award's, else the definition's.
    let hours: DecimalHundredths
    let evidence: EvidenceStrength
    /// Hashes of evidence files.
    let digests: Set<[UInt8]>
    let skills: [String]
    let category: String?
    /// Codes of qualification units that a certificate confirms something of.
    let units: [String]
    let type: String?
    let isMilestone: Bool
    /// Ids of the awards that a milestone counted, when it lists them.
    let counted: [String]
    let validFrom: CalendarDay?
    /// The very moment, which tells the newer of two contents of one id.
    let validFromInstant: Timestamp?
    let validUntil: CalendarDay?
    let awarded: CalendarDay?
    /// Tells two credentials of one id apart.
    let payload: [UInt8]

    init(_ submitted: SubmittedCredential, catalogue: RecognitionCatalogue) {
        let json = submitted.credential ?? [:]
        let view = AchievementCredentialView(json)
        let dates = CredentialView(json)
        let badge = view.isAchievementCredential ? view.achievement : nil
        let definition = badge?.id.flatMap(catalogue.definition)
        self.submitted = submitted.withoutContent
        key = submitted.key
        achievementID = badge?.id
        achievement = badge?.id.map(AchievementKey.init)
        name = view.name
        level = view.outcome.level?.ordinal ?? 1
        hours = view.outcome.hours ?? badge.flatMap(Self.declaredHours) ?? definition?.hours ?? .zero
        evidence = EvidenceStrength.strongest(view.evidence.map(Self.strength))
        digests = Set(view.evidence.compactMap { $0.digestMultibase.map(Self.digest) })
        skills = badge?.alignments.compactMap(\.targetURL) ?? []
        category = definition?.category ?? badge?.fieldOfStudy
        type = badge?.achievementType
        units = Self.units(of: badge, results: view.subject?.results ?? [])
        isMilestone =
            type.map { $0.hasSameBytes(as: "LearningProgram") } ?? false
            || achievement.map { catalogue.pathway(ofMilestone: $0) != nil } ?? false
        counted = view.evidence.filter { $0.genre == Self.countedGenre }.compactMap(\.id)
        validFrom = dates.validFrom.map(CalendarDay.init(of:))
        validFromInstant = dates.validFrom
        validUntil = dates.validUntil.map(CalendarDay.init(of:))
        awarded = (view.awardedDate ?? dates.validFrom).map(CalendarDay.init(of:))
        payload = SHA256.hash(JCS.canonicalize(.object(json.removing("proof"))))
    }

    /// The id to show and to sort by; a file without one goes by its name.
    var shownID: String { key?.id ?? submitted.source }

    private static let countedGenre = "award"

    /// What the definition inside the badge says where the award says nothing.
    private static func declaredHours(_ achievement: Achievement) -> DecimalHundredths? {
        let found = achievement.resultDescriptions.filter { $0.resultType == OpenBadgesTerm.workloadHours }
        guard found.count == 1, let hours = found[0].requiredValue.flatMap({ DecimalHundredths($0) }) else {
            return nil
        }
        return hours.isNegative ? nil : hours
    }

    /// The kind that the evidence says it is; an address without a kind is a link.
    private static func strength(_ evidence: Evidence) -> EvidenceStrength {
        if let genre = evidence.genre { return EvidenceStrength(rawValue: genre) ?? .none }
        return evidence.id.map { $0.hasPrefix("https://") || $0.hasPrefix("http://") } ?? false ? .link : .none
    }

    /// The multihash's bytes, whatever base it is written in.
    private static func digest(_ text: String) -> [UInt8] { (try? Multibase.decode(text)) ?? Array(text.utf8) }

    /// The codes stand as alignments of the certificate, or of the requirements for which it has a result.
    private static func units(of badge: Achievement?, results: [AchievementResult]) -> [String] {
        guard let badge, badge.achievementType == "CertificateOfCompletion" else { return [] }
        let confirmed = badge.resultDescriptions.filter { description in
            results.contains { result in
                guard let id = result.resultDescription, let own = description.id else { return false }
                return id.hasSameBytes(as: own)
            }
        }
        return (badge.alignments + confirmed.flatMap(\.alignments)).compactMap(\.targetCode)
    }
}
