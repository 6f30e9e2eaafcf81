import Cryptography
package import Encodings
import OpenBadges
package import VerifiableCredentials

/// A trust bundle that the receiver named, and where it lies.
struct NamedBundle: Sendable {
    let bundle: SealedBundle
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
    package static func trustBundle(_ path: String) throws -> SealedBundle {
        let bytes = try InputFile.read(path, limit: TrustBundle.limits.maxBytes)
        do throws(BundleError) {
            return try SealedBundle(parsing: bytes)
        } catch {
            throw BundleError(
                error.code, "\(InputFile.name(path)): \(error.message)", hint: error.hint, cause: error.cause)
        }
    }

    /// Adds what was seen before, and decides which bundles count; nothing is added afterwards.
    ///
    /// Of each signer the newest bundle counts, whether it was named or is held; what the older ones tell is kept beside
    /// it, worth what the issuers' own signatures are. The bundle of a signer who isn't pinned vouches for nothing, and
    /// is read only for issuers that are listed.
    ///
    /// - Parameters:
    ///   - store: the receiver's memory; nothing judges without it.
    ///   - warn: told what is ignored, and when nothing can be remembered.
    /// - Throws: `BundleError` `bundle.rollback`, `bundle.signature`, `bundle.award-key`, `bundle.dates`; `MemoryError`.
    package mutating func finish(
        remembering store: ReceiverStore?, at now: Timestamp, warn: @escaping @Sendable (String) -> Void
    ) throws {
        let recalled = try store?.recall(for: material.trust) ?? ReceiverStore.Recalled()
        let held = recalled.bundles.filter { material.trust?.bundleSigner($0.signer) != nil }
        let known = try signerHistories(held, recalled, path: store?.path ?? "")
        var chosen: [VouchedBundle] = []
        var older: [NamedBundle] = []
        for named in namedBundles {
            try Self.checkDate(of: named.bundle, at: now, memory: recalled.memory)
            let checked = try VouchedBundle.check(
                named.bundle, source: named.source, by: material.trust, histories: known, at: now)
            guard let vouched = checked else {
                try addUnvouched(named, warn: warn)
                continue
            }
            if let held = recalled.head(of: vouched.word.signer) {
                try vouched.bundle.head.checkFollows(held, signer: vouched.word.signer)
            }
            if !vouched.ignored.isEmpty {
                warn(
                    "\(InputFile.name(named.source)) also speaks of \(Self.shown(vouched.ignored)); "
                        + "its signer isn't pinned for that, so it was ignored.")
            }
            try Self.add(vouched, to: &chosen, older: &older)
        }
        let news = chosen.filter { recalled.head(of: $0.word.signer)?.digest != $0.bundle.digest }
        for bundle in held {
            let named = NamedBundle(bundle: bundle, source: store?.path ?? "")
            if let newer = chosen.first(where: { $0.bundle.signer == bundle.signer }) {
                if newer.bundle.sealed != bundle { older.append(named) }
            } else if let vouched = try vouched(named, by: known, at: now, warn: warn) {
                chosen.append(vouched)
            } else {
                older.append(named)
            }
        }
        material.bundles = chosen
        let ownLists = material.statusLists.count
        for named in older { try addTold(by: named, isHeld: named.source == store?.path) }
        let lists = Array(material.statusLists[ownLists...])
        material.signerHistories = (material.trust?.bundleSigners ?? []).compactMap { signer in
            let told = known + chosen.flatMap { $0.members.compactMap(\.history) }
            guard case .followed(let history)? = signer.history(among: told) else { return nil }
            let roots = DID(signer.did).flatMap { material.trust?.ownKeys(of: $0) } ?? []
            return VerificationLearning.History(history, roots: roots)
        }
        guard let store else { return }
        material.memory = recalled.memory
        material.keyHistories += recalled.histories.map { .init(history: $0, source: store.path) }
        try recallSightings(from: store)
        var telling = material
        telling.bundles = news
        telling.statusLists = lists
        material.learning = VerificationLearning { [telling] learnt in
            do throws(MemoryError) {
                var learnt = learnt
                if !news.isEmpty, !learnt.bundles.isEmpty {
                    learnt.lists += BundleKnowledge(telling, profile: OpenBadgeProfile(), at: now).lists
                }
                try store.keep(learnt)
            } catch {
                warn(error.message)
            }
        }
    }

    /// The key histories at hand of those who are pinned for bundles, wherever they stand.
    private func signerHistories(
        _ held: [SealedBundle], _ recalled: ReceiverStore.Recalled, path: String
    ) throws -> [KeyHistory] {
        let signers = (material.trust?.bundleSigners ?? []).compactMap { DID($0.did) }
        var known = material.keyHistories.map(\.history) + recalled.histories
        for bundle in held {
            do throws(BundleError) {
                for signer in signers {
                    if let history = try bundle.history(of: signer) { known.append(history) }
                }
            } catch { throw MemoryError.damaged(path) }
        }
        for named in namedBundles where signers.contains(named.bundle.signer) {
            for signer in signers {
                if let history = try named.bundle.history(of: signer) { known.append(history) }
            }
        }
        return known
    }

    /// A held bundle as its signer's word; nothing when it counts no more.
    private func vouched(
        _ held: NamedBundle, by known: [KeyHistory], at now: Timestamp, warn: (String) -> Void
    ) throws -> VouchedBundle? {
        do throws(BundleError) {
            return try VouchedBundle.check(
                held.bundle, source: held.source, by: material.trust, histories: known, at: now)
        } catch {
            guard [.signature, .awardKey].contains(error.code) else { throw MemoryError.damaged(held.source) }
            warn("\(error.message) It is not used any more.")
            return nil
        }
    }

    /// Adds what a bundle that vouches no more tells: worth what the issuers' own signatures are.
    private mutating func addTold(by named: NamedBundle, isHeld: Bool) throws {
        let bundle: TrustBundle
        do throws(BundleError) {
            bundle = try named.bundle.opened()
        } catch {
            guard isHeld else { throw error }
            throw MemoryError.damaged(named.source)
        }
        for member in bundle.content.members {
            if let history = member.history {
                material.keyHistories.append(.init(history: history, source: named.source))
            }
        }
        material.statusLists += bundle.content.statusLists.map { .init(credential: $0, source: named.source) }
        material.issuanceLists += bundle.content.issuanceLists.map { .init(list: $0, source: named.source) }
    }

    /// Of two bundles of one signer the newer counts.
    private static func add(
        _ vouched: VouchedBundle, to chosen: inout [VouchedBundle], older: inout [NamedBundle]
    ) throws(BundleError) {
        guard let place = chosen.firstIndex(where: { $0.bundle.signer == vouched.bundle.signer }) else {
            chosen.append(vouched)
            return
        }
        let other = chosen[place]
        let (old, newer) =
            other.bundle.sequence < vouched.bundle.sequence ? (other, vouched) : (vouched, other)
        try newer.bundle.head.checkFollows(old.bundle.head, signer: vouched.word.signer)
        if old.bundle.sealed != newer.bundle.sealed {
            older.append(NamedBundle(bundle: old.bundle.sealed, source: old.word.source))
        }
        chosen[place] = newer
    }

    private static func shown(_ names: [String]) -> String {
        names.map { UTF8Text.escapedForTerminal($0) }.joined(separator: ", ")
    }

    /// - Throws: `BundleError` `bundle.dates`.
    static func checkDate(of bundle: SealedBundle, at now: Timestamp, memory: ReceiverMemory) throws(BundleError) {
        guard bundle.asOf > now.adding(seconds: 300) else { return }
        throw BundleError(
            .dates, "The trust bundle of \(bundle.signer) is as of \(bundle.asOf), which lies in the future.",
            hint: "Check this machine's clock, which shows \(now); else ask the signer.")
    }

    /// Keys and signatures that are judged of a bundle whose signer nobody pinned.
    static let maxUnvouchedWork = 4_000

    /// Whoever writes a bundle can make its reading dear: of a stranger's only that is read which is about issuers whom
    /// the receiver listed.
    private mutating func addUnvouched(_ named: NamedBundle, warn: (String) -> Void) throws {
        let (bundle, source, trust) = (named.bundle, named.source, material.trust)
        warn(
            "\(InputFile.name(source)) is signed by \(bundle.signer), who isn't pinned for bundles: it vouches for "
                + "nobody, and counts only for what issuers in your trust list have signed in it.")
        unlistedMembers += bundle.memberDIDs.filter { trust?.issuer($0.description) == nil }
        let content: TrustBundle.Content
        do throws(BundleError) {
            content = try bundle.opened(
                only: { trust?.issuer($0.description) != nil }, work: Self.maxUnvouchedWork
            ).content
        } catch {
            throw BundleError(
                error.code, "\(InputFile.name(source)): \(error.message)", hint: error.hint, cause: error.cause)
        }
        for member in content.members {
            if let document = member.document {
                material.didDocuments.append(.init(document: document, source: source))
            }
            if let history = member.history { material.keyHistories.append(.init(history: history, source: source)) }
        }
        material.statusLists += content.statusLists.map { .init(credential: $0, source: source) }
        material.issuanceLists += content.issuanceLists.map { .init(list: $0, source: source) }
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
