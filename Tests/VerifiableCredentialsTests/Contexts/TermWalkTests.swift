import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Which words have a meaning where (JSON-LD 1.1), found without making RDF.
@Suite struct TermWalkTests {
    private static let v1 = "https://www.w3.org/2018/credentials/v1"
    private static let v2 = "https://www.w3.org/ns/credentials/v2"
    private static let badges = OpenBadgesContexts.openBadges303

    /// `place: what is the matter`, in the order of the document.
    private func findings(in document: JSONObject, keywords: Bool = false) -> [String] {
        OpenBadgesContexts.store.findings(in: document, notingKeywords: keywords).map { finding in
            let matter =
                switch finding.kind {
                case .undefinedTerm(let term): "undefined \(term)"
                case .undefinedValue(let text): "undefined value \(text)"
                case .relativeIRI: "relative"
                case .keyword(let name): "keyword \(name)"
                case .spelledOut(let term): "spells out \(term)"
                case .redefined(let term): "redefines \(term)"
                case .unknownContext(let url): "unknown \(url)"
                case .tooManyContexts: "too many"
                }
            return "\(finding.path): \(matter)"
        }
    }

    private func findings(_ changes: [(String, JSONValue?)], keywords: Bool = false) -> [String] {
        findings(in: TestBadge.credential(changes), keywords: keywords)
    }

    private func findings(_ contexts: [String], _ members: JSONObject) -> [String] {
        var document: JSONObject = ["@context": .array(contexts.map { .string($0) })]
        for member in members.members { document[member.name] = member.value }
        return findings(in: document)
    }

    // MARK: Addresses

    @Test("A space or a control anywhere in an address makes it none; their neighbours don't")
    func addressBytes() {
        let address = Array("urn:abcdefghijklmnopqrstuvwxyz".unicodeScalars)
        for place in 4...address.count {
            for value in UInt32(0)...0x81 {
                guard let scalar = Unicode.Scalar(value) else { continue }
                var text = String.UnicodeScalarView()
                text.append(contentsOf: address[..<place] + [scalar] + address[place...])
                let isRefused = value <= 0x20 || value == 0x7F
                #expect(
                    findings([Self.v2], ["id": .string(String(text))]) == (isRefused ? ["$.id: relative"] : []),
                    "\(value) at \(place)")
            }
        }
    }

    // MARK: Words

    @Test("Every word of a sound badge has a meaning, signed or not")
    func sound() throws {
        #expect(findings([]) == [])
        #expect(findings(in: try Bench.signed()) == [])
        #expect(findings([("credentialStatus", TestBadge.statusEntry())]) == [])
    }

    @Test("A word without a meaning is named with its place, at any depth")
    func undefined() {
        #expect(findings([("colour", "red")]) == ["$.colour: undefined colour"])
        #expect(
            findings([("credentialSubject.identifier.0.pepper", "x")])
                == ["$.credentialSubject.identifier[0].pepper: undefined pepper"])
        #expect(findings([("@colour", "red")]) == ["$['@colour']: undefined @colour"])
        #expect(findings(in: with("", "red", in: TestBadge.credential())) == ["$['']: undefined "])
        // What stands below it is gone with it.
        #expect(findings([("colour", ["shade": "dark"])]) == ["$.colour: undefined colour"])
    }

    @Test("Words that look alike are different words")
    func bytes() {
        #expect(findings([("Name", "x")]) == ["$.Name: undefined Name"])
        #expect(findings([("name\u{301}", "x")]).count == 1)
        #expect(findings([("name ", "x")]).count == 1)
    }

    @Test("A type's words hold in its own object and not below, wherever the type stands in it")
    func typeScoped() {
        #expect(findings([("credentialSubject.achievement.humanCode", "TT1")]) == [])
        #expect(
            findings([("credentialSubject.humanCode", "TT1")])
                == ["$.credentialSubject.humanCode: undefined humanCode"])
        #expect(
            findings([("credentialSubject.achievement.criteria.humanCode", "TT1")])
                == ["$.credentialSubject.achievement.criteria.humanCode: undefined humanCode"])
        #expect(findings([Self.v2, Self.badges], ["humanCode": "TT1", "type": ["Achievement"]]) == [])
        #expect(findings([Self.v2, Self.badges], ["humanCode": "TT1", "@type": "Achievement"]) == [])
        #expect(findings([Self.v2, Self.badges], ["humanCode": "TT1"]) == ["$.humanCode: undefined humanCode"])
    }

    @Test("The words of several types hold together")
    func severalTypes() {
        #expect(
            findings(
                [Self.v2, Self.badges],
                ["type": ["Profile", "Achievement"], "humanCode": "TT1", "email": "a@example.org"]) == [])
    }

    @Test("A property's words hold in its value and below")
    func propertyScoped() {
        let entry: JSONValue = [
            "id": "urn:uuid:1", "type": "BitstringStatusListEntry", "statusPurpose": "message", "statusListIndex": "1",
            "statusListCredential": "https://school.example/1", "statusSize": 1,
            "statusMessage": [["status": "0x0", "message": "fine"], ["status": "0x1", "message": "gone"]],
        ]
        #expect(findings([("credentialStatus", entry)]) == [])
        #expect(
            findings([("credentialStatus", entry), ("credentialStatus.message", "x")])
                == ["$.credentialStatus.message: undefined message"])
    }

    @Test("What is JSON by its definition is not looked into")
    func json() {
        let schema: JSONObject = [
            "type": ["JsonSchema"], "jsonSchema": ["$id": "x", "properties": ["colour": ["type": "string"]]],
        ]
        #expect(findings([Self.v2], schema) == [])
    }

    @Test("With the context of undefined terms every word has a meaning")
    func vocabulary() {
        let undefined = "https://www.w3.org/ns/credentials/undefined-terms/v2"
        let members: JSONObject = ["type": ["Colour"], "colour": ["shade": "dark", "type": "Shade"]]
        #expect(findings([Self.v2, undefined], members) == [])
        #expect(findings([Self.v2], members) == ["$.type[0]: undefined value Colour", "$.colour: undefined colour"])
    }

    // MARK: Types and addresses

    @Test("A type is a word of the contexts or an absolute IRI")
    func types() {
        let types: JSONValue = ["VerifiableCredential", "OpenBadgeCredential", "Medal", "https://example.org/Medal"]
        #expect(findings([("type", types)]) == ["$.type[2]: undefined value Medal"])
    }

    @Test(
        "An identifier is an absolute IRI or a blank node",
        arguments: [
            ("urn:uuid:1", true), ("https://example.org/a b", false), ("did:key:z6Mk#z6Mk", true), ("_:b0", true),
            ("anna", false), ("/a", false), ("#a", false), ("", false), ("1a:b", false), ("a_b:c", false),
            ("name:x", true), ("@id", false), ("data:,", true),
        ])
    func identifiers(_ text: String, _ isAbsolute: Bool) {
        #expect(
            findings([("credentialSubject.id", .string(text))])
                == (isAbsolute ? [] : ["$.credentialSubject.id: relative"]))
        // A word whose values are addresses takes them as texts too.
        #expect(findings([("evidence", .array([.string(text)]))]) == (isAbsolute ? [] : ["$.evidence[0]: relative"]))
    }

    @Test("A proof's purpose is one of the words that its property brings")
    func purpose() throws {
        var badge = try Bench.signed()
        func with(_ purpose: JSONValue) -> [String] {
            findings(in: TestBadge.replacing("proof.proofPurpose", in: badge, by: purpose))
        }
        #expect(with("authentication") == [])
        #expect(with("https://example.org/purpose") == [])
        #expect(with("decoration") == ["$.proof.proofPurpose: undefined value decoration"])
        badge["assertionMethod"] = "did:example:1"
        #expect(with("assertionMethod") == ["$.assertionMethod: undefined assertionMethod"])
    }

    @Test("A member named by an IRI has a meaning; when a word has the same, that is told")
    func spelledOut() {
        #expect(findings(in: with("https://example.org/colour", "red", in: TestBadge.credential())) == [])
        let name = "https://schema.org/name"
        #expect(findings(in: with(name, "Anna", in: TestBadge.credential())) == ["$['\(name)']: spells out name"])
        let end = "https://www.w3.org/2018/credentials#validUntil"
        #expect(
            findings(in: with(end, "2030-01-01T00:00:00Z", in: TestBadge.credential()))
                == ["$['\(end)']: spells out validUntil"])
        // Version 1 brings prefixes with its type.
        #expect(
            findings([Self.v1], ["type": "VerifiableCredential", "cred:expirationDate": "2030-01-01T00:00:00Z"])
                == ["$['cred:expirationDate']: spells out expirationDate"])
    }

    private func with(_ name: String, _ value: JSONValue, in document: JSONObject) -> JSONObject {
        var document = document
        document[name] = value
        return document
    }

    // MARK: Keywords

    @Test("Keywords are noted when asked for, and never undefined")
    func keywords() {
        let name: JSONValue = ["@value": "Tiimityö", "@language": "fi", "@direction": "ltr"]
        #expect(findings([("name", name)]) == [])
        #expect(
            findings([("name", name)], keywords: true)
                == ["@value", "@language", "@direction"].map { "$.name['\($0)']: keyword \($0)" })
    }

    @Test(
        "Words are looked for behind keywords too",
        arguments: [
            ("@included", "$['@included'][0].colour"), ("@graph", "$['@graph'][0].colour"),
            ("@nest", "$['@nest'][0].colour"), ("@reverse", "$['@reverse'][0].colour"),
        ])
    func behindKeywords(_ keyword: String, _ place: String) {
        let document = with(keyword, [["name": "x", "colour": "red"]], in: TestBadge.credential())
        #expect(findings(in: document) == ["\(place): undefined colour"])
    }

    @Test("What is nested counts as the object's own, so its type's words hold there")
    func nested() {
        let achievement: JSONObject = ["type": ["Achievement"], "@nest": ["humanCode": "TT1"]]
        #expect(findings([Self.v2, Self.badges], achievement) == [])
    }

    // MARK: Contexts

    @Test("A context in a nested object adds its words from there on")
    func embedded() {
        let key: JSONValue = ["@context": "https://w3id.org/security/multikey/v1", "id": "urn:k", "type": "Multikey"]
        #expect(findings([("evidence", [key])]) == [])
        let without = TestBadge.replacing("0.@context", in: ["0": key], by: nil)["0"] ?? .null
        #expect(findings([("evidence", [without])]) == ["$.evidence[0].type: undefined value Multikey"])
    }

    @Test("Contexts that say the same twice agree, in any number")
    func repeated() {
        #expect(findings([Self.v2, Self.badges, Self.v2, Self.badges], ["name": "x"]) == [])
        let contexts = TestBadge.credential()["@context"]
        #expect(findings([("credentialSubject.@context", contexts), ("issuer.@context", contexts)]) == [])
    }

    @Test("A protected word keeps its meaning, or nothing is read")
    func protected() {
        // 3.0.1 gives texts a datatype, which version 2 of the data model forbids.
        #expect(
            findings([Self.v2, OpenBadgesContexts.openBadges301], ["name": "x"]) == [
                "$['@context']: redefines description"
            ])
        #expect(findings([Self.v1, OpenBadgesContexts.openBadges301], ["name": "x"]) == [])
        #expect(
            findings([Self.v2, "https://w3id.org/security/data-integrity/v1"], [:])
                == ["$['@context']: redefines DataIntegrityProof"])
        #expect(findings([("issuer.@context", .string(Self.v1))]).first?.hasPrefix("$.issuer['@context']: ") == true)
        // A learner record's subject can't be an achievement's subject at once: both define identifier.
        #expect(
            findings(
                [Self.v2, Self.badges, OpenBadgesContexts.clr201], ["type": ["ClrSubject", "AchievementSubject"]])
                == ["$: redefines achievement"])
    }

    @Test("A context that isn't at hand, an inline one and null leave open what stands under them")
    func unknown() {
        let url = "https://example.org/terms"
        #expect(findings([Self.v2, url], ["colour": "red"]) == ["$['@context']: unknown \(url)"])
        #expect(findings([("issuer.@context", ["colour": "urn:c"])]) == ["$.issuer['@context']: unknown {…}"])
        #expect(findings([("issuer.@context", .null)]) == ["$.issuer['@context']: unknown null"])
        // What stands elsewhere is decided all the same.
        #expect(
            findings([("issuer.@context", .string(url)), ("colour", "red")])
                == ["$.issuer['@context']: unknown \(url)", "$.colour: undefined colour"])
        #expect(findings(Array(repeating: Self.v2, count: 17), ["colour": "red"]) == ["$['@context']: too many"])
    }

    @Test("What is presented starts without the words of the presentation")
    func presentation() {
        let presentation: JSONObject = [
            "@context": [.string(Self.v2)], "type": ["VerifiablePresentation"],
            "verifiableCredential": [.object(TestBadge.credential())],
        ]
        #expect(findings(in: presentation) == [])
        let bare = TestBadge.replacing("verifiableCredential.0.@context", in: presentation, by: nil)
        #expect(findings(in: bare).first == "$.verifiableCredential[0].id: undefined id")
    }

    @Test("A Data Integrity proof under contexts that don't know it is read with Data Integrity's own")
    func injected() throws {
        var old: JSONObject = [
            "@context": [.string(Self.v1)], "id": "urn:uuid:1", "type": ["VerifiableCredential"],
            "issuer": .string(TestBadge.issuer), "issuanceDate": "2026-09-29T07:12:31Z",
            "credentialSubject": ["id": "did:example:anna"],
        ]
        old["proof"] = .object(
            ["type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "proofPurpose": "assertionMethod"])
        #expect(findings(in: old) == [])
        let changed = TestBadge.replacing("proof.colour", in: old, by: "red")
        #expect(findings(in: changed) == ["$.proof.colour: undefined colour"])
        old["proof"] = .object(["type": "Ed25519Signature2020", "proofPurpose": "assertionMethod"])
        #expect(findings(in: old) == [])
        // A type that no context at hand defines stays undefined.
        old["proof"] = .object(["type": "Ed25519Signature2030", "proofPurpose": "assertionMethod"])
        #expect(findings(in: old) != [])
    }

    // MARK: As a whole

    @Test("So many findings are told as were asked for")
    func limit() {
        var badge = TestBadge.credential()
        for number in 0..<100 { badge["colour\(number)"] = "red" }
        #expect(OpenBadgesContexts.store.findings(in: badge).count == 20)
        #expect(OpenBadgesContexts.store.findings(in: badge, atMost: 3).map(\.path.description).last == "$.colour2")
    }

    @Test("Many threads that ask a new store at once get the same answers")
    func threads() async {
        let store = ContextStore(OpenBadgesContexts.store.contexts)
        let badge = TestBadge.credential([("credentialSubject.achievement.colour", "red")])
        let expected = OpenBadgesContexts.store.findings(in: badge)
        await withTaskGroup(of: [TermFinding].self) { group in
            for _ in 0..<64 { group.addTask { store.findings(in: badge) } }
            for await findings in group { #expect(findings == expected) }
        }
    }

    @Test("A store that was asked for more combinations than it keeps still answers as a new one does")
    func full() {
        let shipped = OpenBadgesContexts.store.contexts
        let store = ContextStore(shipped)
        var generator = SeededGenerator(seed: 7)
        for round in 0..<1500 {
            let contexts = (0..<5).compactMap { _ in shipped.randomElement(using: &generator)?.url }
            let document: JSONObject = [
                "@context": .array(contexts.map { .string($0) }), "type": ["Achievement", "VerifiableCredential"],
                "humanCode": "TT1", "colour": "red", "name": "x", "issuer": ["id": "relative", "type": "Profile"],
            ]
            let findings = store.findings(in: document)
            if round % 50 == 0 { #expect(findings == ContextStore(shipped).findings(in: document)) }
        }
    }

    @Test("However a document is laid out and whatever it names, a word is found undefined at its own place")
    func random() {
        let types = ["Profile", "Achievement", "Result", "Multikey", "VerifiableCredential", "ClrSubject", "Related"]
        forAll("a word nobody defines is the one finding, in any order of members") { generator in
            var document = JSONObject()
            // A tower of objects with random types and contexts; one word of it means nothing.
            let depth = Int.random(in: 1...6, using: &generator)
            for level in 0..<depth {
                var object: JSONObject = ["id": "urn:uuid:\(level)"]
                object["type"] = .array(
                    [types[Int.random(in: 0..<types.count, using: &generator)]].map { .string($0) })
                if level > 0 { object["evidence"] = .object(document) } else { object["näme"] = "x" }
                if Bool.random(using: &generator) { object["@context"] = .string(Self.v2) }
                document = JSONObject(uniqueMembers: object.members.shuffled(using: &generator))
            }
            document["@context"] = .array(
                [Self.v2, Self.badges, OpenBadgesContexts.clr201, "https://w3id.org/security/multikey/v1"]
                    .map { .string($0) })
            // Only a credential has evidence, so it is wrapped in one each time.
            let wrapped = Self.wrappingEvidence(document)
            let found = OpenBadgesContexts.store.findings(in: wrapped)
            let place = String(repeating: ".evidence", count: depth - 1)
            return found.map(\.kind) == [.undefinedTerm("näme")]
                && found[0].path.description == "$\(place)['näme']"
        }
    }

    /// The tower with the credential's type on all that have evidence.
    private static func wrappingEvidence(_ object: JSONObject) -> JSONObject {
        var object = object
        guard let inner = object["evidence"]?.objectValue else { return object }
        object["type"] = "VerifiableCredential"
        object["evidence"] = .object(wrappingEvidence(inner))
        return object
    }
}
