import Encodings

/// The `achievementType` of Open Badges 3.0 (§B.1 AchievementType): a word of its list or an extension `ext:…`.
package struct AchievementKind: Sendable, Hashable, LosslessStringConvertible {
    package let description: String

    package static let badge = AchievementKind(trusted: "Badge")
    package static let microCredential = AchievementKind(trusted: "MicroCredential")
    /// A milestone: the badge of a whole pathway.
    package static let learningProgram = AchievementKind(trusted: "LearningProgram")

    package init?(_ description: String) {
        guard Self.words.contains(where: { $0.hasSameBytes(as: description) }) || Self.isExtension(description) else {
            return nil
        }
        self.description = description
    }

    private init(trusted: String) { description = trusted }

    private static func isExtension(_ text: String) -> Bool {
        text.utf8.starts(with: "ext:".utf8) && text.utf8.count > 4
            && text.utf8.dropFirst(4).allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || ".-_".utf8.contains(byte)
            }
    }

    static let words = [
        "Achievement", "ApprenticeshipCertificate", "Assessment", "Assignment", "AssociateDegree", "Award", "Badge",
        "BachelorDegree", "Certificate", "CertificateOfCompletion", "Certification", "CommunityService", "Competency",
        "Course", "CoCurricular", "Degree", "Diploma", "DoctoralDegree", "Fieldwork", "GeneralEducationDevelopment",
        "JourneymanCertificate", "LearningProgram", "License", "Membership", "ProfessionalDoctorate",
        "QualityAssuranceCredential", "MasterCertificate", "MasterDegree", "MicroCredential", "ResearchDoctorate",
        "SecondarySchoolDiploma",
    ]
}
