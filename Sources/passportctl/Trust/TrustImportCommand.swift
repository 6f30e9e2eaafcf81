import ArgumentParser
import Cryptography
import Encodings
import Passport
import VerifiableCredentials

/// Pins a signer of bundles and takes a bundle of it in.
struct TrustImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in a trust bundle of a signer whom you trust.",
        discussion: """
            The signer is believed for the issuers that you name and for no others; what it says of others is ignored. \
            Compare its fingerprint with the signer's before you rely on it. The next bundle of the same signer needs \
            neither --key nor --for.

            Example:
              passportctl trust import trust-bundle.json \\
                --signer did:web:passi.example --key bundle-1.jwk \\
                --for 'did:web:passi.example:*'
            """)

    @Argument(help: "The bundle's file.")
    var file: String

    @Option(help: ArgumentHelp("Whose bundle it must be.", valueName: "did"))
    var signer: String

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Whom it may speak for: a DID, or a DID and :* for all below it.", valueName: "pattern"))
    var scope: [String] = []

    @Option(help: ArgumentHelp("The signer's public key for bundles, as a JWK file.", valueName: "file"))
    var key: [String] = []

    @Option(help: ArgumentHelp("The signer's DID document, from a source you trust.", valueName: "file"))
    var didDocument: String?

    @Flag(help: "Replace the key that the signer is pinned with, and what was held of it.")
    var force = false

    @OptionGroup var options: TrustListOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        guard let did = DID(signer) else {
            throw UsageError(
                .value, "\"\(signer)\" is no DID.",
                hint: "Name the signer as its bundle does, such as did:web:passi.example.")
        }
        let path = try options.pathToWrite(Environment.current)
        let now = Environment.now
        let list =
            InputFile.kind(of: path) == .missing
            ? TrustListFile(path: path, list: TrustList(updated: now.wholeSeconds)) : try TrustListFile.load(path)
        var request = BundleImport.Request(
            signer: did, scope: try scope.map { try BundleSigner.pattern($0) }, keys: try keys(of: did))
        request.replacesKeys = force
        let outcome = try BundleImport.take(file, request, into: list, at: now)
        if output.json {
            Terminal.result(bytes: outcome.jsonLine(at: now))
        } else {
            for line in outcome.description(at: now) { Terminal.result(line) }
        }
        if !outcome.vouched.ignored.isEmpty, !output.quiet {
            Terminal.warning("Not pinned for and so ignored: \(outcome.vouched.ignored.joined(separator: ", ")).")
        }
        if !output.quiet { Terminal.hint("Compare the fingerprint with the signer's before you rely on it.") }
    }

    private func keys(of did: DID) throws -> [PinnedKey] {
        var keys = try key.map { try PinnedKey(jwkFile: $0, of: did.description) }
        guard let didDocument else { return keys }
        let document = try MaterialGatherer.didDocument(didDocument)
        guard document.id == did else {
            throw TrustError(
                .otherDocument, "\"\(didDocument)\" is the document of \(document.id), not of \(did).",
                hint: "Take the did.json of that signer.")
        }
        let found = document.verificationMethods.filter { method in
            method.publicKey.type == .ed25519 && method.controller.hasSameBytes(as: did.description)
                && method.revoked == nil && !document.assertionMethod.contains { $0.hasSameBytes(as: method.id) }
        }
        guard !found.isEmpty else {
            throw TrustError(
                .key, "\"\(didDocument)\" names no key for bundles: one that signs no badges.",
                hint: "Ask the signer for its bundle key and give it with --key.")
        }
        keys += found.map { PinnedKey(id: $0.id, publicKey: $0.publicKey) }
        return keys
    }
}

extension BundleImport.Outcome {
    func jsonLine(at now: Timestamp) -> [UInt8] {
        var object: JSONObject = ["format": "passport.trust-import/1"]
        for member in vouched.word.json(at: now).members { object[member.name] = member.value }
        object["key"] = .string(vouched.key.id)
        object["fingerprint"] = .string(vouched.key.fingerprint)
        object["for"] = .array(signer.scope.map { .string($0.description) })
        object["issuers"] = .array(vouched.members.map { .string($0.did.description) })
        object["ignored"] = .array(vouched.ignored.map { .string($0) })
        return JSONWriter.compact(.object(object)) + [0x0A]
    }

    func description(at now: Timestamp) -> [String] {
        signer.description
            + ["  bundle \(vouched.word.sequence), \(vouched.word.age(at: now))"]
            + vouched.members.map { "  speaks for \($0.did)" }
    }
}

extension BundleSigner {
    /// The entry for people: who, whom it may speak for, and the fingerprints of its keys.
    var description: [String] {
        ["\(UTF8Text.escapedForTerminal(did))  signs bundles"]
            + keys.map {
                "  key \(UTF8Text.escapedForTerminal($0.id))  \($0.publicKey.type.rawValue)  \($0.fingerprint)"
            }
            + scope.map { "  for \($0)" }
    }
}

extension BundleWord {
    /// `as of 2026-11-21 (3 days old), until 2027-02-19`.
    func age(at now: Timestamp) -> String {
        "as of \(CalendarDay(of: asOf)) (\(ageDays(at: now)) days old), until \(CalendarDay(of: validUntil))"
    }
}
