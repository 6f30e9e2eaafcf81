import ArgumentParser
import BadgeIssuer
import Encodings
import OpenBadges
import Passport
import VerifiableCredentials

/// Makes a file of chosen badges for somebody else.
struct PassportExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Make a file of chosen badges for somebody else.",
        discussion: """
            Nothing is chosen by default. First it shows exactly what a reader will see,
            then it asks. The passport file holds the badges as they were signed, under
            your own signature; nothing in it tells what else you have.

            Examples:
              passportctl passport export --include 2 --include 5 --for kahvila.example \\
                --until 31.12.2026 -o anna.json
              passportctl passport export --include 2 --show-name "Anna E." -o anna.html
              passportctl passport export --for koulu.example --challenge 7Q2-K9 -o key.json
            """)

    /// What is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        /// The signed passport file.
        case json
        /// A page to print, with the passport file in it.
        case html
        /// Each badge in its own picture.
        case png
        /// The European Learning Model, unsigned.
        case elm
    }

    @Option(
        help: ArgumentHelp(
            "A badge by its number, its id or the beginning of its UUID; give one for each.", valueName: "id"))
    var include: [String] = []

    @Option(help: ArgumentHelp("Your name, as you want it to be read.", valueName: "name"))
    var showName: String?

    @Option(help: ArgumentHelp("What it is for; kept on your shelf alone.", valueName: "text"))
    var purpose: String?

    @Option(name: .customLong("for"), help: ArgumentHelp("The receiver that it is made for.", valueName: "receiver"))
    var receiver: String?

    @Option(help: ArgumentHelp("What the receiver asked you to repeat.", valueName: "text"))
    var challenge: String?

    @Option(help: ArgumentHelp("The signature's last day, at most 90 days ahead (default: none).", valueName: "day"))
    var until: String?

    @Option(help: ArgumentHelp("A part of a badge to show; the others are left out.", valueName: "pointer"))
    var show: [String] = []

    @Option(help: ArgumentHelp("A part of a badge to leave out, where its issuer allows it.", valueName: "pointer"))
    var hide: [String] = []

    @Flag(help: "Put the issuers' status lists and keys at hand into the file.")
    var staple = false

    @Option(
        help: ArgumentHelp(
            "json, html (a page to print), png (pictures, into a folder) or elm (default: by the file's name).",
            valueName: "format"))
    var format: Format?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file, or the folder of pictures; - for stdout.", valueName: "file")
    )
    var output: String?

    @Flag(help: "Only show what a reader would see.")
    var preview = false

    @Flag(help: "Don't ask.")
    var yes = false

    @Flag(help: "Replace what is there.")
    var force = false

    @OptionGroup var shelfOptions: ShelfOptions
    @OptionGroup var passphraseOptions: PassphraseOptions
    @OptionGroup var files: MaterialFileOptions
    @OptionGroup var language: LanguageOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        let environment = Environment.current
        let now = Environment.now
        try checkOptions()
        try refuseIdentityCodes()
        let desk = ExportDesk(
            shelf: try shelfOptions.open(environment, readOnly: preview), language: try language.language(environment),
            now: now)
        guard !include.isEmpty || challenge != nil else {
            if !answer.quiet { for line in try desk.choices() { Terminal.note(line) } }
            throw UsageError(
                .missing, "Nothing was chosen to be shown.",
                hint: "Name each badge with --include and its number from `passportctl passport list`.")
        }
        let destination = try preview ? nil : ExportDestination(output, format: chosenFormat, force: force)
        var order = try desk.order(
            include, parts: ShownParts(show: show, hide: hide), material: files.gather(environment))
        order.selection.shownName = showName
        order.selection.receiver = receiver
        order.selection.challenge = challenge
        order.selection.until = try until.map { try Self.end($0) }
        if staple { try desk.staple(&order) }
        try desk.check(order)
        tell(desk.preview(of: order, as: chosenFormat))
        guard let destination else { return }
        if !yes { try Confirmation.ask("This will be written to \(destination.shown).") }
        let files = try desk.files(of: order, as: chosenFormat) { shelf in
            try passphraseOptions.unlock(environment) { try shelf.key(passphrase: $0) }
        }
        try destination.write(files)
        try desk.record(order, files, as: chosenFormat, purpose: purpose)
        report(order, files, at: destination, desk)
    }

    // MARK: Options

    private var chosenFormat: Format {
        if let format { return format }
        let name = output?.lowercased() ?? ""
        return name.hasSuffix(".html") || name.hasSuffix(".htm") ? .html : .json
    }

    private func checkOptions() throws(UsageError) {
        for (value, name) in [
            (showName, "--show-name"), (purpose, "--purpose"), (receiver, "--for"), (challenge, "--challenge"),
            (until, "--until"), (output, "--output"),
        ] { try UsageError.refuseEmpty(value, name) }
        for reference in include { try UsageError.refuseEmpty(reference, "--include") }
        guard preview || output != nil else {
            throw UsageError(
                .missing, "There is no name for the file.", hint: "Give one with -o, or say --preview to see first.")
        }
        if include.isEmpty, challenge != nil, receiver == nil {
            throw UsageError(
                .missing, "A proof that the key is yours names its receiver.",
                hint: "Say with --for whose challenge it is.")
        }
        if challenge != nil, include.isEmpty, chosenFormat != .json || showName != nil {
            throw UsageError(
                .value, "A proof that the key is yours is a passport file without badges and without a name.",
                hint: "Leave --format and --show-name out, or name badges with --include.")
        }
        try checkUnsigned()
        if answer.json, output == "-" {
            throw UsageError(
                .value, "The file and the answer can't both go to standard output.", hint: "Name a file with -o.")
        }
    }

    /// What looks like a Finnish personal identity code goes to nobody, and isn't shown in the refusal either.
    private func refuseIdentityCodes() throws(PortfolioError) {
        guard [showName, receiver, challenge].contains(where: { $0.map(IdentityCode.occurs) ?? false }) else { return }
        throw PortfolioError(
            .name, "There is what looks like a personal identity code in what the file would say.",
            hint: "Leave it out: such a code never goes into a file for others.")
    }

    /// What only a signature can carry has no place in files without one.
    private func checkUnsigned() throws(UsageError) {
        guard chosenFormat == .png || chosenFormat == .elm else { return }
        let given = [
            (receiver != nil, "--for"), (challenge != nil, "--challenge"), (until != nil, "--until"),
            (staple, "--staple"), (showName != nil && chosenFormat == .png, "--show-name"),
        ]
        guard let (_, name) = given.first(where: \.0) else { return }
        throw UsageError(
            .value, "\(name) belongs to a file with your signature, and --format \(chosenFormat.rawValue) has none.",
            hint: "Leave \(name) out, or make a passport file.")
    }

    /// The end of a day, or a moment.
    private static func end(_ text: String) throws(UsageError) -> Timestamp {
        if let instant = try? Timestamp(rfc3339: text) { return instant }
        guard let day = try? CalendarDay(any: text) else {
            throw UsageError(
                .value, "--until \"\(text)\" is no day or moment.",
                hint: "Write --until 2026-12-31, --until 31.12.2026 or --until 2026-12-31T12:00:00Z.")
        }
        return day.lastSecond
    }

    // MARK: Answers

    private func tell(_ preview: PassportPreview) {
        if self.preview {
            for line in preview.lines { Terminal.result(UTF8Text.escapedForTerminal(line)) }
        } else if !answer.quiet || !yes {
            Terminal.note(preview.lines.joined(separator: "\n"))
        }
        for warning in preview.warnings { Terminal.warning(warning) }
    }

    private func report(
        _ order: ExportOrder, _ files: [ExportFile], at destination: ExportDestination, _ desk: ExportDesk
    ) {
        guard !destination.isStandardOutput else { return }
        if answer.json {
            let json = order.json(files: files, at: destination, form: ExportDesk.form(of: order, as: chosenFormat))
            Terminal.result(bytes: JSONWriter.compact(.object(json)) + [0x0A])
            return
        }
        for file in files { Terminal.result(destination.path(of: file)) }
    }
}
