import ArgumentParser
import BadgeDefinitions
import BadgeIssuer
import Cryptography
import Encodings
import Passport

/// Writes an application's file, on the learner's own machine.
struct ApplicationNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write an application for a badge; needs no workspace.",
        discussion: """
            Of a file given as evidence only the digest is written, so send the file
            along. Keep the application: when it is returned, mend the text in it and
            send it again, with the same id.

            Example: passportctl application new tiimityo --to anna@example.org \\
                       --text "Johdin tiimiä." --evidence report.pdf -o anna.json
            """)

    @Argument(help: "The badge's short name, such as tiimityo.")
    var badge: String

    @Option(help: ArgumentHelp("Yourself: an email, a DID or a passport number.", valueName: "id"))
    var to: String

    @Option(help: ArgumentHelp("Your name.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("What you did and can do, in your own words.", valueName: "text"))
    var text: String?

    @Option(help: ArgumentHelp("A file with that text; - for standard input.", valueName: "file"))
    var textFile: String?

    @Option(help: ArgumentHelp("The level you ask for, 1 to 4.", valueName: "level"))
    var level: Int?

    @Option(
        help: ArgumentHelp("Evidence: [KIND:] [TITLE] [URL], or a file whose digest is kept.", valueName: "evidence"))
    var evidence: [String] = []

    @Option(help: ArgumentHelp("The address under which the badge stands.", valueName: "url"))
    var badgeBase: String?

    @Option(help: ArgumentHelp("The language of your text and of the badge (default: fi).", valueName: "language"))
    var lang = "fi"

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The application's file; - for standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "Replace a file that is there.")
    var force = false

    @OptionGroup var answer: OutputOptions

    func run() throws {
        try UsageError.refuseEmpty(output, "--output")
        var generator = SystemRandom()
        let recipient = try AwardRequest.Recipient(to: to)
        let draft = BadgeApplication(
            id: "urn:uuid:" + UUIDv4.make(using: &generator), slug: badge, badgeBase: badgeBase,
            applicant: BadgeApplication.Applicant(try Self.identifier(recipient), name: name), level: level,
            text: try words(), evidence: try evidence.map(Self.piece), language: lang,
            submittedOn: CalendarDay(of: Environment.now))
        let bytes = JSONWriter.pretty(.object(draft.json))
        // What the school would refuse is refused here, where it can be mended.
        let application = try BadgeApplication(reading: bytes, named: "the application", at: Environment.now)
        if output == "-" {
            Terminal.result(bytes: bytes)
            return
        }
        let path = output ?? "application-\(application.id.dropFirst("urn:uuid:".count).prefix(8)).json"
        guard force || InputFile.kind(of: path) == .missing else {
            throw ReceiverError(
                .exists, "There is a file \(InputFile.name(path)) already, and it stays.",
                hint: "Name another with -o, or say --force to replace it.")
        }
        try OutputFile.write(bytes, to: path, mode: 0o600)
        if answer.json {
            let object: JSONObject = [
                "format": "passport.application-file/1", "application": .string(application.id),
                "badge": .string(application.slug), "file": .string(path),
            ]
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
        } else {
            Terminal.result(application.id)
        }
        if !answer.quiet {
            Terminal.note(
                "Written to \(InputFile.name(path)); send it to the school, with the files you gave as evidence.")
        }
    }

    private func words() throws -> String {
        switch (text, textFile) {
        case (let text?, nil): return text
        case (nil, let path?):
            let limit = BadgeApplication.maxBytes
            let bytes =
                path == "-"
                ? try InputFile.readStandardInput(limit: limit) : try InputFile.read(path, limit: limit)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw UsageError(.value, "The text of --text-file isn't UTF-8.", hint: "Save it as UTF-8.")
            }
            return text
        case (_?, _?):
            throw UsageError(.value, "--text and --text-file don't go together.", hint: "Give one of them.")
        case (nil, nil):
            throw UsageError(
                .missing, "What you did and can do isn't said.", hint: "Say it with --text or --text-file.")
        }
    }

    private static func identifier(
        _ recipient: AwardRequest.Recipient
    ) throws -> BadgeApplication.Applicant.Identifier {
        if let email = recipient.email { return .email(email) }
        if let did = recipient.did { return .did(did) }
        if let number = recipient.passportNumber { return .passportNumber(number) }
        throw UsageError(.value, "--to names nobody.", hint: "Give an email address, a DID or a passport number.")
    }

    private static func piece(_ text: String) throws -> BadgeApplication.Evidence {
        let piece = try AwardOptionText.evidence(text)
        let kind = EvidenceRequirement.Kind(rawValue: piece.kind.rawValue) ?? .document
        let source: BadgeApplication.Evidence.Source =
            switch piece.source {
            case .url(let url): .url(url)
            case .file(let digest): .file(sha256: digest)
            case .credential, .none: .none
            }
        return BadgeApplication.Evidence(kind: kind, name: piece.title, source: source)
    }
}
