import BadgeDefinitions
import Encodings
import Testing

@Suite("A pathway's evaluation")
struct PathwayEvaluationTests {
    private let now = CalendarDay(year: 2026, month: 9, day: 1)!.noonZ
    private let base = Texts.defaults.badgeBase

    private func pathway(_ completion: String) throws -> Pathway {
        let text = try Texts.pathway(
            "{\"allOf\": [{\"group\": \"ydin\", \"all\": true}, {\"badges\": {\"min\": 3}}]}", completion)
        return try #require(Texts.readPathway(text).pathway)
    }

    private func award(
        _ slug: String, id: String? = nil, base: String? = nil, category: String = "muu", hours: Int = 10,
        level: Int? = 1, status: AwardStatus = .issued, on day: String = "2026-01-15", until: Timestamp? = nil,
        isMilestone: Bool = false
    ) throws -> CountedAward {
        CountedAward(
            id: id ?? "urn:uuid:\(slug)", badge: BadgeKey(badgeBase: base ?? self.base, slug: slug), category: category,
            hours: DecimalHundredths(hundredths: hours * 100), level: level, status: status,
            awardedDate: try #require(CalendarDay(day)), validUntil: until, isMilestone: isMilestone)
    }

    private func isComplete(
        _ completion: String, _ awards: [CountedAward], _ certificates: [CountedCertificate] = []
    ) throws -> Bool {
        PathwayEvaluation.evaluate(try pathway(completion), awards: awards, certificates: certificates, at: now)
            .isComplete
    }

    @Test("meets allOf by every part and anyOf by one")
    func allAndAny() throws {
        let a = try award("aa")
        #expect(try !isComplete("{\"allOf\": [{\"badge\": \"aa\"}, {\"badge\": \"bb\"}]}", [a]))
        #expect(try isComplete("{\"allOf\": [{\"badge\": \"aa\"}, {\"badge\": \"bb\"}]}", [a, try award("bb")]))
        #expect(try isComplete("{\"anyOf\": [{\"badge\": \"aa\"}, {\"badge\": \"bb\"}]}", [a]))
        #expect(try !isComplete("{\"anyOf\": [{\"badge\": \"aa\"}, {\"badge\": \"bb\"}]}", [try award("cc")]))
    }

    @Test("meets a badge rule on the level asked or above")
    func level() throws {
        let rule = "{\"badge\": \"aa\", \"minLevel\": 2}"
        #expect(try !isComplete(rule, [try award("aa", level: 1)]))
        #expect(try !isComplete(rule, [try award("aa", level: nil)]))
        #expect(try isComplete(rule, [try award("aa", level: 2)]))
        #expect(try isComplete(rule, [try award("aa", level: 4)]))
    }

    @Test("counts a badge once in its group and once in an open one")
    func groups() throws {
        let twice = [try award("aa", id: "1"), try award("aa", id: "2")]
        #expect(try !isComplete("{\"group\": \"ydin\", \"min\": 2}", twice))
        #expect(try !isComplete("{\"group\": \"vapaa\", \"min\": 2}", twice))
        let both = [try award("aa"), try award("bb")]
        #expect(try isComplete("{\"group\": \"ydin\", \"all\": true}", both))
        #expect(
            try isComplete("{\"allOf\": [{\"group\": \"ydin\", \"min\": 2}, {\"group\": \"vapaa\", \"min\": 2}]}", both)
        )
    }

    @Test("adds each award's hours once, though its badge stands in two groups")
    func totals() throws {
        let awards = [try award("aa", hours: 14), try award("zz", category: "digi", hours: 13)]
        #expect(try isComplete("{\"hours\": {\"min\": 27}}", awards))
        #expect(try !isComplete("{\"hours\": {\"min\": 27.01}}", awards))
        #expect(try isComplete("{\"badges\": {\"min\": 2}}", awards))
        #expect(try !isComplete("{\"badges\": {\"min\": 3}}", awards))
        #expect(try isComplete("{\"categories\": {\"min\": 2}}", awards))
        #expect(try !isComplete("{\"categories\": {\"min\": 3}}", awards))
        let repeated = try PathwayEvaluation.evaluate(
            pathway("{\"hours\": {\"min\": 27}}"), awards: [awards[0], awards[0]], at: now)
        #expect(!repeated.isComplete)
        #expect(repeated.excluded.map(\.reason) == [.repeated])
    }

    @Test("asks one certificate for all its items")
    func certificate() throws {
        let rule = "{\"certificate\": {\"minItems\": 2}}"
        #expect(try !isComplete(rule, []))
        #expect(try !isComplete(rule, [], [.init(id: "1", items: 1), .init(id: "2", items: 1)]))
        #expect(try isComplete(rule, [], [.init(id: "1", items: 2)]))
    }

    @Test("never counts the milestone itself, nor another milestone in an open group")
    func milestone() throws {
        let evaluation = try PathwayEvaluation.evaluate(
            pathway("{\"badges\": {\"min\": 1}}"),
            awards: [try award("koonti", isMilestone: true), try award("muu-koonti", isMilestone: true)], at: now)
        #expect(!evaluation.isComplete)
        #expect(evaluation.excluded.map(\.reason) == [.isThisMilestone, .notInPathway])
        // Equal slugs of two bases are different badges.
        #expect(try isComplete("{\"badges\": {\"min\": 1}}", [try award("koonti", base: "https://other.example/")]))
        #expect(try !isComplete("{\"badge\": \"aa\"}", [try award("aa", base: "https://other.example/")]))
    }

    @Test("counts only awards that are issued, in force and young enough, and says why not")
    func countOnly() throws {
        let pathway = try pathway("{\"badges\": {\"min\": 6}}")
        let evaluation = PathwayEvaluation.evaluate(
            pathway,
            awards: [
                try award("s1", status: .suspended), try award("s2", status: .revoked),
                try award("s3", status: .superseded), try award("s4", until: now.adding(seconds: -1)),
                try award("s5", until: now), try award("s6", on: "2021-09-01"), try award("s7", on: "2021-09-02"),
            ], at: now)
        #expect(
            evaluation.excluded.map(\.reason) == [
                .status(.suspended), .status(.revoked), .status(.superseded), .expired, .tooOld,
            ])
        #expect(evaluation.counted.map(\.badge.slug) == ["s5", "s7"])
        #expect(evaluation.completion.short == DecimalHundredths(hundredths: 4_00))
    }

    @Test("leaves out badges that the pathway has no place for")
    func noPlace() throws {
        let closed = try Texts.pathway(
            ", {\"id\": \"vapaa\", \"badges\": [\"*\"]}],", "],")
        let pathway = try #require(Texts.readPathway(closed).pathway)
        let evaluation = PathwayEvaluation.evaluate(
            pathway, awards: [try award("aa"), try award("bb"), try award("cc")], at: now)
        #expect(evaluation.excluded.map(\.reason) == [.notInPathway])
        #expect(!evaluation.isComplete)
        #expect(evaluation.completion.parts.map(\.isMet) == [true, false])
    }

    @Test("names what is missing")
    func missing() throws {
        let evaluation = try PathwayEvaluation.evaluate(
            pathway("{\"group\": \"ydin\", \"all\": true}"), awards: [try award("bb")], at: now)
        #expect(evaluation.completion.missing == ["aa"])
        #expect(evaluation.completion.have == DecimalHundredths(hundredths: 1_00))
        #expect(evaluation.completion.need == DecimalHundredths(hundredths: 2_00))
    }
}
