import Cryptography
import Encodings
import TestSupport
import Testing

struct SigningTests {
    @Test("What a key signs verifies under its public half and under no other key", arguments: KeyType.allCases)
    func roundTrip(type: KeyType) throws {
        let key = try TestKeys.key(type)
        let algorithm = type.signatureAlgorithm
        let message = Array("Tiimityö".utf8)
        let signature = try key.sign(message, using: algorithm)
        #expect(key.publicKey.isValid(signature: signature, for: message, using: algorithm))
        let count =
            switch type {
            case .ed25519, .p256: 64
            case .p384: 96
            case .rsa: 384
            }
        #expect(signature.count == count)
        if type != .rsa {
            let other = try PrivateKey.generate(type).publicKey
            #expect(!other.isValid(signature: signature, for: message, using: algorithm))
        }
    }

    @Test("One flipped bit in the message or the signature is never valid", arguments: KeyType.allCases)
    func flippedBit(type: KeyType) throws {
        let key = try TestKeys.key(type)
        let algorithm = type.signatureAlgorithm
        forAll("a flipped bit is noticed", rounds: type == .p384 ? 30 : 60) { generator in
            let message = generator.bytes(upTo: 100) + [0]
            let signature = try key.sign(message, using: algorithm)
            guard key.publicKey.isValid(signature: signature, for: message, using: algorithm) else { return false }
            let (otherMessage, otherSignature) = (flip(message, &generator), flip(signature, &generator))
            return !key.publicKey.isValid(signature: signature, for: otherMessage, using: algorithm)
                && !key.publicKey.isValid(signature: otherSignature, for: message, using: algorithm)
        }
    }

    private func flip(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var other = bytes
        other[Int.random(in: other.indices, using: &generator)] ^= 1 << UInt8.random(in: 0...7, using: &generator)
        return other
    }

    @Test("A signature of another length or in DER is not valid", arguments: KeyType.allCases)
    func length(type: KeyType) throws {
        let key = try TestKeys.key(type)
        let algorithm = type.signatureAlgorithm
        let signature = try key.sign([1], using: algorithm)
        for other in [[], Array(signature.dropLast()), signature + [0], [0] + signature] {
            #expect(!key.publicKey.isValid(signature: other, for: [1], using: algorithm))
        }
        for zeros in [64, 96, 384] {
            #expect(
                !key.publicKey.isValid(
                    signature: [UInt8](repeating: 0, count: zeros), for: [1], using: algorithm))
        }
    }

    @Test("The zero-padded and the enlarged forms of r and s are not valid")
    func ecdsaRange() throws {
        // The group's order, SP 800-186 §3.2.1.3: r and s stand for themselves only below it.
        let order = try hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")
        let key = try TestKeys.key(.p256)
        let signature = try key.sign([1], using: .ecdsaP256SHA256)
        let (r, s) = (Array(signature[..<32]), Array(signature[32...]))
        let zero = [UInt8](repeating: 0, count: 32)
        for other in [zero + s, r + zero, order + s, r + order, zero + zero, order + order] {
            #expect(!key.publicKey.isValid(signature: other, for: [1], using: .ecdsaP256SHA256))
        }
    }

    @Test("Ed25519's S is taken only below the group's order")
    func ed25519Range() throws {
        let key = try TestKeys.key(.ed25519)
        let signature = try key.sign([1], using: .ed25519)
        let order = try hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
        var enlarged = signature
        var carry = 0
        for place in 0..<32 {
            let sum = Int(signature[32 + place]) + Int(order[place]) + carry
            enlarged[32 + place] = UInt8(truncatingIfNeeded: sum)
            carry = sum >> 8
        }
        #expect(carry == 0)
        #expect(!key.publicKey.isValid(signature: enlarged, for: [1], using: .ed25519))
    }

    @Test("A key takes no algorithm but its own", arguments: KeyType.allCases)
    func algorithms(type: KeyType) throws {
        let key = try TestKeys.key(type)
        let signature = try key.sign([1], using: type.signatureAlgorithm)
        for algorithm in SignatureAlgorithm.allCases where algorithm.keyType != type {
            #expect(!key.publicKey.isValid(signature: signature, for: [1], using: algorithm))
            #expect(code { () throws(KeyError) in _ = try key.sign([1], using: algorithm) } == .algorithmMismatch)
        }
    }

    @Test("Nothing at all and 100,000 bytes can be signed", arguments: KeyType.allCases)
    func sizes(type: KeyType) throws {
        let key = try TestKeys.key(type)
        let algorithm = type.signatureAlgorithm
        for message in [[], [UInt8](repeating: 7, count: 100_000)] {
            let signature = try key.sign(message, using: algorithm)
            #expect(key.publicKey.isValid(signature: signature, for: message, using: algorithm))
        }
    }

    @Test("One key signs and verifies in many tasks at once", arguments: KeyType.allCases)
    func parallel(type: KeyType) async throws {
        // A fresh key, so that the tasks meet at its first use as well.
        let key = type == .rsa ? try TestKeys.key(.rsa) : try PrivateKey.generate(type)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<16 {
                group.addTask {
                    let message = [UInt8(number)]
                    let signature = try key.sign(message, using: type.signatureAlgorithm)
                    return key.publicKey.isValid(signature: signature, for: message, using: type.signatureAlgorithm)
                }
            }
            for try await isValid in group { #expect(isValid) }
        }
    }

    @Test("JOSE's names lead to the algorithms and back; no other name does")
    func joseNames() {
        for algorithm in SignatureAlgorithm.allCases {
            #expect(SignatureAlgorithm(joseName: algorithm.joseName) == algorithm)
            #expect(algorithm.keyType.signatureAlgorithm == algorithm)
        }
        for name in ["none", "None", "HS256", "ES512", "ES256K", "PS256", "RS512", "es256", ""] {
            #expect(SignatureAlgorithm(joseName: name) == nil)
        }
    }

    @Test("A private key's descriptions and its mirror show the public half alone")
    func descriptions() throws {
        let seed = [UInt8](repeating: 0x42, count: 32)
        let key = try PrivateKey(ed25519Seed: seed)
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped] {
            #expect(text.contains(key.publicKey.thumbprint))
            #expect(!text.contains(Base64URL.encode(seed)) && !text.contains("66, 66"))
        }
    }
}
