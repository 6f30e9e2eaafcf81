import Encodings
internal import GRDB
import VerifiableCredentials

/// What of a run's findings goes beyond the memory: newer bundles and lists, longer histories, signatures unseen.
struct MemoryNews {
    private var bundles: [TrustBundle] = []
    private var lists: [VerificationLearning.List] = []
    private var histories: [KeyHistory] = []
    private var sightings: [VerificationLearning.Sighting] = []
    /// Written only when the clock has gone on for a while, or with something else.
    private var newest: Timestamp?
    private let hasClockNews: Bool

    /// A clock that moves on is written down this often.
    static let clockSeconds = 600

    init(of learnt: VerificationLearning.Learnt, in db: Database, at path: String) throws {
        for bundle in learnt.bundles {
            let head = try Self.head(of: bundle.signer.description, in: db, at: path)
            if head.map({ $0.sequence < bundle.sequence && $0.asOf <= bundle.asOf }) ?? true { bundles.append(bundle) }
        }
        // Of two of one name the newer is written last.
        for list in learnt.lists.sorted(by: { $0.head.validFrom < $1.head.validFrom }) {
            let row = try Row.fetchOne(
                db, sql: "SELECT valid_from FROM lists WHERE url = ? AND issuer = ?",
                arguments: [list.url, list.issuer])
            let known = try row.map { try MemoryRow($0, at: path).instant(0) }
            if known.map({ $0 < list.head.validFrom }) ?? true { lists.append(list) }
        }
        for history in learnt.histories {
            if let longer = try Self.longer(history, in: db, at: path) { histories.append(longer) }
        }
        for sighting in learnt.sightings {
            let isKnown = try Row.fetchOne(
                db, sql: "SELECT 1 FROM first_seen WHERE digest = ?", arguments: [sighting.digest.blob])
            if isKnown == nil { sightings.append(sighting) }
        }
        let known = try ReceiverStore.newest(db, path)
        let dates = bundles.map(\.asOf) + lists.map(\.head.validFrom)
        let newest = ([known, learnt.now].compactMap(\.self) + dates).max()
        self.newest = newest
        hasClockNews = known.map { $0.seconds(until: newest ?? $0) > Self.clockSeconds } ?? true
    }

    var isEmpty: Bool {
        bundles.isEmpty && lists.isEmpty && histories.isEmpty && sightings.isEmpty && !hasClockNews
    }

    /// The history to hold from now on, when it isn't the held one.
    ///
    /// Only one that goes on from the held one takes its place, or one in which the recovery key takes back the key by
    /// whose right the held one parted from it; and any that counts, where no key that is pinned now ever signed the
    /// held one.
    private static func longer(
        _ learnt: VerificationLearning.History, in db: Database, at path: String
    ) throws -> KeyHistory? {
        let history = learnt.history
        guard let did = history.did?.description else { return nil }
        let found = try Row.fetchOne(
            db, sql: "SELECT head, document FROM histories WHERE did = ?", arguments: [did])
        guard let row = found.map({ MemoryRow($0, at: path) }) else { return history }
        guard try row.text(0) != history.head else { return nil }
        guard let held = try? KeyHistory(parsing: row.bytes(1)) else { throw MemoryError.damaged(path) }
        guard !held.signers.isDisjoint(with: learnt.roots) else { return history }
        guard case .followed(let followed)? = KeyHistory.settle([held, history]), followed != held else { return nil }
        return followed
    }

    static func head(of signer: String, in db: Database, at path: String) throws -> ReceiverMemory.BundleHead? {
        let row = try Row.fetchOne(
            db, sql: "SELECT sequence, as_of, digest FROM bundles WHERE signer = ?", arguments: [signer])
        return try row.map { row in
            let row = MemoryRow(row, at: path)
            return ReceiverMemory.BundleHead(
                sequence: try row.number(0), asOf: try row.instant(1), digest: try row.text(2))
        }
    }

    // MARK: Writing

    func write(to db: Database) throws {
        guard !isEmpty else { return }
        for bundle in bundles { try Self.write(bundle.sealed, to: db) }
        for list in lists {
            try db.execute(
                sql: "INSERT OR REPLACE INTO lists (url, issuer, valid_from, digest) VALUES (?, ?, ?, ?)",
                arguments: [list.url, list.issuer, list.head.validFrom.description, list.head.digest.blob])
        }
        for history in histories {
            let lines: [UInt8] = history.entries.flatMap { entry -> [UInt8] in
                JSONWriter.compact(.object(entry.json)) + [0x0A]
            }
            try db.execute(
                sql: "INSERT OR REPLACE INTO histories (did, entries, head, document) VALUES (?, ?, ?, ?)",
                arguments: [history.did?.description, history.entries.count, history.head, lines.blob])
        }
        for sighting in sightings {
            try db.execute(
                sql: "INSERT OR IGNORE INTO first_seen (digest, key, at) VALUES (?, ?, ?)",
                arguments: [sighting.digest.blob, sighting.fingerprint, sighting.at.description])
        }
        if let newest { try Self.write(newest: newest, to: db) }
    }

    static func write(_ bundle: SealedBundle, to db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO bundles (signer, sequence, as_of, digest, document) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                bundle.signer.description, bundle.sequence, bundle.asOf.description, bundle.digest,
                JSONWriter.compact(.object(bundle.json)).blob,
            ])
    }

    static func write(newest: Timestamp, to db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO times (number, newest) VALUES (1, ?)", arguments: [newest.description])
    }
}
