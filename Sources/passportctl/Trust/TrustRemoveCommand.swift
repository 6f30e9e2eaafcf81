import ArgumentParser
import Encodings
import Passport
import VerifiableCredentials

/// Takes an issuer off the list.
struct TrustRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take an issuer off the trust list.",
        discussion: "Example: passportctl trust remove did:web:passi.example:org:ammattiopisto")

    @Argument(help: "The issuer's DID or https address.")
    var issuer: String

    @OptionGroup var options: TrustListOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        var file = try options.existingFile(Environment.current)
        guard let place = file.list.issuers.firstIndex(where: { $0.did.hasSameBytes(as: issuer) }) else {
            throw TrustError(
                .unknownIssuer, "The trust list \"\(file.path)\" has no issuer \(issuer).",
                hint: "`passportctl trust list` shows who is in it.")
        }
        let removed = file.list.issuers.remove(at: place)
        file.list.updated = Environment.now.wholeSeconds
        try file.save()
        if output.json { Terminal.result(bytes: removed.jsonLine) }
        if !output.quiet { Terminal.note("\(removed.name) (\(removed.did)) is no longer trusted.") }
    }
}
