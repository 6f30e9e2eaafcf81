import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// What the model's own constraints for credentials (the application profile edc-generic-no-cv 1.1.0 of ELM 3.1.0, in
/// SHACL) demand of each class: the members that must be there in the words of its JSON-LD context, and those of which
/// one is allowed.
private enum ELMRules {
    static let mandatory: [String: [String]] = [
        "EuropeanDigitalCredential": [
            "credentialProfiles", "displayParameter", "issuer", "credentialSubject", "issued", "validFrom",
            "credentialSchema",
        ],
        "DisplayParameter": ["title", "language", "primaryLanguage", "individualDisplay"],
        "IndividualDisplay": ["language", "displayDetail"], "DisplayDetail": ["image", "page"],
        "MediaObject": ["contentType", "contentEncoding", "content"],
        "LearningAchievement": ["title", "awardedBy"], "LearningEntitlement": ["title", "awardedBy"],
        "AwardingProcess": ["awardingBody"], "Organisation": ["legalName", "location"], "Location": ["address"],
        "Address": ["countryCode"], "LearningAssessment": ["title", "grade", "awardedBy"],
        "LearningAssessmentSpecification": ["title"], "GradingScheme": ["title"],
        "LearningAchievementSpecification": ["title"], "Qualification": ["title"], "LearningOutcome": ["title"],
        "CreditPoint": ["framework", "point"], "Identifier": ["notation"], "LegalIdentifier": ["notation", "spatial"],
        "Note": ["noteLiteral"], "WebResource": ["contentURL"],
    ]

    static let single: [String: [String]] = [
        "EuropeanDigitalCredential": [
            "displayParameter", "issuer", "credentialSubject", "issuanceDate", "issued", "validFrom", "validUntil",
            "expirationDate",
        ],
        "DisplayParameter": ["primaryLanguage"], "IndividualDisplay": ["language"],
        "DisplayDetail": ["image", "page"], "MediaObject": ["contentType", "contentEncoding", "content"],
        "Person": ["fullName"], "LearningAchievement": ["awardedBy", "specifiedBy"],
        "LearningEntitlement": ["awardedBy", "dateIssued"], "AwardingProcess": ["awardingDate"],
        "Organisation": ["registration"], "Address": ["countryCode"],
        "LearningAssessment": ["grade", "awardedBy", "specifiedBy", "dateIssued"],
        "LearningAssessmentSpecification": ["gradingScheme"],
        "LearningAchievementSpecification": ["volumeOfLearning", "learningOutcomeSummary"],
        "Qualification": ["volumeOfLearning", "learningOutcomeSummary", "eqfLevel", "isPartialQualification"],
        "CreditPoint": ["framework", "point"], "Identifier": ["notation", "schemeName"],
        "LegalIdentifier": ["notation", "spatial"],
    ]

    /// Members whose value is a text by language.
    static let texts = ["title", "description", "legalName", "fullName", "noteLiteral", "category", "prefLabel"]

    /// Which list a member's concept must be of, by the profile's restrictions on vocabularies (edc-generic-full).
    static let schemes = [
        "credentialProfiles": "http://data.europa.eu/snb/credential/25831c2",
        "language": "http://publications.europa.eu/resource/authority/language",
        "primaryLanguage": "http://publications.europa.eu/resource/authority/language",
        "countryCode": "http://publications.europa.eu/resource/authority/country",
        "eqfLevel": "http://data.europa.eu/snb/eqf/25831c2", "nqfLevel": "http://data.europa.eu/snb/qdr/25831c2",
        "relatedESCOSkill": "http://data.europa.eu/esco/concept-scheme/skills",
    ]
}

@Suite("The European Learning Model")
struct ELMDocumentTests {
    private func chosen(_ credential: JSONObject) -> ChosenBadge {
        ChosenBadge(
            item: PortfolioItem(bytes: JSONWriter.compact(.object(credential)), isJWS: false, json: credential),
            report: .refused(CheckResult(.form, .passed, .formOK), source: "-", at: SampleBadges.now))
    }

    private func sample(_ slug: String, _ changes: [(String, JSONValue?)] = []) throws -> ChosenBadge {
        var award = SampleBadges.Award(slug)
        award.hours = "27.5"
        var credential = try SampleBadges.credential(award)
        let number: JSONValue = [
            ["type": "IdentifierEntry", "identifier": "0737546-2", "identifierType": "ext:YTunnus"]
        ]
        for (path, value) in [("issuer.otherIdentifier", number)] + changes {
            credential = TestBadge.replacing(path, in: credential, by: value)
        }
        return chosen(credential)
    }

    private func document(
        _ badges: [ChosenBadge], name: String? = nil, in language: ReportLanguage = .fi
    ) throws -> JSONObject {
        var generator = SeededGenerator(seed: 3)
        return try ELMDocument(badges, shownName: name, at: SampleBadges.now, in: language).json(using: &generator)
    }

    private func objects(in value: JSONValue, named name: String = "") -> [(name: String, object: JSONObject)] {
        switch value {
        case .object(let object):
            [(name, object)] + object.members.flatMap { objects(in: $0.value, named: $0.name) }
        case .array(let elements): elements.flatMap { objects(in: $0, named: name) }
        default: []
        }
    }

    private func problems(_ document: JSONObject) -> [String] {
        var problems: [String] = []
        for (name, object) in objects(in: .object(document)) {
            let type = object["type"]?.asList.compactMap(\.stringValue).last ?? ""
            for member in ELMRules.mandatory[type] ?? [] where object[member]?.asList.isEmpty ?? true {
                problems.append("\(type) lacks \(member)")
            }
            for member in ELMRules.single[type] ?? [] where object[member]?.asList.count ?? 0 > 1 {
                problems.append("\(type) has several \(member)")
            }
            for member in object.members where ELMRules.texts.contains(member.name) {
                let texts = member.value.objectValue?.members ?? []
                if texts.isEmpty || !texts.allSatisfy({ $0.value.stringValue != nil }) {
                    problems.append("\(type) has a \(member.name) that is no text by language")
                }
            }
            if type == "Concept", let scheme = ELMRules.schemes[name], object["inScheme"]?["id"] != .string(scheme) {
                problems.append("\(name) is of another list")
            }
            let isTyped = !type.isEmpty || name == "@context" || ELMRules.texts.contains(name)
            if !isTyped { problems.append("\(name) has no type") }
            if !type.isEmpty, object["id"]?.stringValue.map(AbsoluteURI.isAbsolute) != true {
                problems.append("\(type) has no id")
            }
        }
        return problems
    }

    @Test(
        "has what its constraints demand of each class",
        arguments: ["tiimityo", "digityovalineet", "kestava-tyo", "esiintyminen"])
    func structure(slug: String) throws {
        let document = try document([try sample(slug)], name: "Anna Esimerkki")
        #expect(problems(document) == [])
    }

    @Test("tells of a badge in its own words and the lists' concepts")
    func mapping() throws {
        let badge = try sample("tiimityo")
        let document = try document([badge], name: "Anna Esimerkki")
        #expect(
            document["@context"] == [
                "https://www.w3.org/2018/credentials/v1", "http://data.europa.eu/snb/model/context/edc-ap",
            ])
        #expect(document["type"] == ["VerifiableCredential", "EuropeanDigitalCredential"])
        #expect(document["proof"] == nil)
        #expect(
            document["credentialProfiles"]?.asList.first?["id"] == "http://data.europa.eu/snb/credential/e34929035b")
        #expect(
            document["displayParameter"]?["primaryLanguage"]?["id"]
                == "http://publications.europa.eu/resource/authority/language/FIN")
        let person = try #require(document["credentialSubject"]?.objectValue)
        #expect(person["fullName"] == ["fi": "Anna Esimerkki"])
        #expect(document["issuer"]?["id"] == person["id"])
        let claim = try #require(person["hasClaim"]?.arrayValue?.first?.objectValue)
        #expect(claim["type"] == "LearningAchievement")
        #expect(claim["id"] == badge.item.json["id"])
        #expect(claim["title"] == ["fi": "Tiimityö"])
        let body = claim["awardedBy"]?["awardingBody"]?.asList.first
        #expect(claim["awardedBy"]?["awardingDate"] == "2026-05-29T12:00:00Z")
        #expect(body?["legalName"] == ["fi": "Ammattiopisto"])
        #expect(body?["registration"]?["notation"] == "0737546-2")
        let specification = try #require(claim["specifiedBy"]?.objectValue)
        #expect(specification["volumeOfLearning"] == "PT27H30M")
        let outcomes = specification["learningOutcome"]?.arrayValue ?? []
        let skills = outcomes.compactMap { $0["relatedESCOSkill"]?.asList.first?["id"]?.stringValue }
        let aligned = badge.badge.achievement?.alignments.filter { $0.isOfTarget("ext:ESCO") }.compactMap(\.targetURL)
        #expect(skills == aligned)
        #expect(!skills.isEmpty)
        let assessment = claim["provenBy"]?.asList.first
        #expect(assessment?["grade"]?["noteLiteral"]?["fi"]?.stringValue?.hasPrefix("2") == true)
        #expect(assessment?["specifiedBy"]?["gradingScheme"] != nil)
    }

    @Test("gives no credits that nobody has granted, and those that somebody has")
    func credits() throws {
        let indicative = try document([try sample("tiimityo")])
        let text = String(decoding: JSONWriter.compact(.object(indicative)), as: UTF8.self)
        #expect(!text.contains("creditReceived"))
        #expect(!text.contains("creditPoint"))
        let unit: JSONValue = [
            [
                "type": ["Alignment"], "targetName": "ECTS", "targetType": "ext:CreditUnit", "targetCode": "op",
                "targetUrl": "http://data.europa.eu/snb/education-credit/6fcec5c5af",
            ]
        ]
        let granted = try document([
            try sample(
                "tiimityo",
                [
                    ("credentialSubject.achievement.alignment", unit),
                    ("credentialSubject.creditsEarned", .number(try #require(JSONNumber(text: "1.5")))),
                    ("credentialSubject.achievement.creditsAvailable", 2),
                ])
        ])
        let claim = granted["credentialSubject"]?["hasClaim"]?.asList.first
        let received = claim?["creditReceived"]?.asList.first
        #expect(received?["point"] == "1.5")
        #expect(received?["framework"]?["id"] == "http://data.europa.eu/snb/education-credit/6fcec5c5af")
        #expect(claim?["specifiedBy"]?["creditPoint"]?.asList.first?["point"] == "2")
        #expect(problems(granted) == [])
    }

    @Test("names a milestone's parts among the badges in the file, and only there")
    func parts() throws {
        let part = try sample("tiimityo")
        let id = try #require(part.item.json["id"])
        let evidence: JSONValue = [
            ["id": id, "type": ["Evidence"], "genre": "award"],
            ["id": "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c99", "type": ["Evidence"], "genre": "award"],
        ]
        let milestone = try sample(
            "tiimityo", [("id", "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11"), ("evidence", evidence)])
        let both = try document([milestone, part])
        #expect(both["credentialSubject"]?["hasClaim"]?.asList.first?["hasPart"] == [id])
        #expect(problems(both) == [])
        let alone = JSONWriter.compact(.object(try document([milestone])))
        #expect(!alone.contains("hasPart"))
        #expect(!alone.contains("1f9a3a2d7c99"))
        #expect(!alone.contains(try #require(id.stringValue)))
    }

    @Test("makes an entitlement of a decision to recognise, and a qualification of a level of a framework")
    func kinds() throws {
        let decision = try sample(
            "tiimityo", [("type", ["VerifiableCredential", "OpenBadgeCredential", "ext:RecognitionDecision"])])
        let entitlement = try document([decision])
        #expect(entitlement["credentialSubject"]?["hasClaim"]?.asList.first?["type"] == "LearningEntitlement")
        #expect(problems(entitlement) == [])
        let level: JSONValue = [
            [
                "type": ["Alignment"], "targetName": "EQF 4", "targetType": "ext:EQFLevel",
                "targetUrl": "http://data.europa.eu/snb/eqf/4",
            ]
        ]
        let leveled = try document([try sample("tiimityo", [("credentialSubject.achievement.alignment", level)])])
        let specification = leveled["credentialSubject"]?["hasClaim"]?.asList.first?["specifiedBy"]
        #expect(specification?["type"] == "Qualification")
        #expect(specification?["eqfLevel"]?["id"] == "http://data.europa.eu/snb/eqf/4")
        #expect(specification?["nqfLevel"]?.asList.first?["id"] == "http://data.europa.eu/snb/qdr/c_cbf250da")
        #expect(specification?["isPartialQualification"] == true)
        #expect(problems(leveled) == [])
    }

    @Test("carries nothing that names the learner but a name that was chosen")
    func privacy() throws {
        let badge = try sample("tiimityo")
        let bytes = JSONWriter.compact(.object(try document([badge])))
        for identity in badge.badge.subject?.identifiers ?? [] {
            #expect(!bytes.contains(identity.identityHash))
            #expect(!bytes.contains(try #require(identity.salt)))
        }
        #expect(!bytes.contains(try #require(badge.view.subjectID)))
        #expect(!bytes.contains("fullName"))
        #expect(bytes == JSONWriter.compact(.object(try document([badge]))))
    }

    @Test("has no form for what is no badge")
    func others() throws {
        let endorsement = chosen(["type": ["VerifiableCredential", "EndorsementCredential"], "id": "urn:x:1"])
        #expect(throws: PortfolioError(.form, "")) { try document([endorsement]) }
    }
}
