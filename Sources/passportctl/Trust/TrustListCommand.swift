import ArgumentParser
import Cryptography
import Encodings
import Passport
import VerifiableCredentials

/// Shows who is believed, for what, until when, and by whose word.
struct TrustListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show whom you believe, for what, by which keys and by whose word.",
        discussion: """
            First those whose keys you pinned, then the signers of bundles whom you trust, each with the issuers it \
            vouches for in the bundle that you hold, last the authorities whose time stamps count.

            Example: passportctl trust list
            """)

    @Flag(name: .customLong("no-state"), help: "Leave out the bundles that you hold.")
    var isWithoutState = false

    @OptionGroup var options: TrustListOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let file = try options.existingFile(Environment.current)
        let now = Environment.now
        var gatherer = MaterialGatherer(trust: file.list)
        try gatherer.finish(
            remembering: isWithoutState ? nil : ReceiverStore(besideTrustList: file.path), at: now,
            warn: { Terminal.warning($0) })
        let held = gatherer.material.bundles
        let updated = file.list.updated
        if output.json {
            for issuer in file.list.issuers { Terminal.result(bytes: issuer.jsonLine(asOf: updated, at: now)) }
            for signer in file.list.bundleSigners ?? [] {
                let bundle = held.first { $0.word.signer.hasSameBytes(as: signer.did) }
                Terminal.result(bytes: signer.jsonLine(holding: bundle, at: now))
                for member in bundle?.members ?? [] {
                    if let bundle { Terminal.result(bytes: member.jsonLine(by: bundle.word, at: now)) }
                }
            }
            for certificate in file.list.tsaCertificates ?? [] { Terminal.result(bytes: certificate.jsonLine) }
            return
        }
        if !output.quiet { Terminal.note("\(file.path), changed \(updated)") }
        if file.list.isEmpty, !output.quiet {
            Terminal.note("The list is empty.")
        }
        for issuer in file.list.issuers {
            for line in issuer.description(asOf: updated, at: now) { Terminal.result(line) }
        }
        for signer in file.list.bundleSigners ?? [] {
            let bundle = held.first { $0.word.signer.hasSameBytes(as: signer.did) }
            for line in signer.description(holding: bundle, at: now) { Terminal.result(line) }
        }
        for certificate in file.list.tsaCertificates ?? [] {
            for line in certificate.description(at: now) { Terminal.result(line) }
        }
    }
}

extension TrustList {
    fileprivate var isEmpty: Bool {
        issuers.isEmpty && bundleSigners?.isEmpty ?? true && tsaCertificates?.isEmpty ?? true
    }
}

extension TrustedIssuer {
    /// The entry as `--json` tells it.
    func jsonLine(asOf updated: Timestamp, at now: Timestamp) -> [UInt8] {
        var object: JSONObject = ["format": "passport.trusted-issuer/1"]
        for member in json.objectValue?.members ?? [] { object[member.name] = member.value }
        object["fingerprints"] = .array(keys.map { .string($0.fingerprint) })
        object["by"] = "own-pin"
        object["asOf"] = .string(updated.description)
        object["ageDays"] = .number(JSONNumber(max(0, updated.seconds(until: now) / 86_400)))
        return JSONWriter.compact(.object(object)) + [0x0A]
    }

    /// The entry for people: who, what for, by whose word, and the fingerprints of its keys.
    func description(asOf updated: Timestamp, at now: Timestamp) -> [String] {
        let shown = UTF8Text.escapedForTerminal
        var lines = ["\(shown(name))  \(shown(did))"]
        for key in keys { lines.append("  key \(shown(key.id))  \(key.publicKey.type.rawValue)  \(key.fingerprint)") }
        for prefix in achievements { lines.append("  for achievements under \(shown(prefix))") }
        for kind in kinds { lines.append("  for \(shown(kind))") }
        if let validFrom { lines.append("  from \(CalendarDay(of: validFrom))") }
        if let validUntil { lines.append("  until \(CalendarDay(of: validUntil))") }
        let days = max(0, updated.seconds(until: now) / 86_400)
        lines.append("  by your own pin, as of \(CalendarDay(of: updated)) (\(days) days old)")
        if let source { lines.append("  source: \(shown(source))") }
        return lines
    }
}

extension BundleSigner {
    func jsonLine(holding bundle: VouchedBundle?, at now: Timestamp) -> [UInt8] {
        let object: JSONObject = [
            "format": "passport.bundle-signer/1", "did": .string(did),
            "keys": .array(keys.map { .string($0.id) }),
            "fingerprints": .array(keys.map { .string($0.fingerprint) }),
            "for": .array(scope.map { .string($0.description) }),
            "bundle": bundle.map { .object($0.word.json(at: now)) } ?? .null,
            "ignored": .array((bundle?.ignored ?? []).map { .string($0) }),
        ]
        return JSONWriter.compact(.object(object)) + [0x0A]
    }

    func description(holding bundle: VouchedBundle?, at now: Timestamp) -> [String] {
        guard let bundle else { return description + ["  no bundle held"] }
        var lines = description
        let isOver = bundle.word.isStale(at: now, maxAgeDays: VerificationPolicy().maxBundleAgeDays)
        lines.append(
            "  bundle \(bundle.word.sequence), \(bundle.word.age(at: now))\(isOver ? ": too old to vouch for anybody" : "")"
        )
        if !bundle.ignored.isEmpty {
            let ignored = bundle.ignored.map { UTF8Text.escapedForTerminal($0) }.joined(separator: ", ")
            lines.append("  ignored, as it isn't pinned for them: \(ignored)")
        }
        for member in bundle.members {
            lines.append("\(member.did)")
            for key in member.vouchedKeys {
                lines.append(
                    "  key \(UTF8Text.escapedForTerminal(key.id))  \(key.publicKey.type.rawValue)  \(key.fingerprint)")
            }
            lines.append("  by the bundle of \(UTF8Text.escapedForTerminal(did)), \(bundle.word.age(at: now))")
        }
        return lines
    }
}

extension TrustBundle.Member {
    func jsonLine(by word: BundleWord, at now: Timestamp) -> [UInt8] {
        let object: JSONObject = [
            "format": "passport.trusted-issuer/1", "did": .string(did.description),
            "keys": .array(vouchedKeys.map { ["id": .string($0.id)] }),
            "fingerprints": .array(vouchedKeys.map { .string($0.fingerprint) }), "by": "bundle",
            "bundle": .object(word.json(at: now)), "asOf": .string(word.asOf.description),
            "ageDays": .number(JSONNumber(word.ageDays(at: now))),
        ]
        return JSONWriter.compact(.object(object)) + [0x0A]
    }
}
