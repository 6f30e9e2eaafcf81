import Encodings
import OpenBadges
import Passport
import TestSupport
import Testing
import VerifiableCredentials

@Suite("Doctor: texts")
struct DoctorTextTests {
    @Test("yes, no and not known each begin with that word")
    func headlines() throws {
        let (yes, no, unknown) = (
            try DoctorFixture.answer(try DoctorFixture.badge(), for: .dcc),
            try DoctorFixture.answer(try DoctorFixture.badge(suite: EdDSAJCS2022()), for: .dcc),
            try DoctorFixture.answer(try ReceiverFixture.rdfcBadge(), for: .dcc, by: VerificationMaterial())
        )
        let words: [ReportLanguage: (String, String, String)] = [
            .en: ("Yes: ", "No: ", "It can't be said "), .fi: ("Kyllä: ", "Ei: ", "Ei voi sanoa, "),
            .sv: ("Ja: ", "Nej: ", "Det går inte att säga "),
        ]
        for (language, texts) in words {
            #expect(DoctorText(yes, in: language).headline.hasPrefix(texts.0))
            #expect(DoctorText(no, in: language).headline.hasPrefix(texts.1))
            #expect(DoctorText(unknown, in: language).headline.hasPrefix(texts.2))
        }
    }

    @Test("a refusal names the rule, what was found, the source with its day, and what helps")
    func refusal() throws {
        let answer = try DoctorFixture.answer(try DoctorFixture.badge(suite: EdDSAJCS2022()), for: .dcc)
        #expect(
            DoctorText(answer, in: .en).lines == [
                "No: VerifierPlus of the Digital Credentials Consortium won't take this file.",
                "  [no] It checks signatures of the kinds Ed25519Signature2020 and eddsa-rdfc-2022; of several, one is enough.",
                "       Here: eddsa-jcs-2022",
                "       dcc.suite, by digitalcredentials/verifier-core 115af83, src/Verify.ts, suite, as of 2025-10-24",
                "       What helps: `passportctl award … --format json` signs with eddsa-rdfc-2022; if it isn't your badge, "
                    + "ask its issuer for that form.",
                "  What no file shows:",
                "  [–]  An issuer that isn't in its list of registries is shown with a warning.",
                "       dcc.registry, by digitalcredentials/verifier-plus 5b0eae8, app/lib/validate.ts; "
                    + "VerificationCard.tsx, as of 2025-12-09",
                "  Rules held against it: 14. Oldest source: 2024-09-17 (795 days old).",
            ], "\(DoctorText(answer, in: .en).lines)")
        let finnish = DoctorText(answer, in: .fi).lines
        #expect(
            finnish[1]
                == "  [no] Se tarkistaa allekirjoitukset, joiden laji on Ed25519Signature2020 tai eddsa-rdfc-2022; useasta riittää yksi."
        )
        let swedish = DoctorText(answer, in: .sv).lines
        #expect(swedish[0] == "Nej: Digital Credentials Consortiums VerifierPlus tar inte emot den här filen.")
    }

    @Test("what the verifier found is told in its own words")
    func verifiersWords() throws {
        let text = String(decoding: try DoctorFixture.badge(), as: UTF8.self)
        let bytes = Array(text.replacing("Teamwork", with: "Teamwerk").utf8)
        let lines = DoctorText(try DoctorFixture.answer(bytes, for: .dcc), in: .sv).lines
        let report = try DoctorFixture.facts(bytes).report
        let proof = try #require(report?[.proof])
        #expect(lines.contains("       Här: \(proof.code.text.filled(proof.values, in: .sv))"))
    }

    @Test("nothing from a stranger's file paints the terminal")
    func painted() throws {
        let bytes = try DoctorFixture.badge(
            [("credentialStatus.statusListCredential", "urn:x:\u{1B}[31m\u{202E}evil")], suite: EdDSAJCS2022())
        for target in ReceiverTarget.allCases {
            let answer = try DoctorFixture.answer(bytes, for: target)
            for line in DoctorText(answer, in: .en).lines {
                #expect(!line.contains("\u{1B}") && !line.contains("\u{202E}"), "\(line)")
            }
        }
    }

    @Test("JSON says the same, with codes, places and days")
    func json() throws {
        let answer = try DoctorFixture.answer(try DoctorFixture.badge(suite: EdDSAJCS2022()), for: .oneEdTech)
        let json = answer.json(source: "anna.json", in: .en)
        #expect(json["format"] == "passport.doctor/1" && json["verdict"] == "no" && json["target"] == "1edtech")
        let refused = json["refusedBy"]?.asList.first
        #expect(refused?["rule"] == "1edtech.suite" && refused?["found"] == "eddsa-jcs-2022")
        #expect(refused?["source"]?["date"] == "2026-07-01" && refused?["source"]?["revision"] == "3825471")
        #expect(json["factsAsOf"] == "2026-07-01" && json["factsAgeDays"]?.numberValue?.text == "143")
    }
}
