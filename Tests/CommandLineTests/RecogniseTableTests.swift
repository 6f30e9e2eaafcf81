import Encodings
import TestSupport
import Testing

/// The cases by which a rule file is understood, once more through the built program, with badges that a school awarded.
@Suite("passportctl recognise: what rules come to")
struct RecogniseTableTests {
    @Test("T1: three badges at level are proposed for the officer")
    func t1() throws {
        let line = try Admissions().evaluate("t1")
        #expect(line.outcome("R2") == "proposed 5.00")
        #expect(line.used("R2") == Admissions.r2.sorted())
        #expect(line.total == "5.00" && line.headlines == [])
        #expect(
            line.json.names == [
                "format", "case", "applicant", "applied", "rules", "credentials", "outcomes", "total",
                "directAdmission",
            ])
    }

    @Test("T2: a level too low leaves the badges to the electives, as far as their limit goes")
    func t2() throws {
        let line = try Admissions().evaluate("t2")
        #expect(line.outcome("R2") == "not-met 0.00 LEVEL_TOO_LOW")
        #expect(line.outcome("R3") == "granted 3.00")
        #expect(line.headlines == ["CAP_GROUP"])
        let missing = line.json["outcomes"]?.asList[1]["missing"]
        #expect(missing == [["badge": "talous-ja-hinnoittelu", "minLevel": 2]])
    }

    @Test("T3: ten years are counted to the day")
    func t3() throws {
        let admissions = try Admissions()
        let old = try admissions.evaluate("t3a")
        #expect(old.reasons("pelisaannot") == ["TOO_OLD"] && old.outcome("R3") == "not-met 0.00 TOO_OLD")
        let young = try admissions.evaluate("t3b")
        #expect(young.reasons("pelisaannot") == [] && young.outcome("R3") == "granted 0.50")
    }

    @Test("T4: what the first rule has used is not there for the electives")
    func t4() throws {
        let line = try Admissions().evaluate("t4")
        #expect(line.outcome("R1") == "granted 2.00" && line.outcome("R3") == "not-met 0.00 ALREADY_USED")
        #expect(line.total == "2.00")
    }

    @Test("T5: electives beyond their limit are granted in part")
    func t5() throws {
        let line = try Admissions().evaluate("t5")
        #expect(line.outcome("R1") == "granted 2.00" && line.outcome("R2") == "proposed 5.00")
        #expect(line.outcome("R3") == "granted-partial 3.00 CAP_GROUP")
        #expect(line.total == "10.00")
    }

    @Test("T6: the limit on all credits leaves badges over, which stay free")
    func t6() throws {
        let admissions = try Admissions()
        let rules = try admissions.changeRules("\"total\": 10", "\"total\": 8", as: "tight.json")
        let line = try admissions.evaluate("t5", rules: rules)
        #expect(line.outcome("R3") == "granted 1.00" && line.used("R3") == ["urasuunnitelma", "vahvuudet"])
        #expect(line.total == "8.00")
        for slug in ["monialainen-projekti", "digityovalineet"] { #expect(line.reasons(slug) == ["CAP_TOTAL"]) }
    }

    @Test("T7 and T8: hours make credits, and are never rounded up")
    func hours() throws {
        let admissions = try Admissions()
        let both = try admissions.evaluate("t7")
        #expect(both.outcome("R3") == "granted 1.00" && both.total == "1.00")
        #expect(try admissions.evaluate("t8a").outcome("R3") == "granted 0.50")
        #expect(try admissions.evaluate("t8b").outcome("R3") == "not-met 0.00 HOURS_SHORT")
    }

    @Test("T9: a milestone adds nothing to its members")
    func t9() throws {
        let line = try Admissions().evaluate("t9")
        #expect(line.reasons("koonti-tyoelamapassi") == ["PART_OF_COUNTED"])
        #expect(!line.used("R3").contains("koonti-tyoelamapassi"))
        #expect(line.outcome("R1") == "granted 2.00")
    }

    @Test("T10: without documents the badges wait for evidence, reserved")
    func t10() throws {
        let line = try Admissions().evaluate("t10")
        #expect(line.outcome("R1") == "needs-evidence 0.00")
        #expect(line.used("R1") == Admissions.r1.sorted())
        #expect(line.outcome("R3") == "not-met 0.00 ALREADY_USED")
        #expect(line.total == "0.00")
        let evidence = line.json["outcomes"]?.asList[0]["evidence"]?.asList ?? []
        #expect(evidence.count == 3 && evidence.allSatisfy { $0["need"] == "document" })
    }

    @Test("T11: a status list of 45 days sends every rule to the officer")
    func t11() throws {
        let later = Timestamp.now().adding(seconds: 45 * 86_400).wholeSeconds.description
        let line = try Admissions().evaluate("t5", "--at", later, "--applied", Admissions.today.description)
        #expect(Set(line.headlines) == ["STATUS_UNKNOWN"] && line.headlines.count == 10)
        for rule in ["R1", "R2", "R3"] { #expect(line.outcome(rule) == "officer-review 0.00 STATUS_UNKNOWN") }
        #expect(line.total == "0.00")
    }

    @Test("T12: a second application with the same file gives nothing")
    func t12() throws {
        let admissions = try Admissions()
        let file = try admissions.caseFile("t4")
        let decided = try admissions.decide(file, "--ledger", "ledger.jsonl", "--confirm", "--by", "staff-7")
        #expect(decided.status == 0, "\(decided.stderr)")
        let line = try admissions.evaluate("t4", "--ledger", "ledger.jsonl")
        #expect(line.headlines == Array(repeating: "ALREADY_RECOGNISED", count: 3))
        for rule in ["R1", "R2", "R3"] { #expect(line.outcome(rule).hasPrefix("not-met 0.00")) }
        #expect(line.total == "0.00")
        // Another institution has a ledger of its own, and so has another name of the file.
        #expect(try admissions.evaluate("t4").total == "2.00")
    }
}
