import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// The key history of the made-up school, begun on New Year's Day 2026, and what tests add to it.
struct SchoolHistory {
    private(set) var bytes: [UInt8]
    private(set) var history: KeyHistory
    /// The recovery key in force.
    private(set) var recovery: PrivateKey

    static let began = Timestamp(secondsSince1970: 1_767_225_600)  // 2026-01-01T00:00:00Z
    static let did = TestBadge.issuer

    static let first = key("ed25519-1", TestBadge.key)
    static let second = key("ed25519-2", TestBadge.otherKey)
    static let stranger = key("ed25519-9", TestBadge.thirdKey)
    static let p256 = key("p256-1", TestBadge.p256Key)
    static let checkpoint = key("checkpoint-1", seeded(120))

    init(first: SigningKey = Self.first, at began: Timestamp = Self.began) throws {
        recovery = Self.seeded(121)
        let all = [first, Self.p256, Self.checkpoint]
        bytes = try KeyHistory.initialLine(
            did: #require(DID(Self.did)),
            keys: all.map { .init(id: $0.verificationMethod, publicKey: $0.privateKey.publicKey) },
            recoveryKey: recovery.publicKey, signer: first, others: Array(all.dropFirst()), at: began)
        history = try KeyHistory(parsing: bytes)
    }

    static func key(_ fragment: String, _ key: PrivateKey) -> SigningKey {
        SigningKey(verificationMethod: "\(did)#\(fragment)", privateKey: key)
    }

    static func seeded(_ number: UInt8) -> PrivateKey {
        do { return try PrivateKey(ed25519Seed: [UInt8](repeating: number, count: 32)) } catch {
            fatalError("a test key can't be made: \(error)")
        }
    }

    /// A day of 2026, counted from the first.
    static func day(_ number: Int) -> Timestamp { began.adding(seconds: number * 86_400) }

    // MARK: Steps

    mutating func add(_ line: [UInt8]) throws {
        history = try history.appending(line)
        bytes += line
    }

    mutating func add(
        _ step: KeyHistory.Step, by key: SigningKey = first, replaced: SigningKey? = nil, at: Timestamp
    ) throws {
        try add(history.line(step, by: .key(key), replaced: replaced, at: at))
    }

    mutating func rotate(
        from old: SigningKey = first, to new: SigningKey = second, by authority: SigningKey? = nil, at: Timestamp
    ) throws {
        var step = KeyHistory.Step(.rotated)
        step.keys = [new]
        step.ends = [old.verificationMethod]
        try add(step, by: authority ?? old, replaced: authority == nil ? nil : old, at: at)
    }

    /// Takes keys back with the recovery key; the next one follows it.
    mutating func revoke(
        _ keys: [SigningKey] = [first], _ reason: KeyHistoryEntry.Reason = .compromised, since: Timestamp,
        successors: [SigningKey] = [second], at: Timestamp, next: UInt8 = 122
    ) throws {
        var step = KeyHistory.Step(.revoked)
        step.reason = reason
        step.ends = keys.map(\.verificationMethod)
        step.since = since
        step.keys = successors
        let next = Self.seeded(next)
        try add(history.line(step, by: .recovery(recovery, next: next.publicKey), at: at))
        recovery = next
    }

    mutating func close(
        by key: SigningKey = first, since: Timestamp, successor: String? = nil, lists: [KeyHistoryEntry.FinalList] = [],
        at: Timestamp
    ) throws {
        var step = KeyHistory.Step(.closed)
        step.ends = history.keys.filter { $0.isActive && $0.key.role == .awarding }.map(\.id)
        step.since = since
        step.successor = successor.flatMap(DID.init)
        step.finalLists = lists
        try add(step, by: key, at: at)
    }

    // MARK: Lines that nobody should believe

    /// The next line as anybody could write it, signed by whom the test says.
    func line(
        _ event: String, _ members: JSONObject, keys: [SigningKey] = [], signedBy signers: [SigningKey] = [],
        by authority: SigningKey, at: Timestamp = day(100), digest: String? = nil
    ) throws -> [UInt8] {
        var object: JSONObject = [
            "format": .string(KeyHistoryEntry.format), "sequence": .number(JSONNumber(history.entries.count)),
            "previous": .string(history.head ?? ""), "at": .string(at.description), "did": .string(Self.did),
            "event": .string(event),
            "recoveryKeyDigest": .string(digest ?? history.recoveryKeyDigest ?? ""),
        ]
        for member in members.members { object[member.name] = member.value }
        if !keys.isEmpty {
            object["keys"] = .array(
                keys.map {
                    let key = $0.privateKey.publicKey
                    return key.type == .ed25519
                        ? ["id": .string($0.verificationMethod), "publicKeyMultibase": .string(key.multikey)]
                        : ["id": .string($0.verificationMethod), "publicKeyJwk": .object(key.jwk)]
                })
        }
        let signed = JCS.canonicalize(.object(object))
        if !signers.isEmpty {
            object["signatures"] = .array(
                try signers.map {
                    let key = $0.privateKey
                    let value = try key.sign(signed, using: key.type.signatureAlgorithm)
                    return [
                        "key": .string($0.verificationMethod),
                        "value": .string(Multibase.encode(value, as: .base64url)),
                    ]
                })
        }
        let document = try DataIntegrity.secure(object, suite: EdDSAJCS2022(), key: authority, created: at)
        return JSONWriter.compact(.object(document)) + [0x0A]
    }

    /// The recovery key under the name by which it signs.
    var recoverySigner: SigningKey { Bench.selfNamed(recovery) }
}
