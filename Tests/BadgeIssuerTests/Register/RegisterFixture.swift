import BadgeIssuer
import Cryptography
import Encodings
import TestSupport

/// A register in a scratch folder with one published badge, and shorthands for awards.
final class RegisterFixture {
    static let badgeBase = "https://passi.example/badges/"
    static let method = "did:web:passi.example#ed25519-1"

    let folder: ScratchFolder
    let register: Register
    let now: Timestamp
    var generator: SeededGenerator

    var path: String { folder.path(of: "register.sqlite") }

    init(seed: UInt64 = 1) throws {
        folder = try ScratchFolder()
        now = try Timestamp(rfc3339: "2026-06-01T09:00:00Z")
        generator = SeededGenerator(seed: seed)
        register = try Register.create(at: folder.path(of: "register.sqlite"), now: now, using: &generator)
        try register.write { try $0.recordPublished(Self.snapshot(), at: now) }
    }

    static func snapshot(
        slug: String = "tiimityo", version: Int = 1, digest: UInt8 = 1, repeatable: Bool = false,
        suspendable: Bool = false, validFrom: String? = nil, validUntil: String? = nil
    ) throws -> DefinitionSnapshot {
        DefinitionSnapshot(
            badgeBase: badgeBase, slug: slug, version: version, achievementID: "\(badgeBase)\(slug)/v\(version)",
            digest: [UInt8](repeating: digest, count: 32), json: Array(#"{"id":"\#(slug)"}"#.utf8),
            validFrom: try validFrom.map(CalendarDay.init(iso:)),
            validUntil: try validUntil.map(CalendarDay.init(iso:)), repeatable: repeatable, suspendable: suspendable,
            files: [.init(name: "\(slug).svg", bytes: Array("<svg/>".utf8))])
    }

    func award(
        to person: Person, slug: String = "tiimityo", version: Int = 1, level: Int? = 2, on day: String = "2026-05-29",
        from start: String? = nil, until end: String? = nil, hours: Int? = 2700, evidence: [EvidenceRecord] = [],
        status: [StatusAllocation] = [], replaces: String? = nil, size: Int = 64
    ) throws -> AwardRecord {
        try Self.award(
            to: person, slug: slug, version: version, level: level, on: day, from: start, until: end, hours: hours,
            evidence: evidence, status: status, replaces: replaces, size: size, at: now, using: &generator)
    }

    static func award(
        to person: Person, slug: String = "tiimityo", version: Int = 1, level: Int? = 2, on day: String = "2026-05-29",
        from start: String? = nil, until end: String? = nil, hours: Int? = 2700, evidence: [EvidenceRecord] = [],
        status: [StatusAllocation] = [], replaces: String? = nil, size: Int = 64, at now: Timestamp,
        using generator: inout SeededGenerator
    ) throws -> AwardRecord {
        let id = UUIDv4.make(using: &generator)
        return AwardRecord(
            id: "urn:uuid:\(id)", personID: person.id, badgeBase: badgeBase, slug: slug, version: version,
            achievementID: "\(badgeBase)\(slug)/v\(version)", level: level, awardedDate: try CalendarDay(iso: day),
            activityStart: try start.map(CalendarDay.init(iso:)), activityEnd: try end.map(CalendarDay.init(iso:)),
            hours: hours.map(DecimalHundredths.init(hundredths:)), language: "fi", evidence: evidence, format: .json,
            statusEntries: status, replaces: replaces, signedAt: now, verificationMethod: method,
            signatureDigest: SHA256.hash(Array("s\(id)".utf8)),
            signedBytes: Array("\(id)".utf8) + generator.bytes(count: size))
    }

    func person(_ details: PersonDetails = PersonDetails(name: "Anna Aalto")) throws -> Person {
        try register.write { try $0.insertPerson(details, at: now, using: &generator) }
    }

    /// Records an award with a place in a revocation list and its audit entry.
    @discardableResult
    func give(
        to person: Person, slug: String = "tiimityo", level: Int? = 2, evidence: [EvidenceRecord] = []
    ) throws -> AwardRecord {
        try register.write { transaction in
            let place = try transaction.allocateStatusIndex(.revocation, at: now, using: &generator)
            let award = try award(to: person, slug: slug, level: level, evidence: evidence, status: [place])
            try transaction.insertAward(award)
            try transaction.appendAudit(
                .awardIssued, who: "staff-7", subjects: [award.id], persons: [person.id], at: now, using: &generator)
            return award
        }
    }
}
