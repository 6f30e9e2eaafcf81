import ArgumentParser
import Cryptography
import Encodings
import Passport
import VerifiableCredentials

/// Shows who is believed, for what, until when.
struct TrustListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show whom you believe, for what, and by which keys.",
        discussion: "Example: passportctl trust list")

    @OptionGroup var options: TrustListOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let file = try options.existingFile(Environment.current)
        if output.json {
            for issuer in file.list.issuers { Terminal.result(bytes: issuer.jsonLine) }
            return
        }
        if !output.quiet { Terminal.note("\(file.path), changed \(file.list.updated)") }
        if file.list.issuers.isEmpty, !output.quiet { Terminal.note("The list is empty.") }
        for issuer in file.list.issuers { for line in issuer.description { Terminal.result(line) } }
    }
}

extension TrustedIssuer {
    /// The entry as `--json` tells it.
    var jsonLine: [UInt8] {
        var object: JSONObject = ["format": "passport.trusted-issuer/1"]
        for member in json.objectValue?.members ?? [] { object[member.name] = member.value }
        object["fingerprints"] = .array(keys.map { .string($0.fingerprint) })
        return JSONWriter.compact(.object(object)) + [0x0A]
    }

    /// The entry for people: who, what for, and the fingerprints of its keys.
    var description: [String] {
        let shown = UTF8Text.escapedForTerminal
        var lines = ["\(shown(name))  \(shown(did))"]
        for key in keys { lines.append("  key \(shown(key.id))  \(key.publicKey.type.rawValue)  \(key.fingerprint)") }
        for prefix in achievements { lines.append("  for achievements under \(shown(prefix))") }
        for kind in kinds { lines.append("  for \(shown(kind))") }
        if let validFrom { lines.append("  from \(CalendarDay(of: validFrom))") }
        if let validUntil { lines.append("  until \(CalendarDay(of: validUntil))") }
        if let source { lines.append("  source: \(shown(source))") }
        return lines
    }
}
