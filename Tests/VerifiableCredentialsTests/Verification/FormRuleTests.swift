import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// Rules of the data model that W3C's inputs at hand don't show.
@Suite struct FormRuleTests {
    private func judge(_ resources: JSONValue, isOld: Bool = false) throws -> CheckResult? {
        var badge = TestBadge.credential([("relatedResource", resources)])
        if isOld {
            badge["@context"] = ["https://www.w3.org/2018/credentials/v1"]
            badge["issuanceDate"] = badge["validFrom"]
        }
        return Bench().judge(try Bench.signed(badge))[.form]
    }

    private static let id: JSONValue = "https://school.example/criteria.html"
    private static let digest: JSONValue = "uEiAz9VTJRl3SsEZ7EZXXfHcBk0Dqf0a4nsFy0SCTnUXvfQ"

    @Test("A related resource names itself by an address and has a digest of either kind")
    func resource() throws {
        let sri: JSONValue = "sha384-Ml/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU"
        for resources in [
            ["id": Self.id, "digestMultibase": Self.digest], ["id": Self.id, "digestSRI": [sri, sri]],
            [["id": Self.id, "digestSRI": sri], ["id": "urn:uuid:1", "digestSRI": sri]],
        ] as [JSONValue] {
            #expect(try judge(resources)?.outcome == .passed)
        }
    }

    @Test(
        "One without is none",
        arguments: [
            [id], ["digestMultibase": digest], ["id": "criteria", "digestMultibase": digest], ["id": id],
            ["id": id, "digestSRI": 1], ["id": id, "digestMultibase": []],
            [["id": id, "digestMultibase": digest], ["id": id, "digestMultibase": digest]],
        ] as [JSONValue])
    func broken(_ resources: JSONValue) throws {
        let form = try judge(resources)
        #expect(form?.outcome == .failed && form?.code == .formModel)
        // The older data model knows no such member.
        #expect(try judge(resources, isOld: true)?.outcome == .passed)
    }

    @Test("In today's presentations a credential is an object, a JWT in its envelope")
    func bareText() throws {
        let jwt = JSONValue.string(try Bench.jwt())
        var presentation: JSONObject = [
            "@context": ["https://www.w3.org/ns/credentials/v2"], "type": "VerifiablePresentation",
            "verifiableCredential": [jwt],
        ]
        #expect(Bench().judge(presentation)[.form]?.code == .formModel)
        presentation["@context"] = ["https://www.w3.org/2018/credentials/v1"]
        #expect(Bench().judge(presentation)[.form]?.code == .formPresentation)
    }

    @Test("An envelope names the context that says what it is")
    func envelope() throws {
        var envelope = try #require(TestPresentation.envelope(try Bench.jwt()).objectValue)
        #expect(Bench().judge(envelope)[.form]?.outcome == .passed)
        for context in [nil, [], "https://www.w3.org/2018/credentials/v1"] as [JSONValue?] {
            envelope["@context"] = context
            #expect(Bench().judge(envelope)[.form]?.code == .formModel)
        }
    }
}
