import BadgeDefinitions
import Testing

@Suite("The nearest name")
struct NearestNameTests {
    private let slugs = ["tiimityo", "tyonhaku", "palaute", "pelisaannot", "tyoturvallisuus", "tyohyvinvointi"]

    @Test(
        "is the one that was probably meant",
        arguments: [
            ("tiimityö", "tiimityo"), ("Tiimityo", "tiimityo"), ("timityo", "tiimityo"), ("tyonahku", "tyonhaku"),
            ("palautte", "palaute"), ("pelisäännöt", "pelisaannot"), ("tyoturvalisus", "tyoturvallisuus"),
        ])
    func found(_ name: String, _ meant: String) { #expect(NearestName.find(name, among: slugs) == meant) }

    @Test(
        "is none when nothing is near", arguments: ["", "mentoroitava", "x", String(repeating: "tiimityo", count: 99)])
    func none(_ name: String) { #expect(NearestName.find(name, among: slugs) == nil) }

    @Test("doesn't depend on the order of the candidates")
    func order() {
        #expect(NearestName.find("ab", among: ["ac", "aa"]) == "aa")
        #expect(NearestName.find("ab", among: ["aa", "ac"]) == "aa")
    }
}
