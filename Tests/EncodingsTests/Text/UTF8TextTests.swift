import Encodings
import TestSupport
import Testing

@Suite struct UTF8TextTests {
    @Test(
        "Text that people read stays as it is",
        arguments: ["", "Tiimityö", "Ångström – “språk”", "Ελλάδα", "日本語", "e\u{301}", "❤️", "a\\u{1B}b", "~ !"])
    func untouched(_ text: String) {
        #expect(UTF8Text.escapedForTerminal(text).hasSameBytes(as: text))
    }

    @Test(
        "Controls, direction and invisible characters are shown as escapes",
        arguments: [
            ("a\u{1B}[31mred", "a\\u{1B}[31mred"), ("line\r\nline", "line\\u{D}\\u{A}line"),
            ("tab\tnul\0", "tab\\u{9}nul\\u{0}"),
            ("\u{7F}", "\\u{7F}"), ("\u{80}\u{9B}31m\u{9F}", "\\u{80}\\u{9B}31m\\u{9F}"),
            ("\u{FEFF}bom", "\\u{FEFF}bom"),
            ("x\u{2028}y\u{2029}z", "x\\u{2028}y\\u{2029}z"),
            ("pass\u{200B}port\u{200D}", "pass\\u{200B}port\\u{200D}"),
            ("soft\u{AD}hyphen", "soft\\u{AD}hyphen"), ("\u{3164}", "\\u{3164}"), ("\u{E0041}", "\\u{E0041}"),
        ])
    func escaped(_ text: String, _ shown: String) {
        #expect(UTF8Text.escapedForTerminal(text).hasSameBytes(as: shown))
    }

    @Test(
        "Every character that turns the reading direction is shown",
        arguments: [0x061C, 0x200E, 0x200F] + Array(0x202A...0x202E) + Array(0x2066...0x2069))
    func direction(_ value: Int) throws {
        let scalar = try #require(Unicode.Scalar(UInt32(value)))
        let shown = UTF8Text.escapedForTerminal("a\(Character(scalar))b")
        #expect(shown == "a\\u{\(String(value, radix: 16, uppercase: true))}b")
    }

    @Test("No control character is ever left, and showing twice changes nothing")
    func property() {
        forAll("nothing active is left") { generator in
            let shown = UTF8Text.escapedForTerminal(generator.text(upTo: 60))
            return shown.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
                && UTF8Text.escapedForTerminal(shown).hasSameBytes(as: shown)
        }
    }
}
