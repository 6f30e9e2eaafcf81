import Cryptography
import Encodings
import LinkedData
import Synchronization

/// Decides the `status` check from status lists at hand.
///
/// A list is judged once, when the first badge asks for it, and remembered for the rest of the run.
final class StatusJudge: Sendable {
    private let proofs: ProofJudge
    private let policy: VerificationPolicy
    private let trust: TrustList?
    private let memory: ReceiverMemory
    private let learning: VerificationLearning?
    /// What this run has come upon itself.
    private let newest: NewestLists
    private let found: [VerificationMaterial.FoundStatusList]
    private let revocations: RevocationListJudge
    private let judged = Mutex<[[UInt8]: [JudgedList]]>([:])
    /// The judge of the lists that aren't only this document's.
    private let common: StatusJudge?

    /// What the lists of one document may still cost; those that the receiver has cost what they cost.
    private let room: Mutex<Room>

    private struct Room: Sendable {
        var work: ProofWork
        /// Bytes of lists when they are inflated; real ones have 16 KiB.
        var bytes = 32 << 20
    }

    /// A badge in the field names one or two.
    static let maxEntries = 8

    init(_ material: VerificationMaterial, policy: VerificationPolicy, proofs: ProofJudge) {
        // What is known of withdrawals is known now, whatever day is asked about.
        self.proofs = ProofJudge(
            resolver: proofs.resolver, suites: proofs.suites, time: JudgementTime(now: proofs.time.now))
        self.policy = policy
        trust = material.trust
        memory = material.memory
        learning = material.learning
        newest = NewestLists()
        found = material.statusLists
        revocations = RevocationListJudge(lists: material.revocationLists)
        common = nil
        room = Mutex(Room(work: ProofWork()))
    }

    private init(
        _ common: StatusJudge, adding found: [VerificationMaterial.FoundStatusList],
        _ revocationLists: [VerificationMaterial.FoundRevocationList]
    ) {
        proofs = common.proofs
        policy = common.policy
        trust = common.trust
        memory = common.memory
        learning = common.learning
        newest = common.newest
        self.found = found
        revocations = RevocationListJudge(lists: common.revocations.lists + revocationLists)
        self.common = common
        room = Mutex(Room(work: ProofWork(credentials: found.count).adding(dear: 1)))
    }

    /// A judge that knows these lists too, for the one document that they came in.
    func adding(
        _ lists: [VerificationMaterial.FoundStatusList],
        _ revocationLists: [VerificationMaterial.FoundRevocationList] = []
    ) -> StatusJudge {
        lists.isEmpty && revocationLists.isEmpty ? self : StatusJudge(self, adding: lists, revocationLists)
    }

    func judge(_ view: CredentialView, issuer: String) -> CheckResult {
        let entries = view.statusEntries
        guard entries.count <= Self.maxEntries else {
            return CheckResult(
                .status, .undetermined, .limitMembers, ["member": "credentialStatus", "limit": "\(Self.maxEntries)"])
        }
        let results = entries.compactMap { entry in
            entry["type"]?.asList == [.string(RevocationList.entryTypeName)]
                ? revocations.judge(entry, of: view.id) { isAllowed($0, for: issuer) } : judge(entry, issuer: issuer)
        }
        if var decisive = Self.decisive(results) {
            decisive.basis = results.flatMap(\.basis)
            return decisive
        }
        // Entries that only inform can't withdraw anything.
        return trust?.issuer(issuer)?.statusExpected ?? false
            ? CheckResult(.status, .undetermined, .statusAbsent) : CheckResult(.status, .notApplicable, .statusNone)
    }

    /// Whether a newer list than one of these turned up since they were used.
    func isOutdated(_ basis: [StatusBasis]) -> Bool {
        basis.contains { newest.newer(than: $0.date, of: $0.name) != nil }
    }

    /// A set bit decides, whatever another entry couldn't tell, and of two the one that is final.
    private static func decisive(_ results: [CheckResult]) -> CheckResult? {
        results.first { $0.code == .statusRevoked } ?? results.first { $0.outcome == .failed }
            ?? results.first { $0.outcome == .undetermined } ?? results.first
    }

    /// The address of the list that an entry is withdrawn by; nothing for an entry that is only information.
    static func listAddress(of entry: JSONValue) -> String? {
        if entry["type"]?.asList == [.string(RevocationList.entryTypeName)] { return entry["id"]?.stringValue }
        let known = [StatusListEntry.typeName, "StatusList2021Entry"]
        guard let type = entry["type"]?.asList, type.count == 1, known.contains(type[0].stringValue ?? ""),
            ["revocation", "suspension"].contains(entry["statusPurpose"]?.stringValue ?? "")
        else { return nil }
        return entry["statusListCredential"]?.stringValue
    }

    /// Nothing for an entry that is only information.
    private func judge(_ json: JSONValue, issuer: String) -> CheckResult? {
        let entry: StatusListEntry
        do throws(StatusError) {
            entry = try StatusListEntry(json: Self.inTodaysWords(json))
        } catch {
            if let taken = takenBack(json, issuer: issuer) { return taken }
            guard error.code == .typeUnknown else {
                return CheckResult(.status, .undetermined, .statusMalformed, ["problem": error.message])
            }
            let types = json["type"]?.asList.compactMap(\.stringValue) ?? []
            return CheckResult(.status, .undetermined, .statusTypeUnknown, ["type": types.joined(separator: ", ")])
        }
        switch entry.purpose {
        case "revocation", "suspension": break
        case "message", "refresh": return nil
        default:
            return CheckResult(.status, .undetermined, .statusPurposeUnknown, ["purpose": entry.purpose])
        }
        let lists = lists(for: entry.listCredential)
        guard !lists.isEmpty else {
            return CheckResult(
                .status, .undetermined, .statusUnavailable, ["list": entry.listCredential],
                detail: ["list": .string(entry.listCredential)])
        }
        return decide(
            lists.map { ($0, judge(entry, by: $0, issuer: issuer)) }, of: entry.listCredential, issuer: issuer)
    }

    /// The answer for an entry whose place is a number rather than text, when it was withdrawn or put on hold.
    ///
    /// Bitstring Status List §2.1 wants text, so that such an entry never shows that all is well; but there is only one
    /// place that the number can mean.
    private func takenBack(_ json: JSONValue, issuer: String) -> CheckResult? {
        guard var object = json.objectValue, let number = object["statusListIndex"]?.numberValue,
            let index = Int(exactly: number.double), index >= 0
        else { return nil }
        object["statusListIndex"] = .string("\(index)")
        let answer = judge(.object(object), issuer: issuer)
        // The list may still turn up, and say so.
        if let answer, answer.code == .statusUnavailable { return answer }
        guard let result = answer, result.outcome == .failed else { return nil }
        var detail = result.detail
        let notes = (detail["notes"]?.arrayValue ?? []) + [.string(VerificationCode.statusIndexNumber.rawValue)]
        detail["notes"] = .array(notes)
        return CheckResult(.status, .failed, result.code, result.values, detail: detail)
    }

    /// Of several genuine lists the newest decides, but a revocation bit set in any genuine one holds.
    ///
    /// Only the issuer's lists count: anybody can make one of the same name, newer than all.
    private func decide(
        _ answers: [(list: JudgedList, result: CheckResult)], of url: String, issuer: String
    ) -> CheckResult? {
        var genuine = answers.filter {
            $0.list.problem == nil && !$0.list.isByOldWord && isAllowed($0.list.issuer, for: issuer)
        }
        // What strangers sign isn't worth remembering, and would fill the memory.
        if trust?.issuer(issuer) != nil { for (list, _) in genuine { remember(list, as: url) } }
        if let revoked = answers.first(where: { $0.result.code == .statusRevoked }) { return revoked.result }
        // A list that came along and was made unreadable may be the one that says more than the others.
        if let broken = answers.first(where: { $0.list.isHandedByHolder && $0.list.isBroken }) { return broken.result }
        // After the last list that the issuer's key history names there are no others.
        if genuine.contains(where: \.list.isFinal) { genuine.removeAll { !$0.list.isFinal } }
        guard let newest = genuine.map({ $0.list.validFrom ?? .earliest }).max() else {
            return Self.decisive(answers.map(\.result))
        }
        return Self.decisive(genuine.filter { ($0.list.validFrom ?? .earliest) == newest }.map(\.result))
    }

    /// A genuine list is remembered; one from the future would make all real ones look old.
    private func remember(_ list: JudgedList, as url: String) {
        let now = proofs.time.now
        guard let validFrom = list.validFrom,
            validFrom <= now.adding(seconds: VerificationPolicy.clockSkewSeconds), !memory.isAhead(of: now),
            newest.saw(.init(url: url, issuer: list.issuer), of: validFrom)
        else { return }
        learning?.saw(url, by: list.issuer, .init(validFrom: validFrom, digest: list.digest), at: now)
    }

    /// Whose lists count: the issuer's, under any of its names, and those that the trust list names for it.
    private func isAllowed(_ listIssuer: String, for issuer: String) -> Bool {
        listIssuer.hasSameBytes(as: issuer) || proofs.resolver.isLinked(listIssuer, to: issuer)
            || trust?.issuer(issuer)?.statusIssuers.contains { $0.hasSameBytes(as: listIssuer) } ?? false
    }

    /// StatusList2021 differs from Bitstring Status List in the names of its types only.
    private static func inTodaysWords(_ entry: JSONValue) -> JSONValue {
        guard var object = entry.objectValue, object["type"]?.asList == ["StatusList2021Entry"] else { return entry }
        object["type"] = .string(StatusListEntry.typeName)
        return .object(object)
    }

    private func judge(_ entry: StatusListEntry, by list: JudgedList, issuer: String) -> CheckResult {
        var detail: JSONObject = [
            "source": .string(list.source), "list": .string(entry.listCredential),
            "purpose": .string(entry.purpose), "index": .number(JSONNumber(entry.index)),
        ]
        func undetermined(_ code: VerificationCode, _ values: [String: String] = [:]) -> CheckResult {
            CheckResult(.status, .undetermined, code, values, detail: detail)
        }
        if let problem = list.problem {
            return undetermined(problem.code, problem.values)
        }
        guard isAllowed(list.issuer, for: issuer) else { return undetermined(.statusIssuer, ["other": list.issuer]) }
        guard list.purposes.contains(where: { $0.hasSameBytes(as: entry.purpose) }) else {
            return undetermined(.statusPurpose, ["purpose": entry.purpose])
        }
        guard let bits = list.bits, let value = try? entry.value(in: bits) else {
            return undetermined(.statusRange, ["count": "\(list.bits?.count ?? 0)", "index": "\(entry.index)"])
        }
        guard let asOf = list.validFrom else {
            return undetermined(.statusMalformed, ["problem": "it has no validFrom"])
        }
        let age = max(0, asOf.seconds(until: proofs.time.now) / 86_400)
        detail["asOf"] = .string(asOf.description)
        detail["ageDays"] = .number(JSONNumber(age))
        let isSet = value != 0
        // Found in the field and read all the same, but named.
        let notes = remarks(on: list, bits, for: entry)
        if !notes.isEmpty { detail["notes"] = .array(notes.map { .string($0.rawValue) }) }
        let limit =
            list.isHandedByHolder
            ? min(policy.maxStatusAgeDays, policy.maxHolderStatusAgeDays) : policy.maxStatusAgeDays
        if list.isHandedByHolder { detail["handedBy"] = "holder" }
        let values = ["asOf": asOf.description, "days": "\(age)", "limit": "\(limit)"]
        // A revocation is final, so its bit holds however old the list is; a hold may have ended since.
        if isSet, entry.purpose == "revocation" {
            return CheckResult(.status, .failed, .statusRevoked, values, detail: detail)
        }
        if list.isByOldWord { return undetermined(.statusUnvouched, values) }
        if asOf > proofs.time.now.adding(seconds: VerificationPolicy.clockSkewSeconds) {
            return undetermined(.statusFuture, values)
        }
        if list.isFinal, !isSet {
            detail["final"] = true
            return CheckResult(.status, .passed, .statusFinal, values, detail: detail)
        }
        let name = ReceiverMemory.ListName(url: entry.listCredential, issuer: list.issuer)
        let basis = StatusBasis(name: name, date: asOf)
        if !list.isFinal, let newer = newerDate(than: basis, list.digest) {
            detail["newestSeen"] = .string(newer.description)
            return undetermined(.statusRollback, values.merging(["newest": newer.description]) { $1 })
        }
        func told(_ outcome: Outcome, _ code: VerificationCode) -> CheckResult {
            var result = CheckResult(.status, outcome, code, values, detail: detail)
            if !list.isFinal { result.basis = [basis] }
            return result
        }
        // A policy may ask for newer news that all is well; it doesn't make a hold go away.
        let days = isSet ? max(limit, VerificationPolicy.usualStatusAgeDays) : limit
        let ends = asOf.adding(seconds: days * 86_400)
        if !list.isFinal, proofs.time.now > min(ends, list.validUntil ?? ends) {
            return undetermined(.statusStale, values)
        }
        if isSet { return told(.failed, .statusSuspended) }
        return told(.passed, list.isHandedByHolder ? .statusOKByHolder : .statusOK)
    }

    /// The date of a list of that name that says newer, or other, things than this one: seen before, or in this run.
    private func newerDate(than basis: StatusBasis, _ digest: [UInt8]) -> Timestamp? {
        if let head = memory.lists[basis.name], head.isNewer(than: basis.date, digest) { return head.validFrom }
        return newest.newer(than: basis.date, of: basis.name)
    }

    private func remarks(on list: JudgedList, _ bits: Bitstring, for entry: StatusListEntry) -> [VerificationCode] {
        var remarks: [VerificationCode] = []
        if bits.isShort(forEntriesOf: entry.size) { remarks.append(.statusListShort) }
        if !bits.hasMultibasePrefix { remarks.append(.statusListUnprefixed) }
        if let id = list.id, !id.hasSameBytes(as: entry.listCredential) { remarks.append(.statusListOtherName) }
        return remarks
    }

    private func lists(for url: String) -> [JudgedList] {
        (common?.lists(for: url) ?? []) + ownLists(for: url)
    }

    private func judgeList(_ list: VerificationMaterial.FoundStatusList) -> JudgedList {
        guard common != nil else {
            var work = ProofWork()
            return JudgedList(list, proofs: proofs, work: &work, room: Int.max)
        }
        return room.withLock { room in
            let given = room.work.part()
            var work = given
            let judged = JudgedList(list, proofs: proofs, work: &work, room: room.bytes)
            room.work.settle(work, given: given)
            room.bytes -= judged.bits.map { $0.count / 8 } ?? 0
            return judged
        }
    }

    private func ownLists(for url: String) -> [JudgedList] {
        let key = Array(url.utf8)
        if let known = judged.withLock({ $0[key] }) { return known }
        let lists = found.filter { $0.isFound(at: url) }.map(judgeList)
        // Strangers may name any number of lists that aren't here; those are not remembered.
        if !lists.isEmpty { judged.withLock { $0[key] = lists } }
        return lists
    }
}

/// A status list credential after its own proof was judged.
struct JudgedList: Sendable {
    struct Problem: Sendable {
        let code: VerificationCode
        let values: [String: String]
    }

    let source: String
    /// The address by which it names itself.
    let id: String?
    let isHandedByHolder: Bool
    let issuer: String
    let purposes: [String]
    let validFrom: Timestamp?
    let validUntil: Timestamp?
    let bits: Bitstring?
    /// SHA-256 of what it says, its proof apart, as the same list may be signed twice; nothing of one that can't be used.
    let digest: [UInt8]
    /// Whether it is the last list of an issuer that has closed, by the word of its key history: it never grows old.
    let isFinal: Bool
    /// Whether its key rests on nothing but the word of a bundle that is too old: what it takes back stays taken back,
    /// and that all is well isn't believed.
    let isByOldWord: Bool
    /// Why the list can't be used; its content is then not looked at.
    let problem: Problem?

    /// Whether it was damaged, rather than made by somebody who doesn't count.
    var isBroken: Bool {
        switch problem?.code {
        case .statusMalformed, .statusUnsigned, .limitStatusList, .limitWork: true
        default: false
        }
    }

    /// - Parameters:
    ///   - work: what checking its proof may still cost.
    ///   - room: how many bytes it may come to.
    init(
        _ found: VerificationMaterial.FoundStatusList, proofs: ProofJudge, work: inout ProofWork, room: Int
    ) {
        let view = CredentialView(found.credential)
        source = found.source
        id = found.id
        isHandedByHolder = found.isHandedByHolder
        issuer = view.issuerID ?? ""
        validFrom = view.validFrom
        validUntil = view.validUntil
        let subject = view.subject
        purposes = subject?["statusPurpose"]?.asList.compactMap(\.stringValue) ?? []
        isFinal = Self.isLeftBehind(found, issuer: issuer, by: proofs.resolver.histories)
        var proofs = proofs
        // The history's own signature dates such a list, whatever became of the list's key.
        proofs.judgesKeyTime = !isFinal
        let opened = Self.open(found, view: view, proofs: proofs, work: &work, room: room)
        switch opened {
        case .success(let opened):
            bits = opened.bits
            isByOldWord = opened.isByOldWord
            problem = nil
            digest = SHA256.hash(JCS.canonicalize(.object(found.credential.removing("proof"))))
        case .failure(let refusal):
            bits = nil
            isByOldWord = false
            problem = refusal.problem
            digest = []
        }
    }

    private struct Opened {
        let bits: Bitstring
        let isByOldWord: Bool
    }

    private struct Refusal: Error {
        let problem: Problem

        init(_ code: VerificationCode, _ values: [String: String] = [:]) {
            problem = Problem(code: code, values: values)
        }
    }

    private static func isLeftBehind(
        _ found: VerificationMaterial.FoundStatusList, issuer: String, by histories: KeyHistoryBook
    ) -> Bool {
        guard case .followed(let followed) = histories.answer(for: issuer), case .embedded = found.securing else {
            return false
        }
        return followed.leavesBehind(found.credential)
    }

    private static func open(
        _ found: VerificationMaterial.FoundStatusList, view: CredentialView, proofs: ProofJudge,
        work: inout ProofWork, room: Int
    ) -> Result<Opened, Refusal> {
        guard view.hasType("BitstringStatusListCredential") || view.hasType("StatusList2021Credential") else {
            return .failure(Refusal(.statusMalformed, ["problem": "it is no status list credential"]))
        }
        guard view.issuerID != nil, let subject = view.subject else {
            return .failure(Refusal(.statusMalformed, ["problem": "it lacks an issuer or a single subject"]))
        }
        let form = FormCheck(view).judge()
        guard form.outcome == .passed else { return .failure(Refusal(.statusMalformed, form.values)) }
        let presented = PresentedCredential(bytes: [], securing: found.securing, credential: found.credential)
        let judgement = proofs.judge(presented, work: &work)
        switch judgement.result.outcome {
        case .passed: break
        case .undetermined where judgement.result.code == .keyUnavailable || judgement.result.code == .keyUnknown:
            return .failure(Refusal(.statusUnvouched))
        case .undetermined where judgement.result.code == .limitWork:
            return .failure(Refusal(.limitWork, judgement.result.values))
        case .undetermined where judgement.result.code == .proofUnsupported:
            return .failure(Refusal(.proofUnsupported, judgement.result.values))
        default:
            switch judgement.result.code {
            case .historyFork, .keyTimeUnproven, .keyWindow, .keyRetired, .keyRevoked:
                return .failure(Refusal(judgement.result.code, judgement.result.values))
            default: return .failure(Refusal(.statusUnsigned))
            }
        }
        guard
            ClaimsCheck(shapes: CredentialShapes.standard).judge(found.credential, signed: judgement.expanded)
                .outcome == .passed
        else {
            return .failure(Refusal(.statusMalformed, ["problem": "it doesn't plainly say what was signed"]))
        }
        guard let signer = judgement.signer, let issuer = view.issuerID,
            signer.controller.hasSameBytes(as: issuer) || proofs.resolver.isLinked(signer.controller, to: issuer)
        else { return .failure(Refusal(.statusUnsigned)) }
        guard signer.vouching.isVouched else { return .failure(Refusal(.statusUnvouched)) }
        // The date that makes a list the newest must be as good as the signature's.
        if proofs.judgesKeyTime, case .told(let key, _) = signer.standing, let from = view.validFrom,
            let end = key.ends.first(where: { from > $0.since })
        {
            return .failure(Refusal(.keyRevoked, ["date": from.description, "since": end.since.description]))
        }
        guard let encodedList = CredentialView.text(subject["encodedList"]) else {
            return .failure(Refusal(.statusMalformed, ["problem": "it has no encodedList"]))
        }
        do throws(StatusError) {
            guard room > 0 else { return .failure(Refusal(.limitStatusList)) }
            let bits = try Bitstring(encodedList: encodedList)
            guard bits.count / 8 <= room else { return .failure(Refusal(.limitStatusList)) }
            return .success(Opened(bits: bits, isByOldWord: signer.vouching.isByOldWord))
        } catch {
            guard error.code != .tooLarge else { return .failure(Refusal(.limitStatusList)) }
            return .failure(Refusal(.statusMalformed, ["problem": error.message]))
        }
    }
}
