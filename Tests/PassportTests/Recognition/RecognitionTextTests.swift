import Encodings
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// What applicants and officers read.
@Suite("Recognition in words")
struct RecognitionTextTests {
    private var texts: [LocalizedText] {
        RecognitionReason.allCases.flatMap { [$0.applicantText, $0.officerText] }
            + RuleOutcome.Kind.allCases.flatMap { [$0.applicantText, $0.officerText] }
            + EvidenceStrength.allCases.map(\.text)
    }

    @Test("Every reason and outcome has words of its own in three languages", arguments: ReportLanguage.allCases)
    func distinct(_ language: ReportLanguage) {
        let all = texts.map { $0[language] }
        #expect(!all.contains { $0.isEmpty })
        #expect(Set(all).count == all.count)
        // Sentences end as sentences do.
        for text in RecognitionReason.allCases.map({ $0.applicantText[language] }) {
            #expect(text.hasSuffix("."), "\(text)")
        }
    }

    @Test("A sentence names the same values in each language")
    func values() {
        func names(_ text: String) -> Set<String> {
            Set(text.matches(of: /\{([a-z]+)\}/).map { String($0.1) })
        }
        for text in texts {
            #expect(names(text.en) == names(text.fi), "\(text.en)")
            #expect(names(text.en) == names(text.sv), "\(text.en)")
        }
    }

    @Test("Every sentence of a case is filled: no brackets and no gaps", arguments: ReportLanguage.allCases)
    func filled(_ language: ReportLanguage) throws {
        let digest = "uEiBFk_x_riNJYnXoEyYeJm-kHWiL37nqzm7fNj99d3GnTw"
        let base = Made("urn:uuid:1", "aa", hours: "20")
        let old = CalendarDay("2016-05-01") ?? SampleBadges.applied
        let ledger = RecognitionLedger([
            .used(
                LedgerEntry(
                    institution: "did:web:amk.example:org", applicant: "bertta",
                    credential: CredentialKey(issuer: Made.issuer, id: "urn:uuid:l"), achievement: nil,
                    decision: "urn:uuid:d", consumedOn: old))
        ])
        func other(_ id: String, _ change: (inout Made) -> Void = { _ in }) -> Made {
            Made("urn:uuid:\(id)", "other-\(id)").with(change)
        }
        let files = [
            base.with { $0.evidence = [("document", digest)] }, Made("urn:uuid:2", "aa", level: 1),
            other("c") { $0.checks = [CheckResult(.schema, .failed, .schemaInvalid, ["place": "$", "problem": "x"])] },
            other("d") { $0.binding = .different }, other("e") { $0.binding = .unproven },
            other("f") { $0.checks = [CheckResult(.status, .failed, .statusRevoked)] },
            other("g") { $0.checks = [CheckResult(.status, .failed, .statusSuspended)] },
            other("h") { $0.checks = [CheckResult(.status, .undetermined, .statusUnavailable)] },
            other("i") { $0.issuer = "did:web:x.example" }, other("j") { $0.validFrom = "2026-10-01T09:00:00Z" },
            other("k") { $0.validUntil = "2026-08-01T09:00:00Z" }, other("l"), other("m") { $0.awarded = "2000-01-01" },
            other("n") { $0.type = "SecondarySchoolDiploma" }, other("o"),
            other("p") { $0.evidence = [("document", digest)] },
            other("q") { ($0.type, $0.counted) = ("LearningProgram", ["urn:uuid:1"]) }, other("r"), other("s"),
            other("t") { $0.category = "muu" }, other("u") { $0.category = "muu" },
        ]
        let any = "{\"atLeast\":{\"n\":1,\"of\":[{\"category\":\"yhteistyo\",\"minLevel\":2}]}}"
        let rules = [
            MadeRules.rule("R1", "{\"badge\":\"aa\"}"),
            MadeRules.rule("R2", "{\"badge\":\"other-o\",\"minLevel\":4}"),
            MadeRules.rule("R3", "{\"badge\":\"aa\"}"),
            MadeRules.rule("R4", "{\"badge\":\"other-r\",\"evidence\":\"demonstration\"}"),
            MadeRules.rule("R5", "{\"badge\":\"other-e\"}"),
            MadeRules.rule("R6", any, credits: "5", grant: "byHours", more: "\"partial\":true,\"capGroup\":\"g\","),
            MadeRules.rule("R7", "{\"badge\":\"other-t\"}", more: "\"minHours\":100,"),
            MadeRules.rule(
                "R8", "{\"anyOf\":[{\"skill\":\"https://s.example/1\"},{\"certificate\":\"tutkinnonosat_1\"}]}"),
        ]
        let admission =
            "[{\"id\":\"A1\",\"programme\":{\"fi\":\"Tradenomi\"},\"requires\":{\"allOf\":[{\"pathway\":\"polku\"},{\"credits\":{\"min\":50}}]}}]"
        let result = try MadeRules.evaluate(
            rules, files, caps: "{\"total\":10,\"groups\":{\"g\":0.5}}", admission: admission, ledger: ledger,
            shared: [CredentialKey(issuer: Made.issuer, id: "urn:uuid:r")])
        for reader in CaseText.Reader.allCases {
            let lines = CaseText(result, for: reader, in: language).lines
            for line in lines {
                #expect(!line.contains("{") && !line.contains("}") && !line.contains("["), "\(line)")
                #expect(!line.contains("–") || line.contains("ECTS"), "\(line)")
                #expect(!line.contains("\n"))
            }
            #expect(lines.count > 40)
        }
        var twice = RecognitionApplication(
            caseID: "c", applicant: "anna", applied: SampleBadges.applied, credentials: [base.submitted])
        twice.alerts = [.repeatedApplicant(cases: ["d"])]
        let repeated = try twice.evaluate(by: result.rules, at: SampleBadges.now)
        let told = Set(
            (result.credentials + repeated.credentials).flatMap { $0.reasons.map(\.reason) }
                + result.outcomes.flatMap { $0.reasons.map(\.reason) })
        let untold: Set<RecognitionReason> = [.capTotal]
        #expect(Set(RecognitionReason.allCases).subtracting(told) == untold)
    }

    @Test("Numbers and days that decided stand in the sentence, as the language writes them")
    func numbers() throws {
        var award = SampleBadges.Award("pelisaannot")
        award.awarded = "2016-09-01"
        var short = SampleBadges.Award("vahvuudet")
        short.hours = "13"
        let result = try SampleBadges.evaluate(try SampleBadges.submitted([award, short]))
        let fi = CaseText(result, for: .applicant, in: .fi).lines
        #expect(fi[0] == "Hakemuksen 1.9.2026 perusteella hyväksiluettu tai esitetty: yhteensä 0,00 op.")
        #expect(fi.contains { $0.contains("viimeisten 120 kuukauden") && $0.contains("myönnetty 1.9.2016") })
        #expect(fi.contains { $0.contains("työtä 13,00 tuntia, ja tarvitaan 13,50") })
        #expect(
            fi.last
                == "Jos olet eri mieltä päätöksestä, pyydä oikaisua kirjallisesti 14 päivän kuluessa: opintoasiat@amk.example."
        )
        let officer = CaseText(result, for: .officer, in: .en).lines
        #expect(officer.contains("  13.00 h, needed 13.50 h."))
        #expect(officer.contains { $0.contains("awarded 2016-09-01") && $0.contains("120 months") })
        let sv = CaseText(
            try SampleBadges.evaluate("yrittajamainen-asenne", "liiketoimintamalli", "talous-ja-hinnoittelu"),
            for: .applicant, in: .sv
        ).lines
        #expect(sv.contains("Grunder i företagande: 5,00 sp föreslås för dig; en handläggare beslutar."))
    }

    @Test("The line for programs has the shape that is promised")
    func json() throws {
        let result = try SampleBadges.evaluate("pelisaannot", "tyoturvallisuus", "tiimityo")
        let json = result.json
        #expect(
            json.objectValue?.names == [
                "format", "case", "applicant", "applied", "rules", "credentials", "outcomes", "total",
                "directAdmission",
            ])
        #expect(json["format"] == "passport.recognition/1")
        #expect(json["total"] == "2.00")
        #expect(json["rules"]?["sha256"]?.stringValue == Base16.encode(result.rules.sha256))
        #expect(
            json["credentials"]?.arrayValue?.allSatisfy { $0.objectValue?.names == ["id", "achievement", "reasons"] }
                == true)
        let outcome = json["outcomes"]?.arrayValue?.first
        #expect(outcome?.objectValue?.names == ["rule", "outcome", "credits", "reasons", "credentials", "missing"])
        #expect(outcome?["credits"] == "2.00")
        #expect(outcome?["credentials"]?.arrayValue?.count == 3)
        let second = json["outcomes"]?.arrayValue?[1]
        #expect(second?["missing"]?.arrayValue?.first == ["badge": "yrittajamainen-asenne"])
        #expect(json["directAdmission"]?.arrayValue?.first?["eligible"] == false)
        #expect(!JSONWriter.compact(json).contains(0x0A))
    }

    @Test("Cases for an officer come first, then those that wait for evidence")
    func order() throws {
        let rule = [MadeRules.rule("R1", "{\"badge\":\"aa\",\"evidence\":\"document\"}")]
        func one(_ id: String, _ made: Made) throws -> RecognitionCase {
            let rules = try MadeRules.read(MadeRules.text(rule))
            return try RecognitionApplication(
                caseID: id, applicant: id, applied: SampleBadges.applied, credentials: [made.submitted]
            ).evaluate(by: rules, at: SampleBadges.now)
        }
        let sound = Made("urn:uuid:1", "aa")
        let cases = [
            try one("c1", sound), try one("c2", sound.with { $0.evidence = [] }),
            try one("c4", sound.with { $0.binding = .unproven }), try one("c3", sound.with { $0.binding = .unproven }),
        ]
        #expect(RecognitionCase.inWorkingOrder(cases).map(\.id) == ["c3", "c4", "c2", "c1"])
    }
}
