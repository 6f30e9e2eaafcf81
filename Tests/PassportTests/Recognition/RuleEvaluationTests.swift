import Encodings
import Passport
import TestSupport
import Testing
import VerifiableCredentials

/// What a rule asks for, and what it takes.
@Suite("A recognition rule")
struct RuleEvaluationTests {
    private func both(_ parts: String...) -> String { "{\"allOf\":[\(parts.joined(separator: ","))]}" }
    private func badge(_ slug: String) -> String { "{\"badge\":\"\(slug)\"}" }

    private let a = Made("urn:uuid:a", "aa", hours: "10")
    private let b = Made("urn:uuid:b", "bb", hours: "20")
    private let c = Made("urn:uuid:c", "cc", hours: "30")

    @Test("knows a badge by its exact id under the rules' base, in any version")
    func identity() throws {
        func kind(_ made: Made) throws -> RuleOutcome.Kind? {
            try MadeRules.evaluate([MadeRules.rule("R1", badge("aa"))], [made]).outcomes.first?.kind
        }
        #expect(try kind(a) == .granted)
        #expect(try kind(a.with { $0.version = 12 }) == .granted)
        #expect(try kind(a.with { $0.base = "https://other.example/badges/" }) == .notMet)
        #expect(try kind(a.with { $0.slug = "aa/bb" }) == .notMet)
        #expect(try kind(a.with { $0.slug = "Aa" }) == .notMet)
    }

    @Test("takes each credential once, and finds the way in which all places are filled")
    func distinct() throws {
        let skill = "http://data.europa.eu/esco/skill/60c78287-22eb-4103-9c8c-28deaa460da0"
        let skilled = a.with { $0.skills = [skill] }
        let rule = MadeRules.rule("R1", both("{\"category\":\"*\"}", "{\"skill\":\"\(skill)\"}"))
        #expect(try MadeRules.evaluate([rule], [skilled]).brief("R1") == "R1 not-met 0.00")
        // The first place could take either; only the second badge leaves one for the skill.
        let result = try MadeRules.evaluate([rule], [skilled, b])
        #expect(result.brief("R1") == "R1 granted 2.00")
        #expect(result.used("R1") == ["aa", "bb"])
    }

    @Test("takes the first branch that can be met")
    func branches() throws {
        let rule = MadeRules.rule("R1", "{\"anyOf\":[\(badge("aa")),\(badge("bb"))]}")
        #expect(try MadeRules.evaluate([rule], [a, b]).used("R1") == ["aa"])
        #expect(try MadeRules.evaluate([rule], [b]).used("R1") == ["bb"])
        #expect(try MadeRules.evaluate([rule], [a.with { $0.binding = .unproven }, b]).used("R1") == ["bb"])
        let none = try MadeRules.evaluate([rule], [c])
        #expect(
            none.outcomes[0].missing == [
                .requirement(.anyOf([.leaf(RecognitionLeaf(.badge("aa"))), .leaf(RecognitionLeaf(.badge("bb")))]))
            ])
    }

    @Test("takes so many by their hours, and more only for the hours that it needs")
    func atLeast() throws {
        let any = "{\"atLeast\":{\"n\":2,\"of\":[{\"category\":\"*\"}]}}"
        #expect(try MadeRules.evaluate([MadeRules.rule("R1", any)], [c, b, a]).used("R1") == ["aa", "bb"])
        let more = MadeRules.rule("R1", any, more: "\"minHours\":50,")
        #expect(try MadeRules.evaluate([more], [c, b, a]).used("R1") == ["aa", "bb", "cc"])
        let tooMany = MadeRules.rule("R1", any, more: "\"minHours\":60.01,")
        #expect(try MadeRules.evaluate([tooMany], [c, b, a]).brief("R1") == "R1 not-met 0.00 HOURS_SHORT")
        #expect(try MadeRules.evaluate([MadeRules.rule("R1", any)], [a]).brief("R1") == "R1 not-met 0.00")
    }

    @Test(
        "counts hours to the hundredth",
        arguments: [
            ("13.49", "not-met 0.00 HOURS_SHORT"), ("13.50", "granted 0.50"),
            ("26.99", "granted 0.50"), ("27", "granted 1.00"), ("27.01", "granted 1.00"), ("134.99", "granted 4.50"),
            ("135", "granted 5.00"), ("999", "granted 5.00"), ("0", "not-met 0.00 HOURS_SHORT"),
        ])
    func hundredths(_ hours: String, _ expected: String) throws {
        let rule = MadeRules.rule("R1", MadeRules.anyBadge, credits: "5", grant: "byHours")
        #expect(try MadeRules.evaluate([rule], [a.with { $0.hours = hours }]).brief("R1") == "R1 \(expected)")
        let full = MadeRules.rule("R1", badge("aa"), more: "\"minHours\":27,")
        let isMet = (DecimalHundredths(hours) ?? .zero) >= DecimalHundredths(hundredths: 27_00)
        #expect(
            try MadeRules.evaluate([full], [a.with { $0.hours = hours }]).total
                == (isMet ? DecimalHundredths("2") : .zero))
    }

    @Test("sums hours before it rounds", arguments: ["0.5", "0.25", "1"])
    func sums(_ step: String) throws {
        let rule = MadeRules.rule("R1", MadeRules.anyBadge, credits: "5", grant: "byHours")
        let halves = [a.with { $0.hours = "13.5" }, b.with { $0.hours = "13.5" }]
        #expect(try MadeRules.evaluate([rule], halves, step: step).brief("R1") == "R1 granted 1.00")
    }

    @Test("asks the level of a leaf, else the default, and takes a badge without one for the lowest")
    func levels() throws {
        func brief(_ leaf: String, _ level: Int, _ defaults: String = "{}") throws -> String {
            try MadeRules.evaluate(
                [MadeRules.rule("R1", leaf)], [a.with { $0.level = level }], defaults: defaults
            ).brief("R1")
        }
        #expect(try brief("{\"badge\":\"aa\",\"minLevel\":3}", 2) == "R1 not-met 0.00 LEVEL_TOO_LOW")
        #expect(try brief("{\"badge\":\"aa\",\"minLevel\":3}", 3) == "R1 granted 2.00")
        #expect(try brief(badge("aa"), 1, "{\"minLevel\":2}") == "R1 not-met 0.00 LEVEL_TOO_LOW")
        #expect(try brief("{\"badge\":\"aa\",\"minLevel\":1}", 1, "{\"minLevel\":2}") == "R1 granted 2.00")
        // A level of 0 can't be: it is read as none.
        #expect(try brief(badge("aa"), 0) == "R1 granted 2.00")
        #expect(try brief("{\"badge\":\"aa\",\"minLevel\":2}", 0) == "R1 not-met 0.00 LEVEL_TOO_LOW")
    }

    @Test("weighs evidence: none < link = reflection < document < observation < demonstration")
    func evidence() throws {
        let kinds = ["none", "link", "reflection", "document", "observation", "demonstration"]
        let ranks = [0, 1, 1, 2, 3, 4]
        for (have, haveRank) in zip(kinds, ranks) {
            for (need, needRank) in zip(kinds, ranks) {
                let rule = MadeRules.rule("R1", "{\"badge\":\"aa\",\"evidence\":\"\(need)\"}")
                let made = a.with { $0.evidence = have == "none" ? [] : [(have, nil)] }
                let kind = try MadeRules.evaluate([rule], [made]).outcomes[0].kind
                #expect(kind == (haveRank >= needRank ? .granted : .needsEvidence), "\(have) for \(need)")
            }
        }
    }

    @Test("takes the leaf's evidence before the rule's, and the rule's before the default")
    func evidenceOrder() throws {
        let link = a.with { $0.evidence = [("link", nil)] }
        let rule = MadeRules.rule("R1", "{\"badge\":\"aa\",\"evidence\":\"link\"}", more: "\"evidence\":\"document\",")
        #expect(try MadeRules.evaluate([rule], [link]).outcomes[0].kind == .granted)
        let strict = MadeRules.rule("R1", badge("aa"), more: "\"evidence\":\"document\",")
        #expect(try MadeRules.evaluate([strict], [link]).outcomes[0].kind == .needsEvidence)
        let defaults = "{\"evidence\":\"document\"}"
        #expect(
            try MadeRules.evaluate([MadeRules.rule("R1", badge("aa"))], [link], defaults: defaults).outcomes[0].kind
                == .needsEvidence)
    }

    @Test("keeps of one achievement the highest level, then the latest day, then the smallest id")
    func superseded() throws {
        let rule = MadeRules.rule("R1", badge("aa"))
        func kept(_ made: [Made]) throws -> [String] {
            let result = try MadeRules.evaluate([rule], made)
            #expect(
                result.credentials.count { $0.reasons.contains { $0.reason == .supersededInSet } } == made.count - 1)
            return result.credentials.filter { $0.rule == "R1" }.map(\.shownID)
        }
        let other = Made("urn:uuid:0", "aa", hours: "10")
        #expect(try kept([a, other]) == ["urn:uuid:0"])
        #expect(try kept([a, other.with { $0.level = 1 }]) == ["urn:uuid:a"])
        #expect(try kept([a, other.with { $0.awarded = "2026-05-01" }]) == ["urn:uuid:a"])
        #expect(
            try kept([a, other.with { ($0.level, $0.awarded, $0.version) = (3, "2020-01-01", 4) }]) == ["urn:uuid:0"])
        #expect(try kept([a, other.with { $0.binding = .unproven }]) == ["urn:uuid:a"])
        #expect(try kept([a.with { $0.level = 4 }, other.with { $0.replaces = ["urn:uuid:a"] }]) == ["urn:uuid:0"])
    }

    @Test("counts the same file once, and none of two contents under one id")
    func copies() throws {
        let rule = MadeRules.rule("R1", MadeRules.anyBadge, credits: "5", grant: "byHours")
        let twice = try MadeRules.evaluate([rule], [b, b])
        #expect(twice.credentials.count == 1)
        #expect(twice.total == DecimalHundredths("0.5"))
        let forked = try MadeRules.evaluate([rule], [b, b.with { $0.hours = "400" }])
        #expect(forked.credentials.map { $0.reasons.map(\.reason) } == [[.notVerified], [.notVerified]])
        let newer = try MadeRules.evaluate(
            [rule], [b, b.with { ($0.hours, $0.validFrom, $0.awarded) = ("40", "2026-06-01T09:00:00Z", "2026-06-01") }])
        #expect(newer.total == DecimalHundredths("1"))
        // A forgery under the id of a sound one changes nothing for it.
        let forged = b.with { ($0.hours, $0.checks) = ("400", [CheckResult(.proof, .failed, .proofMismatch)]) }
        #expect(try MadeRules.evaluate([rule], [b, forged]).total == DecimalHundredths("0.5"))
    }

    @Test("sends the same evidence twice to the officer, within a rule and across rules")
    func duplicateEvidence() throws {
        let digest = "uEiBFk_x_riNJYnXoEyYeJm-kHWiL37nqzm7fNj99d3GnTw"
        let (x, y) = (a.with { $0.evidence = [("document", digest)] }, b.with { $0.evidence = [("document", digest)] })
        let across = try MadeRules.evaluate(
            [MadeRules.rule("R1", badge("aa")), MadeRules.rule("R2", badge("bb"))], [x, y])
        #expect(across.brief("R1") == "R1 granted 2.00")
        #expect(across.brief("R2") == "R2 officer-review 0.00 DUPLICATE_EVIDENCE")
        #expect(across.reasons("bb") == [.duplicateEvidence])
        let within = try MadeRules.evaluate([MadeRules.rule("R1", both(badge("aa"), badge("bb")))], [x, y])
        #expect(within.brief("R1") == "R1 officer-review 0.00 DUPLICATE_EVIDENCE")
        #expect(within.reasons("bb") == [.duplicateEvidence])
        // Where another will do, nobody has to look.
        let any = MadeRules.rule("R1", "{\"atLeast\":{\"n\":2,\"of\":[{\"category\":\"*\"}]}}")
        let free = try MadeRules.evaluate([any], [x, y, c])
        #expect(free.brief("R1") == "R1 granted 2.00")
        #expect(free.reasons("bb") == [.duplicateEvidence])
    }

    @Test("counts a milestone or its members, whichever comes first")
    func milestones() throws {
        let milestone = Made("urn:uuid:m", "koonti-polku", hours: "0").with {
            ($0.type, $0.counted) = ("LearningProgram", ["urn:uuid:a", "urn:uuid:b"])
        }
        let pathway = MadeRules.rule("R1", "{\"pathway\":\"polku\"}")
        let rest = MadeRules.rule("R2", MadeRules.anyBadge, credits: "5", grant: "byHours")
        let result = try MadeRules.evaluate([pathway, rest], [a, b, c, milestone])
        #expect(result.used("R1") == ["koonti-polku"])
        #expect(result.used("R2") == ["cc"])
        for slug in ["aa", "bb"] { #expect(result.reasons(slug) == [.partOfCounted]) }
        let turned = try MadeRules.evaluate(
            [MadeRules.rule("R1", badge("aa")), MadeRules.rule("R2", "{\"pathway\":\"polku\"}")], [a, milestone])
        #expect(turned.brief("R2") == "R2 not-met 0.00 PART_OF_COUNTED")
        #expect(turned.reasons("koonti-polku") == [.partOfCounted])
        // A newer award of a counted badge is still the same work.
        let newer = Made("urn:uuid:z", "aa", hours: "10").with { $0.awarded = "2026-06-30" }
        let renewed = try MadeRules.evaluate([pathway, rest], [a, newer, milestone])
        #expect(renewed.reasons("aa").contains(.partOfCounted))
        #expect(renewed.brief("R2") == "R2 not-met 0.00 SUPERSEDED_IN_SET PART_OF_COUNTED")
    }

    @Test("takes each badge of its base for a member of a milestone that names none and whose pathway isn't at hand")
    func unknownMembers() throws {
        let milestone = Made("urn:uuid:m", "koonti-polku", hours: "0").with { $0.type = "LearningProgram" }
        let rules = [
            MadeRules.rule("R1", "{\"pathway\":\"polku\"}"),
            MadeRules.rule("R2", MadeRules.anyBadge, credits: "5", grant: "byHours"),
        ]
        #expect(try MadeRules.evaluate(rules, [b, milestone]).brief("R2") == "R2 not-met 0.00 PART_OF_COUNTED")
        let elsewhere = b.with { $0.base = "https://other.example/badges/" }
        #expect(try MadeRules.evaluate(rules, [elsewhere, milestone]).brief("R2") == "R2 granted 0.50")
    }

    @Test("knows categories, skills and the units of certificates")
    func otherLeaves() throws {
        func kind(_ leaf: String, _ made: Made) throws -> RuleOutcome.Kind {
            try MadeRules.evaluate([MadeRules.rule("R1", leaf)], [made]).outcomes[0].kind
        }
        #expect(try kind("{\"category\":\"yhteistyo\"}", a) == .granted)
        #expect(try kind("{\"category\":\"digi\"}", a) == .notMet)
        #expect(
            try kind("{\"skill\":\"https://skills.example/1\"}", a.with { $0.skills = ["https://skills.example/1"] })
                == .granted)
        #expect(
            try kind("{\"skill\":\"https://skills.example/1\"}", a.with { $0.skills = ["https://skills.example/12"] })
                == .notMet)
        let certificate = a.with { ($0.type, $0.units) = ("CertificateOfCompletion", ["tutkinnonosat_100026"]) }
        for leaf in [
            "{\"certificate\":\"tutkinnonosat_100026\"}", "{\"certificate\":{\"unit\":\"tutkinnonosat_100026\"}}",
        ] {
            #expect(try kind(leaf, certificate) == .granted)
            #expect(try kind(leaf, certificate.with { $0.type = "Badge" }) == .notMet)
            #expect(try kind(leaf, certificate.with { $0.units = ["tutkinnonosat_100023"] }) == .notMet)
        }
    }

    @Test("keeps to its room: in part, exactly, or not at all")
    func caps() throws {
        func brief(_ credits: String, partial: Bool, caps: String) throws -> String {
            let more = "\"capGroup\":\"g\",\"partial\":\(partial),"
            return try MadeRules.evaluate(
                [MadeRules.rule("R1", badge("aa"), credits: credits, more: more)], [a], caps: caps
            ).brief("R1")
        }
        #expect(try brief("2", partial: true, caps: "{\"groups\":{\"g\":2}}") == "R1 granted 2.00")
        #expect(try brief("2", partial: true, caps: "{\"groups\":{\"g\":1.75}}") == "R1 granted-partial 1.50 CAP_GROUP")
        #expect(try brief("2", partial: false, caps: "{\"groups\":{\"g\":1.75}}") == "R1 cap-reached 0.00 CAP_GROUP")
        #expect(try brief("2", partial: true, caps: "{\"groups\":{\"g\":0.49}}") == "R1 cap-reached 0.00 CAP_GROUP")
        #expect(
            try brief("2", partial: true, caps: "{\"total\":1,\"groups\":{\"g\":1}}")
                == "R1 granted-partial 1.00 CAP_GROUP")
        #expect(
            try brief("2", partial: true, caps: "{\"total\":1,\"groups\":{\"g\":1.5}}")
                == "R1 granted-partial 1.00 CAP_TOTAL")
        #expect(try brief("2", partial: true, caps: "{\"total\":0}") == "R1 cap-reached 0.00 CAP_TOTAL")
        #expect(try brief("2", partial: false, caps: "{\"groups\":{\"other\":0}}") == "R1 granted 2.00")
    }

    @Test("leaves what it has no room for to later rules")
    func freed() throws {
        let first = MadeRules.rule("R1", badge("aa"), credits: "5", more: "\"capGroup\":\"g\",")
        let second = MadeRules.rule("R2", badge("aa"), credits: "1")
        let result = try MadeRules.evaluate([first, second], [a, b], caps: "{\"groups\":{\"g\":3}}")
        #expect(result.brief("R1") == "R1 cap-reached 0.00 CAP_GROUP")
        #expect(result.brief("R2") == "R2 granted 1.00")
        #expect(result.reasons("bb") == [.noRule])
        let alone = try MadeRules.evaluate([first], [a], caps: "{\"groups\":{\"g\":3}}")
        #expect(alone.reasons("aa") == [.capGroup])
    }

    @Test("keeps sound credentials that wait for the officer from later rules")
    func reserved() throws {
        let first = MadeRules.rule("R1", both(badge("aa"), badge("bb")))
        let rest = MadeRules.rule("R2", MadeRules.anyBadge, credits: "5", grant: "byHours")
        let result = try MadeRules.evaluate([first, rest], [a, b.with { $0.binding = .unproven }, c])
        #expect(result.brief("R1") == "R1 officer-review 0.00 SUBJECT_UNPROVEN")
        #expect(result.outcome("R1")?.potential == DecimalHundredths("2"))
        #expect(result.used("R2") == ["cc"])
        #expect(result.reasons("aa") == [])
        #expect(result.reasons("bb") == [.subjectUnproven])
    }

    @Test("says of a badge that nobody asks for, or on too low a level, what became of it")
    func leftOver() throws {
        let rule = MadeRules.rule("R1", "{\"badge\":\"aa\",\"minLevel\":3}")
        let result = try MadeRules.evaluate([rule], [a, b])
        #expect(result.reasons("aa") == [.levelTooLow, .noRule])
        #expect(result.reasons("bb") == [.noRule])
    }
}
