import BadgeDefinitions
import Encodings

/// A right skill profile and list of offers, to be spoilt in one place by each test.
enum ProfileTexts {
    static let team = "http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0"

    static let profile = """
        {
          "format": "passport.profile/1",
          "id": "kahvila",
          "version": 3,
          "kind": "employer",
          "owner": {"name": "Kahvila Oy", "yTunnus": "0000001-9", "municipality": "272", "sector": "kahvilat"},
          "title": {"fi": "Kahvilatyö", "sv": "Kaféarbete"},
          "validUntil": "2027-05-31",
          "languagesAtWork": ["fi", "sv"],
          "requirements": [
            {"skill": "\(team)", "label": {"en": "work in teams"}, "minLevel": 2, "need": "must", "weight": 3},
            {"skill": "https://skills.example/till", "label": {"fi": "kassa"}, "minLevel": 1, "need": "nice"}
          ],
          "badgeBase": "https://passi.example/badges/",
          "badgesAccepted": ["tiimityo"],
          "acceptSelfAssessment": true
        }
        """

    static let offers = """
        {
          "format": "passport.offers/1",
          "updated": "2026-11-20",
          "owner": "Opisto",
          "badgeBase": "https://passi.example/badges/",
          "offers": [
            {"id": "kurssi", "type": "course", "title": {"fi": "Kurssi"}, "languages": ["fi"], "municipality": "272",
              "mode": "online", "targetGroups": ["nuoret"], "skills": [{"skill": "\(team)", "level": 2}],
              "badges": ["tiimityo"], "hours": 6.5, "price": 2500, "starts": "2027-01-20",
              "deadline": "2027-01-10", "reviewBy": "2027-06-30"},
            {"id": "palvelu", "owner": "Kunta", "type": "service-point", "title": {"sv": "Tjänst"}}
          ]
        }
        """

    static func readProfile(_ text: String) -> (profile: SkillProfile?, findings: [DefinitionFinding]) {
        SkillProfileReader.read(Array(text.utf8), file: "kahvila.json")
    }

    static func readOffers(_ text: String) -> (offers: [Offering]?, findings: [DefinitionFinding]) {
        OfferListReader.read(Array(text.utf8), file: "offers.json")
    }
}
