package import Encodings
internal import GRDB
package import VerifiableCredentials

/// The receiver's memory: one SQLite file beside the trust list, `<trust list>.state`, that belongs to its owner alone.
///
/// It keeps what an older bundle, list, key history or clock is measured by. It is made when there is something to
/// remember. Several commands may use it at once: reading takes one look, writing is one transaction, in which what
/// another command has learnt meanwhile stays.
package struct ReceiverStore: Sendable {
    package let path: String
    /// How long a command waits for another one, in seconds.
    static let busyTimeoutSeconds = 30.0

    package init(besideTrustList path: String) { self.path = "\(path).state" }

    /// What was seen before.
    package struct Recalled: Sendable {
        package internal(set) var memory = ReceiverMemory()
        package internal(set) var bundles: [SealedBundle] = []
        package internal(set) var histories: [KeyHistory] = []

        package func head(of signer: String) -> ReceiverMemory.BundleHead? {
            bundles.first { $0.signer.description.hasSameBytes(as: signer) }.map(\.head)
        }
    }

    // MARK: Reading

    /// Everything.
    ///
    /// - Throws: `MemoryError`; nothing is remembered where there is no file.
    package func recall() throws(MemoryError) -> Recalled {
        try read { db throws in
            var recalled = try recallBundles(db)
            for row in try rows(db, "SELECT url, issuer, valid_from, digest FROM lists") {
                try add(row, to: &recalled.memory)
            }
            try recallHistories(db, besides: [], to: &recalled)
            return recalled
        } ?? Recalled()
    }

    /// What matters for who is in that trust list: of lists those by its issuers and their bundles' members; and no
    /// history that the bundle of a pinned signer holds as it is.
    ///
    /// - Throws: `MemoryError`.
    package func recall(for trust: TrustList?) throws(MemoryError) -> Recalled {
        try read { db throws in
            var recalled = try recallBundles(db)
            let vouching = recalled.bundles.filter { trust?.bundleSigner($0.signer) != nil }
            var issuers = (trust?.issuers ?? []).flatMap { [$0.did] + $0.alsoKnownAs + $0.statusIssuers }
            var heads: Set<String> = []
            for bundle in vouching {
                for did in bundle.memberDIDs {
                    issuers.append(did.description)
                    if let head = bundle.historyHead(of: did) { heads.insert(head) }
                }
            }
            for start in stride(from: 0, to: issuers.count, by: Self.issuersAtOnce) {
                let part = issuers[start..<min(start + Self.issuersAtOnce, issuers.count)]
                let places = part.map { _ in "?" }.joined(separator: ", ")
                for row in try rows(
                    db, "SELECT url, issuer, valid_from, digest FROM lists WHERE issuer IN (\(places))",
                    StatementArguments(part))
                {
                    try add(row, to: &recalled.memory)
                }
            }
            try recallHistories(db, besides: heads, to: &recalled)
            return recalled
        } ?? Recalled()
    }

    /// Names in one question to the database.
    private static let issuersAtOnce = 500

    private func recallBundles(_ db: Database) throws -> Recalled {
        var recalled = Recalled()
        recalled.memory.newestTime = try Self.newest(db, path)
        for row in try rows(db, "SELECT document FROM bundles ORDER BY signer") {
            guard let bundle = try? SealedBundle(parsing: row.bytes(0)) else { throw MemoryError.damaged(path) }
            recalled.bundles.append(bundle)
        }
        return recalled
    }

    private func add(_ row: MemoryRow, to memory: inout ReceiverMemory) throws(MemoryError) {
        let name = ReceiverMemory.ListName(url: try row.text(0), issuer: try row.text(1))
        memory.lists[name] = ReceiverMemory.ListHead(validFrom: try row.instant(2), digest: try row.bytes(3))
    }

    private func recallHistories(_ db: Database, besides heads: Set<String>, to recalled: inout Recalled) throws {
        for row in try rows(db, "SELECT document, head FROM histories ORDER BY did") {
            if try heads.contains(row.text(1)) { continue }
            guard let history = try? KeyHistory(parsing: row.bytes(0)) else { throw MemoryError.damaged(path) }
            recalled.histories.append(history)
        }
    }

    /// When signatures by these keys were first seen, by the digest of each.
    ///
    /// - Parameter keys: thumbprints.
    package func firstSeen(by keys: [String]) throws(MemoryError) -> [[UInt8]: Timestamp] {
        guard !keys.isEmpty else { return [:] }
        return try read { db throws in
            var times: [[UInt8]: Timestamp] = [:]
            for key in keys {
                for row in try rows(db, "SELECT digest, at FROM first_seen WHERE key = ?", [key]) {
                    times[try row.bytes(0)] = try row.instant(1)
                }
            }
            return times
        } ?? [:]
    }

    /// Nothing when there is no file, or nothing in it yet.
    private func read<Value>(_ body: (Database) throws -> Value) throws(MemoryError) -> Value? {
        guard try MemoryFile.exists(path) else { return nil }
        let isUnfinished = MemoryFile.hasJournal(path)
        do {
            var configuration = Configuration()
            // A command that was cut short leaves a journal, by which SQLite takes its half of a writing back.
            configuration.readonly = !(isUnfinished && MemoryFile.isWritable(path))
            configuration.busyMode = .timeout(Self.busyTimeoutSeconds)
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            return try queue.read { db in try MemorySchema.isMade(in: db, at: path) ? body(db) : nil }
        } catch {
            if let error = error as? DatabaseError, error.resultCode == .SQLITE_READONLY {
                throw .unfinished(path, cause: "SQLite \(error.extendedResultCode.rawValue)")
            }
            throw MemoryError(sqlite: error, path: path)
        }
    }

    private func rows(
        _ db: Database, _ sql: String, _ arguments: StatementArguments = []
    ) throws -> [MemoryRow] {
        try Row.fetchAll(db, sql: sql, arguments: arguments).map { MemoryRow($0, at: path) }
    }

    static func newest(_ db: Database, _ path: String) throws -> Timestamp? {
        try Row.fetchOne(db, sql: "SELECT newest FROM times").map { try MemoryRow($0, at: path).instant(0) }
    }

    // MARK: Writing

    /// Remembers what was learnt, as far as it is news.
    ///
    /// - Throws: `MemoryError`; then what was remembered stays as it was.
    package func keep(_ learnt: VerificationLearning.Learnt) throws(MemoryError) {
        guard !learnt.isEmpty else { return }
        // Most runs have nothing new to say; those write nothing.
        let known = try read { db throws in try MemoryNews(of: learnt, in: db, at: path).isEmpty }
        guard known != true else { return }
        try write { db in try MemoryNews(of: learnt, in: db, at: path).write(to: db) }
    }

    /// Takes a bundle in with what it tells, unless it is older than the one that is held.
    ///
    /// - Parameters:
    ///   - knowledge: what it and the one before it tell that holds on.
    ///   - startsAnew: takes it whatever is held; the receiver gave the signer another key.
    ///   - putting: the last step before it is remembered; when that fails, nothing is.
    /// - Throws: `BundleError` `bundle.rollback`; `MemoryError`; what `putting` throws.
    package func take(
        _ bundle: SealedBundle, knowing knowledge: VerificationLearning.Learnt = .init(), at now: Timestamp,
        startsAnew: Bool = false, putting: () throws -> Void = {}
    ) throws {
        var refusal: (any Error)?
        do throws(MemoryError) {
            try write { db in
                do {
                    if !startsAnew, let held = try MemoryNews.head(of: bundle.signer.description, in: db, at: path) {
                        try bundle.head.checkFollows(held, signer: bundle.signer.description)
                    }
                    try MemoryNews(of: knowledge, in: db, at: path).write(to: db)
                    try MemoryNews.write(bundle, to: db)
                    let newest = try Self.newest(db, path)
                    try MemoryNews.write(newest: [newest ?? now, now, bundle.asOf].max() ?? now, to: db)
                    try putting()
                } catch let error as DatabaseError {
                    throw error
                } catch {
                    refusal = error
                    throw error
                }
            }
        } catch {
            if let refusal { throw refusal }
            throw error
        }
    }

    private func write(_ body: (Database) throws -> Void) throws(MemoryError) {
        try MemoryFile.make(path)
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(Self.busyTimeoutSeconds)
            configuration.prepareDatabase { db in
                try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL")
            }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            defer { try? queue.close() }
            try queue.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    try MemorySchema.make(in: db, at: path)
                    try body(db)
                    return .commit
                }
            }
        } catch { throw MemoryError(sqlite: error, path: path) }
    }
}
