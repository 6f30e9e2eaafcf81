import Encodings
import Testing

@testable import OpenBadges

@Suite("How identifiers are written before hashing")
struct IdentifierTextTests {
    @Test(
        "NFC is Unicode's, to the byte",
        arguments: [
            ("A\u{30A}", "\u{C5}"), ("\u{212B}", "\u{C5}"), ("e\u{301}", "\u{E9}"),
            // UAX 15, tables 3 and 4: composition with several marks, canonical order, and what is never composed.
            ("d\u{323}\u{307}", "\u{1E0D}\u{307}"), ("d\u{307}\u{323}", "\u{1E0D}\u{307}"),
            ("\u{1100}\u{1161}\u{11A8}", "\u{AC01}"), ("\u{958}", "\u{915}\u{93C}"), ("\u{FB01}", "\u{FB01}"),
            ("plain", "plain"), ("", ""),
        ])
    func nfc(_ text: String, _ expected: String) {
        // String's own == would call decomposed text the same.
        #expect(Array(IdentifierText.nfc(text).utf8) == Array(expected.utf8))
    }

    @Test(
        "Only addresses and passport numbers are rewritten",
        arguments: [
            (" A@B.FI\t", IdentityType.emailAddress, "a@b.fi"), ("A@B.FI", IdentityType(rawValue: "email"), "a@b.fi"),
            (" Anna ", .name, " Anna "), ("ab", .passportNumber, "ab"),
            ("7k2moiqx9ztab", .passportNumber, "7K2M-01QX-9ZTA-B"), ("   ", .emailAddress, ""),
        ])
    func normalised(_ text: String, _ type: IdentityType, _ expected: String) {
        #expect(Array(IdentifierText.normalised(text, as: type).utf8) == Array(expected.utf8))
    }

    @Test(
        "What hasn't thirteen symbols of the alphabet is no passport number",
        arguments: ["", "7K2M-01QX-9ZTA", "7K2M-01QX-9ZTA-BB", "7K2M-01QX-9ZTA-U", "7K2M-01QX-9ZTA-*", "kahvilanväki1"])
    func noNumber(_ text: String) { #expect(IdentifierText.passportNumber(text) == nil) }
}
