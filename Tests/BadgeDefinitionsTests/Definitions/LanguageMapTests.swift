import BadgeDefinitions
import Testing

@Suite("A text in several languages")
struct LanguageMapTests {
    @Test(
        "is shown as asked, else in the issuer's main language, else fi, sv, en, else any",
        arguments: [
            (["fi", "sv", "en", "ru"], "ru", "sv", "ru"), (["fi", "sv", "en"], "ru", "sv", "sv"),
            (["en", "sv", "fi"], "ru", "de", "fi"), (["en", "sv"], "ru", "de", "sv"), (["de", "en"], "ru", "fr", "en"),
            (["et", "de"], "ru", "fr", "et"),
        ])
    func fallback(_ languages: [String], _ asked: String, _ main: String, _ expected: String) {
        let map = LanguageMap(languages.map { ($0, "text in \($0)") })
        #expect(map.entry(in: asked, main: main)?.language == expected)
        #expect(map.text(in: asked, main: main) == "text in \(expected)")
    }
}
