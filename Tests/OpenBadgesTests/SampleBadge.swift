import Encodings

/// A sound badge with level, hours and indicative credits, and ways to make it unsound.
enum SampleBadge {
    static let achievementID = "https://passi.example/badges/tiimityo/v1"
    static let png =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="

    static var credential: JSONObject { parse(text) }

    static func parse(_ text: String) -> JSONObject {
        do {
            return try JSONParser.parse(Array(text.utf8)).objectValue ?? JSONObject()
        } catch {
            fatalError("the sample isn't JSON: \(error)")
        }
    }

    /// The badge with the value at a path replaced, added or, by `nil`, removed.
    static func with(_ path: String, _ value: JSONValue?) -> JSONObject {
        let steps = path.split(separator: ".").map(String.init)
        return replacing(.object(credential), steps[...], value)?.objectValue ?? JSONObject()
    }

    private static func replacing(_ tree: JSONValue, _ steps: ArraySlice<String>, _ value: JSONValue?) -> JSONValue? {
        guard let step = steps.first else { return value }
        let rest = steps.dropFirst()
        switch tree {
        case .object(var object):
            object[step] = replacing(object[step] ?? .object(JSONObject()), rest, value)
            return .object(object)
        case .array(var elements):
            guard let place = Int(step), elements.indices.contains(place) else { return tree }
            if let element = replacing(elements[place], rest, value) {
                elements[place] = element
            } else {
                elements.remove(at: place)
            }
            return .array(elements)
        default: return tree
        }
    }

    private static let text = """
        {
          "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
          ],
          "id": "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11",
          "type": ["VerifiableCredential", "OpenBadgeCredential"],
          "name": "Tiimityö",
          "issuer": {
            "id": "did:web:passi.example", "type": ["Profile"], "name": "Esimerkki-ammattiopisto",
            "url": "https://passi.example",
            "otherIdentifier": [
              {"type": "IdentifierEntry", "identifier": "0000001-9", "identifierType": "ext:YTunnus"}
            ],
            "parentOrg": {"id": "did:web:maakunta.example", "type": ["Profile"], "name": "Maakunta"}
          },
          "validFrom": "2026-09-29T07:12:31Z",
          "validUntil": "2029-09-29T20:59:59Z",
          "awardedDate": "2026-09-29T12:00:00Z",
          "credentialSubject": {
            "id": "urn:uuid:5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12",
            "type": ["AchievementSubject"],
            "identifier": [
              {
                "type": "IdentityObject", "hashed": true, "identityType": "emailAddress", "salt": "Kosher",
                "identityHash": "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399"
              }
            ],
            "narrative": "Tiimin jäsenenä kahvilan syyskampanjassa.",
            "source": {"id": "did:web:kahvila.example", "type": ["Profile"], "name": "Kahvila Esimerkki Oy"},
            "achievement": {
              "id": "\(achievementID)",
              "type": ["Achievement"],
              "achievementType": "Badge",
              "name": "Tiimityö",
              "description": "Osaat toimia tiimin jäsenenä.",
              "inLanguage": "fi",
              "version": "1",
              "humanCode": "tiimityo",
              "fieldOfStudy": "yhteistyo",
              "tag": ["yhteistyö"],
              "criteria": {"narrative": "- Sopii työnjaosta."},
              "image": {"id": "\(png)", "type": "Image", "caption": "Tiimityö"},
              "related": [{"id": "\(achievementID)/sv", "type": ["Related"], "inLanguage": "sv", "version": "1"}],
              "alignment": [
                {
                  "type": ["Alignment"], "targetName": "work in teams", "targetType": "ext:ESCO",
                  "targetUrl": "http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0"
                },
                {
                  "type": ["Alignment"], "targetName": "EQF 4", "targetType": "ext:EQFLevel",
                  "targetUrl": "http://data.europa.eu/snb/eqf/4"
                },
                {
                  "type": ["Alignment"], "targetName": "ECTS", "targetType": "ext:CreditUnit", "targetCode": "op",
                  "targetUrl": "http://data.europa.eu/snb/education-credit/6fcec5c5af"
                }
              ],
              "resultDescription": [
                {
                  "id": "\(achievementID)#level", "type": ["ResultDescription"], "name": "Taso",
                  "resultType": "RubricCriterionLevel", "requiredLevel": "\(achievementID)#L2",
                  "rubricCriterionLevel": [
                    {"id": "\(achievementID)#L1", "type": ["RubricCriterionLevel"], "name": "alkava", "level": "1"},
                    {"id": "\(achievementID)#L2", "type": ["RubricCriterionLevel"], "name": "keskitaso", "level": "2"},
                    {"id": "\(achievementID)#L3", "type": ["RubricCriterionLevel"], "name": "edistynyt", "level": "3"}
                  ]
                },
                {
                  "id": "\(achievementID)#hours", "type": ["ResultDescription"], "name": "Työmäärä (h)",
                  "resultType": "ext:WorkloadHours", "requiredValue": "27"
                },
                {
                  "id": "\(achievementID)#credits", "type": ["ResultDescription"], "name": "Laajuus (op)",
                  "resultType": "ext:IndicativeCredits", "requiredValue": "1.0"
                },
                {
                  "id": "\(achievementID)#grade", "type": ["ResultDescription"], "name": "Arvosana",
                  "resultType": "RawScore", "allowedValue": ["1", "2", "3", "4", "5"]
                }
              ]
            },
            "result": [
              {"type": ["Result"], "resultDescription": "\(achievementID)#level", "achievedLevel": "\(achievementID)#L2"},
              {"type": ["Result"], "resultDescription": "\(achievementID)#hours", "value": "27.5"},
              {"type": ["Result"], "resultDescription": "\(achievementID)#credits", "value": "1.0"},
              {"type": ["Result"], "resultDescription": "\(achievementID)#grade", "value": "4"}
            ]
          },
          "evidence": [
            {"id": "urn:uuid:3e0f6a57-0b5e-4f0e-8a55-0f3f1a2b7c90", "type": ["Evidence"], "name": "Raportti"}
          ],
          "credentialStatus": {
            "id": "https://passi.example/status/1.json#94567", "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation", "statusListIndex": "94567",
            "statusListCredential": "https://passi.example/status/1.json"
          }
        }
        """
}
