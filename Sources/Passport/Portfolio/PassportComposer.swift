import Cryptography
package import Encodings
import OpenBadges
package import VerifiableCredentials

/// Makes the one signed file that a learner hands over: a presentation
/// ([VC Data Model 2.0 §4.13](https://www.w3.org/TR/vc-data-model-2.0/#verifiable-presentations)) around untouched
/// credentials, signed by the learner's key.
///
/// The file depends on what was chosen, the time and the random numbers alone. It holds no totals and no numbering, so
/// nothing in it tells what else the learner has.
package struct PassportComposer: Sendable {
    /// The days that a signature may hold at most.
    package static let maxDays = 90
    /// What receivers read of one file: several times what a working life brings.
    package static let maxCredentials = 500
    /// What receivers read of one file: credentials with pictures in them, and status lists.
    package static let maxBytes = JSONLimits.passport.maxBytes

    /// The learner's did:key.
    package let holder: String
    private let key: SigningKey
    private let suite: EdDSARDFC2022
    private let contexts: [ContextDocument]

    /// - Parameters:
    ///   - key: the learner's own, an Ed25519 key of a did:key
    ///   - contexts: further contexts that chosen credentials name
    package init(key: SigningKey, contexts: [ContextDocument] = []) {
        self.key = key
        self.contexts = contexts
        holder = DIDKey.did(for: key.privateKey.publicKey).description
        suite = EdDSARDFC2022(contexts: OpenBadgesContexts.store.adding(contexts).prepared)
    }

    /// The signed presentation.
    ///
    /// - Throws: `PortfolioError` `portfolio.nothing-chosen`, `portfolio.until`, `portfolio.name`,
    ///   `limit.passport-credentials`; `ProofError` when signing fails
    package func compose(
        _ selection: PassportSelection, at now: Timestamp, using generator: inout some RandomNumberGenerator
    ) throws -> JSONObject {
        try check(selection, at: now)
        let presentation = try unsigned(selection, at: now, using: &generator)
        var more: JSONObject = [:]
        if let until = selection.until { more["expires"] = .string(until.wholeSeconds.description) }
        if let receiver = selection.receiver { more["domain"] = .string(receiver) }
        if let challenge = selection.challenge { more["challenge"] = .string(challenge) }
        return try DataIntegrity.secure(
            presentation, suite: suite, key: key, created: now, purpose: "authentication", more: more,
            holding: memberCount(selection))
    }

    /// The file's bytes, read back and checked before anybody gets them.
    ///
    /// - Throws: as `compose`, and `PortfolioError` `limit.passport-bytes`, `portfolio.self-check`
    package func passport(
        _ selection: PassportSelection, at now: Timestamp, using generator: inout some RandomNumberGenerator
    ) throws -> [UInt8] {
        let bytes = JSONWriter.pretty(.object(try compose(selection, at: now, using: &generator)))
        try Self.checkSize(bytes)
        try checkItself(bytes, selection, at: now)
        return bytes
    }

    /// - Throws: `PortfolioError` `limit.passport-bytes`
    static func checkSize(_ bytes: [UInt8]) throws(PortfolioError) {
        guard bytes.count > maxBytes else { return }
        throw PortfolioError(
            .tooLarge, "The file would have \(bytes.count) bytes; receivers read at most \(maxBytes).",
            hint: "Choose fewer badges, or leave the status lists out.")
    }

    // MARK: Steps

    private func check(_ selection: PassportSelection, at now: Timestamp) throws(PortfolioError) {
        guard !selection.items.isEmpty || selection.challenge != nil else {
            throw PortfolioError(
                .nothingChosen, "Nothing was chosen to be shown.", hint: "Name badges with --include.")
        }
        guard selection.items.count <= Self.maxCredentials, memberCount(selection) <= Self.maxCredentials else {
            throw PortfolioError(
                .tooMany,
                "The file would hold \(memberCount(selection)) credentials; receivers read at most "
                    + "\(Self.maxCredentials) of one file.",
                hint: "Make two files, or leave the status lists out.")
        }
        if let until = selection.until { try Self.check(until: until, at: now) }
        if let name = selection.shownName { _ = try StatedName(name) }
    }

    /// - Throws: `PortfolioError` `portfolio.until`
    package static func check(until: Timestamp, at now: Timestamp) throws(PortfolioError) {
        guard until > now else {
            throw PortfolioError(
                .until, "The file would have ended before it is made.", hint: "Give --until a day that is to come.")
        }
        // The last day counts as a whole one.
        guard CalendarDay(of: now).days(until: CalendarDay(of: until)) <= maxDays else {
            throw PortfolioError(
                .until, "A signature holds at most \(maxDays) days, and that day is further away.",
                hint: "Take an earlier day; a fresh file is made in a moment.")
        }
    }

    /// - Throws: `PortfolioError` `portfolio.name`
    package static func check(name: String) throws(PortfolioError) { _ = try StatedName(name) }

    private func memberCount(_ selection: PassportSelection) -> Int {
        selection.items.count + (selection.shownName == nil ? 0 : 1) + selection.staples.count
    }

    private func unsigned(
        _ selection: PassportSelection, at now: Timestamp, using generator: inout some RandomNumberGenerator
    ) throws -> JSONObject {
        var presentation: JSONObject = [
            "@context": [.string(OpenBadgesContexts.credentialsV2)],
            "id": .string("urn:uuid:\(UUIDv4.make(using: &generator))"),
            "type": ["VerifiablePresentation"],
            "holder": .string(holder),
        ]
        var members = selection.items.map(\.presented)
        if let name = selection.shownName {
            members.append(.object(try statement(of: StatedName(name), at: now, using: &generator)))
        }
        for list in selection.staples.statusLists { members.append(list.presented) }
        for document in selection.staples.documents {
            members.append(.object(try enclosure(of: document, at: now)))
        }
        if !members.isEmpty { presentation["verifiableCredential"] = .array(members) }
        return presentation
    }

    /// The learner's own word on the learner's name.
    ///
    /// Issuer and subject are one node to linked data, so the name stands in both places: none hides what the other says.
    private func statement(
        of name: StatedName, at now: Timestamp, using generator: inout some RandomNumberGenerator
    ) throws(ProofError) -> JSONObject {
        var credential = ownCredential(id: "urn:uuid:\(UUIDv4.make(using: &generator))", at: now)
        let learner: JSONValue = ["id": .string(holder), "name": .string(name.text)]
        credential["issuer"] = learner
        credential["credentialSubject"] = learner
        return try DataIntegrity.secure(credential, suite: suite, key: key, created: now)
    }

    /// A DID document as the learner passes it on: whoever reads it trusts it no more than any found elsewhere.
    private func enclosure(of document: Staples.Document, at now: Timestamp) throws(ProofError) -> JSONObject {
        var credential = ownCredential(at: now)
        credential["credentialSubject"] = ["id": .string(document.did)]
        credential["relatedResource"] = [
            [
                "id": .string("data:application/did+json;base64,\(Base64.encode(document.bytes))"),
                "mediaType": "application/did+json",
                "digestMultibase": .string("u" + Base64URL.encode([0x12, 0x20] + SHA256.hash(document.bytes))),
            ]
        ]
        return try DataIntegrity.secure(credential, suite: suite, key: key, created: now)
    }

    private func ownCredential(id: String? = nil, at now: Timestamp) -> JSONObject {
        var credential: JSONObject = ["@context": [.string(OpenBadgesContexts.credentialsV2)]]
        credential["id"] = id.map { .string($0) }
        credential["type"] = ["VerifiableCredential"]
        credential["issuer"] = .string(holder)
        credential["validFrom"] = .string(now.wholeSeconds.description)
        return credential
    }

    /// Reads the file as its receivers do; what the badges are worth to them is another matter.
    ///
    /// - Throws: `PortfolioError` `portfolio.self-check`
    private func checkItself(
        _ bytes: [UInt8], _ selection: PassportSelection, at now: Timestamp
    ) throws(PortfolioError) {
        var material = VerificationMaterial()
        material.addedContexts = contexts
        let verifier = Verifier(
            material: material, policy: VerificationPolicy(), profile: OpenBadgeProfile(),
            time: JudgementTime(now: now))
        let judged = verifier.judgeDocument(bytes, source: "-")
        let checks: [Check] = [.form, .contexts, .proof, .controller, .claims]
        guard judged.kind == .presentation, checks.allSatisfy({ judged.report[$0]?.outcome == .passed }),
            judged.inner.count == selection.items.count + (selection.shownName == nil ? 0 : 1),
            zip(judged.inner, selection.items).allSatisfy({ $1.isJWS ? $0.bytes == $1.bytes : $0.json == $1.json })
        else {
            throw PortfolioError(
                .selfCheck, "The file that was made doesn't read as it should, and wasn't kept.",
                hint: "Choose fewer badges; if one alone can't be shown, ask its issuer for a fresh copy.",
                cause: judged.report.checks.first { $0.outcome == .failed || $0.outcome == .undetermined }?.code
                    .rawValue)
        }
    }
}

/// A name that somebody states of themselves.
struct StatedName: Sendable {
    let text: String

    /// Longer than any name in a passport of paper.
    static let maxBytes = 200

    /// - Throws: `PortfolioError` `portfolio.name`
    init(_ text: String) throws(PortfolioError) {
        guard !text.isEmpty, text.utf8.count <= Self.maxBytes,
            UTF8Text.escapedForTerminal(text).hasSameBytes(as: text), text.contains(where: { !$0.isWhitespace })
        else {
            throw PortfolioError(
                .name, "The name to show is empty, too long, or has characters in it that don't show.",
                hint: "Write it as it is to be read: --show-name \"Anna Esimerkki\".")
        }
        self.text = text
    }
}

extension VerificationMaterial.FoundStatusList {
    /// The list's own signed credential as it stands in a presentation.
    var presented: JSONValue {
        switch securing {
        case .embedded: .object(credential)
        case .jws(let jws, _):
            PortfolioItem(
                bytes: jws.signingInput + [UInt8(ascii: ".")] + Array(Base64URL.encode(jws.signature).utf8),
                isJWS: true, json: credential
            ).presented
        }
    }
}
