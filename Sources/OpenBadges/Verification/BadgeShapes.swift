public import LinkedData
import VerifiableCredentials

/// What is read of an Open Badges 3.0 credential, class by class (appendix A), by the schema and by the typed views.
///
/// Versions of the context give some names other IRIs; all of them count.
public enum BadgeShapes {
    public static let all = CredentialShapes.standard.adding(
        [credential, subject, learner, profile] + BadgeShapes.achievement + BadgeShapes.results + BadgeShapes.others)

    /// The same for an endorsement, whose words and digests are read, too. They are none of a badge's that it stands in:
    /// there it is a document of its own.
    public static let endorsement = all.adding([
        NodeShape(
            CredentialShapes.credential,
            [
                PropertyShape(
                    "relatedResource", [Namespace.credentials["relatedResource"]], .nodes("RelatedResource", .whole))
            ]),
        NodeShape(
            CredentialShapes.subject,
            [PropertyShape("endorsementComment", [ob["endorsementComment"]], .localizedText)]),
        NodeShape(
            "RelatedResource",
            texts(Namespace.security, "digestMultibase") + texts(Namespace.credentials, "digestSRI")),
    ])

    private static let ob = Namespace.openBadges
    private static let clr = Namespace.clr
    private static let schema = Namespace.schema

    // MARK: The credential and whom it is about

    private static let credential = NodeShape(
        CredentialShapes.credential,
        types: [
            // Two words for one type.
            NodeShape.TypeWord("OpenBadgeCredential", [ob["OpenBadgeCredential"]]),
            NodeShape.TypeWord("AchievementCredential", [ob["OpenBadgeCredential"], ob["AchievementCredential"]]),
            NodeShape.TypeWord("EndorsementCredential", [ob["EndorsementCredential"]]),
            NodeShape.TypeWord("ClrCredential", [clr["ClrCredential"]]),
        ],
        texts(ob, "awardedDate") + [image] + endorsements
            + [PropertyShape("evidence", [Namespace.credentials["evidence"]], .nodes("Evidence", .whole))])

    private static let subject = NodeShape(
        CredentialShapes.subject,
        // What the credentials in a learner record say of the learner is theirs.
        other: NodeShape.Other(type: clr["ClrSubject"], shape: "ClrSubject"),
        texts(ob, "activityStartDate", "activityEndDate", "licenseNumber", "narrative", "role", "term")
            + [
                PropertyShape(
                    "achievement", [ob["achievement"], ob["achievement-0"], ob["Achievement"]],
                    .node("Achievement", .whole)),
                PropertyShape(
                    "identifier", [ob["identifier"]], .nodes("IdentityObject", .whole)),
                PropertyShape("result", [ob["result"]], .nodes("Result", .whole)),
                PropertyShape("creditsEarned", [ob["creditsEarned"]], .number),
                PropertyShape("source", [ob["source"]], .node(CredentialShapes.profile, .mention)),
                image,
            ])

    /// Of a learner record its credentials are read, each by itself; what it says beside them counts for nothing.
    private static let learner = NodeShape(
        "ClrSubject",
        [
            PropertyShape("achievement", [clr["achievement"]], .nodes(CredentialShapes.named, .whole)),
            PropertyShape(
                "identifier", [clr["identifier"], clr["identifier-1"], ob["identifier"]],
                .nodes("IdentityObject", .whole), isRetold: true),
            PropertyShape(
                "verifiableCredential", [clr["verifiableCredential"]], .nodes(CredentialShapes.named, .whole),
                holdsDocuments: true),
        ])

    private static let profile = NodeShape(
        CredentialShapes.profile, isRepeatable: true,
        texts(
            schema, "url", "email", "additionalName", "familyName", "givenName", "honorificPrefix", "honorificSuffix")
            + texts(ob, "familyNamePrefix", "official", "patronymicName", "dateOfBirth")
            + [
                PropertyShape("phone", [ob["phone"], ob["PhoneNumber"]], .text),
                PropertyShape("address", [ob["address"], ob["Address"]], .node("Address", .whole)),
                PropertyShape("parentOrg", [ob["parentOrg"]], .node(CredentialShapes.profile, .mention)),
                PropertyShape("otherIdentifier", [ob["otherIdentifier"]], .nodes("IdentifierEntry", .whole)),
                image,
            ] + endorsements)

    // MARK: What was achieved

    private static let achievement = [
        NodeShape(
            "Achievement",
            CredentialShapes.names
                + texts(ob, "achievementType", "fieldOfStudy", "humanCode", "specialization", "version")
                + texts(schema, "inLanguage")
                + [
                    PropertyShape("criteria", [ob["Criteria"], ob["criteria"]], .node("Criteria", .whole)),
                    PropertyShape(
                        "creator", [ob["creator"], ob["Profile"]], .node(CredentialShapes.profile, .mention)),
                    PropertyShape("tag", [schema["keywords"]], .texts),
                    PropertyShape("creditsAvailable", [ob["creditsAvailable"]], .number),
                    PropertyShape("otherIdentifier", [ob["otherIdentifier"]], .nodes("IdentifierEntry", .whole)),
                    PropertyShape("related", [ob["related"]], .nodes("Related", .whole)),
                    PropertyShape("resultDescription", [ob["resultDescription"]], .nodes("ResultDescription", .whole)),
                    alignment, image,
                ] + endorsements),
        NodeShape("Criteria", [PropertyShape("narrative", [ob["narrative"]], .localizedText)]),
        NodeShape("Related", texts(ob, "version") + texts(schema, "inLanguage")),
        NodeShape(
            "Alignment",
            texts(schema, "targetDescription", "targetFramework", "targetName", "targetUrl")
                + texts(ob, "targetCode", "targetType")),
    ]

    private static let results = [
        NodeShape(
            "Result",
            texts(ob, "achievedLevel", "resultDescription", "status") + texts(schema, "value") + [alignment]),
        NodeShape(
            "ResultDescription",
            CredentialShapes.names
                + texts(ob, "requiredLevel", "requiredValue", "resultType", "valueMax", "valueMin")
                + [
                    PropertyShape("allowedValue", [ob["allowedValue"]], .texts),
                    PropertyShape(
                        "rubricCriterionLevel", [ob["rubricCriterionLevel"]], .nodes("RubricCriterionLevel", .whole)),
                    alignment,
                ]),
        NodeShape("RubricCriterionLevel", CredentialShapes.names + texts(ob, "level", "points") + [alignment]),
    ]

    // MARK: The rest

    private static let others = [
        NodeShape(
            "IdentityObject",
            texts(ob, "identityHash", "identityType", "salt") + [PropertyShape("hashed", [ob["hashed"]], .boolean)]),
        NodeShape("IdentifierEntry", texts(ob, "identifier", "identifierType")),
        NodeShape("Image", isRepeatable: true, texts(schema, "caption")),
        NodeShape(
            "Evidence",
            CredentialShapes.names + texts(schema, "audience", "genre")
                + texts(Namespace.security, "digestMultibase") + texts(Namespace.credentials, "digestSRI")
                + [PropertyShape("narrative", [ob["narrative"]], .localizedText)]),
        NodeShape(
            "Address",
            texts(
                schema, "addressCountry", "addressLocality", "addressRegion", "postOfficeBoxNumber", "postalCode",
                "streetAddress")
                + [
                    PropertyShape("addressCountryCode", [ob["CountryCode"]], .text),
                    PropertyShape("geo", [ob["GeoCoordinates"]], .node("GeoCoordinates", .whole)),
                ]),
        NodeShape("GeoCoordinates", ["latitude", "longitude"].map { PropertyShape($0, [schema[$0]], .number) }),
    ]

    private static let image = PropertyShape(
        "image", [ob["image"], ob["Image"]], .node("Image", .reference), isShared: true)
    private static let alignment = PropertyShape("alignment", [ob["alignment"]], .nodes("Alignment", .whole))
    /// Each is a credential of its own, and judged as one.
    private static let endorsements = [
        PropertyShape(
            "endorsement", [ob["endorsement"]], .nodes(CredentialShapes.named, .whole), isShared: true),
        PropertyShape("endorsementJwt", [ob["endorsementJwt"]], .texts, isShared: true),
    ]

    private static func texts(_ namespace: Namespace, _ names: String...) -> [PropertyShape] {
        names.map { PropertyShape($0, [namespace[$0]], .text) }
    }
}
