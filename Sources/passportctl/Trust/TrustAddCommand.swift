import ArgumentParser
import Cryptography
import Encodings
import Passport
import VerifiableCredentials

/// Pins an issuer's keys.
struct TrustAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add an issuer and pin its keys, or a time stamping authority.",
        discussion: """
            The keys come from the issuer's DID document, a folder it published, or a key file; get them from a source \
            you trust, and compare the fingerprints that are printed with the issuer's. A did:key needs no file. With \
            --tsa the certificate of an authority is pinned whose time stamps (RFC 3161) you believe.

            Examples:
              passportctl trust add did:web:passi.example --name Koulu --bundle site/
              passportctl trust add --tsa tsa-root.pem
            """)

    @Argument(help: "The issuer's DID, or its https address.")
    var issuer: String?

    @Option(help: "The issuer's name, as you know it.")
    var name: String?

    @Option(
        help: ArgumentHelp(
            "Believe the time stamps of this authority: its certificate or its root, PEM or DER.", valueName: "file"))
    var tsa: [String] = []

    @Option(help: ArgumentHelp("The issuer's DID document.", valueName: "file"))
    var didDocument: String?

    @Option(help: ArgumentHelp("A folder that the issuer made with `publish`.", valueName: "folder"))
    var bundle: String?

    @Option(help: ArgumentHelp("A public key as a JWK file.", valueName: "file"))
    var key: [String] = []

    @Option(
        help: ArgumentHelp("Believe it only for achievements under this address, ending in /.", valueName: "prefix"))
    var achievements: [String] = []

    @Option(help: ArgumentHelp("Believe it only for this type of credential.", valueName: "type"))
    var kind: [String] = []

    @Option(help: ArgumentHelp("Another address under which the issuer names itself.", valueName: "id"))
    var alsoKnownAs: [String] = []

    @Option(help: ArgumentHelp("Another whose status lists count for it.", valueName: "id"))
    var statusIssuer: [String] = []

    @Flag(help: "Its badges always say where withdrawals are published.")
    var statusExpected = false

    @Option(help: ArgumentHelp("First day for which it is believed.", valueName: "day"))
    var validFrom: String?

    @Option(help: ArgumentHelp("Last day for which it is believed.", valueName: "day"))
    var validUntil: String?

    @Option(help: ArgumentHelp("When these were all of its keys.", valueName: "time"))
    var keysAsOf: String?

    @Option(help: ArgumentHelp("Where you got this from, in your own words.", valueName: "text"))
    var source: String?

    @Flag(help: "Replace an entry that is there already.")
    var force = false

    @OptionGroup var options: TrustListOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        guard tsa.isEmpty else {
            try TSAPinning(options: options, output: output).add(tsa, beside: issuer ?? name)
            return
        }
        guard let issuer, let name else {
            throw UsageError(
                .arguments, "\(issuer == nil ? "No issuer" : "No name for the issuer") was given.",
                hint:
                    "Say `trust add DID --name NAME`, or --tsa for a time stamping authority; `passportctl trust add --help` shows how."
            )
        }
        try add(issuer, named: name)
    }

    private func add(_ issuer: String, named name: String) throws {
        let path = try options.pathToWrite(Environment.current)
        let now = Environment.now.wholeSeconds
        var file =
            InputFile.kind(of: path) == .missing
            ? TrustListFile(path: path, list: TrustList(updated: now)) : try TrustListFile.load(path)
        let entry = try makeEntry(issuer, named: name)
        if let place = file.list.issuers.firstIndex(where: { $0.did.hasSameBytes(as: issuer) }) {
            guard force else {
                throw TrustError(
                    .duplicate, "The issuer \(issuer) is in the trust list \"\(path)\" already.",
                    hint: "Say --force to replace the entry; compare the fingerprints first.")
            }
            file.list.issuers[place] = entry
        } else {
            file.list.issuers.append(entry)
        }
        file.list.updated = now
        try file.save()
        if output.json {
            Terminal.result(bytes: entry.jsonLine(asOf: now, at: now))
        } else {
            for line in entry.description(asOf: now, at: now) { Terminal.result(line) }
        }
        if !output.quiet { Terminal.hint("Compare the fingerprints with the issuer's before you rely on them.") }
    }

    private func makeEntry(_ issuer: String, named name: String) throws -> TrustedIssuer {
        guard DID(issuer) != nil || issuer.hasPrefix("https://") else {
            throw UsageError(
                .value, "\"\(issuer)\" is neither a DID nor an https address.",
                hint: "Take the `issuer` of one of its badges, such as did:web:passi.example:org:ammattiopisto.")
        }
        var entry = TrustedIssuer(did: issuer, name: name, keys: try keys(of: issuer))
        for prefix in achievements { try TrustedIssuer.check(prefix: prefix) }
        entry.achievements = achievements
        entry.kinds = kind
        entry.alsoKnownAs = alsoKnownAs
        entry.statusIssuers = statusIssuer
        entry.statusExpected = statusExpected
        entry.validFrom = try validFrom.map { try Self.day($0, option: "--valid-from").firstSecond }
        entry.validUntil = try validUntil.map { try Self.day($0, option: "--valid-until").lastSecond }
        entry.keysAsOf = try keysAsOf.map { text in
            if let instant = try? Timestamp(rfc3339: text) { return instant }
            return try Self.day(text, option: "--keys-as-of").firstSecond
        }
        entry.source = source ?? didDocument ?? bundle ?? key.first
        if let history = try history() { try Self.narrow(&entry, to: history) }
        return entry
    }

    /// The key history of the published folder, when it has one.
    private func history() throws -> KeyHistory? {
        guard let path = bundle.map({ "\($0)/key-history.jsonl" }), InputFile.kind(of: path) == .file else {
            return nil
        }
        return try MaterialGatherer.keyHistory(path)
    }

    /// Pins the keys that are in use, and how the history begins that tells when others were.
    private static func narrow(_ entry: inout TrustedIssuer, to history: KeyHistory) throws {
        guard let did = history.did?.description, did.hasSameBytes(as: entry.did) || entry.did.hasPrefix("https://")
        else {
            throw TrustError(
                .otherDocument, "The key history in the folder is of another issuer than \(entry.did).",
                hint: "Take the folder as that issuer published it.")
        }
        let current = entry.keys.filter { pinned in history.key(pinned.publicKey)?.isActive ?? true }
        // All keys of an organisation that has closed have ended; its history tells when.
        if !current.isEmpty { entry.keys = current }
        entry.historyStart = history.start
    }

    private func keys(of issuer: String) throws -> [PinnedKey] {
        var keys: [PinnedKey] = []
        if let path = didDocument ?? bundle.map({ "\($0)/did.json" }) {
            let document = try MaterialGatherer.didDocument(path)
            guard document.id.description.hasSameBytes(as: issuer) || issuer.hasPrefix("https://") else {
                throw TrustError(
                    .otherDocument, "\"\(path)\" is the document of \(document.id), not of \(issuer).",
                    hint: "Take the did.json of that issuer.")
            }
            for id in document.assertionMethod {
                guard let method = document.method(id, for: "assertionMethod") else { continue }
                keys.append(PinnedKey(id: method.id, publicKey: method.publicKey))
            }
            guard !keys.isEmpty else {
                throw TrustError(
                    .key, "\"\(path)\" names no key with which \(issuer) could sign badges.",
                    hint: "Take the issuer's did.json as it stands on its site.")
            }
        }
        for path in key { keys.append(try PinnedKey(jwkFile: path, of: issuer)) }
        if keys.isEmpty, let did = DID(issuer), let document = try SelfDescribingDID.document(for: did) {
            keys = document.verificationMethods.map { PinnedKey(id: $0.id, publicKey: $0.publicKey) }
        }
        guard !keys.isEmpty else {
            throw UsageError(
                .missing, "No key of \(issuer) was given.",
                hint:
                    "Give its DID document with --did-document, its published folder with --bundle, or a key with --key."
            )
        }
        return keys
    }

    private static func day(_ text: String, option: String) throws -> CalendarDay {
        guard let day = try? CalendarDay(any: text) else {
            throw UsageError(.value, "\(option) \"\(text)\" is no day.", hint: "Write 2026-09-01 or 1.9.2026.")
        }
        return day
    }
}
