import BadgeDefinitions
import Testing

@Suite("Competence frameworks")
struct CompetenceFrameworkTests {
    @Test("have their competences under the codes that domain lists use")
    func codes() {
        #expect(
            CompetenceFramework.entrecomp.competences.map(\.code)
                == (1...3).flatMap { area in (1...5).map { "\(area).\($0)" } })
        #expect(
            CompetenceFramework.lifecomp.competences.map(\.code)
                == ["P1", "P2", "P3", "S1", "S2", "S3", "L1", "L2", "L3"])
        #expect(CompetenceFramework.digcomp.competences.map(\.code) == ["1", "2", "3", "4", "5"])
    }

    @Test("name each competence in three languages, and no two alike", arguments: CompetenceFramework.allCases)
    func names(_ framework: CompetenceFramework) {
        for language in ["fi", "sv", "en"] {
            let names = framework.competences.compactMap { $0.name[language] }
            #expect(names.count == framework.competences.count)
            #expect(Set(names).count == names.count)
        }
        #expect(framework.competences.allSatisfy { $0.framework == framework })
    }

    @Test("call EntreComp 3.4 and LifeComp S3 what the alignments of the worked example call them")
    func known() {
        #expect(CompetenceFramework.entrecomp.competence("3.4")?.name["en"] == "working with others")
        #expect(CompetenceFramework.lifecomp.competence("S3")?.name["en"] == "collaboration")
        #expect(CompetenceFramework.lifecomp.competence("s3") == nil)
    }
}
