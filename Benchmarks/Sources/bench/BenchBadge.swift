import Cryptography
import Encodings
import Glibc
import LinkedData
import OpenBadges
import VerifiableCredentials

/// One badge in every form that is measured, with a verifier that believes its issuer.
struct BenchBadge {
    let name: String
    let credential: JSONObject
    /// Its text, as it lies in a file.
    let text: [UInt8]
    let ed25519: SigningKey
    let p256: SigningKey
    let verifier: Verifier
    /// The suite that badges are issued with, reading contexts prepared once.
    let rdfc = EdDSARDFC2022(contexts: OpenBadgesContexts.store.prepared)

    static let issuer = "did:web:passi.example:org:ammattiopisto"
    static let now = Timestamp(secondsSince1970: 1_782_900_000)

    init(_ name: String, path: String) throws {
        self.name = name
        guard let object = try JSONParser.parse(try FileBytes.read(path)).objectValue else {
            throw BenchError("\(path) holds no badge")
        }
        credential = object
        text = JSONWriter.compact(.object(object))
        let keys = (try PrivateKey.generate(.ed25519), try PrivateKey.generate(.p256))
        ed25519 = SigningKey(verificationMethod: "\(Self.issuer)#ed25519-1", privateKey: keys.0)
        p256 = SigningKey(verificationMethod: "\(Self.issuer)#p256-1", privateKey: keys.1)
        let trusted = TrustedIssuer(
            did: Self.issuer, name: "Ammattiopisto",
            keys: [
                PinnedKey(id: ed25519.verificationMethod, publicKey: keys.0.publicKey),
                PinnedKey(id: p256.verificationMethod, publicKey: keys.1.publicKey),
            ])
        verifier = Verifier(
            material: VerificationMaterial(trust: TrustList(updated: Self.now, issuers: [trusted])),
            policy: VerificationPolicy(), profile: OpenBadgeProfile(), time: JudgementTime(now: Self.now))
    }

    /// The badge read from its text.
    func parsed() throws -> JSONObject { try JSONParser.parse(text).objectValue ?? [:] }

    /// How many quads it is as linked data.
    func quads() throws -> Int {
        try JSONLD.toRDF(.object(credential), contexts: OpenBadgesContexts.store.prepared, options: .signing).quads
            .count
    }

    /// The badge with an embedded proof of that suite, as text.
    func secured(_ suite: some Cryptosuite) throws -> [UInt8] {
        JSONWriter.compact(
            .object(try DataIntegrity.secure(credential, suite: suite, key: ed25519, created: Self.now)))
    }

    /// The badge as a VC-JWT signed with ES256.
    func jwt() throws -> [UInt8] {
        Array(try VCJWT.secure(credential, key: p256, algorithm: .ecdsaP256SHA256).utf8)
    }

    /// Fails when a report isn't what it should be, so that no refusal is measured for a verification.
    func expectGenuine(_ bytes: [UInt8]) throws {
        let report = verifier.judge(bytes, source: name)
        // The status list is nobody's here: that check is the only one that may stay open.
        let open = report.checks.filter { $0.outcome == .failed || $0.outcome == .undetermined && $0.check != .status }
        guard open.isEmpty else {
            throw BenchError("\(name): \(open.map { "\($0.check) \($0.outcome) \($0.code)" }.joined(separator: ", "))")
        }
    }
}

/// Files, whole.
enum FileBytes {
    static func read(_ path: String) throws -> [UInt8] {
        guard let file = fopen(path, "r") else { throw BenchError("\(path) can't be read") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&part, 1, part.count, file)
            guard count > 0 else { return bytes }
            bytes += part[..<count]
        }
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        guard let file = fopen(path, "w") else { throw BenchError("\(path) can't be written") }
        defer { fclose(file) }
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw BenchError("\(path) can't be written") }
    }
}
