import ArgumentParser
import BadgeIssuer
import Encodings

/// Shows one badge, or one person with the badges they have.
struct RegisterShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one badge that was given, or a person with all badges.",
        discussion: """
            It holds names, so keep what it prints to yourself.

            Example: passportctl register show 1b9d6bcd
                     passportctl register show 5F9H-Q1WR-YYXY-9
            """)

    @Argument(help: ArgumentHelp("A badge's id or its first 8 digits, or a passport number.", valueName: "id"))
    var id: String

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let workspace = try workspaceOptions.find(Environment.current)
        let register = try Register.open(at: workspace.registerPath, readOnly: true)
        let now = Environment.now
        let number = PassportNumber(id)
        // Digits of an id can make a sound passport number too, so the badge is looked for first.
        let reference = number == nil ? try Self.reference(id) : try? AwardReference(id)
        try register.read { reader in
            if let reference {
                switch try reader.find(reference) {
                case .found(let award):
                    show(try reader.details(of: award), at: now)
                    return
                case .refused(let error):
                    guard number != nil, error.code == .awardMissing else { throw error }
                }
            }
            guard let number, let person = try reader.person(.passportNumber(number)) else {
                throw RegisterError(
                    .personMissing, "Nobody in the register has the passport number \(number?.description ?? id).",
                    hint: "Compare it with the learner's slip; another organisation may have given it.")
            }
            show(person, try reader.awards(AwardFilter(personID: person.id)), at: now)
        }
    }

    private static func reference(_ text: String) throws(RegisterError) -> AwardReference {
        do {
            return try AwardReference(text)
        } catch {
            throw RegisterError(
                error.code, "\"\(text)\" is neither a badge's id nor a passport number.",
                hint: "Give the id as urn:uuid:… or its first 8 digits or more, or the number as XXXX-XXXX-XXXX-C.")
        }
    }

    // MARK: A badge

    private func show(_ details: AwardDetails, at now: Timestamp) {
        if output.json {
            Terminal.result(bytes: JSONWriter.compact(.object(details.json(at: now))) + [0x0A])
        } else {
            for line in details.lines(at: now) { Terminal.result(line) }
        }
    }

    // MARK: A person

    private func show(_ person: Person, _ awards: [AwardRecord], at now: Timestamp) {
        if output.json {
            func text(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
            let object: JSONObject = [
                "format": "passport.register-person/1", "person": .string(person.id),
                "passportNumber": .string(person.passportNumber.description), "name": text(person.fullName),
                "email": text(person.email), "studentID": text(person.studentID), "did": text(person.did),
                "language": text(person.language),
                "awards": .array(awards.map { .object($0.listJSON(person, at: now).removing("format")) }),
            ]
            Terminal.result(bytes: JSONWriter.compact(.object(object)) + [0x0A])
            return
        }
        Terminal.result(person.passportNumber.description)
        let fields = [
            ("name", person.fullName), ("email", person.email), ("student id", person.studentID), ("did", person.did),
            ("language", person.language),
        ]
        for (name, value) in fields {
            if let value { Terminal.result("  \(name.padded(to: 12)) \(UTF8Text.escapedForTerminal(value))") }
        }
        for award in awards { Terminal.result(award.listLine(person, at: now)) }
        if !output.quiet { Terminal.note(awards.count == 1 ? "1 badge." : "\(awards.count) badges.") }
    }
}
