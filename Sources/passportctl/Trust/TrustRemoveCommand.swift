import ArgumentParser
import Encodings
import Passport
import VerifiableCredentials

/// Takes an issuer off the list.
struct TrustRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take an issuer, a signer of bundles or a time stamping authority off the trust list.",
        discussion: """
            Examples:
              passportctl trust remove did:web:passi.example:org:ammattiopisto
              passportctl trust remove --tsa 5E:C0:…:91
            """)

    @Argument(help: "The issuer's DID or https address, or the signer's DID.")
    var issuer: String?

    @Option(
        help: ArgumentHelp(
            "A time stamping authority's certificate, by its SHA-256 fingerprint.", valueName: "fingerprint"))
    var tsa: String?

    @OptionGroup var options: TrustListOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        if let tsa {
            try TSAPinning(options: options, output: output).remove(tsa, beside: issuer)
            return
        }
        guard let issuer else {
            throw UsageError(
                .arguments, "It wasn't said who is to be removed.",
                hint: "Name an issuer or a signer, or a certificate with --tsa; `passportctl trust list` shows them.")
        }
        try remove(issuer)
    }

    private func remove(_ issuer: String) throws {
        var file = try options.existingFile(Environment.current)
        let now = Environment.now.wholeSeconds
        let updated = file.list.updated
        if let place = file.list.issuers.firstIndex(where: { $0.did.hasSameBytes(as: issuer) }) {
            let removed = file.list.issuers.remove(at: place)
            file.list.updated = now
            try file.save()
            if output.json { Terminal.result(bytes: removed.jsonLine(asOf: updated, at: now)) }
            if !output.quiet { Terminal.note("\(removed.name) (\(removed.did)) is no longer trusted.") }
            return
        }
        guard let place = file.list.bundleSigners?.firstIndex(where: { $0.did.hasSameBytes(as: issuer) }),
            let removed = file.list.bundleSigners?.remove(at: place)
        else {
            throw TrustError(
                .unknownIssuer, "The trust list \"\(file.path)\" has no issuer \(issuer).",
                hint: "`passportctl trust list` shows who is in it.")
        }
        file.list.updated = now
        try file.save()
        if output.json { Terminal.result(bytes: removed.jsonLine(holding: nil, at: now)) }
        if !output.quiet { Terminal.note("\(removed.did) no longer speaks for anybody.") }
    }
}
