import Testing

@testable import BadgeIssuer

@Suite("Identity codes") struct IdentityCodeTests {
    @Test(
        "A personal identity code is recognised with every sign",
        arguments: ["+", "-", "A", "B", "C", "D", "E", "F", "U", "V", "W", "X", "Y"])
    func signs(sign: String) {
        #expect(IdentityCode.occurs(in: "131052\(sign)308T"))
        #expect(IdentityCode.occurs(in: "131052\(sign.lowercased())308t"))
    }

    @Test(
        "It is recognised however it was pasted in",
        arguments: [
            "hetu 131052-308T", "(131052-308T)", "131052 - 308T", "131052–308T", "131052\u{2212}308T", "131052-308Tx",
            "Virtanen131052-308T", "13 10 52 - 308 T", "1 3 1 0 5 2-3 0 8 T", "131052\u{A0}-\u{A0}308T",
            "１３１０５２－３０８Ｔ", "https://example.org/?id=131052-308T", "https://example.org/131052%2D308T",
            "131052\u{200B}-308T", "1131.131052-308T.pdf",
        ])
    func spellings(text: String) { #expect(IdentityCode.occurs(in: text)) }

    @Test("A mistyped code is personal too", arguments: ["131052-308A", "010203A9987"])
    func mistyped(text: String) { #expect(IdentityCode.occurs(in: text)) }

    @Test(
        "Dates, numbers, links and identifiers aren't taken for one",
        arguments: [
            "", "29.5.2026", "2026-05-29", "040 123 4567", "+358 40 123 4567", "27,5", "7K2M-9QXT-41VB-8",
            "1131052-308T",
            "131052-3081234", "321052-308T", "131352-308T", "131052G308T", "131052-308I",
            "urn:uuid:0c5f3a7e-6d51-4d2b-9a1e-1f9a3a2d7c11", "12345678-1234-1234-1234-123456789012",
            "https://portfolio.example.org/2026/05/29-1234", "1.2.246.562.10.12345678901", "0000001-9",
        ])
    func others(text: String) { #expect(!IdentityCode.occurs(in: text)) }
}
