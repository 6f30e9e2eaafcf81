/// Words that badges are written with: types, and the extensions (`ext:`) that we add to open vocabularies.
public enum OpenBadgesTerm {
    // MARK: Types

    public static let verifiableCredential = "VerifiableCredential"
    /// The type of a badge; `achievementCredential` means the same and is only read.
    public static let openBadgeCredential = "OpenBadgeCredential"
    public static let achievementCredential = "AchievementCredential"
    public static let endorsementCredential = "EndorsementCredential"
    /// The type of a learner record of CLR 2.0.
    public static let clrCredential = "ClrCredential"
    public static let achievementSubject = "AchievementSubject"
    public static let achievement = "Achievement"
    public static let profile = "Profile"
    public static let identityObject = "IdentityObject"
    public static let identifierEntry = "IdentifierEntry"
    public static let image = "Image"
    public static let evidence = "Evidence"
    public static let alignment = "Alignment"
    public static let related = "Related"
    public static let result = "Result"
    public static let resultDescription = "ResultDescription"
    public static let rubricCriterionLevel = "RubricCriterionLevel"

    // MARK: The schema that a badge names

    public static let schemaType = "1EdTechJsonSchemaValidator2019"
    public static let achievementCredentialSchemaURL =
        "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"

    // MARK: Extension words

    /// `resultType` of the hours that the badge stands for.
    public static let workloadHours = "ext:WorkloadHours"
    /// `resultType` of credits that nobody has granted.
    public static let indicativeCredits = "ext:IndicativeCredits"
    /// `targetType` of a skill of ESCO.
    public static let esco = "ext:ESCO"
    /// `targetType` of a level of the European Qualifications Framework.
    public static let eqfLevel = "ext:EQFLevel"
    /// `targetType` of the unit that credits are counted in.
    public static let creditUnit = "ext:CreditUnit"
    /// `identifierType` of a Finnish business id (Y-tunnus).
    public static let yTunnus = "ext:YTunnus"
    /// `identifierType` of an organisation's number in the Finnish education administration.
    public static let organisaatioOID = "ext:OrganisaatioOID"
    /// The further type of a signed decision to recognise prior learning.
    public static let recognitionDecision = "ext:RecognitionDecision"

    // MARK: Addresses of what alignments point to

    public static let escoFramework = "ESCO"
    public static let escoSkillPrefix = "http://data.europa.eu/esco/skill/"
    /// Followed by the level, 1 to 8.
    public static let eqfPrefix = "http://data.europa.eu/snb/eqf/"
    /// ECTS credits in the European Commission's list of credit systems.
    public static let ectsCredit = "http://data.europa.eu/snb/education-credit/6fcec5c5af"
}
