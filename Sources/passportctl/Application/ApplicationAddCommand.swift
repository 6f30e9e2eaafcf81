import ArgumentParser
import BadgeIssuer
import Cryptography
import Encodings
import Passport

/// Takes learners' applications into the register.
struct ApplicationAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Take learners' applications in.",
        discussion: """
            Each is judged by itself: one that is refused hinders no other. The same
            file twice changes nothing; a returned application comes back with the
            same id and other contents. Nothing in a file is followed: links aren't
            opened, and a file of evidence counts as seen only when it is given here.

            Example: passportctl application add anna.json --evidence report.pdf
            """)

    @Argument(help: ArgumentHelp("Applications, or folders with them; - for standard input.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("A file of evidence, to be compared with its digest.", valueName: "file"))
    var evidence: [String] = []

    @Flag(help: "Take in also what learners hand in who were erased before.")
    var force = false

    @OptionGroup var workspaceOptions: WorkspaceOptions
    @OptionGroup var answer: OutputOptions

    func run() throws {
        let workspace = try workspaceOptions.find(Environment.current)
        let paths = try files.flatMap(Self.expand)
        let read = paths.map(Self.read)
        let items = read.compactMap(\.item)
        let digests = try evidenceDigests(for: items)
        let register = try Register.open(at: workspace.registerPath, readOnly: false)
        let catalogue = try DefinitionCatalogue(workspace, register: register)
        var taken = try ApplicationIntake(register, catalogue: catalogue, evidence: digests, force: force)
            .take(items, at: Environment.now)[...]
        // Back in the order in which they were named.
        let receipts = read.compactMap { $0.refusal ?? taken.popFirst() }
        receipts.forEach(render)
        if !answer.quiet, !answer.json, paths.isEmpty { Terminal.note("There are no applications in the folder.") }
        if receipts.contains(where: { $0.refusal != nil }) {
            // A single file that isn't there is another matter than one that is wrong.
            let status = receipts.count == 1 ? receipts.first?.refusal.map { ExitStatus(code: $0.codeText) } : nil
            throw status ?? ExitStatus.badInput
        }
    }

    // MARK: Files

    private static func expand(_ path: String) throws -> [String] {
        guard path != "-", InputFile.kind(of: path) == .folder else { return [path] }
        return try InputFile.names(in: path).filter { $0.hasSuffix(".json") }.map { "\(path)/\($0)" }
    }

    private static func read(_ path: String) -> (item: ApplicationIntake.Item?, refusal: ApplicationReceipt?) {
        let name = path == "-" ? "standard input" : "\"\(UTF8Text.escapedForTerminal(path))\""
        do {
            let limit = BadgeApplication.maxBytes
            let bytes =
                path == "-"
                ? try InputFile.readStandardInput(limit: limit) : try InputFile.read(path, limit: limit)
            let application = try BadgeApplication(reading: bytes, named: name, at: Environment.now)
            return (ApplicationIntake.Item(source: path, application: application), nil)
        } catch let error as any CodedError {
            return (nil, ApplicationReceipt(source: path, refusal: error))
        } catch {
            return (nil, ApplicationReceipt(source: path, refusal: ProgramError(error)))
        }
    }

    /// The digests of the files that came along, each of which an application must name.
    private func evidenceDigests(for items: [ApplicationIntake.Item]) throws -> Set<[UInt8]> {
        let named = Set(items.flatMap { $0.application.evidence.compactMap(\.sha256) })
        var digests: Set<[UInt8]> = []
        for path in evidence {
            let digest = SHA256.hash(try InputFile.read(path, limit: AwardOptionText.maxEvidenceBytes))
            guard named.contains(digest) else {
                throw ApplicationError(
                    .evidenceDiffers,
                    "\"\(UTF8Text.escapedForTerminal(path))\" is none of the files that the applications name as evidence.",
                    hint:
                        "It was changed since, or belongs to another application; ask the learner. Nothing was taken in."
                )
            }
            digests.insert(digest)
        }
        return digests
    }

    // MARK: The answer

    private func render(_ receipt: ApplicationReceipt) {
        if answer.json { Terminal.result(bytes: JSONWriter.compact(.object(receipt.json)) + [0x0A]) }
        if let refusal = receipt.refusal {
            Terminal.report(refusal)
            return
        }
        guard let application = receipt.application else { return }
        if !answer.json { Terminal.result("\(application.id)  \(application.slug)  \(receipt.state.rawValue)") }
        guard !answer.quiet else { return }
        let source = UTF8Text.escapedForTerminal(receipt.source)
        switch receipt.outcome {
        case .unchanged: Terminal.note("\(source): the same was handed in before; nothing changed.")
        case .resubmitted: Terminal.note("\(source): handed in anew after it was returned.")
        case .recorded, .refused: break
        }
        for (place, piece) in application.evidence.enumerated() where piece.sha256 != nil {
            let title = piece.name.map { " (\(UTF8Text.escapedForTerminal($0)))" } ?? ""
            Terminal.note(
                receipt.compared.contains(place)
                    ? "\(source): evidence \(place + 1)\(title) is the file that was given."
                    : "\(source): the file of evidence \(place + 1)\(title) wasn't given, so it wasn't compared.")
        }
        if let number = receipt.newPassportNumber {
            Terminal.note("\(source): the learner is new here; the passport number is \(number).")
        }
    }
}
