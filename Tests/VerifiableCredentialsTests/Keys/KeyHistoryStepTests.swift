import Cryptography
import Encodings
import TestSupport
import Testing
import VerifiableCredentials

@Suite("The steps of a key history") struct KeyHistoryStepTests {
    private typealias School = SchoolHistory
    private static let day = SchoolHistory.day

    private func state(_ key: SigningKey, in school: SchoolHistory) -> HistoricKey.State? {
        school.history.key(key.verificationMethod)?.state
    }

    // MARK: What holds

    @Test("A rotation ends the old key and begins the new one at the same moment")
    func rotation() throws {
        var school = try School()
        try school.rotate(at: Self.day(100))
        let old = try #require(school.history.key(School.first.verificationMethod))
        let new = try #require(school.history.key(School.second.verificationMethod))
        #expect(old.state == .retired && old.end?.since == Self.day(100) && old.from == School.began)
        #expect(new.isActive && new.from == Self.day(100))
        #expect(school.history.authorities == [.key(School.first.verificationMethod), .key(old.id)])
        #expect(school.history.signers.contains(new.publicKey))
        // What was read is what was written, line by line.
        #expect(try KeyHistory(parsing: school.bytes) == school.history)
    }

    @Test("A key of any type is added and replaced by its own signature beside an Ed25519 key's")
    func otherTypes() throws {
        var school = try School()
        for (number, key) in [TestKeys.p384, TestKeys.rsa].enumerated() {
            var step = KeyHistory.Step(.added)
            step.keys = [School.key("more-\(number)", key)]
            try school.add(step, at: Self.day(number))
        }
        let next = School.key("p256-2", TestKeys.p256)
        try school.rotate(from: School.p256, to: next, by: School.first, at: Self.day(9))
        #expect(state(School.p256, in: school) == .retired)
        #expect(state(next, in: school) == .active)
        #expect(school.history.keys.count == 6)
    }

    @Test("The recovery key takes a stolen key back, and commits the one that follows it")
    func recovery() throws {
        var school = try School()
        let old = school.recovery
        try school.revoke([School.first, School.p256, School.checkpoint], since: Self.day(90), at: Self.day(100))
        #expect(state(School.first, in: school) == .compromised)
        #expect(state(School.checkpoint, in: school) == .compromised)
        #expect(state(School.second, in: school) == .active)
        #expect(school.history.authorities.last == .recovery)
        #expect(!school.history.signers.contains(old.publicKey))
        #expect(
            school.history.recoveryKeyDigest == KeyHistoryEntry.recoveryKeyDigest(of: school.recovery.publicKey))
        // The next theft takes the next recovery key.
        try school.revoke(
            [School.second], since: Self.day(110), successors: [School.stranger], at: Self.day(120), next: 9)
        #expect(state(School.second, in: school) == .compromised)
    }

    @Test("A lost key is taken back by another active one, and later, when it was found by a thief, as stolen")
    func lost() throws {
        var school = try School()
        var step = KeyHistory.Step(.added)
        step.keys = [School.second]
        try school.add(step, at: Self.day(1))
        step = KeyHistory.Step(.revoked)
        (step.reason, step.ends, step.since) = (.lost, [School.first.verificationMethod], Self.day(2))
        try school.add(step, by: School.second, at: Self.day(3))
        #expect(state(School.first, in: school) == .lost)
        try school.revoke(since: Self.day(3), successors: [], at: Self.day(4))
        #expect(state(School.first, in: school) == .compromised)
        #expect(school.history.key(School.first.verificationMethod)?.ends.count == 2)
    }

    @Test("Closing ends every key but the one for checkpoints, and names the successor and the last lists")
    func closing() throws {
        var school = try School()
        let list = KeyHistoryEntry.FinalList(id: TestBadge.listURL, credential: ["a": 1])
        try school.close(
            since: Self.day(50), successor: "did:web:next.example", lists: [list], at: Self.day(50))
        #expect(state(School.first, in: school) == .ceased)
        #expect(state(School.p256, in: school) == .ceased)
        #expect(state(School.checkpoint, in: school) == .active)
        #expect(school.history.closing?.successor?.description == "did:web:next.example")
        #expect(school.history.closing?.finalLists == [list])
        // A key that is stolen from the archive can still be taken back.
        try school.revoke(since: Self.day(51), successors: [], at: Self.day(60))
        #expect(state(School.first, in: school) == .compromised)
        #expect(school.history.closing?.since == Self.day(50))
    }

    @Test("A clock that went back doesn't break the chain")
    func clock() throws {
        var school = try School()
        try school.rotate(at: Self.day(-1))
        #expect(school.history.entries.last?.at == School.began)
    }

    // MARK: What doesn't

    /// A line that somebody might write, and why it isn't believed.
    struct Forgery: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: KeyHistoryError.Code
        let line: @Sendable (SchoolHistory) throws -> [UInt8]

        init(
            _ what: String, _ code: KeyHistoryError.Code = .proof,
            _ line: @escaping @Sendable (SchoolHistory) throws -> [UInt8]
        ) {
            testDescription = what
            self.code = code
            self.line = line
        }
    }

    private static let firstID = JSONValue.string(School.first.verificationMethod)
    private static func stolen(_ more: JSONObject = [:], since: Timestamp = day(90)) -> JSONObject {
        var members: JSONObject = [
            "ends": [firstID], "reason": "compromised", "since": .string(since.description),
        ]
        for member in more.members { members[member.name] = member.value }
        return members
    }
    private static func shown(_ key: PrivateKey) -> JSONValue { .string(key.publicKey.multikey) }
    private static let nextDigest = KeyHistoryEntry.recoveryKeyDigest(of: School.seeded(122).publicKey)

    static let forgeries = [
        Forgery("a key added without its own signature") {
            try $0.line("key-added", [:], keys: [School.second], by: School.first)
        },
        Forgery("a key added under another's signature") {
            let forged = School.key("ed25519-2", TestBadge.thirdKey)
            return try $0.line("key-added", [:], keys: [School.second], signedBy: [forged], by: School.first)
        },
        Forgery("a key added by one that isn't the school's") {
            try $0.line("key-added", [:], keys: [School.second], signedBy: [School.second], by: School.stranger)
        },
        Forgery("a key added by itself") {
            try $0.line("key-added", [:], keys: [School.second], signedBy: [School.second], by: School.second)
        },
        Forgery("a key added by the checkpoint key") {
            try $0.line("key-added", [:], keys: [School.second], signedBy: [School.second], by: School.checkpoint)
        },
        Forgery("a signature beside by a key that has no part in it") {
            try $0.line(
                "key-added", [:], keys: [School.second], signedBy: [School.second, School.p256], by: School.first)
        },
        Forgery("a rotation without the old key's signature") {
            try $0.line(
                "rotated", ["ends": [.string(School.p256.verificationMethod)]],
                keys: [School.key("p256-2", TestKeys.p256)], signedBy: [School.key("p256-2", TestKeys.p256)],
                by: School.first)
        },
        Forgery("a rotation to another type", .notAllowed) {
            try $0.line(
                "rotated", ["ends": [firstID]], keys: [School.key("p256-2", TestKeys.p256)],
                signedBy: [School.key("p256-2", TestKeys.p256)], by: School.first)
        },
        Forgery("a rotation of the checkpoint key to one that awards", .notAllowed) {
            try $0.line(
                "rotated", ["ends": [.string(School.checkpoint.verificationMethod)]], keys: [School.second],
                signedBy: [School.second, School.checkpoint], by: School.first)
        },
        Forgery("a key that was there before, under a new name", .notAllowed) {
            let again = School.key("ed25519-5", TestBadge.key)
            return try $0.line("key-added", [:], keys: [again], signedBy: [again], by: School.first)
        },
        Forgery("a new key under an old name", .notAllowed) {
            let again = School.key("p256-1", TestBadge.otherKey)
            return try $0.line("key-added", [:], keys: [again], signedBy: [again], by: School.first)
        },
        Forgery("an end of a key that there isn't", .notAllowed) {
            try $0.line("retired", ["ends": [.string(School.second.verificationMethod)]], by: School.first)
        },
        Forgery("a retirement by a stranger") {
            try $0.line("retired", ["ends": [firstID]], by: School.stranger)
        },
        Forgery("a theft told by the key itself") { try $0.line("revoked", stolen(), by: School.first) },
        Forgery("a theft told by a recovery key that wasn't committed") {
            let other = School.seeded(200)
            return try $0.line(
                "revoked", stolen(["recoveryKey": shown(other)]), by: Bench.selfNamed(other), digest: nextDigest)
        },
        Forgery("a theft told by another in the recovery key's name") {
            try $0.line(
                "revoked", stolen(["recoveryKey": shown($0.recovery)]), by: School.first, digest: nextDigest)
        },
        Forgery("a recovery key that is to be used again") {
            try $0.line("revoked", stolen(["recoveryKey": shown($0.recovery)]), by: $0.recoverySigner)
        },
        Forgery("another recovery key without the old one's word") {
            try $0.line(
                "key-added", [:], keys: [School.second], signedBy: [School.second], by: School.first,
                digest: nextDigest)
        },
        Forgery("a key added by the recovery key", .notAllowed) {
            try $0.line(
                "key-added", ["recoveryKey": shown($0.recovery)], keys: [School.second], signedBy: [School.second],
                by: $0.recoverySigner, digest: nextDigest)
        },
        Forgery("a recovery key that becomes an awarding key", .notAllowed) {
            let made = School.key("ed25519-2", $0.recovery)
            return try $0.line(
                "revoked", stolen(["recoveryKey": shown($0.recovery)]), keys: [made], signedBy: [made],
                by: $0.recoverySigner, digest: nextDigest)
        },
        Forgery("a loss told by the lost key") {
            try $0.line(
                "revoked", ["ends": [firstID], "reason": "lost", "since": .string(day(90).description)],
                by: School.first)
        },
        Forgery("an end in the future", .notAllowed) {
            try $0.line(
                "revoked", stolen(["recoveryKey": shown($0.recovery)], since: day(101)), by: $0.recoverySigner,
                digest: nextDigest)
        },
        Forgery("an end before the beginning", .notAllowed) {
            try $0.line(
                "revoked", stolen(["recoveryKey": shown($0.recovery)], since: day(-1)), by: $0.recoverySigner,
                digest: nextDigest)
        },
        Forgery("a closing that leaves a key", .notAllowed) {
            try $0.line("closed", ["ends": [firstID], "since": .string(day(100).description)], by: School.first)
        },
        Forgery("an entry older than the one before", .chainBroken) {
            try $0.line("retired", ["ends": [firstID]], by: School.first, at: day(-1))
        },
        Forgery("a revocation without a reason", .malformed) {
            try $0.line("revoked", ["ends": [firstID], "since": .string(day(90).description)], by: School.first)
        },
        Forgery("a revocation without a time", .malformed) {
            try $0.line("revoked", ["ends": [firstID], "reason": "lost"], by: School.first)
        },
        Forgery("a rotation that ends nothing", .malformed) {
            try $0.line("rotated", [:], keys: [School.second], signedBy: [School.second], by: School.first)
        },
        Forgery("more keys than a history ever has at once", .malformed) {
            try $0.line(
                "key-added", [:],
                keys: (0..<65).map { School.key("k-\($0)", School.seeded(UInt8($0))) }, by: School.first)
        },
    ]

    @Test("A line that may not be said, or not by whom it is, is refused", arguments: forgeries)
    func refused(_ forgery: Forgery) throws {
        let school = try School()
        let line = try forgery.line(school)
        let error = #expect(throws: KeyHistoryError.self) { try school.history.appending(line) }
        #expect(error?.code == forgery.code, "\(error?.cause ?? "")")
        #expect(throws: KeyHistoryError.self) { try KeyHistory(parsing: school.bytes + line) }
    }

    @Test("A key whose use has ended signs no entry", arguments: HistoricKey.State.allCases.dropFirst())
    func endedKeys(_ state: HistoricKey.State) throws {
        var school = try School()
        switch state {
        case .active: return
        case .retired: try school.rotate(at: Self.day(1))
        case .lost: try school.revoke([School.first], .lost, since: Self.day(1), at: Self.day(1))
        case .compromised: try school.revoke(since: Self.day(1), at: Self.day(1))
        case .ceased: try school.close(since: Self.day(1), at: Self.day(1))
        }
        #expect(self.state(School.first, in: school) == state)
        let line = try school.line(
            "key-added", [:], keys: [School.stranger], signedBy: [School.stranger], by: School.first)
        let error = #expect(throws: KeyHistoryError.self) { try school.history.appending(line) }
        #expect(error?.code == (state == .ceased ? .notAllowed : .proof))
    }

    @Test("A step that can't be taken isn't written")
    func unwritable() throws {
        let school = try School()
        var step = KeyHistory.Step(.added)
        step.keys = [School.second]
        #expect(throws: KeyHistoryError(.signing, "")) {
            try school.history.line(step, by: .key(School.stranger), at: Self.day(1))
        }
        #expect(throws: KeyHistoryError(.signing, "")) {
            try school.history.line(step, by: .key(School.p256), at: Self.day(1))
        }
    }

    @Test(
        "One changed member of a later line breaks the history",
        arguments: ["ends", "since", "recoveryKey", "signatures"])
    func changed(_ member: String) throws {
        var school = try School()
        let before = school.history
        try school.revoke(since: Self.day(90), at: Self.day(100))
        var object = try #require(school.history.entries.last?.json)
        switch member {
        case "ends": object[member] = [.string(School.p256.verificationMethod)]
        case "since": object[member] = .string(Self.day(80).description)
        case "recoveryKey": object[member] = Self.shown(School.seeded(9))
        default: object[member] = nil
        }
        let line = JSONWriter.compact(.object(object))
        #expect(throws: KeyHistoryError(.proof, "")) { try before.appending(line) }
    }
}
