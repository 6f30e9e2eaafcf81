import Encodings
import OpenBadges
import TestSupport
import Testing

@Suite("CLR 2.0 schema rules")
struct LearnerRecordSchemaTests {
    /// A record of two badges, a milestone's among them.
    static let record: JSONObject = [
        "@context": [
            "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12", "type": ["VerifiableCredential", "ClrCredential"],
        "name": "Ote osaamismerkeistä", "partial": true, "validFrom": "2026-09-29T12:00:00Z",
        "issuer": ["id": "did:web:passi.example", "type": ["Profile"], "name": "Esimerkki-ammattiopisto"],
        "credentialSubject": [
            "id": "urn:uuid:5c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c12", "type": ["ClrSubject"],
            "identifier": [
                [
                    "type": "IdentityObject", "hashed": false, "identityHash": "anna@example.org",
                    "identityType": "emailAddress",
                ]
            ],
            "achievement": [
                [
                    "id": "https://passi.example/badges/tiimityo/v1", "type": ["Achievement"], "name": "Tiimityö",
                    "description": "Toimii.", "criteria": ["narrative": "On toiminut."],
                ]
            ],
            "association": [
                [
                    "type": "Association", "associationType": "isParentOf",
                    "sourceId": "https://passi.example/badges/koonti/v1",
                    "targetId": "https://passi.example/badges/tiimityo/v1",
                ]
            ],
            "verifiableCredential": [.object(SampleBadge.credential)],
        ],
    ]

    static func with(_ path: String, _ value: JSONValue?) -> JSONObject {
        replacing(.object(record), path.split(separator: ".").map(String.init)[...], value)?.objectValue ?? [:]
    }

    private static func replacing(_ tree: JSONValue, _ steps: ArraySlice<String>, _ value: JSONValue?) -> JSONValue? {
        guard let step = steps.first else { return value }
        switch tree {
        case .object(var object):
            object[step] = replacing(object[step] ?? .object([:]), steps.dropFirst(), value)
            return .object(object)
        case .array(var elements):
            guard let place = Int(step), elements.indices.contains(place) else { return tree }
            if let element = replacing(elements[place], steps.dropFirst(), value) {
                elements[place] = element
            } else {
                elements.remove(at: place)
            }
            return .array(elements)
        default: return tree
        }
    }

    private func findings(in record: JSONObject) -> [SchemaFinding] {
        OpenBadgeSchema.findings(in: record, as: .clrCredential)
    }

    @Test("a sound record has no findings, and is no badge")
    func sound() {
        #expect(findings(in: Self.record) == [])
        #expect(!OpenBadgeSchema.findings(in: Self.record).isEmpty)
        #expect(!OpenBadgeSchema.findings(in: SampleBadge.credential, as: .clrCredential).isEmpty)
    }

    @Test(
        "what is wrong is named with its place and kind",
        arguments: [
            ("name", nil, .missing, "$.name"),
            ("validFrom", nil, .missing, "$.validFrom"),
            ("partial", "yes", .kind, "$.partial"),
            ("type", ["VerifiableCredential"], .type, "$.type"),
            ("credentialSubject.type", ["AchievementSubject"], .type, "$.credentialSubject.type"),
            ("credentialSubject.verifiableCredential", nil, .missing, "$.credentialSubject.verifiableCredential"),
            ("credentialSubject.verifiableCredential", [], .missing, "$.credentialSubject.verifiableCredential"),
            (
                "credentialSubject.verifiableCredential", ["eyJhbGciOiJFUzI1NiJ9.e30.AAAA"], .kind,
                "$.credentialSubject.verifiableCredential[0]"
            ),
            (
                "credentialSubject.verifiableCredential.0.validFrom", nil, .missing,
                "$.credentialSubject.verifiableCredential[0].validFrom"
            ),
            (
                "credentialSubject.verifiableCredential.0.type", ["OpenBadgeCredential"], .type,
                "$.credentialSubject.verifiableCredential[0].type"
            ),
            (
                "credentialSubject.association.0.associationType", "isAbove", .vocabulary,
                "$.credentialSubject.association[0].associationType"
            ),
            (
                "credentialSubject.association.0.associationType", "ext:isAbove", .vocabulary,
                "$.credentialSubject.association[0].associationType"
            ),
            (
                "credentialSubject.association.0.note", "x", .unexpected, "$.credentialSubject.association[0].note"
            ),
            ("credentialSubject.association.0.targetId", nil, .missing, "$.credentialSubject.association[0].targetId"),
            ("credentialSubject.achievement.0.name", nil, .missing, "$.credentialSubject.achievement[0].name"),
            (
                "@context.1", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", .context,
                "$['@context']"
            ),
            ("@context.2", nil, .context, "$['@context']"),
            ("@context.1", "https://purl.imsglobal.org/spec/clr/v2p0/context-3.0.1.json", .context, "$['@context']"),
        ] as [(String, JSONValue?, SchemaFinding.Code, String)])
    func broken(_ path: String, _ value: JSONValue?, _ code: SchemaFinding.Code, _ place: String) {
        let findings = findings(in: Self.with(path, value))
        #expect(findings.contains { $0.code == code && $0.path.description == place }, "\(findings)")
    }

    @Test(
        "what stands in a record may be of any kind, and a set of one without brackets",
        arguments: [
            (
                "credentialSubject.verifiableCredential",
                [
                    "@context": "https://www.w3.org/ns/credentials/v2", "type": ["VerifiableCredential"],
                    "issuer": "did:web:x.example", "validFrom": "2026-09-29T12:00:00Z", "credentialSubject": [:],
                ]
            ),
            ("@context.1", "https://purl.imsglobal.org/spec/clr/v2p0/context.json"),
            ("credentialSubject.association", nil), ("credentialSubject.further", "x"), ("partial", nil),
        ] as [(String, JSONValue?)])
    func right(_ path: String, _ value: JSONValue?) {
        #expect(findings(in: Self.with(path, value)) == [])
    }

    @Test("the records of 1EdTech's own validator are taken, each by its data model", .needsCorpus("1edtech-validator"))
    func corpus() throws {
        for (file, isVCDM11) in [
            ("simple.json", false), ("simple-noproof.json", true), ("simple_old_safesigned.json", true),
        ] {
            let bytes = try Corpus.read("1edtech-validator/fixtures/clr20/\(file)")
            let record = try #require(try JSONParser.parse(bytes).objectValue)
            #expect((record["issuanceDate"] != nil) == isVCDM11)
            #expect(findings(in: record) == [], "\(file)")
            // What is asked of a record is really looked at.
            #expect(!findings(in: record.removing("name")).isEmpty)
        }
    }

    @Test("a record of the first edition may hold JWTs, a later one holds credentials only")
    func jwts() {
        let jwts: JSONValue = ["eyJhbGciOiJFUzI1NiJ9.e30.AAAA"]
        var first = Self.with("credentialSubject.verifiableCredential", jwts).removing("validFrom")
        #expect(!findings(in: Self.with("credentialSubject.verifiableCredential", jwts)).isEmpty)
        first["@context"] = ["https://www.w3.org/2018/credentials/v1"]
        first["issuanceDate"] = "2026-09-29T12:00:00Z"
        #expect(findings(in: first) == [])
    }

    @Test("random damage never traps, and both ways of asking agree")
    func damage() {
        forAll("asking for findings and for acceptance agree") { generator in
            let names = ["type", "credentialSubject", "issuer", "@context", "id", "partial"]
            var record = Self.record
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let name = names[Int.random(in: 0..<names.count, using: &generator)]
                let values: [JSONValue?] = [nil, .null, [], [:], "x", .array([.object(Self.record)])]
                record[name] = values[Int.random(in: 0..<values.count, using: &generator)]
            }
            return OpenBadgeSchema.Form.allCases.allSatisfy { form in
                OpenBadgeSchema.accepts(record, as: .clrCredential, form: form)
                    == OpenBadgeSchema.findings(in: record, as: .clrCredential, form: form).isEmpty
            }
        }
    }
}
