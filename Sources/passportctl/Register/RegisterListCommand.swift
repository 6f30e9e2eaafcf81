import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Encodings

/// Lists the badges that were given.
struct RegisterListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the badges that were given.",
        discussion: """
            In the order they were recorded: id, date, badge, level, state, holder.
            It holds names, so keep what it prints to yourself.

            Example: passportctl register list --badge tiimityo --state revoked
                     passportctl register list --inactive-since 2024-09-01
            """)

    @Option(help: ArgumentHelp("Only this badge, as tiimityo or tiimityo@1.", valueName: "badge"))
    var badge: String?

    @Option(
        help: ArgumentHelp(
            "Only this state: issued, suspended, revoked, superseded or expired.", valueName: "state"))
    var state: String?

    @Option(
        help: ArgumentHelp(
            "Instead of badges, the persons of whom nothing was recorded since then.", valueName: "day"))
    var inactiveSince: String?

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        try UsageError.refuseEmpty(badge, "--badge")
        if let inactiveSince {
            try listInactive(since: inactiveSince)
            return
        }
        let state = try self.state.map(StateChoice.init)
        let reference = try badge.map { try BadgeReference($0) }
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let now = Environment.now
        var count = 0
        // One moment of the register, line by line: a list may be longer than fits in memory.
        try register.read { reader in
            if let reference { try Self.check(reference, reader) }
            let filter = AwardFilter(slug: reference?.slug, version: reference?.version, states: state?.stored)
            try reader.forEachAward(filter) { award in
                guard state?.isExpired != true || award.isExpired(at: now) else { return }
                let person = try award.personID.flatMap { try reader.person(.id($0)) }
                count += 1
                if output.json {
                    Terminal.result(
                        bytes: JSONWriter.compact(.object(award.listJSON(person, at: now))) + [0x0A])
                } else {
                    Terminal.result(award.listLine(person, at: now))
                }
            }
        }
        if !output.quiet, !output.json { Terminal.note(count == 1 ? "1 badge." : "\(count) badges.") }
    }

    /// Persons whose time may be over, so that they can be erased.
    private func listInactive(since text: String) throws {
        guard badge == nil, state == nil else {
            throw UsageError(
                .value, "--inactive-since lists persons, and doesn't go with --badge or --state.",
                hint: "Leave them out.")
        }
        guard let day = try? CalendarDay(any: text) else {
            throw UsageError(
                .value, "--inactive-since \"\(text)\" is no day.", hint: "Write 2024-09-01 or 1.9.2024.")
        }
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        var count = 0
        try register.read { reader in
            try reader.forEachInactivePerson(since: day) { person, last in
                count += 1
                if output.json {
                    let object: JSONObject = [
                        "format": "passport.register-inactive/1", "person": .string(person.id),
                        "passportNumber": .string(person.passportNumber.description),
                        "lastActivity": .string(last.description),
                    ]
                    Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
                } else {
                    Terminal.result("\(person.passportNumber)  \(last)")
                }
            }
        }
        guard !output.quiet, !output.json else { return }
        Terminal.note(count == 1 ? "1 person." : "\(count) persons.")
        if count > 0 { Terminal.hint("`passportctl register erase-person` with the number erases one.") }
    }

    /// A badge that was never published is more likely a slip of the finger than one that nobody has.
    private static func check(_ reference: BadgeReference, _ reader: RegisterReader) throws {
        let known = try reader.snapshots()
        let ofSlug = known.filter { $0.slug == reference.slug }
        guard
            ofSlug.isEmpty || !(reference.version.map { version in ofSlug.contains { $0.version == version } } ?? true)
        else { return }
        guard ofSlug.isEmpty else {
            throw RegisterError(
                .definitionMissing, "The register has no version \(reference.version ?? 0) of \(reference.slug).",
                hint: "It knows \(ofSlug.map { "\($0.slug)@\($0.version)" }.joined(separator: ", ")).")
        }
        let near = NearestName.find(reference.slug, among: known.map(\.slug))
        throw RegisterError(
            .definitionMissing, "The register has no badge \"\(reference.slug)\".",
            hint: near.map { "Did you mean \"\($0)\"?" } ?? "`passportctl definition list` shows the badges.")
    }
}

/// A state to list by; expired is computed from dates.
private struct StateChoice {
    let stored: Set<AwardRecord.State>
    let isExpired: Bool

    init(_ text: String) throws(UsageError) {
        isExpired = text.lowercased() == "expired"
        if isExpired {
            stored = [.issued, .suspended]
            return
        }
        guard let state = AwardRecord.State(rawValue: text.lowercased()) else {
            let names = AwardRecord.State.allCases.map(\.rawValue) + ["expired"]
            throw UsageError(
                .value, "--state \"\(text)\" isn't a state of a badge.",
                hint: NearestName.find(text, among: names).map { "Did you mean \"\($0)\"?" }
                    ?? "Use one of \(names.joined(separator: ", ")).")
        }
        stored = [state]
    }
}
