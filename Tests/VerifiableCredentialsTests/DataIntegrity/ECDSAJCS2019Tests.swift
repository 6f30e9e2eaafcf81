import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite struct ECDSAJCS2019Tests {
    let suite = ECDSAJCS2019()

    @Test(
        "A badge secured with a key of either curve verifies with it alone", arguments: [TestKeys.p256, TestKeys.p384])
    func roundTrip(_ key: PrivateKey) throws {
        let secured = try DataIntegrity.secure(
            SampleCredential.json, suite: suite, key: TestKeys.signing(key), created: FixedClock.now)
        let proof = try #require(try DataIntegrityProof.all(in: secured).first)
        #expect(suite.verify(document: secured, proof: proof, key: key.publicKey) == .verified)
        var changed = secured
        changed["name"] = "Another"
        #expect(
            suite.verify(document: changed, proof: proof, key: key.publicKey)
                == .failed(ProofError(.signatureMismatch, "")))
        let other = key.type == .p256 ? TestKeys.p384 : TestKeys.p256
        #expect(
            suite.verify(document: secured, proof: proof, key: other.publicKey)
                == .failed(ProofError(.valueMalformed, "")))
    }

    @Test("Keys of other types don't go with it", arguments: [TestKeys.ed25519, TestKeys.rsa])
    func keyTypes(_ key: PrivateKey) {
        #expect(throws: ProofError(.keyType, "")) {
            try DataIntegrity.secure(
                SampleCredential.json, suite: suite, key: TestKeys.signing(key), created: FixedClock.now)
        }
    }
}
