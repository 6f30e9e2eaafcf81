import Encodings
import LinkedData
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Lists of 1EdTech's kind, which nobody signs: what they say against a badge counts, what they don't say shows nothing.
@Suite struct RevocationListTests {
    private static let address = "https://school.example/revocations"
    private static let badgeID = TestBadge.credential()["id"] ?? .null

    private static func list(
        _ revoked: [JSONValue], id: JSONValue? = .string(address), issuer: JSONValue? = .string(TestBadge.issuer)
    ) -> JSONObject {
        var list: JSONObject = ["revokedCredentials": .array(revoked)]
        list["id"] = id
        list["issuer"] = issuer
        return list
    }

    private func judge(
        _ list: JSONObject?, from address: String? = nil, badge changes: [(String, JSONValue?)] = []
    ) throws -> VerificationReport {
        var material = VerificationMaterial(trust: Bench.list(Bench.school()))
        if let list {
            material.revocationLists = [
                .init(list: try RevocationList(json: list), source: "revocations.json", address: address)
            ]
        }
        let verifier = Verifier(
            material: material, policy: VerificationPolicy(), profile: PlainProfile(),
            time: JudgementTime(now: FixedClock.now))
        let entry: JSONValue = ["id": .string(Self.address), "type": "1EdTechRevocationList"]
        var badge = TestBadge.credential([("credentialStatus", entry)] + changes)
        let contexts = (badge["@context"]?.asList ?? []) + [.string(OpenBadgesContexts.openBadgesExtensions)]
        badge["@context"] = .array(contexts)
        return verifier.judge(JSONWriter.compact(.object(try Bench.signed(badge))), source: "badge.json")
    }

    @Test("A list that isn't at hand is undetermined")
    func unavailable() throws {
        expect(try judge(nil), .status, .undetermined, .statusUnavailable, .undetermined)
        let other = Self.list([["id": Self.badgeID]], id: "https://school.example/others")
        expect(try judge(other), .status, .undetermined, .statusUnavailable, .undetermined)
    }

    @Test("A badge that the list names is withdrawn, unless it says plainly that it isn't")
    func named() throws {
        for element in [["id": Self.badgeID], ["id": Self.badgeID, "revoked": true]] as [JSONValue] {
            let report = try judge(Self.list(["id", "other"].map { ["id": .string("urn:\($0)")] } + [element]))
            expect(report, .status, .failed, .statusRevokedUnsigned, .invalid)
            #expect(report[.status]?.detail["source"] == "revocations.json")
            for language in ReportLanguage.allCases {
                #expect(!ReportText(report, in: language).lines.contains { $0.contains("–") })
            }
        }
        let taken = try judge(Self.list([["id": Self.badgeID, "revoked": false]]))
        expect(taken, .status, .undetermined, .statusNotListed, .undetermined)
    }

    @Test("That it doesn't name a badge shows nothing")
    func notNamed() throws {
        let upper = (Self.badgeID.stringValue ?? "").uppercased()
        for ids in [[], ["urn:uuid:1"], [upper]] {
            let report = try judge(Self.list(ids.map { ["id": .string($0)] }))
            expect(report, .status, .undetermined, .statusNotListed, .undetermined)
        }
    }

    @Test("Another issuer's list says nothing of the badge, and one of nobody's what its place says")
    func issuers() throws {
        let named: [JSONValue] = [["id": Self.badgeID]]
        let other = try judge(Self.list(named, issuer: "did:web:other.example"))
        expect(other, .status, .undetermined, .statusIssuer, .undetermined)
        let nobodys = try judge(Self.list(named, issuer: nil))
        expect(nobodys, .status, .failed, .statusRevokedUnsigned, .invalid)
    }

    @Test("It counts where the receiver says it is from, whatever it calls itself")
    func address() throws {
        let list = Self.list([["id": Self.badgeID]], id: "https://old.school.example/revocations")
        let report = try judge(list, from: Self.address)
        expect(report, .status, .failed, .statusRevokedUnsigned, .invalid)
        #expect(report[.status]?.remarks == [.statusListOtherName])
        let nameless = try judge(Self.list([["id": Self.badgeID]], id: nil), from: Self.address)
        expect(nameless, .status, .failed, .statusRevokedUnsigned, .invalid)
        #expect(nameless[.status]?.remarks == [])
    }

    @Test("A badge without an id can't be looked up")
    func noID() throws {
        let report = try judge(Self.list([["id": Self.badgeID]]), badge: [("id", nil)])
        expect(report, .status, .undetermined, .statusMalformed, .undetermined)
    }

    @Test(
        "A list that can't be read whole isn't read at all",
        arguments: [
            ["revokedCredentials": ["id": "urn:uuid:1"]], ["revokedCredentials": [["revoked": true]]],
            ["revokedCredentials": [["id": "urn:uuid:1", "revoked": "yes"]]], ["revokedCredentials": ["urn:uuid:1"]],
            [:],
        ] as [JSONObject])
    func malformed(_ list: JSONObject) {
        #expect(throws: StatusError(.listMalformed, "")) { try RevocationList(json: list) }
    }
}
