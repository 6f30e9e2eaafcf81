package import BadgeDefinitions
package import Encodings

/// An institution's rules for recognising prior learning, `passport.recognition-rules/1`: a file, read and found to be
/// right. Made by `RecognitionRulesReader`.
package struct RecognitionRules: Sendable, Hashable {
    package struct Institution: Sendable, Hashable {
        package let name: LanguageMap
        /// A DID or URL.
        package let id: String
        package let yTunnus: String?
    }

    /// What holds where a rule or a leaf doesn't say otherwise.
    package struct Defaults: Sendable, Hashable {
        /// A credential of this age in months or older doesn't count; `nil` is no limit.
        package let maxAgeMonths: Int?
        package let minLevel: Int
        package let evidence: EvidenceStrength
        /// Days after which a status list says nothing any more.
        package let maxStatusAgeDays: Int
        package let acceptExpired: Bool
    }

    /// How many credits are given at most; `nil` is no limit.
    package struct Caps: Sendable, Hashable {
        package let total: DecimalHundredths?
        package let groups: [Group]

        package struct Group: Sendable, Hashable {
            package let name: String
            package let credits: DecimalHundredths
        }

        package func group(_ name: String) -> DecimalHundredths? {
            groups.first { $0.name.hasSameBytes(as: name) }?.credits
        }
    }

    /// How the decision can be challenged.
    package struct Appeal: Sendable, Hashable {
        package let days: Int
        package let to: String
    }

    package let id: String
    package let version: Int
    package let institution: Institution
    /// The first and last day of application for which the rules hold; `nil` is no end.
    package let validFrom: CalendarDay?
    package let validUntil: CalendarDay?
    /// What the slugs in the rules are read under; ends in `/`.
    package let badgeBase: String
    package let creditUnit: CreditExtent.Unit
    package let hoursPerCredit: DecimalHundredths
    /// The smallest number of credits by hours.
    package let step: DecimalHundredths
    package let trustedIssuers: [String]
    package let defaults: Defaults
    /// Achievement types that are never credited, such as the diploma that gave admission.
    package let excludeTypes: [String]
    package let caps: Caps
    /// In the order in which they are tried.
    package let rules: [RecognitionRule]
    package let directAdmission: [AdmissionRule]
    package let appeal: Appeal?
    /// The file as it was read, so that a case can keep the rules that it was judged by.
    package let bytes: [UInt8]
    /// SHA-256 of the file's bytes.
    package let sha256: [UInt8]

    /// Days after which a list that the applicant handed over says nothing: holders choose which list they hand over.
    package var maxHolderStatusAgeDays: Int { min(defaults.maxStatusAgeDays, 7) }

    package func rule(_ id: String) -> RecognitionRule? { rules.first { $0.id.hasSameBytes(as: id) } }

    package func isTrusted(_ issuer: String) -> Bool { trustedIssuers.contains { $0.hasSameBytes(as: issuer) } }

    /// The credits that so many hours make: whole steps, never rounded up.
    package func credits(forHours hours: DecimalHundredths) -> DecimalHundredths {
        // A person has lived no more hours than that, and the product below fits.
        let counted = min(max(hours.hundredths, 0), 1_000_000_000_00)
        let steps = counted * 100 / (hoursPerCredit.hundredths * step.hundredths)
        return DecimalHundredths(hundredths: steps * step.hundredths)
    }

    /// The part of a room that whole steps fill.
    package func wholeSteps(in room: DecimalHundredths) -> DecimalHundredths {
        DecimalHundredths(hundredths: max(room.hundredths, 0) / step.hundredths * step.hundredths)
    }

    /// - Throws: `RecognitionError` `recognition.rules-not-in-force` when the rules don't hold for that application.
    package func checkInForce(on applied: CalendarDay) throws(RecognitionError) {
        let isEarly = validFrom.map { applied < $0 } ?? false
        guard isEarly || (validUntil.map { $0 < applied } ?? false) else { return }
        let edge = isEarly ? "only from \(validFrom?.description ?? "")" : "only until \(validUntil?.description ?? "")"
        throw RecognitionError(
            .notInForce,
            "The recognition rules \"\(id)\" hold \(edge), and the application is of \(applied).",
            hint: "Take the rule file of that time, or give the right day of application.")
    }
}
