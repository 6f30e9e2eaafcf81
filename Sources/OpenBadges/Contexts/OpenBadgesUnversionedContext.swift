import Encodings
import VerifiableCredentials

/// `https://purl.imsglobal.org/spec/ob/v3p0/context.json`: badges of the years before 3.0.1.
///
/// Values that are objects carry their class as a datatype, which says nothing about an object.
enum OpenBadgesUnversionedContext {
    static let document = table.document

    private static let ob = Namespace.openBadges

    private static func set(_ term: String, of type: String) -> TermRows {
        .terms(ob, term, type: ob[type], container: "@set")
    }

    private static let table = OpenBadges301Context.table
        .without("awardedDate")
        .with(
            set("alignment", of: "Alignment"), set("endorsement", of: "EndorsementCredential"),
            .terms(ob, "image", type: ob["Image"])
        )
        .changing("Achievement") {
            $0.without("image").with(
                set("alignment", of: "Alignment"), .term("creator", ob["Profile"]),
                set("otherIdentifier", of: "IdentifierEntry"), set("related", of: "Related"),
                set("resultDescription", of: "ResultDescription"))
        }
        .changing("AchievementSubject") {
            $0.without("image").with(
                .term("achievement", ob["Achievement"]), set("identifier", of: "IdentityObject"),
                set("result", of: "Result"), .terms(ob, "source", type: ob["Profile"]))
        }
        .changing("Profile") {
            $0.without("image").with(
                .term("address", ob["Address"]), set("otherIdentifier", of: "IdentifierEntry"),
                .terms(ob, "parentOrg", type: "xsd:string"), .term("phone", ob["PhoneNumber"], type: "xsd:string"))
        }
        .changing("ResultDescription") { $0.with(set("rubricCriterionLevel", of: "RubricCriterionLevel")) }
        .renaming("Alignment", Namespace.schema["Alignment"])
}
