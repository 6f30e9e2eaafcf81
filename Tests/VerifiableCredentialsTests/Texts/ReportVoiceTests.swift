import Cryptography
import Encodings
import OpenBadges
import TestSupport
import Testing
import VerifiableCredentials

/// Whole reports, as people get them.
@Suite struct ReportVoiceTests {
    private static let voices: [ReportVoice?] = [nil, .plain, .exact]

    @Test("Reports are the ones that were reviewed, in each language and voice", arguments: ReportCase.allCases)
    func golden(_ example: ReportCase) throws {
        let report = try example.report()
        #expect(report.worst == example.verdict)
        var lines: [String] = []
        for voice in Self.voices {
            for language in ReportLanguage.allCases {
                lines.append("== \(language.rawValue), \(voice?.rawValue ?? "full") ==")
                lines += ReportText(report, in: language, voice: voice).lines + [""]
            }
        }
        try GoldenText.expect(lines, are: "report-\(example.rawValue).txt")
    }

    @Test(
        "The plain voice gives one of three answers, and no word of the trade", arguments: ReportCase.allCases)
    func plain(_ example: ReportCase) throws {
        let report = try example.report()
        let answers: [ReportLanguage: [String]] = [
            .en: ["Genuine", "Undecided:", "Not valid", "Presentation signed", "The holder's own"],
            .fi: ["Aito", "Ratkaisematta:", "Ei kelpaa", "Haltijansa allekirjoittama", "Haltijan oma"],
            .sv: ["Äkta", "Oavgjort:", "Inte giltigt", "Sammanställning signerad", "Innehavarens egen"],
        ]
        for language in ReportLanguage.allCases {
            let lines = ReportText(report, in: language, voice: .plain).lines
            #expect(answers[language]?.contains { lines[0].hasPrefix($0) } == true, "\(lines[0])")
            let text = lines.filter { !$0.contains("passportctl") && !$0.contains("--") }.joined(separator: "\n")
            for word in ["JSON", "JWT", "eddsa", "proofValue", "did:web", "urn:uuid", "(status.", "[ok]"] {
                #expect(!text.contains(word), "\(word) in \(text)")
            }
        }
    }

    @Test("The exact voice shows what a decision rests on, each with its source")
    func exact() throws {
        let report = try ReportCase.genuine.report()
        let text = ReportText(report, in: .en, voice: .exact).lines.joined(separator: "\n")
        for part in [
            "2 (Itsenäisesti)", "1.00 op, indicative", "27.00 h", "Projektiraportti, kind report, digest uEi",
            "Blogi, https://school.example/blog/anna, no digest", "Assessed by: Kahvila Oy", "eddsa-jcs-2022",
            TestBadge.key.publicKey.thumbprint, "dated 2026-11-14, 7 days old", "the school's letter of 1.9.2026",
            "(status.ok)",
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
    }

    @Test("What nobody signed is never called done or awarded", arguments: [ReportVoice.plain, .exact])
    func unsigned(_ voice: ReportVoice) throws {
        let report = try ReportCase.changed.report()
        for language in ReportLanguage.allCases {
            let lines = ReportText(report, in: language, voice: voice).lines
            #expect(!lines.contains { $0.contains("The School,") || $0.contains("The School (") })
        }
    }

    @Test("A badge below the level that is asked for is genuine by its words and undecided by its verdict")
    func belowLevel() throws {
        let report = try ReportCase.belowLevel.report()
        #expect(report.verdict == .undetermined && report[.badge]?.code == .policyLevel)
        for voice in Self.voices {
            #expect(ReportText(report, in: .en, voice: voice).headline.hasPrefix("Genuine, but below what you ask"))
        }
        // With any other doubt it isn't called genuine.
        var bench = Bench(lists: [])
        bench.profile = OpenBadgeProfile()
        bench.policy.demands.minLevel = 3
        let doubtful = bench.judge(try Bench.signed(ReportCase.badge()))
        #expect(ReportText(doubtful, in: .en).headline.hasPrefix("Undecided:"))
    }

    @Test("Many files end in one line: by verdict, and by reason")
    func tally() throws {
        var tally = ReportTally()
        let cases: [ReportCase] = [.genuine, .notAsked, .unlisted, .unlisted, .stale, .revoked, .presentation]
        for example in cases { tally.add(try example.report()) }
        #expect(tally.count == 7 && tally[.valid] == 3)
        #expect(
            ReportLanguage.allCases.map { tally.line(in: $0) } == [
                "7 files: 3 genuine; 3 undecided: 2 × the issuer isn't on your list, 1 × the list of withdrawals is too old; 1 not valid: it was withdrawn by the issuer.",
                "Tiedostoja 7: aitoja 3; ratkaisematta 3: 2 × myöntäjä ei ole luettelossasi, 1 × perumisluettelo on liian vanha; kelpaamattomia 1: myöntäjä on perunut sen.",
                "Antal filer 7: äkta 3; oavgjorda 3: 2 × utfärdaren finns inte i din förteckning, 1 × återkallelselistan är för gammal; inte giltiga 1: det är återkallat av utfärdaren.",
            ])
        #expect(ReportTally().line(in: .en) == "0 files: 0 genuine.")
    }

    @Test("A file that holds others is counted by the worst of them, and for its reason")
    func tallyOfInner() {
        func report(_ code: VerificationCode, _ outcome: Outcome, _ inner: [VerificationReport] = [])
            -> VerificationReport
        {
            VerificationReport(
                source: "-", at: FixedClock.now, credential: nil, checks: [CheckResult(.status, outcome, code)],
                inner: inner)
        }
        var tally = ReportTally()
        tally.add(
            report(.statusOK, .passed, [report(.statusOK, .passed), report(.statusRevoked, .failed)]))
        #expect(tally.line(in: .en) == "1 file: 0 genuine; 1 not valid: it was withdrawn by the issuer.")
    }
}
