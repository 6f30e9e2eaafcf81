import Cryptography
import Encodings
import TestSupport
import Testing

struct SignatureVectorTests {
    @Test(
        "RFC 8032's Ed25519 examples are signed to the byte and verified",
        arguments: [
            [
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                    + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
            ],
            [
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
            ],
            [
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                    + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
            ],
        ])
    func rfc8032(vector: [String]) throws {
        let parts = try vector.map(hex)
        let key = try PrivateKey(ed25519Seed: parts[0])
        #expect(try key.publicKey == PublicKey(ed25519: parts[1]))
        #expect(try key.sign(parts[2], using: .ed25519) == parts[3])
        #expect(key.publicKey.isValid(signature: parts[3], for: parts[2], using: .ed25519))
    }

    @Test("RFC 8037's Ed25519 example: the key's thumbprint, and the signature of its JWS")
    func rfc8037() throws {
        let key = try PrivateKey(
            jwk: jwk(
                ("kty", "OKP"), ("crv", "Ed25519"), ("d", "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"),
                ("x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")))
        #expect(key.publicKey.thumbprint == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
        let input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
        #expect(
            try Base64URL.encode(key.sign(Array(input.utf8), using: .ed25519))
                == "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg")
    }

    @Test("RFC 7638's RSA key has the thumbprint that stands there")
    func rfc7638() throws {
        let key = try PublicKey(
            jwk: jwk(
                ("kty", "RSA"),
                (
                    "n",
                    "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRX"
                        + "jBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQ"
                        + "MicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4l"
                        + "Fd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"
                ),
                ("e", "AQAB"), ("alg", "RS256"), ("kid", "2011-04-29")))
        #expect(key.thumbprint == "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs")
        #expect(key.jwk.names == ["e", "kty", "n"])
    }

    static let claims =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"

    @Test("RFC 7515's ES256 example verifies")
    func es256() throws {
        let key = try PrivateKey(
            jwk: jwk(
                ("kty", "EC"), ("crv", "P-256"), ("x", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                ("y", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"),
                ("d", "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI")))
        let signature = try Base64URL.decode(
            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q")
        let input = Array("eyJhbGciOiJFUzI1NiJ9.\(Self.claims)".utf8)
        #expect(key.publicKey.isValid(signature: signature, for: input, using: .ecdsaP256SHA256))
        #expect(!key.publicKey.isValid(signature: signature, for: input + [0], using: .ecdsaP256SHA256))
    }

    @Test("RFC 7515's RS256 example verifies")
    func rs256() throws {
        let key = try PublicKey(
            jwk: jwk(
                ("kty", "RSA"), ("e", "AQAB"),
                (
                    "n",
                    "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-"
                        + "yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdb"
                        + "BYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFv"
                        + "UK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"
                )))
        let signature = try Base64URL.decode(
            "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdb"
                + "F9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_"
                + "eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98"
                + "rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw")
        let input = Array("eyJhbGciOiJSUzI1NiJ9.\(Self.claims)".utf8)
        #expect(key.isValid(signature: signature, for: input, using: .rsaPKCS1SHA256))
        #expect(!key.isValid(signature: signature, for: input + [0], using: .rsaPKCS1SHA256))
    }

    @Test(
        "The signatures of the Data Integrity vectors fit their signed bytes, and Ed25519's are made again",
        .needsCorpus("vc-di-eddsa"),
        arguments: (Corpus.cases("vc-di-eddsa") + Corpus.cases("vc-di-ecdsa")).filter { $0.text("signedBytes") != nil })
    func dataIntegrity(_ vector: CorpusVector) throws {
        let pair = try JSONParser.parse(vector.read("keys"))
        let key = try PublicKey(multikey: #require(pair["publicKeyMultibase"]?.stringValue))
        let secret = (pair["secretKeyMultibase"] ?? pair["privateKeyMultibase"])?.stringValue
        let privateKey = try PrivateKey(multikeySecret: #require(secret))
        #expect(privateKey.publicKey == key)
        let signed = try hex(String(decoding: vector.read("signedBytes"), as: UTF8.self))
        let signature = try hex(String(decoding: vector.read("signatureHex"), as: UTF8.self))
        let algorithm = key.type.signatureAlgorithm
        #expect(key.isValid(signature: signature, for: signed, using: algorithm))
        let made = try privateKey.sign(signed, using: algorithm)
        #expect(key.isValid(signature: made, for: signed, using: algorithm))
        if key.type == .ed25519 { #expect(made == signature) }
    }
}
