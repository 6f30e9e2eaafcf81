/// The properties of each class, after the data models of Open Badges 3.0 (appendix A) and CLR 2.0 as their schemas have
/// it.
extension ClassRule {
    static func rule(for id: SchemaClassID, in dialect: SchemaDialect) -> ClassRule {
        switch id {
        case .achievementCredential: achievementCredential(dialect)
        case .endorsementCredential: endorsementCredential(dialect)
        case .achievementSubject: achievementSubject(dialect)
        case .endorsementSubject:
            ClassRule(required: ["id", "type"], [types(id), texts("id", "endorsementComment")])
        case .achievement: achievement
        case .profile: profile
        case .identityObject:
            ClassRule(
                required: ["type", "hashed", "identityHash", "identityType"], closed: true,
                [
                    one("type", .fixedType(id)), one("hashed", .boolean), texts("identityHash", "salt"),
                    one("identityType", .vocabulary(.identifierType)),
                ])
        case .identifierEntry:
            ClassRule(
                required: ["type", "identifier", "identifierType"], closed: true,
                [
                    one("type", .fixedType(id)), texts("identifier"),
                    one("identifierType", .vocabulary(.identifierType)),
                ])
        case .image:
            ClassRule(
                required: ["id", "type"], closed: true, [one("type", .fixedType(id)), texts("id", "caption")])
        case .evidence:
            ClassRule(
                required: ["type"],
                [types(id), texts("id", "narrative", "name", "description", "genre", "audience")])
        case .criteria: ClassRule(required: [], [texts("id", "narrative")])
        case .alignment:
            ClassRule(
                required: ["type", "targetName", "targetUrl"],
                [
                    types(id), texts("targetCode", "targetDescription", "targetName", "targetFramework", "targetUrl"),
                    one("targetType", .vocabulary(.alignmentTargetType)),
                ])
        case .related:
            ClassRule(
                required: ["id", "type"], [types(id), texts("id", "version"), one("inLanguage", .languageTag)])
        case .result:
            ClassRule(
                required: ["type"],
                [
                    types(id), texts("achievedLevel", "resultDescription", "value"),
                    many("alignment", .object(.alignment)), one("status", .vocabulary(.resultStatus)),
                ])
        case .resultDescription:
            ClassRule(
                required: ["id", "type", "name", "resultType"],
                [
                    types(id), texts("id", "name", "requiredLevel", "requiredValue", "valueMax", "valueMin"),
                    many("alignment", .object(.alignment)), many("allowedValue", .text),
                    one("resultType", .vocabulary(.resultType)),
                    many("rubricCriterionLevel", .object(.rubricCriterionLevel)),
                ])
        case .rubricCriterionLevel:
            ClassRule(
                required: ["id", "type", "name"],
                [
                    types(id), texts("id", "description", "level", "name", "points"),
                    many("alignment", .object(.alignment)),
                ])
        case .address:
            ClassRule(
                required: ["type"],
                [
                    types(id),
                    texts(
                        "addressCountry", "addressCountryCode", "addressRegion", "addressLocality", "streetAddress",
                        "postOfficeBoxNumber", "postalCode"),
                    one("geo", .object(.geoCoordinates)),
                ])
        case .geoCoordinates:
            ClassRule(
                required: ["type", "latitude", "longitude"],
                [one("type", .fixedType(id)), one("latitude", .number), one("longitude", .number)])
        case .proof:
            ClassRule(
                required: ["type"],
                [
                    texts(
                        "type", "cryptosuite", "challenge", "domain", "nonce", "proofPurpose", "proofValue",
                        "verificationMethod"), one("created", .dateTime),
                ])
        case .credentialSchema, .refreshService: ClassRule(required: ["id", "type"], [texts("id", "type")])
        case .credentialStatus:
            // Bitstring Status List lets an entry go without an id; only the compacted schemas followed.
            ClassRule(required: dialect.isCompacted ? ["type"] : ["id", "type"], [texts("id", "type")])
        case .termsOfUse: ClassRule(required: ["type"], [texts("id", "type")])
        case .clrCredential: clrCredential(dialect)
        case .clrSubject:
            ClassRule(
                required: ["type", "verifiableCredential"],
                [
                    types(id), texts("id"), many("identifier", .object(.identityObject)),
                    many("achievement", .object(.achievement)), many("association", .object(.association)),
                    [PropertyRule(name: "verifiableCredential", rule: .innerCredential, cardinality: .some)],
                ])
        case .association:
            ClassRule(
                required: ["type", "associationType", "sourceId", "targetId"], closed: true,
                [
                    one("type", .fixedType(id)), one("associationType", .vocabulary(.associationType)),
                    texts("sourceId", "targetId"),
                ])
        case .innerCredential: innerCredential(dialect)
        case .innerSubject: ClassRule(required: [], [texts("id")])
        }
    }

    private static func achievementCredential(_ dialect: SchemaDialect) -> ClassRule {
        ClassRule(
            required: ["@context", "id", "type", "credentialSubject", "issuer"]
                + (dialect.isVCDM11 ? ["name", "issuanceDate"] : ["validFrom"]),
            credential(.achievementCredential, .openBadges, dialect) + [
                one("image", .object(.image)), one("credentialSubject", .object(.achievementSubject)), endorsements,
                many("evidence", .object(.evidence)),
            ])
    }

    private static func endorsementCredential(_ dialect: SchemaDialect) -> ClassRule {
        ClassRule(
            required: ["@context", "type", "id", "name", "credentialSubject", "issuer"]
                + [dialect.isVCDM11 ? "issuanceDate" : "validFrom"],
            credential(.endorsementCredential, .openBadges, dialect) + [
                one("credentialSubject", .object(.endorsementSubject)),
                dialect.isCompacted ? many("evidence", .object(.evidence)) : [],
            ])
    }

    /// [CLR 2.0](https://www.imsglobal.org/spec/clr/v2p0/#clrcredential): a learner's record as a school has it.
    private static func clrCredential(_ dialect: SchemaDialect) -> ClassRule {
        ClassRule(
            required: ["@context", "type", "id", "name", "credentialSubject", "issuer"]
                + [dialect.isVCDM11 ? "issuanceDate" : "validFrom"],
            credential(.clrCredential, .learnerRecord, dialect) + [
                one("image", .object(.image)), one("partial", .boolean), endorsements,
                one("credentialSubject", .object(.clrSubject)), many("evidence", .object(.evidence)),
            ])
    }

    /// What a record holds may be a credential of any kind.
    private static func innerCredential(_ dialect: SchemaDialect) -> ClassRule {
        ClassRule(
            required: ["@context", "type", "issuer", "credentialSubject"]
                + [dialect.isVCDM11 ? "issuanceDate" : "validFrom"],
            [one("@context", .contexts(.any)), types(.innerCredential), texts("id")] + secured(dialect) + [
                one("credentialSubject", .object(.innerSubject)), many("evidence", .object(.evidence)),
            ])
    }

    /// What each kind of credential has that 1EdTech describes.
    private static func credential(
        _ id: SchemaClassID, _ contexts: SchemaContexts, _ dialect: SchemaDialect
    ) -> [[PropertyRule]] {
        [
            one("@context", .contexts(contexts)), types(id), texts("id", "name", "description"),
            one("awardedDate", .dateTime),
        ] + secured(dialect)
    }

    /// Who says it, for how long, and how it is secured.
    private static func secured(_ dialect: SchemaDialect) -> [[PropertyRule]] {
        let sets: Cardinality = dialect.isVCDM11 ? .oneOrMany : .many
        return [
            one("issuer", dialect.isVCDM11 ? .object(.profile) : .profileOrID),
            one(dialect.isVCDM11 ? "issuanceDate" : "validFrom", .dateTime),
            one(dialect.isVCDM11 ? "expirationDate" : "validUntil", .dateTime),
            [
                PropertyRule(name: "proof", rule: .object(.proof), cardinality: sets),
                PropertyRule(name: "credentialSchema", rule: .object(.credentialSchema), cardinality: sets),
                PropertyRule(name: "termsOfUse", rule: .object(.termsOfUse), cardinality: sets),
            ],
            one("credentialStatus", .object(.credentialStatus)), one("refreshService", .object(.refreshService)),
        ]
    }

    private static func achievementSubject(_ dialect: SchemaDialect) -> ClassRule {
        ClassRule(
            required: ["type", "achievement"], closed: dialect.isVCDM11 && dialect.isCompacted,
            [
                types(.achievementSubject), texts("id", "licenseNumber", "narrative", "role", "term"),
                one("activityEndDate", .dateTime), one("activityStartDate", .dateTime), one("creditsEarned", .number),
                one("achievement", .object(.achievement)), many("identifier", .object(.identityObject)),
                one("image", .object(.image)), many("result", .object(.result)), one("source", .object(.profile)),
            ])
    }

    private static var achievement: ClassRule {
        ClassRule(
            required: ["id", "type", "criteria", "description", "name"],
            [
                types(.achievement),
                texts("id", "description", "fieldOfStudy", "humanCode", "name", "specialization", "version"),
                many("alignment", .object(.alignment)), one("achievementType", .vocabulary(.achievementType)),
                one("creator", .object(.profile)), one("creditsAvailable", .number),
                one("criteria", .object(.criteria)), endorsements, one("image", .object(.image)),
                one("inLanguage", .languageTag), many("otherIdentifier", .object(.identifierEntry)),
                many("related", .object(.related)), many("resultDescription", .object(.resultDescription)),
                many("tag", .text),
            ])
    }

    private static var profile: ClassRule {
        ClassRule(
            required: ["id", "type"],
            [
                types(.profile),
                texts(
                    "id", "name", "url", "phone", "description", "email", "official", "familyName", "givenName",
                    "additionalName", "patronymicName", "honorificPrefix", "honorificSuffix", "familyNamePrefix"),
                endorsements, one("image", .object(.image)), one("address", .object(.address)),
                many("otherIdentifier", .object(.identifierEntry)), one("parentOrg", .object(.profile)),
                one("dateOfBirth", .date),
            ])
    }

    private static var endorsements: [PropertyRule] {
        many("endorsement", .object(.endorsementCredential)) + many("endorsementJwt", .compactJWS)
    }

    private static func types(_ id: SchemaClassID) -> [PropertyRule] { one("type", .typeSet(id)) }

    private static func texts(_ names: String...) -> [PropertyRule] {
        names.map { PropertyRule(name: $0, rule: .text, cardinality: .one) }
    }

    private static func one(_ name: String, _ rule: ValueRule) -> [PropertyRule] {
        [PropertyRule(name: name, rule: rule, cardinality: .one)]
    }

    private static func many(_ name: String, _ rule: ValueRule) -> [PropertyRule] {
        [PropertyRule(name: name, rule: rule, cardinality: .many)]
    }
}

extension SchemaClassID {
    /// The name of the class in the data model, which is also its word in `type`.
    var name: String {
        switch self {
        case .achievementCredential: "AchievementCredential"
        case .endorsementCredential: "EndorsementCredential"
        case .achievementSubject: "AchievementSubject"
        case .endorsementSubject: "EndorsementSubject"
        case .achievement: "Achievement"
        case .profile: "Profile"
        case .identityObject: "IdentityObject"
        case .identifierEntry: "IdentifierEntry"
        case .image: "Image"
        case .evidence: "Evidence"
        case .criteria: "Criteria"
        case .alignment: "Alignment"
        case .related: "Related"
        case .result: "Result"
        case .resultDescription: "ResultDescription"
        case .rubricCriterionLevel: "RubricCriterionLevel"
        case .address: "Address"
        case .geoCoordinates: "GeoCoordinates"
        case .proof: "Proof"
        case .credentialSchema: "CredentialSchema"
        case .credentialStatus: "CredentialStatus"
        case .refreshService: "RefreshService"
        case .termsOfUse: "TermsOfUse"
        case .clrCredential: "ClrCredential"
        case .clrSubject: "ClrSubject"
        case .association: "Association"
        case .innerCredential: "VerifiableCredential"
        case .innerSubject: "CredentialSubject"
        }
    }

    /// The words of which a set of types must hold at least one from each list.
    var requiredTypes: [[String]] {
        switch self {
        case .achievementCredential: [["VerifiableCredential"], ["AchievementCredential", "OpenBadgeCredential"]]
        case .endorsementCredential: [["VerifiableCredential"], ["EndorsementCredential"]]
        case .clrCredential: [["VerifiableCredential"], ["ClrCredential"]]
        default: [[name]]
        }
    }
}
