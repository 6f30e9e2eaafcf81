internal import Encodings

/// A list of words that a property's value is taken from; most may be extended with words that begin `ext:`.
enum SchemaVocabulary: Int, CaseIterable, Sendable {
    case achievementType, identifierType, alignmentTargetType, resultType, resultStatus, associationType

    /// Whether the word is in the list, or the list is open and the word is an extension.
    func contains(_ word: String) -> Bool {
        if SchemaVocabulary.words[rawValue].contains(where: { $0.hasSameBytes(as: word) }) { return true }
        return self != .resultStatus && self != .associationType && SchemaText.isExtension(word)
    }

    private static let words: [[String]] = allCases.map(\.listedWords)

    private var listedWords: [String] {
        switch self {
        case .achievementType:
            [
                "Achievement", "ApprenticeshipCertificate", "Assessment", "Assignment", "AssociateDegree", "Award",
                "Badge", "BachelorDegree", "Certificate", "CertificateOfCompletion", "Certification",
                "CommunityService", "Competency", "Course", "CoCurricular", "Degree", "Diploma", "DoctoralDegree",
                "Fieldwork", "GeneralEducationDevelopment", "JourneymanCertificate", "LearningProgram", "License",
                "Membership", "ProfessionalDoctorate", "QualityAssuranceCredential", "MasterCertificate",
                "MasterDegree", "MicroCredential", "ResearchDoctorate", "SecondarySchoolDiploma",
            ]
        case .identifierType:
            [
                "name", "sourcedId", "systemId", "productId", "userName", "accountId", "emailAddress",
                "nationalIdentityNumber", "isbn", "issn", "lisSourcedId", "oneRosterSourcedId", "sisSourcedId",
                "ltiContextId", "ltiDeploymentId", "ltiToolId", "ltiPlatformId", "ltiUserId", "identifier",
            ]
        case .alignmentTargetType:
            [
                "ceasn:Competency", "ceterms:Credential", "CFItem", "CFRubric", "CFRubricCriterion",
                "CFRubricCriterionLevel", "CTDL",
            ]
        case .resultType:
            [
                "GradePointAverage", "LetterGrade", "Percent", "PerformanceLevel", "PredictedScore", "RawScore",
                "Result", "RubricCriterion", "RubricCriterionLevel", "RubricScore", "ScaledScore", "Status",
            ]
        case .resultStatus:
            ["Completed", "Enrolled", "Failed", "InProgress", "OnHold", "Provisional", "Withdrew"]
        case .associationType:
            [
                "exactMatchOf", "isChildOf", "isParentOf", "isPartOf", "isPeerOf", "isRelatedTo", "precedes",
                "replacedBy",
            ]
        }
    }
}
