import Testing

@testable import BadgeIssuer

@Suite("The stylesheet")
struct StylesheetTests {
    private let text = String(decoding: Stylesheet.bytes, as: UTF8.self)

    /// The colours by name, for light and for dark.
    private var schemes: [[String: String]] {
        text.matches(of: /:root \{([^}]*)\}/).prefix(2).map { match in
            Dictionary(
                match.output.1.matches(of: /--([a-z]+): (#[0-9a-f]{6})/).map {
                    (String($0.output.1), String($0.output.2))
                }
            ) { $1 }
        }
    }

    @Test("text has a contrast of at least 4.5 to 1 on every ground, by day and by night")
    func contrast() throws {
        #expect(schemes.count == 2)
        for scheme in schemes {
            for ground in ["paper", "card", "wash", "note"] {
                for ink in ["ink", "soft", "link", "mark"] {
                    let ratio = contrast(try #require(scheme[ink]), try #require(scheme[ground]))
                    #expect(ratio >= 4.5, "\(ink) on \(ground): \(ratio)")
                }
            }
        }
    }

    @Test("it loads nothing")
    func alone() {
        #expect(!text.contains("url(") && !text.contains("@import") && !text.contains("@font-face"))
    }

    @Test("its braces are paired")
    func braces() {
        #expect(text.filter { $0 == "{" }.count == text.filter { $0 == "}" }.count)
    }

    /// As WCAG 2.2 defines it.
    private func contrast(_ one: String, _ other: String) -> Double {
        let (dark, light) = (min(luminance(one), luminance(other)), max(luminance(one), luminance(other)))
        return (light + 0.05) / (dark + 0.05)
    }

    private func luminance(_ colour: String) -> Double {
        let number = Int(colour.dropFirst(), radix: 16) ?? 0
        let parts = [16, 8, 0].map { shift -> Double in
            let value = Double(number >> shift & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// To the power of 2.4, as the square times the fifth root of the square, by Newton's method.
    private func power(_ base: Double) -> Double {
        let square = base * base
        var root = 1.0
        for _ in 0..<60 { root = (4 * root + square / (root * root * root * root)) / 5 }
        return square * root
    }
}
