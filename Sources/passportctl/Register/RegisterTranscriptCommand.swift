import ArgumentParser
import BadgeIssuer
import Encodings
import Passport
import VerifiableCredentials

/// Signs a learner's badges as one record, and withdraws such a record.
struct RegisterTranscriptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transcript",
        abstract: "Sign a learner's badges as one record (CLR 2.0).",
        discussion: """
            The badges stand in it as they were signed, so each can be checked by itself.
            Without --include it holds all that are in force and haven't expired. The
            same again gives the same file. A badge that is a JWT can't stand in it: it is
            left out by name, and the exit status is 65.

            Whoever has the file reads all badges in it, and that they are one learner's.
            --withdraw takes a record back, at the next `passportctl publish`; the badges
            stay as they are.

            Examples:
              passportctl register transcript anna@example.org -o anna.json
              passportctl register transcript 5F9H-Q1WR-YYXY-9 --include 1b9d6bcd \\
                --include 7f3c9a10 --lang sv
              passportctl register transcript 5F9H-Q1WR-YYXY-9 --list
              passportctl register transcript 5F9H-Q1WR-YYXY-9 --withdraw 6ec0bd7f
            """)

    @Argument(
        help: ArgumentHelp("Passport number, email, student id, DID or the register's id.", valueName: "person"))
    var person: String

    @Option(help: ArgumentHelp("A badge by its id or its first 8 digits; `all` for all.", valueName: "badge"))
    var include: [String] = []

    @Option(help: ArgumentHelp("Language of the record's name: fi, sv or en.", valueName: "language"))
    var lang: String?

    @Flag(help: "List the records that were made.")
    var list = false

    @Option(help: ArgumentHelp("Write a record that was made before once more.", valueName: "id"))
    var again: String?

    @Option(help: ArgumentHelp("Take a record back.", valueName: "id"))
    var withdraw: String?

    @Option(help: ArgumentHelp("Why it is taken back, as a code (default: error).", valueName: "code"))
    var reason: String?

    @Option(help: ArgumentHelp("A reference to the member of staff; no name.", valueName: "reference"))
    var by: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The new file; - for standard output (default: transcript-….json).", valueName: "file"))
    var output: String?

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @OptionGroup var clock: ClockOptions
    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        try UsageError.refuseEmpty(person, "The person")
        try UsageError.refuseEmpty(by, "--by")
        try checkUsage()
        let reference = try PersonReference(person)
        if list { return try listRecords(reference) }
        if let withdraw { return try takeBack(try AwardReference(withdraw), of: reference) }
        if let again { return try writeAgain(try AwardReference(again), of: reference) }
        try issue(to: reference)
    }

    // MARK: Options

    private func checkUsage() throws {
        guard [list, again != nil, withdraw != nil].count(where: { $0 }) <= 1 else {
            throw UsageError(
                .value, "--list, --again and --withdraw don't go together.", hint: "Do one after the other.")
        }
        let isMaking = !list && again == nil && withdraw == nil
        guard isMaking || include.isEmpty && lang == nil else {
            throw UsageError(.value, "--include and --lang are for a new record.", hint: "Leave them out here.")
        }
        guard output == nil && !force || isMaking || again != nil else {
            throw UsageError(.value, "Nothing is written to a file here.", hint: "Leave -o and --force out.")
        }
        guard reason == nil || withdraw != nil else {
            throw UsageError(.value, "--reason goes with --withdraw.", hint: "Leave it out here.")
        }
    }

    private func choice() throws -> TranscriptChoice {
        guard !include.isEmpty, include != ["all"] else { return .allValid }
        return .named(try include.map { try AwardReference($0) })
    }

    private func withdrawalReason() throws(UsageError) -> StatusReason {
        guard let reason else { return .error }
        let known: [StatusReason] = [.error, .correction, .fraud, .holderRequest]
        guard let found = StatusReason(rawValue: reason.lowercased()), known.contains(found) else {
            throw UsageError(
                .value, "The reason given with --reason isn't one to withdraw a record for.",
                hint: "Use one of \(known.map(\.rawValue).joined(separator: ", ")).")
        }
        return found
    }

    // MARK: Making

    private func issue(to reference: PersonReference) throws {
        let environment = Environment.current
        let file = try NewFile(output, force: force)
        let language = try lang.map { try LanguageOptions.known($0).rawValue }
        let choice = try choice()
        let workspace = try workspaceOptions.find(environment)
        let register = try Register.open(at: workspace.registerPath, readOnly: false)
        let keys = try passphrase.unlock(environment) {
            try IssuerKeys.load(workspace, passphrase: $0, for: [.dataIntegrity, .checkpoint])
        }
        let issuer = TranscriptIssuer(
            workspace.settings, securer: try keys.securer(for: .json),
            judge: try workspace.ownJudge(at: Environment.now),
            checkpoints: keys.checkpoint.map { CheckpointSigner(issuer: workspace.settings.issuer, key: $0) },
            who: by)
        let outcome = try issuer.issue(
            choice, to: reference, language: language, in: register, trustsClock: clock.trustClock,
            at: Environment.now)
        try hand(outcome.transcript, to: file, outcome)
    }

    private func writeAgain(_ id: AwardReference, of reference: PersonReference) throws {
        let file = try NewFile(output, force: force)
        let register = try openForReading()
        let transcript = try register.read { reader in
            let person = try reader.known(reference)
            let record = try reader.transcript(id, of: person)
            return try reader.transcript(record)
        }
        try hand(transcript, to: file, nil)
    }

    private func hand(_ transcript: Transcript, to file: NewFile, _ outcome: TranscriptIssuer.Outcome?) throws {
        let id = transcript.record.id
        var written: String?
        if file.isStandardOutput {
            Terminal.result(bytes: transcript.bytes)
            Terminal.note(id)
        } else {
            let (path, isNew) = try file.write(transcript.bytes, named: "transcript-\(id.dropFirst(9).prefix(8)).json")
            written = path
            if !answer.quiet, !answer.json {
                let name = UTF8Text.escapedForTerminal(path)
                Terminal.note(isNew ? "Written to \"\(name)\"." : "\"\(name)\" holds it already.")
            }
            if !answer.json { Terminal.result(id) }
        }
        if answer.json, !file.isStandardOutput {
            Terminal.result(
                bytes: JSONWriter.compact(.object(json(transcript, file: written, outcome))) + [0x0A])
        }
        if !answer.quiet, !answer.json {
            let count = transcript.awardIDs.count
            Terminal.note(
                "It holds \(count) \(count == 1 ? "badge" : "badges")"
                    + (outcome.map { $0.isNew ? "." : ", and was made before." } ?? "."))
            if transcript.record.isWithdrawn { Terminal.warning("This record was withdrawn.") }
            if outcome?.isNew ?? false {
                Terminal.hint("Others can check its status after the next `passportctl publish`.")
            }
        }
        guard let outcome, !outcome.omissions.isEmpty else { return }
        for omission in outcome.omissions { Terminal.report(omission.error) }
        throw ExitStatus.badInput
    }

    private func json(
        _ transcript: Transcript, file: String?, _ outcome: TranscriptIssuer.Outcome?
    ) -> JSONObject {
        var object = transcript.record.json
        object["awards"] = .array(transcript.awardIDs.map { .string($0) })
        object["file"] = file.map { .string($0) } ?? .null
        object["new"] = .bool(outcome?.isNew ?? false)
        object["leftOut"] = .array(
            (outcome?.omissions ?? []).map {
                ["credential": .string($0.awardID), "badge": .string($0.slug), "code": .string($0.error.codeText)]
            })
        return object
    }

    // MARK: What was made

    private func listRecords(_ reference: PersonReference) throws {
        let records = try openForReading().read { reader in
            try reader.transcripts(of: try reader.known(reference).id)
        }
        for record in records {
            if answer.json {
                Terminal.result(bytes: JSONWriter.compact(.object(record.json)) + [0x0A])
            } else {
                Terminal.result("\(record.id)  \(record.signedAt)  \(record.isWithdrawn ? "withdrawn" : "issued")")
            }
        }
        if !answer.quiet, !answer.json {
            Terminal.note(records.count == 1 ? "1 transcript." : "\(records.count) transcripts.")
        }
    }

    private func takeBack(_ id: AwardReference, of reference: PersonReference) throws {
        let reason = try withdrawalReason()
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: false)
        let record = try TranscriptIssuer(
            workspace.settings, securer: nil, judge: { _ in nil }, checkpoints: nil, who: by
        ).withdraw(id, of: reference, reason: reason, in: register, at: Environment.now)
        if answer.json {
            var object = record.json
            object["state"] = "withdrawn"
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
        } else {
            Terminal.result("\(record.id)  withdrawn")
            if !answer.quiet {
                Terminal.note("Others see it only after the next `passportctl publish`.")
            }
        }
    }

    private func openForReading() throws -> Register {
        try Register.open(
            at: try workspaceOptions.find(Environment.current).registerPath, readOnly: true)
    }
}

extension TranscriptRecord {
    fileprivate var json: JSONObject {
        [
            "format": "passport.transcript/1", "credential": .string(id), "signedAt": .string(signedAt.description),
            "state": isWithdrawn ? "withdrawn" : "issued", "verificationMethod": .string(verificationMethod),
        ]
    }
}
