import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Credentials that others have signed, judged as a receiver would: what the corpus says of each signature is what the
/// program says.
@Suite("Signed credentials of the field") struct SignedCorpusTests {
    /// Proofs about which we say something else than the corpus does, by credential and place, each with the reason.
    static let differences: [String: (outcome: Outcome, reason: String)] = [
        "ob30/simple-eddsa-2022.json 1": (
            .undetermined,
            "Data Integrity EdDSA Cryptosuites 1.0 §3 has the suites eddsa-rdfc-2022 and eddsa-jcs-2022; eddsa-2022 is"
                + " the name of a draft, which says nothing of how the document was canonicalised"
        ),
        "verifier-core-safeModeBreaker 1": (
            .undetermined,
            "its verificationMethod is a DID, which names no key (Controlled Identifiers 1.0 §3.3 wants a fragment), so"
                + " that nothing can be said of who signed; besides, its credentialStatus has a word without a meaning"
        ),
        "ob30/sd/derivedcredential.json 1": (
            .passed, "the corpus leaves ecdsa-sd-2023 unchecked; by Data Integrity ECDSA §3.6.7 it fits"
        ),
    ]

    /// Long after all of them were signed.
    static let now = Timestamp(secondsSince1970: 1_795_255_200)

    struct Proof: Sendable, CustomStringConvertible {
        let vector: CorpusVector
        let place: Int
        let label: JSONValue
        var description: String { "\(vector.id) \(place + 1)" }
    }

    static let proofs: [Proof] = ["dcc", "signed-credentials", "1edtech-validator", "ob3-spec"].flatMap { suite in
        Corpus.cases(suite).flatMap { vector in
            (vector.entry["proofs"]?.arrayValue ?? []).enumerated().map { place, proof in
                Proof(vector: vector, place: place, label: proof["verified"] ?? .null)
            }
        }
    }

    /// The documents of the corpus that DIDs of the web stand for.
    static let didDocuments: [VerificationMaterial.UnvouchedDocument] = documents.compactMap { file in
        guard file.hasSuffix("did.json"), let json = try? JSONParser.parse(Corpus.read(file)),
            let document = try? DIDDocument(json: json)
        else { return nil }
        return .init(document: document, source: file)
    }

    static let statusLists: [VerificationMaterial.FoundStatusList] = documents.compactMap { file in
        guard !file.hasSuffix("did.json"), let json = try? JSONParser.parse(Corpus.read(file)).objectValue else {
            return nil
        }
        return .init(credential: json, source: file)
    }

    private static let documents: [String] = {
        let listing = (try? TestJSON.parse(Corpus.read("documents.json"))) ?? .null
        return (listing["other"]?.arrayValue ?? []).compactMap { $0["file"]?.stringValue }
    }()

    private static func verifier(_ material: VerificationMaterial, maxStatusAgeDays: Int = 30) -> Verifier {
        var policy = VerificationPolicy()
        policy.maxStatusAgeDays = maxStatusAgeDays
        return Verifier(
            material: material, policy: policy, profile: OpenBadgeProfile(), time: JudgementTime(now: now))
    }

    // MARK: Signatures

    /// A key that is named below an issuer's address by what it is: there's no document to look it up in, and it is
    /// taken for the issuer's here.
    private static func pins(of document: JSONObject) -> TrustList? {
        guard let issuer = CredentialView(document).issuerID, !issuer.hasPrefix("did:key:"),
            !didDocuments.contains(where: { $0.document.id.description == issuer }),
            let method = document["proof"]?["verificationMethod"]?.stringValue, method.hasPrefix(issuer),
            let fragment = method.split(separator: "#").last, let key = try? PublicKey(multikey: String(fragment))
        else { return nil }
        let entry = TrustedIssuer(did: issuer, name: "Issuer", keys: [PinnedKey(id: method, publicKey: key)])
        return TrustList(updated: now, issuers: [entry])
    }

    @Test("Each signature is good or bad as the corpus says", .needsCorpus("dcc"), arguments: proofs)
    func signature(_ test: Proof) throws {
        var document = try #require(try JSONParser.parse(test.vector.read("file")).objectValue)
        let all = document["proof"]?.asList ?? []
        document["proof"] = try #require(all.indices.contains(test.place) ? all[test.place] : nil)
        var material = VerificationMaterial(trust: Self.pins(of: document), didDocuments: Self.didDocuments)
        material.statusLists = Self.statusLists
        let report = Self.verifier(material).judge(JSONWriter.compact(.object(document)), source: test.description)
        OpenBadgeProfileTests.checkTexts(report)
        let outcome = try #require(report[.proof]?.outcome)
        // What isn't a credential at all is refused before its proof is looked at.
        guard report[.form]?.outcome == .passed else {
            #expect(outcome == .undetermined && report.verdict == .invalid)
            return
        }
        if let difference = Self.differences[test.description] {
            #expect(outcome == difference.outcome, "no longer so: \(difference.reason)")
            let asLabelled: Outcome = test.label == true ? .passed : test.label == false ? .failed : .undetermined
            #expect(outcome != asLabelled, "no difference any more")
            return
        }
        switch test.label {
        case true:
            #expect(outcome == .passed, "\(report[.proof]?.code.rawValue ?? "") \(report[.proof]?.values ?? [:])")
        case false: #expect(outcome == .failed, "\(report[.proof]?.code.rawValue ?? "")")
        // Nobody has checked it.
        default: #expect(outcome != .passed, "\(test.label)")
        }
    }

    @Test("Each difference is about a proof of the corpus", .needsCorpus("dcc"))
    func differencesAreReal() {
        let known = Set(Self.proofs.map(\.description))
        for name in Self.differences.keys { #expect(known.contains(name), "\(name)") }
    }

    @Test("The walk-through of Open Badges has every value that it prints", .needsCorpus("ob3-spec"))
    func walkThrough() throws {
        let vector = try #require(Corpus.cases("ob3-spec").first { $0.id.hasSuffix("ob-signed-credential") })
        let signed = try #require(JSONParser.parse(vector.read("file")).objectValue)
        let expected = try JSONParser.parse(Corpus.read("ob3-spec/di-vector/ob.json"))
        let suite = EdDSARDFC2022(contexts: OpenBadgesContexts.store.prepared)
        let proof = try #require(try DataIntegrityProof.all(in: signed).first)
        let hashed = try suite.hash(signed.removing("proof"))
        let config = suite.proofConfig(options: proof.options, documentContext: signed["@context"])
        let stages = try suite.stages(of: hashed, proofConfig: config)
        #expect(stages.canonicalDocument == (try Corpus.read("ob3-spec/di-vector/ob-document-canon.nq")))
        #expect(stages.canonicalProofConfig == (try Corpus.read("ob3-spec/di-vector/ob-proof-canon.nq")))
        #expect(Base16.encode(stages.canonicalDocumentHash) == expected["documentHashHex"]?.stringValue)
        #expect(Base16.encode(stages.proofConfigHash) == expected["proofHashHex"]?.stringValue)
        #expect(Base16.encode(stages.signedBytes) == expected["signedBytesHex"]?.stringValue)
        #expect(proof.proofValue == expected["proofValue"]?.stringValue)
        #expect(Base16.encode(proof.signature ?? []) == expected["signatureHex"]?.stringValue)
        let key = try PublicKey(multikey: #require(expected["publicKeyMultibase"]?.stringValue))
        #expect(suite.verify(document: signed, proof: proof, key: key) == .verified)
    }

    // MARK: Dates, withdrawals, verdicts

    /// Every issuer of them is trusted, with its keys, and the list's issuer may speak for each.
    private static func trust(_ vectors: [CorpusVector]) throws -> TrustList {
        let lists = statusLists.compactMap { CredentialView($0.credential).issuerID }
        var entries: [TrustedIssuer] = []
        for vector in vectors {
            guard let document = try JSONParser.parse(vector.read("file")).objectValue,
                let issuer = CredentialView(document).issuerID, !entries.contains(where: { $0.did == issuer })
            else { continue }
            let methods = didDocuments.first { $0.document.id.description == issuer }?.document.verificationMethods
            var entry = TrustedIssuer(
                did: issuer, name: "DCC",
                keys: (methods ?? []).map { PinnedKey(id: $0.id, publicKey: $0.publicKey) })
            entry.statusIssuers = lists
            entries.append(entry)
        }
        return TrustList(updated: now, issuers: entries)
    }

    /// What a file's name says: registry, status and end, with hyphens between.
    private struct Named {
        let status: String
        let end: String
        let isNotYetValid: Bool

        init(_ id: String) {
            let parts = id.split(separator: "/").last?.split(separator: "-").map(String.init) ?? []
            status = parts.count > 1 ? parts[1] : ""
            end = parts.count > 2 ? parts[2].filter { $0 != "_" } : ""
            isNotYetValid = parts.contains("notYetValid")
        }
    }

    @Test(
        "DCC's badges end and are withdrawn as their names say", .needsCorpus("dcc"), arguments: Corpus.cases("dcc"))
    func dcc(_ vector: CorpusVector) throws {
        let named = Named(vector.id)
        var material = VerificationMaterial(
            trust: try Self.trust(Corpus.cases("dcc")), statusLists: Self.statusLists)
        material.didDocuments = Self.didDocuments
        // The lists were published once and never again.
        let report = Self.verifier(material, maxStatusAgeDays: 20_000).judge(try vector.read("file"), source: vector.id)
        OpenBadgeProfileTests.checkTexts(report)
        guard report[.proof]?.outcome == .passed else {
            #expect(report.verdict != .valid)
            #expect(report[.status] == nil || report[.status]?.code == .proofRequired)
            return
        }
        #expect(report[.controller]?.code == .controllerOK)
        #expect(report[.issuer]?.code == .issuerOK, "\(report[.issuer]?.code.rawValue ?? "")")

        let validity = report[.validity]?.code
        switch named.end {
        case _ where named.isNotYetValid: #expect(validity == .validityNotYet)
        case "expired": #expect(validity == .validityExpired)
        case "noExpiry", "notExpired": #expect(validity == .validityOK)
        default: Issue.record("the name says nothing of an end")
        }

        let status = try #require(report[.status])
        switch named.status {
        case "noStatus": #expect(status.code == .statusNone)
        case "validStatus", "revokedStatus", "revokedStaus", "revoked":
            // DCC publishes its list under another address than the one it names itself by. Bitstring Status List §2.2
            // allows that; but without the receiver's word on where it was found, it is another list.
            #expect(status.code == .statusUnavailable)
        case "expiredStatus", "missingTypeStatus", "notYetValidStatus", "tamperedStatus":
            #expect(status.outcome == .undetermined && status.code != .statusUnavailable, "\(status.code)")
        default: Issue.record("the name says nothing of a status")
        }
        let others: [Check] = [.form, .contexts, .claims, .schema, .badge]
        let isSound = others.allSatisfy { [.passed, .notApplicable].contains(report[$0]?.outcome) }
        let isValid = isSound && validity == .validityOK && status.code == .statusNone
        #expect((report.verdict == .valid) == isValid, "\(report.checks.filter { $0.outcome == .failed })")
    }

    @Test("DCC's list tells its badges apart, once they name it as it names itself", .needsCorpus("dcc"))
    func dccList() throws {
        let key = SigningKey(verificationMethod: TestBadge.methodID, privateKey: TestBadge.key)
        var school = TrustedIssuer(
            did: TestBadge.issuer, name: "The School",
            keys: [PinnedKey(id: TestBadge.methodID, publicKey: TestBadge.key.publicKey)])
        school.statusIssuers = Self.statusLists.compactMap { CredentialView($0.credential).issuerID }
        let material = VerificationMaterial(
            trust: TrustList(updated: Self.now, issuers: [school]), statusLists: Self.statusLists)
        let address = "https://testing.dcconsortium.org/status/e5WK8CbZ1GjycuPombrj"
        var seen: Set<Int> = []
        for vector in Corpus.cases("dcc") {
            guard let entry = vector.entry["status"], let bit = entry["bit"]?.numberValue?.text,
                entry["url"]?.stringValue?.hasSuffix("e5WK8CbZ1GjycuPombrj") == true,
                let index = entry["index"]?.stringValue.flatMap({ Int($0) })
            else { continue }
            seen.insert(index)
            let badge = TestBadge.credential([("credentialStatus", TestBadge.statusEntry(index, list: address))])
            let signed = try DataIntegrity.secure(
                badge, suite: EdDSARDFC2022(contexts: OpenBadgesContexts.store.prepared), key: key,
                created: Timestamp(secondsSince1970: 1_790_665_951))
            let report = Self.verifier(material, maxStatusAgeDays: 20_000)
                .judge(JSONWriter.compact(.object(signed)), source: vector.id)
            #expect(report[.status]?.code == (bit == "1" ? .statusRevoked : .statusOK), "\(vector)")
        }
        #expect(seen == [6, 7, 8])
    }
}
