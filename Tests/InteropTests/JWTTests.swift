import Encodings
import Testing
import TestSupport

@Suite("PyJWT and joserfc", .needsPeers)
struct JWTTests {
    private static let shared = Result {
        let badges = try IssuedBadges.shared.get()
        return try Peers.ask(
            "verify_jwt",
            ["document": .string(badges.didDocument), "files": .array(badges.jwt.map { .string($0) })])
    }

    private let badges: IssuedBadges
    private let answers: [JSONValue]

    init() throws {
        badges = try IssuedBadges.shared.get()
        answers = try Self.shared.get().arrayValue ?? []
    }

    @Test("Both find the key by the kid in the published DID document, and the signatures fit")
    func signatures() {
        #expect(answers.count == badges.jwt.count)
        for (file, answer) in zip(badges.jwt, answers) {
            for peer in ["pyjwt", "joserfc"] {
                #expect(answer[peer]?["ok"] == true, "\(peer) on \(file): \(answer[peer]?["error"]?.stringValue ?? "")")
                #expect(answer[peer]?["value"] == answer["claims"], "\(peer) on \(file)")
                #expect(answer["tampered"]?[peer]?["ok"] == false, "\(peer) on \(file)")
            }
        }
    }

    @Test("Header and registered claims are those of Open Badges 3.0 §8.2")
    func claims() throws {
        #expect(answers.count == badges.jwt.count)
        for answer in answers {
            #expect(
                answer["header"] == ["alg": "ES256", "kid": .string("\(IssuedBadges.did)#p256-1"), "typ": "JWT"])
            let claims = try #require(answer["claims"]?.objectValue)
            #expect(claims["iss"]?.stringValue == IssuedBadges.did)
            #expect(claims["iss"] == claims["issuer"]?["id"])
            #expect(claims["jti"] != nil)
            #expect(claims["jti"] == claims["id"])
            #expect(claims["sub"] != nil)
            #expect(claims["sub"] == claims["credentialSubject"]?["id"])
            #expect(claims["vc"] == nil)
            let start = try Timestamp(rfc3339: try #require(claims["validFrom"]?.stringValue))
            #expect(claims["nbf"]?.numberValue?.text == "\(start.seconds)")
            let end = try claims["validUntil"]?.stringValue.map { try Timestamp(rfc3339: $0) }
            #expect(claims["exp"]?.numberValue?.text == end.map { "\($0.seconds)" })
        }
    }

    @Test("Badges with an end among them carry it as exp")
    func ends() {
        // digityovalineet and tyoturvallisuus end, in three languages.
        #expect(answers.count { $0["claims"]?["exp"] != nil } == 6)
    }
}
