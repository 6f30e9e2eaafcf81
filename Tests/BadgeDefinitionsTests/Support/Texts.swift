import BadgeDefinitions
import Encodings
import Testing

/// A right badge definition and pathway, to be spoilt in one place by each test.
enum Texts {
    static let badge = """
        {
          "format": "passport.badge/1",
          "id": "tiimityo",
          "version": 1,
          "status": "published",
          "validFrom": "2026-08-01",
          "validUntil": null,
          "languages": ["fi", "sv", "en"],
          "category": "yhteistyo",
          "achievementType": "Badge",
          "name": {"fi": "Tiimityö", "sv": "Teamarbete", "en": "Teamwork"},
          "description": {"fi": "Osaat toimia tiimissä.", "sv": "Du kan arbeta i team.", "en": "You can work in a team."},
          "outcomes": [{"fi": "Sopii työnjaosta.", "sv": "Kommer överens.", "en": "Agrees on the work."}],
          "criteria": [{"id": "k1", "text": {"fi": "On tehnyt työn.", "sv": "Har arbetat.", "en": "Has done work."}}],
          "levels": [
            {"code": "L2", "ordinal": 2, "name": {"fi": "keskitaso", "sv": "mellannivå", "en": "intermediate"}},
            {"code": "L3", "ordinal": 3, "name": {"fi": "edistynyt", "sv": "avancerad", "en": "advanced"}}
          ],
          "requiredLevel": "L2",
          "skills": [{
            "scheme": "esco",
            "uri": "http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0",
            "label": {"en": "work in teams"},
            "localLabel": {"fi": "tiimissä työskentely", "sv": "arbeta i team"}
          }],
          "frameworks": [{"framework": "entrecomp", "code": "3.4"}, {"framework": "lifecomp", "code": "S3"}],
          "workload": {"hours": 27},
          "credits": {"value": 1.0, "unit": "op", "basis": "indicative"},
          "finqf": 4,
          "evidence": {"minItems": 1, "kinds": ["link", "document"]},
          "validityMonths": null,
          "repeatable": false,
          "tags": ["yhteistyö"],
          "otherIdentifiers": [],
          "image": "tiimityo.svg"
        }
        """

    static let pathway = """
        {
          "format": "passport.pathway/1",
          "id": "polku",
          "version": 1,
          "status": "published",
          "name": {"fi": "Polku", "sv": "Stig"},
          "milestoneBadge": "koonti",
          "autoIssue": true,
          "groups": [{"id": "ydin", "badges": ["aa", "bb"]}, {"id": "vapaa", "badges": ["*"]}],
          "completion": {"allOf": [{"group": "ydin", "all": true}, {"badges": {"min": 3}}]},
          "countOnly": {"status": ["issued"], "notExpired": true, "maxAgeMonths": 60}
        }
        """

    static let defaults = DefinitionDefaults(
        badgeBase: "https://passi.example/badges/", creator: "did:web:passi.example:org:maakunta")

    static let knownBadges = ["aa", "bb", "cc", "koonti"]

    static func badge(_ old: String, _ new: String) throws -> String { try changed(badge, old, new) }

    static func pathway(_ old: String, _ new: String) throws -> String { try changed(pathway, old, new) }

    /// The text with its one occurrence of `old` replaced.
    static func changed(_ text: String, _ old: String, _ new: String) throws -> String {
        let parts = text.split(separator: old, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "\(old) stands \(parts.count - 1) times in the text")
        return parts.joined(separator: new)
    }

    static func read(_ text: String) -> (definition: BadgeDefinition?, findings: [DefinitionFinding]) {
        DefinitionReader.read(Array(text.utf8), file: "tiimityo.json", defaults: defaults)
    }

    static func readPathway(_ text: String) -> (pathway: Pathway?, findings: [DefinitionFinding]) {
        PathwayReader.read(Array(text.utf8), file: "polku.json", defaults: defaults, badges: knownBadges)
    }
}

/// One change of a right file and the finding it must bring.
struct Spoilt: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let code: String
    let path: String
    var hint: String?

    init(_ old: String, _ new: String, _ code: String, at path: String, hint: String? = nil) {
        (self.old, self.new, self.code, self.path, self.hint) = (old, new, code, path, hint)
    }

    var testDescription: String { "\(code) at \(path): \(new.prefix(60))" }
}
