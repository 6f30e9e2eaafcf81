import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite struct CompactJWSTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test("The parts are what was signed, byte for byte", arguments: TestKeys.byAlgorithm.map(\.key))
    func parts(_ key: PrivateKey) throws {
        let payload = bytes(" {\"a\" : 1.0}\n")
        let text = try CompactJWS.sign(payload: payload, header: ["typ": "JWT", "kid": "did:web:a#b"], key: key)
        let jws = try CompactJWS(parsing: bytes(text))
        #expect(jws.header.alg == key.type.signatureAlgorithm)
        #expect(jws.header.typ == "JWT")
        #expect(jws.header.kid == "did:web:a#b")
        #expect(jws.header.json.names == ["alg", "typ", "kid"])
        #expect(jws.payload == payload)
        #expect(String(decoding: jws.signingInput, as: UTF8.self) + "." + Base64URL.encode(jws.signature) == text)
        #expect(jws.isValid(for: key.publicKey))
        #expect(!jws.isPresentation)
    }

    @Test("No other key's signature passes, of its type or another", arguments: TestKeys.byAlgorithm.map(\.key))
    func otherKeys(_ key: PrivateKey) throws {
        let text = try CompactJWS.sign(payload: [1], header: [:], key: key)
        let jws = try CompactJWS(parsing: bytes(text))
        for other in TestKeys.byAlgorithm.map(\.key) + [TestKeys.otherEd25519] where other !== key {
            #expect(!jws.isValid(for: other.publicKey))
        }
    }

    @Test("One flipped bit never verifies", arguments: TestKeys.byAlgorithm.map(\.key))
    func flippedBits(_ key: PrivateKey) throws {
        let text = bytes(
            try VCJWT.secure(SampleCredential.json, key: TestKeys.signing(key), algorithm: key.type.signatureAlgorithm))
        #expect(try CompactJWS(parsing: text).isValid(for: key.publicKey))
        forAll("a changed JWT isn't valid", rounds: 500) { generator in
            var changed = text
            let place = Int.random(in: 0..<text.count, using: &generator)
            changed[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            guard let jws = try? CompactJWS(parsing: changed) else { return true }
            return !jws.isValid(for: key.publicKey)
        }
    }

    @Test("A text cut short, or with parts swapped, never verifies")
    func cuts() throws {
        let key = TestKeys.ed25519
        let text = bytes(try VCJWT.secure(SampleCredential.json, key: TestKeys.signing(key), algorithm: .ed25519))
        forAll("a piece of a JWT isn't valid", rounds: 300) { generator in
            let end = Int.random(in: 0..<text.count, using: &generator)
            let piece = Bool.random(using: &generator) ? Array(text[..<end]) : Array(text[(end + 1)...])
            guard let jws = try? CompactJWS(parsing: piece) else { return true }
            return !jws.isValid(for: key.publicKey)
        }
        let parts = text.split(separator: UInt8(ascii: "."))
        let swapped = Array([parts[1], parts[0], parts[2]].joined(separator: [UInt8(ascii: ".")]))
        #expect(throws: JOSEError.self) { try CompactJWS(parsing: swapped) }
    }

    @Test("White space around the text is passed over, within it refused")
    func whiteSpace() throws {
        let text = try TestJWT.make(header: "{\"alg\":\"EdDSA\"}")
        #expect(try CompactJWS(parsing: bytes(" \r\n\t") + text + bytes("\n")).isValid(for: TestKeys.ed25519.publicKey))
        for place in [3, text.count / 2, text.count - 3] {
            for space in bytes(" \n") {
                var broken = text
                broken.insert(space, at: place)
                #expect(throws: JOSEError(.malformed, "")) { try CompactJWS(parsing: broken) }
            }
        }
    }

    @Test(
        "Texts that aren't three parts of canonical base64url are refused",
        arguments: [
            "", ".", "..", "a.b", "e30.e30", "e30.e30.AA.AA", "e30=.e30.AA", "eyJhbGciOiJFZERTQSJ9.e30=.AA",
            "eyJhbGciOiJFZERTQSJ9.e31.AB", "eyJhbGciOiJFZERTQSJ9.e30.AB", "eyJhbGciOiJFZERTQSJ9.e30.A",
            "eyJhbGciOiJFZERTQSJ9.e3+.AA", "eyJhbGciOiJFZERTQSJ9.e3/.AA", "eyJhbGciOiJFZERTQSJ9.é.AA", "héllo",
        ])
    func malformed(_ text: String) {
        #expect {
            try CompactJWS(parsing: bytes(text))
        } throws: { error in
            // Two empty parts are an empty header, not a broken encoding.
            (error as? JOSEError)?.code == (text == ".." ? .header : .malformed)
        }
    }

    @Test(
        "Forms that aren't read here are told apart from broken ones",
        arguments: [
            "{\"payload\":\"e30\",\"signatures\":[]}", "[\"a\"]", "e30.e30.AA~", "e30.e30.AA~WyJh~WyJi~e30.e30.AA",
            "eyJhbGciOiJFZERTQSIsInR5cCI6InZjK3NkLWp3dCJ9.e30.AA", "e30.AA.AA.AA.AA",
        ])
    func unsupported(_ text: String) {
        let error = #expect(throws: JOSEError(.unsupportedSerialization, "")) { try CompactJWS(parsing: bytes(text)) }
        #expect(error?.isUnsupported == true)
    }

    @Test("A text longer than a badge's is refused before it is decoded")
    func tooLong() {
        let text = [UInt8](repeating: UInt8(ascii: "A"), count: 3 << 20)
        #expect(throws: JOSEError(.tooLarge, "")) { try CompactJWS(parsing: text) }
        // A status list may be longer, and then only its form is the matter.
        #expect(throws: JOSEError(.malformed, "")) { try CompactJWS(parsing: text, limits: .statusList) }
    }

    @Test("A key doesn't sign with another type's algorithm")
    func signing() {
        #expect(throws: JOSEError(.signing, "")) {
            try CompactJWS.sign(payload: [], header: [:], key: TestKeys.ed25519, algorithm: .ecdsaP256SHA256)
        }
    }
}
