import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// The doctor's answers beside what receivers' own fixtures are labelled with.
@Suite("Doctor: fixtures of the field")
struct DoctorCorpusTests {
    /// When most of the fixtures are in force.
    private static let at = Timestamp(secondsSince1970: 1_795_168_800)

    private static let material = Result {
        var material = VerificationMaterial()
        let documents = try TestJSON.parse(Corpus.read("documents.json"))
        for entry in documents["other"]?.asList ?? [] {
            guard let file = entry["file"]?.stringValue else { continue }
            let json = try TestJSON.parse(Corpus.read(file))
            if file.hasSuffix("did.json") {
                material.didDocuments.append(.init(document: try DIDDocument(json: json), source: file))
            } else if var object = json.objectValue {
                // Receivers ask the address, whatever the list calls itself.
                for address in addresses(of: entry) {
                    object["id"] = .string(address)
                    material.statusLists.append(.init(credential: object, source: file))
                }
            }
        }
        return material
    }

    /// Where a document of the corpus is found: at its own address, and in the repository that it was taken from.
    private static func addresses(of entry: JSONValue) -> [String] {
        let repository = entry["source"]?.stringValue ?? ""
        let raw = "https://raw.githubusercontent.com/\(repository)/refs/heads/main/\(entry["path"]?.stringValue ?? "")"
        return [entry["url"]?.stringValue, raw].compactMap(\.self)
    }

    private func answer(_ vector: CorpusVector, for target: ReceiverTarget) throws -> DoctorAnswer {
        try DoctorFixture.answer(try vector.read("file"), for: target, by: Self.material.get(), at: Self.at)
    }

    // MARK: The Digital Credentials Consortium

    /// Files that the doctor answers with anything but yes for VerifierPlus, and by which rules.
    private static let dcc: [String: (DoctorAnswer.Verdict, [String])] = [
        // Its context isn't built in; the receiver fetches it.
        "v1/dataIntegrityProof/didKey/legacyRegistry-noStatus-noExpiry-oldDCCExample": (
            .unknown, ["dcc.words", "any.signature"]
        ),
        "v2/dataIntegrityProof/didKey/oidf-noStatus-notExpired-notYetValid": (.no, ["dcc.begun"]),
        "v2/ed25519/didKey/legacy-noStatus-noExpiry-tampered": (.no, ["any.signature"]),
    ]

    @Test("VerifierPlus takes its own fixtures, but for those that were made to fail", arguments: Corpus.cases("dcc"))
    func verifierPlus(vector: CorpusVector) throws {
        let answer = try answer(vector, for: .dcc)
        if let (verdict, rules) = Self.dcc[vector.id] {
            #expect(answer.verdict == verdict && answer.refusals + answer.doubts == rules, "\(answer.refusals)")
        } else if vector.entry["status"]?["bit"]?.numberValue?.text == "1" {
            #expect(answer.refusals == ["dcc.withdrawn"])
        } else {
            #expect(answer.verdict == .yes, "\(answer.refusals) \(answer.doubts)")
        }
        let isExpired = vector.id.contains("-expired") && !vector.id.contains("-expiredStatus")
        #expect(answer.remarks.contains("dcc.ended") == isExpired)
    }

    // MARK: 1EdTech

    /// Where the doctor doesn't say what the validator's own test expects, and why.
    private static let validator: [String: (DoctorAnswer.Verdict, String)] = [
        "ob30/simple-eddsa-2022.json": (.unknown, "the suite that eddsa-rdfc-2022 was called before isn't read here"),
        "ob30/simple-err-proof-method.json": (.unknown, "the key is at a web address, and the file doesn't show it"),
        "ob30/velocity.jwt": (.unknown, "its DID is resolved in a registry that no file shows"),
        "clr20/simple.jwt": (.no, "its test is switched off upstream: the contexts are drafts that are refused"),
    ]

    @Test(
        "1EdTech's validator: never yes for what it refuses, never no for what it takes",
        arguments: Corpus.cases("1edtech-validator").filter { !$0.id.hasPrefix("ob20/") })
    func publicValidator(vector: CorpusVector) throws {
        guard let outcome = vector.entry["referenceOutcome"]?.asList.first?["outcome"]?.stringValue else { return }
        let answer = try answer(vector, for: .oneEdTech)
        if let (verdict, reason) = Self.validator[vector.id] {
            #expect(answer.verdict == verdict, "\(reason); \(answer.refusals) \(answer.doubts)")
            return
        }
        // "errors" says only that the probe ran.
        let expected: DoctorAnswer.Verdict = outcome == "invalid" ? .no : .yes
        #expect(answer.verdict == expected, "\(outcome): \(answer.refusals) \(answer.doubts)")
    }

    @Test("the rule that decides is about what the validator's own test names", .needsCorpus("1edtech-validator"))
    func probes() throws {
        let rules: [String: [String]] = [
            "CredentialSubjectProbe": ["1edtech.types"], "EvidenceProbe": ["1edtech.types"],
            "IssuerProbe": ["1edtech.types"], "JsonSchemaProbe": ["1edtech.controller", "1edtech.schema"],
            "TypePropertyProbe": ["1edtech.kind"], "BitstringStatusListProbe": ["1edtech.withdrawn"],
            "EmbeddedProofProbe": ["1edtech.key", "any.signature"],
        ]
        var count = 0
        for vector in Corpus.cases("1edtech-validator") where vector.id.hasPrefix("ob30/") {
            let outcome = vector.entry["referenceOutcome"]?.asList.first
            guard outcome?["outcome"] == "invalid", Self.validator[vector.id] == nil,
                let probe = outcome?["probes"]?.asList.first?.stringValue, let wanted = rules[probe]
            else { continue }
            let refusals = try answer(vector, for: .oneEdTech).refusals
            #expect(!Set(refusals).isDisjoint(with: wanted), "\(vector.id): \(refusals)")
            count += 1
        }
        #expect(count >= 9)
    }

    @Test("Open Badges 2.0 is left to rules that aren't known here", .needsCorpus("1edtech-validator"))
    func openBadges2() throws {
        for vector in Corpus.cases("1edtech-validator") where vector.id.hasPrefix("ob20/basic-assertion") {
            guard let answer = try? answer(vector, for: .oneEdTech) else { continue }
            #expect(answer.verdict != .yes, "\(vector.id)")
        }
    }

    // MARK: Blockcerts

    @Test("Blockcerts' own derived badge isn't refused by it", .needsCorpus("signed-credentials"))
    func blockcerts() throws {
        let vector = try #require(Corpus.cases("signed-credentials").first { $0.id.hasPrefix("blockcerts-") })
        let answer = try answer(vector, for: .blockcerts)
        #expect(answer.verdict != .no, "\(answer.refusals)")
    }

    @Test("JWTs with EdDSA are no matter for 1EdTech, whatever else is in them", .needsCorpus("signed-credentials"))
    func edDSA() throws {
        let tokens = Corpus.cases("signed-credentials").filter { $0.text("file")?.hasSuffix(".jwt") ?? false }
        #expect(tokens.count == 4)
        for vector in tokens {
            #expect(try answer(vector, for: .oneEdTech).refusals.contains("1edtech.algorithm"), "\(vector.id)")
        }
    }

    @Test(
        "no file of the corpus is too strange for an answer, and none is promised to a wallet",
        arguments: ["dcc", "signed-credentials", "1edtech-validator", "ob3-spec", "vc-jose-cose", "vcdm2", "vcdm11"])
    func all(suite: String) throws {
        for vector in Corpus.cases(suite) {
            for target in ReceiverTarget.allCases {
                guard let file = vector.text("file") ?? vector.text("input"),
                    let bytes = try? Corpus.read("\(vector.folder)/\(file)")
                else { continue }
                do {
                    let answer = try DoctorFixture.answer(bytes, for: target, by: Self.material.get(), at: Self.at)
                    if target == .eudi || target == .europass { #expect(answer.verdict != .yes, "\(vector.id)") }
                    for language in ReportLanguage.allCases {
                        #expect(DoctorText(answer, in: language).lines.allSatisfy { !$0.contains("\n") })
                    }
                } catch is DoctorError {
                    // Said in words what it is instead.
                }
            }
        }
    }
}
