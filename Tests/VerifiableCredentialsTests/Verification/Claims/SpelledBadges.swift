import Encodings
import OpenBadges
import TestSupport

/// Badges and a status list that between them have every member that is read.
enum SpelledBadges {
    static let ob = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"

    static let all: [(name: String, document: JSONObject)] = [
        ("credential", credential), ("achievement", achievement), ("results", results), ("subject", subject),
        ("model 1.1", model11), ("status list", statusList), ("draft status list", draftStatusList),
        ("learner record", learnerRecord), ("endorsement", endorsement),
    ]

    private static func parse(_ text: String) -> JSONObject {
        do {
            return try JSONParser.parse(Array(text.utf8)).objectValue ?? JSONObject()
        } catch {
            fatalError("a sample isn't JSON: \(error)")
        }
    }

    private static let contexts = """
        "@context": [
          "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
          "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
        ]
        """
    private static let head = """
        \(contexts), "id": "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11",
        "type": ["VerifiableCredential", "OpenBadgeCredential"], "validFrom": "2026-09-29T07:12:31Z"
        """
    private static let award = """
        "id": "urn:uuid:5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12", "type": ["AchievementSubject"]
        """

    static let credential = parse(
        """
        {\(head), "name": "Teamwork", "description": "Works in a team.",
         "validUntil": "2027-01-01T00:00:00Z", "awardedDate": "2026-09-29T12:00:00Z",
         "image": {"id": "https://school.example/badge.png", "type": "Image", "caption": "A badge"},
         "credentialStatus": [
           {"id": "https://school.example/status/1.json#7", "type": "BitstringStatusListEntry", "statusSize": 1,
            "statusPurpose": "revocation", "statusListIndex": "7",
            "statusListCredential": "https://school.example/status/1.json"}],
         "credentialSchema": [{"id": "https://school.example/schema", "type": "1EdTechJsonSchemaValidator2019"}],
         "termsOfUse": {"id": "https://school.example/terms", "type": "https://school.example/Terms"},
         "refreshService": {"id": "https://school.example/refresh", "type": "1EdTechCredentialRefresh"},
         "evidence": [
           {"id": "https://school.example/work", "type": ["Evidence"], "name": "Work", "description": "A film",
            "narrative": "Filmed.", "genre": "film", "audience": "all", "digestMultibase": "uEiA", "digestSRI": "sha256-AA"}],
         "endorsementJwt": ["a.b.c"],
         "issuer": {
           "id": "did:web:school.example", "type": ["Profile"], "name": "The School", "description": "A school",
           "url": "https://school.example", "email": "post@school.example", "phone": "1", "official": "x",
           "additionalName": "a", "familyName": "b", "givenName": "c", "honorificPrefix": "d",
           "honorificSuffix": "e", "familyNamePrefix": "f", "patronymicName": "g", "dateOfBirth": "2000-01-01",
           "image": {"id": "https://school.example/logo.png", "type": "Image", "caption": "A logo"},
           "endorsementJwt": ["d.e.f"],
           "address": {
             "id": "urn:a:1", "type": ["Address"], "addressCountry": "Finland", "addressCountryCode": "FI",
             "addressLocality": "Turku", "addressRegion": "V", "postOfficeBoxNumber": "1", "postalCode": "20",
             "streetAddress": "x", "geo": {"type": "GeoCoordinates", "latitude": 60.5, "longitude": 22}},
           "otherIdentifier": [{"type": "IdentifierEntry", "identifier": "1-9", "identifierType": "ext:YTunnus"}],
           "parentOrg": {"id": "did:web:region.example", "type": ["Profile"], "name": "The Region"}},
         "credentialSubject": {\(award), "achievement": {
           "id": "https://school.example/badges/teamwork/v1", "type": ["Achievement"], "name": "Teamwork",
           "description": "Works in a team.", "criteria": {"narrative": "Has worked in one."}}}}
        """)

    static let achievement = parse(
        """
        {\(head), "issuer": "did:web:school.example", "credentialSubject": {\(award), "achievement": {
          "id": "https://school.example/badges/teamwork/v1", "type": ["Achievement"], "name": "Teamwork",
          "description": "Works in a team.", "criteria": {"id": "urn:c:1", "narrative": "Has worked in one."},
          "achievementType": "Badge", "fieldOfStudy": "work", "humanCode": "TEAM", "specialization": "x",
          "version": "1", "inLanguage": "en", "tag": ["team", "work"], "creditsAvailable": 2.5,
          "creator": {"id": "did:web:maker.example", "type": ["Profile"], "name": "The Maker"},
          "image": {"id": "https://school.example/badge.png", "type": "Image", "caption": "A badge"},
          "related": [
            {"id": "https://school.example/badges/teamwork/v1/sv", "type": ["Related"], "inLanguage": "sv",
             "version": "1"}],
          "otherIdentifier": [{"type": "IdentifierEntry", "identifier": "9", "identifierType": "ext:Code"}],
          "endorsementJwt": ["a.b.c"],
          "alignment": [
            {"type": ["Alignment"], "targetName": "EQF 4", "targetType": "ext:EQFLevel", "targetCode": "4",
             "targetDescription": "x", "targetFramework": "EQF", "targetUrl": "http://data.europa.eu/snb/eqf/4"}]}}}
        """)

    static let results = parse(
        """
        {\(head), "issuer": "did:web:school.example", "credentialSubject": {\(award),
          "result": [
            {"type": ["Result"], "resultDescription": "urn:rd:level", "achievedLevel": "urn:level:2",
             "alignment": [{"type": ["Alignment"], "targetName": "x", "targetUrl": "https://x.example"}]},
            {"id": "urn:result:2", "type": ["Result"], "resultDescription": "urn:rd:hours", "value": "27",
             "status": "Completed"}],
          "achievement": {
            "id": "https://school.example/badges/teamwork/v1", "type": ["Achievement"], "name": "Teamwork",
            "description": "Works.", "criteria": {"narrative": "Has worked in one."},
            "resultDescription": [
              {"id": "urn:rd:level", "type": ["ResultDescription"], "name": "Level", "description": "How well",
               "resultType": "RubricCriterionLevel", "requiredLevel": "urn:level:1",
               "alignment": [{"type": ["Alignment"], "targetName": "y", "targetUrl": "https://y.example"}],
               "rubricCriterionLevel": [
                 {"id": "urn:level:1", "type": ["RubricCriterionLevel"], "name": "basic", "level": "1"},
                 {"id": "urn:level:2", "type": ["RubricCriterionLevel"], "name": "good", "description": "more",
                  "level": "2", "points": "5",
                  "alignment": [{"type": ["Alignment"], "targetName": "z", "targetUrl": "https://z.example"}]}]},
              {"id": "urn:rd:hours", "type": ["ResultDescription"], "name": "Hours",
               "resultType": "ext:WorkloadHours", "requiredValue": "20", "allowedValue": ["20", "27"],
               "valueMin": "1", "valueMax": "40"}]}}}
        """)

    static let subject = parse(
        """
        {\(head), "issuer": "did:web:school.example", "credentialSubject": {\(award),
          "activityStartDate": "2026-08-01", "activityEndDate": "2026-09-01", "licenseNumber": "L1",
          "narrative": "In the café.", "role": "member", "term": "autumn", "creditsEarned": 2,
          "image": {"id": "https://school.example/anna.png", "type": "Image", "caption": "Anna"},
          "source": {"id": "did:web:cafe.example", "type": ["Profile"], "name": "The Café"},
          "identifier": [
            {"type": "IdentityObject", "hashed": false, "identityHash": "anna@example.org", "salt": "x",
             "identityType": "emailAddress"},
            {"id": "urn:identity:2", "type": "IdentityObject", "hashed": true, "identityHash": "sha256$00",
             "identityType": "name"}],
          "achievement": {
            "id": "https://school.example/badges/teamwork/v1", "type": ["Achievement"], "name": "Teamwork",
            "description": "Works.", "criteria": {"narrative": "Has worked in one."}}}}
        """)

    /// What it speaks of is the resource whose digests it names.
    static let endorsement = parse(
        """
        {\(contexts), "id": "urn:uuid:7c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c13", "name": "An endorsement",
         "type": ["VerifiableCredential", "EndorsementCredential"], "validFrom": "2026-09-29T07:12:31Z",
         "issuer": "did:web:region.example",
         "relatedResource": {
           "id": "https://school.example/badges/teamwork/v1", "digestMultibase": "uEiA", "digestSRI": "sha256-AA"},
         "credentialSubject": {
           "id": "https://school.example/badges/teamwork/v1", "type": ["EndorsementSubject"],
           "endorsementComment": "We hire people with this badge."}}
        """)

    static let model11 = parse(
        """
        {"@context": ["https://www.w3.org/2018/credentials/v1",
                      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
                      "https://w3id.org/vc/status-list/2021/v1",
                      "https://w3id.org/security/data-integrity/v2"],
         "id": "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11", "name": "Teamwork",
         "type": ["VerifiableCredential", "AchievementCredential"], "issuanceDate": "2026-09-29T07:12:31Z",
         "expirationDate": "2027-01-01T00:00:00Z", "issuer": "did:web:school.example",
         "credentialStatus": {
           "id": "https://school.example/status/1.json#7", "type": "StatusList2021Entry",
           "statusPurpose": "revocation", "statusListIndex": "7",
           "statusListCredential": "https://school.example/status/1.json"},
         "credentialSubject": {\(award), "name": "Anna Esimerkki", "creditsEarned": 3,
           "result": [{"type": ["Result"], "resultDescription": "urn:rd:1", "value": "3"}],
           "identifier": [
            {"type": "IdentityObject", "hashed": true, "identityHash": "sha256$00", "identityType": "emailAddress"}],
           "achievement": {
             "id": "https://school.example/badges/teamwork/v1", "type": ["Achievement"], "name": "Teamwork",
             "description": "Works.", "criteria": {"narrative": "Has worked in one."},
             "resultDescription": [
               {"id": "urn:rd:1", "type": ["ResultDescription"], "name": "Hours",
                "resultType": "ext:WorkloadHours"}]}}}
        """)

    static let statusList = parse(
        """
        {"@context": ["https://www.w3.org/ns/credentials/v2"], "id": "https://school.example/status/1.json",
         "type": ["VerifiableCredential", "BitstringStatusListCredential"], "issuer": "did:web:school.example",
         "validFrom": "2026-11-20T00:00:00Z", "validUntil": "2026-12-20T00:00:00Z",
         "credentialSubject": {
           "id": "https://school.example/status/1.json#list", "type": "BitstringStatusList",
           "statusPurpose": "revocation", "encodedList": "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"}}
        """)

    static let draftStatusList = parse(
        """
        {"@context": ["https://www.w3.org/2018/credentials/v1", "https://w3id.org/vc/status-list/2021/v1",
                      "https://w3id.org/security/data-integrity/v2"],
         "id": "https://school.example/status/1.json",
         "type": ["VerifiableCredential", "StatusList2021Credential"], "issuer": "did:web:school.example",
         "issuanceDate": "2026-11-20T00:00:00Z",
         "credentialSubject": {
           "id": "https://school.example/status/1.json#list", "type": "StatusList2021",
           "statusPurpose": "revocation", "encodedList": "H4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"}}
        """)

    static let learnerRecord = parse(
        """
        {"@context": ["https://www.w3.org/ns/credentials/v2",
                      "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
                      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
         "id": "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11", "name": "All of it",
         "type": ["VerifiableCredential", "ClrCredential"], "validFrom": "2026-09-29T07:12:31Z",
         "issuer": "did:web:school.example",
         "credentialSubject": {
           "id": "urn:uuid:5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12", "type": ["ClrSubject"],
           "identifier": [
             {"type": "IdentityObject", "hashed": false, "identityHash": "anna@example.org",
              "identityType": "emailAddress"}],
           "achievement": [
             {"id": "https://school.example/badges/teamwork/v1", "type": ["Achievement"], "name": "Teamwork",
              "description": "Works.", "criteria": {"narrative": "Has worked in one."}}],
           "verifiableCredential": [
             {"@context": ["https://www.w3.org/ns/credentials/v2"], "type": ["VerifiableCredential"],
              "id": "urn:uuid:7c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c13", "issuer": "did:web:other.example",
              "validFrom": "2026-09-29T07:12:31Z",
              "credentialSubject": {"id": "urn:uuid:9c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c14"}}]}}
        """)
}
