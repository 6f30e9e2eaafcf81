import Cryptography
import Encodings
import Passport
import VerifiableCredentials

/// Puts the certificates of time stamping authorities into a trust list, and takes them out.
struct TSAPinning {
    let options: TrustListOptions
    let output: OutputOptions

    /// - Parameters:
    ///   - paths: files with one certificate each.
    ///   - stranger: what was said besides, and belongs to an issuer.
    func add(_ paths: [String], beside stranger: String?) throws {
        try Self.refuse(stranger, hint: "Add the issuer by a command of its own.")
        let certificates = try paths.map(Self.certificate)
        let path = try options.pathToWrite(Environment.current)
        let now = Environment.now.wholeSeconds
        var file =
            InputFile.kind(of: path) == .missing
            ? TrustListFile(path: path, list: TrustList(updated: now)) : try TrustListFile.load(path)
        var pinned = file.list.tsaCertificates ?? []
        for certificate in certificates {
            guard !pinned.contains(certificate) else {
                throw TrustError(
                    .duplicate,
                    "The certificate \(certificate.fingerprint) is in the trust list \(InputFile.name(path)) already.",
                    hint: "Nothing needs to be done; `passportctl trust list` shows it.")
            }
            pinned.append(certificate)
        }
        file.list.tsaCertificates = pinned
        file.list.updated = now
        try file.save()
        for certificate in certificates { show(certificate, at: now) }
        if !output.quiet { Terminal.hint("Compare the fingerprint with the authority's before you rely on it.") }
    }

    /// - Parameter fingerprint: with colons or without, in either case.
    func remove(_ fingerprint: String, beside stranger: String?) throws {
        try Self.refuse(stranger, hint: "Remove the issuer by a command of its own.")
        let digits = fingerprint.uppercased().filter { $0 != ":" }
        var file = try options.existingFile(Environment.current)
        guard !digits.isEmpty,
            let place = file.list.tsaCertificates?.firstIndex(where: {
                $0.fingerprint.filter { $0 != ":" }.hasSameBytes(as: digits)
            }), let removed = file.list.tsaCertificates?.remove(at: place)
        else {
            throw TrustError(
                .unknownCertificate,
                "The trust list \(InputFile.name(file.path)) has no certificate \(UTF8Text.shown(fingerprint)).",
                hint: "`passportctl trust list` shows the fingerprints of those in it.")
        }
        if file.list.tsaCertificates?.isEmpty == true { file.list.tsaCertificates = nil }
        file.list.updated = Environment.now.wholeSeconds
        try file.save()
        if output.json { Terminal.result(bytes: removed.jsonLine) }
        if !output.quiet { Terminal.note("The time stamps of \(UTF8Text.shown(removed.subject)) no longer count.") }
    }

    private func show(_ certificate: TSACertificate, at now: Timestamp) {
        if output.json { return Terminal.result(bytes: certificate.jsonLine) }
        for line in certificate.description(at: now) { Terminal.result(line) }
    }

    private static func refuse(_ stranger: String?, hint: String) throws(UsageError) {
        guard let stranger else { return }
        throw UsageError(.arguments, "--tsa is for an authority's certificate alone, not for \(stranger).", hint: hint)
    }

    private static func certificate(_ path: String) throws -> TSACertificate {
        let bytes = try InputFile.read(path, limit: TSACertificate.maxBytes)
        do throws(TimestampError) {
            return try TSACertificate(file: bytes)
        } catch {
            throw TrustError(
                .certificate, "\(InputFile.name(path)) can't be used: \(error.message)",
                hint: error.hint ?? "Take the certificate of the authority as it stands on its site, in PEM or DER.",
                cause: error.cause)
        }
    }
}

extension TSACertificate {
    /// The entry as `--json` tells it.
    var jsonLine: [UInt8] {
        let object: JSONObject = [
            "format": "passport.trusted-tsa/1", "subject": .string(subject), "fingerprint": .string(fingerprint),
            "validFrom": .string(validFrom.description), "validUntil": .string(validUntil.description), "by": "own-pin",
        ]
        return JSONWriter.compact(.object(object)) + [0x0A]
    }

    /// The entry for people.
    func description(at now: Timestamp) -> [String] {
        let isOver = validUntil < now ? ", over; stamps from before still count" : ""
        return [
            "\(UTF8Text.shown(subject))  time stamps", "  SHA-256 \(fingerprint)",
            "  from \(CalendarDay(of: validFrom)) until \(CalendarDay(of: validUntil))\(isOver)",
            "  by your own pin",
        ]
    }
}
