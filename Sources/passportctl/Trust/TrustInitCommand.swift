import ArgumentParser
import Encodings
import Passport
import VerifiableCredentials

/// Makes an empty trust list.
struct TrustInitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make an empty trust list.",
        discussion: "Example: passportctl trust init --trust trust.json")

    @OptionGroup var options: TrustListOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let path = try options.pathToWrite(Environment.current)
        guard InputFile.kind(of: path) == .missing else {
            throw TrustError(
                .exists, "There is a file \"\(path)\" already.",
                hint: "Add issuers to it with `passportctl trust add`, or name another with --trust.")
        }
        try TrustListFile(path: path, list: TrustList(updated: Environment.now.wholeSeconds)).save()
        if output.json {
            Terminal.result(
                bytes: JSONWriter.compact(
                    .object([
                        "format": "passport.trust-list/1", "path": .string(path), "issuers": .number(JSONNumber(0)),
                    ])) + [0x0A])
        } else {
            Terminal.result(path)
        }
        if !output.quiet {
            Terminal.hint("Add an issuer: passportctl trust add did:web:… --name NAME --did-document did.json")
        }
    }
}

extension TrustListOptions {
    /// Where a list is made or changed.
    func pathToWrite(_ environment: [String: String]) throws -> String {
        let locations = try locations(environment, in: try workspaceOptions.findIfAny(environment))
        guard let path = locations.existing() ?? locations.preferred else {
            throw UsageError(.missing, "Where the trust list goes isn't known.", hint: "Name a file with --trust.")
        }
        return path
    }

    /// The list that is there, for commands that show or change it.
    func existingFile(_ environment: [String: String]) throws -> TrustListFile {
        let locations = try locations(environment, in: try workspaceOptions.findIfAny(environment))
        guard let path = locations.existing() else {
            throw TrustError(
                .missing, "There is no trust list yet.",
                hint: "Make one with `passportctl trust init`, or name one with --trust.")
        }
        return try TrustListFile.load(path)
    }
}
