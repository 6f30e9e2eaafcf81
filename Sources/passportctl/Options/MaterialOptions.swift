import ArgumentParser
import BadgeIssuer
import Encodings
import OpenBadges
import Passport
import VerifiableCredentials

/// What a receiver checks by, and how; the same on every command that checks.
struct MaterialOptions: ParsableArguments {
    @OptionGroup var files: MaterialFileOptions
    @OptionGroup var onlineOptions: OnlineOptions

    @Option(help: ArgumentHelp("Judge as of that day or moment.", valueName: "time"))
    var at: String?

    @Option(help: ArgumentHelp("Your own name, for badges that are addressed.", valueName: "domain"))
    var domain: [String] = []

    @Option(help: ArgumentHelp("The challenge you gave, for badges that are addressed.", valueName: "text"))
    var challenge: String?

    /// The verifier that these options ask for.
    ///
    /// - Parameters:
    ///   - recipient: whose the badges should be; nothing when that isn't asked.
    ///   - receiver: what this kind of receiver demands besides.
    ///   - evidence: the files that evidence is compared with.
    func verifier(
        _ environment: [String: String], recipient: String? = nil, receiver: ReceiverPolicy? = nil,
        evidence: EvidenceFiles? = nil, time: JudgementTime
    ) throws -> Verifier {
        var policy = try policy()
        policy.recipient = recipient
        receiver?.apply(to: &policy)
        var material = try gather(environment)
        material.evidence = evidence
        return Verifier(
            material: material, policy: policy, profile: OpenBadgeProfile(), time: time)
    }

    /// What is at hand, and where more can be had.
    func gather(_ environment: [String: String]) throws -> VerificationMaterial {
        var material = try files.gather(environment)
        material.supply = try onlineOptions.supply(environment, isWithoutState: files.isWithoutState)
        return material
    }

    func policy() throws -> VerificationPolicy {
        try UsageError.refuseEmpty(challenge, "--challenge")
        var policy = VerificationPolicy()
        policy.domains = domain
        policy.challenge = challenge
        return policy
    }

    func time(now: Timestamp) throws -> JudgementTime {
        guard let at else { return JudgementTime(now: now) }
        if let instant = try? Timestamp(rfc3339: at) { return JudgementTime(now: now, asked: instant) }
        guard let day = try? CalendarDay(any: at) else {
            throw UsageError(
                .value, "--at \"\(at)\" is no day or moment.",
                hint: "Write --at 2026-09-01, --at 1.9.2026 or --at 2026-09-01T10:00:00Z.")
        }
        // A whole day was meant: what was awarded on it counts, what expired on it still held.
        let asked = day == CalendarDay(of: now) ? now : day.lastSecond
        return JudgementTime(now: now, asked: asked)
    }
}

/// The files that a receiver checks by.
struct MaterialFileOptions: ParsableArguments {
    @OptionGroup var trustOptions: TrustListOptions

    @Option(
        help: ArgumentHelp(
            "A trust bundle, or a folder made by `publish`, for keys and status lists.", valueName: "path"))
    var bundle: [String] = []

    @Option(
        help: ArgumentHelp(
            "A list of withdrawals; write ADDRESS=FILE to say where you got one that names itself otherwise.",
            valueName: "file"))
    var status: [String] = []

    @Option(help: ArgumentHelp("A DID document; it vouches for nothing by itself.", valueName: "file"))
    var didDocument: [String] = []

    @Option(
        help: ArgumentHelp("A list of JSON-LD contexts of your own, pinned by their digests.", valueName: "file"))
    var contexts: String?

    @Flag(name: .customLong("no-state"), help: "Judge without what was seen before, and remember nothing.")
    var isWithoutState = false

    func gather(_ environment: [String: String]) throws -> VerificationMaterial {
        var gatherer = MaterialGatherer(trust: try trustOptions.trustToJudgeBy(environment))
        for path in didDocument { try gatherer.addDIDDocument(path) }
        for path in status { try gatherer.addStatusList(path) }
        if let contexts {
            try UsageError.refuseEmpty(contexts, "--contexts")
            try gatherer.addContexts(contexts, beside: OpenBadgesContexts.store)
        }
        for path in bundle { try gatherer.addBundle(path) }
        // A workspace knows its own keys' lives without being told.
        if let workspace = try trustOptions.workspaceOptions.findIfAny(environment) {
            try gatherer.addKeyHistory(in: workspace.root, of: DID(workspace.settings.issuer))
        }
        // Who decided to trust nobody has nothing to remember.
        let list = isWithoutState ? nil : try trustOptions.existingPath(environment)
        try gatherer.finish(
            remembering: list.map { ReceiverStore(besideTrustList: $0) }, at: Environment.now,
            warn: { Terminal.warning($0) })
        return gatherer.material
    }
}

/// Which trust list is meant.
struct TrustListOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The list of trusted issuers.", valueName: "file"))
    var trust: String?

    @OptionGroup var workspaceOptions: WorkspaceOptions

    func locations(
        _ environment: [String: String], in workspace: Workspace?
    ) throws(UsageError) -> TrustListFile.Locations {
        try UsageError.refuseEmpty(trust, "--trust")
        return TrustListFile.Locations(named: trust, environment: environment, workspaceRoot: workspace?.root)
    }

    /// The path of the list that exists.
    func existingPath(_ environment: [String: String]) throws -> String? {
        try locations(environment, in: try workspaceOptions.findIfAny(environment)).existing()
    }

    /// The list that exists, with the workspace's own issuer added when the command runs in one.
    func trustToJudgeBy(_ environment: [String: String]) throws -> TrustList? {
        let workspace = try workspaceOptions.findIfAny(environment)
        let list = try locations(environment, in: workspace).existing().map { try TrustListFile.load($0).list }
        guard let workspace else { return list }
        let own = try workspace.ownIssuer()
        var withOwn = list ?? TrustList(updated: Environment.now.wholeSeconds)
        if withOwn.issuer(own.did) == nil { withOwn.issuers.append(own) }
        return withOwn
    }
}
