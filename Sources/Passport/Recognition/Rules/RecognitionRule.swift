package import BadgeDefinitions
package import Encodings

/// One rule by which an institution turns badges into credits.
package struct RecognitionRule: Sendable, Hashable {
    /// What the credits are given for.
    package struct Target: Sendable, Hashable {
        /// The course's code.
        package let code: String
        package let name: LanguageMap
        /// The course's extent: no more than that is ever given.
        package let credits: DecimalHundredths
    }

    package enum Mode: String, Sendable, CaseIterable {
        /// In place of a named course of the same content and level.
        case substitution
        /// Into studies of free content.
        case inclusion
    }

    package enum Grant: String, Sendable, CaseIterable {
        /// The target's credits or nothing.
        case full
        /// As many steps as the hours make.
        case byHours
    }

    package enum Decision: String, Sendable, CaseIterable {
        /// Granted when met.
        case auto
        /// Proposed when met; an officer decides.
        case officer
    }

    package let id: String
    package let target: Target
    package let mode: Mode
    /// The name of a limit under `caps.groups`; one that isn't there has no limit of its own.
    package let capGroup: String?
    package let grant: Grant
    /// Whether a part may be granted where the room isn't enough for all.
    package let isPartial: Bool
    /// What the hours of the credentials must sum up to.
    package let minHours: DecimalHundredths
    /// What evidence is needed where a leaf doesn't say; `nil` is the file's default.
    package let evidence: EvidenceStrength?
    package let requires: RecognitionRequirement
    package let decision: Decision
}

/// A rule by which credits and milestones open a study place.
package struct AdmissionRule: Sendable, Hashable {
    package let id: String
    package let programme: LanguageMap
    package let requires: RecognitionRequirement
}
