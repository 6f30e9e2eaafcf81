import Encodings
import VerifiableCredentials

/// `https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json`: Open Badges 3.0 as it is now.
///
/// The file has two states under one address; the later defines two more terms. This is the later one. Both give a
/// credential without those terms the same meaning, and no credential of ours has them.
enum OpenBadges303Context {
    static let document = table.document

    static let table = earlierTable.with(
        .terms(ob, "endorsementJwt", container: "@set"), .links(.jwt, "jti"))

    /// The state without `endorsementJwt` and `jti`.
    static let earlierTable = terms(in: .full)

    private static let ob = Namespace.openBadges
    private static let schema = Namespace.schema

    /// What all versions say, in the state of 3.0.3; the others are written as differences.
    static func terms(in spelling: OpenBadgesSpelling) -> ContextTable {
        ContextTable(
            protected: spelling.isGuarded,
            .aliases,
            .terms(ob, "OpenBadgeCredential", "Criteria", "EndorsementCredential"),
            .term("AchievementCredential", "OpenBadgeCredential"),
            achievement(in: spelling), subject(in: spelling), profile(in: spelling), results(in: spelling),
            others(in: spelling),
            .terms(ob, "alignment", "endorsement", container: "@set"),
            .term("awardedDate", ob["awardedDate"], type: "xsd:dateTime"),
            spelling.texts(schema, "description", "name"), spelling.texts(ob, "narrative"),
            .links(ob, "image"), .terms(schema, "inLanguage"),
            .terms(schema, "url", type: spelling.type("anyURI")))
    }

    private static func achievement(in spelling: OpenBadgesSpelling) -> TermRows {
        .all(
            spelling.type(
                "Achievement",
                spelling.texts(ob, "achievementType", "fieldOfStudy", "humanCode", "specialization", "version"),
                .terms(ob, "alignment", "otherIdentifier", "related", "resultDescription", container: "@set"),
                .terms(ob, "creator"), .terms(schema, "inLanguage"),
                .terms(ob, "creditsAvailable", type: spelling.type("float")),
                .link("criteria", ob["Criteria"]), .links(ob, "image"),
                .term("tag", schema["keywords"], type: spelling.text, container: "@set")),
            spelling.type("Related", spelling.texts(ob, "version"), .terms(schema, "inLanguage")),
            spelling.type(
                "Alignment", is: schema["AlignmentObject"],
                .all(
                    spelling.texts(ob, "targetCode", "targetType"),
                    spelling.texts(schema, "targetDescription", "targetFramework", "targetName"),
                    .terms(schema, "targetUrl", type: spelling.type("anyURI")))))
    }

    private static func subject(in spelling: OpenBadgesSpelling) -> TermRows {
        .all(
            spelling.type(
                "AchievementSubject",
                .terms(ob, "achievement"),
                .terms(ob, "activityEndDate", "activityStartDate", type: spelling.type("date")),
                .terms(ob, "creditsEarned", type: spelling.type("float")),
                .terms(ob, "identifier", "result", container: "@set"),
                .links(ob, "image", "source"), spelling.texts(ob, "licenseNumber", "role", "term")),
            spelling.type("EndorsementSubject", spelling.texts(ob, "endorsementComment")),
            spelling.type(
                "IdentityObject",
                .terms(ob, "hashed", type: spelling.type("boolean")),
                spelling.texts(ob, "identityHash", "identityType", "salt")))
    }

    private static func profile(in spelling: OpenBadgesSpelling) -> TermRows {
        .all(
            spelling.type(
                "Profile",
                spelling.texts(
                    schema, "additionalName", "email", "familyName", "givenName", "honorificPrefix", "honorificSuffix"),
                spelling.texts(ob, "familyNamePrefix", "official", "patronymicName", "phone"),
                .links(ob, "address", "image", "parentOrg"),
                .terms(ob, "dateOfBirth", type: spelling.type("date")),
                .terms(ob, "otherIdentifier", container: "@set")),
            spelling.type(
                "Address",
                spelling.texts(
                    schema, "addressCountry", "addressLocality", "addressRegion", "postOfficeBoxNumber", "postalCode",
                    "streetAddress"),
                .term("addressCountryCode", ob["CountryCode"], type: spelling.text),
                .term("geo", ob["GeoCoordinates"])),
            spelling.type("GeoCoordinates", spelling.texts(schema, "latitude", "longitude")))
    }

    private static func results(in spelling: OpenBadgesSpelling) -> TermRows {
        .all(
            spelling.type(
                "Result",
                .terms(ob, "achievedLevel", "resultDescription", type: spelling.type("anyURI")),
                spelling.texts(ob, "status"), spelling.texts(schema, "value")),
            spelling.type(
                "ResultDescription",
                .terms(ob, "allowedValue", container: "@list"),
                .terms(ob, "requiredLevel", type: spelling.type("anyURI")),
                spelling.texts(ob, "requiredValue", "resultType", "valueMax", "valueMin"),
                .terms(ob, "rubricCriterionLevel", container: "@set")),
            spelling.type("RubricCriterionLevel", spelling.texts(ob, "level", "points")))
    }

    private static func others(in spelling: OpenBadgesSpelling) -> TermRows {
        .all(
            spelling.type("Evidence", spelling.texts(schema, "audience", "genre")),
            spelling.type("IdentifierEntry", spelling.texts(ob, "identifier", "identifierType")),
            spelling.type("Image", spelling.texts(schema, "caption")))
    }
}
