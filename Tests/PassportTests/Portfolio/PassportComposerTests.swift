import Cryptography
import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("A passport file")
struct PassportComposerTests {
    private typealias Fixture = PortfolioFixture

    private func proof(_ passport: JSONObject) throws -> DataIntegrityProof {
        try #require(try DataIntegrityProof.all(in: passport).first)
    }

    private func isSigned(_ passport: JSONObject) throws -> Bool {
        let suite = EdDSARDFC2022(contexts: Fixture.contexts)
        let outcome = suite.verify(
            document: passport, proof: try proof(passport), key: TestBadge.thirdKey.publicKey)
        return outcome == .verified
    }

    @Test("is a presentation by the learner's key, addressed and ended as chosen")
    func form() throws {
        let selection = PassportSelection(
            items: [try Fixture.badge(1)], receiver: "kahvila.example", challenge: "c-17",
            until: Fixture.now.adding(seconds: 30 * 86_400))
        let passport = try Fixture.parsed(try Fixture.passport(selection))
        #expect(
            passport.names == ["@context", "id", "type", "holder", "verifiableCredential", "proof"])
        #expect(passport["@context"] == ["https://www.w3.org/ns/credentials/v2"])
        #expect(passport["type"] == ["VerifiablePresentation"])
        #expect(passport["holder"] == .string(Fixture.holder))
        #expect(passport["id"]?.stringValue?.hasPrefix("urn:uuid:") == true)
        let proof = try proof(passport)
        #expect(proof.cryptosuite == "eddsa-rdfc-2022")
        #expect(proof.proofPurpose == "authentication")
        #expect(proof.verificationMethod == Fixture.learner.verificationMethod)
        #expect(proof.created == Fixture.now)
        #expect(proof.expires == Fixture.now.adding(seconds: 30 * 86_400))
        #expect(proof.domain == ["kahvila.example"])
        #expect(proof.challenge == "c-17")
        #expect(try isSigned(passport))
    }

    @Test("says nothing of a receiver, a challenge or an end that weren't named")
    func plain() throws {
        let passport = try Fixture.parsed(try Fixture.passport(PassportSelection(items: [try Fixture.badge(1)])))
        let proof = try #require(passport["proof"]?.objectValue)
        #expect(
            proof.names == ["type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"])
    }

    @Test("holds badges as they were signed, their members in order and their numbers as written")
    func untouched() throws {
        var item = try Fixture.badge(1)
        let text = String(decoding: JSONWriter.compact(.object(item.json)), as: UTF8.self)
            .replacing(
                "\"name\":\"Teamwork\",\"description\"",
                with: "\"creditsAvailable\":1.50,\"name\":\"Teamwork\",\"description\"")
        let json = try #require(try JSONParser.parse(Array(text.utf8)).objectValue)
        item = PortfolioItem(bytes: Array(text.utf8), isJWS: false, json: json)
        let passport = try Fixture.parsed(try Fixture.passport(PassportSelection(items: [item])))
        let inside = try #require(passport["verifiableCredential"]?.arrayValue?.first)
        #expect(JSONWriter.compact(inside) == Array(text.utf8))
        #expect(text.contains("1.50"))
    }

    @Test("wraps a JWT in an envelope, letter by letter")
    func envelope() throws {
        let item = try Fixture.token(1)
        let passport = try Fixture.parsed(try Fixture.passport(PassportSelection(items: [item])))
        #expect(
            passport["verifiableCredential"] == [
                [
                    "@context": "https://www.w3.org/ns/credentials/v2",
                    "id": .string("data:application/vc+jwt,\(String(decoding: item.bytes, as: UTF8.self))"),
                    "type": "EnvelopedVerifiableCredential",
                ]
            ])
        #expect(try isSigned(passport))
    }

    @Test("depends on what was chosen alone: nothing of seven other badges is in it, or tells of them")
    func nothingElse() throws {
        let shelf = try (1...12).map { try Fixture.badge($0) }
        let others = try (21...30).map { try Fixture.badge($0) }
        let chosen = [11, 2, 7, 3, 5]
        func passport(from shelf: [PortfolioItem]) throws -> [UInt8] {
            // As the command chooses: by id, from all there is.
            let items = try chosen.map { number in
                try #require(shelf.first { $0.json["id"] == .string(Fixture.id(number)) })
            }
            return try Fixture.passport(
                PassportSelection(
                    items: items, shownName: "Anna Esimerkki", receiver: "kahvila.example",
                    until: Fixture.now.adding(seconds: 86_400)))
        }
        let first = try passport(from: shelf)
        #expect(first == (try passport(from: Array(shelf.reversed()))))
        #expect(first == (try passport(from: others + shelf + others)))
        for number in 1...12 {
            let isChosen = chosen.contains(number)
            #expect(first.contains(Fixture.id(number)) == isChosen)
            #expect(first.contains("Badge-\(number)-end") == isChosen)
            #expect(first.contains("b\(number)-end") == isChosen)
            let value = try #require(shelf[number - 1].json["proof"]?["proofValue"]?.stringValue)
            #expect(first.contains(value) == isChosen)
        }
        let ids = try Fixture.parsed(first)["verifiableCredential"]?.arrayValue?.prefix(5).map { $0["id"] }
        #expect(ids == chosen.map { .string(Fixture.id($0)) })
    }

    @Test("differs when the time, the random numbers or the choice differ")
    func differs() throws {
        let selection = PassportSelection(items: [try Fixture.badge(1)], shownName: "Anna")
        let first = try Fixture.passport(selection)
        #expect(first == (try Fixture.passport(selection)))
        #expect(first != (try Fixture.passport(selection, seed: 8)))
        #expect(first != (try Fixture.passport(selection, at: Fixture.now.adding(seconds: 1))))
        #expect(first != (try Fixture.passport(PassportSelection(items: [try Fixture.badge(1)]))))
    }

    @Test("is taken by a receiver: the badges are judged, the name is the holder's word, the rest is material")
    func received() throws {
        let list = try #require(try JSONParser.parse(try ReceiverFixture.list(TestBadge.listURL)).objectValue)
        let item = try Fixture.badge(
            1, [("credentialStatus", TestBadge.statusEntry()), ("credentialSubject.id", .string(Fixture.holder))])
        let passport = try Fixture.passport(
            PassportSelection(
                items: [item, try Fixture.token(2)], shownName: "Anna", receiver: "kahvila.example", challenge: "c",
                staples: Staples(
                    statusLists: [.init(credential: list, source: "1.json")],
                    documents: [.init(did: TestBadge.issuer, bytes: try ReceiverFixture.didDocument())])))
        var policy = VerificationPolicy()
        (policy.domains, policy.challenge) = (["kahvila.example"], "c")
        let verifier = Verifier(
            material: VerificationMaterial(trust: Fixture.trust), policy: policy, profile: OpenBadgeProfile(),
            time: JudgementTime(now: Fixture.now))
        let judged = verifier.judgeDocument(passport, source: "passport.json")
        #expect(judged.report.verdict == .valid)
        #expect(judged.inner.map(\.report.verdict) == [.valid, .valid, .valid])
        #expect(judged.inner[0].report[.recipient]?.code == .recipientPresented)
        #expect(judged.inner[0].report[.status]?.code == .statusOKByHolder)
        #expect(judged.inner[1].report[.recipient]?.code == .recipientNotBound)
        #expect(judged.inner[2].report[.issuer]?.code == .issuerHolder)
    }

    @Test("carries a shown name as the learner's own statement, signed by the learner")
    func statedName() throws {
        let passport = try Fixture.parsed(
            try Fixture.passport(PassportSelection(items: [try Fixture.badge(1)], shownName: "Anna Esimerkki")))
        let statement = try #require(passport["verifiableCredential"]?.arrayValue?.last?.objectValue)
        #expect(
            statement.names == ["@context", "id", "type", "issuer", "validFrom", "credentialSubject", "proof"])
        #expect(statement["type"] == ["VerifiableCredential"])
        let learner: JSONValue = ["id": .string(Fixture.holder), "name": "Anna Esimerkki"]
        #expect(statement["issuer"] == learner)
        #expect(statement["credentialSubject"] == learner)
        let own = try proof(statement)
        #expect(own.proofPurpose == "assertionMethod")
        #expect(try isSigned(statement))
        #expect(passport["id"] != statement["id"])
    }

    @Test(
        "shows no name that can't be read",
        arguments: ["", "  ", "Anna\u{202E}", "a\nb", "\u{3164}", String(repeating: "a", count: 201)])
    func badName(name: String) throws {
        let items = [try Fixture.badge(1)]
        #expect(throws: PortfolioError(.name, "")) {
            try Fixture.passport(PassportSelection(items: items, shownName: name))
        }
    }

    @Test("carries status lists as they were signed, and DID documents in an enclosure of the learner's")
    func staples() throws {
        let list = try #require(try JSONParser.parse(try ReceiverFixture.list(TestBadge.listURL)).objectValue)
        let document = try ReceiverFixture.didDocument()
        let selection = PassportSelection(
            items: [try Fixture.badge(1)],
            staples: Staples(
                statusLists: [.init(credential: list, source: "1.json")],
                documents: [.init(did: TestBadge.issuer, bytes: document)]))
        let passport = try Fixture.parsed(try Fixture.passport(selection))
        let members = try #require(passport["verifiableCredential"]?.arrayValue)
        #expect(members.count == 3)
        #expect(JSONWriter.compact(members[1]) == JSONWriter.compact(.object(list)))
        let enclosure = try #require(members[2].objectValue)
        #expect(
            enclosure.names == [
                "@context", "type", "issuer", "validFrom", "credentialSubject", "relatedResource", "proof",
            ])
        #expect(enclosure["credentialSubject"] == ["id": .string(TestBadge.issuer)])
        let resource = try #require(enclosure["relatedResource"]?.arrayValue?.first)
        let digest = "u" + Base64URL.encode([0x12, 0x20] + SHA256.hash(document))
        #expect(resource["mediaType"] == "application/did+json")
        #expect(resource["digestMultibase"] == .string(digest))
        let prefix = "data:application/did+json;base64,"
        let id = try #require(resource["id"]?.stringValue)
        #expect(id.hasPrefix(prefix))
        #expect(try Base64.decode(id.dropFirst(prefix.count).utf8) == document)
        #expect(try isSigned(enclosure))
        #expect(try isSigned(passport))
    }

    @Test("without a badge shows that the key is one's own, when a challenge asks for it")
    func keyAlone() throws {
        let passport = try Fixture.parsed(
            try Fixture.passport(PassportSelection(items: [], receiver: "koulu.example", challenge: "c-1")))
        #expect(passport["verifiableCredential"] == nil)
        #expect(try isSigned(passport))
        #expect(throws: PortfolioError(.nothingChosen, "")) { try Fixture.passport(PassportSelection(items: [])) }
        #expect(throws: PortfolioError(.nothingChosen, "")) {
            try Fixture.passport(PassportSelection(items: [], shownName: "Anna", receiver: "koulu.example"))
        }
    }

    @Test(
        "ends in the future, in 90 days at the latest",
        arguments: [(-1, false), (0, false), (1, true), (89, true), (90, true), (91, false), (400, false)])
    func end(days: Int, isTaken: Bool) throws {
        let day = CalendarDay(of: Fixture.now).adding(days: days)
        let until = days == 0 ? Fixture.now : day.lastSecond
        let selection = PassportSelection(items: [try Fixture.badge(1)], until: until)
        if isTaken {
            #expect(
                try Fixture.parsed(try Fixture.passport(selection))["proof"]?["expires"] == .string(until.description))
        } else {
            #expect(throws: PortfolioError(.until, "")) { try Fixture.passport(selection) }
        }
    }

    @Test("holds no more than receivers read of one file")
    func limits() throws {
        let item = try Fixture.badge(1)
        let many = PassportSelection(items: Array(repeating: item, count: 501))
        #expect(throws: PortfolioError(.tooMany, "")) { try Fixture.passport(many) }
        let withName = PassportSelection(items: Array(repeating: item, count: 500), shownName: "Anna")
        #expect(throws: PortfolioError(.tooMany, "")) { try Fixture.passport(withName) }
    }

    @Test("holds more statements than a single credential may")
    func large() throws {
        let tags = JSONValue.array((0..<250).map { .string("tag \($0)") })
        let items = try (1...100).map { try Fixture.badge($0, [("credentialSubject.achievement.tag", tags)]) }
        let passport = try Fixture.passport(PassportSelection(items: items))
        let judged = Fixture.verifier().judgeDocument(passport, source: "passport.json")
        #expect(judged.report.verdict == .valid)
        #expect(judged.inner.count == 100)
        #expect(judged.report.worst == .valid)
    }

    @Test("that was changed in one place isn't signed any more")
    func changed() throws {
        let bytes = try Fixture.passport(
            PassportSelection(items: [try Fixture.badge(1)], shownName: "Anna", receiver: "kahvila.example"))
        let text = String(decoding: bytes, as: UTF8.self)
        for (old, new) in [
            ("Badge-1-end", "Badge-2-end"), ("\"Anna\"", "\"Anne\""), ("kahvila.example", "kahvilb.example"),
            ("\"holder\": \"did:key:z6Mk", "\"holder\": \"did:key:z6Mj"),
        ] {
            let changed = text.replacing(old, with: new)
            #expect(changed != text)
            #expect(try !isSigned(try Fixture.parsed(Array(changed.utf8))))
        }
    }
}
