import Cryptography
import Encodings
import Testing
import VerifiableCredentials

@Suite struct JOSEHeaderTests {
    private func parse(_ header: String) throws -> CompactJWS { try CompactJWS(parsing: TestJWT.make(header: header)) }

    @Test(
        "Each member that brings a key from elsewhere or changes what is signed is refused",
        arguments: [
            "\"crit\":[\"exp\"]", "\"crit\":[]", "\"crit\":[\"b64\"],\"b64\":false", "\"b64\":true", "\"b64\":false",
            "\"jku\":\"https://evil.example/jwks\"", "\"x5u\":\"https://evil.example/cert\"", "\"x5c\":[\"MII\"]",
            "\"x5t\":\"AA\"", "\"x5t#S256\":\"AA\"", "\"zip\":\"DEF\"", "\"enc\":\"A128GCM\"",
        ])
    func forbidden(_ member: String) {
        #expect(throws: JOSEError(.headerForbidden, "")) { try parse("{\"alg\":\"EdDSA\",\(member)}") }
    }

    @Test(
        "A JWT that says it isn't signed is refused, however it is spelt", arguments: ["none", "None", "NONE", "nOnE"])
    func none(_ name: String) {
        #expect(throws: JOSEError(.unsecured, "")) { try parse("{\"alg\":\"\(name)\"}") }
        let unsigned = Base64URL.encode(Array("{\"alg\":\"\(name)\"}".utf8)) + ".e30."
        #expect(throws: JOSEError(.unsecured, "")) { try CompactJWS(parsing: Array(unsigned.utf8)) }
    }

    @Test(
        "Algorithms outside the list are unsupported, not failed",
        arguments: ["HS256", "ES512", "PS256", "RS384", "ES256K", "Ed25519", "eddsa", "es256", " EdDSA", ""])
    func algorithms(_ name: String) {
        let error = #expect(throws: JOSEError(.algorithmUnsupported, "")) { try parse("{\"alg\":\"\(name)\"}") }
        #expect(error?.isUnsupported == true)
    }

    @Test("The four algorithms are read", arguments: SignatureAlgorithm.allCases)
    func known(_ algorithm: SignatureAlgorithm) throws {
        #expect(try parse("{\"alg\":\"\(algorithm.joseName)\"}").header.alg == algorithm)
    }

    @Test("A public key used as an HMAC secret gets nowhere")
    func confusion() throws {
        let key = TestKeys.rsa.publicKey
        let input = Base64URL.encode(Array("{\"alg\":\"HS256\"}".utf8)) + ".e30"
        let code = HMACSHA256.code(for: Array(input.utf8), key: JSONWriter.compact(.object(key.jwk)))
        #expect(throws: JOSEError(.algorithmUnsupported, "")) {
            try CompactJWS(parsing: Array((input + "." + Base64URL.encode(code)).utf8))
        }
    }

    @Test(
        "The type says how the payload is read, without regard to case",
        arguments: [
            ("JWT", .jwt), ("jwt", .jwt), ("application/JWT", .jwt), ("vc+jwt", .credential), ("VC+JWT", .credential),
            ("application/vc+jwt", .credential), ("vc+ld+jwt", .credential), ("vp+jwt", .presentation),
            ("Application/VP+LD+JWT", .presentation),
        ] as [(String, JOSEHeader.Kind)])
    func types(_ typ: String, _ kind: JOSEHeader.Kind) throws {
        let jws = try parse("{\"alg\":\"EdDSA\",\"typ\":\"\(typ)\"}")
        #expect(jws.header.kind == kind)
        #expect(jws.isPresentation == (kind == .presentation))
    }

    @Test("Without a type it is a JWT")
    func noType() throws { #expect(try parse("{\"alg\":\"EdDSA\"}").header.kind == .jwt) }

    @Test(
        "Other types are refused",
        arguments: [
            "bad+typ", "at+jwt", "JOSE", "application/", "text/vc+jwt", "application/application/jwt", "vc", "",
            "vc+jwt ",
        ])
    func otherTypes(_ typ: String) {
        #expect(throws: JOSEError(.type, "")) { try parse("{\"alg\":\"EdDSA\",\"typ\":\"\(typ)\"}") }
    }

    @Test(
        "A JWT within a JWT is refused; other content types say nothing",
        arguments: ["JWT", "vc+jwt", "application/vp+jwt", "jose"])
    func nested(_ cty: String) throws {
        #expect(throws: JOSEError(.type, "")) { try parse("{\"alg\":\"EdDSA\",\"cty\":\"\(cty)\"}") }
        #expect(try parse("{\"alg\":\"EdDSA\",\"cty\":\"vc\"}").header.cty == "vc")
    }

    @Test(
        "A header that isn't strict JSON of the right kinds is refused",
        arguments: [
            "", "[]", "\"EdDSA\"", "{}", "{\"alg\":1}", "{\"alg\":null}", "{\"alg\":[\"EdDSA\"]}",
            "{\"alg\":\"EdDSA\",\"alg\":\"none\"}", "{\"alg\":\"EdDSA\"}x", "{\"alg\":\"EdDSA\",\"typ\":1}",
            "{\"alg\":\"EdDSA\",\"kid\":1}", "{\"alg\":\"EdDSA\",\"kid\":[\"a\"]}", "{\"alg\":\"EdDSA\",\"cty\":null}",
            "{\"alg\":\"EdDSA\",\"jwk\":\"a\"}", "{\"alg\":\"EdDSA\",}", "\u{FEFF}{\"alg\":\"EdDSA\"}",
            "{\"alg\":\"EdDSA\",\"a\":{\"b\":{\"c\":{\"d\":{}}}}}",
        ])
    func broken(_ header: String) {
        #expect(throws: JOSEError(.header, "")) { try parse(header) }
    }

    @Test("A key in the header is handed on and proves nothing; a private one is refused")
    func jwk() throws {
        let attacker = TestKeys.otherEd25519
        let jwk = String(decoding: JSONWriter.compact(.object(attacker.publicKey.jwk)), as: UTF8.self)
        let text = try TestJWT.make(header: "{\"alg\":\"EdDSA\",\"jwk\":\(jwk)}", key: attacker)
        let jws = try CompactJWS(parsing: text)
        #expect(jws.header.jwk == attacker.publicKey.jwk)
        #expect(!jws.isValid(for: TestKeys.ed25519.publicKey))

        var secret = attacker.publicKey.jwk
        secret["d"] = "AAAA"
        let leaked = String(decoding: JSONWriter.compact(.object(secret)), as: UTF8.self)
        #expect(throws: JOSEError(.header, "")) { try parse("{\"alg\":\"EdDSA\",\"jwk\":\(leaked)}") }
    }
}
