import Cryptography
package import Encodings
package import VerifiableCredentials

/// A trust bundle that the receiver named, and where it lies.
struct NamedBundle: Sendable {
    let bundle: TrustBundle
    let source: String
}

extension MaterialGatherer {
    /// A trust bundle's file, or a folder made by `publish`.
    ///
    /// - Throws: as `addPublishedFolder`; `BundleError` for a file that can't be read.
    package mutating func addBundle(_ path: String) throws {
        guard InputFile.kind(of: path) == .file else {
            try addPublishedFolder(path)
            return
        }
        namedBundles.append(NamedBundle(bundle: try Self.trustBundle(path), source: path))
    }

    /// - Throws: `BundleError` with the file's name in its message.
    package static func trustBundle(_ path: String) throws -> TrustBundle {
        let bytes = try InputFile.read(path, limit: TrustBundle.limits.maxBytes)
        do throws(BundleError) {
            return try TrustBundle(parsing: bytes)
        } catch {
            throw BundleError(
                error.code, "\(InputFile.name(path)): \(error.message)", hint: error.hint, cause: error.cause)
        }
    }

    /// Adds what was seen before, and decides which bundles count; nothing is added afterwards.
    ///
    /// Of each signer the newest bundle counts, whether it was named or is held. The bundle of a signer who isn't pinned
    /// is as good as a folder: it vouches for nothing.
    ///
    /// - Parameters:
    ///   - store: the receiver's memory; nothing judges without it.
    ///   - warn: told what is ignored, and when nothing can be remembered.
    /// - Throws: `BundleError` `bundle.rollback`, `bundle.signature`, `bundle.award-key`, `bundle.dates`; `MemoryError`.
    package mutating func finish(
        remembering store: ReceiverStore?, at now: Timestamp, warn: @escaping @Sendable (String) -> Void
    ) throws {
        let recalled = try store?.recall() ?? ReceiverStore.Recalled()
        let known = material.keyHistories.map(\.history) + recalled.histories
        var chosen: [VouchedBundle] = []
        for named in namedBundles {
            let bundle = named.bundle
            try Self.checkDate(of: bundle, at: now, memory: recalled.memory)
            let checked = try VouchedBundle.check(
                bundle, source: named.source, by: material.trust, histories: known)
            guard let vouched = checked else {
                addUnvouched(bundle, source: named.source)
                continue
            }
            if let held = recalled.head(of: vouched.word.signer) {
                try bundle.head.checkFollows(held, signer: vouched.word.signer)
            }
            if !vouched.ignored.isEmpty {
                warn(
                    "\(InputFile.name(named.source)) also speaks of \(vouched.ignored.joined(separator: ", ")); "
                        + "its signer isn't pinned for that, so it was ignored.")
            }
            try Self.add(vouched, to: &chosen)
        }
        for held in recalled.bundles
        where !chosen.contains(where: { $0.bundle.signer == held.signer }) {
            let vouched: VouchedBundle?
            do throws(BundleError) {
                vouched = try VouchedBundle.check(
                    held, source: store?.path ?? "", by: material.trust, histories: known)
            } catch {
                warn("\(error.message) It is not used any more.")
                continue
            }
            if let vouched { chosen.append(vouched) }
        }
        material.bundles = chosen
        guard let store else { return }
        material.memory = recalled.memory
        material.keyHistories += recalled.histories.map { .init(history: $0, source: store.path) }
        try recallSightings(from: store)
        material.learning = VerificationLearning { learnt in
            do throws(MemoryError) {
                try store.keep(learnt)
            } catch {
                warn(error.message)
            }
        }
    }

    /// Of two bundles of one signer the newer counts.
    private static func add(_ vouched: VouchedBundle, to chosen: inout [VouchedBundle]) throws(BundleError) {
        guard let place = chosen.firstIndex(where: { $0.bundle.signer == vouched.bundle.signer }) else {
            chosen.append(vouched)
            return
        }
        let other = chosen[place]
        let (older, newer) =
            other.bundle.sequence < vouched.bundle.sequence ? (other, vouched) : (vouched, other)
        try newer.bundle.head.checkFollows(older.bundle.head, signer: vouched.word.signer)
        chosen[place] = newer
    }

    /// - Throws: `BundleError` `bundle.dates`.
    static func checkDate(of bundle: TrustBundle, at now: Timestamp, memory: ReceiverMemory) throws(BundleError) {
        guard bundle.asOf > now.adding(seconds: 300) else { return }
        throw BundleError(
            .dates, "The trust bundle of \(bundle.signer) is as of \(bundle.asOf), which lies in the future.",
            hint: "Check this machine's clock, which shows \(now); else ask the signer.")
    }

    private mutating func addUnvouched(_ bundle: TrustBundle, source: String) {
        for member in bundle.content.members {
            if let document = member.document {
                material.didDocuments.append(.init(document: document, source: source))
            }
            if let history = member.history { material.keyHistories.append(.init(history: history, source: source)) }
        }
        material.statusLists += bundle.content.statusLists.map { .init(credential: $0, source: source) }
        material.issuanceLists += bundle.content.issuanceLists.map { .init(list: $0, source: source) }
    }

    /// First sights matter only for keys that were stolen.
    private mutating func recallSightings(from store: ReceiverStore) throws {
        let histories =
            material.keyHistories.map(\.history) + material.bundles.flatMap { $0.members.compactMap(\.history) }
        var stolen: [String] = []
        for key in histories.flatMap(\.keys) where key.state == .compromised {
            let fingerprint = key.publicKey.thumbprint
            if !stolen.contains(fingerprint) { stolen.append(fingerprint) }
        }
        let times = try store.firstSeen(by: stolen)
        if !times.isEmpty { material.timeEvidence.append(FirstSeenEvidence(times: times, source: store.path)) }
    }
}
