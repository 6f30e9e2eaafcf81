import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Presentations and credentials as JWTs")
struct JWTPresentationTests {
    typealias Sample = TestPresentation

    private func jwt(_ payload: JSONObject, typ: String, kid: String? = Sample.signingKey.verificationMethod) throws
        -> String
    {
        var header: JSONObject = ["typ": .string(typ)]
        header["kid"] = kid.map { .string($0) }
        return try Bench.jws(payload, header: header, by: Sample.key)
    }

    private func payload(_ members: [JSONValue], _ claims: JSONObject) -> JSONObject {
        var payload = Sample.unsigned(members)
        for claim in claims.members { payload[claim.name] = claim.value }
        return payload
    }

    /// The form of data model 1.1.
    private func vpClaim(_ members: [JSONValue], _ claims: JSONObject) -> JSONObject {
        var payload: JSONObject = [
            "iss": .string(Sample.did), "vp": .object(Sample.unsigned(members, holder: nil)),
        ]
        for claim in claims.members { payload[claim.name] = claim.value }
        return payload
    }

    private let claims: JSONObject = [
        "aud": .string(TestPresentation.university), "nonce": .string(TestPresentation.challenge),
    ]

    @Test("with aud and nonce of ours are presented by their holder")
    func presented() throws {
        let badge = try Sample.signedBadge()
        let enveloped = try jwt(payload([badge], claims), typ: "vp+jwt")
        let old = try jwt(vpClaim([badge], claims), typ: "JWT")
        for text in [enveloped, old] {
            let report = Sample.asking.judge(jwt: text)
            #expect(report.worst == .valid)
            #expect(report[.recipient]?.code == .recipientAddressed)
            #expect(report.inner.first?[.recipient]?.code == .recipientPresented)
            expect(Bench().judge(jwt: text), .recipient, .undetermined, .recipientOther, .undetermined)
        }
    }

    @Test("end with exp, and are nobody's without the holder's key")
    func refused() throws {
        let badge = try Sample.signedBadge()
        for typ in ["vp+jwt", "JWT"] {
            var late = typ == "JWT" ? vpClaim([badge], claims) : payload([badge], claims)
            late["exp"] = 1_790_700_000
            var bench = Sample.asking
            bench.now = Timestamp(secondsSince1970: 1_790_700_001)
            expect(bench.judge(jwt: try jwt(late, typ: typ)), .proof, .failed, .proofExpired, .invalid)
        }
        var other = payload([badge], claims)
        other["holder"] = .string(DIDKey.did(for: TestBadge.otherKey.publicKey).description)
        #expect(Sample.asking.judge(jwt: try jwt(other, typ: "vp+jwt")).verdict == .invalid)
    }

    @Test("Badges as JWTs stand in envelopes, and are judged as they are")
    func envelopes() throws {
        let badge = try Bench.jwt(Sample.badge())
        let report = Sample.asking.judge(try Sample.signed([Sample.envelope(badge)], more: Sample.addressed))
        #expect(report.worst == .valid && report.inner.first?[.recipient]?.code == .recipientPresented)
        // By itself an envelope is the badge in it.
        #expect(Bench().judge(try #require(Sample.envelope(badge).objectValue)).verdict == .valid)
        // Data model 1.1 has them as bare texts.
        var old = Sample.unsigned([.string(badge)])
        old["@context"] = ["https://www.w3.org/2018/credentials/v1"]
        #expect(Bench().judge(old).inner.first?.verdict == .valid)
    }

    @Test("What is in an envelope is as broken as it is")
    func brokenEnvelopes() throws {
        let badge = try Bench.jwt(Sample.badge())
        func code(_ id: String) throws -> CheckResult? {
            Bench().judge(["type": "EnvelopedVerifiableCredential", "id": .string(id)])[.form]
        }
        #expect(try code("data:application/vc+sd-jwt,\(badge)~")?.code == .formEnveloped)
        #expect(try code("data:application/vc+cose;base64,AAAA")?.outcome == .undetermined)
        #expect(try code("https://example.org/badge")?.code == .formModel)
        #expect(try code("data:application/vc+jwt")?.code == .formModel)
        #expect(try code("data:application/vc+jwt,nonsense")?.outcome == .failed)
        let presentation = try jwt(payload([], [:]), typ: "vp+jwt")
        #expect(try code("data:application/vc+jwt,\(presentation)")?.outcome == .failed)
        let changed = String(badge.dropLast(4)) + "AAAA"
        #expect(Bench().judge(try #require(Sample.envelope(changed).objectValue)).verdict == .invalid)
    }
}
