import BadgeDefinitions
import BadgeIssuer
import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite("What is awarded rests on what is published")
struct AwardedAndPublishedTests {
    @Test("keys, list and achievement that a badge names are on the site", arguments: AwardRecord.Format.allCases)
    func award(_ format: AwardRecord.Format) throws {
        // Given a workspace and an award made with its settings and keys
        let samples = try ScratchFolder()
        let fixture = try WorkspaceFixture(samples: WorkspaceFixture.smallSamples(in: samples))
        let settings = fixture.workspace.settings
        let register = try fixture.register()
        let keys = try fixture.keys()
        let snapshot = try #require(try register.read { try $0.snapshot(slug: "tiimityo", version: 1) })
        let awarder = Awarder(
            register: register, definition: try snapshot.definition(), files: snapshot.files,
            issuer: AwardIssuer(settings), securer: try keys.securer(for: format), judge: { _ in nil })
        let request = AwardRequest(
            recipient: .init(email: "anna@koulu.example", name: "Anna Aalto"), level: "2",
            date: try CalendarDay(iso: "2026-11-20"),
            evidence: [AwardEvidence(kind: .observation, title: "Havainto", source: .none)])
        let report = try awarder.award([request], options: AwardOptions(), now: fixture.now)
        let row = try #require(report.rows.first)
        #expect(row.outcome == .awarded, "\(row.findings)")

        // When the site is published
        _ = try SitePublisher.publish(
            fixture.workspace, register: register, keys: keys, to: fixture.scratch.path(of: "site"), at: fixture.now)
        func json(_ name: String) throws -> JSONObject {
            try #require(try JSONParser.parse(fixture.scratch.read("site/\(name)")).objectValue)
        }

        // Then the badge can be checked against it
        let id = try #require(row.credentialID)
        let bytes = try #require(try register.read { try $0.signedBytes(id) })
        let document = try DIDDocument(json: .object(json("did.json")))
        let credential: JSONObject
        switch format {
        case .json:
            credential = try #require(try JSONParser.parse(bytes).objectValue)
            let proof = try DataIntegrityProof(json: #require(credential["proof"]?.asList.first))
            let method = try #require(document.method(proof.verificationMethod ?? "", for: "assertionMethod"))
            #expect(IssuedProof.suite.verify(document: credential, proof: proof, key: method.publicKey) == .verified)
        case .jwt:
            let jws = try CompactJWS(parsing: bytes)
            let method = try #require(document.method(jws.header.kid ?? "", for: "assertionMethod"))
            #expect(jws.isValid(for: method.publicKey))
            credential = try VCJWT.read(jws).credential
        }
        let entry = try StatusListEntry(json: #require(credential["credentialStatus"]))
        let list = try StatusListCredential(json: json("status/1.json"))
        #expect(entry.listCredential == list.id)
        #expect(list.issuer == credential["issuer"]?["id"]?.stringValue)
        #expect(try list.bits()[entry.index] == false)
        #expect(credential["issuer"] == .object(try json("issuer.json").removing("@context")))
        let achievement = try json("badges/tiimityo/v1/achievement.json").removing("@context")
        #expect(credential["credentialSubject"]?["achievement"] == .object(achievement))
    }
}
