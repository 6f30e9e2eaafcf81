import Encodings
import TestSupport
import Testing
import VerifiableCredentials

/// What people read.
@Suite struct ReportTextTests {
    /// The names in `{…}` of a text.
    private func placeholders(_ text: String) -> Set<String> {
        var names: Set<String> = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.insert(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }

    @Test("Every code has a sentence in each language, with the same values", arguments: VerificationCode.allCases)
    func sentences(_ code: VerificationCode) {
        let text = code.text
        for language in ReportLanguage.allCases {
            #expect(
                text[language].hasSuffix(".") || text[language].hasSuffix(".]") || text[language].hasSuffix("}")
                    || text[language].hasSuffix(")"))
            #expect(placeholders(text[language]) == placeholders(text.en))
        }
        #expect(Set(ReportLanguage.allCases.map { text[$0] }).count == 3)
        if let hint = code.hint {
            #expect(Set(ReportLanguage.allCases.map { hint[$0] }).count == 3)
            for language in ReportLanguage.allCases { #expect(hint[language].hasSuffix(".")) }
        }
    }

    @Test("No two codes say the same", arguments: ReportLanguage.allCases)
    func distinct(_ language: ReportLanguage) {
        let texts = VerificationCode.allCases.map { $0.text[language] }
        #expect(Set(texts).count == texts.count)
        #expect(Set(VerificationCode.allCases.map(\.rawValue)).count == texts.count)
    }

    @Test("A code is an area and a reason", arguments: VerificationCode.allCases)
    func codes(_ code: VerificationCode) {
        let parts = code.rawValue.split(separator: ".")
        #expect(parts.count == 2)
        #expect(
            parts.allSatisfy {
                $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D || (0x30...0x39).contains($0) }
            })
    }

    @Test("Codes after which somebody must act have a hint")
    func hints() {
        let silent: Set<VerificationCode> = [
            .formOK, .contextsOK, .proofOK, .proofRequired, .controllerOK, .claimsOK, .validityOK, .validityWasValid,
            .statusOK, .statusNone, .schemaOK, .schemaNone, .schemaOther, .badgeOK, .badgeOther, .endorsementsNone,
            .endorsementsOK, .endorsementsMixed, .endorsementsTooMany, .endorsementsDeeper, .endorsementExact,
            .endorsementByID, .endorsementAlone, .recipientOK, .issuerOK, .keyTimeProven, .statusFinal, .issuerHistory,
            .statusOKByHolder, .issuerHolder, .formPresentation, .badgeTranscript, .presentationInside,
            .recipientAddressed, .recipientAnybody, .recipientPresented, .issuerBundle, .timestampOK,
            .statusListShort, .statusListUnprefixed, .statusListOtherName, .statusIndexNumber,
        ]
        for code in VerificationCode.allCases { #expect((code.hint == nil) == silent.contains(code), "\(code)") }
    }

    @Test("A part in brackets is left out when its value isn't there")
    func optionalParts() {
        let text = LocalizedText(en: "Valid[ until {until}][, by {who}].", fi: "", sv: "")
        #expect(text.filled([:], in: .en) == "Valid.")
        #expect(text.filled(["until": "x"], in: .en) == "Valid until x.")
        #expect(text.filled(["until": "x", "who": "y [z] {w}"], in: .en) == "Valid until x, by y [z] {w}.")
    }

    @Test("One is one day, and two are two days")
    func counting() {
        let text = LocalizedText(en: "{count} files: {days} days old.", fi: "{count}, {days}", sv: "")
        #expect(text.filled(["count": "1", "days": "1"], in: .en) == "1 file: 1 day old.")
        #expect(text.filled(["count": "11", "days": "0"], in: .en) == "11 files: 0 days old.")
        #expect(text.filled(["count": "1", "days": "1"], in: .fi) == "1, 1")
    }

    @Test("Values from strangers can't paint the terminal or fill it")
    func strangers() {
        let text = LocalizedText(en: "It is {x}.", fi: "", sv: "")
        #expect(text.filled(["x": "a\u{1B}[31m\u{202E}\nb"], in: .en) == "It is a\\u{1B}[31m\\u{202E}\\u{A}b.")
        let long = text.filled(["x": String(repeating: "e\u{301}", count: 10_000)], in: .en)
        #expect(long.utf8.count < 1000 && long.hasSuffix("…."))
    }

    @Test("Instants are shown as days in Helsinki")
    func days() {
        let text = LocalizedText(en: "{x}", fi: "{x}", sv: "{x}")
        #expect(text.filled(["x": "2026-09-29T21:30:00Z"], in: .fi) == "30.9.2026")
        #expect(text.filled(["x": "2026-09-29T21:30:00Z"], in: .en) == "2026-09-30")
    }

    // MARK: Whole reports

    @Test("A good badge's report, in the three languages")
    func good() throws {
        let report = Bench().judge(try Bench.signed(TestBadge.credential([("validUntil", "2029-09-29T20:59:59Z")])))
        #expect(
            ReportText(report, in: .en).lines == [
                "Genuine credential. Whose it is was not checked.",
                "  Badge: Teamwork",
                "  Issued by: The School (did:web:school.example), 2026-09-29",
                "  [ok] The file is a credential that can be judged.",
                "  [ok] The meaning of every word in it is known.",
                "  [ok] The signature fits: nothing that was signed has changed since (eddsa-jcs-2022).",
                "  [ok] The key belongs to the issuer.",
                "  [ok] What is shown here is what was signed.",
                "  [ok] Valid on 2026-11-21 (the last day is 2029-09-29).",
                "  [ok] The issuer The School is on your list of trusted issuers, and this key is pinned there. As of 2026-11-21 (0 days old).",
                "  [–]  The issuer gave no way to withdraw it.",
                "  Next: Give the person's email address, work-life passport number or key with --recipient.",
            ])
        #expect(ReportText(report, in: .fi).headline == "Aito todistus. Ei tarkistettu, kenen se on.")
        #expect(ReportText(report, in: .sv).headline == "Äkta intyg. Det kontrollerades inte vems det är.")
    }

    @Test("A forged badge's report names no issuer as confirmed")
    func forged() throws {
        let report = Bench().judge(TestBadge.replacing("name", in: try Bench.signed(), by: "Leader\u{1B}[2J"))
        let lines = ReportText(report, in: .en).lines
        #expect(lines[0] == "Not valid: The content and the signature don't belong together.")
        #expect(lines.contains("  Badge: Leader\\u{1B}[2J"))
        #expect(lines.contains("  Issuer named in it (not confirmed): did:web:school.example"))
        #expect(lines.last == "  Next: Don't rely on it; ask the issuer for a fresh copy.")
        #expect(!lines.contains { $0.contains("Issued by") })
    }

    @Test("An undecided badge's first line says why")
    func undecided() throws {
        var bench = Bench()
        bench.trust = nil
        let report = bench.judge(try Bench.signed())
        #expect(
            ReportText(report, in: .en).headline
                == "Undecided: The key of the issuer (did:web:school.example) isn't at hand, so the signature could not be checked."
        )
    }

    @Test("The JSON report has the promised members, in their order")
    func json() throws {
        let json = Bench().judge(try Bench.signed()).json()
        #expect(
            json.objectValue?.names == [
                "format", "source", "verdict", "worst", "at", "credential", "checks", "counts", "inner",
            ])
        #expect(json["format"] == "passport.report/1")
        #expect(json["verdict"] == "valid" && json["worst"] == "valid")
        #expect(json["at"] == "2026-11-21T10:00:00Z")
        #expect(
            json["checks"]?.arrayValue?.map { $0["check"]?.stringValue } == [
                "form", "contexts", "proof", "controller", "claims", "validity", "status", "schema", "badge",
                "endorsements",
                "recipient", "issuer",
            ])
        let proof = json["checks"]?.arrayValue?[2]
        #expect(proof?["detail"]?["verificationMethod"] == .string(TestBadge.methodID))
        #expect(proof?["detail"]?["keySource"] == "trust-list")
        #expect(proof?["hint"] == nil)
        #expect(json["counts"] == ["valid": 0, "undetermined": 0, "invalid": 0])
        #expect(
            json["credential"]?.objectValue?.names == [
                "id", "kind", "name", "issuer", "issuerName", "recipient", "validFrom", "validUntil", "level", "hours",
                "credits",
            ])
    }

    @Test("Failed goes before undetermined, and undetermined before good")
    func verdicts() {
        func result(_ outcome: Outcome) -> CheckResult { CheckResult(.form, outcome, .formOK) }
        #expect(Verdict([]) == .valid)
        #expect(Verdict([result(.passed), result(.notApplicable)]) == .valid)
        #expect(Verdict([result(.passed), result(.undetermined)]) == .undetermined)
        #expect(Verdict([result(.undetermined), result(.failed), result(.passed)]) == .invalid)
        let inner = VerificationReport(source: "-", at: FixedClock.now, credential: nil, checks: [result(.failed)])
        let outer = VerificationReport(
            source: "-", at: FixedClock.now, credential: nil, checks: [result(.passed)], inner: [inner])
        #expect(outer.verdict == .valid && outer.worst == .invalid)
        #expect(outer.json()["counts"]?["invalid"] == 1)
    }
}

/// What people read when a signature over linked data can't be settled.
@Suite struct LinkedDataReportTextTests {
    private func first(_ report: VerificationReport) -> [String] {
        ReportLanguage.allCases.map { ReportText(report, in: $0).headline }
    }

    @Test("The holder's own copy is told from a forgery, and the way out is said")
    func baseProof() throws {
        let signer = try #require(BitFlipTests.signers.last)
        let base = try DataIntegrity.secure(
            TestBadge.credential(), suite: DisclosureTests.suite, key: LinkedDataProofRuleTests.key(signer),
            created: Bench.created)
        let report = try LinkedDataProofRuleTests.bench(signer).judge(base)
        let sentences = ReportLanguage.allCases.map { VerificationCode.proofBase.text[$0] }
        for (headline, sentence) in zip(first(report), sentences) { #expect(headline.hasSuffix(sentence)) }
        for language in ReportLanguage.allCases {
            let hint = try #require(VerificationCode.proofBase.hint?[language])
            #expect(ReportText(report, in: language).lines.last?.hasSuffix(hint) == true)
        }
    }

    @Test(
        "An unknown vocabulary and too much work leave it undecided, with the reason",
        arguments: [
            VerificationCode.proofContexts, .limitWork,
        ])
    func undecided(_ code: VerificationCode) throws {
        var document = try SuiteCase.eddsa.secured(TestBadge.credential())
        document["proof"] =
            TestBadge.replacing(
                "proof.verificationMethod", in: document, by: .string(TestBadge.methodID))["proof"]
        if code == .proofContexts {
            document["@context"] = .array((document["@context"]?.asList ?? []) + ["https://unknown.example/v1"])
        } else {
            document["https://a.example/knot"] = LinkedDataProofRuleTests.knot
        }
        let report = Bench().judge(document)
        #expect(report[.proof]?.code == code && report[.proof]?.outcome == .undetermined)
        #expect(report.verdict != .valid)
        for language in ReportLanguage.allCases {
            let text = ReportText(report, in: language)
            let values = report[.proof]?.values ?? [:]
            #expect(text.lines.contains { $0.hasSuffix(code.text.filled(values, in: language)) })
            let hint = try #require(code.hint?[language])
            #expect(text.lines.contains { $0.hasSuffix(hint) })
        }
    }
}
